"""What a file says, or what a folder declares, as an entry of the cache and back.

The sessions stand one by one behind an index of the time that each may touch, so that a week is found without decoding
the rest. Of a large calendar most of them stay where they are, in the file itself.
"""

import json
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, replace
from datetime import UTC, date, datetime, time
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from agendacli.load.cache import Entry
from agendacli.load.packing import Packer, Unpacker
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.lazy import FOREVER, LazySessions
from agendacli.model.people import Person
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Programme, Session
from agendacli.model.when import days_touched

if TYPE_CHECKING:
    from agendacli.source.directory import Directory
    from agendacli.source.ics_index import CalendarIndex

Json = Any
Column: TypeAlias = "array[int]"
Compiled = tuple[dict[str, Json], Sequence[bytes]]
"""The head and the body of an entry."""

_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError)


class Said(NamedTuple):
    """The programme of a file, if it says one; what is wrong in it; of a large `.ics`, where its sessions stand."""

    programme: Programme | None
    diagnostics: tuple[Diagnostic, ...]
    calendar: "CalendarIndex | None" = None


class Original(NamedTuple):
    """The file that an entry was made of: as it is shown, its bytes (None: it has just changed), who is known there."""

    shown: str
    data: Callable[[], bytes | None]
    directory: "Callable[[], Directory]"


class Declared(NamedTuple):
    """What people.yaml and places.yaml say for the definitions of one folder, and what is wrong with it."""

    people: tuple[Person, ...] = ()
    places: Gazetteer = Gazetteer()
    diagnostics: tuple[Diagnostic, ...] = ()


def compile_file(said: Said) -> Compiled:
    """The entry of a file."""
    packer = Packer()
    programme = said.programme and replace(said.programme, sessions=())
    sessions = said.programme.sessions if said.programme else ()
    numbers = said.calendar.others() if said.calendar else range(len(sessions))
    lines = [_json(packer.pack(sessions[each])) for each in numbers]
    columns = (*(_columns(said.calendar) if said.calendar else _times(sessions)), _ends(lines))
    head = {
        "programme": packer.pack(programme),
        "diagnostics": packer.pack(said.diagnostics),
        "contexts": [astuple(each) for each in said.calendar.contexts] if said.calendar else None,
        "columns": [len(each) for each in columns],
    }
    return _with_common(head, packer), (*(each.tobytes() for each in columns), *lines)


def said_in(entry: Entry, original: Original) -> Said | None:
    """What the file of an entry says, its sessions decoded as they are looked at; None if the entry is bad."""
    try:
        return _said(entry, original)
    except _UNREADABLE:
        return None


def _said(entry: Entry, original: Original) -> Said | None:
    head, unpacker = entry.head, _unpacker(entry)
    programme: Programme | None = unpacker.unpack(head["programme"])
    diagnostics: tuple[Diagnostic, ...] = unpacker.unpack(head["diagnostics"])
    if programme is None:
        return Said(None, diagnostics)
    columns, lines = _body(entry)

    def decode(place: int) -> Session:
        session: Session = unpacker.unpack(json.loads(lines[place]))
        return session

    if head["contexts"] is None:
        firsts, lasts = columns
        return Said(replace(programme, sessions=LazySessions(firsts, lasts, decode)), diagnostics)
    data = original.data()
    if data is None:
        return None
    sessions = _in_calendar(columns, head["contexts"], decode, data, original)
    return Said(replace(programme, sessions=sessions), diagnostics)


def _in_calendar(
    columns: Sequence[Column],
    contexts: Sequence[Json],
    decode: Callable[[int], Session],
    data: bytes,
    original: Original,
) -> LazySessions:
    from agendacli.source.ics_index import CalendarContext, CalendarIndex, sessions_from

    offsets, lengths, lines, firsts, lasts = columns
    found = tuple(CalendarContext(*each) for each in contexts)
    index = CalendarIndex(offsets, lengths, lines, firsts, lasts, found)
    others = {number: decode(place) for place, number in enumerate(index.others())}
    return sessions_from(
        index, lambda offset, length: data[offset : offset + length], others, original.shown, original.directory()
    )


def compile_declared(declared: Declared) -> Compiled:
    """The entry of what a folder declares."""
    packer = Packer()
    head = {name: packer.pack(getattr(declared, name)) for name in Declared._fields}
    return _with_common(head, packer), ()


def declared_in(entry: Entry) -> Declared | None:
    """What the folder of an entry declares; None if the entry is bad."""
    try:
        unpacker = _unpacker(entry)
        return Declared(*(unpacker.unpack(entry.head[name]) for name in Declared._fields))
    except _UNREADABLE:
        return None


def _with_common(head: dict[str, Json], packer: Packer) -> dict[str, Json]:
    return {**head, "files": list(packer.files), "shared": packer.shared}


def _unpacker(entry: Entry) -> Unpacker:
    return Unpacker(entry.head["files"], entry.head["shared"])


def _json(packed: Json) -> bytes:
    return json.dumps(packed, separators=(",", ":")).encode()


def _columns(index: "CalendarIndex") -> Sequence[Column]:
    return index.offsets, index.lengths, index.lines, index.firsts, index.lasts


def _times(sessions: Iterable[Session]) -> Sequence[Column]:
    """When each begins at the earliest and ends at the latest on the clocks of its zone, taken for those of UTC."""
    firsts, lasts = array("q"), array("q")
    for each in sessions:
        first, after = (-FOREVER, FOREVER) if each.repeat else map(_midnight, days_touched(each.when))
        firsts.append(first)
        lasts.append(after)
    return firsts, lasts


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp())


def _ends(lines: Iterable[bytes]) -> Column:
    return array("q", accumulate(map(len, lines)))


def _body(entry: Entry) -> tuple[Sequence[Column], Sequence[bytes]]:
    """The columns of an entry but for the last, which parts what stands behind them into lines."""
    columns, place = [], 0
    for length in entry.head["columns"]:
        column = array("q")
        column.frombytes(entry.body[place : place + length * column.itemsize])
        columns.append(column)
        place += length * column.itemsize
    *found, ends = columns
    starts = (place, *(place + end for end in ends))
    if starts[-1] != len(entry.body):
        raise ValueError(starts[-1])
    return found, [entry.body[start:end] for start, end in pairwise(starts)]
