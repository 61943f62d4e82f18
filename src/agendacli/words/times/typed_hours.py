"""Moments, daily hours and lengths as people type them in options: `2017-09-05 13:30`, `9am-6pm`, `1h30m`."""

import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

from agendacli.model.asked import Clock, DailyHours, Moment, Refusal
from agendacli.words.folded import folded
from agendacli.words.times.typed_days import read_days

_HALF = r"[0-9]{1,2}(?::[0-9]{2})? ?[ap]\.?m\.?|noon"  # half a day's hours
_MOMENT = re.compile(
    r"(?:(?P<day>.+?)(?:t| at | ))?"
    rf"(?P<clock>[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?|{_HALF}) ?(?P<offset>z|[+-][0-9]{{2}}:?[0-9]{{2}})?"
)
_NOON = 12
_WORDS = {"noon": time(_NOON), "midnight": time()}
_MIDNIGHT = re.compile(r".*\bmidnight")
_BOUND = rf"({_HALF}|midnight|[0-9]{{1,2}}(?::[0-9]{{2}})?)"
_HOURS = re.compile(rf"{_BOUND} ?(?:[-–]|to) ?{_BOUND}")
_LENGTH = re.compile(
    r"(?:(?P<weeks>[0-9]{1,4}) ?w(?:eeks?)?)? ?(?:(?P<days>[0-9]{1,4}) ?d(?:ays?)?)? ?"
    r"(?:(?P<hours>[0-9]{1,4}) ?h(?:ours?)?)? ?(?:(?P<minutes>[0-9]{1,6}) ?m(?:in(?:ute)?s?)?)?"
)
_END_OF_DAY = ("24", "24:00", "midnight")


def read_moment(text: str, clock: Clock) -> Moment | Refusal:
    """The moment that a text means: a day with a time, a time today, or the beginning of a day.

    With an offset or `Z` it is an instant; without one a time on the clock, which each zone reaches by itself. What it
    leaves out is read from the clock's own moment.
    """
    plain = folded(text)
    if plain == "now":
        return clock.moment
    found = _MOMENT.fullmatch(plain)
    if found is None and _MIDNIGHT.fullmatch(plain):
        return Refusal(f"`{text}` may be the beginning or the end of that day: write `00:00` and the day that begins")
    if found is None:
        return _on_day(text, text, time(), clock)
    try:
        hours, offset = _time(found["clock"]), _offset(found["offset"])
    except ValueError:
        return Refusal(f"`{text}` holds no time of day: write one like `2017-09-05T13:30` or `13:30`")
    return _on_day(text, found["day"] or "today", hours.replace(tzinfo=offset), clock)


def read_hours(text: str) -> DailyHours | Refusal:
    """The part of every day that a text like `09:00-18:00`, `9-18`, `9am-6pm` means; `24:00` is the end of the day."""
    found = _HOURS.fullmatch(folded(text))
    if found and {_half_named(each) for each in found.groups()} == {False, True}:
        return Refusal(f"`{text}` says am or pm of one hour only: write it behind both, like `9am-6pm`")
    try:
        read = found and DailyHours(_time(found[1]), _end(found[2]))
    except ValueError:
        read = None
    if read is None:
        return Refusal(f"`{text}` are no hours of a day: write them like `09:00-18:00`")
    if time() != read.end <= read.start:
        return Refusal(f"`{text}` ends before it begins: hours of one day are meant, like `09:00-18:00`")
    return read


def read_length(text: str) -> timedelta | Refusal:
    """The length of time that a text like `15m`, `2h`, `1h30m`, `3 days` means; never nothing."""
    found = _LENGTH.fullmatch(folded(text))
    parts = {unit: int(number) for unit, number in found.groupdict().items() if number} if found else {}
    length = timedelta(**parts)
    return length or Refusal(f"`{text}` is no length of time: write one like `15m`, `2h` or `1h30m`")


def _on_day(text: str, day: str, hours: time, clock: Clock) -> Moment | Refusal:
    read = read_days(day, clock.today(), clock.week_start)
    if isinstance(read, Refusal):
        return read
    if len(read.days) > 1:
        return Refusal(f"`{text}` is {len(read.days)} days long: write one moment, like `2017-09-05T13:30`")
    return Moment(datetime.combine(read.start, hours))


def _time(text: str) -> time:
    if text in _WORDS:
        return _WORDS[text]
    if text.endswith(("m", "m.")):
        return _half(text)
    hour, minute, second, *_ = (*(int(part) for part in text.split(":")), 0, 0)
    return time(hour, minute, second)


def _half_named(text: str) -> bool | None:
    """Whether am or pm stands behind an hour; None where it is said by `noon` or `midnight`."""
    return None if text in _WORDS else text.endswith(("m", "m."))


def _half(text: str) -> time:
    """A time of half a day: `9am`, `12:30 p.m.`; its hours go from 1 to 12, and 12 is the first of them."""
    clock, half = re.split(" ?(?=[ap])", text, maxsplit=1)
    hour, minute, *_ = (*(int(part) for part in clock.split(":")), 0)
    if not 1 <= hour <= _NOON:
        raise ValueError(text)
    return time(hour % _NOON + (_NOON if half[0] == "p" else 0), minute)


def _end(text: str) -> time:
    return time() if text in _END_OF_DAY else _time(text)


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text == "z":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))
