"""The days of the calendar that a document names anywhere: with their years, as ranges, as years alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from agendacli.formats.documents.page import Document, Line
from agendacli.formats.documents.slots.headings import is_no_programme
from agendacli.formats.documents.slots.letters import dateline_of, invites
from agendacli.formats.documents.tokens.days import DayWords, days_in, months_in, years_in
from agendacli.model.frozen import frozen

_MOST_LINES, _TOP_LINES = 4000, 25
_DAY, _MONTH = timedelta(days=1), timedelta(days=31)
_YEARS = range(1980, 2061)


@frozen
class Range:
    """The days from one to another, and the words that say so."""

    first: date
    last: date
    text: str

    @property
    def days(self) -> tuple[date, ...]:
        """Each of them."""
        return tuple(self.first + n * _DAY for n in range((self.last - self.first).days + 1))


@frozen
class KnownDays:
    """What a document says of days anywhere.

    `years` by how often they stand in dates, `top` those that head it, `anywhere` all that stand in it. `is_turned`:
    of dates in numbers the month comes first. `announced` are dates for which something is said to take place, `months`
    those that are named with their year.
    """

    dated: tuple[date, ...]
    ranges: tuple[Range, ...]
    years: tuple[int, ...]
    top: tuple[int, ...]
    first_day: DayWords | None = None
    is_turned: bool = False
    anywhere: tuple[int, ...] = ()
    announced: tuple[date, ...] = ()
    months: tuple[Range, ...] = ()

    def year_for(self, day: DayWords) -> tuple[int, bool] | None:
        """The year that fits a day best, and whether that is sure: the weekday agrees, or a date beside it says so."""
        anywhere = self.anywhere if day.weekday is not None or len(self.anywhere) == 1 else ()
        for year in dict.fromkeys((*self.years, *self.top, *anywhere)):
            made = day.in_year(year)
            if made and (day.weekday is None or made.weekday() == day.weekday):
                near = any(abs((made - each).days) <= 10 for each in self._all())
                return year, near or day.weekday is not None
        return None

    def _all(self) -> Iterator[date]:
        yield from self.dated
        for each in self.ranges:
            yield from each.days


def known_days(document: Document, year: int | None) -> KnownDays:
    """What a document says of days anywhere; `year` is that of days without one."""
    lines = [Line(document.title), *document.about, *document.lines()][:_MOST_LINES]
    dateline = dateline_of([*document.lines()])
    said = [line for line in lines if line != dateline and not is_no_programme(line.text)]
    words = [day for line in said for day in days_in(line.text) if day.is_dated]
    is_turned = _closer_turned([each for each in words if each.is_either and each.year])
    words = [each.turned() if is_turned and each.is_either else each for each in words]
    dated = [made for day in words if day.year and (made := day.in_year(day.year))]
    years = Counter(each.year for each in dated)
    top = [each for line in lines[:_TOP_LINES] for each in years_in(line.text) if each in _YEARS]
    usual = year or next(iter(dict.fromkeys((*(each for each, _ in years.most_common(1)), *top))), None)
    ranges = [*_ranges(words, usual), *_spanning(lines, is_turned=is_turned)]
    first = next((day for day in words if not day.last), None)
    every = tuple(each for each, _ in years.most_common())
    return KnownDays(
        tuple(dict.fromkeys(dated)),
        tuple(ranges),
        years=(year, *every) if year else every,
        top=tuple(dict.fromkeys(top)),
        first_day=first,
        is_turned=is_turned,
        anywhere=_years_anywhere(lines),
        announced=tuple(_announced(said)),
        months=tuple(_months(said)),
    )


def _announced(lines: Iterable[Line]) -> Iterator[date]:
    for line in lines:
        for day in days_in(line.text) if invites(line.text) else ():
            if day.is_dated and not day.last and day.year and (made := day.in_year(day.year)):
                yield made


def _months(lines: Iterable[Line]) -> Iterator[Range]:
    for line in lines:
        for month, year, text in months_in(line.text):
            first = date(year, month, 1)
            yield Range(first, (first + _MONTH).replace(day=1) - _DAY, text)


def _years_anywhere(lines: Iterable[Line]) -> tuple[int, ...]:
    said = (each for line in lines if not is_no_programme(line.text) for each in years_in(line.text))
    return tuple(dict.fromkeys(each for each in said if each in _YEARS))


def _closer_turned(days: Sequence[DayWords]) -> bool:
    """Whether dates in numbers lie closer together if the month comes first."""
    return len(days) > 1 and _reach([each.turned() for each in days]) < _reach(days)


def _reach(days: Sequence[DayWords]) -> int:
    """How many days lie between the first and the last."""
    made = [found for each in days if (found := each.in_year(each.year or 0))]
    return (max(made) - min(made)).days if len(made) == len(days) else 100_000


def _ranges(words: Iterable[DayWords], usual: int | None) -> Iterator[Range]:
    for day in words:
        year = day.year or usual
        first = day.in_year(year) if year and day.last else None
        if first and day.last:
            try:
                yield Range(first, first.replace(day=day.last), day.text)
            except ValueError:
                continue


def _spanning(lines: Iterable[Line], *, is_turned: bool) -> Iterator[Range]:
    """Ranges over the end of a month, each end of which is a date: `28 October to 1 November 2024`."""
    for line in lines:
        days = [each.turned() if is_turned and each.is_either else each for each in days_in(line.text) if each.is_dated]
        for first, last in pairwise(days):
            gap = line.text[first.to : last.at].strip().lower()
            year = last.year or first.year
            start, end = (first.in_year(first.year or year), last.in_year(year)) if year else (None, None)
            if (
                gap in {"-", "–", "—", "to", "bis", "au", "al", "a", "until", "and", "und", "et", "y", "&"}
                and start
                and end
                and 0 < (end - start).days < 60
            ):
                yield Range(start, end, line.text[first.at : last.to])
