"""Turns a clash into a conflict: its time, its subject, and what it depends on."""

from datetime import timedelta
from typing import NamedTuple

from agendacli.analysis.conflicts.board import Board
from agendacli.analysis.conflicts.times.certainty import Way, exactly
from agendacli.analysis.conflicts.times.instants import MINUTE, moment
from agendacli.analysis.conflicts.times.judgement import Finding, judge
from agendacli.analysis.conflicts.times.sweep import NOTHING_BETWEEN
from agendacli.analysis.conflicts.travel import Ways
from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind, Rules
from agendacli.analysis.conflicts.wording import person_unknowns, status_unknowns, time_unknowns, way_unknowns
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant

Seats = tuple[Participant, ...]

MEASURED = Finding(0, 0, certain=True)
"""Stands for two that overlap at exactly known times: their finding is computed when it is reported."""

_OF_ROOMS = frozenset({Kind.ROOM, Kind.TURNOVER})
_PAUSES = frozenset({Kind.TURNOVER, Kind.REST})


class Hit(NamedTuple):
    """How a session clashes with one later on the board: whose conflict it is, and what was found."""

    other: int
    kind: Kind
    persons: tuple[str, ...]
    found: Finding
    subject: str = ""


@frozen
class Telling:
    """Makes conflicts of the clashes that a search finds on a board."""

    board: Board
    rules: Rules
    ways: Ways

    def conflict(self, one: int, hit: Hit, *, more: bool = False) -> Conflict:
        """The conflict that a clash amounts to, after what is tentative or to be confirmed."""
        other, kind, persons, found, _ = hit
        first, second = self.board.occurrence(one), self.board.occurrence(other)
        start, end, minutes = self._time(one, other) if found is MEASURED else (found.start, found.end, found.minutes)
        seats = self._seats(first, second, persons) if persons else None
        depends_on = self._depends_on(one, hit, seats)
        return Conflict(
            kind,
            certainty=Certainty.POSSIBLE if depends_on else Certainty.CERTAIN,
            first=first,
            second=second,
            start=moment(start),
            end=moment(end),
            minutes=minutes,
            subject=self._subject(one, hit, seats),
            person_id=persons[0] if persons else None,
            days=found.days,
            free=found.free,
            candidates=found.candidates,
            clear=found.clear,
            journey=self._needed(one, hit),
            depends_on=depends_on,
            more=more,
            seats=seats,
        )

    def _seats(self, first: Occurrence, second: Occurrence, persons: tuple[str, ...]) -> tuple[Seats, Seats]:
        from agendacli.analysis.conflicts.persons import seats_of

        doubts = self.rules.doubts
        return seats_of(first, persons, doubts), seats_of(second, persons, doubts)

    def _subject(self, one: int, hit: Hit, seats: tuple[Seats, Seats] | None) -> str | None:
        """The person, the room or the category that the two share."""
        if seats is None:
            return self.ways.room_name(one, hit.other) if hit.kind in _OF_ROOMS else hit.subject or None
        from agendacli.analysis.conflicts.persons import subject_of

        return subject_of(seats, hit.persons)

    def _depends_on(self, one: int, hit: Hit, seats: tuple[Seats, Seats] | None) -> tuple[str, ...]:
        """What is not known yet of two sessions, and of one person's seats in each."""
        board, first, second = self.board, self.board.occurrence(one), self.board.occurrence(hit.other)
        told: tuple[str, ...] = ()
        if not hit.found.certain:
            told += time_unknowns(first) + time_unknowns(second) + self._way_unknown(one, hit)
        if board.is_tentative(one) or board.is_tentative(hit.other):
            told += status_unknowns(first) + status_unknowns(second)
        if seats:
            told += self._person_unknown((first, second), seats, hit.persons)
        if hit.kind in _OF_ROOMS and board.places[one] != board.places[hit.other]:
            told += self._house_unknown(one, hit.other) + (self.ways.shared_room(one, hit.other) or ())
        return told

    def _person_unknown(
        self, pair: tuple[Occurrence, Occurrence], seats: tuple[Seats, Seats], persons: tuple[str, ...]
    ) -> tuple[str, ...]:
        """What is not known yet of the seats of one person, and of who that is."""
        from agendacli.analysis.conflicts.persons import doubts_on

        told = person_unknowns(pair[0], seats[0]) + person_unknowns(pair[1], seats[1])
        return told + doubts_on(pair, seats, persons, self.rules.doubts)

    def _time(self, one: int, other: int) -> tuple[int, int, int]:
        """The time that two have in common whose times are known, and its minutes."""
        low, high = self.board.bounds.low, self.board.bounds.high
        start, end = max(low[one], low[other]), min(high[one], high[other])
        return start, end, (end - start) // MINUTE

    def _house_unknown(self, one: int, other: int) -> tuple[str, ...]:
        """That a building is not named, where the other programme names one: only the room's name is the same."""
        pair = self.board.spot(one), self.board.spot(other)
        is_one = self.board.occurrence(one).programme is self.board.occurrence(other).programme
        unknown = [index for index in (one, other) if self.board.spot(index).house is None]
        if is_one and pair[0].venue == pair[1].venue:  # only one of two texts has the house
            return ()
        told = unknown if len(unknown) == 1 else ()
        return tuple(f"{self.board.occurrence(index).id}: the building is not known" for index in told)

    def _needed(self, one: int, hit: Hit) -> timedelta | None:
        """The time that has to lie between the two: for the way, or for the pause."""
        if hit.kind in _PAUSES:
            return self.rules.rest if hit.kind is Kind.REST else self.rules.turnover
        way = self.ways.between(one, hit.other)
        return timedelta(seconds=way.usual) if way.is_known else None

    def _way_unknown(self, one: int, hit: Hit) -> tuple[str, ...]:
        """The phrases if it depends on a way that is unknown or estimated, or on which rooms are meant."""
        way = self.ways.between(one, hit.other)
        is_open = hit.kind is Kind.TRAVEL and (way.is_estimate or way.hangs_on)
        if not is_open or not self._hangs_on(way, one, hit.other):
            return ()
        return way.hangs_on or way_unknowns(self.board.occurrence(one), self.board.occurrence(hit.other), way)

    def _hangs_on(self, way: Way, one: int, other: int) -> bool:
        """Whether a shorter way would be none, or this one, if it were stated, a certain conflict."""
        pair = self.board.shape(one), self.board.shape(other)
        longest, shortest = (judge(*pair, exactly(each), NOTHING_BETWEEN).travel for each in (way.usual, way.least))
        return shortest is None or (longest is not None and longest.certain)
