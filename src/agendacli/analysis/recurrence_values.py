"""What expanding a repeat asks and gives, as values."""

from dataclasses import dataclass
from datetime import datetime

from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence

Placed = tuple[Occurrence, Interval]
"""An occurrence and its bounds."""

Found = tuple[list[Placed], bool]
"""What was found, and whether a limit left something out."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The UTC instants from `start` to before `end`; None where it has no bound."""

    start: datetime | None = None
    end: datetime | None = None

    def touches(self, interval: Interval) -> bool:
        """Whether any part of an interval lies in it; one without length counts by its start."""
        if self.end is not None and interval.start >= self.end:
            return False
        return self.start is None or interval.end > self.start or interval.start >= self.start


@dataclass(frozen=True, slots=True)
class Recurrences:
    """The occurrences of a repeated session in no order, and why some may be missing (nothing: all are there)."""

    found: list[Placed]
    missing: tuple[str, ...] = ()
