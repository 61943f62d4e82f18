"""What expanding a repeat asks and gives, as values."""

from datetime import datetime

from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence

LIMIT = 10_000
"""How many times of one rule are made for one stretch; that more are left out is told."""

STEPS_FOR_EACH = 10
"""How many steps are looked at for each time that may be made: some rules lead to none, however long one follows."""

Placed = tuple[Occurrence, Interval]
"""An occurrence and its bounds."""

Found = tuple[list[Placed], str]
"""What was found, and why something may be missing; empty where everything is there."""


@frozen
class Stretch:
    """The UTC instants from `start` to before `end`; None where it has no bound.

    Without `end` a rule without end stops a year after the latest of `start`, `moment` and its first time.
    """

    start: datetime | None = None
    end: datetime | None = None
    moment: datetime | None = None

    def touches(self, interval: Interval) -> bool:
        """Whether any part of an interval lies in it; one without length counts by its start."""
        if self.end is not None and interval.start >= self.end:
            return False
        return self.start is None or interval.end > self.start or interval.start >= self.start


@frozen
class Recurrences:
    """The occurrences of a repeated session, in no order.

    `unread` says of each rule that is none what is wrong with it; `cut`, why a limit left something out, if one did.
    """

    found: list[Placed]
    unread: tuple[str, ...] = ()
    cut: str = ""


def too_many(limit: int) -> str:
    """That a rule gives more times than so many."""
    return f"only the first {limit} times of a rule are shown"


def led_nowhere(steps: int) -> str:
    """That a rule was given up after so many steps."""
    return f"a rule is followed for {steps} steps and no further; later times of it are missing"
