"""Moments and daily hours as people type them in options: `2017-09-05T13:30`, `tomorrow 3pm`, `9am-6pm`."""

import re
from contextlib import suppress
from datetime import datetime, time

from agendacli.model.asked import Clock, DailyHours, Moment, Refusal

_ISO = re.compile(r"[12]\d{3}-\d\d-\d\dT[0-2]\d:[0-5]\d(?::[0-5]\d)?")

_MIDNIGHT = re.compile(r"^\s*midnight\b", re.IGNORECASE)


def read_moment(text: str, clock: Clock) -> Moment | Refusal:
    """The moment of a text: a day with a time, a time today, or the start of a day.

    With an offset or `Z` it is an instant; without one a wall time, which each zone reaches in its own time. What the
    text omits is taken from the clock's moment.
    """
    if _ISO.fullmatch(text):
        with suppress(ValueError):
            return Moment(datetime.fromisoformat(text))
    from agendacli.words.times.typed.moments import read_moment_words

    return read_moment_words(text, clock)


def read_hours(text: str) -> DailyHours | Refusal:
    """The part of every day in a text such as `09:00-18:00`, `9-18`, `9am-6pm`; `24:00` is the end of the day."""
    from agendacli.model.codes import END_BEFORE_START
    from agendacli.model.fault import Fault
    from agendacli.words.times.forms import FromTo
    from agendacli.words.times.grammar import parse_clock

    read = parse_clock(_MIDNIGHT.sub("00:00", text))  # as a daily time, it is the start of the day
    if isinstance(read, Fault) and "could be" in read.message:
        return Refusal(read.message)
    if isinstance(read, Fault) and read.code is END_BEFORE_START:
        return Refusal(f"`{text}` ends before it begins; hours of one day are meant, like `09:00-18:00`")
    if isinstance(read, FromTo) and read.end and not read.later_days:
        return DailyHours(_time(read.start.minutes), _time(read.end.minutes))
    return Refusal(f"`{text}` are not hours of a day; write them like `09:00-18:00`")


def _time(minutes: int) -> time:
    """A time of day; the end of the day is 00:00."""
    return time(*divmod(minutes % (24 * 60), 60))
