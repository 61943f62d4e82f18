"""Windows and spans are judged by runs of days as by trying every day: slow, and as plain as docs/conflict-rules.md."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.steps import steps

from agendacli.analysis.conflicts.times.certainty import Clash, Way, block_clash, earlier_first
from agendacli.analysis.conflicts.times.days import Runs, union
from agendacli.analysis.conflicts.times.instants import DAY, HOUR, MINUTE, changes_between, day_begins, day_start
from agendacli.analysis.conflicts.times.judgement import Finding, judge
from agendacli.analysis.conflicts.times.placements import Block, DayRow, Shape, day_block, part_of_day, timed_block
from agendacli.analysis.conflicts.times.sweep import NOTHING_BETWEEN, Bounds, Neighbours
from agendacli.model.frozen import frozen
from agendacli.model.when import Timed, TimeWindow

Placement = tuple[Block, ...]


@frozen
class Told:
    """What is told of two occurrences in one way: start, end, certain, minutes, days, free, candidates, clear."""

    start: int
    end: int
    certain: bool
    minutes: int | None
    days: tuple[date, ...] | None
    free: int | None
    candidates: int | None
    clear: int | None


def all_placements(known: Shape, other: Shape) -> list[Placement]:
    """Every placement of one of two: a row of blocks each."""
    if isinstance(known, Block):
        return [(known,)]
    zone = known.zone or other.zone or "UTC"
    return [
        tuple(day_block(first + day, zone, hours_known=known.hours_known) for day in range(known.days))
        for run in known.begins
        for first in range(*run)
    ]


def judged(first: Shape, second: Shape, way: Way, neighbours: Neighbours) -> tuple[Told | None, Told | None]:
    """How two clash by overlap, and by travel."""
    here, there = all_placements(first, second), all_placements(second, first)
    pairs = [(one, other, placed(one, other, way, neighbours)) for one in here for other in there]
    outcomes = [(one, other, found) for one, other, found in pairs if found]
    certain = len(outcomes) == len(pairs) and all(sure for _, _, (_, sure) in outcomes)
    apart = [each for each in outcomes if not each[2][0][0][1].overlap]
    together = [each for each in outcomes if each[2][0][0][1].overlap]
    clear = len(pairs) - len(outcomes)
    sizes = len(here), len(there)
    return told(together, sizes, clear, certain=certain), told(apart, sizes, clear, certain=certain)


Found = tuple[list[tuple[int | None, Clash]], bool]
Outcome = tuple[Placement, Placement, Found]


def placed(first: Placement, second: Placement, way: Way, neighbours: Neighbours) -> Found | None:
    """The clashes that are told of two placements, with their day, and whether they clash for certain."""
    clashes = [*clashing(first, second, way, neighbours)]
    overlaps = [each for each in clashes if each[1].overlap]
    return (overlaps or clashes, any(clash.certain for _, clash in clashes)) if clashes else None


def clashing(
    first: Placement, second: Placement, way: Way, neighbours: Neighbours
) -> Iterator[tuple[int | None, Clash]]:
    for one in first:
        for other in second:
            clash = block_clash(one, other, way)
            leaves, arrives = earlier_first(one, other)
            if clash and (clash.overlap or not neighbours.separate(leaves.latest_end, arrives.earliest_start)):
                yield one.day or other.day, clash


def told(outcomes: list[Outcome], sizes: tuple[int, int], clear: int, *, certain: bool) -> Told | None:
    if not outcomes:
        return None
    clashes = [each for _, _, (found, _) in outcomes for each in found]
    start, end = min(clash.start for _, clash in clashes), max(clash.end for _, clash in clashes)
    total = sizes[0] * sizes[1]
    if sizes == (1, 1):
        minutes = (end - start) // MINUTE if all(clash.measured for _, clash in clashes) else None
        days = {day for day, clash in clashes if day and not clash.measured}
        return Told(start, end, certain, minutes, dates(days) or None, None, None, None)
    begins = {(one if sizes[0] > 1 else other)[0].day or 0 for one, other, _ in outcomes}
    days_told = dates(begins) if 1 in sizes else None
    return Told(start, end, certain, None, days_told, total - len(outcomes), total, clear)


def dates(ordinals: set[int]) -> tuple[date, ...]:
    return tuple(date.fromordinal(each) for each in sorted(ordinals))


ZONES = (
    "UTC",
    "Europe/Vienna",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
    "America/Sao_Paulo",
    "Africa/Casablanca",
)
CHANGES = (date(2017, 10, 29), date(2018, 2, 18), date(2018, 3, 11), date(2018, 3, 25), date(2018, 4, 1))
"""Days on which the clocks of some of them change."""

first_days = st.builds(lambda day, n: day.toordinal() + n, st.sampled_from(CHANGES), st.integers(-6, 3))
zones = st.sampled_from(ZONES)
hours = st.integers(0, 60)


def window(first: int, candidates: int, gap: int) -> Runs:
    """So many days on which it may begin, after a gap so many more."""
    more = first + candidates + gap
    return union([(first, first + candidates), (more, more + candidates * (gap < 3))])


begins = st.builds(window, first_days, st.sampled_from((1, 1, 2, 5, 9)), st.integers(0, 5))
rows = st.builds(DayRow, begins, st.integers(1, 5), zones | st.none(), st.booleans())
long_begins = st.builds(window, first_days, st.integers(1, 20), st.integers(1, 5))
long_rows = st.builds(DayRow, long_begins, st.integers(1, 30), zones, st.just(value=False))


@st.composite
def blocks(draw: st.DrawFn) -> Shape:
    start = datetime.fromordinal(draw(first_days)) + timedelta(hours=draw(hours))
    long, zone = draw(st.integers(1, 40) | st.integers(200, 300)), draw(zones)
    end = start + timedelta(hours=long)
    return draw(
        st.sampled_from(
            (
                timed_block(Timed(start, end, zone)),
                timed_block(Timed(start, None, zone)),
                part_of_day(TimeWindow(start, end, zone)),
                part_of_day(TimeWindow(start, end, zone, timedelta(minutes=30))),
            )
        )
    )


ways = st.sampled_from(((0, 0), (0, 24), (2, 5), (7, 10), (20, 31), (80, 80))).map(
    lambda way: Way(way[0] * HOUR, way[1] * HOUR)
)


@st.composite
def between(draw: st.DrawFn) -> Neighbours:
    lows = sorted(draw(st.lists(st.builds(lambda day, n: day_start(day, "UTC") + n * HOUR, first_days, hours))))
    return Neighbours.of(range(len(lows)), Bounds(lows, lows, [low + 30 * MINUTE for low in lows]))


def fields(found: Finding | None) -> Told | None:
    if found is None:
        return None
    days = None if found.days is None else tuple(found.days)
    return Told(found.start, found.end, found.certain, found.minutes, days, found.free, found.candidates, found.clear)


@settings(max_examples=150, deadline=None)
@given(one=rows | blocks(), other=rows | blocks(), way=ways, neighbours=between())
def test_every_pair_is_judged_as_by_trying_every_day(
    one: Shape, other: Shape, way: Way, neighbours: Neighbours
) -> None:
    found = judge(one, other, way, neighbours)
    assert (fields(found.overlap), fields(found.travel)) == judged(one, other, way, neighbours)


@settings(max_examples=60, deadline=None)
@given(one=rows, other=long_rows, way=ways, neighbours=between())
def test_long_windows_are_judged_as_by_trying_every_day(
    one: DayRow, other: DayRow, way: Way, neighbours: Neighbours
) -> None:
    for pair in ((one, other), (other, one)):
        found = judge(*pair, way, neighbours)
        assert (fields(found.overlap), fields(found.travel)) == judged(*pair, way, neighbours)


@settings(max_examples=60, deadline=None)
@given(first=st.integers(date(1900, 1, 1).toordinal(), date(2300, 1, 1).toordinal()), zone=zones)
def test_days_between_two_changes_of_the_clocks_begin_a_whole_day_apart(first: int, zone: str) -> None:
    after = first + 500
    moved = [day for day in range(first, after) if day_start(day, zone) - day_start(day - 1, zone) != DAY]
    assert [day for day, _ in changes_between(zone, first, after)] == moved


@settings(max_examples=60, deadline=None)
@given(day=st.dates(date(1900, 1, 1), date(9999, 12, 30)), zone=zones)
def test_day_starts_at_its_midnight(day: date, zone: str) -> None:
    assert day_start(day.toordinal(), zone) == day_begins(day, zone)


FIRST = date(2017, 9, 4).toordinal()


@pytest.mark.parametrize("zone", [None, "Europe/Vienna"])
@pytest.mark.parametrize(
    ("candidates", "days"), [(1, 2_500_000), (4_000, 300), (300_000, 5)], ids=["span", "window", "long window"]
)
def test_centuries_are_judged_in_fewer_steps_than_one_for_each_try(
    candidates: int, days: int, zone: str | None
) -> None:
    one, other = (DayRow([(FIRST + n, FIRST + n + candidates)], days, zone, hours_known=False) for n in (0, 1))
    made = []
    taken = steps(lambda: made.append(judge(one, other, Way(10 * HOUR, 12 * HOUR), NOTHING_BETWEEN)))
    found = made[0].overlap
    assert found
    assert found.days is None or len(found.days) == days - 1
    assert taken < candidates * days
