"""The clock that people read: 24 hours, or twice 12 hours."""

from datetime import datetime, time
from enum import StrEnum

_NOON = 12


class Dial(StrEnum):
    """How the hours of a day are written for people; records always use 24 hours."""

    TWENTY_FOUR = "24h"
    TWELVE = "12h"

    def hour(self, moment: datetime | time) -> str:
        """A time of day: `09:00`, or `9:00 am`, `1:15 pm`; with 12 hours, `noon` and `midnight` are written out.

        Not everybody knows which of them `12:00 pm` is.
        """
        if self is Dial.TWENTY_FOUR:
            return f"{moment:%H:%M}"
        word = {(0, 0): "midnight", (_NOON, 0): "noon"}.get((moment.hour, moment.minute))
        return word or f"{moment.hour % _NOON or _NOON}:{moment.minute:02} {'am' if moment.hour < _NOON else 'pm'}"

    def end_of_day(self) -> str:
        """The hour at which a day ends."""
        return "24:00" if self is Dial.TWENTY_FOUR else "midnight"

    @property
    def width(self) -> int:
        """The width of the longest time, in columns."""
        return len("00:00" if self is Dial.TWENTY_FOUR else "12:59 pm")
