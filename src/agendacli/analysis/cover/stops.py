"""The sessions that are to be covered, as stops: when one has to be there, until when one is taken, and where."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta

from agendacli.analysis.conflicts.blocks import Blocks
from agendacli.analysis.conflicts.board import Board, board_of, each_once
from agendacli.analysis.conflicts.places import Atlas, Spot
from agendacli.analysis.conflicts.times.instants import MINUTE, day_start
from agendacli.analysis.conflicts.times.placements import Block, Shape
from agendacli.analysis.cover.grounds import Ground, Grounds, ground_of
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence, order
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Status
from agendacli.model.when import Days, Hours, TimeWindow

Gap = Callable[[Ground, Ground], int]


@frozen
class Coverage:
    """The sessions that are to be covered: those of a board but for the items of blocks, which are covered with these.

    `blocks` has the block of each item. `unsettled` are those whose times are not known exactly, or that are tentative.
    Days that belong to no zone are read in `zone`.
    """

    board: Board
    grounds: Grounds
    spots: Sequence[Spot]
    indexes: tuple[int, ...]
    blocks: Mapping[int, int]
    unsettled: frozenset[int]
    zone: str

    @classmethod
    def of(
        cls,
        occurrences: Sequence[Occurrence],
        gazetteer: Gazetteer,
        buffer: timedelta,
        rest: timedelta,
        *,
        include_transparent: bool,
    ) -> "Coverage":
        """Those of some occurrences, with the time that it takes from one to the other."""
        atlas = Atlas(gazetteer, buffer)
        board = board_of(sorted(each_once(occurrences), key=order), atlas, include_transparent=include_transparent)
        grounds, blocks = Grounds(atlas, rest), Blocks.of(board).blocks
        indexes = tuple(index for index in range(len(board)) if index not in blocks)
        tentative = (each for each in indexes if board.is_tentative(each) and _is_tentative(board.occurrence(each)))
        return cls(
            board,
            grounds,
            spots=grounds.of(board),
            indexes=indexes,
            blocks=blocks,
            unsettled=board.loose.union(tentative),
            zone=_zone(board),
        )

    @property
    def settled(self) -> tuple[int, ...]:
        """Those that surely take place, at times that are known."""
        return tuple(each for each in self.indexes if each not in self.unsettled)

    @property
    def is_settled(self) -> bool:
        """Whether all of them are, and no way between them is an estimate."""
        return not self.unsettled and self.board.is_one_city

    def span(self, index: int) -> tuple[int, int]:
        """From the first second that a session may take to the one after the last."""
        if index not in self.board.loose:
            return self.board.bounds.low[index], self.board.bounds.high[index]
        shape = self.board.shape(index)
        if isinstance(shape, Block):
            return shape.earliest_start, shape.latest_end
        zone = shape.zone or self.zone
        return day_start(shape.first, zone), day_start(shape.after, zone)

    def ground(self, index: int) -> Ground:
        """Where a session is, and what is known of its time."""
        spot = self.spots[self.board.places[index]]
        return Ground(spot) if index not in self.board.loose else ground_of(spot, self.board.shape(index))

    def covering(self, index: int) -> int:
        """The session that is covered in the place of one: of an item its block."""
        return self.blocks.get(index, index)

    def minutes(self, index: int) -> int:
        """How long a session takes, as far as that is known."""
        when, (start, end) = self.board.occurrence(index).when, self.span(index)
        if isinstance(when, TimeWindow):
            return int((when.length or timedelta()) / timedelta(minutes=1))
        is_known = index not in self.board.loose or (isinstance(when, Days) and when.hours is Hours.ALL)
        return (end - start) // MINUTE if is_known else 0

    def shape(self, index: int) -> Shape:
        """Every placement of a session."""
        return self.board.shape(index)


@frozen
class Stops:
    """Columns of one length: the index of each session on the board, its start and end in seconds, its ground.

    `minutes` are those of each as far as they are known, `order` is that of the starts. A ground is a number of
    `places`; `gap` has the seconds between two of these, none more than `longest`.
    """

    indexes: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    grounds: Sequence[int]
    minutes: Sequence[int]
    order: Sequence[int]
    places: Sequence[Ground]
    gap: Gap
    longest: int

    @classmethod
    def of(cls, coverage: Coverage, indexes: Sequence[int], gap: Gap) -> "Stops":
        """Some of the sessions, each in all of the time that it may take."""
        spans = [coverage.span(each) for each in indexes]
        numbers: dict[Ground, int] = {}
        grounds = [numbers.setdefault(coverage.ground(each), len(numbers)) for each in indexes]
        starts, ends = [start for start, _ in spans], [end for _, end in spans]
        longest = coverage.grounds.longest(coverage.board)
        return cls(
            indexes,
            starts=starts,
            ends=ends,
            grounds=grounds,
            minutes=[coverage.minutes(each) for each in indexes],
            order=sorted(range(len(starts)), key=starts.__getitem__),
            places=tuple(numbers),
            gap=gap,
            longest=longest,
        )

    def __len__(self) -> int:
        return len(self.indexes)

    def grounds_soon(self, one: int) -> Iterable[int]:
        """The grounds at which something may begin after a stop has ended, before the longest way from it is done."""
        first = bisect_left(self.order, self.ends[one], key=self.starts.__getitem__)
        after = bisect_left(self.order, self.ends[one] + self.longest, first, key=self.starts.__getitem__)
        if after - first >= len(self.places):
            return range(len(self.places))
        return {self.grounds[each] for each in self.order[first:after]}

    def between(self, one: int, other: int) -> int:
        """The seconds that are needed between two stops."""
        return self.gap(self.places[self.grounds[one]], self.places[self.grounds[other]])

    def follows(self, one: int, other: int) -> bool:
        """Whether one person can be at both, the other one second."""
        return self.ends[one] + self.between(one, other) <= self.starts[other]

    def can_join(self, path: Iterable[int], stop: int) -> bool:
        """Whether somebody can go to a stop who was at those of a path, the last one first.

        What names no city is no way from one to another: who was in Vienna before is still there.
        """
        for each in path:
            if not self.follows(each, stop):
                return False
            if self.is_placed(each):
                break
        return True

    def is_placed(self, stop: int) -> bool:
        """Whether a stop is in a city that it names."""
        return self.places[self.grounds[stop]].spot.city is not None

    def clash(self, one: int, other: int) -> bool:
        """Whether one person cannot be at both."""
        return not (self.follows(one, other) or self.follows(other, one))


def _is_tentative(occurrence: Occurrence) -> bool:
    return occurrence.status is Status.TENTATIVE


def _zone(board: Board) -> str:
    """The zone that most of the sessions have."""
    zones = Counter(each.zone for each in board.columns.occurrences if each.zone)
    return max(zones, key=lambda zone: (zones[zone], zone), default="UTC")
