"""Reads days and hours of a definition: text to value.

`forms` reads the canonical forms, `days` and `hours` whatever else people write; they are imported only for a text in
no canonical form. Every function returns a `Fault` for a text without a reading, or with two.
"""

from datetime import date
from functools import lru_cache

from agendacli.model.asked import Refusal
from agendacli.model.codes import BAD_DATE, BAD_TIME
from agendacli.model.fault import Fault
from agendacli.model.when import DAY
from agendacli.words.times.forms import (
    FIRST_YEAR,
    LAST_YEAR,
    Clock,
    DayKey,
    EachDay,
    Here,
    SomeDay,
    clock_form,
    date_form,
    days_form,
    no_day,
)

DAYS_HELP = "write `2017-09-04`, `2017-09-04 to 2017-09-05`, `some day in 2017-12` or `2 weeks before SESSION`"
CLOCK_HELP = "write `10:15-13:00`, `18:00-` (end not stated), `before 10:00`, `hours unknown` or `all day`"


def parse_days(text: str) -> DayKey | Fault:
    """A day key: each of some days, some day of several, or a day relative to another session."""
    return days_form(text) or _as_people_write(text)


def parse_date(text: str) -> date | Fault:
    """One day, `2017-09-04` or `4 September 2017`."""
    if found := date_form(text):
        return found
    days = _as_people_write(text)
    if isinstance(days, Fault):
        return days
    return days.start if isinstance(days, EachDay) and days.end - days.start == DAY else no_day(text)


@lru_cache(maxsize=1024)
def parse_clock(text: str) -> Clock | Fault:
    """The hours in the first key of an item; cached, since many items begin at the same few times."""
    if found := clock_form(text):
        return found
    from agendacli.words.times.hours import read_hours_words

    return read_hours_words(text.strip()) or Fault(BAD_TIME, f"`{text}` is not a time; {CLOCK_HELP}")


def _as_people_write(text: str) -> EachDay | SomeDay | Fault:
    from agendacli.words.times.days import read_day_words

    found = read_day_words(text, Here())
    if found is None:
        return Fault(BAD_DATE, f"`{text}` is not a day; {DAYS_HELP}")
    if isinstance(found, Refusal):
        return Fault(BAD_DATE, str(found))
    return found if FIRST_YEAR <= found.start.year <= found.end.year <= LAST_YEAR else no_day(text)
