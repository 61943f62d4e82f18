"""The TZID of a file as an IANA zone: by its name, in the many ways in which programs write one."""

from collections.abc import Iterator
from functools import lru_cache

from agendacli.model.zones import is_zone, zone_names


@lru_cache(maxsize=1024)
def zone_named(tzid: str) -> str | None:
    """The IANA zone that a TZID means by its name alone; None when it takes a VTIMEZONE to tell.

    Case does not count. Taken are IANA names, also behind a prefix (`/mozilla.org/20070129_1/Europe/Vienna`) or with
    blanks or hyphens (`US-Eastern`), and the names that Windows has for zones (`W. Europe Standard Time`).
    """
    name = tzid.strip().strip('"').strip()
    if is_zone(name):
        return name
    known = _known()
    return next((known[each] for each in _spellings(name.casefold()) if each in known), None)


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
    yield name.replace(" ", "_")
    yield name.replace("-", "/", 1)
    head, *parts = name.split("/")
    least = 0 if not head or head.endswith(":") else 1
    for n in range(len(parts) - least):
        yield "/".join(parts[n:])
