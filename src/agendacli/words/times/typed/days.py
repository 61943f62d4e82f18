"""Days as people type them in options: `today`, `4-5 September`, `week 36`, `+3d`, for `--from`, `--to` and `--on`.

An incomplete date lies in the future: without a year it is the next such date, today included.
"""

import re
from contextlib import suppress
from datetime import date, timedelta

from agendacli.model.asked import AskedDates, Clock, DateRange, Refusal

_DAY = timedelta(days=1)
_ISO = re.compile(r"[12]\d{3}-\d\d-\d\d")


def read_dates(
    clock: Clock, first: str | None = None, last: str | None = None, on: str | None = None
) -> AskedDates | Refusal:
    """The days that `--from`, `--to` (inclusive) and `--on` select together, for each day that is today somewhere.

    A range of days counts from its first day or up to its last. A refusal if a text is not a day, or no day is left.
    """
    asked = {"--from": first, "--to": last, "--on": on}
    given = {option: text for option, text in asked.items() if text is not None}
    ranges = []
    for today in clock.todays if given else ():
        read = _together(given, today, clock.week_start)
        if isinstance(read, Refusal):
            return read
        ranges.append((today, read))
    if given and all(days.is_empty for _, days in ranges):
        return _nothing_left(given)
    return AskedDates(tuple(ranges))


def read_days(text: str, today: date, week_start: int = 0) -> DateRange | Refusal:
    """The days of a text, relative to `today`; a refusal that says what to write if it is none.

    `week_start` is the weekday on which `this week` begins, Monday 0. ISO weeks (`2017-W36`) begin on Monday.
    """
    if _ISO.fullmatch(text):
        with suppress(ValueError):
            day = date.fromisoformat(text)
            return DateRange(day, day + _DAY)
    return _in_words(text, today, week_start)


def _in_words(text: str, today: date, week_start: int) -> DateRange | Refusal:
    from agendacli.words.times.forms import Here, SomeDay
    from agendacli.words.times.typed.keys import read_typed

    read = read_typed(text, Here(today, week_start))
    if isinstance(read, SomeDay) and read.among:
        from agendacli.words.times.readings import either_day

        return either_day(text, read.among)
    return read if isinstance(read, Refusal) else DateRange(read.start, read.end)


def _together(given: dict[str, str], today: date, week_start: int) -> DateRange | Refusal:
    """The days in all of the given ranges; there may be none."""
    days = DateRange()
    for option, text in given.items():
        read = read_days(text, today, week_start)
        if isinstance(read, Refusal):
            return read
        days = days.shared(_bounded(option, read))
    return days


def _nothing_left(given: dict[str, str]) -> Refusal:
    said = " and ".join(f"`{option} {text}`" for option, text in given.items())
    return Refusal(f"no day is in {said} at once; let the first day come before the last")


def _bounded(option: str, read: DateRange) -> DateRange:
    if option == "--from":
        return DateRange(start=read.start)
    return DateRange(end=read.end) if option == "--to" else read
