"""What is known of a session's time. The unknown stays unknown: nothing is invented to fit a format.

`Timed` has a start on the clock; `Days` has civil days; `DayWindow` and `TimeWindow` lie somewhere between two bounds.
All bounds are half-open.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum

from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.zones import instant, midnight, wall

DAY = timedelta(days=1)


class Hours(StrEnum):
    """Whether the hours of a session on whole days are unknown, or it takes all of them."""

    UNKNOWN = "unknown"
    ALL = "all"


@frozen
class Timed:
    """A start on the clock of a zone, and an end or None if no document states one. Naive wall times."""

    start: datetime
    end: datetime | None
    zone: str

    precision = "timed"

    @property
    def is_moment(self) -> bool:
        """Whether it has no length; `02:30 first` to `02:30 second` is an hour, though a clock shows one time twice."""
        return self.end is not None and (self.end, self.end.fold) == (self.start, self.start.fold)


@frozen
class Days:
    """Civil days from `start` (inclusive) to `end` (exclusive), all of them; `zone` may be None."""

    start: date
    end: date
    zone: str | None
    hours: Hours = Hours.UNKNOWN

    precision = "days"


@frozen
class DayWindow:
    """A run of `days` days (None: not stated, taken as one) somewhere between `start` and `end` (exclusive).

    `among` lists the possible days where not every day in between is one: 10 or 12 May.
    """

    start: date
    end: date
    zone: str | None
    days: int | None = None
    among: tuple[date, ...] = ()

    precision = "window"

    @property
    def candidates(self) -> tuple[Days, ...]:
        """Every placement, one for each possible first day, with unknown hours."""
        length = (self.days or 1) * DAY
        every = (self.start + n * DAY for n in range((self.end - length - self.start).days + 1))
        return tuple(Days(start, start + length, self.zone) for start in self.among or every)

    def moved(self, shift: timedelta) -> "DayWindow":
        """The window, shifted by so many days."""
        among = tuple(day + shift for day in self.among)
        return DayWindow(self.start + shift, end=self.end + shift, zone=self.zone, days=self.days, among=among)


@frozen
class TimeWindow:
    """A moment, or a stretch of `length`, somewhere between two naive wall times of one zone: part of a day."""

    start: datetime
    end: datetime
    zone: str
    length: timedelta | None = None

    precision = "window"


When = Timed | Days | DayWindow | TimeWindow


def bounds(when: When, default_zone: str = "UTC") -> Interval:
    """The earliest and latest instant that a time may touch.

    An unknown end is no later than the end of that day there. Days without a zone are read in `default_zone`.
    """
    if isinstance(when, Days | DayWindow):
        zone = when.zone or default_zone
        return Interval(midnight(when.start, zone), midnight(when.end, zone))
    if when.end is None:
        return Interval(instant(when.start, when.zone), midnight(when.start.date() + DAY, when.zone))
    return Interval(instant(when.start, when.zone), instant(when.end, when.zone))


def days_touched(when: When) -> tuple[date, date]:
    """The civil days that a time may touch, in its own zone: the first one, and the one after the last."""
    if isinstance(when, Days | DayWindow):
        return when.start, when.end
    if when.end is None:
        return when.start.date(), when.start.date() + DAY
    last = max(when.start, when.end - timedelta.resolution)
    return when.start.date(), last.date() + DAY


def in_zone(when: When, zone: str) -> When:
    """The same time in another zone; days without hours stay as they are."""
    if isinstance(when, Timed):
        return Timed(_shown(when.start, when.zone, zone), when.end and _shown(when.end, when.zone, zone), zone)
    if isinstance(when, TimeWindow):
        return TimeWindow(_shown(when.start, when.zone, zone), _shown(when.end, when.zone, zone), zone, when.length)
    return when


def _shown(wall_time: datetime, own: str, zone: str) -> datetime:
    return wall(instant(wall_time, own), zone).replace(tzinfo=None)
