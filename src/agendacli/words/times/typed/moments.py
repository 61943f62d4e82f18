"""Moments as people type them: `tomorrow 3pm`, `5 sep at 9:05`, `2017-09-05 13:30 +02:00`, `noon`."""

import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

from agendacli.model.asked import Clock, Moment, Refusal
from agendacli.words.folded import folded
from agendacli.words.times.times_of_day import MIDNIGHTS, TIME, TimeOfDay, even, read_time
from agendacli.words.times.typed.days import read_days

_MOMENT = re.compile(
    rf"(?:(?P<day>.+?)(?:t| at |,? +))?"
    rf"(?P<clock>{TIME})(?::(?P<second>\d\d))?(?: *(?P<offset>z|[+-]\d\d:?\d\d))?"
)
_MIDNIGHT = re.compile(rf".*\b(?:{MIDNIGHTS})")


def read_moment_words(text: str, clock: Clock) -> Moment | Refusal:
    """The moment of a text: a day with a time, a time today, or the start of a day.

    With an offset or `Z` it is an instant; without one a wall time, which each zone reaches in its own time. What the
    text omits is taken from the clock's moment.
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


def _on_day(text: str, day: str, hours: time, clock: Clock) -> Moment | Refusal:
    read = read_days(day, clock.today(), clock.week_start)
    if isinstance(read, Refusal):
        return read
    if len(read.days) > 1:
        return Refusal(f"`{text}` is {len(read.days)} days long; write one moment, like `2017-09-05T13:30`")
    return Moment(datetime.combine(read.start, hours))


def _wall(hours: TimeOfDay | None, second: str | None) -> time:
    """The time of day. ValueError if there is none such."""
    if hours is None:
        raise ValueError(second)
    return _time(hours.minutes(is_loose=False)[0]).replace(second=int(second or 0))


def _time(minutes: int) -> time:
    return time(*divmod(minutes % (24 * 60), 60))


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text == "z":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))
