"""Ranges of hours without minutes, which are times only where a column holds nothing else: `9–12`, `14 bis 16`."""

import re

_BARE = re.compile(r"\s*(\d{1,2})\s*(?:[-–—]|to|bis|a|à|al)\s*(\d{1,2})\s*")
_HOUR = re.compile(r"\s*(\d{1,2})\s*")
_LAST_HOUR, _LAST_ON_DIAL = 24, 12


def bare_hours(text: str) -> tuple[int, int] | None:
    """The first and the last hour of a text that is a range of hours from 0 to 24, and nothing else."""
    found = _BARE.fullmatch(text)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2])
    return (first, last) if first < last <= _LAST_HOUR else None


def hours_among_times(text: str) -> str | None:
    """The text of a cell with minutes, where it is one hour or a range of them without: `12 – 1` is `12:00–1:00`.

    Only for a column in which other cells are times.
    """
    found = _BARE.fullmatch(text) or _HOUR.fullmatch(text)
    hours = [int(each) for each in found.groups()] if found else []
    if not hours or max(hours) > _LAST_HOUR or (hours != sorted(hours) and hours[-1] > _LAST_ON_DIAL):
        return None
    return "–".join(f"{each}:00" for each in hours)
