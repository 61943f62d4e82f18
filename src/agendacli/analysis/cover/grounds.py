"""Where one has to be, as far as ways go: the place, and whether a time is known there by its days only."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from agendacli.analysis.conflicts.board import Board
from agendacli.analysis.conflicts.places import Atlas, Spot
from agendacli.analysis.conflicts.times.certainty import HALF_A_DAY, Way
from agendacli.analysis.conflicts.times.instants import DAY
from agendacli.analysis.conflicts.times.placements import NIGHT, DayRow, Shape


class Ground(NamedTuple):
    """A place and what is known of a time there: whether it is told by days, and whether its hours are known."""

    spot: Spot
    by_day: bool = False
    hours_known: bool = True


class Grounds:
    """The time that somebody needs between two grounds: for the way, or to rest, whichever is longer.

    What is true of two sessions that are judged one by one (`certainty.block_clash`) is true of their grounds.
    """

    def __init__(self, atlas: Atlas, rest: timedelta) -> None:
        self._atlas = atlas
        self._rest = int(rest.total_seconds())
        self._ways: dict[tuple[Spot, Spot], Way] = {}

    def way(self, one: Spot, other: Spot) -> Way:
        """The way from one place to the other, no shorter than the rest; worked out once for two places."""
        found = self._ways.get((one, other))
        if found is None:
            way = self._atlas.way(one, other)
            least, usual = max(way.least, self._rest), max(way.usual, self._rest)
            found = self._ways[one, other] = Way(least, usual, way.is_estimate and way.usual > self._rest, way.is_known)
        return found

    def least(self, one: Ground, other: Ground) -> int:
        """The seconds that are needed in any case."""
        return self.way(one.spot, other.spot).least

    def usual(self, one: Ground, other: Ground) -> int:
        """The seconds that are enough. Of a day whose hours are not known the night is left for the way."""
        needed = self.way(one.spot, other.spot).usual
        if one.by_day and other.by_day:
            return _between_days(needed)
        return needed if (one.hours_known and other.hours_known) or needed > NIGHT else 0

    def longest(self, board: Board) -> int:
        """A time that none of them exceeds."""
        between = 0 if board.is_one_city else self._atlas.longest
        return max(between, self._atlas.longest_within_a_city, self._rest)

    def of(self, board: Board) -> Sequence[Spot]:
        """The places of a board by their number; those between which there is no way are one."""
        if self._atlas.longest_within_a_city:
            return board.spots
        if board.is_one_city:
            return [board.spots[0] for _ in board.spots]
        return [Spot(each.home, each.city, venue=None, room=None, coordinates=each.coordinates) for each in board.spots]


def _between_days(needed: int) -> int:
    """The seconds between two days that are enough: a night, and whole days as near as clocks apart let them be."""
    days = -((NIGHT - needed) // DAY)
    return min(needed, days * DAY - HALF_A_DAY + 1) if needed > NIGHT else 0


def ground_of(spot: Spot, shape: Shape) -> Ground:
    """The ground of a session at a place."""
    return Ground(spot, isinstance(shape, DayRow), shape.hours_known)
