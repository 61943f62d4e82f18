"""The search: who cannot be in two places, which pairs may clash, and how they are judged."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from agendacli.analysis.conflicts.attendance import Attendance, Sides, offered
from agendacli.analysis.conflicts.board import Board, Position, board_of, each_once
from agendacli.analysis.conflicts.parties import Parties, Party, Row
from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.conflicts.telling import MEASURED, Hit, Telling
from agendacli.analysis.conflicts.times.certainty import exactly
from agendacli.analysis.conflicts.times.judgement import Judgement, judge
from agendacli.analysis.conflicts.travel import Travel, Ways
from agendacli.analysis.conflicts.values import Conflict, Kind, Rules
from agendacli.analysis.doubts import Doubts
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.places import Gazetteer

if TYPE_CHECKING:
    from agendacli.analysis.conflicts.absences import Everywhere
    from agendacli.analysis.conflicts.blocks import Blocks

DEFAULT_RULES = Rules()
NOWHERE = Gazetteer()
KINDS = {kind: place for place, kind in enumerate(Kind)}
_TOGETHER = Judgement(MEASURED)


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
    ways = Ways(board, atlas)
    return Search(
        board,
        ways=ways,
        telling=Telling(board, rules, ways),
        rules=rules,
        attendance=Attendance.of(board, rules),
        sides=Sides.of(board, rules),
        blocks=_blocks(board),
    )


def _blocks(board: Board) -> "Blocks | None":
    """The blocks and their items; None without any."""
    if not board.columns.items:
        return None
    from agendacli.analysis.conflicts.blocks import Blocks

    return Blocks.of(board)


@frozen
class Search:
    """The search for conflicts on one board."""

    board: Board
    ways: Ways
    telling: Telling
    rules: Rules
    attendance: Attendance
    sides: Sides | None
    blocks: "Blocks | None" = None

    def conflicts(self) -> Iterator[Conflict]:
        """Every conflict in order."""
        rows = self._rows()
        own = self._with_themselves(rows)
        absent = self._absent()
        for one in self.board.in_order(rows.keys() | absent.keys()):
            yield from absent.get(one, ())
            for hit in self._told(one, rows.get(one, ())):
                times = own.get(self._itself(one, hit)) if own else None
                if times is None:
                    yield self.telling.conflict(one, hit)
                elif times[0] == (one, hit.other):
                    is_thinned = id(self.board.occurrence(one).session) in self.board.repeated.thinned
                    yield self.telling.conflict(one, hit, more=len(times) > 1 or is_thinned)

    def _absent(self) -> Mapping[int, Sequence[Conflict]]:
        """What each session has with absences."""
        if Kind.ABSENCE not in self.rules.kinds or self.rules.between is not None:
            return {}
        columns = self.board.columns
        everywhere = _absent_everywhere(columns.seats, self.rules.doubts)
        if not everywhere and not any(each.programme.absences for each in columns.occurrences):
            return {}
        from agendacli.analysis.conflicts.absences import absences  # few programmes state any

        return absences(self.board, everywhere, self.rules.doubts)

    @property
    def offered(self) -> int:
        """How many sessions run in parallel of which an overlap is not reported, because people choose among them."""
        if Kind.OVERLAP not in self.rules.kinds:
            return 0
        return offered(self.board, self.attendance, self.blocks.blocks if self.blocks else ())

    def _rows(self) -> Mapping[int, Sequence[Row]]:
        """For each session all rows of those that may clash with it."""
        found: dict[int, list[Row]] = defaultdict(list)
        parties = Parties(self.board, Travel(self.board, self.ways.atlas, self.rules), self.rules, self.attendance)
        for party in parties:
            for row in parties.rows(party):
                found[row.party.members[row.part.place]].append(row)
        return found

    def _with_themselves(self, rows: Mapping[int, Sequence[Row]]) -> Mapping[Hashable, Sequence[tuple[int, int]]]:
        """The pairs of times of one session that clash, by the session, the kind and the persons."""
        found: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
        overlapping, near = self.board.repeated.overlapping, bool(self.rules.rest or self.rules.turnover)
        for one in self.board.in_order(rows) if overlapping or near else ():
            if near or id(self.board.occurrence(one).session) in overlapping:
                for hit in sorted(self._hits(one, rows[one]), key=self._order):
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
        """The clashes of a session in order. A named person's journey is not repeated for the attendee."""
        hits = self._longer(one, sorted(self._hits(one, rows), key=self._order))
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
        far = {other for other, _ in resting if self.ways.between(one, other).usual > rest}
        travelling = {(hit.other, hit.persons) for hit in hits if hit.kind is Kind.TRAVEL} & resting
        return [
            hit
            for hit in hits
            if (hit.other, hit.persons) not in travelling
            or hit.kind is (Kind.TRAVEL if hit.other in far else Kind.REST)
            or hit.kind not in {Kind.TRAVEL, Kind.REST}
        ]

    def _order(self, hit: Hit) -> tuple[Position, int, tuple[str, ...], str]:
        """What the clashes of one session are sorted by."""
        return self.board.position(hit.other), KINDS[hit.kind], hit.persons, hit.subject

    def _is_meant(self, row: Row, one: int, other: int) -> bool:
        """Whether two are together in time, or apart, as the row wants them; of days without a zone both are there."""
        bounds, board = self.board.bounds, self.board
        if not self._is_asked(row.party, one, other):
            return False
        if self.blocks and self._is_of_blocks(self.blocks, row.party, one, other):
            return False
        if bounds.slack and (bounds.low[other] < bounds.high[one]) != (row.groups is None):
            return False
        return not row.within or board.spot(one).home == board.spot(other).home

    def _is_asked(self, party: Party, one: int, other: int) -> bool:
        """Whether a clash of these two is looked for."""
        if (self.sides and not self.sides.part(one, other)) or not party.expects(one, other):
            return False
        return party.kind is not Kind.OVERLAP or self.attendance.expects(one, other)

    def _is_of_blocks(self, blocks: "Blocks", party: Party, one: int, other: int) -> bool:
        """Whether the two are a block and its item, or the clash is reported for the block of one of them."""
        if blocks.are_one(one, other) or (party.kind is Kind.TURNOVER and blocks.are_beside(one, other)):
            return True
        return any(self._is_asked(party, block, each) for block, each in blocks.instead(party, one, other))

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
        """Whether an overlap counts under that kind: what surely shares a room is reported as the room's."""
        if party.kind not in self.rules.kinds:
            return False
        if party.room is not None:
            return self._is_behind(party.room, one, other)
        return party.kind is not Kind.OVERLAP or self.ways.shared_room(one, other) != ()

    def _is_behind(self, door: tuple[str, str], one: int, other: int) -> bool:
        """Whether two are, or may be, in one room, and this is the first of its doors: they are reported once."""
        here, there = self.board.spot(one), self.board.spot(other)
        return self.ways.shared_room(one, other) is not None and door == (here.home, min(here.atoms & there.atoms))

    def _judge(self, party: Party, one: int, other: int) -> Judgement:
        board = self.board
        if board.bounds.low[other] < board.bounds.high[one] and board.loose.isdisjoint((one, other)):
            return _TOGETHER
        return judge(board.shape(one), board.shape(other), self.ways.between(one, other), party.neighbours)


def _absent_everywhere(seats: Iterable[Sequence[Participant]], doubts: Doubts) -> "Everywhere":
    """The absences, whatever the event, of all who sit there, or may do so."""
    seated = (seat.person for each in seats for seat in each)
    people = chain(seated, doubts.unseated, chain.from_iterable(doubts.positions.values()))
    return {each.id: each.absences for each in people if each and each.absences}
