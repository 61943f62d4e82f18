"""Days as people type them in options: `today`, `monday`, `+3d`, `sep 4`, `2017-09`, `2017-W36`.

Whatever leaves something out is read forwards: a date without a year is the next such date, today included. A date
whose day and month could be swapped is refused with both readings.
"""

import re
from collections.abc import Callable, Iterable
from datetime import MAXYEAR, MINYEAR, date, timedelta

from agendacli.model.asked import AskedDates, Clock, DateRange, Refusal
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded
from agendacli.words.prose import MONTHS, WEEKDAYS, plain_day

_DAY = timedelta(days=1)
_MONTHS_OF_YEAR = 12
_YEARS_TO_LEAP_DAY = 8  # 29 February is never further away, even across a century without leap day
_CENTURY = 2000
_SHORTEST_NAME = 3
_EXAMPLES = "`2017-09-04`, `2017-09`, `2017-W36`, `sep 4`, `monday`, `today`, `next week`, `+3d`"


@frozen
class _Here:
    """What a word for a day hangs on."""

    today: date
    week_start: int


_Read = DateRange | Refusal | None
_Reader = Callable[[re.Match[str], _Here], _Read]


def read_dates(
    clock: Clock, first: str | None = None, last: str | None = None, on: str | None = None
) -> AskedDates | Refusal:
    """The days that `--from`, `--to` (inclusive) and `--on` ask for together, for each day that is today somewhere.

    A range of days counts from its first or up to its last day. A refusal where a text is no day, or no day is left.
    """
    asked = {"--from": first, "--to": last, "--on": on}
    given = {option: text for option, text in asked.items() if text is not None}
    ranges = []
    for today in clock.todays if given else ():
        read = _together(given, _Here(today, clock.week_start))
        if isinstance(read, Refusal):
            return read
        ranges.append((today, read))
    if given and all(days.is_empty for _, days in ranges):
        return _nothing_left(given)
    return AskedDates(tuple(ranges))


def read_days(text: str, today: date, week_start: int = 0) -> DateRange | Refusal:
    """The days that a text means, seen from `today`; a refusal that says what to write where it means none.

    `week_start` is the weekday on which `this week` begins, Monday 0. ISO weeks (`2017-W36`) begin on Monday.
    """
    try:
        read = _first_form(_plain(text), _Here(today, week_start))
    except (ValueError, OverflowError):
        return Refusal(f"`{text}` is not in the calendar: write a date like `2017-09-04`")
    if read is None:
        return Refusal(f"`{text}` is no date that is known here: write one like {_EXAMPLES}")
    return read


def _together(given: dict[str, str], here: _Here) -> DateRange | Refusal:
    """The days in all of the given options; there may be none."""
    days = DateRange()
    for option, text in given.items():
        read = read_days(text, here.today, here.week_start)
        if isinstance(read, Refusal):
            return read
        days = days.shared(_bounded(option, read))
    return days


def _nothing_left(given: dict[str, str]) -> Refusal:
    said = " and ".join(f"`{option} {text}`" for option, text in given.items())
    return Refusal(f"no day is in {said} at once: let the first day come before the last")


def _bounded(option: str, read: DateRange) -> DateRange:
    if option == "--from":
        return DateRange(start=read.start)
    return DateRange(end=read.end) if option == "--to" else read


def _plain(text: str) -> str:
    """The text folded, without commas, and without the full stops that only close a word or an ordinal."""
    return " ".join(re.sub(r"\.(?=\s|$)|,", " ", folded(text)).split())


def _first_form(plain: str, here: _Here) -> _Read:
    for pattern, reader in _FORMS:
        found = re.fullmatch(pattern, plain)
        read = reader(found, here) if found else None
        if read is not None:
            return _in_calendar(read)
    return None


def _in_calendar(read: DateRange | Refusal) -> DateRange | Refusal:
    """The same days; the calendar's outermost years are left out, since zones could not be applied to them."""
    if isinstance(read, DateRange) and not MINYEAR < read.start.year <= read.end.year < MAXYEAR:
        raise ValueError
    return read


def _one(day: date) -> DateRange:
    return DateRange(day, day + _DAY)


def _month(year: int, month: int) -> DateRange:
    """One month; months beyond the twelfth or before the first count into the neighbouring years."""
    years, index = divmod(year * _MONTHS_OF_YEAR + month - 1, _MONTHS_OF_YEAR)
    following, next_index = divmod(year * _MONTHS_OF_YEAR + month, _MONTHS_OF_YEAR)
    return DateRange(date(years, index + 1, 1), date(following, next_index + 1, 1))


def _near_today(found: re.Match[str], here: _Here) -> DateRange:
    steps = {"yesterday": -1, "today": 0, "tomorrow": 1}
    return _one(here.today + steps[found[1]] * _DAY)


def _days_away(found: re.Match[str], here: _Here) -> DateRange:
    days = int(found[1] + found[2]) * (7 if found[3].startswith("w") else 1)
    return _one(here.today + timedelta(days=days))


def _span_near_today(found: re.Match[str], here: _Here) -> DateRange:
    step = {"last": -1, "this": 0, "next": 1}[found[1]]
    if found[2] == "month":
        return _month(here.today.year, here.today.month + step)
    if found[2] == "year":
        return _year_of(here.today.year + step)
    into_week = (here.today.weekday() - here.week_start) % 7
    start = here.today + timedelta(days=7 * step - into_week)
    return DateRange(start, start + 7 * _DAY)


def _weekday(found: re.Match[str], here: _Here) -> _Read:
    number = _number(found[1], WEEKDAYS)
    if number is None:
        return None
    return _one(here.today + (number - here.today.weekday()) % 7 * _DAY)


