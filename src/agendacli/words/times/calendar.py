"""Calendar periods, as days from the first to before the one after the last: years, months, weeks and parts."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from agendacli.model.frozen import frozen
from agendacli.words.times.forms import Here

DAY = timedelta(days=1)
WEEK = 7 * DAY
_MONTHS_OF_YEAR = 12
_YEARS_TO_LEAP_DAY = 8  # the longest distance to a 29 February, across a century without leap day


@frozen
class SpanOfDays:
    """The days from `start` to before `end`."""

    start: date
    end: date

    @property
    def days(self) -> tuple[date, ...]:
        """The days in order."""
        return tuple(self.start + n * DAY for n in range((self.end - self.start).days))


def one(day: date) -> SpanOfDays:
    """A single day."""
    return SpanOfDays(day, day + DAY)


def months(year: int, month: int, count: int = 1) -> SpanOfDays:
    """Months in a row; numbers beyond the twelfth or before the first reach into the neighbouring years."""
    return SpanOfDays(_first_of(year, month), _first_of(year, month + count))


def quarter(year: int, number: int) -> SpanOfDays:
    """A quarter of a year, the first of them 1."""
    return _part_of_year(year, number, 4)


def half_year(year: int, number: int) -> SpanOfDays:
    """Half of a year, the first of them 1."""
    return _part_of_year(year, number, 2)


def third_of_year(year: int, number: int) -> SpanOfDays:
    """The early (1), middle (2) or late (3) third of a year, four months each."""
    return _part_of_year(year, number, 3)


def part_of_month(year: int, month: int, first: int, after: int | None) -> SpanOfDays:
    """The days of a month from the day `first` to before the day `after`, or to its end."""
    whole = months(year, month)
    return SpanOfDays(whole.start + (first - 1) * DAY, whole.start + (after - 1) * DAY if after else whole.end)


def week_of(day: date, week_start: int = 0) -> SpanOfDays:
    """The week that a day lies in."""
    start = day - (day.weekday() - week_start) % 7 * DAY
    return SpanOfDays(start, start + WEEK)


def iso_week(year: int, week: int) -> SpanOfDays:
    """A week of ISO 8601, which begins on Monday. ValueError if the year has no such week."""
    return week_of(date.fromisocalendar(year, week, 1))


def in_year(year: int | None, here: Here, made: Callable[[int], SpanOfDays]) -> SpanOfDays | None:
    """The result of `made` for the year that is named, else for that of the context, else for the next that fits.

    None if no year is known. ValueError if there is no such period.
    """
    if year or here.year:
        return made(year or here.year or 0)
    if here.today is None:
        return None
    for coming in range(here.today.year, here.today.year + _YEARS_TO_LEAP_DAY + 1):
        with suppress(ValueError):
            if (found := made(coming)).end > here.today:
                return found
    raise ValueError(here)


def _part_of_year(year: int, number: int, of: int) -> SpanOfDays:
    length = _MONTHS_OF_YEAR // of
    return months(year, (number - 1) * length + 1, length)


def _first_of(year: int, month: int) -> date:
    later, index = divmod(month - 1, _MONTHS_OF_YEAR)
    return date(year + later, index + 1, 1)
