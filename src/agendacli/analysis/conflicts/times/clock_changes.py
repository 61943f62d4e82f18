"""The days on which the midnights of a zone move: between them one day is like any other."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from agendacli.analysis.conflicts.times.instants import DAY, EPOCH_DAY
from agendacli.model.zones import zone_of

_LAST_DAY = date.max.toordinal()
_STEP = 3  # days; no zone has changed its clocks twice within these
_FORESEEN, _FORESEEN_STEP = 2030, 7  # what zone data foresees from this year on is a week apart, at least
_RULED, _RULED_STEP = 2100, 28  # from this year on there is nothing but the two changes that a yearly rule gives
_CYCLE = 400  # years, after which days and weekdays come again
_CYCLE_DAYS = 146_097
_NEW_YEAR = date(_RULED, 1, 1).toordinal()
_WEEK = 7


Change = tuple[int, int]
"""A day that begins at another UTC offset than the day before, and its offset in seconds."""


class Steady(NamedTuple):
    """Days, from `first` to `after` (exclusive), each of which begins and ends at these UTC offsets."""

    first: int
    after: int
    offsets: tuple[int, int]


def day_start(day: int, zone: str) -> int:
    """The instant at which the civil day of that ordinal begins in a zone, in seconds since the epoch."""
    return (day - EPOCH_DAY) * DAY - midnight_offset(day, zone)


def midnight_offset(day: int, zone: str) -> int:
    """The zone's UTC offset at the beginning of that day, in seconds."""
    return _offset(_within_a_cycle(min(day, _LAST_DAY)), zone)


def changes_between(zone: str, first: int, after: int) -> Sequence[Change]:
    """What changes from `first` to `after` (exclusive)."""
    return [change for change in _changes(zone, first, after) if first <= change[0] < after]


@lru_cache(maxsize=1024)
def steady_days(zone: str, first: int, after: int) -> Sequence[Steady]:
    """The days from `first` to `after` (exclusive) in runs of such as are alike."""
    found, day, offset = [], first, midnight_offset(first, zone)
    for moved, new in changes_between(zone, first + 1, after + 1):
        found += [Steady(day, moved - 1, (offset, offset)), Steady(moved - 1, moved, (offset, new))]
        day, offset = moved, new
    return [each for each in (*found, Steady(day, after, (offset, offset))) if each.first < each.after]


def _changes(zone: str, first: int, after: int) -> Iterator[Change]:
    if zone_of(zone).utcoffset(None) is not None:  # the same at all times
        return
    for year in range(_year(first), _year(after) + 1):
        alike = _year_alike(year)
        later = _new_year(year) - _new_year(alike)
        yield from ((day + later, offset) for day, offset in _changes_of(zone, alike))


def _year(day: int) -> int:
    return date.fromordinal(min(day, _LAST_DAY)).year


@lru_cache(maxsize=1024)
def _year_alike(year: int) -> int:
    """The year, or one with the same days and weekdays: the first of those of which changes depend on these alone."""
    if year < _RULED:
        return year
    return next(each for each in range(_RULED, year + 1) if _kind(each) == _kind(year))


@lru_cache(maxsize=1024)
def _kind(year: int) -> tuple[int, int]:
    """How many days a year has, and with which weekday it begins."""
    first = _new_year(year)
    return date(year, 12, 31).toordinal() - first + 1, first % _WEEK


def _new_year(year: int) -> int:
    return date(year, 1, 1).toordinal()


def _within_a_cycle(day: int) -> int:
    """The day, or one like it: of the first cycle of years in which only rules count."""
    return day if day < _NEW_YEAR else _NEW_YEAR + (day - _NEW_YEAR) % _CYCLE_DAYS


@lru_cache(maxsize=4_096)
def _changes_of(zone: str, year: int) -> Sequence[Change]:
    """The changes of one year."""
    new_year, after = _new_year(year), date(year, 12, 31).toordinal() + 1
    days = [*range(new_year - 1, after - 1, _step(year)), after - 1]
    offsets = [_offset(day, zone) for day in days]
    moving = (place for place, (one, other) in enumerate(pairwise(offsets)) if one != other)
    return [(_moved(zone, days[place], days[place + 1]), offsets[place + 1]) for place in moving]


def _step(year: int) -> int:
    """How many days at a time cannot hold two changes, each taking back the other."""
    return _RULED_STEP if year >= _RULED else _FORESEEN_STEP if year >= _FORESEEN else _STEP


def _moved(zone: str, before: int, after: int) -> int:
    """The first day after one that begins at another offset than that one."""
    usual = _offset(before, zone)
    return next(day for day in range(before + 1, after + 1) if _offset(day, zone) != usual)


@lru_cache(maxsize=65_536)
def _offset(day: int, zone: str) -> int:
    found = zone_of(zone).utcoffset(datetime.fromordinal(max(day, 1)))
    return found.days * DAY + found.seconds if found else 0
