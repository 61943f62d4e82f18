"""Durations in cells: `45`, `1:30`, `1,5 h`, `90 Minuten`, and whether they are those between two times."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from agendacli.formats.sheet.cells import Cell
from agendacli.formats.sheet.read.hours import clock_time
from agendacli.model.zones import instant
from agendacli.words.folded import folded_words
from agendacli.words.times.lengths import parse_length

_COLON_LENGTH = re.compile(r"(\d{1,3}):(\d{2})(?::\d{2})?")
_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,2})?")
_ISO = re.compile(r"PT(?=\d)", re.IGNORECASE)
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_LATER = re.compile(r" ?\+ ?(\d+)$")
_HOURS = frozenset({"h", "hrs", "hours", "std", "stunden", "heures", "horas", "ore"})
_HOUR = 60


def stated_minutes(heading: Cell, cell: Cell) -> int | None:
    """How many minutes a duration has; None where it cannot be read.

    A bare number is one of minutes, unless it has decimals or its heading counts hours: `Duration (h)`.
    """
    text = _ISO.sub("", _DECIMAL.sub(".", cell.line))
    if found := _COLON_LENGTH.fullmatch(text):
        return int(found[1]) * _HOUR + int(found[2])
    if _NUMBER.fullmatch(text):
        is_in_hours = "." in text or not _HOURS.isdisjoint(folded_words(heading.text))
        return round(float(text) * (_HOUR if is_in_hours else 1))
    length = parse_length(text)
    return round(length.total_seconds() / _HOUR) if length else None


@lru_cache(maxsize=1024)  # many rows of a day have the same hours
def minutes_between(day: str, start: str, end: str, zone: str | None) -> int | None:
    """How many minutes pass on the clocks of a zone from one time to another, `04:00 +1`; None where one is none."""
    later = _LATER.search(end)
    times = clock_time(start), clock_time(_LATER.sub("", end))
    if any(each is None or each.fold is not None for each in times):
        return None
    try:
        midnight = datetime.combine(date.fromisoformat(day), time())
        first, last = (midnight + timedelta(minutes=each.minutes) for each in times if each)
        last += timedelta(days=int(later[1]) if later else last <= first)
        passed = instant(last, zone) - instant(first, zone) if zone else last - first
    except (ValueError, OverflowError):
        return None
    return round(passed.total_seconds() / _HOUR)
