"""Conversion between wall time in a zone and instants.

Python compares two aware datetimes of one zone by wall clock, which is wrong in the night when clocks change. So the
rest of the code compares, sorts and subtracts UTC instants only, and gets them here.
"""

import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from agendacli.model.frozen import frozen

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_APART = ("right/", "posix/")  # the same zones again, with and without leap seconds
_NO_ZONE = "posixrules"  # a link beside the zones
_MAGIC = b"TZif"
_VERSIONED = "tzdata.zi"
_VERSION = rb"# version (\d{4}[a-z]+)"
_LONGEST = 80
_UNKNOWN = "~"  # sorts as the newest
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_WALL_EPOCH = _EPOCH.replace(tzinfo=None)
_SECOND = time(fold=1)  # the later of two midnights


class WallTime(Enum):
    """Whether a wall time exists in its zone once, never (the clocks skip it) or twice (they are set back over it)."""

    ONCE = "once"
    SKIPPED = "skipped"
    TWICE = "twice"


@frozen
class ZoneData:
    """The time zone data in use: its IANA version (`2026a`), a day by which it was made, and its folder."""

    version: str
    made_by: date
    folder: str


@cache
def zone_data() -> ZoneData | None:
    """The time zone data in use; None if it does not state its version."""
    known = ((root, version) for root in _roots() if (version := _version(root)))
    return next((ZoneData(version, _made_by(root, version), root) for root, version in known), None)


@cache
def _roots() -> tuple[str, ...]:
    """The folders with zone data, the newest version first; those without a version in Python's search order.

    Python itself searches the system's folders first, and uses the package `tzdata` only for zones missing there.
    """
    import zoneinfo

    found = (*zoneinfo.TZPATH, *_packages())
    ordered = tuple(sorted(found, key=lambda each: _version(each) or _UNKNOWN, reverse=True))
    if ordered[: len(zoneinfo.TZPATH)] != zoneinfo.TZPATH:
        zoneinfo.reset_tzpath(to=ordered)
    return ordered


def _packages() -> Iterator[str]:
    """The zone folders of the package `tzdata`, located without importing it."""
    folders = (str(Path(each, "tzdata", "zoneinfo").absolute()) for each in sys.path)
    return (each for each in folders if _version(each))


@cache
def _version(root: str) -> str:
    """The version of a folder with zones; empty if it states none."""
    try:
        with Path(root, _VERSIONED).open("rb") as file:
            found = re.match(_VERSION, file.readline(_LONGEST))
    except (OSError, ValueError):
        return ""
    return found[1].decode() if found else ""


def _made_by(root: str, version: str) -> date:
    """A day by which it was made: the end of its year, or the date of its file if that is earlier."""
    written = datetime.fromtimestamp(Path(root, _VERSIONED).stat().st_mtime, UTC).date()
    return min(written, date(int(version[:4]), 12, 31))


@lru_cache(maxsize=1024)
def zone_of(name: str) -> "ZoneInfo":
    """The zone of an IANA name. Raises KeyError for a name that `is_zone` refuses."""
    if not is_zone(name):
        raise KeyError(name)
    from zoneinfo import ZoneInfo  # which a list of events does not need

    return ZoneInfo(name)


@cache
def zone_names() -> frozenset[str]:
    """Every IANA zone name on this machine. Listing them reads one file each; for a single name use `is_zone`."""
    import zoneinfo

    _roots()
    return frozenset(zoneinfo.available_timezones())


@lru_cache(maxsize=1024)
def is_zone(name: str) -> bool:
    """Whether a text is an IANA zone name, spelled exactly (`Europe/Vienna`): one of `zone_names`."""
    if name == _NO_ZONE or name.startswith(_APART):
        return False
    return any(_holds(Path(root), name) for root in _roots()) or name in _packaged()


def _holds(folder: Path, name: str) -> bool:
    """Whether a folder has that zone, spelled exactly even where the file system ignores case.

    Links to folders are not followed, as in Python's own list.
    """
    first, slash, rest = name.partition("/")
    if first not in _names_in(folder):
        return False
    path = folder / first
    return not path.is_symlink() and _holds(path, rest) if slash else _is_zone_file(path)


@cache
def _names_in(folder: Path) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208 (a `Path` for each of hundreds takes four times as long)
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
    """The zone names in the package `tzdata`, which is used where the machine has no zone data."""
    from importlib import resources

    try:
        return frozenset(resources.files("tzdata").joinpath("zones").read_text("utf-8").split())
    except (ImportError, FileNotFoundError):
        return frozenset()


def instant(wall: datetime, zone: str) -> datetime:
    """The UTC instant of a naive wall time in a zone; `wall.fold` selects the second of two."""
    began = _wall_epoch(wall.toordinal(), zone)
    # Adding the offset takes a seventh of the time that `datetime` needs to look it up again.
    return wall.replace(tzinfo=zone_of(zone)).astimezone(UTC) if began is None else began + (wall - _WALL_EPOCH)


def steady_offset(day: int, zone: str) -> timedelta | None:
    """The zone's UTC offset throughout the day of that ordinal (`date.toordinal`), None if the clocks change on it.

    Every wall time of such a day exists exactly once; so a day whose midnight or last hour occurs twice has none.
    """
    began = _wall_epoch(day, zone)
    return None if began is None else _EPOCH - began


@lru_cache(maxsize=16_384)
def _wall_epoch(day: int, zone: str) -> datetime | None:
    """The epoch by clocks with that day's offset, as an instant; None if they change on the day.

    No zone changes its clocks twice within three days. A midnight that occurs twice counts as a change on both days.
    """
    try:
        ends = datetime.fromordinal(day + 1)
    except ValueError:  # after the last day of the calendar
        return None
    offset = zone_of(zone).utcoffset
    first = offset(datetime.fromordinal(day))
    is_steady = first == offset(ends) == offset(datetime.combine(ends, _SECOND))
    return _EPOCH - first if first is not None and is_steady else None


def wall(moment: datetime, zone: str) -> datetime:
    """An instant as an aware datetime in that zone."""
    return moment.astimezone(zone_of(zone))


def midnight(day: date, zone: str) -> datetime:
    """The UTC instant at which a civil day begins in a zone."""
    return instant(datetime.combine(day, time()), zone)


def offsets(wall_time: datetime, zone: str) -> tuple[timedelta, ...]:
    """The UTC offsets at which a naive wall time exists in a zone: none, one or two, the earlier first."""
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
