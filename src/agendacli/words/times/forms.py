"""Days and hours as values, and their canonical forms: those that the tool itself writes into definitions.

Nearly every key has one of these forms. A function returns None for a text in another form, which `grammar` passes on,
and a `Fault` for one in this form with an impossible value. No zone is needed: `resolve` applies one.
"""

import re
from datetime import date, timedelta

from agendacli.model.codes import BAD_DATE, BAD_TIME, END_BEFORE_START
from agendacli.model.fault import Fault
from agendacli.model.frozen import frozen
from agendacli.model.when import DAY, Hours

MINUTES_OF_DAY = 24 * 60
FIRST_YEAR, LAST_YEAR = 1000, 2999
"""The years that a definition may use."""


@frozen
class EachDay:
    """Every day from `start` to before `end`."""

    start: date
    end: date


@frozen
class SomeDay:
    """A run of `days` days from `start` to before `end`; with `among`, on one of these."""

    start: date
    end: date
    days: int | None
    among: tuple[date, ...] = ()


@frozen
class RelativeDay:
    """The day that lies `shift` after (negative: before) another session of the programme."""

    shift: timedelta
    session: str


DayKey = EachDay | SomeDay | RelativeDay


@frozen
class Here:
    """What words for days are relative to.

    `today` is None in a definition, where no day may depend on the day of reading. `year` is that of dates without one;
    None: they are the next such days, today included. `week_start` is the first weekday, Monday 0.
    """

    today: date | None = None
    week_start: int = 0
    year: int | None = None


@frozen
class ClockTime:
    """A time of day in minutes from midnight; `fold` 1 is the second of two equal wall times, None: not stated."""

    minutes: int
    fold: int | None = None
    part: tuple[int, int] | None = None


@frozen
class FromTo:
    """From one time of day to another, `later_days` days later; `end` is None if it is not stated."""

    start: ClockTime
    end: ClockTime | None
    later_days: int = 0


@frozen
class PartOfDay:
    """Somewhere between two times of one day, for `length` if that is known."""

    start: ClockTime
    end: ClockTime
    length: timedelta | None = None


Clock = FromTo | PartOfDay | Hours

_DATE = r"[12]\d{3}-\d{2}(?:-\d{2})?"
_RANGE = re.compile(rf"({_DATE})(?:\s+to\s+({_DATE}))?")
_SOME = re.compile(rf"some\s+(?:day|(\d{{1,4}})\s+days)\s+in\s+({_DATE}(?:\s+to\s+{_DATE})?)")
_RELATIVE = re.compile(r"(\d{1,4})\s+(day|week)s?\s+(before|after)\s+(\S+)")
_TIME = r"\d{1,2}[:.]\d{2}(?:\s+(?:first|second))?"
_FROM_TO = re.compile(rf"({_TIME})\s*[-–]\s*({_TIME})?(?:\s*\+(\d{{1,2}}))?")
_PART = re.compile(rf"(?:(morning|afternoon|evening)\b,?\s*)?(?:(before|after)\s+({_TIME}),?\s*)?(?:for\s+(.+))?")
_PARTS = {"morning": (0, 720), "afternoon": (720, 1080), "evening": (1080, MINUTES_OF_DAY)}

# Patterns for schemas, so that an editor can check while one types: days have a digit, as hours do but for a few words.
DAYS_PATTERN = r"\d"
_HOUR_WORDS = "hours|time|all|whole|full|tb[acd]|to be|noon|midday|midnight|morning|afternoon|evening|before|after"
REPEAT_PATTERN = r"^\s*[Ee]very\s.+\sfrom\s+[12]\d{3}-\d{2}-\d{2}(\s+to\s+[12]\d{3}-\d{2}-\d{2})?\s*$"
LENGTH_PATTERN = r"\d|[Hh]our|[Dd]ay|[Ww]eek"
CLOCK_PATTERN = rf"\d|^\s*({_HOUR_WORDS}|{_HOUR_WORDS.title()}|TB[ACD]|\?)"


def days_form(text: str) -> DayKey | Fault | None:
    """A day key: each of some days, some day of several, or a day relative to another session."""
    words = " ".join(text.split())
    if match := _RELATIVE.fullmatch(words):
        days = int(match[1]) * (7 if match[2] == "week" else 1)
        return RelativeDay(timedelta(days=days if match[3] == "after" else -days), match[4])
    if match := _SOME.fullmatch(words):
        return _some_day(match[2], int(match[1]) if match[1] else None)
    if match := _RANGE.fullmatch(words):
        return _range(match[1], match[2])
    return None


