"""UTC instants as whole seconds: what a sweep over a hundred thousand sessions can afford to compare.

The days on which the midnights of a zone move are found once: between them one day is like any other.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from agendacli.model.zones import instant, midnight, steady_offset, zone_of

DAY = 86_400
HOUR = 3_600
MINUTE = 60
EPOCH = datetime(2010, 1, 1, tzinfo=UTC)
"""Where the seconds begin: the numbers of our decades then have 30 bits, and such Python sorts in half the time."""

WALL_EPOCH = EPOCH.replace(tzinfo=None)
EPOCH_DAY = WALL_EPOCH.toordinal()
_LAST_DAY = date.max.toordinal()
_STEP = 3  # days; no zone has changed its clocks twice within these
_FORESEEN, _FORESEEN_STEP = 2030, 7  # what zone data foresees from this year on is a week apart, at least
_RULED, _RULED_STEP = 2100, 28  # from this year on there is nothing but the two changes that a yearly rule gives
_CYCLE = 400  # years, after which days and weekdays come again
_CYCLE_DAYS = 146_097
_NEW_YEAR = date(_RULED, 1, 1).toordinal()
_WEEK = 7

UNSTEADY = -(1 << 60)
"""In place of the midnight of a day on which clocks change: with any time of day added it lies before everything."""


class Midnights(dict[int, int]):
    """The instant at which each civil day of a zone begins, by the days since the epoch; worked out when asked for.

    A time of that day lies so many seconds later as its clock says. Where the clocks change on the day that does not
    hold, and it is `UNSTEADY`.
    """

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone

    def __missing__(self, number: int) -> int:
        offset = _offset_all_day(number, self._zone)
        begins = self[number] = UNSTEADY if offset is None else number * DAY - offset
        return begins


class ZoneMidnights(dict[str, Midnights]):
    """The midnights of every zone by its name."""

    def __missing__(self, zone: str) -> Midnights:
        found = self[zone] = Midnights(zone)
        return found


def seconds(wall_time: datetime, zone: str) -> int:
    """The instant of a naive wall time in a zone, as `model.zones.instant` has it, in seconds since the epoch.

    Of two instants (the clocks go back) `fold` picks the second. Parts of a second are cut off, as in iCalendar.
    """
    since = wall_time - WALL_EPOCH
    offset = _offset_all_day(since.days, zone)
    if offset is None:
        return since_epoch(instant(wall_time, zone))
    return since.days * DAY + since.seconds - offset


def day_begins(day: date, zone: str) -> int:
    """The instant at which a civil day begins in a zone, in seconds since the epoch."""
    return since_epoch(midnight(day, zone))


def moment(since_epoch: int) -> datetime:
    """The UTC instant that lies so many seconds after the epoch."""
    return EPOCH + timedelta(0, since_epoch)


@lru_cache(maxsize=16_384)
def _offset_all_day(number: int, zone: str) -> int | None:
    """The zone's UTC offset in seconds on the day of that number; None if the clocks change on it."""
    offset = steady_offset(EPOCH_DAY + number, zone)
    return None if offset is None else int(offset.total_seconds())


def since_epoch(at: datetime) -> int:
    """The whole seconds from the epoch to a UTC instant."""
    return int((at - EPOCH) // timedelta(seconds=1))


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
