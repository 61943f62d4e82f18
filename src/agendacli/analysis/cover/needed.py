"""When one person is not enough: stretches of time, each with the number of people that it takes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from agendacli.analysis.conflicts.times.instants import moment
from agendacli.analysis.cover.crowd import Crowd
from agendacli.analysis.cover.stops import Coverage
from agendacli.analysis.cover.ties import Tie, ties
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence, order

_ENOUGH = 1


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
    """What clashes at a moment, for certain and possibly."""

    def __init__(self, coverage: Coverage) -> None:
        self._board = coverage.board
        self._certain = Crowd(coverage, coverage.grounds.least)
        self._possible = Crowd(coverage, coverage.grounds.usual)
        self._phrases: Counter[str] = Counter()
        self._zones: Counter[str | None] = Counter()

    def add(self, what: Tie | int, times: int) -> None:
        """Count what begins, or (-1) what has ended."""
        told = () if isinstance(what, int) else what.verdict.depends_on
        for crowd in (self._possible,) if told else (self._possible, self._certain):
            crowd.turn(what) if isinstance(what, int) else crowd.tie(what.sessions, times)
        if not isinstance(what, int):
            self._phrases.update(dict.fromkeys(told, times))
            self._zones.update({what.verdict.days_in: times})

    def pieces(self, start: datetime, end: datetime) -> Iterator[Needed]:
        """How many it takes from one moment to another for certain, and how many if that is more."""
        sure, phrases, zones = self._certain.people(), tuple(+self._phrases), tuple(+self._zones)
        yield Needed(start, end, people=sure, sessions=self._sessions(self._certain))
        more = self._possible.people() if phrases else sure
        if more > sure:
            yield Needed(
                start,
                end,
                people=more,
                depends_on=phrases,
                days_in=zones[0] if len(zones) == 1 else None,
                sessions=self._sessions(self._possible),
            )

    def _sessions(self, crowd: Crowd) -> tuple[Occurrence, ...]:
        return tuple(map(self._board.occurrence, crowd.members))
