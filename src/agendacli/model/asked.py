"""What options ask for, as values: days, hours, a moment; or a refusal that says why a text cannot be used."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.zones import instant, midnight, wall

_DAY = timedelta(days=1)
ONESELF = "me"
"""The id of one's own event, which `--mine` takes whole."""


@frozen
class Refusal:
    """Why the text of an option cannot be used: lower case, quotes the text, says what to write instead."""

    message: str

    def __str__(self) -> str:
        return self.message


@frozen
class DateRange:
    """The civil days from `start` to before `end`; a bound at the calendar's own first or last day is open."""

    start: date = date.min
    end: date = date.max

    def touches(self, start: date, end: date) -> bool:
        """Whether the days from `start` to before `end` overlap it."""
        return max(self.start, start) < min(self.end, end)

    def shared(self, other: "DateRange") -> "DateRange":
        """The days that both ranges have; empty (end not after start) if there are none."""
        return DateRange(max(self.start, other.start), min(self.end, other.end))

    @property
    def is_empty(self) -> bool:
        """Whether it holds no day."""
        return self.start >= self.end

    @property
    def days(self) -> tuple[date, ...]:
        """Its days in order."""
        return tuple(self.start + n * _DAY for n in range((self.end - self.start).days))


EVER = DateRange()


@frozen
class AskedDates:
    """The days asked for: one range for each civil day that is today somewhere, since `today` depends on the zone.

    Without a range, every day is asked for.
    """

    ranges: tuple[tuple[date, DateRange], ...] = ()

    def where_today_is(self, today: date) -> DateRange:
        """The days asked for, as read where it is that day."""
        return dict(self.ranges).get(today, EVER)

    def seen_from(self, clock: "Clock", own: str | None = None) -> DateRange:
        """The days asked for in the zone `own`; only words such as `today` depend on it."""
        found = [days for _, days in self.ranges] or [EVER]
        return found[0] if all(each == found[0] for each in found) else self.where_today_is(clock.today(own))


ANY_DATES = AskedDates()


@frozen
class DailyHours:
    """A part of each day on the clock, from `start` to before `end`; an end of 00:00 is the end of the day."""

    start: time = time(0)
    end: time = time(0)

    def on(self, day: date, zone: str) -> Interval:
        """The instants of these hours on one civil day of that zone."""
        end = midnight(day + _DAY, zone) if self.end == time(0) else instant(datetime.combine(day, self.end), zone)
        return Interval(instant(datetime.combine(day, self.start), zone), end)


WHOLE_DAY = DailyHours()


@frozen
class Moment:
    """A moment: an instant (aware), or a wall time (naive) that each zone reaches in its own time."""

    time: datetime

    @property
    def is_instant(self) -> bool:
        """Whether it is the same instant everywhere."""
        return self.time.tzinfo is not None

    def instant_in(self, zone: str) -> datetime:
        """The moment as a UTC instant; a wall time is read in that zone."""
        return self.time.astimezone(UTC) if self.is_instant else instant(self.time, zone)

    def day_in(self, zone: str) -> date:
        """The civil day of the moment in that zone."""
        return wall(self.time, zone).date() if self.is_instant else self.time.date()


@frozen
class Clock:
    """The current time, and the zone in which times are read and shown.

    `zone` is the IANA zone in which options are read and times are shown; None: the zone of each event. `home`, or the
    function that finds it, is used for what belongs to no zone. `week_start` is the first weekday, Monday 0. `second`
    is the zone of a second clock in tables, `event` for that of each event; nothing is read in it.
    """

    moment: Moment
    zone: str | None = None
    home: str | Callable[[], str] = "UTC"
    week_start: int = 0
    second: str | None = None

    def zone_for(self, own: str | None) -> str:
        """The zone in which dates and times are read for something whose own zone is `own`."""
        return self.zone or own or (self.home if isinstance(self.home, str) else self.home())

    def now(self, own: str | None = None) -> datetime:
        """The UTC instant of the moment, for something whose own zone is `own`."""
        return (
            self.moment.time.astimezone(UTC) if self.moment.is_instant else self.moment.instant_in(self.zone_for(own))
        )

    def today(self, own: str | None = None) -> date:
        """The civil day of the moment, for something whose own zone is `own`."""
        return self.moment.day_in(self.zone_for(own))

    @property
    def todays(self) -> tuple[date, ...]:
        """Every civil day that is today for something: one if a zone is set, else up to three."""
        if self.zone or not self.moment.is_instant:
            return (self.today(),)
        middle = self.moment.day_in("UTC")
        return middle - _DAY, middle, middle + _DAY


class SplitBy(StrEnum):
    """What each file is about."""

    EVENT = "event"
    DAY = "day"
    PERSON = "person"
    ROOM = "room"
