"""What options ask for, as values: days, hours, a moment, sessions; or a refusal that says why a text is none."""

from collections.abc import Callable
from dataclasses import field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.zones import instant, midnight, wall

if TYPE_CHECKING:
    from agendacli.model.glances import Glances
    from agendacli.model.said import Names

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
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
    """A moment: an instant (aware), or a wall time (naive) that each zone reaches in its own time.

    `glances` notes what is asked of the present moment, so that it is known how long an answer holds.
    """

    told: datetime
    glances: "Glances | None" = field(default=None, compare=False, repr=False)

    @property
    def time(self) -> datetime:
        """The moment itself. Of the present one an answer that needs it holds for no other."""
        if self.glances:
            self.glances.read()
        return self.told

    def onwards(self) -> datetime:
        """The moment, for what stays as it is at every later one."""
        if self.glances:
            self.glances.reached(self.told.timestamp())
        return self.told

    @property
    def is_instant(self) -> bool:
        """Whether it is the same instant everywhere."""
        return self.told.tzinfo is not None

    def instant_in(self, zone: str) -> datetime:
        """The moment as a UTC instant; a wall time is read in that zone."""
        return self.time.astimezone(UTC) if self.is_instant else instant(self.told, zone)

    def minute_in(self, zone: str) -> datetime:
        """The minute of the moment on the clocks of a zone, for people; that of a wall time is its own."""
        if self.glances:
            self.glances.minute()
        shown = wall(self.told, zone) if self.is_instant else self.told
        return shown.replace(second=0, microsecond=0)

    def day_in(self, zone: str) -> date:
        """The civil day of the moment in that zone."""
        if not self.is_instant:
            return self.told.date()
        day = wall(self.told, zone).date()
        if self.glances:
            self._note_day(self.glances, day, zone)
        return day

    def _note_day(self, glances: "Glances", day: date, zone: str) -> None:
        """Notes for how long it is that day: for this quarter of an hour, unless clocks are changed in it."""
        first, last = glances.quarter()
        ends = (wall(datetime.fromtimestamp(each, UTC), zone).date() for each in (first, last))
        if all(each == day for each in ends):
            glances.between(first, last + 1)
        else:
            glances.read()


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
        if self.moment.glances:
            self.moment.glances.read()
        return self._instant(own)

    def _instant(self, own: str | None) -> datetime:
        told = self.moment.told
        return told.astimezone(UTC) if self.moment.is_instant else instant(told, self.zone_for(own))

    def has_reached(self, turn: datetime, own: str | None = None, ahead: timedelta = timedelta()) -> bool:
        """Whether a UTC instant is past or now, or comes no later than `ahead`."""
        if self.moment.glances:
            self.moment.glances.reached(turn.timestamp() - ahead.total_seconds())
        return turn - self._instant(own) <= ahead

    def has_passed(self, turn: datetime, own: str | None = None) -> bool:
        """Whether a UTC instant is past, and not now."""
        if self.moment.glances:
            self.moment.glances.passed(turn.timestamp())
        return turn < self._instant(own)

    def minutes_to(self, turn: datetime, own: str | None = None) -> timedelta | None:
        """How long it is until a UTC instant, in minutes begun; None where that is a day or more.

        What has not begun yet is never 0 minutes away.
        """
        left = turn - self._instant(own)
        minutes = -(-left // _MINUTE) * _MINUTE
        if self.moment.glances:
            self._note_wait(self.moment.glances, turn.timestamp(), minutes.total_seconds(), is_far=left >= _DAY)
        return None if left >= _DAY else minutes

    def _note_wait(self, glances: "Glances", turn: float, minutes: float, *, is_far: bool) -> None:
        glances.passed(turn - _DAY.total_seconds())
        if not is_far:
            glances.between(turn - minutes, turn - minutes + _MINUTE.total_seconds())

    def apart(self, turn: datetime, own: str | None = None) -> timedelta:
        """How far a UTC instant is from the moment, to be compared with others alone: those stay in order."""
        return turn - self._instant(own)

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

    @property
    def quarter(self) -> tuple[datetime, datetime]:
        """The UTC instants between which the moment lies in all of this quarter of an hour; of one asked for, itself.

        A time on the clock is read in the clock's zone, else as if it were UTC.
        """
        if not self.moment.is_instant or self.moment.glances is None:
            moment = self._instant("UTC")
            return moment, moment
        first, last = self.moment.glances.quarter()
        self.moment.glances.between(first, last + 1)
        return datetime.fromtimestamp(first, UTC), datetime.fromtimestamp(last + 1, UTC)


@frozen
class Selection:
    """What is asked for. Several values of one filter mean any of them, several filters all of them; none keeps all.

    `persons` are ids. Of `persons` and `roles` together one seat has to fit both. `attended` are the ids of the
    occurrences in a schedule; None: no schedule is asked for. `known` are the names among which rooms and cities are
    looked up; None: those of the occurrences themselves.
    """

    dates: AskedDates = ANY_DATES
    persons: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    attended: frozenset[str] | None = None
    categories: tuple[str, ...] = ()
    known: "Names | None" = None

    @property
    def has_choices(self) -> bool:
        """Whether a filter by names has several values, of which one may be spelt as nothing is."""
        return any(each[1:] for each in self._named)

    @property
    def _named(self) -> tuple[tuple[str, ...], ...]:
        return self.roles, self.rooms, self.cities, self.kinds, self.categories, self.statuses


class SplitBy(StrEnum):
    """What each file is about."""

    EVENT = "event"
    DAY = "day"
    PERSON = "person"
    ROOM = "room"
