"""Days and hours of a definition in a zone: `DayKey` and `Clock` to `When`."""

from datetime import date, datetime, time, timedelta

from agendacli.model.codes import BAD_TIME, END_BEFORE_START, NO_ZONE, TIME_SKIPPED, TIME_TWICE
from agendacli.model.fault import Fault
from agendacli.model.when import DAY, Days, DayWindow, Hours, Timed, TimeWindow, When
from agendacli.model.zones import WallTime, existence, instant, steady_offset, wall
from agendacli.words.times.forms import MINUTES_OF_DAY, Clock, ClockTime, EachDay, FromTo, PartOfDay, SomeDay

_MIDNIGHT = time()


def resolve(days: EachDay | SomeDay, clock: Clock, zone: str | None) -> When | Fault:
    """The time of days and hours in a zone."""
    if isinstance(clock, Hours):
        return _untimed(days, clock, zone)
    if isinstance(days, SomeDay) or days.end - days.start != DAY:
        return _several(days)
    if zone is None:
        return Fault(NO_ZONE, "no time zone is known here; give the programme a `zone`, or a `place` that has one")
    if isinstance(clock, PartOfDay):
        return _window(days.start, clock, zone)
    return _timed(days.start, clock, zone)


def _several(days: EachDay | SomeDay) -> Fault:
    """The fault of hours under several days, and the keys to use instead."""
    each = f", or the same hours under `every day from {days.start} to {days.end - DAY}`"
    message = "a clock time needs one single day; write `hours unknown` or `all day` under several"
    return Fault(BAD_TIME, message if isinstance(days, SomeDay) else message + each)


def _untimed(days: EachDay | SomeDay, hours: Hours, zone: str | None) -> When:
    if isinstance(days, SomeDay):
        return DayWindow(days.start, end=days.end, zone=zone, days=days.days, among=days.among)
    return Days(days.start, days.end, zone, hours)


def _window(day: date, clock: PartOfDay, zone: str) -> When | Fault:
    start, end = _wall(day, clock.start, zone), _wall(day, clock.end, zone)
    if isinstance(start, Fault):
        return start
    if isinstance(end, Fault):
        return end
    return _not_before(start, end, zone, clock.end.part) or TimeWindow(start, end, zone, clock.length)


def _timed(day: date, clock: FromTo, zone: str) -> When | Fault:
    plain = _is_plain(clock) and steady_offset(day.toordinal(), zone) is not None
    return _plainly_timed(day, clock, zone) if plain else _checked(day, clock, zone)


def _is_plain(clock: FromTo) -> bool:
    """Whether both times are on one day and neither is marked as first or second of two."""
    return not clock.later_days and clock.start.fold is None and (clock.end is None or clock.end.fold is None)


def _plainly_timed(day: date, clock: FromTo, zone: str) -> Timed:
    midnight = datetime.combine(day, _MIDNIGHT)
    end = midnight + timedelta(minutes=clock.end.minutes) if clock.end else None
    return Timed(midnight + timedelta(minutes=clock.start.minutes), end, zone)


def _checked(day: date, clock: FromTo, zone: str) -> When | Fault:
    start = _wall(day, clock.start, zone)
    end = _wall(day + clock.later_days * DAY, clock.end, zone) if clock.end else None
    if isinstance(start, Fault):
        return start
    if isinstance(end, Fault):
        return end
    after = end and clock.end and _not_before(start, end, zone, clock.end.part)
    return after or Timed(start, end, zone)


def _not_before(start: datetime, end: datetime, zone: str, part: tuple[int, int] | None) -> Fault | None:
    """A fault if the end is not after the start as an instant, whatever the clocks show."""
    if instant(start, zone) < instant(end, zone):
        return None
    return Fault(END_BEFORE_START, f"in {zone} this ends before it begins on that day; correct one of the two", part)


def _wall(day: date, clock: ClockTime, zone: str) -> datetime | Fault:
    time_of_day = datetime.combine(day, _MIDNIGHT) + timedelta(minutes=clock.minutes)
    shown = f"{time_of_day:%H:%M}"
    words = f"{shown} on {time_of_day.date()} in {zone}"
    state = existence(time_of_day, zone)
    if _bounds_the_day(clock):
        return _midnight(time_of_day, zone) if state is WallTime.SKIPPED else time_of_day
    if state is WallTime.SKIPPED:
        message = f"there is no {words}: the clocks jump over it; look at the document again"
        return Fault(TIME_SKIPPED, message, clock.part)
    if state is WallTime.TWICE and clock.fold is None:
        message = f"{words} comes twice: the clocks go back over it; write `{shown} first` or `{shown} second`"
        return Fault(TIME_TWICE, message, clock.part)
    if state is WallTime.ONCE and clock.fold is not None:
        return Fault(BAD_TIME, f"{words} comes only once; write `{shown}`", clock.part)
    return time_of_day.replace(fold=clock.fold or 0)


def _bounds_the_day(clock: ClockTime) -> bool:
    """Whether it is the end of a day, or a start that nobody wrote."""
    return clock.minutes == MINUTES_OF_DAY or (clock.part is None and not clock.minutes)


def _midnight(skipped: datetime, zone: str) -> datetime:
    """The first time that clocks show on a day whose midnight they skip."""
    return wall(instant(skipped, zone), zone).replace(tzinfo=None)
