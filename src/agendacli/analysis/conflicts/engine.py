"""The search: who cannot be in two places, which pairs may clash, how they are judged, and what is told of them."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import timedelta
from typing import NamedTuple

from agendacli.analysis.conflicts.absences import absences
from agendacli.analysis.conflicts.attendance import Attendance, Sides, offered
from agendacli.analysis.conflicts.blocks import Blocks
from agendacli.analysis.conflicts.board import Board, board_of
from agendacli.analysis.conflicts.certainty import Way, exactly
from agendacli.analysis.conflicts.copies import each_once
from agendacli.analysis.conflicts.instants import MINUTE, moment
from agendacli.analysis.conflicts.judgement import Finding, Judgement, judge
from agendacli.analysis.conflicts.parties import Parties, Party, Row
from agendacli.analysis.conflicts.persons import doubts_on, seats_of, subject_of
from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.conflicts.sweep import NOTHING_BETWEEN
from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind, Rules
from agendacli.analysis.conflicts.wording import person_unknowns, status_unknowns, time_unknowns, way_unknowns
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.places import Gazetteer

DEFAULT_RULES = Rules()
NOWHERE = Gazetteer()
KINDS = {kind: place for place, kind in enumerate(Kind)}
SIDE_BY_SIDE = frozenset({"poster"})
"""Kinds of which many sessions share a room at once."""

Seats = tuple[Participant, ...]

MEASURED = Finding(0, 0, certain=True)
"""In place of the finding for two that overlap at times known exactly: it is made where it is told."""

_TOGETHER = Judgement(MEASURED)
_OF_ROOMS = frozenset({Kind.ROOM, Kind.TURNOVER})
_PAUSES = frozenset({Kind.TURNOVER, Kind.REST})


class Hit(NamedTuple):
    """How a session clashes with one later on the board: whose conflict it is, and what was found."""

    other: int
    kind: Kind
    persons: tuple[str, ...]
    found: Finding
    subject: str = ""


def find_conflicts(
    occurrences: Sequence[Occurrence], gazetteer: Gazetteer = NOWHERE, rules: Rules = DEFAULT_RULES
) -> tuple[Conflict, ...]:
    """All that `each_conflict` finds."""
    return tuple(each_conflict(occurrences, gazetteer, rules))


def each_conflict(
    occurrences: Sequence[Occurrence], gazetteer: Gazetteer = NOWHERE, rules: Rules = DEFAULT_RULES
) -> Iterator[Conflict]:
    """Every pair of occurrences that cannot both be kept, each once for every kind and person.

    They are in order of the first session, then of the second, then by kind (as in `Kind`), then by person, and are
    made one by one: there may be millions. The absences from a session come before what it has with
    others. Two occurrences with one id are one session and never clash. Of two times of one repeated session only the
    first clash of a kind and person is there.
    """
    return search(occurrences, gazetteer, rules).conflicts()


def search(occurrences: Sequence[Occurrence], gazetteer: Gazetteer = NOWHERE, rules: Rules = DEFAULT_RULES) -> "Search":
    """The search for conflicts among some occurrences."""
    atlas = Atlas(gazetteer, rules.buffer, rules.doubts)
    board = board_of(
        each_once(occurrences), atlas, include_transparent=rules.include_transparent, attending=rules.attending
    )
    return Search(
        board,
        atlas=atlas,
        rules=rules,
        attendance=Attendance.of(board, rules),
        sides=Sides.of(board, rules),
        blocks=Blocks.of(board),
    )


@frozen
class Search:
    """The search for conflicts on one board."""

    board: Board
    atlas: Atlas
    rules: Rules
    attendance: Attendance
    sides: Sides | None
    blocks: Blocks
    ways: dict[tuple[int, int], Way] = field(default_factory=dict)

    def conflicts(self) -> Iterator[Conflict]:
        """Every conflict in order."""
        rows = self._rows()
        own = self._with_themselves(rows)
        absent = absences(self.board, self.rules)
        for one in sorted(rows.keys() | absent.keys()):
            yield from absent.get(one, ())
            for hit in self._told(one, rows.get(one, ())):
                times = own.get(self._itself(one, hit)) if own else None
                if times is None:
                    yield self._conflict(one, hit)
                elif times[0] == (one, hit.other):
                    is_thinned = id(self.board.occurrence(one).session) in self.board.repeated.thinned
                    yield self._conflict(one, hit, more=len(times) > 1 or is_thinned)

    @property
    def offered(self) -> int:
        """How many sessions run in parallel of which an overlap is not reported, because people choose among them."""
        if Kind.OVERLAP not in self.rules.kinds:
            return 0
        return offered(self.board, self.attendance, self.blocks.blocks)

    def _rows(self) -> Mapping[int, Sequence[Row]]:
        """For each session all rows of those that may clash with it."""
        found: dict[int, list[Row]] = defaultdict(list)
        parties = Parties(self.board, self.atlas, self.rules, self.attendance)
        for party in parties:
            for row in parties.rows(party):
                found[party.members[row.part.place]].append(row)
        return found

    def _with_themselves(self, rows: Mapping[int, Sequence[Row]]) -> Mapping[Hashable, Sequence[tuple[int, int]]]:
        """The pairs of times of one session that clash, by the session, the kind and the persons."""
        found: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
        overlapping, near = self.board.repeated.overlapping, bool(self.rules.rest or self.rules.turnover)
        for one in sorted(rows) if overlapping or near else ():
            if near or id(self.board.occurrence(one).session) in overlapping:
                for hit in sorted(self._hits(one, rows[one]), key=_order):
                    found[self._itself(one, hit)].append((one, hit.other))
        found.pop(None, None)
        return found

    def _itself(self, one: int, hit: Hit) -> Hashable:
        """What is told once of a session whose times clash with each other; None for two sessions."""
        session = self.board.occurrence(one).session
        return (id(session), *hit[1:3]) if session is self.board.occurrence(hit.other).session else None

    def _hits(self, one: int, rows: Sequence[Row]) -> Iterator[Hit]:
        """Every clash of a session with those that come after it."""
        for row in rows:
            for other in row.others:
                if self._is_meant(row, one, other):
                    yield from self._of_two(row.party, one, other)

    def _told(self, one: int, rows: Sequence[Row]) -> Sequence[Hit]:
        """The clashes of a session in order. A journey that a named person has is not told of an attendee as well."""
        hits = self._longer(one, sorted(self._hits(one, rows), key=_order))
        if self.rules.attending is not None:
            return hits
        named = {hit.other for hit in hits if hit.kind is Kind.TRAVEL and hit.persons}
        return [hit for hit in hits if hit.kind is not Kind.TRAVEL or hit.persons or hit.other not in named]

    def _longer(self, one: int, hits: Sequence[Hit]) -> Sequence[Hit]:
        """The clashes without the shorter of the rest and the way that one person needs."""
        resting = {(hit.other, hit.persons) for hit in hits if hit.kind is Kind.REST}
        if not resting:
            return hits
        rest = self.rules.rest.total_seconds()
        far = {other for other, _ in resting if self._way(one, other).usual > rest}
        travelling = {(hit.other, hit.persons) for hit in hits if hit.kind is Kind.TRAVEL} & resting
        return [
            hit
            for hit in hits
            if (hit.other, hit.persons) not in travelling
            or hit.kind is (Kind.TRAVEL if hit.other in far else Kind.REST)
            or hit.kind not in {Kind.TRAVEL, Kind.REST}
        ]

    def _is_meant(self, row: Row, one: int, other: int) -> bool:
        """Whether two are together in time, or apart, as the row wants them; of days without a zone both are there."""
        bounds, board = self.board.bounds, self.board
        if not self._is_asked(row.party, one, other):
            return False
        if self.blocks.blocks and self._is_of_blocks(row.party, one, other):
            return False
        if bounds.slack and (bounds.low[other] < bounds.high[one]) != (row.groups is None):
            return False
        return not row.within or board.spot(one).home == board.spot(other).home

    def _is_asked(self, party: Party, one: int, other: int) -> bool:
        """Whether a clash of these two is looked for."""
        if (self.sides and not self.sides.part(one, other)) or not party.expects(one, other):
            return False
        return party.kind is not Kind.OVERLAP or self.attendance.expects(one, other)

    def _is_of_blocks(self, party: Party, one: int, other: int) -> bool:
        """Whether the two are a block and its item, or what they clash over is told of the block of one of them."""
        if self.blocks.are_one(one, other) or (party.kind is Kind.TURNOVER and self.blocks.are_beside(one, other)):
            return True
        return any(self._is_asked(party, block, each) for block, each in self.blocks.instead(party, one, other))

    def _of_two(self, party: Party, one: int, other: int) -> Iterator[Hit]:
        if party.pause:
            yield from self._too_soon(party, one, other)
            return
        judgement = self._judge(party, one, other)
        if judgement.travel and party.travels:
            yield Hit(other, Kind.TRAVEL, party.persons, judgement.travel)
        if judgement.overlap and self._counts(party, one, other):
            yield Hit(other, kind=party.kind, persons=party.persons, found=judgement.overlap, subject=party.subject)

    def _too_soon(self, party: Party, one: int, other: int) -> Iterator[Hit]:
        """That one follows the other before the pause has passed that the party needs."""
        pair = self.board.shape(one), self.board.shape(other)
        found = judge(*pair, exactly(party.pause), party.neighbours).travel
        if found and (party.room is None or self._is_behind(party.room, one, other)):
            yield Hit(other, party.kind, party.persons, found)

    def _counts(self, party: Party, one: int, other: int) -> bool:
        """Whether an overlap is told under that kind: what surely shares a room is told as the room's."""
        if party.kind in {Kind.PERSON, Kind.CATEGORY} or party.kind not in self.rules.kinds:
            return party.kind in self.rules.kinds
        if party.room is None:
            return self._shared_room(one, other) != ()
        return self._is_behind(party.room, one, other)

    def _is_behind(self, door: tuple[str, str], one: int, other: int) -> bool:
        """Whether two are, or may be, in one room, and this is the first of its doors: they are told once."""
        here, there = self.board.spot(one), self.board.spot(other)
        return self._shared_room(one, other) is not None and door == (here.home, min(here.atoms & there.atoms))

    def _shared_room(self, one: int, other: int) -> tuple[str, ...] | None:
        """On what it hangs that two are in one room; None if they are not. Posters hang side by side."""
        if all(self.board.occurrence(each).session.kind in SIDE_BY_SIDE for each in (one, other)):
            return None
        return self.board.spot(one).shared_room(self.board.spot(other))

    def _judge(self, party: Party, one: int, other: int) -> Judgement:
        board = self.board
        if board.bounds.low[other] < board.bounds.high[one] and board.loose.isdisjoint((one, other)):
            return _TOGETHER
        return judge(board.shape(one), board.shape(other), self._way(one, other), party.neighbours)

    def _way(self, one: int, other: int) -> Way:
        """The way from one place to the other; worked out once for two places."""
        places = self.board.places[one], self.board.places[other]
        if places not in self.ways:
            self.ways[places] = self.atlas.way(self.board.spot(one), self.board.spot(other))
        return self.ways[places]

    def _conflict(self, one: int, hit: Hit, *, more: bool = False) -> Conflict:
        """The conflict that a clash amounts to, after what is tentative or to be confirmed."""
        other, kind, persons, found, subject = hit
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
            subject=subject_of(seats, persons)
            if seats
            else self._room_of(one, other)
            if kind in _OF_ROOMS
            else subject or None,
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
        doubts = self.rules.doubts
        return seats_of(first, persons, doubts), seats_of(second, persons, doubts)

    def _room_of(self, one: int, other: int) -> str | None:
        """The room in which two are: the larger one, if one is part of the other; both names if they may be one."""
        pair = sorted((one, other), key=lambda each: -len(self.board.spot(each).atoms))
        names = dict.fromkeys(self.board.occurrence(each).room or "" for each in pair)
        return " or ".join(names) if self._shared_room(one, other) else next(iter(names))

    def _depends_on(self, one: int, hit: Hit, seats: tuple[Seats, Seats] | None) -> tuple[str, ...]:
        """What is not known yet of two sessions, and of one person's seats in each."""
        board, first, second = self.board, self.board.occurrence(one), self.board.occurrence(hit.other)
        told: tuple[str, ...] = ()
        if not hit.found.certain:
            told += time_unknowns(first) + time_unknowns(second) + self._way_unknown(one, hit)
        if board.is_tentative(one) or board.is_tentative(hit.other):
            told += status_unknowns(first) + status_unknowns(second)
        if seats:
            told += person_unknowns(first, seats[0]) + person_unknowns(second, seats[1])
            told += doubts_on((first, second), seats, hit.persons, self.rules.doubts)
        if hit.kind in _OF_ROOMS and board.places[one] != board.places[hit.other]:
            told += self._house_unknown(one, hit.other) + (self._shared_room(one, hit.other) or ())
        return told

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
        if is_one and pair[0].venue == pair[1].venue:  # then only one of two texts says the house
            return ()
        told = unknown if len(unknown) == 1 else ()
        return tuple(f"{self.board.occurrence(index).id}: the building is not known" for index in told)

    def _needed(self, one: int, hit: Hit) -> timedelta | None:
        """The time that has to lie between the two: for the way, or for the pause."""
        if hit.kind in _PAUSES:
            return self.rules.rest if hit.kind is Kind.REST else self.rules.turnover
        way = self._way(one, hit.other)
        return timedelta(seconds=way.usual) if way.is_known else None

    def _way_unknown(self, one: int, hit: Hit) -> tuple[str, ...]:
        """That it hangs on a way that is not known, or only estimated, or on which rooms are meant."""
        way = self._way(one, hit.other)
        is_open = hit.kind is Kind.TRAVEL and (way.is_estimate or way.hangs_on)
        if not is_open or not self._hangs_on(way, one, hit.other):
            return ()
        return way.hangs_on or way_unknowns(self.board.occurrence(one), self.board.occurrence(hit.other), way)

    def _hangs_on(self, way: Way, one: int, other: int) -> bool:
        """Whether a shorter way would be none, or this one, if it were stated, a certain conflict."""
        pair = self.board.shape(one), self.board.shape(other)
        longest, shortest = (judge(*pair, exactly(each), NOTHING_BETWEEN).travel for each in (way.usual, way.least))
        return shortest is None or (longest is not None and longest.certain)


def _order(hit: Hit) -> tuple[int, int, tuple[str, ...], str]:
    """What the clashes of one session are sorted by."""
    return hit.other, KINDS[hit.kind], hit.persons, hit.subject
