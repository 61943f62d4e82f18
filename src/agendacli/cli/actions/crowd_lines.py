"""Plain lines of conflicts in crowds: millions, of which each is two ids and two titles in what all have in common."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from agendacli.analysis.conflicts.crowds import Crowds
from agendacli.analysis.conflicts.values import Conflict
from agendacli.analysis.conflicts.wording import short_name
from agendacli.model.occurrence import Occurrence, order
from agendacli.records.conflict import conflict_record
from agendacli.records.lines import plain_fields, plain_lines
from agendacli.words.harmless import one_line

_IDS, _TITLES = ("zqx-1-xqz", "zqx-2-xqz"), ("Zqx 1 xqz", "Zqx 2 xqz")
"""What stands for a session in a line that is yet to be filled: nothing that a person would call one."""


class _Named(NamedTuple):
    """What a line says of a session, and where it stands among others."""

    place: tuple[object, ...]
    id: str
    title: str


class _Line(NamedTuple):
    """A line for two sessions of different titles, and for two of one title, which names their ids besides."""

    apart: str
    alike: str

    def filled(self, first: _Named) -> "_Half":
        """With the first session in it."""
        apart, alike = (each.replace(_IDS[0], first.id).replace(_TITLES[0], first.title) for each in self)
        head, _, rest = apart.partition(_IDS[1])
        middle, _, end = rest.partition(_TITLES[1])
        return _Half(first.title, alike, head=head, middle=middle, end=end)


class _Half(NamedTuple):
    """A line that has its first session."""

    title: str
    alike: str
    head: str
    middle: str
    end: str

    def line(self, second: _Named) -> str:
        """With the second session."""
        if second.title == self.title:
            return self.alike.replace(_IDS[1], second.id)
        return f"{self.head}{second.id}{self.middle}{second.title}{self.end}"


_Rows = list[tuple[Sequence[_Named], _Line]]


def crowd_lines(conflicts: Iterable[Conflict], crowds: Crowds, zone: str | None) -> Iterator[str]:
    """The plain lines of all pairs for which the conflicts stand, in their order.

    Whoever is in a crowd stands before all of another crowd with which it clashes, or behind all of it.
    """
    named: dict[str, Sequence[_Named]] = {}
    rows: dict[str, _Rows] = {}
    for each in conflicts:
        first, second = (crowds.whole(one) for one in each.sessions)
        if first is second or (each.first, each.second) == (first[0], second[0]):
            for whole in (first, second):
                named.setdefault(whole[0].id, tuple(map(_named, whole)))
            rows.setdefault(first[0].id, []).append((named[second[0].id], _line(each, zone)))
    firsts = sorted((one, id_) for id_ in rows for one in named[id_])
    return (line for one, id_ in firsts for line in _lines_of(one, named[id_], rows[id_]))


def _lines_of(one: _Named, own: Sequence[_Named], rows: _Rows) -> Iterator[str]:
    """The lines of a session with all that come after it."""
    halves = [(seconds, line.filled(one)) for seconds, line in rows]
    if len(halves) == 1:
        seconds, half = halves[0]
        yield from map(half.line, seconds[bisect_right(own, one) :] if seconds is own else seconds)
        return
    found = [
        (second.place, number, half.line(second))
        for number, (seconds, half) in enumerate(halves)
        for second in seconds
        if seconds is not own or second.place > one.place
    ]
    yield from (line for _, _, line in sorted(found))


def _named(occurrence: Occurrence) -> _Named:
    session = occurrence.session
    return _Named(order(occurrence), _inner(session.id), _inner(short_name(occurrence)))


def _inner(text: str) -> str:
    """A text as it stands within a line."""
    return one_line(f"|{text}|")[1:-1]


def _line(conflict: Conflict, zone: str | None) -> _Line:
    first, second = conflict.sessions
    one, other = _marked(first, _IDS[0], _TITLES[0]), _marked(second, _IDS[1], _TITLES[1])
    alike = _marked(second, _IDS[1], _TITLES[0])
    records = (conflict_record(replace(conflict, first=one, second=each), zone) for each in (other, alike))
    return _Line(*plain_lines(records, plain_fields("conflict")))


def _marked(occurrence: Occurrence, id_: str, title: str) -> Occurrence:
    return replace(occurrence, session=replace(occurrence.session, id=id_, title=title))
