"""Repeated days in a definition, as values: `every Tuesday from 2026-03-10 to 2026-04-14`."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from agendacli.model.asked import Refusal
from agendacli.model.codes import BAD_DATE, END_BEFORE_START
from agendacli.model.fault import Fault
from agendacli.model.frozen import frozen
from agendacli.model.rules.days import can_fall_on
from agendacli.model.rules.rule import DAY_NAMES, Rule, read_rule
from agendacli.model.when import DAY, Days, DayWindow, When
from agendacli.model.zones import instant
from agendacli.words.prose import WEEKDAYS
from agendacli.words.times.forms import date_form, no_day

_WEEK = 7
_FORTY_YEARS = 40 * 366  # days; every kind of year is among them, even around a century without leap day
_WORKING_DAYS = (0, 1, 2, 3, 4)

_NAME = f"(?:{'|'.join(WEEKDAYS)})"
_NAMES = rf"{_NAME}(?:(?:,| and|, and) {_NAME})*"
_WHAT = (
    rf"(?P<weekday>weekday)|(?P<other>other )?(?:(?P<day>day)|(?P<names>{_NAMES}))"
    rf"|(?P<number>[1-9]\d{{0,2}}) (?:(?P<days>days)|weeks(?: on (?P<on>{_NAMES}))?)|(?P<rule>FREQ=\S+)"
)
_DATE = r"[12]\d{3}-\d{2}-\d{2}"
_EVERY = re.compile(rf"every (?:{_WHAT}) from (?P<first>{_DATE})(?: to (?P<last>{_DATE}))?", re.IGNORECASE)

_REPEATS = re.compile(rf"\s*(?:every|each|daily|weekly|monthly|yearly|annually|{_NAME}s)(?:\s|$)", re.IGNORECASE)

_HELP = (
    "write `every Tuesday from 2026-03-10 to 2026-04-14`, or begin with `every day`, `every weekday`, "
    "`every other Monday and Friday`, `every 3 weeks on Monday`, `every FREQ=MONTHLY;BYDAY=1TU`"
)


@frozen
class Every:
    """Repeated days: the first, the last possible one (None: they never end), and the rule.

    The rule is one of RFC 5545 without its end. `step` is the number of days after which it begins anew and `weekdays`
    those of the rule, none for the weekday of the first day; a step of 0 is a rule in the notation of that standard, of
    which only the days that it excludes are known.
    """

    first: date
    last: date | None
    rule: str
    step: int = 0
    weekdays: tuple[int, ...] = ()
    custom: Rule | None = None

    @property
    def end(self) -> date:
        """The last possible day, the last day of the calendar if they never end."""
        until = self.custom.until if self.custom else None
        return self.last or (_last_day(until) if until else date.max)

    def known(self) -> Iterator[date]:
        """The days of its first 40 years in order, as far as known here: these include every kind of year."""
        beyond = min(self.end.toordinal() + 1, self.first.toordinal() + _FORTY_YEARS)
        days = map(date.fromordinal, range(self.first.toordinal(), beyond))
        return (day for day in days if self.has(day))

    def misfit(self) -> str | None:
        """A warning if the rule falls on none of its days: the first takes place all the same."""
        if self.custom is None or can_fall_on(self.custom, self.first) or any(islice(self.known(), 1, 2)):
            return None
        end = "" if self.end == date.max else f" to {self.end}"
        return f"`{self.rule}` falls on no day from {self.first}{end}, so only that first day takes place; correct it"

    def has(self, day: date) -> bool:
        """Whether it falls on that day, as far as known here. On the first day it always does."""
        if not self.first <= day <= self.end:
            return False
        if self.custom:
            return day == self.first or can_fall_on(self.custom, day)
        if not self.weekdays:
            return (day - self.first).days % self.step == 0
        monday = self.first - self.first.weekday() * DAY
        return day.weekday() in self.weekdays and (day - monday).days // _WEEK * _WEEK % self.step == 0

    def nearest(self, day: date) -> date | None:
        """The occurrence nearest to a day, the earlier of two; None if none is within one step."""
        around = (side * n for n in range(1, self.step + 1) for side in (-1, 1))
        return next((found for n in around if (found := day + n * DAY) and self.has(found)), None)

    def rule_for(self, when: When) -> str:
        """The rule with its end, in the form that RFC 5545 3.3.10 requires if the first occurrence is at that time."""
        if self.last is None:
            return self.rule
        if isinstance(when, Days | DayWindow):
            return f"{self.rule};UNTIL={self.last:%Y%m%d}"
        end = instant(datetime.combine(self.last, when.start.time()), when.zone)
        return f"{self.rule};UNTIL={end:%Y%m%dT%H%M%SZ}"


def is_repeat(text: str) -> bool:
    """Whether a day key is meant as repeated days, whether or not it is correct."""
    return _REPEATS.match(text) is not None


def parse_every(text: str) -> Every | Fault:
    """The repeated days of a key that begins with `every`. The first is the first fitting day on or after `from`."""
    match = _EVERY.fullmatch(" ".join(text.split()))
    if match is None:
        return _as_people_write(text)
    first = date_form(match["first"])
    last = date_form(match["last"]) if match["last"] else None
    if not isinstance(first, date):
        return first or no_day(text)
    if isinstance(last, Fault):
        return last
    if last is not None and last < first:
        return Fault(END_BEFORE_START, f"`{text}` ends before it begins; turn the two days round or correct them")
    if match["rule"]:
        return _custom(match["rule"], first, last)
    return _fitted(match, text, first, last)


def _as_people_write(text: str) -> Every | Fault:
    from agendacli.words.times.repeats_meant import every_meant

    meant = every_meant(text)
    if meant is None or not _EVERY.fullmatch(meant):
        return Fault(BAD_DATE, f"`{text}` is not known here; {_HELP}")
    return parse_every(meant)


def _custom(rule: str, first: date, last: date | None) -> Every | Fault:
    read = read_rule(rule)
    if isinstance(read, Refusal):
        return Fault(BAD_DATE, str(read))
    if last is not None and not read.is_endless:
        return Fault(BAD_DATE, f"`{rule}` says by itself when it ends; leave out `to {last}`")
    if read.until is not None and _last_day(read.until) < first:
        return Fault(END_BEFORE_START, f"`{rule}` ends before {first}; correct its UNTIL, or the day after `from`")
    return Every(first, last, rule.upper(), custom=read)


def _last_day(end: date | datetime) -> date:
    """The last possible day of a rule with that end; of an instant the day after, as zones differ."""
    return end.date() + DAY if isinstance(end, datetime) else end


def _fitted(match: re.Match[str], text: str, first: date, last: date | None) -> Every | Fault:
    """The days as a definition writes them, from the first that fits."""
    weekdays = _WORKING_DAYS if match["weekday"] else _numbers(match["names"] or match["on"] or "")
    start = next(day for n in range(_WEEK) if (day := first + n * DAY).weekday() in (weekdays or (day.weekday(),)))
    if last is not None and start > last:
        return Fault(BAD_DATE, f"there is no such day in `{text}`; correct its bounds")
    interval = int(match["number"] or (2 if match["other"] else 1))
    in_days = match["day"] or match["days"]
    parts = (
        f"FREQ={'DAILY' if in_days else 'WEEKLY'}",
        f"INTERVAL={interval}" if interval > 1 else "",
        f"BYDAY={','.join(DAY_NAMES[each] for each in weekdays)}" if weekdays else "",
    )
    return Every(
        start,
        last=last,
        rule=";".join(filter(None, parts)),
        step=interval * (1 if in_days else _WEEK),
        weekdays=weekdays,
    )


def _numbers(names: str) -> tuple[int, ...]:
    """The weekdays in a text by number, Monday 0, without duplicates and in order."""
    return tuple(n for n, name in enumerate(WEEKDAYS) if name.casefold() in names.casefold())
