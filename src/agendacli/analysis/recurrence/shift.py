"""A time as it stands some days later on the wall: what a repeat makes of a session's own time."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

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


def moved(when: When, shift: timedelta, *, exact: bool = False) -> tuple[When, Interval]:
    """The same time with `shift` added to its wall times, and its bounds.

    A time that the clocks skip comes out as what they show instead (RFC 5545 3.3.5). The end keeps its time of day, so
    that 22:00-04:00 stays that when the clocks change in between; with `exact` it keeps the length in real time instead
    (RFC 5545 3.8.5.3), and so it does where no wall time after the start is left.
    """
    if not shift:
        return when, bounds(when)
    if isinstance(when, Timed):
        return _steady(when, shift) or _changing(when, shift, exact=exact)
    found = _shifted(when, shift)
    return found, bounds(found)


def _steady(when: Timed, shift: timedelta) -> tuple[When, Interval] | None:
    """What comes out where no clocks change near it, which is nearly everywhere and quick to tell; else None."""
    start, end = when.start + shift, when.end and when.end + shift
    offset = steady_two_days(start.date(), when.zone)
    if offset is None or end is None or end - start > DAY:
        return None
    interval = Interval((start - offset).replace(tzinfo=UTC), (end - offset).replace(tzinfo=UTC))
    return Timed(start, end, when.zone), interval


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


def _changing(when: Timed, shift: timedelta, *, exact: bool) -> tuple[When, Interval]:
    start = instant(when.start + shift, when.zone)
    shown = wall(start, when.zone).replace(tzinfo=None)
    if when.end is None:
        found = Timed(shown, None, when.zone)
        return found, bounds(found)
    end = instant(when.end + shift, when.zone)
    if exact or end <= start:
        end = start + (instant(when.end, when.zone) - instant(when.start, when.zone))
    return Timed(shown, wall(end, when.zone).replace(tzinfo=None), when.zone), Interval(start, end)


def _shifted(when: TimeWindow | DayWindow | Days, shift: timedelta) -> When:
    if isinstance(when, TimeWindow):
        return TimeWindow(when.start + shift, when.end + shift, when.zone, when.length)
    if isinstance(when, DayWindow):
        return when.moved(shift)
    return Days(when.start + shift, when.end + shift, when.zone, when.hours)
