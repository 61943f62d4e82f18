"""The search: sweep each room, each person and the attendee, judge the pairs that may clash, tell what was found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain

from agendacli.analysis.conflicts.board import Board, lay_out
from agendacli.analysis.conflicts.certainty import Finding, Judgement, judge
from agendacli.analysis.conflicts.instants import MINUTE, moment
from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.conflicts.sweep import Neighbours, Pair, following, overlapping
from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind, Rules
from agendacli.analysis.conflicts.wording import person_unknowns, seats_of, status_unknowns, time_unknowns
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Status

DEFAULT_RULES = Rules()
NOWHERE = Gazetteer()
KINDS = tuple(Kind)
_OWN_UID = "@agendacli"  # as the iCalendar writer ends a UID: SESSION.EVENT@agendacli
NOTHING_BETWEEN = Neighbours((), ())


def find_conflicts(
    occurrences: Sequence[Occurrence], gazetteer: Gazetteer = NOWHERE, rules: Rules = DEFAULT_RULES
) -> tuple[Conflict, ...]:
    """Every pair of occurrences that cannot both be kept, each once for every kind and person.

    They are in order of the first session, then of the second, then by kind (room, person, travel, overlap), then by
    person. Two occurrences with one id are one session and never clash.
    """
    atlas = Atlas(gazetteer, rules.buffer)
    board = lay_out(each_once(occurrences), atlas, include_transparent=rules.include_transparent)
    search = Search(board, atlas, rules)
    return tuple(search.conflict(hit) for hit in _in_order(search.hits(), board))


def each_once(occurrences: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """The occurrences without second copies of one session.

    Such are an older revision beside a newer one, and a calendar beside the event that it was exported from.
    """
    if len({each.programme.address for each in occurrences}) == 1:
        return occurrences
    unique: dict[str, Occurrence] = {}
    for each in sorted(occurrences, key=lambda each: (each.programme.older, "@" in each.session.id)):
        unique.setdefault(identity(each), each)
    return tuple(unique.values())


def identity(occurrence: Occurrence) -> str:
    """What makes it the same session wherever it is read: its UID in a calendar, else the ids that make its UID."""
    session, event = occurrence.session.id, occurrence.programme.id
    if session.endswith(_OWN_UID):
        session, _, event = session.removesuffix(_OWN_UID).partition(".")
    name = session if "@" in session else f"{event}/{session}"
    return f"{name}/{occurrence.original}"


Hit = tuple[int, int, int, str, Finding]
"""Two indexes into the board, the place of the kind among all kinds, a person's id or nothing, and the finding."""


