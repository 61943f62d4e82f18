"""Ranges of hours without minutes, which are times only among others, in a column or at the head of lines: `9–12`."""

import re

_BARE = re.compile(r"\s*(\d{1,2})\s*(?:[-–—]|to|bis|a|à|al)\s*(\d{1,2})\s*")
_FIRST = re.compile(
    r"[\s•▪·*(\[|>-]*(?:(?:from|von|de|las|entre)\s+)?(?P<range>(\d{1,2})\s?(?:[-–—]|(?<=\s)(?:to|bis|a|à|al)(?=\s))\s?(\d{1,2}))"
    r"[\s:,|)\]–—-]+(?=[^\W\d_])"
    r"(?!(?:people|persons?|person(?:en)?|personn?es|personas|participants?|participantes|teilnehm\w+|students?|pupils|"
    r"players?|teams?|children|kids|kinder|enfants|niños|minut\w+|min|stunden?|hours?|heures|horas|days?|tage|jours|"
    r"d[ií]as|weeks?|wochen|years?|jahren?|ans|años|pages?|seiten|slides?|folien|points?|punkte|miles?|km|mm?|cm|kg|"
    r"euros?|chf|gb|times|mal|groups?|gruppen|rounds?|of|von|and|und|et|y|or|oder|ou|o)\b)",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\s*(\d{1,2})\s*")
_LAST_HOUR, _LAST_ON_DIAL, _LONGEST = 24, 12, 6


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


def bare_hours_first(text: str) -> tuple[int, int, int] | None:
    """The hours of a range without minutes before a title, and where it ends: `3–4 Discussion`, `11 to 1: Walk`."""
    found = _FIRST.match(text)
    if found is None:
        return None
    first, last = int(found[2]), int(found[3])
    lasts = last - first if first < last else last + _LAST_ON_DIAL - first
    is_range = 0 < first <= _LAST_HOUR and 0 < last <= _LAST_HOUR and 0 < lasts <= _LONGEST
    return (first, last, found.end("range")) if is_range and (first < last or first <= _LAST_ON_DIAL) else None
