"""Sets of days as runs of whole numbers: what thousands of days have in common costs what a few runs do."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import final, overload

Run = tuple[int, int]
"""A first day and the one after the last; never empty."""

Runs = Sequence[Run]
"""A set of days: runs in order, each apart from the next."""

NO_DAYS: Runs = ()


def union(runs: Iterable[Run]) -> Runs:
    """The days that lie in any of the runs, which may be empty, overlap, and stand in any order."""
    found: list[Run] = []
    for first, after in sorted(run for run in runs if run[0] < run[1]):
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(after, found[-1][1])
        else:
            found.append((first, after))
    return found


def common_days(one: Runs, other: Runs) -> Runs:
    """The days that lie in both sets."""
    return [*_shared(one, other)]


def without(one: Runs, other: Runs) -> Runs:
    """The days of the first set that do not lie in the other."""
    if not one or not other:
        return one
    edges = [one[0][0], *(edge for run in other for edge in run), max(one[-1][1], other[-1][1])]
    return common_days(
        one, [(first, after) for first, after in zip(edges[::2], edges[1::2], strict=True) if first < after]
    )


def days_later(days: Runs, by: int) -> Runs:
    """The days so many days later."""
    return [(first + by, after + by) for first, after in days]


def widened(days: Runs, back: int, onwards: int) -> Runs:
    """The days, and so many before and after each of them; negative numbers move an edge the other way."""
    return union((first - back, after + onwards) for first, after in days)


def size(days: Runs) -> int:
    """How many days there are."""
    return sum(after - first for first, after in days)


def _shared(one: Runs, other: Runs) -> Iterator[Run]:
    here = there = 0
    while here < len(one) and there < len(other):
        first, after = max(one[here][0], other[there][0]), min(one[here][1], other[there][1])
        if first < after:
            yield first, after
        if one[here][1] < other[there][1]:
            here += 1
        else:
            there += 1


@final
class DayRuns(Sequence[date]):
    """Days in order, kept as runs of ordinals. Equal to any sequence of the same days."""

    __slots__ = ("runs",)

    def __init__(self, runs: Runs) -> None:
        self.runs = tuple(runs)

    @classmethod
    def of(cls, days: Iterable[date]) -> "DayRuns":
        """Some days, in any order."""
        return cls(union((day.toordinal(), day.toordinal() + 1) for day in days))

    def __len__(self) -> int:
        return size(self.runs)

    @overload
    def __getitem__(self, index: int) -> date: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[date, ...]: ...
    def __getitem__(self, index: int | slice) -> date | tuple[date, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        place, runs = range(len(self))[index], iter(self.runs)
        first, after = next(runs)
        while place >= after - first:
            place -= after - first
            first, after = next(runs)
        return date.fromordinal(first + place)

    def __iter__(self) -> Iterator[date]:
        return (date.fromordinal(day) for run in self.runs for day in range(*run))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, DayRuns):
            return self.runs == other.runs
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self.runs)
