"""Sweeps over sorted instants: the pairs that may clash, in time n log n + their number.

Everything here is plain whole numbers: a member is an index into the bounds, and the indexes are in order of `low`.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from itertools import accumulate, compress, count, repeat
from operator import gt, itemgetter
from typing import TypeVar

from agendacli.model.frozen import frozen

_TWO = 2

Pair = tuple[int, int]
T = TypeVar("T")


@frozen
class Bounds:
    """Two columns: the first second that something may touch, in order, and the one after the last."""

    low: Sequence[int]
    high: Sequence[int]


def overlapping(members: Sequence[int], bounds: Bounds) -> Iterator[Pair]:
    """Every pair of members whose bounds share an instant, each once, the smaller index first.

    Members ascend; one that stands there twice counts once. The partners of one member among those after it stand in a
    row.
    """
    if len(members) < _TWO:
        return
    pick = itemgetter(*members)
    starts, ends = pick(bounds.low), pick(bounds.high)
    # Most begin when the one before has ended; no step of Python is spent on these.
    clashing = tuple(compress(count(), map(gt, ends, starts[1:])))
    if clashing and len(once := set(members)) < len(members):
        yield from overlapping(sorted(once), bounds)
        return
    for place in clashing:
        after = place + 1
        yield from zip(repeat(members[place]), members[after : bisect_left(starts, ends[place], after)])


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

    starts: Sequence[int]
    soonest: Sequence[int]

    @classmethod
    def of(cls, members: Sequence[int], bounds: Bounds) -> "Neighbours":
        """The neighbours among these members."""
        soonest = list(accumulate((bounds.high[member] for member in reversed(members)), min))
        return cls([bounds.low[member] for member in members], soonest[::-1])

    def next_end(self, after: int) -> int | None:
        """The soonest end of anything that starts then or later; None if nothing does."""
        position = bisect_left(self.starts, after)
        return self.soonest[position] if position < len(self.starts) else None

    def separate(self, after: int, before: int) -> bool:
        """Whether any of them lies wholly between the two instants."""
        end = self.next_end(after)
        return end is not None and end <= before


def following(
    members: Sequence[int],
    bounds: Bounds,
    groups: Sequence[Hashable],
    neighbours: Neighbours,
    reach: int,
) -> Iterator[Pair]:
    """Every pair of two groups in which one begins after the other has ended, at most `reach` seconds later.

    Pairs with one of the `neighbours` wholly between them are left out. A row of members of one group is passed over
    in one step, so that a large conference in one city costs nothing. `groups` has the group of each member.
    """
    low, high = bounds.low, bounds.high
    starts = [low[member] for member in members]
    other_group = _next_of_another_group(groups)
    for one, group in zip(members, groups, strict=True):
        limit = _limit(high[one], neighbours, reach)
        position = bisect_left(starts, high[one])
        while position < len(members) and starts[position] < limit:
            if groups[position] == group:
                position = other_group[position]
                continue
            yield one, members[position]
            position += 1


def _limit(ends: int, neighbours: Neighbours, reach: int) -> int:
    next_end = neighbours.next_end(ends)
    return ends + reach if next_end is None else min(ends + reach, next_end)


def _next_of_another_group(groups: Sequence[Hashable]) -> Sequence[int]:
    """For each position the next one at which the group is another."""
    found = [len(groups)] * len(groups)
    for position in range(len(groups) - 2, -1, -1):
        same = groups[position] == groups[position + 1]
        found[position] = found[position + 1] if same else position + 1
    return found
