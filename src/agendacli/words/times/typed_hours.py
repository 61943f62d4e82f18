"""Moments and daily hours as people type them in options: `2017-09-05 13:30`, `tomorrow 3pm`, `9am-6pm`."""

import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

from agendacli.model.asked import WHOLE_DAY, Clock, DailyHours, Moment, Refusal
from agendacli.model.codes import END_BEFORE_START
from agendacli.model.fault import Fault
from agendacli.words.folded import folded
from agendacli.words.times.forms import MINUTES_OF_DAY, FromTo
from agendacli.words.times.grammar import parse_clock
from agendacli.words.times.times_of_day import MIDNIGHTS, TIME, TimeOfDay, even, read_time
from agendacli.words.times.typed_days import read_days

_MOMENT = re.compile(
    rf"(?:(?P<day>.+?)(?:t| at |,? +))?"
    rf"(?P<clock>{TIME})(?::(?P<second>\d\d))?(?: *(?P<offset>z|[+-]\d\d:?\d\d))?"
)
_MIDNIGHT = re.compile(rf".*\b(?:{MIDNIGHTS})")
_WHOLE_DAY = re.compile(rf"(?:{MIDNIGHTS}|0+(?::00)?) ?(?:-|to) ?(?:{MIDNIGHTS}|24(?::00)?)")


def read_moment(text: str, clock: Clock) -> Moment | Refusal:
    """The moment that a text means: a day with a time, a time today, or the beginning of a day.

    With an offset or `Z` it is an instant; without one a time on the clock, which each zone reaches by itself. What it
    leaves out is read from the clock's own moment.
    """
    plain = even(folded(text))
    if plain == "now":
        return clock.moment
    if _MIDNIGHT.fullmatch(plain):
        return Refusal(f"`{text}` may be the beginning or the end of that day; write `00:00` and the day that begins")
    found = _MOMENT.fullmatch(plain)
    hours = read_time(found["clock"]) if found else None
    if found is None or (hours and hours.is_number):
        return _on_day(text, text, time(), clock)
    try:
        wall = _wall(hours, found["second"]).replace(tzinfo=_offset(found["offset"]))
    except ValueError:
        return Refusal(f"`{text}` holds no time of day; write one like `2017-09-05T13:30` or `13:30`")
    return _on_day(text, found["day"] or "today", wall, clock)


def read_hours(text: str) -> DailyHours | Refusal:
    """The part of every day that a text like `09:00-18:00`, `9-18`, `9am-6pm` means; `24:00` is the end of the day."""
    if _WHOLE_DAY.fullmatch(even(text)):
        return WHOLE_DAY
    read = parse_clock(text)
    if isinstance(read, Fault) and "could be" in read.message:
        return Refusal(read.message)
    if isinstance(read, Fault) and read.code is END_BEFORE_START:
        return Refusal(f"`{text}` ends before it begins; hours of one day are meant, like `09:00-18:00`")
    if isinstance(read, FromTo) and read.end and not read.later_days:
        return DailyHours(_time(read.start.minutes), _time(read.end.minutes))
    return Refusal(f"`{text}` are no hours of a day; write them like `09:00-18:00`")


def _on_day(text: str, day: str, hours: time, clock: Clock) -> Moment | Refusal:
    read = read_days(day, clock.today(), clock.week_start)
    if isinstance(read, Refusal):
        return read
    if len(read.days) > 1:
        return Refusal(f"`{text}` is {len(read.days)} days long; write one moment, like `2017-09-05T13:30`")
    return Moment(datetime.combine(read.start, hours))


def _wall(hours: TimeOfDay | None, second: str | None) -> time:
    """The time on the clock. ValueError where there is none such."""
    if hours is None:
        raise ValueError(second)
    return _time(hours.minutes(is_loose=False)[0]).replace(second=int(second or 0))


def _time(minutes: int) -> time:
    """A time of day; the end of the day is 00:00."""
    return time(*divmod(minutes % MINUTES_OF_DAY, 60))


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text == "z":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))
