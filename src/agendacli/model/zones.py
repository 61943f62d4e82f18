"""Wall time and zone to instant and back.

Two aware datetimes in one zone compare by wall clock in Python, which is wrong on the night the clocks change: code
compares, sorts and subtracts UTC instants only, and comes here to get them.
"""

from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones


class WallTime(Enum):
    """Whether a wall time exists in its zone once, never (the clocks skip it) or twice (they go back over it)."""

    ONCE = "once"
    SKIPPED = "skipped"
    TWICE = "twice"


@lru_cache(maxsize=256)
def zone_of(name: str) -> ZoneInfo:
    """The zone with that IANA name. Raises KeyError for a name that `is_zone` refuses."""
    if name not in zone_names():
        raise KeyError(name)
    return ZoneInfo(name)


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Every IANA zone name that this machine knows."""
    return frozenset(available_timezones())


def is_zone(name: str) -> bool:
    """Whether that is an IANA zone name, spelled exactly (`Europe/Vienna`)."""
    return name in zone_names()


def instant(wall: datetime, zone: str) -> datetime:
    """The UTC instant of a naive wall time in a zone; `wall.fold` picks the second of two."""
    return wall.replace(tzinfo=zone_of(zone)).astimezone(UTC)


def wall(moment: datetime, zone: str) -> datetime:
    """What the clocks of that zone show at an instant: an aware datetime in that zone."""
    return moment.astimezone(zone_of(zone))


def midnight(day: date, zone: str) -> datetime:
    """The UTC instant at which that civil day begins in that zone."""
    return instant(datetime.combine(day, time()), zone)


def offsets(wall_time: datetime, zone: str) -> tuple[timedelta, ...]:
    """The UTC offsets at which a naive wall time exists in a zone: one, none or two of them, the earlier first."""
    local = zone_of(zone)
    found = []
    for fold in (0, 1):
        aware = wall_time.replace(tzinfo=local, fold=fold)
        back = aware.astimezone(UTC).astimezone(local)
        offset = aware.utcoffset()
        if back.replace(tzinfo=None) == wall_time.replace(fold=0) and offset is not None and offset not in found:
            found.append(offset)
    return tuple(found)


def existence(wall_time: datetime, zone: str) -> WallTime:
    """Whether a naive wall time exists in that zone once, never or twice."""
    return (WallTime.SKIPPED, WallTime.ONCE, WallTime.TWICE)[len(offsets(wall_time, zone))]
