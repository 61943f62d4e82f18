"""Times as the definition format writes them: a day key, and the hours that begin an item."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from agendacli.model.frozen import frozen
from agendacli.model.when import DAY, Days, DayWindow, Hours, Timed, TimeWindow, When, days_touched
from agendacli.model.zones import WallTime, existence, instant, midnight, wall
from agendacli.words.prose import is_month, length_text
from agendacli.words.times.forms import FIRST_YEAR, LAST_YEAR

_MOST_DAYS_LATER = 99
_MINUTE = timedelta(minutes=1)
_NOON, _SIX, _MIDNIGHT = 12 * 60, 18 * 60, 24 * 60


class Loss(StrEnum):
    """What the format cannot express of a time, and what is written instead."""

    SECONDS = "times are written to the minute"
    MOMENT = "it ends when it begins; the end is written as not known"
    LENGTH = f"it ends more than {_MOST_DAYS_LATER} days later; written as days, hours unknown"
    PART = "this part of a day has no words; written as a day, hours unknown"


@frozen
class Sayable:
    """A time that the format can express, and what was lost on the way."""

    when: When
    loss: Loss | None = None


@frozen
class Words:
    """A day key, and the hours under it."""

    day: str
    hours: str


def sayable(when: When) -> Sayable | None:
    """The time as the format can express it; None for a year that it cannot write.

    Wall times that the clocks skip become what they show instead. Seconds are dropped.
    """
    first, after = days_touched(when)
    if not FIRST_YEAR <= first.year <= after.year <= LAST_YEAR:
        return None
    if isinstance(when, Days | DayWindow):
        return Sayable(when)
    plain = to_the_minute(when)
    if hours(plain) is None:
        loss = Loss.LENGTH if isinstance(plain, Timed) else Loss.PART
        return Sayable(Days(first, after, when.zone), loss)
    return Sayable(plain, _loss(when, plain))


def _loss(when: Timed | TimeWindow, plain: Timed | TimeWindow) -> Loss | None:
    if when.end is not None and plain.end is None:
        return Loss.MOMENT
    return Loss.SECONDS if _has_seconds(when) else None


def to_the_minute(when: Timed | TimeWindow) -> Timed | TimeWindow:
    """The time without seconds; an end is rounded up to the minute if the length would vanish.

    An end that is not after its start becomes unknown.
    """
    start = _shown(minute_of(when.start), when.zone)
    end = when.end and _shown(minute_of(when.end), when.zone)
    if end and when.end and (when.end.second, when.end.microsecond) > (when.start.second, when.start.microsecond):
        end = _shown(wall(instant(end, when.zone) + _MINUTE, when.zone).replace(tzinfo=None), when.zone)
    if isinstance(when, Timed):
        is_after = end and instant(end, when.zone) > instant(start, when.zone)
        return Timed(start, end if is_after else None, when.zone)
    return TimeWindow(start, end or start, when.zone, when.length)


def minute_of(moment: datetime) -> datetime:
    """The time without its seconds."""
    return moment.replace(second=0, microsecond=0)


def words_of(when: When) -> Words | None:
    """The words of a time; None if there are none."""
    found = hours(when)
    return Words(day(when), found) if found else None


def hours(when: When) -> str | None:
    """The words for the hours of a time: `10:15-13:00`, `18:00-`, `22:00-02:00 +1`, `all day`, `before 10:00`."""
    match when:
        case Timed():
            return _from_to(when)
        case TimeWindow():
            return _part_of_day(when)
        case Days(hours=Hours.ALL):
            return "all day"
        case _:
            return "hours unknown"


def days(start: date, end: date) -> str:
    """The day key of the days from `start` to before `end`."""
    return str(start) if end - start <= DAY else f"{start} to {end - DAY}"


def _has_seconds(when: Timed | TimeWindow) -> bool:
    return any(each and each != minute_of(each) for each in (when.start, when.end))


def _shown(moment: datetime, zone: str) -> datetime:
    return wall(instant(moment, zone), zone).replace(tzinfo=None)


def day(when: When) -> str:
    """The day key of a time: its day, its days, or the window in which it lies."""
    match when:
        case DayWindow():
            return _window(when)
        case Days():
            return days(when.start, when.end)
        case _:
            return str(when.start.date())


def _window(window: DayWindow) -> str:
    if window.among:
        return " or ".join(map(str, window.among))
    some = f"some {window.days} days" if window.days else "some day"
    bounds = f"{window.start:%Y-%m}" if is_month(window.start, window.end) else days(window.start, window.end)
    return f"{some} in {bounds}"


def _from_to(when: Timed) -> str | None:
    start = _clock(when.start, when.zone)
    if when.end is None:
        return f"{start}-"
    later = (when.end.date() - when.start.date()).days
    end = _clock(when.end, when.zone)
    if later and when.end == datetime.combine(when.end.date(), datetime.min.time()) and not when.end.fold:
        later, end = later - 1, "24:00"
    if not 0 <= later <= _MOST_DAYS_LATER:
        return None
    return f"{start}-{end}" + (f" +{later}" if later else "")


def _clock(moment: datetime, zone: str) -> str:
    """A time of day, marked as first or second where it occurs twice."""
    twice = existence(moment, zone) is WallTime.TWICE
    return f"{moment:%H:%M}" + (f" {'second' if moment.fold else 'first'}" if twice else "")


def _part_of_day(window: TimeWindow) -> str | None:
    part = _bounds(window)
    length = f" for {length_text(window.length)}" if window.length else ""
    return f"{part}{length}" if part else None


def _bounds(window: TimeWindow) -> str | None:
    """The part of the day: a named one, or one that begins or ends as a named one does."""
    start, end = _minutes(window)
    named = {(0, _NOON): "morning", (_NOON, _SIX): "afternoon", (_SIX, _MIDNIGHT): "evening"}
    opening = {0: "", _NOON: "afternoon, ", _SIX: "evening, "}
    closing = {_NOON: "morning, ", _SIX: "afternoon, ", _MIDNIGHT: ""}
    if end is None:
        return None
    if (start, end) in named:
        return named[start, end]
    if start in opening:
        before = "24:00" if end == _MIDNIGHT else _clock(window.end, window.zone)
        return f"{opening[start]}before {before}"
    return f"{closing[end]}after {_clock(window.start, window.zone)}" if end in closing else None


def _minutes(window: TimeWindow) -> tuple[int, int | None]:
    """The bounds in minutes from midnight, the day's own as 0 and 24 hours; None for an end beyond it."""
    day = window.start.date()
    first, last = (wall(midnight(day + n * DAY, window.zone), window.zone).replace(tzinfo=None) for n in range(2))
    start = 0 if window.start == first else _minute(window.start)
    if window.end == last:
        return start, _MIDNIGHT
    return start, _minute(window.end) if window.end.date() == day else None


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
