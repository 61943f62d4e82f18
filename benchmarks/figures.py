"""A line of the table: a ratio of two things that were measured in turns, its goal, and whether that is met."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from benchmarks.measuring import Race
from benchmarks.ratios import Ratio, exponent, ratio

TIMES = "×"


@dataclass(frozen=True, slots=True)
class Goal:
    """The most that a figure may be, or with `at_least` the least."""

    limit: float
    at_least: bool = False

    def is_met(self, value: float) -> bool:
        """Whether the figure is as it is to be."""
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, against what, and how they compare; without a value `note` says why."""

    what: str
    against: str
    value: Ratio | None = None
    goal: Goal | None = None
    unit: str = TIMES
    note: str = ""

    @property
    def is_missed(self) -> bool:
        """Whether there is a goal and the figure is not as it says."""
        return bool(self.goal and self.value and not self.goal.is_met(self.value.median))

    def with_note(self, note: str) -> "Figure":
        """The same, with a word beside it, unless it has one that says why there is no value."""
        return self if self.note else replace(self, note=note)


@dataclass(frozen=True, slots=True)
class Section:
    """The figures of one question; `about` says in a sentence what they mean."""

    name: str
    title: str
    about: str
    figures: tuple[Figure, ...]


def most(limit: float) -> Goal:
    """A goal from above."""
    return Goal(limit)


def least(limit: float) -> Goal:
    """A goal from below."""
    return Goal(limit, at_least=True)


def compared(found: Race, what: str, against: str, goal: Goal | None = None) -> Figure:
    """The time of a subject by that of another of the same race; who took no part is not installed."""
    return divided((what, found.seconds(what)), (against, found.seconds(against)), goal, _reason(found, what, against))


def divided(
    measured: tuple[str, Sequence[float]], by: tuple[str, Sequence[float]], goal: Goal | None, reason: str = ""
) -> Figure:
    """One row of times by another, round by round, each with its name; without times `reason` says why."""
    (what, times), (against, yardstick) = measured, by
    if not times or not yardstick:
        return Figure(what, against, None, goal, note=reason)
    return Figure(what, against, ratio(times, yardstick), goal)


def single(what: str, against: str, value: float, goal: Goal | None = None, unit: str = TIMES) -> Figure:
    """A figure that is one number: an exponent, a ratio of sizes."""
    return Figure(what, against, Ratio(value, value, value), goal, unit)


def grown(found: Race, sizes: Sequence[int], what: str, goal: Goal | None) -> Figure:
    """The exponent of a race in which each size took part under its number."""
    name, span = f"exponent of {what}", f"{sizes[0]:,} → {sizes[-1]:,}"
    if reason := _reason(found, *map(str, sizes)):
        return Figure(name, span, None, goal, note=reason)
    return single(name, span, exponent({size: median(found.seconds(str(size))) for size in sizes}), goal, unit="")


def taken(found: Race, name: str, path: Path, what: str, goal: Goal | None) -> Figure:
    """The most memory of a subject by the size of a file."""
    if reason := _reason(found, name):
        return Figure(what, "the file", None, goal, note=reason)
    return single(what, "the file", found.peak(name) / path.stat().st_size, goal)


def _reason(found: Race, *names: str) -> str:
    told = [f"{name}: {found.failed[name]}" for name in names if name in found.failed]
    return "; ".join(told or (f"{name}: not installed" for name in names if name not in found.readings))
