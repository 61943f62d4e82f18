"""The VTIMEZONE of a zone for the times that a file has in it, in a form that every reader understands."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from agendacli.formats.ics.zones.clock_changes import Observance, clock_changes, unchanged_since
from agendacli.formats.ics.zones.pairs import YearlyPair, yearly_pairs
from agendacli.formats.ics.zones.use import ZoneUse
from agendacli.model.frozen import frozen
from agendacli.model.zones import offsets, steady_offset

# Some readers take what comes before the second summer time that a file describes for an hour too early.
_BEFORE = 2


@frozen
class ZoneDefinition:
    """All that a VTIMEZONE says of a zone: its IANA name and its observances, standard time first where both repeat.

    `is_plain`: a pair of yearly changes, or none, is right for everything that is read on its clocks.
    """

    tzid: str
    observances: tuple[Observance, ...]
    is_plain: bool = True


@lru_cache(maxsize=256)
def zone_definition(tzid: str, use: ZoneUse) -> ZoneDefinition:
    """What holds in a zone where its clocks are read.

    Two yearly observances, if a pair that was in force gives every change between the times that are read: the latest
    such pair, from two years before the first use on, or since it was in force. Else one STANDARD, if the clocks do not
    change between the first use and the last. Else all changes one by one. Raises KeyError for an unknown zone.
    """
    first, last = use.years
    found = clock_changes(tzid, first - _BEFORE, last + 1)
    plain = _pair(tzid, use, found) or _unchanging(tzid, use, found)
    return ZoneDefinition(tzid, plain or _listed(tzid, use, found), bool(plain))


def _pair(tzid: str, use: ZoneUse, found: Iterable[Observance]) -> tuple[Observance, ...]:
    by_year: dict[int, list[Observance]] = {}
    for each in found:
        by_year.setdefault(each.onset.year, []).append(each)
    first, last = use.years
    fitting = (each.parts for each in yearly_pairs(by_year, range(first - _BEFORE, last + 2)) if _fits(each, tzid, use))
    return next(fitting, ())


def _fits(pair: YearlyPair, tzid: str, use: ZoneUse) -> bool:
    """Whether a pair gives the offset of everything that is read."""
    first, last = use.years
    if pair.first_year < first and last <= pair.last_year:
        return True
    repeated = use.repeating or (pair.last_year, pair.first_year)
    held = pair.first_year <= repeated[0] and repeated[1] <= pair.last_year
    return held and all(_is_right(pair.parts, tzid, each) for each in use.moments)


def _is_right(parts: Sequence[Observance], tzid: str, wall_time: datetime) -> bool:
    """Whether these observances give the offset of a wall time; of one that comes twice or never nothing is read."""
    begun = ((onset, each.offset_to) for each in parts if (onset := each.last_onset(wall_time)))
    steady = steady_offset(wall_time.toordinal(), tzid)
    there = (steady,) if steady is not None else offsets(wall_time, tzid)
    return len(there) != 1 or max(begun, default=(wall_time, None))[1] == there[0]


def _unchanging(tzid: str, use: ZoneUse, found: Sequence[Observance]) -> tuple[Observance, ...]:
    """One STANDARD since the last change before the first use, if there is none up to the last."""
    begin, end = min(use.moments), max(use.moments)
    end = max(end, datetime.combine(date(use.repeating[1], 12, 31), time())) if use.repeating else end
    if any(begin < each.onset <= end for each in found):
        return ()
    return (replace(_last_before(begin + timedelta.resolution, tzid, use, found), daylight=False),)


def _listed(tzid: str, use: ZoneUse, found: Sequence[Observance]) -> tuple[Observance, ...]:
    """The changes of the years in use, after the last one before them."""
    first, last = use.years
    begin = datetime.combine(date(first, 1, 1), time())
    within = (each for each in found if first <= each.onset.year <= last)
    return (_last_before(begin, tzid, use, found), *within)


def _last_before(begin: datetime, tzid: str, use: ZoneUse, found: Iterable[Observance]) -> Observance:
    before = [each for each in found if each.onset < begin]
    return before[-1] if before else unchanged_since(tzid, use.years[0] - _BEFORE, begin)
