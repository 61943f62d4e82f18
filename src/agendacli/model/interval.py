"""Half-open intervals of UTC instants: touching is not overlapping."""

from datetime import datetime

from agendacli.model.frozen import frozen


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
