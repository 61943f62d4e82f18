"""The search: sweep each room, each person and the attendee, judge the pairs that may clash, tell what was found."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from datetime import timedelta
from itertools import chain

from agendacli.analysis.conflicts.board import Board, lay_out
from agendacli.analysis.conflicts.certainty import Finding, Judgement, judge
from agendacli.analysis.conflicts.copies import each_once
from agendacli.analysis.conflicts.instants import MINUTE, moment
from agendacli.analysis.conflicts.ordering import Hit, in_order
from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.conflicts.sweep import Neighbours, Pair, following, overlapping
from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind, Rules
from agendacli.analysis.conflicts.wording import person_unknowns, seats_of, status_unknowns, time_unknowns
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Status

DEFAULT_RULES = Rules()
NOWHERE = Gazetteer()
KINDS = tuple(Kind)
Seats = Sequence[Participant]
NOTHING_BETWEEN = Neighbours((), ())

MEASURED = Finding(0, 0, certain=True)
"""In place of the finding for two that overlap at times known exactly: it is made where it is told."""

_TOGETHER = Judgement(MEASURED)


def find_conflicts(
    occurrences: Sequence[Occurrence], gazetteer: Gazetteer = NOWHERE, rules: Rules = DEFAULT_RULES
) -> tuple[Conflict, ...]:
    """Every pair of occurrences that cannot both be kept, each once for every kind and person.

    They are in order of the first session, then of the second, then by kind (room, person, travel, overlap), then by
    person. Two occurrences with one id are one session and never clash. Of two times of one repeated session only the
    first clash of a kind and person is there.
    """
    atlas = Atlas(gazetteer, rules.buffer)
    board = lay_out(
        each_once(occurrences), atlas, include_transparent=rules.include_transparent, attending=rules.attending
    )
    search = Search(board, atlas, rules)
    return tuple(search.conflict(hit, more=more) for hit, more in in_order(search.hits(), board))


@frozen
class Search:
    """The search for conflicts on one board."""

    board: Board
    atlas: Atlas
    rules: Rules
    journeys: dict[Pair, int | None] = field(default_factory=dict)

    def hits(self) -> Iterator[Hit]:
        """Every clash, in no order."""
        return chain(self._rooms(), self._people(), self._attendee())

    def conflict(self, hit: Hit, *, more: bool) -> Conflict:
        """The conflict that a clash amounts to, after what is tentative or to be confirmed."""
        one, other, kind_index, person, found = hit
        kind, first, second = KINDS[kind_index], self.board.occurrence(one), self.board.occurrence(other)
        start, end, minutes = self._time(one, other) if found is MEASURED else (found.start, found.end, found.minutes)
        seats = (seats_of(first, person), seats_of(second, person)) if person else None
        depends_on = self._depends_on(hit, seats)
        journey = self._journey(one, other)
        return Conflict(
            kind,
            Certainty.POSSIBLE if depends_on else Certainty.CERTAIN,
            first,
            second,
            moment(start),
            moment(end),
            minutes,
            seats[0][0].name if seats else first.room if kind is Kind.ROOM else None,
            person or None,
            found.days,
            found.free,
            found.candidates,
            found.clear,
            None if journey is None else timedelta(seconds=journey),
            depends_on,
            more,
        )

    def _depends_on(self, hit: Hit, seats: tuple[Seats, Seats] | None) -> tuple[str, ...]:
        """What is not known yet of two sessions, and of one person's seats in each."""
        one, other, kind_index, _, found = hit
        board, first, second = self.board, self.board.occurrence(one), self.board.occurrence(other)
        told: tuple[str, ...] = ()
        if not found.certain:
            told += time_unknowns(first) + time_unknowns(second)
        if board.is_tentative(one) or board.is_tentative(other):
            told += status_unknowns(first) + status_unknowns(second)
        if seats:
            told += person_unknowns(first, seats[0]) + person_unknowns(second, seats[1])
        if KINDS[kind_index] is Kind.ROOM and board.places[one] != board.places[other]:
            told += self._house_unknown(one, other)
        return told

    def _time(self, one: int, other: int) -> tuple[int, int, int]:
        """The time that two have in common whose times are known, and its minutes."""
        low, high = self.board.bounds.low, self.board.bounds.high
        start, end = max(low[one], low[other]), min(high[one], high[other])
        return start, end, (end - start) // MINUTE

    def _house_unknown(self, one: int, other: int) -> tuple[str, ...]:
        """That a building is not named, where the other programme names one: only the room's name is the same."""
        unknown = [index for index in (one, other) if self.board.spot(index).venue is None]
        told = unknown if len(unknown) == 1 else ()
        return tuple(f"{self.board.occurrence(index).id}: the building is not known" for index in told)

    def _journey(self, one: int, other: int) -> int | None:
        """The seconds from one place to the other; worked out once for two places."""
        places = self.board.places[one], self.board.places[other]
        if places not in self.journeys:
            self.journeys[places] = self.atlas.journey(self.board.spot(one), self.board.spot(other))
        return self.journeys[places]

    def _rooms(self) -> Iterator[Hit]:
        if Kind.ROOM not in self.rules.kinds:
            return
        rank, places = KINDS.index(Kind.ROOM), self.board.places
        for members in self.board.by_room():
            for one, other in overlapping(members, self.board.bounds):
                same = places[one] == places[other] or self._in_one_room(one, other)
                if same and (found := self._overlap(one, other)):
                    yield one, other, rank, "", found

    def _people(self) -> Iterator[Hit]:
        if self.rules.kinds.isdisjoint({Kind.PERSON, Kind.TRAVEL}):
            return
        if self._travels(range(len(self.board))):
            for person, members in self.board.by_person().items():
                yield from self._party(tuple(dict.fromkeys(members)), Kind.PERSON, person)
        elif Kind.PERSON in self.rules.kinds:
            yield from self._wanted_twice()

    def _wanted_twice(self) -> Iterator[Hit]:
        """What `_party` finds for each person, where nobody travels."""
        rank = KINDS.index(Kind.PERSON)
        for person, members in self.board.by_person().items():
            for one, other in overlapping(members, self.board.bounds):
                if found := self._overlap(one, other):
                    yield one, other, rank, person, found

    def _attendee(self) -> Iterator[Hit]:
        if self.rules.kinds.isdisjoint({Kind.OVERLAP, Kind.TRAVEL}):
            return
        wanted, members = self.rules.attending, range(len(self.board))
        own = members if wanted is None else [index for index in members if self.board.occurrence(index).id in wanted]
        yield from self._party(own, Kind.OVERLAP, "")

    def _party(self, members: Sequence[int], together: Kind, person: str) -> Iterator[Hit]:
        """What one person, or the attendee, cannot both keep of these."""
        neighbours = self._neighbours(members) if self._travels(members) else None
        for pair in self._pairs(members, together, neighbours):
            judgement = self._judge(*pair, neighbours or NOTHING_BETWEEN)
            if judgement.travel and neighbours:
                yield *pair, KINDS.index(Kind.TRAVEL), person, judgement.travel
            if judgement.overlap and self._counts(pair, together):
                yield *pair, KINDS.index(together), person, judgement.overlap

    def _pairs(self, members: Sequence[int], together: Kind, neighbours: Neighbours | None) -> Iterator[Pair]:
        """The pairs that may clash. What overlaps may also be too far apart, unless both times are exact."""
        if together in self.rules.kinds or (neighbours and not self.board.loose.isdisjoint(members)):
            yield from overlapping(members, self.board.bounds)
        if neighbours:
            yield from self._following(members, neighbours)

    def _counts(self, pair: Pair, together: Kind) -> bool:
        """Whether an overlap is told under that kind: what shares a room is told as the room's."""
        return together in self.rules.kinds and (together is Kind.PERSON or not self._in_one_room(*pair))

    def _in_one_room(self, one: int, other: int) -> bool:
        return self.board.spot(one).same_room(self.board.spot(other))

    def _overlap(self, one: int, other: int) -> Finding | None:
        """How two overlap whose bounds do."""
        return self._judge(one, other, NOTHING_BETWEEN).overlap if self.board.loose else MEASURED

    def _judge(self, one: int, other: int, neighbours: Neighbours) -> Judgement:
        board = self.board
        if board.bounds.low[other] < board.bounds.high[one] and board.loose.isdisjoint((one, other)):
            return _TOGETHER
        first, second = sorted((one, other), key=board.position)
        return judge(board.placements(first), board.placements(second), self._journey(one, other), neighbours.separate)

    def _travels(self, members: Sequence[int]) -> bool:
        """Whether any of them lie far enough apart for a journey."""
        if Kind.TRAVEL not in self.rules.kinds:
            return False
        if self.atlas.longest_within_a_city:
            return True
        return not self.board.is_one_city and len(set(self.board.homes(members))) > 1

    def _neighbours(self, members: Sequence[int]) -> Neighbours:
        """What parts two items as far as travel goes: it takes place, at a known time, in a known city."""
        sure = [index for index in members if index not in self.board.loose and self._takes_place(index)]
        return Neighbours.of(sure, self.board.bounds)

    def _takes_place(self, index: int) -> bool:
        spot, status = self.board.spot(index), self.board.occurrence(index).status
        is_placed = spot.coordinates is not None and (spot.room is not None or not self.atlas.longest_within_a_city)
        return is_placed and spot.city is not None and status is Status.CONFIRMED

    def _following(self, members: Sequence[int], neighbours: Neighbours) -> Iterator[Pair]:
        """The pairs between which somebody may have to travel: between cities, and between rooms of a city."""
        bounds, within = self.board.bounds, self.atlas.longest_within_a_city
        yield from following(members, bounds, self.board.homes(members), neighbours, self.atlas.longest)
        if within:
            places = [self.board.places[index] for index in members]
            pairs = following(members, bounds, places, neighbours, within)
            yield from (pair for pair in pairs if len(set(self.board.homes(pair))) == 1)
