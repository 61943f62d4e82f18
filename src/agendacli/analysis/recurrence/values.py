"""What expanding a repeat asks and gives, as values."""

from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Placed

STEPS_FOR_EACH = 10
"""How many steps are looked at for each time that may be made: some rules lead to none, however long one follows."""

Found = tuple[list[Placed], str]
"""What was found, and why something may be missing; empty where everything is there."""


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
