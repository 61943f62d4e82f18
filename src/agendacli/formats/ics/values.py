"""Values of iCalendar (RFC 5545 3.3): a text to its value, None if it is not a value of that type."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from agendacli.model.frozen import frozen
from agendacli.model.places import Coordinates

# zoneinfo cannot look past the calendar's own ends: what lies there is no time that anyone means.
FIRST_YEAR, LAST_YEAR = 3, 9998

_DATE_LENGTH = 8
_MOMENT_LENGTH = 15
_ENDINGS = ("", "Z")
_LOOSE = r"(?a)(\d{4})-?(\d\d)-?(\d\d)(?:(?:[T ](\d\d):?(\d\d):?(?:(\d\d)(?:[.,]\d+)?)?)([+-]\d\d:?\d\d)?)?(Z?)"
_DURATION = r"(?a)([+-]?)P(?:(\d{1,6})W)?(?:T?(\d{1,7})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?"
_OFFSET = r"(?a)([+-])(\d\d)(\d\d)(\d\d)?"
_LARGEST_OFFSET = timedelta(hours=24)
_LAST_SECOND = 59


def read_date_time(value: str) -> date | datetime | None:
    """A DATE or DATE-TIME (3.3.4, 3.3.5), told apart by its form: a day, a naive wall time, or an aware time.

    Common slips are read: hyphens and colons, missing seconds or parts of them, a leap second, a day that ends in Z, an
    offset from UTC. Without one an aware time is in UTC.
    """
    if len(value) == _DATE_LENGTH:
        return _day(value)
    naive = value.removesuffix("Z")
    digits = naive.replace("T", "", 1)
    if len(naive) != _MOMENT_LENGTH or naive[_DATE_LENGTH] != "T" or not digits.isdecimal():
        return _loose_moment(value)
    try:
        moment = datetime.fromisoformat(naive)
    except ValueError:
        return _loose_moment(value)
    return _within(moment if naive is value else moment.replace(tzinfo=UTC))


def is_as_prescribed(value: str) -> bool:
    """Whether a text that `read_moment` reads has the very form of a DATE or DATE-TIME."""
    if len(value) < _MOMENT_LENGTH:
        return len(value) == _DATE_LENGTH
    return value[_DATE_LENGTH] == "T" and value[9:_MOMENT_LENGTH].isdecimal() and value[_MOMENT_LENGTH:] in _ENDINGS


def _day(value: str) -> date | None:
    try:
        day = date.fromisoformat(value) if value.isdecimal() else None
    except ValueError:
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _loose_moment(value: str) -> date | datetime | None:
    match = re.fullmatch(_LOOSE, value.strip().upper())
    if not match:
        return None
    year, month, day, hour, minute, second = (int(each or 0) for each in match.groups()[:6])
    try:
        if match[4] is None:
            return _within(date(year, month, day))
        moment = datetime(year, month, day, hour, minute, min(second, _LAST_SECOND), tzinfo=UTC if match[8] else None)
        offset = read_offset(match[7].replace(":", "")) if match[7] else None
        return _within(moment if offset is None else moment.replace(tzinfo=timezone(offset)))
    except ValueError:
        return None


def _within(moment: date) -> date | None:
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


@frozen
class Length:
    """A DURATION (3.3.6): whole days, which follow the calendar, and a rest, which is exact."""

    days: int
    rest: timedelta


def read_duration(value: str) -> Length | None:
    """A DURATION; it may be negative."""
    match = re.fullmatch(_DURATION, value.strip().upper())
    if not match or not any(match.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in match.groups()[1:])
    sign = -1 if match[1] == "-" else 1
    return Length(sign * (7 * weeks + days), sign * timedelta(hours=hours, minutes=minutes, seconds=seconds))


def read_offset(value: str) -> timedelta | None:
    """A UTC-OFFSET (3.3.14) of less than a day."""
    match = re.fullmatch(_OFFSET, value.strip())
    if not match:
        return None
    sign = -1 if match[1] == "-" else 1
    offset = sign * timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    return offset if abs(offset) < _LARGEST_OFFSET else None


def read_coordinates(value: str) -> Coordinates | None:
    """A GEO value (3.8.1.6): degrees north and east. A comma between them, a common slip, is read."""
    try:
        latitude, longitude = map(float, value.replace(",", ";").split(";"))
    except ValueError:
        return None
    on_earth = abs(latitude) <= 90 and abs(longitude) <= 180  # noqa: PLR2004 (degrees)
    return Coordinates(latitude, longitude) if on_earth else None


def basic(start: date) -> str:
    """A day, or a time to the second, in the basic format of ISO 8601; with Z for a time in UTC."""
    text = start.isoformat()[:19].replace("-", "").replace(":", "")
    return f"{text}Z" if isinstance(start, datetime) and start.tzinfo else text
