"""The lengths of series over every change of any clocks, held against sums of instants that know nothing of series."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.occurrences import expand
from agendacli.model.programme import Programme, Repeat, Session
from agendacli.model.when import DAY, Timed, TimeWindow
from agendacli.model.zones import zone_names

MINUTE, NOTHING = timedelta(minutes=1), timedelta()
FIRST, LAST = datetime(2011, 6, 1, tzinfo=UTC), datetime(2022, 1, 1, tzinfo=UTC)
RULES = [("FREQ=DAILY;COUNT=4", 1), ("FREQ=WEEKLY;COUNT=4", 7), ("FREQ=DAILY;INTERVAL=200;COUNT=4", 200)]
LATER = frozenset({datetime(2040, 1, 1, 12, tzinfo=UTC)})
"""A removed start that no series here has: what has one goes the long way."""

Stretch = tuple[datetime, datetime]


@cache
def changes() -> tuple[tuple[str, datetime], ...]:
    """A zone and an instant for each way in which any clocks are set in those years."""
    found: dict[object, tuple[str, datetime]] = {}
    for name in sorted(zone_names()):
        zone = ZoneInfo(name)
        for moment in _changes(zone):
            kind = _offset(zone, moment - MINUTE), _offset(zone, moment), moment.astimezone(zone).time()
            found.setdefault(kind, (name, moment))
    return tuple(found.values())


def _changes(zone: ZoneInfo) -> Iterator[datetime]:
    step = 14 * DAY
    for n in range((LAST - FIRST) // step):
        low = FIRST + n * step
        if _offset(zone, low) != _offset(zone, low + step):
            yield _between(zone, low, low + step)


def _between(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The minute from which the clocks show something else."""
    before = _offset(zone, low)
    while high - low > MINUTE:
        middle = low + (high - low) // (2 * MINUTE) * MINUTE
        low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
    return high


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()


def utc(wall: datetime, zone: str) -> datetime:
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def shown(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def firsts(zone: str, change: datetime) -> Iterator[Timed]:
    """Hours that begin on the day before a change, shortly before it and after it."""
    for before in (1500, 240, 90, 15, 0, -15):
        start = change - before * MINUTE
        for length in (1, 30, 90, 480, 1560):
            yield Timed(shown(start, zone), shown(start + length * MINUTE, zone), zone)


def series(first: Timed | TimeWindow, repeat: Repeat) -> list[Stretch]:
    session = Session("night", "Night", first, repeat=repeat)
    found = expand((Programme("group", "Group", "group.yaml", sessions=(session,)),))
    return [(each.bounds.start, each.bounds.end) for each in found]


def starts(first: datetime, days: int) -> list[datetime]:
    return [first, *(first + n * days * DAY for n in range(1, 4))]


def exact(first: Timed, days: int, nominal: timedelta = NOTHING) -> list[Stretch]:
    """What RFC 5545 means: hours are exact, days follow the calendar (3.3.6, 3.8.5.3)."""
    assert first.end
    begin = first.start + nominal if nominal else first.start  # a sum forgets which of two equal times it is
    rest = utc(first.end, first.zone) - utc(begin, first.zone)
    begun = starts(first.start, days)
    later = [(utc(each, first.zone), utc(each + nominal, first.zone) + rest) for each in begun[1:]]
    return each_once([(utc(first.start, first.zone), utc(first.end, first.zone)), *later])


def by_the_clock(first: Timed, days: int) -> list[Stretch]:
    """What a programme means: an end keeps its time of day, where one is left after the start."""
    assert first.end
    length, on_the_wall = utc(first.end, first.zone) - utc(first.start, first.zone), first.end - first.start
    usual = on_the_wall if on_the_wall > NOTHING else length
    found = [(utc(first.start, first.zone), utc(first.end, first.zone))]
    for each in starts(first.start, days)[1:]:
        start, end = utc(each, first.zone), utc(each + usual, first.zone)
        found.append((start, end if end > start else start + usual))
    return each_once(found)


def each_once(found: Iterable[Stretch]) -> list[Stretch]:
    """Samoa went without 30 December 2011: a time on that day is the one on the next."""
    return list(dict(found).items())


def test_clocks_change_in_many_ways() -> None:
    assert len(changes()) > 60


@pytest.mark.parametrize(("rule", "days"), RULES)
def test_length_in_hours_is_exact_over_every_change(rule: str, days: int) -> None:
    for zone, change in changes():
        for first in firsts(zone, change):
            assert series(first, Repeat((rule,), exact=True)) == exact(first, days), (change, first)


@pytest.mark.parametrize(("rule", "days"), RULES)
def test_length_in_hours_is_exact_in_a_series_with_removed_times_too(rule: str, days: int) -> None:
    for zone, change in changes()[1::3]:
        for first in firsts(zone, change):
            assert series(first, Repeat((rule,), removed=LATER, exact=True)) == exact(first, days), (change, first)


@pytest.mark.parametrize(("rule", "days"), RULES)
def test_days_of_a_length_follow_the_calendar_and_its_hours_are_exact(rule: str, days: int) -> None:
    for zone, change in changes()[::3]:
        for first in firsts(zone, change):
            assert first.end
            if first.end > first.start + DAY:
                assert series(first, Repeat((rule,), exact=True, days=1)) == exact(first, days, DAY), (change, first)


@pytest.mark.parametrize(("rule", "days"), RULES)
def test_end_of_a_programme_keeps_its_time_of_day_over_every_change(rule: str, days: int) -> None:
    for zone, change in changes()[::3]:
        for first in firsts(zone, change):
            assert series(first, Repeat((rule,))) == by_the_clock(first, days), (change, first)


@pytest.mark.parametrize(("rule", "days"), RULES)
def test_part_of_a_day_keeps_its_hours_over_every_change(rule: str, days: int) -> None:
    for zone, change in changes()[::3]:
        for first in firsts(zone, change):
            window = TimeWindow(first.start, first.end or first.start, zone)
            assert series(window, Repeat((rule,))) == by_the_clock(first, days), (change, first)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.booleans(), st.integers(-6000, 6000), st.integers(0, 3000))
def test_stretch_gives_what_of_the_whole_series_touches_it(
    data: st.DataObject,
    exact: bool,  # noqa: FBT001 (drawn)
    low: int,
    more: int,
) -> None:
    zone, change = data.draw(st.sampled_from(changes()))
    first = data.draw(st.sampled_from(list(firsts(zone, change - data.draw(st.integers(0, 3)) * DAY))))
    rule = data.draw(st.sampled_from(("FREQ=DAILY;COUNT=9", "FREQ=HOURLY;INTERVAL=5;COUNT=40", "FREQ=HOURLY;COUNT=99")))
    session = Session("night", "Night", first, repeat=Repeat((rule,), exact=exact))
    programme = Programme("group", "Group", "group.yaml", sessions=(session,))
    start = change + low * MINUTE
    end = start + more * MINUTE
    inside = [each for each in expand((programme,)) if each.bounds.start < end and each.bounds.end > start]
    assert [each for each in expand((programme,), start, end) if each.bounds.end > start] == inside
