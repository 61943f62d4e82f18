"""Half-open intervals of UTC instants, and stretches that may have no bound: touching is not overlapping."""

from collections.abc import Callable
from datetime import datetime

from agendacli.model.frozen import frozen

LIMIT = 10_000
"""How many times of one rule are made for one stretch; that more are left out is told."""


@frozen
class Interval:
    """The instants from `start` (inclusive) to `end` (exclusive), both UTC. Sorts by start."""

    start: datetime
    end: datetime

    def __lt__(self, other: "Interval") -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two intervals share an instant."""
        return self.start < other.end and other.start < self.end

    def shared(self, other: "Interval") -> "Interval":
        """The overlap of two intervals that share an instant."""
        return Interval(max(self.start, other.start), min(self.end, other.end))

    @property
    def minutes(self) -> int:
        """The length in whole minutes."""
        return int((self.end - self.start).total_seconds() // 60)


@frozen
class Stretch:
    """The UTC instants from `start` to before `end`; None where it has no bound.

    Without `end` a rule without end stops a year after the latest of `start`, `moment` and its first time. The moment
    is asked for only then: an answer that needs none can be kept.
    """

    start: datetime | None = None
    end: datetime | None = None
    moment: Callable[[], datetime] | None = None

    def touches(self, interval: Interval) -> bool:
        """Whether any part of an interval lies in it; one without length counts by its start."""
        if self.end is not None and interval.start >= self.end:
            return False
        return self.start is None or interval.end > self.start or interval.start >= self.start
