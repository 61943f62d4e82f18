"""Recurrence rules (RFC 5545 3.3.10), as values read from their text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen

DAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The weekdays as rules write them, Monday first."""


class Frequency(StrEnum):
    """The frequencies of a rule, the longest first."""

    YEARLY = "YEARLY"
    MONTHLY = "MONTHLY"
    WEEKLY = "WEEKLY"
    DAILY = "DAILY"
    HOURLY = "HOURLY"
    MINUTELY = "MINUTELY"
    SECONDLY = "SECONDLY"


@frozen
class Rule:
    """A rule as written, names and order as in RFC 5545 3.3.10.

    `until` (inclusive) is a day, a naive wall time, or a UTC instant. `by_day` holds pairs of an ordinal (0: each) and
    a weekday (Monday 0); so does `week_start`. Without `count` and `until` it never ends.
    """

    frequency: Frequency
    until: date | datetime | None = None
    count: int | None = None
    interval: int = 1
    by_second: tuple[int, ...] = ()
    by_minute: tuple[int, ...] = ()
    by_hour: tuple[int, ...] = ()
    by_day: tuple[tuple[int, int], ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_week_number: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    by_position: tuple[int, ...] = ()
    week_start: int = 0

    @property
    def is_endless(self) -> bool:
        """Whether it never ends: it has neither COUNT nor UNTIL."""
        return self.count is None and self.until is None

    @property
    def is_within_days(self) -> bool:
        """Whether its frequency is hours, minutes or seconds."""
        return self.frequency in {Frequency.HOURLY, Frequency.MINUTELY, Frequency.SECONDLY}


@lru_cache(maxsize=4096)
def read_rule(text: str) -> Rule | Refusal:
    """The rule of a text; a refusal that names the part at fault.

    Case does not count. Combinations that RFC 5545 forbids but that have a meaning are accepted.
    """
    values: dict[str, Any] = {}  # the reader of each part returns the type of its field
    for part in filter(None, text.strip().split(";")):
        name, _, value = part.strip().partition("=")
        field, read = _PARTS.get(name.upper(), ("", _nothing))
        found = read(value.strip().upper())
        if found is None:
            return Refusal(f"`{part}` is not a part of a rule such as `FREQ=WEEKLY;BYDAY=TU`")
        if field in values:
            return Refusal(f"`{name}` appears twice in the rule `{text}`")
        values[field] = found
    if "frequency" not in values:
        return Refusal(f"`{text}` is not a rule: it has no `FREQ`")
    if beyond := _beyond_a_month(values):
        return Refusal(f"`{beyond}` is in no month, which has five of a weekday at most; write 1 to 5, or -1 to -5")
    return Rule(**{each.name: values[each.name] for each in fields(Rule) if each.name in values})


def _beyond_a_month(values: Mapping[str, Any]) -> str | None:
    """A weekday ordinal that no month reaches, where the rule counts within months (RFC 5545 3.3.10)."""
    within_months = values["frequency"] is Frequency.MONTHLY or "by_month" in values
    if not within_months or values["frequency"] not in (Frequency.MONTHLY, Frequency.YEARLY):
        return None
    days = values.get("by_day", ())
    return next((f"{ordinal}{DAY_NAMES[day]}" for ordinal, day in days if abs(ordinal) > _WEEKS_OF_MONTH), None)


def _nothing(_: str) -> None:
    return None


def _frequency(text: str) -> Frequency | None:
    return Frequency(text) if text in Frequency.__members__ else None


def _positive(text: str) -> int | None:
    return int(text) or None if re.fullmatch(r"[0-9]{1,7}", text) else None


def _until(text: str) -> date | datetime | None:
    match = re.fullmatch(r"([0-9]{8})(T[0-9]{6})?(Z)?", text)
    try:
        if match is None or (match[3] and not match[2]):
            return None
        if not match[2]:
            return date.fromisoformat(text)
        return datetime.fromisoformat(match[1] + match[2]).replace(tzinfo=UTC if match[3] else None)
    except ValueError:
        return None


def _weekday(text: str) -> int | None:
    return DAY_NAMES.index(text) if text in DAY_NAMES else None


def _days(text: str) -> tuple[tuple[int, int], ...] | None:
    found = [re.fullmatch(r"([+-]?[0-9]{1,2})?([A-Z]{2})", each.strip()) for each in text.split(",")]
    days = [(int(each[1] or 0), DAY_NAMES.index(each[2])) for each in found if each and each[2] in DAY_NAMES]
    said = all(each is None or each[1] is None or 0 < abs(int(each[1])) <= _WEEKS for each in found)
    return tuple(dict.fromkeys(days)) if said and len(days) == len(found) else None


def _numbers(low: int, high: int, *, from_end: bool = False) -> Callable[[str], tuple[int, ...] | None]:
    """Reads numbers from `low` to `high`; with `from_end` also negative ones, which count from the end."""

    def read(text: str) -> tuple[int, ...] | None:
        parts = [each.strip() for each in text.split(",")]
        if not all(re.fullmatch(r"[+-]?[0-9]{1,3}", each) for each in parts):
            return None
        numbers = tuple(sorted({int(each) for each in parts}))
        return numbers if all(low <= (abs(each) if from_end else each) <= high for each in numbers) else None

    return read


_WEEKS = 53
_WEEKS_OF_MONTH = 5
_DAYS_OF_YEAR = 366

_PARTS: dict[str, tuple[str, Callable[[str], object]]] = {
    "FREQ": ("frequency", _frequency),
    "UNTIL": ("until", _until),
    "COUNT": ("count", _positive),
    "INTERVAL": ("interval", _positive),
    "BYSECOND": ("by_second", _numbers(0, 60)),
    "BYMINUTE": ("by_minute", _numbers(0, 59)),
    "BYHOUR": ("by_hour", _numbers(0, 23)),
    "BYDAY": ("by_day", _days),
    "BYMONTHDAY": ("by_month_day", _numbers(1, 31, from_end=True)),
    "BYYEARDAY": ("by_year_day", _numbers(1, _DAYS_OF_YEAR, from_end=True)),
    "BYWEEKNO": ("by_week_number", _numbers(1, _WEEKS, from_end=True)),
    "BYMONTH": ("by_month", _numbers(1, 12)),
    "BYSETPOS": ("by_position", _numbers(1, _DAYS_OF_YEAR, from_end=True)),
    "WKST": ("week_start", _weekday),
}