def _weekday_near(found: re.Match[str], here: _Here) -> _Read:
    """`this friday` is the coming one; `next friday` and `last friday` only where nobody could mean another week's."""
    number = _number(found[2], WEEKDAYS)
    if number is None:
        return None
    coming = here.today + (number - here.today.weekday()) % 7 * _DAY
    if found[1] == "this":
        return _one(coming)
    into_week, step = (number - here.week_start) % 7, 7 if found[1] == "next" else -7
    this_week = here.today - (here.today.weekday() - here.week_start) % 7 * _DAY
    of_that_week = this_week + (step + into_week) * _DAY
    nearest = coming if step > 0 and coming > here.today else coming + step * _DAY
    readings = dict.fromkeys(sorted((nearest, of_that_week)))
    return _one(nearest) if nearest == of_that_week else _either(found[0], readings)


def _iso_day(found: re.Match[str], _: _Here) -> DateRange:
    return _one(date(int(found[1]), int(found[2]), int(found[3])))


def _iso_month(found: re.Match[str], _: _Here) -> DateRange:
    start = date(int(found[1]), int(found[2]), 1)
    return _month(start.year, start.month)


def _iso_week(found: re.Match[str], _: _Here) -> DateRange:
    start = date.fromisocalendar(int(found[1]), int(found[2]), int(found[3] or 1))
    return _one(start) if found[3] else DateRange(start, start + 7 * _DAY)


def _year(found: re.Match[str], _: _Here) -> DateRange:
    return _year_of(int(found[1]))


def _year_of(year: int) -> DateRange:
    return DateRange(date(year, 1, 1), date(year + 1, 1, 1))


def _named_month(found: re.Match[str], here: _Here) -> _Read:
    number = _number(found["month"], MONTHS)
    if number is None:
        return None
    if found["year"]:
        return _month(int(found["year"]), number + 1)
    this_year = _month(here.today.year, number + 1)
    return this_year if this_year.end > here.today else _month(here.today.year + 1, number + 1)


def _named_day(found: re.Match[str], here: _Here) -> _Read:
    number = _number(found["month"], MONTHS)
    weekday = _number(found["weekday"], WEEKDAYS) if found["weekday"] else None
    if number is None or (found["weekday"] and weekday is None):
        return None
    day = _dated(found["year"], number + 1, int(found["day"]), here)
    if weekday is not None and weekday != day.weekday():
        right = WEEKDAYS[day.weekday()]
        return Refusal(f"{plain_day(day)} is no {WEEKDAYS[weekday]}: write `{day}` or `{right} {plain_day(day)}`")
    return _one(day)


def _dated(year: str | None, month: int, day: int, here: _Here) -> date:
    """That day of that year; without a year the next one, today included."""
    if year:
        return date(int(year) + (_CENTURY if len(year) == len("17") else 0), month, day)
    years = range(here.today.year, here.today.year + _YEARS_TO_LEAP_DAY + 1)
    coming = (each for each in (_maybe(year, month, day) for year in years) if each and each >= here.today)
    found = next(coming, None)
    if found is None:
        raise ValueError
    return found


def _maybe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _numeric(found: re.Match[str], here: _Here) -> Refusal:
    """Always a refusal: which number is the day is written nowhere."""
    one, other = int(found[1]), int(found[2])
    readings = dict.fromkeys(_readings(found[3], ((other, one), (one, other)), here))
    if not readings:
        raise ValueError
    return _either(found[0], readings)


def _either(text: str, readings: Iterable[date]) -> Refusal:
    """Which of the days is meant is written nowhere."""
    days = tuple(readings)
    said = " or ".join(plain_day(each) for each in days)
    meant = " or ".join(f"`{each}`" for each in days)
    return Refusal(f"`{text}` could be {said}: write {meant}")


def _readings(year: str | None, months_and_days: tuple[tuple[int, int], ...], here: _Here) -> tuple[date, ...]:
    read = []
    for month, day in months_and_days:
        try:
            read.append(_dated(year, month, day, here))
        except ValueError:
            continue
    return tuple(read)


def _number(name: str, names: tuple[str, ...]) -> int | None:
    """The place of a name that is written out or cut to three letters or more."""
    matching = (n for n, full in enumerate(names) if len(name) >= _SHORTEST_NAME and full.lower().startswith(name))
    return next(matching, None)


_ENDING = r"(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?P<weekday>[a-z]+) )?"
_YEAR = r"(?: (?P<year>[0-9]{4}))?"

# Not compiled here: `re` does that for those that are tried, and most dates that are typed are of the first form.
_FORMS: tuple[tuple[str, _Reader], ...] = (
    (r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", _iso_day),
    (r"(yesterday|today|tomorrow)", _near_today),
    (r"(last|this|next) (week|month|year)", _span_near_today),
    (r"(last|this|next) ([a-z]+)", _weekday_near),
    (r"([+-]) ?([0-9]{1,6}) ?(d|days?|w|weeks?)", _days_away),
    (r"([0-9]{4})([0-9]{2})([0-9]{2})", _iso_day),
    (r"([0-9]{4})-([0-9]{1,2})", _iso_month),
    (r"([0-9]{4})-?w([0-9]{1,2})(?:-([1-7]))?", _iso_week),
    (r"([0-9]{4})", _year),
    (r"([0-9]{1,2})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{4}|[0-9]{2}))?", _numeric),
    (r"([a-z]+)", _weekday),
    (rf"(?P<month>[a-z]+){_YEAR}", _named_month),
    (rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}}){_ENDING} (?P<month>[a-z]+){_YEAR}", _named_day),
    (rf"{_WEEKDAY}(?P<month>[a-z]+) (?P<day>[0-9]{{1,2}}){_ENDING}{_YEAR}", _named_day),
)
