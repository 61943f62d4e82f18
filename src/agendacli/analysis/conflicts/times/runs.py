"""Days as runs, where a span of centuries has too many of them to stand one by one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import final, overload

from agendacli.analysis.conflicts.times.days import Runs, size, union


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
        place = range(len(self))[index]
        for first, after in self.runs:
            if place < after - first:
                return date.fromordinal(first + place)
            place -= after - first
        raise IndexError(index)

    def __iter__(self) -> Iterator[date]:
        return (date.fromordinal(day) for run in self.runs for day in range(*run))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, DayRuns):
            return self.runs == other.runs
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self.runs)

    def __repr__(self) -> str:
        return f"DayRuns({self.runs})"
