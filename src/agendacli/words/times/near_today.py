"""Days relative to today: `today`, `friday`, `next week`, `in 3 days`, `+2w`, `weekend`.

Words that people read in two ways (`next friday` on a Monday) are refused, naming both readings.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.words.times.calendar import DAY, WEEK, SpanOfDays, months, one, week_of
from agendacli.words.times.forms import EachDay, Here
from agendacli.words.times.readings import two_readings

_STEPS = {"last": -1, "this": 0, "next": 1, "coming": 0, "past": -1}
_DAYS = {
    "day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
}
_SATURDAY = 5
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3}
_COUNT = r"(?P<count>\d{1,6}|a|one|two|three)"
_UNIT = r"(?P<unit>d|days?|w|weeks?)"
_STEP = "(?P<step>last|this|next|coming|past)"


@frozen
class _Typed:
    """The words, and the day to which they are relative."""

    today: date
    week_start: int
    text: str


def read_near_today(letters: str, here: Here, text: str) -> EachDay | Refusal | None:
    """The days of a text in letters; a refusal if there are two readings; None if it is none.

    A definition refuses days that are relative to today.
    """
    for pattern, reader in _FORMS:
        if found := re.fullmatch(pattern, letters):
            if here.today is None:
                return Refusal(f"`{text}` depends on the day on which it is read; write a date such as `2017-09-04`")
            read = reader(found, _Typed(here.today, here.week_start, text))
            return EachDay(read.start, read.end) if isinstance(read, SpanOfDays) else read
    return None


def _by_name(found: re.Match[str], typed: _Typed) -> SpanOfDays:
    return one(typed.today + _DAYS[found[0]] * DAY)


def _away(found: re.Match[str], typed: _Typed) -> SpanOfDays:
    return one(typed.today + _length(found))


def _ago(found: re.Match[str], typed: _Typed) -> SpanOfDays:
    return one(typed.today - _length(found))


def _signed(found: re.Match[str], typed: _Typed) -> SpanOfDays:
    return one(typed.today + _length(found) * (-1 if found["sign"] == "-" else 1))


def _from_today(found: re.Match[str], typed: _Typed) -> SpanOfDays:
    """A run of so many days that begins today."""
    return SpanOfDays(typed.today, typed.today + _length(found))


def _length(found: re.Match[str]) -> timedelta:
    count = found["count"]
    return (_COUNTS.get(count) or int(count)) * (WEEK if found["unit"].startswith("w") else DAY)


def _week(found: re.Match[str], typed: _Typed) -> SpanOfDays:
    return week_of(typed.today + _STEPS[found["step"]] * WEEK, typed.week_start)


def _month(found: re.Match[str], typed: _Typed) -> SpanOfDays:
    return months(typed.today.year, typed.today.month + _STEPS[found["step"]])


def _year(found: re.Match[str], typed: _Typed) -> SpanOfDays:
    return months(typed.today.year + _STEPS[found["step"]], 1, 12)


def _this_weekend(_: re.Match[str], typed: _Typed) -> SpanOfDays:
    """The current weekend, or else the coming one."""
    saturday = week_of(typed.today).start + _SATURDAY * DAY
    return SpanOfDays(saturday, saturday + 2 * DAY)


def _weekend_near(found: re.Match[str], typed: _Typed) -> SpanOfDays | Refusal:
    """`next weekend` may be the coming one or the one after it, unless it is the weekend already."""
    this, step = _this_weekend(found, typed), _STEPS[found["step"]] * WEEK
    other = SpanOfDays(this.start + step, this.end + step)
    if not step or step < timedelta() or typed.today >= this.start:
        return other if step else this
    return _either(typed.text, this, other)


def _weekday(found: re.Match[str], typed: _Typed) -> SpanOfDays:
    return one(typed.today + (int(found["weekday"]) - typed.today.weekday()) % 7 * DAY)


def _weekday_near(found: re.Match[str], typed: _Typed) -> SpanOfDays | Refusal:
    """`this friday` is the coming one; `next friday` and `last friday` are accepted only if unambiguous."""
    coming, step = _weekday(found, typed), _STEPS[found["step"]] * WEEK
    if not step:
        return coming
    into_week = (int(found["weekday"]) - typed.week_start) % 7 * DAY
    of_that_week = one(week_of(typed.today, typed.week_start).start + step + into_week)
    is_ahead = step > timedelta() and coming.start > typed.today
    nearest = coming if is_ahead else one(coming.start + step)
    return nearest if nearest == of_that_week else _either(typed.text, nearest, of_that_week)


def _either(text: str, *readings: SpanOfDays) -> Refusal:
    first, second = sorted(readings, key=lambda each: each.start)
    return two_readings(text, (EachDay(each.start, each.end) for each in (first, second)))


# Compiled by `re` on first use.
_FORMS: tuple[tuple[str, Callable[[re.Match[str], _Typed], SpanOfDays | Refusal]], ...] = (
    ("|".join(_DAYS), _by_name),
    (r"(?:this )?weekend", _this_weekend),
    (rf"{_STEP} weekend", _weekend_near),
    (rf"{_STEP} week", _week),
    (rf"{_STEP} month", _month),
    (rf"{_STEP} year", _year),
    (r"D(?P<weekday>\d)", _weekday),
    (rf"{_STEP} D(?P<weekday>\d)", _weekday_near),
    (rf"(?P<sign>[+-]) ?{_COUNT} ?{_UNIT}", _signed),
    (rf"in {_COUNT} ?{_UNIT}", _away),
    (rf"{_COUNT} ?{_UNIT} (?:today|now)", _away),
    (rf"{_COUNT} ?{_UNIT} ago", _ago),
    (rf"next {_COUNT} ?{_UNIT}", _from_today),
)
