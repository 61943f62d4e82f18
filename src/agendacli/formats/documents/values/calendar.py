"""The days of the calendar that a document names anywhere: with their years, as ranges, as years alone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from agendacli.formats.documents.page import Document, Line
from agendacli.formats.documents.slots.letters import dateline_of
from agendacli.formats.documents.slots.mentions import Mention, is_no_programme, mentions_in
from agendacli.formats.documents.tokens.days import DayWords, days_in, months_in, years_in
from agendacli.model.frozen import frozen

_MOST_LINES, _TOP_LINES = 4000, 25
_DAY, _MONTH, _YEAR = timedelta(days=1), timedelta(days=31), timedelta(days=366)
_SEASON = re.compile(r"(?<![\d./-])(?P<first>20\d\d) ?[-–/] ?(?P<next>(?:20)?\d\d)(?![\d./-])")
_FOUNDED = re.compile(
    r"\b(?:since|founded(?: in)?|est(?:ablished|d)?\.?(?: in)?|gegr(?:ündet|\.)?(?: im Jahre?)?|seit|"
    r"depuis|fondée?s?(?: en)?|desde|fundad[oa]s?(?: en)?) (?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)
_AUGUST, _CENTURY = 8, 100
_YEARS = range(1980, 2061)
_LONGEST = 60  # days
_JOINING = {"-", "–", "—", "to", "bis", "au", "al", "a", "until", "and", "und", "et", "y", "&"}


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

    `dated` are the days with their years, and `named` all with what they are the date of, both the likeliest day of
    the programme first. `years` by how often they stand in dates, `top` those that head it, `anywhere` all that stand
    in it; `written` are days of editions, deadlines and the like, `months` those that are named with their year.
    `is_turned`: of dates in numbers the month comes first.
    """

    dated: tuple[date, ...]
    ranges: tuple[Range, ...]
    years: tuple[int, ...]
    top: tuple[int, ...]
    named: tuple[tuple[DayWords, Mention], ...] = ()
    is_turned: bool = False
    anywhere: tuple[int, ...] = ()
    written: tuple[date, ...] = ()
    months: tuple[Range, ...] = ()
    season: tuple[int, ...] = ()  # the two years of `2025-2026`, where one of them begins in autumn

    def year_for(self, day: DayWords) -> tuple[int, bool] | None:
        """The year that fits a day best, and whether that is sure: the weekday agrees, or a date beside it says so."""
        anywhere = self.anywhere if day.weekday is not None or len(self.anywhere) == 1 else ()
        of_season = tuple(self.season[day.month < _AUGUST] for _ in self.season[:1] if day.month)
        for year in dict.fromkeys((*of_season, *self.years, *self.top, *anywhere)):
            made = day.in_year(year)
            if made and (day.weekday is None or made.weekday() == day.weekday):
                near = any(abs((made - each).days) <= 10 for each in self._all())
                return year, near or day.weekday is not None
        made = next(self._behind(day), None) if day.weekday is not None else None
        return (made.year, False) if made else None

    def likely(self) -> Iterator[tuple[date, Mention]]:
        """The days that may be that of the programme, the likeliest first, those that begin a range for all of it."""
        firsts = {each.last: each.first for each in self.ranges}
        for day, mention in self.named:
            fit = (day.year, True) if day.year else self.year_for(day)
            made = day.in_year(fit[0]) if fit else None
            if made:
                yield firsts.get(made, made), mention

    def _behind(self, day: DayWords) -> Iterator[date]:
        """The day within a year behind one on which the document was written, if its weekday agrees."""
        for written in self.written:
            made = (day.in_year(written.year + more) for more in (0, 1))
            yield from (each for each in made if each and _DAY <= each - written <= _YEAR and _agrees(day, each))

    def _all(self) -> Iterator[date]:
        yield from self.dated
        for each in self.ranges:
            yield from each.days


