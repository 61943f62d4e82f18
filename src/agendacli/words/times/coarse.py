"""Days as provisional calendars give them: a week, a quarter, `mid-March 2027`, `first half of June`.

Each is a window, somewhere in which the session lies. `early`, `mid` and `late` are the days 1–10, 11–20 and from 21 of
a month, and four months each of a year.
"""

import re
from collections.abc import Callable

from agendacli.model.asked import Refusal
from agendacli.words.times.calendar import (
    WEEK,
    SpanOfDays,
    half_year,
    in_year,
    iso_week,
    one,
    part_of_month,
    quarter,
    third_of_year,
    week_of,
)
from agendacli.words.times.dates import days_in_letters, no_year
from agendacli.words.times.forms import EachDay, Here, SomeDay
from agendacli.words.times.readings import two_readings

Read = EachDay | SomeDay | Refusal | None
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4} | {str(n): n for n in range(1, 5)}
_THIRDS = {
    **dict.fromkeys(("early", "beginning", "start", "anfang", "debut", "principios"), 1),
    **dict.fromkeys(("mid", "middle", "mitte", "mediados"), 2),
    **dict.fromkeys(("late", "end", "ende", "fin", "finales"), 3),
}
_MONTH_THIRDS = {1: (1, 11), 2: (11, 21), 3: (21, None)}
_MONTH_HALVES = {1: (1, 16), 2: (16, None)}

_WEEK = r"(?:calendar )?(?:week|w|kw|semaine|semana) ?"
_YEAR = r"(?:[ /-]?(?P<year>\d{4}))?"
_ONE_OF = "|".join(_NUMBERS)
_THIRD = "|".join(_THIRDS)


def read_coarse(letters: str, here: Here, text: str) -> Read:
    """The window of a text in letters, None if it is none. ValueError if the calendar has no such window."""
    plain = letters.removeprefix("in ")
    for pattern, reader in _FORMS:
        if found := re.fullmatch(pattern, plain):
            return reader(found, here, text)
    return None


def _window(found: re.Match[str], here: Here, text: str, made: Callable[[int], SpanOfDays]) -> Read:
    stretch = in_year(int(found["year"]) if found["year"] else None, here, made)
    return SomeDay(stretch.start, stretch.end, None) if stretch else no_year(text)


def _numbered_week(found: re.Match[str], here: Here, text: str) -> Read:
    week = int(found["number"])
    return _window(found, here, text, lambda year: iso_week(year, week))


def _day_of_week(found: re.Match[str], _here: Here, _text: str) -> Read:
    monday = iso_week(int(found["year"]), int(found["number"])).start
    day = one(monday.fromordinal(monday.toordinal() + int(found["day"]) - 1))
    return EachDay(day.start, day.end)


def _quarter(found: re.Match[str], here: Here, text: str) -> Read:
    return _window(found, here, text, lambda year: quarter(year, _NUMBERS[found["number"]]))


def _half(found: re.Match[str], here: Here, text: str) -> Read:
    number = _NUMBERS[found["number"]]
    return _window(found, here, text, lambda year: half_year(year, number))


def _half_month(found: re.Match[str], here: Here, text: str) -> Read:
    return _part_of_month(found, here, text, *_MONTH_HALVES[_NUMBERS[found["number"]]])


def _third_month(found: re.Match[str], here: Here, text: str) -> Read:
    return _part_of_month(found, here, text, *_MONTH_THIRDS[_THIRDS[found["part"]]])


def _part_of_month(found: re.Match[str], here: Here, text: str, first: int, after: int | None) -> Read:
    return _window(found, here, text, lambda year: part_of_month(year, int(found["month"]), first, after))


def _third(found: re.Match[str], here: Here, text: str) -> Read:
    return _window(found, here, text, lambda year: third_of_year(year, _THIRDS[found["part"]]))


def _week_from(found: re.Match[str], here: Here, text: str) -> Read:
    day = days_in_letters(found["day"], here, text)
    return SomeDay(day.start, day.start + WEEK, None) if isinstance(day, EachDay) else day


def _week_around(found: re.Match[str], here: Here, text: str) -> Read:
    """The week that begins on a day; the week that contains it, where weeks begin on another weekday."""
    begins = _week_from(found, here, text)
    if not isinstance(begins, SomeDay):
        return begins
    holds = week_of(begins.start, here.week_start)
    if holds.start == begins.start:
        return begins
    return two_readings(text, (EachDay(each.start, each.end) for each in (holds, begins)))


# Compiled by `re` on first use.
_FORMS: tuple[tuple[str, Callable[[re.Match[str], Here, str], Read]], ...] = (
    (rf"(?P<year>\d{{4}})[ -]?{_WEEK}(?P<number>\d{{1,2}})", _numbered_week),
    (r"(?P<year>\d{4})-?w(?P<number>\d{2})-(?P<day>[1-7])", _day_of_week),
    (rf"{_WEEK}(?P<number>\d{{1,2}}){_YEAR}", _numbered_week),
    (r"(?P<year>\d{4})[ -]?q(?P<number>[1-4])", _quarter),
    (rf"q(?P<number>[1-4]){_YEAR}", _quarter),
    (rf"(?P<number>{_ONE_OF}) quarter{_YEAR}", _quarter),
    (r"(?P<year>\d{4})[ -]?h(?P<number>[12])", _half),
    (rf"h(?P<number>[12]){_YEAR}", _half),
    (rf"(?P<number>first|second|1|2) half{_YEAR}", _half),
    (rf"(?P<number>first|second|1|2) half M(?P<month>\d+){_YEAR}", _half_month),
    (rf"(?P<part>{_THIRD})[ -]M(?P<month>\d+){_YEAR}", _third_month),
    (rf"(?P<part>{_THIRD})[ -](?P<year>\d{{4}})", _third),
    (r"(?:w/c|week commencing|week beginning|week starting) (?P<day>.+)", _week_from),
    (r"week (?P<day>.+)", _week_around),
)
