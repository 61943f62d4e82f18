"""The question that an overlap answers: may one attendee be expected at both sessions?

Nobody attends everything. What runs in parallel within one programme is an offer, from which people choose.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from agendacli.analysis.conflicts.board import Board
from agendacli.analysis.conflicts.times.days import size, union
from agendacli.analysis.conflicts.times.sweep import overlapping
from agendacli.analysis.conflicts.values import Rules
from agendacli.model.frozen import frozen


@frozen
class Attendance:
    """Who is expected where on a board. `events` has the number of each session's event, `diaries` those of diaries.

    `chosen` are the sessions that somebody has chosen: all of these are to be kept.
    """

    offers: bool
    events: Sequence[int]
    diaries: frozenset[int]
    chosen: frozenset[int]

    @classmethod
    def of(cls, board: Board, rules: Rules) -> "Attendance":
        """Who is expected where, as the rules have it."""
        if not rules.offers:
            return cls(offers=False, events=(), diaries=frozenset(), chosen=frozenset())
        numbers: dict[str, int] = {}
        programmes = [each.programme for each in board.columns.occurrences]
        events = [numbers.setdefault(each.id, len(numbers)) for each in programmes]
        diaries = frozenset(events[index] for index, each in enumerate(programmes) if each.is_diary)
        return cls(offers=True, events=events, diaries=diaries, chosen=_indexes(board, rules.chosen))

    def expects(self, one: int, other: int) -> bool:
        """Whether one attendee may be expected at both.

        So it is between different events, in a calendar that is somebody's own, and between what somebody has chosen.
        """
        if not self.offers or self.events[one] != self.events[other]:
            return True
        return self.events[one] in self.diaries or (one in self.chosen and other in self.chosen)

    @property
    def is_empty(self) -> bool:
        """Whether nobody is expected at any two of the sessions."""
        return self.offers and not self.diaries and len(self.chosen) <= 1 and len(set(self.events)) <= 1


@frozen
class Sides:
    """Two sides of a board, of which only pairs across are looked at."""

    one: frozenset[int]
    other: frozenset[int]

    @classmethod
    def of(cls, board: Board, rules: Rules) -> "Sides | None":
        """The sides that the rules name, if they do."""
        if rules.between is None:
            return None
        return cls(*(_indexes(board, side) for side in rules.between))

    def part(self, one: int, other: int) -> bool:
        """Whether the two are on different sides."""
        return (one in self.one and other in self.other) or (one in self.other and other in self.one)


def offered(board: Board, attendance: Attendance, held: Container[int] = ()) -> int:
    """How many sessions run in parallel with others of their event that nobody is expected at besides.

    What is `held` by a block does not count beside it.
    """
    offers = ([index for index in members if index not in held] for members in _offers(attendance))
    return sum(size(union(_parallel(board.in_order(members), board))) for members in offers)


def _offers(attendance: Attendance) -> Iterator[Sequence[int]]:
    """The sessions of each event that are an offer."""
    if not attendance.offers:
        return
    order = sorted(range(len(attendance.events)), key=attendance.events.__getitem__)
    for event, members in groupby(order, key=attendance.events.__getitem__):
        if event not in attendance.diaries:
            yield [index for index in members if index not in attendance.chosen]


def _parallel(members: Sequence[int], board: Board) -> Iterator[tuple[int, int]]:
    """The places, in runs, of the members that overlap another one."""
    for part in overlapping(members, board.bounds):
        yield part.place, part.place + 1
        yield part.first, part.after


def _indexes(board: Board, ids: frozenset[str]) -> frozenset[int]:
    """The sessions with these ids."""
    return frozenset(index for index in range(len(board)) if board.occurrence(index).id in ids) if ids else frozenset()
