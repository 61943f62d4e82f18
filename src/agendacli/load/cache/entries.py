"""Programmes and declarations as cache entries, both ways.

Sessions are stored one by one behind an index of the times that they may touch, so that a week is found without
decoding the rest. Most sessions of a large calendar are not stored but left in the file itself.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache, partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from agendacli.load.cache.packing import Packer, Unpacker
from agendacli.load.cache.store import CacheEntry, Content
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.frozen import frozen
from agendacli.model.lazy import FOREVER, ByTime, LazySessions
from agendacli.model.people import Person
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Programme, Session
from agendacli.model.said import Column, Json, Layout, Names, Said
from agendacli.model.when import days_touched

if TYPE_CHECKING:
    from agendacli.model.large.labels import Labels
    from agendacli.words.directory import OnDemand


_WIDTH = 8  # bytes of a number in a column
_ENCODE = json.JSONEncoder(check_circular=False, separators=(",", ":")).encode  # made once, not for every session
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError)

# So many sessions of a large calendar that the first question used are stored in the entry: a week asked for again
# costs 1.5 instead of 1.9 times an import of Typer (`python benchmarks --only week`).
_MOST_USED = 2_000


@frozen
class OriginalFile:
    """The file of an entry: its displayed name, so many of its bytes from an offset on, and the declared people.

    `labels` has the ids and titles in it, where these are kept.
    """

    shown: str
    read: Callable[[int, int], bytes]
    directory: "OnDemand"
    labels: "Callable[[], Labels | None] | None" = None


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
    columns = said.layout.columns if said.layout else _times(sessions)
    by_time = ByTime.of(*columns[-2:])
    columns = (*columns, by_time.order, by_time.latest, _ends(lines))
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
        from agendacli.analysis.naming import names_in

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
    diagnostics: tuple[Diagnostic, ...] = unpacker.unpack(head["diagnostics"])
    if head["programme"] is None:
        return Said(None, diagnostics)
    columns, line = _body(entry)
    by_time = ByTime(*columns[-4:])

    def kept(place: int) -> Session:
        session: Session = unpacker.unpack(json.loads(line(place)))
        return session

    names = partial(_names_in, head["names"]) if head["names"][2] else None
    if head["contexts"] is None:
        sessions = LazySessions.in_order(by_time, kept, names, original.labels)
        return Said(_with_sessions(head["programme"], sessions, unpacker), diagnostics)
    layout = Layout(columns[:-2], head["contexts"], head["naming"])
    places = {number: place for place, number in enumerate(head["numbers"])}
    decode = _in_calendar(layout, places, kept=kept, original=original)
    sessions = LazySessions.in_order(by_time, decode, names, original.labels)
    return Said(_with_sessions(head["programme"], sessions, unpacker), diagnostics, layout)


def _with_sessions(packed: Json, sessions: LazySessions, unpacker: Unpacker) -> Programme:
    programme: Programme = unpacker.unpack(packed | {"sessions": sessions})
    return programme


def _in_calendar(
    layout: Layout, places: Mapping[int, int], kept: Callable[[int], Session], original: OriginalFile
) -> Callable[[int], Session]:
    """The sessions of a large calendar by their numbers: stored ones from the entry, the others from the file."""

    @cache
    def in_file() -> Sequence[Session]:
        from agendacli.formats.table import sessions_in

        return sessions_in(layout, original.read, original.shown, original.directory)

    def session(number: int) -> Session:
        return kept(places[number]) if number in places else in_file()[number]

    return session


def has_labels(said: Said) -> bool:
    """Whether the ids and titles in a file were collected in this run."""
    return _new_labels(said) is not None


def compile_labels(said: Said) -> Content:
    """The entry of the ids and titles in a file that were collected in this run."""
    labels = _new_labels(said)
    return {}, (labels.lines,) if labels else ()


def _new_labels(said: Said) -> "Labels | None":
    sessions = said.programme.sessions if said.programme else ()
    return sessions.new_labels if isinstance(sessions, LazySessions) else None


def labels_in(entry: CacheEntry) -> "Labels":
    """The ids and titles of an entry."""
    from agendacli.model.large.labels import Labels

    text = entry.body.obj
    return Labels(text, len(text) - len(entry.body)) if isinstance(text, bytes) else Labels(bytes(entry.body))


def compile_values(values: Mapping[str, object]) -> Content:
    """The entry of some values of the model, each under a name."""
    packer = Packer()
    return _with_common({name: packer.pack(each) for name, each in values.items()}, packer), ()


def values_in(entry: CacheEntry | None, names: Iterable[str]) -> "tuple[Json, ...] | None":
    """The values of an entry that stand under these names; None without an entry, and if it is damaged."""
    if entry is None:
        return None
    try:
        unpacker = _unpacker(entry)
        return tuple([unpacker.unpack(entry.head[name]) for name in names])
    except _UNREADABLE:
        return None


def _with_common(head: dict[str, Json], packer: Packer) -> dict[str, Json]:
    return {**head, "files": list(packer.files), "shared": packer.shared}


def _unpacker(entry: CacheEntry) -> Unpacker:
    return Unpacker(entry.head["files"], entry.head["shared"])


def _json(packed: Json) -> bytes:
    return _ENCODE(packed).encode()


def _times(sessions: Iterable[Session]) -> Sequence[Column]:
    """The earliest start and latest end of each session, as if wall times were UTC."""
    from array import array

    firsts, lasts = array("q"), array("q")
    for each in sessions:
        first, after = (-FOREVER, FOREVER) if each.repeat else map(_midnight, days_touched(each.when))
        firsts.append(first)
        lasts.append(after)
    return firsts, lasts


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp())


def _ends(lines: Iterable[bytes]) -> Column:
    from array import array

    return array("q", accumulate(map(len, lines)))


def _body(entry: CacheEntry) -> tuple[Sequence[Column], Callable[[int], bytes]]:
    """The columns of an entry except the last, which splits the rest into lines."""
    columns, place = list[Column](), 0
    for length in entry.head["columns"]:
        end = place + length * _WIDTH
        columns.append(entry.body[place:end].cast("q"))
        place = end
    *found, ends = columns
    rest = entry.body[place:]
    if (ends[-1] if ends else 0) != len(rest):
        raise ValueError(len(rest))
    return found, lambda number: bytes(rest[ends[number - 1] if number else 0 : ends[number]])