def known_days(document: Document, year: int | None) -> KnownDays:
    """What a document says of days anywhere; `year` is that of days without one."""
    lines = [Line(document.title), *document.about, *document.lines][:_MOST_LINES]
    dateline = dateline_of(document.lines)
    said = [line for line in lines if line != dateline]
    named = sorted((each for line in said for each in _mentioned(line, document.about)), key=_rank)
    words = [day for day, _ in named]
    is_turned = _closer_turned([each for each in words if each.is_either and each.year])
    named = [(day.turned() if is_turned and day.is_either else day, mention) for day, mention in named]
    words = [day for day, _ in named]
    dated = [made for day in words if day.year and (made := day.in_year(day.year))]
    years = Counter(each.year for each in dated)
    above = [_FOUNDED.sub(" ", line.text) for line in lines[:_TOP_LINES]]
    top = [each for text in above for each in years_in(text) if each in _YEARS]
    usual = year or next(iter(dict.fromkeys((*(each for each, _ in years.most_common(1)), *top))), None)
    ranges = [*_ranges(words, usual), *_spanning(lines, usual, is_turned=is_turned)]
    written = [each.year for each in days_in(dateline.text) if each.year] if dateline else []  # last of all
    every = tuple(dict.fromkeys((*(each for each, _ in years.most_common()), *written)))
    return KnownDays(
        tuple(dict.fromkeys(dated)),
        tuple(ranges),
        years=(year, *every) if year else every,
        top=tuple(dict.fromkeys(top)),
        named=tuple(named),
        is_turned=is_turned,
        anywhere=_years_of(each for each in lines if not is_no_programme(each.text)),
        written=_written(each for each in lines if is_no_programme(each.text)),
        months=tuple(_months(line for line in said if not is_no_programme(line.text))),
        season=next((made for line in lines[:_TOP_LINES] for made in _seasons(line.text)), ()) if not year else (),
    )


def _seasons(text: str) -> Iterator[tuple[int, int]]:
    """The two years of `2025-2026` or `2025/26`, one behind the other."""
    for found in _SEASON.finditer(text):
        first = int(found["first"])
        if (first + 1) % _CENTURY == int(found["next"]) % _CENTURY:
            yield first, first + 1


def _mentioned(line: Line, about: Sequence[Line]) -> Iterator[tuple[DayWords, Mention]]:
    """The dates of a line that are not of the text itself; a title announces, what a file says of itself does not."""
    for day, mention in mentions_in(line.text):
        if day.is_dated and mention is not Mention.NONE:
            is_title = mention is Mention.NAMED and (line.level > 0 or not line.line)
            is_of_file = mention is Mention.NAMED and line in about
            yield day, Mention.DUE if is_of_file else Mention.ANNOUNCED if is_title else mention


def _rank(named: tuple[DayWords, Mention]) -> tuple[bool, bool, Mention, bool]:
    """Of days that may be the programme's, those with their weekday come first: it is what people look for."""
    day, mention = named
    return mention > Mention.NAMED, day.weekday is None, mention, day.year is None


def _months(lines: Iterable[Line]) -> Iterator[Range]:
    for line in lines:
        for month, year, text in months_in(line.text):
            first = date(year, month, 1)
            yield Range(first, (first + _MONTH).replace(day=1) - _DAY, text)


def _years_of(lines: Iterable[Line]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each for line in lines for each in years_in(line.text) if each in _YEARS))


def _written(lines: Iterable[Line]) -> tuple[date, ...]:
    said = (day.in_year(day.year) for line in lines for day in days_in(line.text) if day.year)
    return tuple(dict.fromkeys(filter(None, said)))


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


def _agrees(day: DayWords, made: date | None) -> bool:
    return day.weekday is None or (made is not None and day.weekday == made.weekday())


def _spanning(lines: Iterable[Line], usual: int | None, *, is_turned: bool) -> Iterator[Range]:
    """Ranges each end of which is a date: `28 October to 1 November 2024`, `Sat 8 August & Sun 9 August`."""
    for line in lines:
        days = [each.turned() if is_turned and each.is_either else each for each in days_in(line.text) if each.is_dated]
        for first, last in pairwise(days):
            gap = line.text[first.to : last.at].strip().lower()
            year = last.year or first.year or usual
            start, end = (first.in_year(first.year or year), last.in_year(year)) if year else (None, None)
            is_told = last.year or first.year or (_agrees(first, start) and _agrees(last, end))
            if gap in _JOINING and start and end and is_told and 0 < (end - start).days < _LONGEST:
                yield Range(start, end, line.text[first.at : last.to])
