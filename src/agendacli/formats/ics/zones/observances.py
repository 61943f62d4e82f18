"""VTIMEZONEs without a known name: their own rules, and the IANA zone that keeps the same time (RFC 5545 3.6.5)."""

import calendar
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from agendacli.formats.ics.component import Component
from agendacli.formats.ics.values import FIRST_YEAR, LAST_YEAR, read_date_time, read_offset
from agendacli.formats.ics.zones.clocks import ClockChange, DefinedClocks
from agendacli.model.asked import Refusal
from agendacli.model.rules.rule import Frequency, Rule, read_rule
from agendacli.model.zones import is_zone, wall, zone_names
from agendacli.words.zones import windows_zones, zone_named

_SECOND = timedelta(seconds=1)
_SAMPLED = timedelta(days=7)
_HOUR = timedelta(hours=1)
_MOST_YEARS = 200
_WITHOUT_CITY = ("CET", "EET", "WET", "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT")
_NEVER = date(LAST_YEAR, 12, 31)


def read_clocks(timezone: Component, first_year: int, last_year: int) -> DefinedClocks | None:
    """The clocks of a VTIMEZONE in those years, both inclusive; None when its rules cannot be read."""
    years = range(first_year - 1, min(last_year, first_year + _MOST_YEARS) + 2)
    changes: list[ClockChange] = []
    for part in timezone.parts:
        found = _changes(part, years, _superseded(part, timezone.parts))
        if found is None:
            return None
        changes += found
    return DefinedClocks(tuple(sorted(changes))) if changes else None


def _superseded(part: Component, parts: Iterable[Component]) -> int:
    """The year in which a later part of the same kind takes over from a rule without end, as some programs mean it."""
    onset = _onset(part)
    later = (_onset(each) for each in parts if each.name == part.name and each.first("RRULE"))
    return min((each.year for each in later if each and onset and each.year > onset.year), default=LAST_YEAR)


def zone_alike(
    clocks: DefinedClocks, timezone: Component, likely: Sequence[str], first_year: int, last_year: int
) -> str | None:
    """The first IANA zone whose clocks show the same in those years, both inclusive; None where there is none.

    Tried are the one that X-LIC-LOCATION names, the `likely` ones, those that name no city, which nobody has said, and
    those that Windows has names for: nearly every way of setting clocks is among them, and a file full of zones does
    not take long.
    """
    moments = tuple(_moments(clocks, first_year, min(last_year, first_year + _MOST_YEARS)))
    said = timezone.first("X-LIC-LOCATION")
    named = zone_named(said.value) if said else None
    candidates = (named, *likely, *_fixed(clocks), *filter(is_zone, _WITHOUT_CITY), *windows_zones())
    return next((each for each in candidates if each and _is_alike(clocks, each, moments)), None)


def _is_alike(clocks: DefinedClocks, zone: str, moments: Iterable[datetime]) -> bool:
    return all(wall(each.replace(tzinfo=UTC), zone).utcoffset() == clocks.offset(each) for each in moments)


def _moments(clocks: DefinedClocks, first_year: int, last_year: int) -> Iterator[datetime]:
    """Naive UTC times that tell two zones apart: those next to each change, and one a week."""
    first, last = datetime(first_year, 1, 1), datetime(last_year, 12, 31)  # noqa: DTZ001 (naive UTC, as in `Change`)
    for change in clocks.changes:
        if first <= change.moment <= last:
            yield change.moment - _SECOND
            yield change.moment
    yield from (first + n * _SAMPLED for n in range((last - first) // _SAMPLED + 1))


def _fixed(clocks: DefinedClocks) -> tuple[str, ...]:
    """The zone without a city, for clocks that never change and differ by whole hours. POSIX counts them westward."""
    offsets = {offset for change in clocks.changes for offset in (change.before, change.after)}
    hours, rest = divmod(min(offsets), _HOUR)
    name = f"Etc/GMT{-hours:+d}" if hours else "UTC"
    return (name,) if len(offsets) == 1 and not rest and name in zone_names() else ()


def _changes(part: Component, years: range, superseded: int) -> list[ClockChange] | None:
    """The changes that a STANDARD or DAYLIGHT makes in those years, and its first; None if it cannot be read."""
    properties = [part.first(name) for name in ("TZOFFSETFROM", "TZOFFSETTO")]
    from_offset, to_offset = (read_offset(each.value) if each else None for each in properties)
    onset = _onset(part)
    if onset is None or from_offset is None or to_offset is None:
        return None
    onsets = _onsets(part, onset, years, superseded)
    if onsets is None:
        return None
    return [ClockChange(each - from_offset, from_offset, to_offset) for each in {onset, *onsets}]


def _onset(part: Component) -> datetime | None:
    start = part.first("DTSTART")
    return _moment(start.value) if start else None


def _moment(text: str) -> datetime | None:
    """A naive time; a day means its midnight, and a UTC time is taken for what it says."""
    moment = read_date_time(text)
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    return datetime.combine(moment, datetime.min.time()) if moment else None


def _onsets(part: Component, onset: datetime, years: range, superseded: int) -> list[datetime] | None:
    listed = (each for every in part.every("RDATE") for each in every.value.split(","))
    found = [each for each in map(_moment, listed) if each]
    for every in part.every("RRULE"):
        rule = read_rule(every.value)
        if isinstance(rule, Refusal) or not _is_followed(rule):
            return None
        stop = min(years.stop, superseded) if rule.is_endless else years.stop
        found += _yearly(rule, onset, range(years.start, stop))
    return found


def _is_followed(rule: Rule) -> bool:
    """Whether it is a rule as zones have them: some day of certain months of every year."""
    other = rule.by_year_day or rule.by_week_number or rule.by_position
    return rule.frequency is Frequency.YEARLY and not other and bool(rule.by_month or not rule.by_day)


def _yearly(rule: Rule, onset: datetime, years: range) -> Iterator[datetime]:
    """What a rule gives in those years, or in its last one if that is earlier; one change a year."""
    last = min((rule.until or _NEVER).year, years.stop - 1, LAST_YEAR)
    if rule.count:
        last = min(last, onset.year + (rule.count - 1) * rule.interval)
    for year in range(max(onset.year, min(years.start, last - 1), FIRST_YEAR), last + 1):
        if (year - onset.year) % rule.interval == 0:
            yield from (datetime.combine(day, onset.time()) for day in _days(rule, onset, year))


def _days(rule: Rule, onset: datetime, year: int) -> Iterator[date]:
    for month in rule.by_month or (onset.month,):
        length = calendar.monthrange(year, month)[1]
        days = (date(year, month, n + 1) for n in range(length))
        yield from (day for day in days if _is_meant(rule, onset, day, length))


def _is_meant(rule: Rule, onset: datetime, day: date, length: int) -> bool:
    from_end = day.day - length - 1
    if rule.by_month_day and not {day.day, from_end}.intersection(rule.by_month_day):
        return False
    if not rule.by_day:
        return bool(rule.by_month_day) or day.day == onset.day
    ordinals = {0, (day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1)}
    return any(weekday == day.weekday() and ordinal in ordinals for ordinal, weekday in rule.by_day)