@dataclass(frozen=True, slots=True)
class Search:
    """The search for conflicts on one board."""

    board: Board
    atlas: Atlas
    rules: Rules

    def hits(self) -> Iterator[Hit]:
        """Every clash, in no order."""
        occurrences = self.board.occurrences
        for hit in chain(self._rooms(), self._people(), self._attendee()):
            if occurrences[hit[0]].id != occurrences[hit[1]].id:
                yield hit

    def conflict(self, hit: Hit) -> Conflict:
        """The conflict that a clash amounts to, after what is tentative or to be confirmed."""
        one, other, kind_index, person, found = hit
        kind, first, second = KINDS[kind_index], self.board.occurrences[one], self.board.occurrences[other]
        depends_on = _depends_on(first, second, person, found)
        if kind is Kind.ROOM:
            depends_on += self._house_unknown(one, other)
        return Conflict(
            kind,
            Certainty.POSSIBLE if depends_on else Certainty.CERTAIN,
            first,
            second,
            moment(found.start),
            moment(found.end),
            found.minutes,
            _subject(kind, first, person),
            person or None,
            found.days,
            found.free,
            found.candidates,
            found.clear,
            self._journey(one, other),
            depends_on,
        )

    def _house_unknown(self, one: int, other: int) -> tuple[str, ...]:
        """That a building is not named, where the other programme names one: only the room's name is the same."""
        spots, occurrences = self.board.spots, self.board.occurrences
        if spots[one].venue == spots[other].venue:
            return ()
        return tuple(f"{occurrences[i].id}: the building is not known" for i in (one, other) if spots[i].venue is None)

    def _journey(self, one: int, other: int) -> timedelta | None:
        known = self.atlas.journey(self.board.spots[one], self.board.spots[other])
        return None if known is None else timedelta(seconds=known)

    def _rooms(self) -> Iterator[Hit]:
        if Kind.ROOM not in self.rules.kinds:
            return
        spots, rank = self.board.spots, KINDS.index(Kind.ROOM)
        for members in self.board.by_room().values():
            for one, other in overlapping(members, self.board.bounds):
                if spots[one].same_room(spots[other]):
                    found = self._judge(one, other, NOTHING_BETWEEN).overlap
                    if found:
                        yield one, other, rank, "", found

    def _people(self) -> Iterator[Hit]:
        if self.rules.kinds.isdisjoint({Kind.PERSON, Kind.TRAVEL}):
            return
        for person, members in self.board.by_person().items():
            yield from self._party(members, Kind.PERSON, person)

    def _attendee(self) -> Iterator[Hit]:
        if self.rules.kinds.isdisjoint({Kind.OVERLAP, Kind.TRAVEL}):
            return
        wanted, occurrences = self.rules.attending, self.board.occurrences
        members = range(len(occurrences))
        own = members if wanted is None else [index for index in members if occurrences[index].id in wanted]
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
        if together in self.rules.kinds or (neighbours and not all(self.board.exact[index] for index in members)):
            yield from overlapping(members, self.board.bounds)
        if neighbours:
            yield from self._following(members, neighbours)

    def _counts(self, pair: Pair, together: Kind) -> bool:
        """Whether an overlap is told under that kind: what shares a room is told as the room's."""
        one, other = (self.board.spots[index] for index in pair)
        return together in self.rules.kinds and (together is Kind.PERSON or not one.same_room(other))

    def _judge(self, one: int, other: int, neighbours: Neighbours) -> Judgement:
        board, low, high = self.board, self.board.bounds.low, self.board.bounds.high
        if board.exact[one] and board.exact[other]:
            start, end = max(low[one], low[other]), min(high[one], high[other])
            if start < end:
                return Judgement(Finding(start, end, certain=True, minutes=(end - start) // MINUTE))
        journey = self.atlas.journey(board.spots[one], board.spots[other])
        return judge(board.placements(one), board.placements(other), journey, neighbours.separate)

    def _travels(self, members: Sequence[int]) -> bool:
        """Whether any of them lie far enough apart for a journey."""
        if Kind.TRAVEL not in self.rules.kinds or (self.board.one_home and not self.atlas.longest_within_a_city):
            return False
        return bool(self.atlas.longest_within_a_city) or len({self.board.homes[index] for index in members}) > 1

    def _neighbours(self, members: Sequence[int]) -> Neighbours:
        """What parts two items as far as travel goes: it takes place, at a known time, in a known city."""
        board = self.board
        sure = [index for index in members if board.exact[index] and self._takes_place(index)]
        return Neighbours.of(sure, board.bounds)

    def _takes_place(self, index: int) -> bool:
        spot, status = self.board.spots[index], self.board.occurrences[index].status
        is_placed = spot.coordinates is not None and (spot.room is not None or not self.atlas.longest_within_a_city)
        return is_placed and spot.city is not None and status is Status.CONFIRMED

    def _following(self, members: Sequence[int], neighbours: Neighbours) -> Iterator[Pair]:
        """The pairs between which somebody may have to travel: between cities, and between rooms of a city."""
        board, homes, within = self.board, self.board.homes, self.atlas.longest_within_a_city
        yield from following(members, board.bounds, homes, neighbours, self.atlas.longest)
        if within:
            pairs = following(members, board.bounds, board.spots, neighbours, within)
            yield from (pair for pair in pairs if homes[pair[0]] == homes[pair[1]])


def _in_order(hits: Iterable[Hit], board: Board) -> Sequence[Hit]:
    """The clashes in order, the first session of each first; what two files with the same session give twice, once."""
    found = list(hits)
    ids = {index: board.occurrences[index].id for hit in found for index in hit[:2]}
    ranking = {index: rank for rank, index in enumerate(sorted(ids, key=lambda index: (board.keys[index], ids[index])))}
    turned = [hit if ranking[hit[0]] < ranking[hit[1]] else (hit[1], hit[0], *hit[2:]) for hit in found]
    turned.sort(key=lambda hit: (ranking[hit[0]], ranking[hit[1]], *hit[2:4]))
    if len(set(ids.values())) == len(ids):
        return turned
    unique: dict[tuple[object, ...], Hit] = {}
    for hit in turned:
        unique.setdefault((ids[hit[0]], ids[hit[1]], *hit[2:]), hit)
    return tuple(unique.values())


def _subject(kind: Kind, first: Occurrence, person: str) -> str | None:
    if kind is Kind.ROOM:
        return first.room
    return seats_of(first, person)[0].name if person else None


def _depends_on(first: Occurrence, second: Occurrence, person: str, found: Finding) -> tuple[str, ...]:
    both = (first, second)
    times = () if found.certain else (time_unknowns(each) for each in both)
    people = (person_unknowns(each, person) for each in both) if person else ()
    return tuple(chain(*times, *(status_unknowns(each) for each in both), *people))
