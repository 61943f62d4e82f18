"""Sweeps over sorted instants: the pairs that may clash, in time n log n + their number.

Everything here is plain whole numbers: a member is an index into the bounds.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, repeat

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Two columns: the first second that something may touch, and the one after the last."""

    low: Sequence[int]
    high: Sequence[int]


def overlapping(members: Sequence[int], bounds: Bounds) -> Iterator[Pair]:
    """Every pair of members whose bounds share an instant, each once, the smaller index first.

    Once they are sorted by start, the partners of one member among those after it stand in a row.
    """
    low, high = bounds.low, bounds.high
    ordered = sorted(members, key=low.__getitem__)
    starts = [low[member] for member in ordered]
    in_order = all(one < other for one, other in pairwise(ordered))
    for position, (one, next_start) in enumerate(zip(ordered, starts[1:], strict=False), 1):
        if next_start < high[one]:
            partners = ordered[position : bisect_left(starts, high[one], position)]
            # Almost always the indexes are in order of the starts; then no pair has to be looked at.
            yield from zip(repeat(one), partners) if in_order else ((min(one, n), max(one, n)) for n in partners)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Of things that take place for certain at known times: what lies wholly between two instants.

    `starts` is sorted; `soonest` holds, for each of them, the soonest end of any that starts there or later.
    """

    starts: Sequence[int]
    soonest: Sequence[int]

    @classmethod
    def of(cls, members: Sequence[int], bounds: Bounds) -> "Neighbours":
        """The neighbours among these members."""
        ordered = sorted(members, key=bounds.low.__getitem__, reverse=True)
        soonest = list(accumulate((bounds.high[member] for member in ordered), min))
        return cls([bounds.low[member] for member in reversed(ordered)], soonest[::-1])

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
    in one step, so that a large conference in one city costs nothing.
    """
    low, high = bounds.low, bounds.high
    ordered = sorted(members, key=low.__getitem__)
    starts = [low[member] for member in ordered]
    other_group = _next_of_another_group([groups[member] for member in ordered])
    for one in ordered:
        limit = _limit(high[one], neighbours, reach)
        position = bisect_left(starts, high[one])
        while position < len(ordered) and starts[position] < limit:
            other = ordered[position]
            if groups[other] == groups[one]:
                position = other_group[position]
                continue
            yield (one, other) if one < other else (other, one)
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
