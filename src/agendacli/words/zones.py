"""The TZID of a file as an IANA zone: by its name, in the many ways in which programs write one."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import lru_cache
from types import MappingProxyType

from agendacli.model.zones import is_zone, zone_names

_HOUR = timedelta(hours=1)
_OFFSET = r"(?ai)(?:UTC|GMT)?\s*([+-])(\d{1,2})(?:[:.]?([0-5]\d))?"
_LARGEST = 14
_NUMBER = r" \d{1,3}$"
# Of the offsets that are not whole hours only these are always those of a zone, as far back as anybody looks.
_ALWAYS: Mapping[timedelta, str] = MappingProxyType(
    {
        timedelta(hours=-9, minutes=-30): "Pacific/Marquesas",
        timedelta(hours=4, minutes=30): "Asia/Kabul",
        timedelta(hours=5, minutes=30): "Asia/Kolkata",
        timedelta(hours=5, minutes=45): "Asia/Kathmandu",
        timedelta(hours=6, minutes=30): "Asia/Yangon",
        timedelta(hours=9, minutes=30): "Australia/Darwin",
    }
)


@lru_cache(maxsize=1024)
def zone_named(tzid: str) -> str | None:
    """The IANA zone that a TZID means by its name alone; None when it takes a VTIMEZONE to tell.

    Case does not count. Taken are IANA names, also behind a prefix (`/mozilla.org/20070129_1/Europe/Vienna`) or with
    blanks or hyphens (`US-Eastern`), the names that Windows has for zones (`W. Europe Standard Time`, also numbered or
    cut short), and what Outlook shows of them (`(UTC+01:00) Amsterdam, Berlin, …`).
    """
    name = tzid.strip().strip('"').strip()
    if is_zone(name):
        return name
    from agendacli.words.zone_displays import zone_displayed  # what most files need no module for

    known = _known()
    return next((known[each] for each in _spellings(name.casefold()) if each in known), None) or zone_displayed(name)


def stated_offset(tzid: str) -> timedelta | None:
    """How much more than UTC the clocks of a zone show whose name says that: `UTC+02:00`, `(GMT-03:30) x`; else None.

    Only IANA names such as `Etc/GMT+5` count westward.
    """
    name = tzid.strip().strip('"')
    found = re.fullmatch(_OFFSET, name[1:].partition(")")[0] if name.startswith("(") else name)
    if not found or int(found[2]) > _LARGEST:
        return None
    offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return -offset if found[1] == "-" else offset


def zone_at(offset: timedelta) -> str | None:
    """The IANA zone whose clocks always show so much more than UTC; for whole hours one without a city."""
    hours, rest = divmod(offset, _HOUR)
    name = _ALWAYS.get(offset, "") if rest else f"Etc/GMT{-hours:+d}" if hours else "UTC"
    return name if is_zone(name) else None


def windows_zones() -> tuple[str, ...]:
    """The IANA zones that Windows has names for: one for each custom of setting clocks."""
    from tzlocal.windows_tz import win_tz

    return tuple(dict.fromkeys(each for each in win_tz.values() if is_zone(each)))


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Every name in small letters with its zone, those of Windows too."""
    from tzlocal.windows_tz import win_tz

    windows = {name.casefold(): zone for name, zone in win_tz.items() if is_zone(zone)}
    return windows | {name.casefold(): name for name in sorted(zone_names())}


def _spellings(name: str) -> Iterator[str]:
    """The name, then without blanks and hyphens, then what stands behind each slash, the longest first."""
    yield name
    yield (plain := re.sub(_NUMBER, "", name))
    yield plain.replace(" daylight ", " standard ")
    yield f"{plain} standard time"
    yield name.replace(" ", "_")
    yield name.replace("-", "/", 1)
    head, *parts = name.split("/")
    least = 0 if not head or head.endswith(":") else 1
    for n in range(len(parts) - least):
        yield "/".join(parts[n:])
