"""Days as people type them in options: `today`, `4-5 September`, `week 36`, `+3d`, for `--from`, `--to` and `--on`.

Whatever leaves something out is read forwards: a date without a year is the next such date, today included.
"""

from datetime import date

from agendacli.model.asked import AskedDates, Clock, DateRange, Refusal
from agendacli.words.times.calendar import Here
from agendacli.words.times.days import read_day_words
from agendacli.words.times.forms import EachDay, SomeDay
from agendacli.words.times.readings import two_readings

_EXAMPLES = "`2017-09-04`, `4-5 September`, `2017-09`, `week 36`, `monday`, `next week` or `in 3 days`"


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
        read = _together(given, Here(today, clock.week_start))
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
    read = read_typed(text, Here(today, week_start))
    return read if isinstance(read, Refusal) else DateRange(read.start, read.end)


def read_typed(text: str, here: Here) -> EachDay | SomeDay | Refusal:
    """The same as days of a definition."""
    read = read_day_words(text, here)
    if read is None:
        return Refusal(f"`{text}` is no date that is known here; write one like {_EXAMPLES}")
    return read


def _together(given: dict[str, str], here: Here) -> DateRange | Refusal:
    """The days in all of the given options; there may be none."""
    days = DateRange()
    for option, text in given.items():
        read = read_typed(text, here)
        if isinstance(read, Refusal):
            return read
        if isinstance(read, SomeDay) and read.among:
            return two_readings(text, (EachDay(day, day.fromordinal(day.toordinal() + 1)) for day in read.among))
        days = days.shared(_bounded(option, DateRange(read.start, read.end)))
    return days


def _nothing_left(given: dict[str, str]) -> Refusal:
    said = " and ".join(f"`{option} {text}`" for option, text in given.items())
    return Refusal(f"no day is in {said} at once; let the first day come before the last")


def _bounded(option: str, read: DateRange) -> DateRange:
    if option == "--from":
        return DateRange(start=read.start)
    return DateRange(end=read.end) if option == "--to" else read
