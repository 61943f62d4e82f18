"""Dates as people write them: single days, ranges and alternatives, in the alphabet of `alphabet`.

A side of a range may omit what the other side has (`14–15 July 2026`, `July 14–15`, `28 December – 3 January 2027`).
Numbers alone (`4/9/2017`) are read with the day first and with the month first; if both are dates, both are reported.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import pairwise

from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.words.prose import WEEKDAYS, plain_day
from agendacli.words.times.calendar import SpanOfDays, in_year, months, one
from agendacli.words.times.forms import EachDay, Here, SomeDay
from agendacli.words.times.readings import two_readings

_CENTURY = 2000
_WEEKDAY = re.compile(r"(?:^| )D(\d)(?= |$)")
_FORMS = tuple(
    map(
        re.compile,
        (
            r"(?P<year>\d{4})-(?P<month>\d{1,2})",
            r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
            r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
            r"(?P<day>\d{1,2})(?: M(?P<month>\d{1,2}))?(?: (?P<year>\d{4}))?",
            r"M(?P<month>\d{1,2})(?: (?P<day>\d{1,2}))?(?: (?P<year>\d{4}))?",
            r"(?P<year>\d{4})",
        ),
    )
)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_ORDERS = ("day first", "month first", "year first")
_BETWEEN = re.compile("[~|+]")


@frozen
class _Part:
    """One side of a range: day, month and year as far as given, and the weekday."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


def days_in_letters(letters: str, here: Here, text: str) -> EachDay | SomeDay | Refusal | None:
    """The days of a text in letters; a refusal if there are two readings; None if it is none.

    `text` is the original, for messages. ValueError if the calendar has no such day.
    """
    signs = set(_BETWEEN.findall(letters)) or {"~"}
    sign, *others = signs
    sides = letters.split(sign)
    if others or any(_part(each, _ORDERS[0]) is None for each in sides):
        return None
    found: dict[EachDay | SomeDay | Refusal, None] = {}
    for order in _ORDERS:
        with suppress(ValueError):
            found[_in_order(sides, order, sign=sign, here=here, text=text)] = None
    sound = tuple(each for each in found if not isinstance(each, Refusal))
    if not found:
        raise ValueError(text)
    return two_readings(text, sound) if len(sound) > 1 else next(iter(sound or found))


def ends_early(text: str) -> Refusal:
    """The refusal of days that are not a range."""
    return Refusal(f"`{text}` ends before it begins; turn the two round or correct them")


def no_year(text: str) -> Refusal:
    """The refusal of days without a year."""
    return Refusal(f"`{text}` names no year; write that as well")


def _in_order(sides: Sequence[str], order: str, sign: str, here: Here, text: str) -> EachDay | SomeDay | Refusal:
    """The days of numbers alone in that order. ValueError if there are none."""
    parts = [part for each in sides if (part := _part(each, order))]
    dated = _with_years(_with_months(parts), here) if len(parts) == len(sides) else []
    if dated is None:
        return no_year(text)
    stretches = tuple(_stretch(each) for each in dated)
    if not stretches:
        raise ValueError(text)
    misfits = (_misfit(part, each) for part, each in zip(dated, stretches, strict=True))
    return next(filter(None, misfits), None) or _joined(stretches, sign, text, is_coarse=dated[-1].day is None)


def _part(side: str, order: str) -> _Part | None:
    """One side of a range, None if it is not a date. ValueError for a year, month or day 0."""
    weekday = _WEEKDAY.search(side)
    plain = _WEEKDAY.sub("", side, count=1).strip()
    number = int(weekday[1]) if weekday else None
    if numbers := _NUMBERS.fullmatch(plain):
        return _numbered(numbers, order, number)
    found = next((match for form in _FORMS if (match := form.fullmatch(plain))), None)
    if found is None:
        return None
    said = {name: int(value) for name, value in found.groupdict().items() if value}
    if not all(said.values()):
        raise ValueError(side)
    return _Part(**said, weekday=number)


def _numbered(numbers: re.Match[str], order: str, weekday: int | None) -> _Part | None:
    """A date of numbers alone, None if that order is impossible: years of two digits come first only before hyphens."""
    one_, sign, other, year = numbers.groups()
    if order == _ORDERS[2]:
        is_short = sign == "-" and year and len(year) == len(one_) == len("17")
        return _Part(int(year), int(other), _CENTURY + int(one_), weekday) if is_short else None
    day, month = (one_, other) if order == _ORDERS[0] else (other, one_)
    century = _CENTURY if year and len(year) == len("17") else 0
    return _Part(int(day), int(month), century + int(year) if year else None, weekday)


def _with_months(parts: Sequence[_Part]) -> list[_Part]:
    """The parts, each without a month given that of the other side. ValueError if neither has one."""
    month = next((each.month for each in reversed(parts) if each.month), None)
    if month is None and any(each.day for each in parts):
        raise ValueError(parts)
    return [replace(each, month=each.month or month) if each.day else each for each in parts]


def _with_years(parts: Sequence[_Part], here: Here) -> list[_Part] | None:
    """The parts, each without a year given that of the other side or of the context; a range may cross the new year."""
    named = next((each.year for each in reversed(parts) if each.year), None)
    meant = in_year(named, here, lambda year: _stretch(replace(parts[-1], year=year)))
    if meant is None:
        return None
    year = named or meant.start.year
    dated = [replace(each, year=each.year or year) for each in parts]
    is_turned = (parts[0].month or 0) > (parts[-1].month or 0)
    if is_turned and not (parts[0].year and parts[-1].year):
        turned, by = (-1, 1) if parts[-1].year is None and parts[0].year else (0, -1)
        dated[turned] = replace(dated[turned], year=year + by)
    return dated


def _stretch(part: _Part) -> SpanOfDays:
    """A day, a month or a year. ValueError if the calendar has none such."""
    year, month = part.year or 0, part.month
    if part.day and month:
        return one(date(year, month, part.day))
    if month is None:
        return months(year, 1, 12)
    return months(date(year, month, 1).year, month)


def _misfit(part: _Part, days: SpanOfDays) -> Refusal | None:
    """The fault of a date whose weekday is wrong."""
    day = days.start
    if part.weekday is None or part.weekday == day.weekday():
        return None
    right = f"{WEEKDAYS[day.weekday()]} {plain_day(day)}"
    return Refusal(f"{plain_day(day)} is not a {WEEKDAYS[part.weekday]}; write `{day}` or `{right}`")


def _joined(found: Sequence[SpanOfDays], sign: str, text: str, *, is_coarse: bool) -> EachDay | SomeDay | Refusal:
    start, end = found[0].start, found[-1].end
    if any(one_.end > other.start for one_, other in pairwise(found)):
        return ends_early(text)
    if len(found) == 1:
        return SomeDay(start, end, None) if is_coarse else EachDay(start, end)
    has_gaps = any(one_.end != other.start for one_, other in pairwise(found))
    if sign == "|":
        days = tuple(day for each in found for day in each.days)
        return SomeDay(start, end, None, days if has_gaps else ())
    if sign == "+" and has_gaps:
        return Refusal(f"`{text}` names days that are apart; write each of them by itself")
    return EachDay(start, end)
