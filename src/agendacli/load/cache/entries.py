"""Programmes and declarations as cache entries, both ways.

Sessions are stored one by one behind an index of the times that they may touch, so that a week is found without
decoding the rest. Most sessions of a large calendar are not stored but left in the file itself.
"""

import json
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache, partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from agendacli.load.cache.packing import Packer, Unpacker
from agendacli.load.cache.store import CacheEntry, Content
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.large.lazy import FOREVER, LazySessions
from agendacli.model.large.naming import names_in
from agendacli.model.names import Names
from agendacli.model.people import Person
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Programme, Session
from agendacli.model.said import Column, Json, Layout, Said
from agendacli.model.when import days_touched

if TYPE_CHECKING:
    from agendacli.words.directory import OnDemand


_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError)

# So many sessions of a large calendar that the first question used are stored in the entry: a week asked for again
# costs 1.5 instead of 1.9 times an import of Typer (`python benchmarks --only week`).
_MOST_USED = 2_000


class OriginalFile(NamedTuple):
    """The file of an entry: its displayed name, so many of its bytes from an offset on, and the declared people."""

    shown: str
    read: Callable[[int, int], bytes]
    directory: "OnDemand"


class Declared(NamedTuple):
    """The people and places that a folder declares for its definitions, with diagnostics."""

    people: tuple[Person, ...] = ()
    places: Gazetteer = Gazetteer()
    diagnostics: tuple[Diagnostic, ...] = ()


def compile_file(said: Said) -> Content:
    """The entry of a file."""
    packer = Packer()
    programme = said.programme and replace(said.programme, sessions=())
    sessions = said.programme.sessions if said.programme else ()
    numbers = _held(sessions, said.layout)
    lines = [_json(packer.pack(sessions[each])) for each in numbers]
    columns = (*(said.layout.columns if said.layout else _times(sessions)), _ends(lines))
    head = {
        "programme": packer.pack(programme),
        "diagnostics": packer.pack(said.diagnostics),
        "contexts": said.layout and said.layout.contexts,
        "naming": dict(said.layout.naming) if said.layout else {},
        "numbers": list(numbers) if said.layout else None,
        "columns": [len(each) for each in columns],
        "names": _packed_names(said),
    }
    return _with_common(head, packer), (*(each.tobytes() for each in columns), *lines)


def _packed_names(said: Said) -> Json:
    """The names in the sessions, stored apart, as most questions do not need them.

    Those of a large calendar are stored once they were used: collecting them decodes every session.
    """
    sessions = said.programme.sessions if said.programme else ()
    names = sessions.names if isinstance(sessions, LazySessions) else None
    if names is None and said.programme and said.layout is None:
        names = names_in((said.programme,))
    packer = Packer()
    packed = packer.pack(names)
    return [list(packer.files), packer.shared, packed]


def _names_in(packed: Json) -> Names | None:
    files, shared, names = packed
    try:
        found: Names | None = Unpacker(files, shared).unpack(names)
    except _UNREADABLE:
        return None
    return found


def has_grown(said: Said) -> bool:
    """Whether the names in a large calendar were collected that its entry does not hold.

    Sessions that were looked at are left in the file: the next question has others, and a new entry of 100,000 items
    takes as long as a quick run.
    """
    sessions = said.programme.sessions if said.programme else ()
    return isinstance(sessions, LazySessions) and sessions.has_new_names


def _held(sessions: Sequence[Session], layout: Layout | None) -> Sequence[int]:
    """The numbers of the sessions to store: of a large calendar those used, and those that cannot be read in place."""
    if layout is None:
        return range(len(sessions))
    nowhere = {number for number, offset in enumerate(layout.columns[0]) if offset < 0}
    used = sessions.decoded - nowhere if isinstance(sessions, LazySessions) else frozenset[int]()
    return sorted(nowhere | used if len(used) <= _MOST_USED else nowhere)


def said_in(entry: CacheEntry, original: OriginalFile) -> Said | None:
    """The programme of an entry, its sessions decoded on access; None if the entry is damaged."""
    try:
        return _said(entry, original)
    except _UNREADABLE:
        return None


def _said(entry: CacheEntry, original: OriginalFile) -> Said:
    head, unpacker = entry.head, _unpacker(entry)
    programme: Programme | None = unpacker.unpack(head["programme"])
    diagnostics: tuple[Diagnostic, ...] = unpacker.unpack(head["diagnostics"])
    if programme is None:
        return Said(None, diagnostics)
    columns, line = _body(entry)

    def kept(place: int) -> Session:
        session: Session = unpacker.unpack(json.loads(line(place)))
        return session

    names = partial(_names_in, head["names"]) if head["names"][2] else None
    if head["contexts"] is None:
        firsts, lasts = columns
        return Said(replace(programme, sessions=LazySessions(firsts, lasts, kept, names)), diagnostics)
    layout = Layout(columns, head["contexts"], head["naming"])
    places = {number: place for place, number in enumerate(head["numbers"])}
    sessions = _in_calendar(layout, places, kept=kept, original=original, names=names)
    return Said(replace(programme, sessions=sessions), diagnostics, layout)


def _in_calendar(
    layout: Layout,
    places: Mapping[int, int],
    kept: Callable[[int], Session],
    original: OriginalFile,
    names: Callable[[], Names | None] | None,
) -> LazySessions:
    """The sessions of a large calendar: stored ones from the entry, the others from the file."""
    *_, firsts, lasts = layout.columns

    @cache
    def in_file() -> Sequence[Session]:
        from agendacli.formats.table import sessions_in

        return sessions_in(layout, original.read, original.shown, original.directory)

    def session(number: int) -> Session:
        return kept(places[number]) if number in places else in_file()[number]

    return LazySessions(firsts, lasts, session, names)


def compile_declared(declared: Declared) -> Content:
    """The entry of what a folder declares."""
    packer = Packer()
    head = {name: packer.pack(getattr(declared, name)) for name in Declared._fields}
    return _with_common(head, packer), ()


def declared_in(entry: CacheEntry) -> Declared | None:
    """The declarations of an entry; None if it is damaged."""
    try:
        unpacker = _unpacker(entry)
        return Declared(*(unpacker.unpack(entry.head[name]) for name in Declared._fields))
    except _UNREADABLE:
        return None


def _with_common(head: dict[str, Json], packer: Packer) -> dict[str, Json]:
    return {**head, "files": list(packer.files), "shared": packer.shared}


def _unpacker(entry: CacheEntry) -> Unpacker:
    return Unpacker(entry.head["files"], entry.head["shared"])


def _json(packed: Json) -> bytes:
    return json.dumps(packed, separators=(",", ":")).encode()


def _times(sessions: Iterable[Session]) -> Sequence[Column]:
    """The earliest start and latest end of each session, as if wall times were UTC."""
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


def _body(entry: CacheEntry) -> tuple[Sequence[Column], Callable[[int], bytes]]:
    """The columns of an entry except the last, which splits the rest into lines."""
    columns, place = [], 0
    for length in entry.head["columns"]:
        column = array("q")
        column.frombytes(entry.body[place : place + length * column.itemsize])
        columns.append(column)
        place += length * column.itemsize
    *found, ends = columns
    rest = entry.body[place:]
    if (ends[-1] if ends else 0) != len(rest):
        raise ValueError(len(rest))
    return found, lambda number: bytes(rest[ends[number - 1] if number else 0 : ends[number]])