def clock_form(text: str) -> Clock | Fault | None:
    """The hours in the first key of an item."""
    words = text.strip()
    if words == "hours unknown":
        return Hours.UNKNOWN
    if words == "all day":
        return Hours.ALL
    if match := _FROM_TO.fullmatch(words):
        return _from_to(match)
    if words and (match := _PART.fullmatch(words)) and (match[1] or match[2]):
        return _part_of_day(match, text)
    return None


def date_form(text: str) -> date | Fault | None:
    """One day, `2017-09-04`."""
    if not re.fullmatch(r"[12]\d{3}-\d{2}-\d{2}", text.strip()):
        return None
    bounds = _bounds(text.strip())
    return bounds if isinstance(bounds, Fault) else bounds[0]


def _range(first: str, last: str | None) -> EachDay | SomeDay | Fault:
    start = _bounds(first)
    end = _bounds(last or first)
    if isinstance(start, Fault):
        return start
    if isinstance(end, Fault):
        return end
    if end[1] <= start[0]:
        return Fault(END_BEFORE_START, f"`{first} to {last}` ends before it begins; turn the two round or correct them")
    is_window = last is None and end[1] - start[0] > DAY
    return SomeDay(start[0], end[1], None) if is_window else EachDay(start[0], end[1])


def _some_day(text: str, days: int | None) -> DayKey | Fault:
    match = _RANGE.fullmatch(text)
    found = _range(match[1], match[2]) if match else no_day(text)
    if isinstance(found, Fault):
        return found
    room = (found.end - found.start).days
    if days is not None and not 0 < days <= room:
        return Fault(BAD_DATE, f"{days} days do not fit into `{text}`, which has {room}")
    return SomeDay(found.start, found.end, days)


def _bounds(text: str) -> tuple[date, date] | Fault:
    """The first day, and the day after the last, of a day or a month."""
    try:
        if len(text) > len("2017-12"):
            day = date.fromisoformat(text)
            return day, day + DAY
        first = date.fromisoformat(f"{text}-01")
        return first, (first + 31 * DAY).replace(day=1)
    except ValueError:
        return no_day(text)


def no_day(text: str) -> Fault:
    """The fault of a text in the form of a day."""
    return Fault(BAD_DATE, f"`{text}` is not a day of the calendar; write `2017-09-04`")


def _clock_time(match: re.Match[str], group: int) -> ClockTime | Fault:
    text = match[group]
    numbers, *which = text.split()
    hours, minutes = (int(number) for number in re.split("[:.]", numbers))
    total = hours * 60 + minutes
    part = (match.start(group), len(text))
    if minutes >= 60 or total > MINUTES_OF_DAY:  # noqa: PLR2004 (minutes of an hour)
        return Fault(BAD_TIME, f"`{numbers}` is not a time of day; write `00:00` to `24:00`", part)
    return ClockTime(total, {"first": 0, "second": 1}[which[0]] if which else None, part)


def _from_to(match: re.Match[str]) -> FromTo | Fault:
    start = _clock_time(match, 1)
    end = _clock_time(match, 2) if match[2] else None
    later = int(match[3] or 0)
    if isinstance(start, Fault):
        return start
    if isinstance(end, Fault):
        return end
    if start.minutes == MINUTES_OF_DAY:
        return Fault(BAD_TIME, "nothing begins at 24:00; write `00:00` under the next day", start.part)
    if end and end.minutes + later * MINUTES_OF_DAY <= start.minutes and not (end.fold and not start.fold):
        message = f"it ends at {match[2]}, not after it begins at {match[1]}; over midnight write `{match[0]} +1`"
        return Fault(END_BEFORE_START, message, end.part)
    return FromTo(start, end, later)


def _part_of_day(match: re.Match[str], text: str) -> PartOfDay | Fault:
    from agendacli.words.times.lengths import parse_length

    first, last = _PARTS[match[1]] if match[1] else (0, MINUTES_OF_DAY)
    start, end = ClockTime(first), ClockTime(last)
    if match[3]:
        bound = _clock_time(match, 3)
        if isinstance(bound, Fault):
            return bound
        start, end = (start, bound) if match[2] == "before" else (bound, end)
    length = parse_length(match[4]) if match[4] else None
    if match[4] and length is None:
        return Fault(
            BAD_TIME, f"`{match[4]}` is not a length; write `45 min` or `1 h 30 min`", (match.start(4), len(match[4]))
        )
    available = timedelta(minutes=end.minutes - start.minutes)
    if available <= timedelta(0) or (length and length > available):
        return Fault(END_BEFORE_START, f"`{text}` leaves no time; correct its bounds")
    return PartOfDay(start, end, length)
