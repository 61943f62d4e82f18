"""Sweeps over sorted instants: the pairs that may clash, in time n log n + their number.

Everything here is plain whole numbers: a member is an index into the bounds. Members stand in order of their `starts`,
and so the partners of one of them stand in a row: thousands of pairs are one slice.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress, count
from operator import gt, itemgetter
from typing import NamedTuple, TypeVar

from agendacli.model.frozen import frozen

_TWO = 2

T = TypeVar("T")


@frozen
class Bounds:
    """Columns: where something begins; the first second that it may touch, and the one after the last.

    None touches anything more than `slack` seconds before it begins.
    """

    starts: Sequence[int]
    low: Sequence[int]
    high: Sequence[int]
    slack: int = 0


class Slice(NamedTuple):
    """Some of the members for one of them, as places in their sequence: those from `first` to `after` (exclusive)."""

    place: int
    first: int
    after: int


def overlapping(members: Sequence[int], bounds: Bounds) -> Iterator[Slice]:
    """For each member that shares an instant with later ones, these, and no others if the bounds have no slack.

    Members are in order.
    """
    if len(members) < _TWO:
        return
    pick = itemgetter(*members)
    starts, ends = pick(bounds.starts), pick(bounds.high)
    if bounds.slack:
        ends = [end + bounds.slack for end in ends]
    # Most begin when the one before has ended; no step of Python is spent on these.
    for place in compress(count(), map(gt, ends, starts[1:])):
        yield Slice(place, place + 1, bisect_left(starts, ends[place], place + 1))


def any_overlap(members: Sequence[int], bounds: Bounds) -> bool:
    """Whether any two members, in whatever order, share an instant.

    If none do, each has ended when the next begins, and the ends in order alternate with the beginnings in order.
    """
    starts, ends = (sorted(picked(column, members)) for column in (bounds.low, bounds.high))
    return any(map(gt, ends, starts[1:]))


def picked(column: Sequence[T], members: Sequence[int]) -> Sequence[T]:
    """What stands in a column for each of some members."""
    if len(members) < _TWO:  # of which an `itemgetter` makes no tuple
        return tuple(column[each] for each in members)
    found: tuple[T, ...] = itemgetter(*members)(column)
    return found


@frozen
class Neighbours:
    """Of things that take place for certain at known times: what lies wholly between two instants.

    `starts` is sorted; `soonest` holds, for each of them, the soonest end of any that starts there or later.
    """

    starts: Sequence[int] = ()
    soonest: Sequence[int] = ()

    @classmethod
    def of(cls, members: Sequence[int], bounds: Bounds) -> "Neighbours":
        """The neighbours among these members, in whatever order."""
        order = sorted(members, key=bounds.low.__getitem__)
        soonest = list(accumulate((bounds.high[member] for member in reversed(order)), min))
        return cls([bounds.low[member] for member in order], soonest[::-1])

    def next_end(self, after: int) -> int | None:
        """The soonest end of anything that starts then or later; None if nothing does."""
        position = bisect_left(self.starts, after)
        return self.soonest[position] if position < len(self.starts) else None

    def separate(self, after: int, before: int) -> bool:
        """Whether any of them lies wholly between the two instants."""
        end = self.next_end(after)
        return end is not None and end <= before


NOTHING_BETWEEN = Neighbours()


@frozen
class Groups:
    """The group of each of some members, and for each the next place at which it is another one."""

    of: Sequence[object]
    next_other: Sequence[int]

    @classmethod
    def by(cls, groups: Sequence[object]) -> "Groups":
        """The groups, looked through once."""
        found = [len(groups)] * len(groups)
        for place in range(len(groups) - 2, -1, -1):
            same = groups[place] == groups[place + 1]
            found[place] = found[place + 1] if same else place + 1
        return cls(groups, found)

    def others(self, part: Slice) -> Iterator[int]:
        """The places of a slice that are of another group than the one member; a row of its own is one step."""
        place, own = part.first, self.of[part.place]
        while place < part.after:
            if self.of[place] == own:
                place = self.next_other[place]
            else:
                yield place
                place += 1


def following(
    members: Sequence[int], bounds: Bounds, groups: Groups, neighbours: Neighbours, reach: int
) -> Iterator[Slice]:
    """For each member those that begin after it has ended, at most `reach` seconds later, if any is of another group.

    What lies behind one of the `neighbours` is left out.
    """
    starts = [bounds.starts[member] for member in members]
    for place, one in enumerate(members):
        first = bisect_left(starts, bounds.high[one], place)
        after = bisect_left(starts, _limit(bounds.high[one], neighbours, reach) + bounds.slack, first)
        found = Slice(place, first, after)
        if next(groups.others(found), None) is not None:
            yield found


def _limit(ends: int, neighbours: Neighbours, reach: int) -> int:
    next_end = neighbours.next_end(ends)
    return ends + reach if next_end is None else min(ends + reach, next_end)
