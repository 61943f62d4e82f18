"""Half-open intervals of UTC instants: touching is not overlapping."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The instants from `start` (inclusive) to `end` (exclusive), both UTC."""

    start: datetime
    end: datetime

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two share an instant."""
        return self.start < other.end and other.start < self.end

    def shared(self, other: "Interval") -> "Interval":
        """The part that two overlapping intervals have in common."""
        return Interval(max(self.start, other.start), min(self.end, other.end))

    @property
    def minutes(self) -> int:
        """The length in whole minutes."""
        return int((self.end - self.start).total_seconds() // 60)
