"""The sweeps find what comparing all pairs finds, on any sessions in any zones."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.conflicts import Conflict, Kind, Rules, find_conflicts
from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.conflicts.times.instants import HOUR, day_begins, moment, seconds
from agendacli.analysis.conflicts.times.judgement import judge
from agendacli.analysis.conflicts.times.placements import shape
from agendacli.analysis.conflicts.times.sweep import (
    NOTHING_BETWEEN,
    Bounds,
    Groups,
    Neighbours,
    any_overlap,
    following,
    overlapping,
)
from agendacli.analysis.conflicts.wording import sentence
from agendacli.model.occurrence import Occurrence, order
from agendacli.model.people import Participant, Person
from agendacli.model.places import City, Coordinates, Gazetteer, Transfer
from agendacli.model.programme import Status
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When
from agendacli.model.zones import instant, midnight

Build = Callable[..., Occurrence]
ZONES = ("Europe/Vienna", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati", "Etc/GMT+12")
CITIES = ("Vienna", "New York", "Sydney", None)
WORLD = Gazetteer(
    cities=(
        City("vienna", "Vienna", coordinates=Coordinates(48.2345, 16.4166)),
        City("new-york", "New York", coordinates=Coordinates(40.749, -73.968)),
        City("sydney", "Sydney", coordinates=Coordinates(-33.87, 151.21)),
    ),
    transfers=(Transfer(("M1", "M2"), timedelta(minutes=10)),),
)
PEOPLE = tuple(Participant("speaker", name, Person(name.lower(), name)) for name in ("Ann", "Ben"))
FIRST = datetime.fromisoformat("2017-10-27T00:00")  # two days before clocks change in Europe

wall_times = st.integers(0, 5 * 48).map(lambda halves: FIRST + timedelta(minutes=30 * halves))
lengths = st.integers(0, 60).map(lambda halves: timedelta(minutes=30 * halves))
zones = st.sampled_from(ZONES)
dates = st.integers(0, 5).map(lambda n: FIRST.date() + timedelta(days=n))
spans = st.integers(1, 3).map(lambda n: timedelta(days=n))


@st.composite
def whens(draw: st.DrawFn) -> When:
    start, zone, day, span = draw(wall_times), draw(zones), draw(dates), draw(spans)
    some = draw(st.none() | zones)
    options: tuple[When, ...] = (
        Timed(start, start + draw(lengths), zone),
        Timed(start, None, zone),
        TimeWindow(start, start + draw(lengths), zone),
        TimeWindow(start, start + timedelta(hours=4), zone, timedelta(hours=3)),
        Days(day, day + span, some),
        Days(day, day + span, some, Hours.ALL),
        DayWindow(day, day + span, some),
        DayWindow(day, day + span + timedelta(days=1), some, days=2),
    )
    return draw(st.sampled_from(options))


def schedules(times: st.SearchStrategy[When]) -> st.SearchStrategy[list[tuple[When, dict[str, object]]]]:
    details = st.fixed_dictionaries(
        {
            "city": st.sampled_from(CITIES),
            "room": st.sampled_from(("M1", "M2", None)),
            "status": st.sampled_from(Status),
            "people": st.sampled_from(((), PEOPLE[:1], PEOPLE[1:], PEOPLE)),
            "transparent": st.sampled_from((False, False, False, True)),
        }
    )
    return st.lists(st.tuples(times, details), max_size=9)


def told(conflicts: tuple[Conflict, ...]) -> set[tuple[object, ...]]:
    return {(each.kind, each.certainty, each.first.id, each.second.id, each.person_id, each.days) for each in conflicts}


def built(occurrence: Build, schedule: list[tuple[When, dict[str, object]]]) -> list[Occurrence]:
    return [occurrence(f"p{n % 2}/s{n}", when, **details) for n, (when, details) in enumerate(schedule)]


@settings(max_examples=60, deadline=None)
@given(schedule=schedules(whens()))
def test_sweep_finds_what_all_pairs_find(occurrence: Build, schedule: list[tuple[When, dict[str, object]]]) -> None:
    sessions = built(occurrence, schedule)
    rules = Rules(buffer=timedelta(minutes=15), kinds=frozenset(Kind) - {Kind.TRAVEL})
    all_pairs = (told(find_conflicts(pair, WORLD, rules)) for pair in combinations(sessions, 2))
    assert told(find_conflicts(sessions, WORLD, rules)) == set().union(*all_pairs)


@settings(max_examples=60, deadline=None)
@given(schedule=schedules(whens()))
def test_sweep_leaves_out_no_pair_that_the_rules_judge_a_clash(
    occurrence: Build, schedule: list[tuple[When, dict[str, object]]]
) -> None:
    sessions = [each for each in built(occurrence, schedule) if each.status is not Status.CANCELLED]
    atlas, taking = Atlas(WORLD), [each for each in sessions if not each.session.transparent]
    clashing = {frozenset((one.id, other.id)) for one, other in combinations(taking, 2) if overlaps(atlas, one, other)}
    found = find_conflicts(sessions, WORLD, Rules(kinds=frozenset({Kind.ROOM, Kind.OVERLAP})))
    assert {frozenset((each.first.id, each.second.id)) for each in found} == clashing


def overlaps(atlas: Atlas, one: Occurrence, other: Occurrence) -> bool:
    way, here, there = atlas.way(atlas.spot(one), atlas.spot(other)), shape(one), shape(other)
    takes_time = here.takes_time and there.takes_time
    return takes_time and judge(here, there, way, NOTHING_BETWEEN).overlap is not None


@settings(max_examples=60, deadline=None)
@given(schedule=schedules(st.builds(lambda s, n, z: Timed(s, s + n, z), wall_times, lengths, zones)))
def test_travel_is_what_all_pairs_find_without_those_parted(
    occurrence: Build, schedule: list[tuple[When, dict[str, object]]]
) -> None:
    sessions = built(occurrence, schedule)
    rules = Rules(buffer=timedelta(minutes=15), kinds=frozenset({Kind.TRAVEL}))
    pairs = (find_conflicts(pair, WORLD, rules) for pair in combinations(sessions, 2))
    expected = tuple(each for found in pairs for each in found if not parted(each, sessions))
    assert told(find_conflicts(sessions, WORLD, rules)) == told(expected)


def parted(conflict: Conflict, sessions: list[Occurrence]) -> bool:
    """Whether another session of the same traveller lies wholly between the two."""
    own = [each for each in sessions if conflict.person_id in (None, *persons(each)) and each.place.city and each.room]
    return any(
        conflict.start <= each.bounds.start < each.bounds.end <= conflict.end
        for each in own
        if each.status is Status.CONFIRMED and not each.session.transparent
    )


def persons(occurrence: Occurrence) -> list[str]:
    return [seat.person.id for seat in occurrence.session.participants if seat.person]


@settings(max_examples=50, deadline=None)
@given(schedule=schedules(whens()), shuffle=st.randoms())
def test_order_of_the_sessions_changes_nothing(
    occurrence: Build, schedule: list[tuple[When, dict[str, object]]], shuffle: Random
) -> None:
    sessions = built(occurrence, schedule)
    found = find_conflicts(sessions, WORLD)
    shuffle.shuffle(sessions)
    assert find_conflicts(sessions, WORLD) == found


@settings(max_examples=50, deadline=None)
@given(schedule=schedules(whens()))
def test_first_session_of_a_conflict_is_the_first_in_order(
    occurrence: Build, schedule: list[tuple[When, dict[str, object]]]
) -> None:
    found = find_conflicts(built(occurrence, schedule), WORLD)
    assert all(order(each.first) < order(each.second) for each in found)


@settings(max_examples=50, deadline=None)
@given(schedule=schedules(whens()))
def test_only_what_is_possible_depends_on_something(
    occurrence: Build, schedule: list[tuple[When, dict[str, object]]]
) -> None:
    found = find_conflicts(built(occurrence, schedule), WORLD)
    assert all((each.certainty == "possible") == bool(each.depends_on) for each in found)
    assert all(sentence(each) for each in found)


Stretches = list[tuple[int, int, int]]
stretches = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.integers(0, 9)), max_size=12).map(sorted)


def laid_out(rows: Stretches, *, early: bool = True) -> Bounds:
    """So many begin so much after what they may touch first, if any do."""
    starts, high = [start for start, _, _ in rows], [start + length for start, length, _ in rows]
    low = [start - before * early for start, _, before in rows]
    return Bounds(starts, low, high, max((start - first for start, first in zip(starts, low, strict=True)), default=0))


@given(rows=stretches, early=st.booleans())
def test_overlapping_is_every_pair_that_shares_an_instant(rows: Stretches, *, early: bool) -> None:
    bounds, members = laid_out(rows, early=early), range(len(rows))
    expected = {
        (one, other)
        for one, other in combinations(members, 2)
        if bounds.low[one] < bounds.high[other] and bounds.low[other] < bounds.high[one]
    }
    found = [(place, other) for place, first, after in overlapping(members, bounds) for other in range(first, after)]
    assert len(found) == len(set(found))
    assert expected <= set(found)
    assert early or expected == set(found)


@given(rows=stretches, early=st.booleans(), shuffle=st.randoms())
def test_any_overlap_is_known_without_order(rows: Stretches, shuffle: Random, *, early: bool) -> None:
    bounds, members = laid_out(rows, early=early), list(range(len(rows)))
    shuffle.shuffle(members)
    pairs = combinations(zip(bounds.low, bounds.high, strict=True), 2)

    assert any_overlap(members, bounds) == any(one[0] < other[1] and other[0] < one[1] for one, other in pairs)


@given(rows=stretches, reach=st.integers(0, 40), data=st.data())
def test_following_is_every_pair_of_two_groups_with_nothing_between(
    rows: Stretches, reach: int, data: st.DataObject
) -> None:
    bounds, members = laid_out(rows, early=False), range(len(rows))
    of = data.draw(st.lists(st.integers(0, 2), min_size=len(members), max_size=len(members)))
    groups, neighbours = Groups.by(of), Neighbours.of(members, bounds)
    expected = [
        (one, other)
        for one in members
        for other in members
        if of[one] != of[other]
        and 0 <= bounds.low[other] - bounds.high[one] < reach
        and not any(bounds.high[one] <= bounds.low[each] and bounds.high[each] <= bounds.low[other] for each in members)
    ]
    parts = list(following(members, bounds, groups, neighbours, reach))
    assert sorted((part.place, other) for part in parts for other in groups.others(part)) == sorted(expected)


@given(wall_time=st.datetimes(datetime.fromisoformat("1950-01-01"), datetime.fromisoformat("2050-01-01")), zone=zones)
def test_seconds_are_those_of_the_instant(wall_time: datetime, zone: str) -> None:
    assert moment(seconds(wall_time, zone)) == instant(wall_time.replace(microsecond=0), zone)


@given(wall_time=wall_times, zone=zones, fold=st.integers(0, 1))
def test_seconds_follow_the_clocks_as_they_change(wall_time: datetime, zone: str, fold: int) -> None:
    folded = wall_time.replace(fold=fold)
    assert moment(seconds(folded, zone)) == instant(folded, zone)


def test_seconds_of_an_evening_that_comes_again_after_midnight_follow_its_fold() -> None:
    evening = datetime.fromisoformat("2010-11-06T23:30")
    times = [seconds(evening.replace(fold=fold), "America/St_Johns") for fold in (0, 1)]

    assert times[1] - times[0] == HOUR


def test_day_begins_at_its_own_midnight() -> None:
    day = date(2017, 9, 4)
    assert moment(day_begins(day, "Europe/Vienna")) == midnight(day, "Europe/Vienna")
    assert moment(0) == datetime(2010, 1, 1, tzinfo=UTC)
