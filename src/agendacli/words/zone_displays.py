"""Zones as Outlook shows them to people, `(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`, as IANA zones.

What stands behind the offset is mostly cities after which IANA names zones as well; the rest is a short table. The
offset tells which of several is meant, since it is that of the winter.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

from agendacli.model.zones import wall, zone_names

_DISPLAY = re.compile(r"\((?:UTC|GMT)\s*(?:([+-])(\d{1,2})[:.]?(\d\d)?)?\)\s*(\S.*)", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;:/]")
_LESS = re.compile(r"^city of |\(.*?\)| - (?:old|new)$| (?:island|is\.)$")
_YEAR = 2024
_REGIONS: Mapping[str, str] = MappingProxyType(
    {
        "alaska": "America/Anchorage",
        "arizona": "America/Phoenix",
        "astana": "Asia/Almaty",
        "atlantic time": "America/Halifax",
        "baja california": "America/Tijuana",
        "brasilia": "America/Sao_Paulo",
        "cabo verde": "Atlantic/Cape_Verde",
        "central america": "America/Guatemala",
        "central time": "America/Chicago",
        "coordinated universal time": "UTC",
        "eastern time": "America/New_York",
        "hawaii": "Pacific/Honolulu",
        "istanbul": "Europe/Istanbul",
        "indiana": "America/Indiana/Indianapolis",
        "mountain time": "America/Denver",
        "newfoundland": "America/St_Johns",
        "nuku'alofa": "Pacific/Tongatapu",
        "pacific time": "America/Los_Angeles",
        "petropavlovsk-kamchatsky": "Asia/Kamchatka",
        "saskatchewan": "America/Regina",
        "solomon": "Pacific/Guadalcanal",
        "sri jayawardenepura": "Asia/Colombo",
        "west central africa": "Africa/Lagos",
    }
)


def zone_displayed(name: str) -> str | None:
    """The IANA zone of a name that Outlook shows, in whatever language; None where no place in it is known."""
    found = _DISPLAY.fullmatch(name.strip())
    if found is None:
        return None
    sign, hours, minutes, places = found.groups()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    cities = (_LESS.sub("", each.strip()).strip() for each in _BETWEEN.split(places.casefold()))
    named = [zone for each in cities for zone in _zones_of(each)]
    return next((each for each in named if _winter_offset(each) == offset), named[0] if named else None)


def _zones_of(place: str) -> Iterator[str]:
    if place in _REGIONS:
        yield _REGIONS[place]
    yield from _by_city().get(place, ())


@lru_cache(maxsize=1)
def _by_city() -> Mapping[str, tuple[str, ...]]:
    """The zones that are named after a city, which is the last part of their names."""
    found: dict[str, tuple[str, ...]] = {}
    for zone in sorted(each for each in zone_names() if "/" in each and not each.startswith("Etc/")):
        city = zone.rpartition("/")[2].replace("_", " ").casefold()
        found[city] = (*found.get(city, ()), zone)
    return found


def _winter_offset(zone: str) -> timedelta:
    """The smaller offset of a year: that without daylight saving time, in both hemispheres."""
    moments = (datetime(_YEAR, month, 1, tzinfo=UTC) for month in (1, 7))
    return min(wall(each, zone).utcoffset() or timedelta() for each in moments)
