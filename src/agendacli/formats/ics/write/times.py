"""The times of a VEVENT as they are to be written: a day, on the clocks of a zone, or in UTC; and the zones of many."""

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from agendacli.formats.ics.write.plans import Plan
from agendacli.formats.ics.zones.use import ZoneUse, last_year, uses_by_zone
from agendacli.formats.ics.zones.vtimezone import zone_definition
from agendacli.model.occurrence import Occurrence, session_address
from agendacli.model.when import Days, DayWindow, When
from agendacli.model.zones import WallTime, existence, instant, steady_offset

_UTC_NAMES = frozenset({"UTC", "Etc/UTC"})


class WrittenTime(NamedTuple):
    """A time under the name of its property: a day, a naive time on the clocks of `zone`, or (zone None) in UTC."""

    name: str
    start: date
    zone: str | None = None


class Timetabled(NamedTuple):
    """A VEVENT to be written, its times, and whether it lies in a block that is written as well."""

    plan: Plan
    times: tuple[WrittenTime, ...]
    is_held: bool = False


def timetabled(plan: Plan, held: Container[str] = ()) -> Timetabled:
    """The plan with DTSTART, DTEND (exclusive) where an end is known, RDATE, EXDATE and RECURRENCE-ID.

    `held` are the addresses of the items that are written with their block.
    """
    times = (*_own_times(plan.occurrence.when, repeats=plan.repeats), *_originals(plan))
    return Timetabled(plan, times, session_address(plan.occurrence) in held if held else False)


def held_items(occurrences: Iterable[Occurrence]) -> frozenset[str]:
    """The addresses of the items whose block is among these as well."""
    items = {session_address(each): each.parent for each in occurrences if each.session.parent}
    blocks = {session_address(each) for each in occurrences} if items else set()
    return frozenset(item for item, block in items.items() if block in blocks)


def zones_of(found: Iterable[Timetabled]) -> dict[str, ZoneUse]:
    """The zones on whose clocks times are written, by name, and when these are read."""
    return uses_by_zone(used for each in found for used in _uses(each))


def on_plain_clocks(found: Sequence[Timetabled]) -> Sequence[Timetabled]:
    """The VEVENTs, single ones in UTC where a zone does what no pair of yearly changes says: few apps follow that.

    What repeats follows its clocks, and so do its occurrences.
    """
    odd = {zone for zone, use in zones_of(found).items() if not zone_definition(zone, use).is_plain}
    return [_in_utc(each, odd) if _is_single(each.plan) else each for each in found] if odd else found


def _uses(timetabled: Timetabled) -> Iterator[tuple[str, ZoneUse]]:
    plan, times, _ = timetabled
    for _, start, zone in times:
        if zone is not None and isinstance(start, datetime):
            years = (start.year, last_year(plan.rules, start.year)) if plan.rules else None
            yield zone, ZoneUse(frozenset({start.replace(fold=0)}), years)


def _is_single(plan: Plan) -> bool:
    return not plan.repeats and plan.original is None


def _in_utc(timetabled: Timetabled, zones: Collection[str]) -> Timetabled:
    return timetabled._replace(times=tuple(_moved(each) if each.zone in zones else each for each in timetabled.times))


def _moved(time: WrittenTime) -> WrittenTime:
    if time.zone is None or not isinstance(time.start, datetime):
        return time
    return WrittenTime(time.name, instant(time.start, time.zone))


def _own_times(when: When, *, repeats: bool) -> Iterator[WrittenTime]:
    """Nothing is made up for an end that is not known."""
    if isinstance(when, Days | DayWindow):
        yield WrittenTime("DTSTART", when.start)
        yield WrittenTime("DTEND", when.end)
        return
    # What repeats begins on the clocks of its zone even where they skip that time: in UTC it would not follow them.
    yield _on_clocks("DTSTART", when.start, when.zone, plain=repeats)
    if when.end is not None and _is_later(when.end, when.start, when.zone):
        yield _on_clocks("DTEND", when.end, when.zone)


def _originals(plan: Plan) -> Iterator[WrittenTime]:
    for name, starts in (("RDATE", plan.added), ("EXDATE", plan.removed)):
        for each in starts:
            yield _original(name, each, plan.zone)
    if plan.original is not None:
        yield _original("RECURRENCE-ID", plan.original, plan.zone)


def _original(name: str, start: date, zone: str) -> WrittenTime:
    """A start that a rule gives: on the clocks of its zone, unless it is the second of two equal wall times."""
    if not isinstance(start, datetime):
        return WrittenTime(name, start)
    return _on_clocks(name, start, zone, plain=start.fold == 0)


def _on_clocks(name: str, start: datetime, zone: str, *, plain: bool = False) -> WrittenTime:
    """On the clocks of its zone; in UTC where these show it twice or never, unless it has to be plain."""
    if zone not in _UTC_NAMES and (plain or _is_shown_once(start, zone)):
        return WrittenTime(name, start, zone)
    return WrittenTime(name, instant(start, zone))


def _is_shown_once(start: datetime, zone: str) -> bool:
    return steady_offset(start.toordinal(), zone) is not None or existence(start, zone) is WallTime.ONCE


def _is_later(end: datetime, start: datetime, zone: str) -> bool:
    steady = steady_offset(start.toordinal(), zone)
    if steady is not None and steady == steady_offset(end.toordinal(), zone):
        return end > start
    return instant(end, zone) > instant(start, zone)
