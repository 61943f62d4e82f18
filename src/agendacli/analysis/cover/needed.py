"""When one person is not enough: stretches of time, each with the number of people that it takes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import TypeVar

from agendacli.analysis.conflicts.times.instants import moment
from agendacli.analysis.cover.routes import Routes
from agendacli.analysis.cover.stops import Coverage, Gap, Stops
from agendacli.analysis.cover.ties import Tie, ties
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence, order

_ENOUGH = 1
Key = TypeVar("Key")


@frozen
class Needed:
    """A stretch from `start` to `end` (UTC) that takes so many people, for certain unless it depends on something.

    `sessions` are those that take them. A stretch of whole days is one of days of the zone `days_in`.
    """

    start: datetime
    end: datetime
    people: int
    depends_on: tuple[str, ...] = ()
    days_in: str | None = None
    sessions: tuple[Occurrence, ...] = ()

    @property
    def zone(self) -> str:
        """The zone of its days, else of its first session."""
        return self.days_in or next((zone for each in self.sessions if (zone := each.zone or each.place.zone)), "UTC")


def needed_stretches(coverage: Coverage) -> tuple[Needed, ...]:
    """The stretches that take more than one person, in order of time; what is only possible stands apart.

    What is possible is listed only where it takes more people than what is certain.
    """
    pieces = tuple(_pieces(coverage))
    certain = _merged(each for each in pieces if each.people > _ENOUGH and not each.depends_on)
    possible = _merged(each for each in pieces if each.people > _ENOUGH and each.depends_on)
    return tuple(sorted((*certain, *possible), key=lambda each: (each.start, each.people, each.end)))


def _merged(pieces: Iterable[Needed]) -> Iterator[Needed]:
    """Neighbouring pieces of one number as one."""
    run: list[Needed] = []
    for each in pieces:
        if run and (run[-1].end, run[-1].people, run[-1].days_in) != (each.start, each.people, each.days_in):
            yield _joined(run)
            run = []
        run.append(each)
    yield from [_joined(run)] if run else []


def _joined(run: Sequence[Needed]) -> Needed:
    phrases = dict.fromkeys(phrase for each in run for phrase in each.depends_on)
    sessions = sorted({each.id: each for piece in run for each in piece.sessions}.values(), key=order)
    first, last = run[0], run[-1]
    return Needed(
        first.start,
        last.end,
        people=first.people,
        depends_on=tuple(phrases),
        days_in=first.days_in,
        sessions=tuple(sessions),
    )


def _pieces(coverage: Coverage) -> Iterator[Needed]:
    """For each stretch in which nothing changes how many it takes for certain, and how many if that is more."""
    now = _Now(coverage)
    changes = _changes(coverage)
    for start, end in pairwise(sorted(changes)):
        for change, is_begin in changes[start]:
            now.add(change, 1 if is_begin else -1)
        yield from now.pieces(moment(start), moment(end))


Change = tuple[Tie | int, bool]
"""A tie, or the index of a session, and whether it begins then or ends."""


def _changes(coverage: Coverage) -> dict[int, list[Change]]:
    changes: dict[int, list[Change]] = defaultdict(list)
    spans: list[tuple[Tie | int, tuple[int, int]]] = [(index, coverage.span(index)) for index in coverage.settled]
    spans += [(tie, stretch) for tie in ties(coverage) for stretch in tie.verdict.stretches]
    for what, (start, end) in spans:
        if start < end:
            changes[start].append((what, True))
            changes[end].append((what, False))
    return changes


class _Now:
    """What clashes at a moment: the settled sessions that are on, and those of ties, as often as they are in one."""

    def __init__(self, coverage: Coverage) -> None:
        self._field = coverage
        self._on: set[int] = set()
        self._certain: Counter[int] = Counter()
        self._possible: Counter[int] = Counter()
        self._phrases: Counter[str] = Counter()
        self._zones: Counter[str | None] = Counter()
        self._counted: dict[tuple[frozenset[int], bool], int] = {}

    def add(self, what: Tie | int, times: int) -> None:
        """Count what begins, or (-1) what has ended."""
        if isinstance(what, int):
            self._on ^= {what}
            return
        told = what.verdict.depends_on
        for counter in (self._possible,) if told else (self._possible, self._certain):
            _count(counter, what.sessions, times)
        _count(self._phrases, told, times)
        _count(self._zones, (what.verdict.days_in,), times)

    def pieces(self, start: datetime, end: datetime) -> Iterator[Needed]:
        """How many it takes from one moment to another for certain, and how many if that is more."""
        sure = self._people(self._certain, certain=True)
        yield Needed(start, end, people=sure, sessions=self._sessions(self._certain))
        more = self._people(self._possible, certain=False) if self._phrases else sure
        if more > sure:
            yield Needed(
                start,
                end,
                people=more,
                depends_on=tuple(self._phrases),
                days_in=next(iter(self._zones)) if len(self._zones) == 1 else None,
                sessions=self._sessions(self._possible),
            )

    def _sessions(self, tied: Counter[int]) -> tuple[Occurrence, ...]:
        return tuple(self._field.board.occurrence(each) for each in {*self._on, *tied})

    def _people(self, tied: Counter[int], *, certain: bool) -> int:
        """One for each of which nothing is settled, and as few as can be for the others."""
        settled = self._on.union(each for each in tied if each not in self._field.unsettled)
        loose = sum(each in self._field.unsettled for each in tied)
        if len(settled) == len(self._on):
            return loose + len(settled)
        key = frozenset(settled), certain
        if key not in self._counted:
            gap = self._field.grounds.least if certain else self._field.grounds.usual
            self._counted[key] = fewest(self._field, sorted(settled), gap)
        return loose + self._counted[key]


def fewest(coverage: Coverage, indexes: Sequence[int], gap: Gap) -> int:
    """How few people are at all of some sessions: no more than one goes where one can go from one to the other."""
    return Routes.of(Stops.of(coverage, indexes, gap), [1] * len(indexes)).network.flow(len(indexes))


def _count(counter: Counter[Key], keys: Iterable[Key], times: int) -> None:
    """Count each key so many times more; one that is left with none goes."""
    for key in keys:
        counter[key] += times
        if not counter[key]:
            del counter[key]
