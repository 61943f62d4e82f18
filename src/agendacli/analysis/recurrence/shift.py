"""A time as it stands some days later on the wall: what a repeat makes of a session's own time."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.when import DAY, Days, DayWindow, Timed, TimeWindow, When, bounds
from agendacli.model.zones import instant, steady_offset, wall

BEGIN_OF_TIME, END_OF_TIME = (datetime.fromisoformat(year) for year in ("0002-01-01", "9990-01-01"))
"""No series is followed to the very ends of the calendar, as wall times: zones could not be applied there."""


def wall_start(when: When) -> datetime:
    """The naive wall time at which it begins at the earliest; of days their first midnight."""
    return datetime.combine(when.start, time()) if isinstance(when, Days | DayWindow) else when.start


@lru_cache(maxsize=1024)
def around(moment: datetime, zone: str) -> tuple[datetime, datetime]:
    """The naive wall times before and from which nothing of a day's length at most is on both sides of an instant.

    Both are what the clocks show at that instant, unless they change near it: then they are a day apart from that.
    """
    shown = wall(moment, zone).replace(tzinfo=None)
    steady = all(steady_two_days(shown.date() - n * DAY, zone) is not None for n in (1, 2))
    return (shown, shown) if steady else (shown - DAY, shown + DAY)


def wall_earlier(moment: datetime, earlier: timedelta, zone: str) -> datetime:
    """What the clocks show so much earlier (negative: later), naive, as far as there is a calendar."""
    try:
        return wall(moment - earlier, zone).replace(tzinfo=None)
    except OverflowError:
        return BEGIN_OF_TIME if earlier > timedelta() else END_OF_TIME


@frozen
class SeriesLength:
    """How long each time of a series takes: `usual` on the wall where no clocks change, None if no end is known.

    Where they do, the end keeps its time of day, so that 22:00-04:00 stays that; with `exact` the length stays that in
    real time instead (RFC 5545 3.8.5.3), but for so many `days`, which follow the calendar (3.3.6).
    """

    usual: timedelta | None
    exact: bool = False
    days: int = 0

    @classmethod
    def of(cls, when: When, *, exact: bool = False, days: int = 0) -> "SeriesLength":
        """The length of a series that begins with that time, on whose day the clocks may change."""
        if not isinstance(when, Timed | TimeWindow) or when.end is None:
            return cls(None)
        on_the_wall = when.end - when.start
        if exact or on_the_wall <= timedelta():
            begin = when.start + days * DAY if days else when.start  # a sum forgets which of two equal times it is
            on_the_wall = days * DAY + (instant(when.end, when.zone) - instant(begin, when.zone))
        return cls(on_the_wall, exact, days)

    def end(self, start: datetime, zone: str) -> datetime | None:
        """The instant of the end of what starts at that wall time; an end that comes no later is so long after it."""
        if self.usual is None:
            return None
        if self.exact:
            return instant(start + self.days * DAY, zone) + (self.usual - self.days * DAY)
        begin, end = instant(start, zone), instant(start + self.usual, zone)
        return end if end > begin else begin + self.usual


def moved(when: When, shift: timedelta, length: SeriesLength) -> tuple[When, Interval]:
    """The same time with `shift` added to its wall times, and its bounds.

    A time that the clocks skip comes out as what they show instead (RFC 5545 3.3.5).
    """
    if not shift:
        return when, bounds(when)
    if isinstance(when, Days | DayWindow):
        found = _days(when, shift)
        return found, bounds(found)
    start, end, interval = _steady(when, shift, length) or _changing(when, shift, length)
    if isinstance(when, TimeWindow):
        return TimeWindow(start, end or start, when.zone, when.length), interval
    return Timed(start, end, when.zone), interval


_Clocked = tuple[datetime, datetime | None, Interval]


def _steady(when: Timed | TimeWindow, shift: timedelta, length: SeriesLength) -> _Clocked | None:
    """What comes out where no clocks change near it, which is nearly everywhere and quick to tell; else None."""
    start = when.start + shift
    offset = steady_two_days(start.date(), when.zone)
    if offset is None or length.usual is None or length.usual > DAY:
        return None
    end = start + length.usual
    return start, end, Interval((start - offset).replace(tzinfo=UTC), (end - offset).replace(tzinfo=UTC))


def _changing(when: Timed | TimeWindow, shift: timedelta, length: SeriesLength) -> _Clocked:
    start = when.start + shift
    begin, end = instant(start, when.zone), length.end(start, when.zone)
    shown = _shown(begin, when.zone)
    if end is None:
        return shown, None, bounds(Timed(shown, None, when.zone))
    return shown, _shown(end, when.zone), Interval(begin, end)


def _shown(moment: datetime, zone: str) -> datetime:
    return wall(moment, zone).replace(tzinfo=None)


def steady_two_days(day: date, zone: str) -> timedelta | None:
    """The offset from UTC that holds from the beginning of that day to the end of the next; None if it changes."""
    number = day.toordinal()
    first = steady_offset(number, zone)
    return first if first == steady_offset(number + 1, zone) else None


@lru_cache(maxsize=4096)
def steady_through(first: date, last: date, zone: str) -> timedelta | None:
    """The offset from UTC that holds from the beginning of one day to the end of the day after another; else None."""
    offsets = {steady_two_days(first + n * DAY, zone) for n in range((last - first).days + 1)}
    return offsets.pop() if len(offsets) == 1 else None


def _days(when: Days | DayWindow, shift: timedelta) -> When:
    if isinstance(when, DayWindow):
        return when.moved(shift)
    return Days(when.start + shift, when.end + shift, when.zone, when.hours)
