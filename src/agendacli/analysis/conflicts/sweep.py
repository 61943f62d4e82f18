"""Sweeps over sorted instants: the pairs that may clash, in time n log n + their number.

Everything here is plain whole numbers: a member is an index into the bounds, and the indexes are in order of `low`.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import accumulate, repeat

from agendacli.model.frozen import frozen
from agendacli.model.people import Participant

Pair = tuple[int, int]


@frozen
class Bounds:
    """Two columns: the first second that something may touch, in order, and the one after the last."""

    low: Sequence[int]
    high: Sequence[int]


def overlapping(members: Sequence[int], bounds: Bounds) -> Iterator[Pair]:
    """Every pair of members whose bounds share an instant, each once, the smaller index first.

    Members ascend. The partners of one member among those after it stand in a row.
    """
    high = bounds.high
    starts = list(map(bounds.low.__getitem__, members))
    for position, (one, next_start) in enumerate(zip(members, starts[1:], strict=False), 1):
        if next_start < high[one]:
            yield from zip(repeat(one), members[position : bisect_left(starts, high[one], position)])


class Diary(dict[str, int]):
    """Who is in what until when, in one pass over everything in order: of each name what lasts longest so far.

    Lists are kept only of those who are wanted twice at once, and they are few.
    """

    def __init__(self, high: Sequence[int]) -> None:
        super().__init__()
        self._high = high
        self._running: dict[str, list[int]] = {}

    def clashing(self, name: str, one: int, start: int) -> Sequence[int]:
        """What that name has still to be in when `one` starts, which it takes on as well."""
        last, high, noted = self[name], self._high, self._running.get(name, [])
        if one in (last, *noted[-1:]):
            return ()
        running = [each for each in noted if high[each] > start]
        running = running if last in running else [*running, last]
        self._running[name] = [*running, one]
        if high[one] > high[last]:
            self[name] = one
        return running


def wanted_twice(seats: Iterable[Sequence[Participant]], bounds: Bounds) -> Iterator[tuple[str, int, int]]:
    """Every pair in which one person has a seat and whose bounds share an instant, after the person's id.

    `seats` are those in each, and the smaller index comes first.
    """
    high, diary = bounds.high, Diary(bounds.high)
    for one, (start, taken) in enumerate(zip(bounds.low, seats, strict=True)):
        for seat in taken:
            if (somebody := seat.person) is None:
                continue
            person = somebody.id
            last = diary.get(person)
            if last is None or high[last] <= start:
                diary[person] = one
            else:
                yield from ((person, each, one) for each in diary.clashing(person, one, start))


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
