"""The way from one place to another, and the conflicts that come of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.conflicts import Certainty, Kind, Rules, find_conflicts
from agendacli.analysis.conflicts.places import Atlas, great_circle
from agendacli.analysis.conflicts.times.certainty import Way
from agendacli.analysis.conflicts.times.judgement import judge
from agendacli.analysis.conflicts.times.placements import timed_block
from agendacli.analysis.conflicts.times.sweep import NOTHING_BETWEEN
from agendacli.analysis.conflicts.wording import sentence
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import City, Coordinates, Gazetteer, Place, Transfer, Venue
from agendacli.model.programme import Status
from agendacli.model.when import Days, Timed

Build = Callable[..., Occurrence]
ZONE = "Europe/Vienna"
CITIES = (
    City("vienna", "Vienna", coordinates=Coordinates(48.2345, 16.4166), aliases=("Wien",)),
    City("new-york", "New York", coordinates=Coordinates(40.749, -73.968)),
    City("puerto-vallarta", "Puerto Vallarta", coordinates=Coordinates(20.653, -105.225)),
    City("bratislava", "Bratislava", coordinates=Coordinates(48.1486, 17.1077)),
    City("nowhere", "Nowhere"),
)
VENUES = (
    Venue("vic", "Vienna International Centre", "Vienna", aliases=("VIC",)),
    Venue("hofburg", "Hofburg", "Vienna", coordinates=Coordinates(48.2066, 16.3634)),
)
WORLD = Gazetteer(CITIES, VENUES)


def clock(start: str, end: str | None, day: int = 4) -> Timed:
    first, last = (each and datetime.fromisoformat(f"2017-09-{day:02}T{each}") for each in (start, end))
    assert first
    return Timed(first, last or None, ZONE)


def world(*transfers: tuple[str, str, int]) -> Gazetteer:
    return Gazetteer(CITIES, VENUES, tuple(Transfer((a, b), timedelta(minutes=n)) for a, b, n in transfers))


def journey(gazetteer: Gazetteer, one: Occurrence, other: Occurrence, buffer: int = 0) -> timedelta | None:
    there = way(gazetteer, one, other, buffer)
    return timedelta(seconds=there.usual) if there.is_known else None


def way(gazetteer: Gazetteer, one: Occurrence, other: Occurrence, buffer: int = 0) -> Way:
    atlas = Atlas(gazetteer, timedelta(minutes=buffer))
    there, back = (atlas.way(atlas.spot(a), atlas.spot(b)) for a, b in ((one, other), (other, one)))
    assert there == back
    return there


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("New York", "Puerto Vallarta", timedelta(hours=9, minutes=37)),
        ("Vienna", "Bratislava", timedelta(hours=1, minutes=52)),
        ("Wien", "vienna", timedelta()),
        ("Vienna", "Nowhere", None),
        ("Vienna", "an undeclared city", None),
        ("Vienna", None, timedelta()),
        ("Vienna", "Lisbon", timedelta(hours=7, minutes=53)),
        ("Vienna", "SÃO PAULO", timedelta(hours=17, minutes=41)),
    ],
)
def test_journey_between_cities(occurrence: Build, one: str, other: str | None, expected: timedelta | None) -> None:
    time = clock("10:00", "11:00")
    assert journey(WORLD, occurrence("a/a", time, city=one), occurrence("b/b", time, city=other)) == expected


@pytest.mark.parametrize(
    ("other", "least", "usual"), [("New York", 573, 809), ("Bratislava", 25, 112), ("Sydney", 1185, 1498)]
)
def test_estimated_way_has_a_least_and_a_usual_length(occurrence: Build, other: str, least: int, usual: int) -> None:
    time = clock("10:00", "11:00")
    found = way(WORLD, occurrence("a/a", time, city="Vienna"), occurrence("b/b", time, city=other))
    assert found == Way(least * 60, usual * 60, is_estimate=True)


def test_stated_way_is_exact(occurrence: Build) -> None:
    time = clock("10:00", "11:00")
    pair = occurrence("a/a", time, city="Vienna"), occurrence("b/b", time, city="New York")
    assert way(world(("Vienna", "New York", 600)), *pair) == Way(600 * 60, 600 * 60)


def test_city_whose_clocks_are_others_is_a_namesake(occurrence: Build) -> None:
    here = occurrence("a/a", clock("10:00", "11:00"), city="Toronto")
    london = occurrence("b/b", clock("10:00", "11:00"), city="London")
    zones = ("America/Toronto", "Europe/London", None)
    there = (replace(london, programme=replace(london.programme, zone=zone)) for zone in zones)
    assert [way(WORLD, here, each).is_known for each in there] == [False, True, True]


SPEAKER = (Participant("speaker", "Ms. Ezeilo", Person("ezeilo", "Joy Ngozi Ezeilo")),)
ESTIMATE = "the way between Ljubljana and Sydney is an estimate: at least 19 h 56 min, usually 25 h 10 min"
NOBODY_KNOWS = "the way between Ljubljana and Nowhere at all is not known"


@pytest.mark.parametrize(
    ("city", "times", "expected"),
    [
        ("Sydney", clock("23:00", "23:30"), (Certainty.CERTAIN, ())),
        ("Sydney", clock("10:00", "11:00", 5), (Certainty.POSSIBLE, (ESTIMATE,))),
        ("Nowhere at all", clock("23:00", "23:30"), (Certainty.POSSIBLE, (NOBODY_KNOWS,))),
    ],
)
def test_way_that_is_not_known_exactly_makes_a_journey_possible(
    occurrence: Build, city: str, times: Timed, expected: tuple[Certainty, tuple[str, ...]]
) -> None:
    here = occurrence("a/here", clock("10:00", "12:00"), city="Ljubljana", people=SPEAKER)
    [found] = find_conflicts((here, occurrence("b/there", times, city=city, people=SPEAKER)))
    assert (found.kind, found.certainty, found.depends_on) == (Kind.TRAVEL, *expected)


def test_whole_day_is_enough_for_a_way_that_nobody_knows(occurrence: Build) -> None:
    here = occurrence("a/here", clock("10:00", "12:00"), city="Here", people=SPEAKER)
    times = (clock(each, "13:00", 5) for each in ("11:59", "12:00"))
    there = [occurrence("b/there", each, city="There", people=SPEAKER) for each in times]
    assert [len(find_conflicts((here, each))) for each in there] == [1, 0]
    by_day = [
        occurrence(name, Days(date(2017, 9, day), date(2017, 9, day + 1), ZONE), city=name, people=SPEAKER)
        for name, day in (("a/here", 4), ("b/there", 5), ("c/elsewhere", 6))
    ]
    assert [len(find_conflicts((by_day[0], each))) for each in by_day[1:]] == [1, 0]


lengths = st.integers(0, 40).map(lambda hours: hours * 3600)


@settings(max_examples=80, deadline=None)
@given(gap=st.integers(0, 45), least=lengths, more=lengths)
def test_journey_is_judged_as_by_trying_every_way(gap: int, least: int, more: int) -> None:
    start = datetime.fromisoformat("2017-09-04T08:00")
    begins = start, start + timedelta(hours=1 + gap)
    one, other = (timed_block(Timed(each, each + timedelta(hours=1), ZONE)) for each in begins)
    clashes = [length > gap * 3600 for length in range(least, least + more + 1, 1800)]
    found = judge(one, other, Way(least, least + more), NOTHING_BETWEEN).travel
    assert (found is not None, bool(found and found.certain)) == (any(clashes), all(clashes))


def test_great_circle_of_a_quarter_of_the_earth() -> None:
    assert round(great_circle(Coordinates(0, 0), Coordinates(90, 0))) == 10008


def test_longest_journey_is_no_shorter_than_half_round_the_earth(occurrence: Build) -> None:
    antipodes = Gazetteer(
        (City("a", "A", coordinates=Coordinates(0, 0)), City("b", "B", coordinates=Coordinates(0, 180)))
    )
    time = clock("10:00", "11:00")
    found = journey(antipodes, occurrence("a/a", time, city="A"), occurrence("b/b", time, city="B"))
    assert found is not None
    assert found <= timedelta(seconds=Atlas(antipodes).longest)


def test_city_of_a_declared_venue_is_known(occurrence: Build) -> None:
    time = clock("10:00", "11:00")
    one = occurrence("a/a", time, city=None, venue="VIC")
    assert journey(WORLD, one, occurrence("b/b", time, city="Wien")) == timedelta()


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ([("Vienna", "New York", 600)], 600),
        ([("Wien", "new-york", 600)], 600),
        ([("Vienna", "New York", 600), ("VIC", "New York", 620)], 620),
        ([("VIC", "New York", 620), ("Boardroom D", "New York", 630)], 630),
        ([("Boardroom D", "New York", 630), ("GA Hall", "Boardroom D", 1)], 630),
    ],
)
def test_most_specific_stated_time_counts(occurrence: Build, stated: list[tuple[str, str, int]], expected: int) -> None:
    time = clock("10:00", "11:00")
    vienna = occurrence("a/a", time, venue="Vienna International Centre", room="Boardroom D")
    new_york = occurrence("b/b", time, city="New York", room="GA Hall")
    assert journey(world(*stated), vienna, new_york) == timedelta(minutes=expected)


@pytest.mark.parametrize(
    ("stated", "buffer", "expected"),
    [
        ([], 0, 0),
        ([], 15, 15),
        ([("M1", "M2", 5)], 0, 5),
        ([("M1", "M2", 5)], 15, 15),
        ([("M1", "M2", 20)], 15, 20),
        ([("M1", "M3", 20)], 0, 0),
    ],
)
def test_rooms_of_one_building_take_the_buffer_or_the_stated_time(
    occurrence: Build, stated: list[tuple[str, str, int]], buffer: int, expected: int
) -> None:
    time = clock("10:00", "11:00")
    one, other = occurrence("a/a", time, room="M1"), occurrence("b/b", time, room="M2")
    assert journey(world(*stated), one, other, buffer) == timedelta(minutes=expected)


def test_buffer_is_not_for_one_room_or_an_unknown_one(occurrence: Build) -> None:
    time = clock("10:00", "11:00")
    one, same, unknown = (
        occurrence(f"{name}/s", time, room=room) for name, room in (("a", "M1"), ("b", "m1"), ("c", None))
    )
    assert [journey(WORLD, one, other, 15) for other in (same, unknown)] == [timedelta(), timedelta()]


def test_travel_that_does_not_fit_is_certain(occurrence: Build) -> None:
    vienna = occurrence("a/panel", clock("10:00", "13:00"))
    new_york = occurrence("b/plenary", clock("14:00", "16:00"), city="New York")
    [found] = find_conflicts((vienna, new_york), WORLD)
    assert (found.kind, found.certainty, found.minutes, found.subject) == (Kind.TRAVEL, Certainty.CERTAIN, 60, None)
    assert sentence(found) == (
        "between “Panel” in Vienna and “Plenary” in New York, there is only 1 h for a journey of about 13 h 29 min"
    )


def test_travel_that_just_fits_is_no_conflict(occurrence: Build) -> None:
    gazetteer = world(("Vienna", "Bratislava", 60))
    vienna = occurrence("a/panel", clock("10:00", "13:00"))
    assert find_conflicts((vienna, occurrence("b/b", clock("14:00", "16:00"), city="Bratislava")), gazetteer) == ()


def test_travel_after_an_unknown_end_is_certain_if_even_leaving_at_once_is_too_late(occurrence: Build) -> None:
    gazetteer = world(("Vienna", "Bratislava", 60))
    closing = occurrence("a/closing", clock("18:00", None))
    early, late, next_day = (
        occurrence("b/b", time, city="Bratislava")
        for time in (clock("18:30", "19:00"), clock("20:00", "21:00"), clock("00:30", "01:00", day=5))
    )
    kinds = [
        [(each.kind, each.certainty) for each in find_conflicts((closing, other), gazetteer)]
        for other in (early, late, next_day)
    ]
    assert kinds == [
        [(Kind.OVERLAP, Certainty.CERTAIN)],
        [(Kind.OVERLAP, Certainty.POSSIBLE)],
        [(Kind.TRAVEL, Certainty.POSSIBLE)],
    ]


def test_travel_of_a_named_person_is_told_once(occurrence: Build) -> None:
    person = Person("ezeilo", "Joy Ngozi Ezeilo")
    seat = (Participant("panellist", "Ms. Ezeilo", person),)
    vienna = occurrence("a/panel", clock("10:00", "13:00"), people=seat)
    new_york = occurrence("b/plenary", clock("14:00", "16:00"), city="New York", people=seat)
    found = find_conflicts((vienna, new_york), WORLD)
    assert [(each.kind, each.subject, each.person_id) for each in found] == [
        (Kind.TRAVEL, "Joy Ngozi Ezeilo", "ezeilo"),
    ]
    assert sentence(found[0]).startswith("for Joy Ngozi Ezeilo, between “Panel” in Vienna")


def test_travel_is_for_neighbours_only(occurrence: Build) -> None:
    first = occurrence("a/1", clock("08:00", "09:00"))
    second = occurrence("a/2", clock("10:00", "11:00"))
    third = occurrence("b/3", clock("12:00", "13:00"), city="New York")
    found = find_conflicts((first, second, third), WORLD)
    assert [(each.first.id, each.second.id) for each in found] == [("a/2", "b/3")]


@pytest.mark.parametrize(("city", "status"), [(None, Status.CONFIRMED), ("Vienna", Status.TENTATIVE)])
def test_travel_is_not_parted_by_what_is_nowhere_or_tentative(
    occurrence: Build, city: str | None, status: Status
) -> None:
    first = occurrence("a/1", clock("08:00", "09:00"))
    between = occurrence("a/2", clock("10:00", "11:00"), city=city, status=status)
    third = occurrence("b/3", clock("12:00", "13:00"), city="New York")
    found = find_conflicts((first, between, third), WORLD)
    assert ("a/1", "b/3") in [(each.first.id, each.second.id) for each in found]


def test_travel_between_days_is_parted_too(occurrence: Build) -> None:
    vienna = occurrence("a/1", Days(date(2017, 9, 4), date(2017, 9, 5), "Europe/Vienna"))
    new_york = occurrence("b/3", Days(date(2017, 9, 5), date(2017, 9, 6), "America/New_York"), city="New York")
    between = occurrence("c/2", clock("00:30", "01:00", day=5))
    assert [each.kind for each in find_conflicts((vienna, new_york), WORLD)] == [Kind.TRAVEL]
    found = find_conflicts((vienna, between, new_york), WORLD)
    assert [(each.first.id, each.second.id) for each in found] == [("c/2", "b/3")]


def test_persons_travel_passes_over_sessions_of_others(occurrence: Build) -> None:
    seat = (Participant("panellist", "Ms. Ezeilo", Person("ezeilo", "Joy Ngozi Ezeilo")),)
    first = occurrence("a/1", clock("08:00", "09:00"), people=seat)
    second = occurrence("a/2", clock("10:00", "11:00"))
    third = occurrence("b/3", clock("12:00", "13:00"), city="New York", people=seat)
    found = find_conflicts((first, second, third), WORLD)
    assert [(each.first.id, each.subject) for each in found] == [("a/1", "Joy Ngozi Ezeilo"), ("a/2", None)]


def test_buffer_between_rooms_is_travel(occurrence: Build) -> None:
    one, other = (
        occurrence("a/1", clock("10:00", "11:00"), room="M1"),
        occurrence("a/2", clock("11:10", "12:00"), room="M2"),
    )
    elsewhere = occurrence("b/3", clock("11:10", "12:00"), room="M2", city="Nowhere")
    [found] = find_conflicts((one, other), WORLD, Rules(buffer=timedelta(minutes=15)))
    assert (found.kind, found.minutes) == (Kind.TRAVEL, 10)
    assert sentence(found) == "between “1” in M1 and “2” in M2, there is only 10 min for a journey of about 15 min"
    assert find_conflicts((one, other), WORLD, Rules(buffer=timedelta(minutes=10))) == ()
    [far] = find_conflicts((one, elsewhere), WORLD, Rules(buffer=timedelta(minutes=15)))
    assert far.depends_on == ("the way between Vienna and Nowhere is not known",)
    assert sentence(far).endswith("there may be only 10 min for the journey")


def test_hours_that_are_known_leave_time_for_the_way(occurrence: Build) -> None:
    new_york, vallarta = "America/New_York", "America/Mexico_City"
    meeting = occurrence("a/meeting", Days(date(2017, 12, 3), date(2017, 12, 4), new_york), city="New York")
    early, late = (
        occurrence("b/b", Timed(start, None, vallarta), city="Puerto Vallarta")
        for start in (datetime.fromisoformat("2017-12-04T08:00"), datetime.fromisoformat("2017-12-04T09:00"))
    )
    assert [each.kind for each in find_conflicts((meeting, early), WORLD)] == [Kind.TRAVEL]
    assert find_conflicts((meeting, late), WORLD) == ()


def test_a_night_is_enough_for_a_short_way_between_days(occurrence: Build) -> None:
    one = occurrence("a/1", Days(date(2017, 9, 4), date(2017, 9, 5), ZONE))
    other = occurrence("b/2", Days(date(2017, 9, 5), date(2017, 9, 6), ZONE), city="Bratislava")
    assert find_conflicts((one, other), world(("Vienna", "Bratislava", 480))) == ()
    assert [each.kind for each in find_conflicts((one, other), world(("Vienna", "Bratislava", 481)))] == [Kind.TRAVEL]


def test_night_session_leaves_the_day_for_a_meeting_in_another_city(occurrence: Build) -> None:
    gazetteer = world(("Vienna", "Bratislava", 300))
    meeting = occurrence("a/meeting", Days(date(2017, 9, 4), date(2017, 9, 5), ZONE))
    noon, night = (
        occurrence("b/b", time, city="Bratislava") for time in (clock("12:00", "13:00"), clock("22:00", "23:00"))
    )
    certainties = [find_conflicts((meeting, other), gazetteer)[0].certainty for other in (noon, night)]
    assert certainties == [Certainty.CERTAIN, Certainty.POSSIBLE]


def at(occurrence: Occurrence, coordinates: Coordinates) -> Occurrence:
    return replace(occurrence, session=replace(occurrence.session, place=Place(coordinates=coordinates)))


def test_journey_within_a_town_that_is_not_named_takes_no_time(occurrence: Build) -> None:
    named = occurrence("p/a", clock("10:00", "11:00"), city="Vienna")
    beside = at(occurrence("q/b", clock("11:00", "12:00"), city=None), Coordinates(48.2350, 16.4167))
    far = at(occurrence("q/c", clock("11:00", "12:00"), city=None), Coordinates(40.749, -73.968))
    assert find_conflicts((named, beside), WORLD) == ()
    assert [each.kind for each in find_conflicts((named, far), WORLD)] == [Kind.TRAVEL]


def test_session_in_a_town_that_nothing_is_known_of_separates_no_two_others(occurrence: Build) -> None:
    sessions = (
        occurrence("p/a", clock("10:00", "12:00"), city="New York"),
        occurrence("p/x", clock("12:00", "12:30"), city="Nowhere"),
        occurrence("p/b", clock("13:00", "14:00"), city="Vienna"),
    )
    found = [(each.first.id, each.second.id, each.certainty.value) for each in find_conflicts(sessions, WORLD)]
    assert found == [("p/a", "p/x", "possible"), ("p/a", "p/b", "certain"), ("p/x", "p/b", "possible")]
