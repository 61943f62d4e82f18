"""Wall time and zone to instant and back.

Two aware datetimes in one zone compare by wall clock in Python, which is wrong on the night the clocks change: code
compares, sorts and subtracts UTC instants only, and comes here to get them.
"""

import re
import sys
import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from agendacli.model.frozen import frozen

_APART = ("right/", "posix/")  # the same zones again, with and without leap seconds
_NO_ZONE = "posixrules"  # a link beside the zones
_MAGIC = b"TZif"
_VERSIONED = "tzdata.zi"
_VERSION = re.compile(rb"# version (\d{4}[a-z]+)")
_LONGEST = 80
_UNKNOWN = "~"  # as if it were the newest
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_WALL_EPOCH = _EPOCH.replace(tzinfo=None)
_TWICE = time(), time(fold=1)


class WallTime(Enum):
    """Whether a wall time exists in its zone once, never (the clocks skip it) or twice (they go back over it)."""

    ONCE = "once"
    SKIPPED = "skipped"
    TWICE = "twice"


@frozen
class ZoneData:
    """The zone data that is used: its version as IANA counts them (`2026a`), and a day before which it was made."""

    version: str
    made_by: date


@cache
def zone_data() -> ZoneData | None:
    """The zone data that is used; None where it does not say its version."""
    known = ((root, version) for root in _roots() if (version := _version(root)))
    return next((ZoneData(version, _made_by(root, version)) for root, version in known), None)


@cache
def _roots() -> tuple[str, ...]:
    """The folders of zones, the newest version first; one that does not say its version where Python has it.

    Python itself looks into those of the system first, and into the package `tzdata` only for what is not there.
    """
    found = (*zoneinfo.TZPATH, *_packages())
    ordered = tuple(sorted(found, key=lambda each: _version(each) or _UNKNOWN, reverse=True))
    if ordered[: len(zoneinfo.TZPATH)] != zoneinfo.TZPATH:
        zoneinfo.reset_tzpath(to=ordered)
    return ordered


def _packages() -> Iterator[str]:
    """The folders of zones of the package `tzdata`, found without importing it."""
    folders = (str(Path(each, "tzdata", "zoneinfo").absolute()) for each in sys.path)
    return (each for each in folders if _version(each))


@cache
def _version(root: str) -> str:
    """The version of a folder of zones; nothing where it says none."""
    try:
        with Path(root, _VERSIONED).open("rb") as file:
            found = _VERSION.match(file.readline(_LONGEST))
    except (OSError, ValueError):
        return ""
    return found[1].decode() if found else ""


def _made_by(root: str, version: str) -> date:
    """A day before which it was made: the end of its year, or when its file was written, if that is earlier."""
    written = datetime.fromtimestamp(Path(root, _VERSIONED).stat().st_mtime, UTC).date()
    return min(written, date(int(version[:4]), 12, 31))


@lru_cache(maxsize=1024)
def zone_of(name: str) -> ZoneInfo:
    """The zone with that IANA name. Raises KeyError for a name that `is_zone` refuses."""
    if not is_zone(name):
        raise KeyError(name)
    return ZoneInfo(name)


@cache
def zone_names() -> frozenset[str]:
    """Every IANA zone name that this machine knows. Finding them reads a file for each: `is_zone` is there for one."""
    _roots()
    return frozenset(zoneinfo.available_timezones())


@lru_cache(maxsize=1024)
def is_zone(name: str) -> bool:
    """Whether that is an IANA zone name, spelled exactly (`Europe/Vienna`): one of `zone_names`."""
    if name == _NO_ZONE or name.startswith(_APART):
        return False
    return any(_holds(Path(root), name) for root in _roots()) or name in _packaged()


def _holds(folder: Path, name: str) -> bool:
    """Whether a folder of zones has that one, spelled exactly also where file systems do not care.

    As in Python's own list, a link to a folder is not followed.
    """
    first, slash, rest = name.partition("/")
    if first not in _names_in(folder):
        return False
    path = folder / first
    return not path.is_symlink() and _holds(path, rest) if slash else _is_zone_file(path)


@cache
def _names_in(folder: Path) -> frozenset[str]:
    try:
        return frozenset(each.name for each in folder.iterdir())
    except OSError:
        return frozenset()


def _is_zone_file(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


@cache
def _packaged() -> frozenset[str]:
    """The names of the zones in the package `tzdata`, which stands in where a machine has none of its own."""
    from importlib import resources

    try:
        return frozenset(resources.files("tzdata").joinpath("zones").read_text("utf-8").split())
    except (ImportError, FileNotFoundError):
        return frozenset()


def instant(wall: datetime, zone: str) -> datetime:
    """The UTC instant of a naive wall time in a zone; `wall.fold` picks the second of two."""
    began = _wall_epoch(wall.toordinal(), zone)
    # A sum takes a seventh of the time that `datetime` takes to find the offset anew.
    return wall.replace(tzinfo=zone_of(zone)).astimezone(UTC) if began is None else began + (wall - _WALL_EPOCH)


def steady_offset(day: int, zone: str) -> timedelta | None:
    """The zone's UTC offset all through the day of that ordinal (`date.toordinal`), None where the clocks change on it.

    Every wall time of such a day exists once: a day whose midnight or last hour comes twice is none.
    """
    began = _wall_epoch(day, zone)
    return None if began is None else _EPOCH - began


@lru_cache(maxsize=16_384)
def _wall_epoch(day: int, zone: str) -> datetime | None:
    """The instant at which clocks with the offset of that day showed the epoch; None where they change on the day.

    No zone changes its clocks twice within three days. A midnight that comes twice counts as both.
    """
    try:
        next_day = date.fromordinal(day + 1)
    except ValueError:  # after the last day of the calendar
        return None
    midnights = datetime.fromordinal(day), *(datetime.combine(next_day, each) for each in _TWICE)
    first, *others = map(zone_of(zone).utcoffset, midnights)
    return _EPOCH - first if first is not None and others == [first, first] else None


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
