"""Each kind of conflict, what lowers it, and the near misses of which nothing is said."""

import tracemalloc
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise

import pytest

from agendacli.analysis.conflicts import Certainty, Conflict, Kind, Rules, each_conflict, find_conflicts
from agendacli.analysis.conflicts.times.days import DayRuns
from agendacli.analysis.conflicts.wording import sentence
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import City, Coordinates, Gazetteer
from agendacli.model.programme import Status
from agendacli.model.when import Days, DayWindow, Timed, TimeWindow, When

Build = Callable[..., Occurrence]
VIENNA, NEW_YORK, VALLARTA = "Europe/Vienna", "America/New_York", "America/Mexico_City"
WORLD = Gazetteer(
    cities=(
        City("vienna", "Vienna", coordinates=Coordinates(48.2345, 16.4166)),
        City("new-york", "New York", coordinates=Coordinates(40.749, -73.968)),
        City("puerto-vallarta", "Puerto Vallarta", coordinates=Coordinates(20.653, -105.225)),
        City("auckland", "Auckland", coordinates=Coordinates(-36.85, 174.76)),
        City("honolulu", "Honolulu", coordinates=Coordinates(21.31, -157.86)),
    )
)
EZEILO = Person("ezeilo", "Joy Ngozi Ezeilo", aliases=("Joy Ezeilo",))
SEPTEMBER_4 = DayRuns.of((date(2017, 9, 4),))
CHAIR = Participant("chair", "Ms. Joy Ngozi Ezeilo", EZEILO)
PANELLIST = Participant("panellist", "Ms. Joy Ezeilo", EZEILO)


def timed(start: str, end: str | None = None, zone: str = VIENNA) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None, zone)


def days(start: str, end: str, zone: str | None = VIENNA) -> Days:
    return Days(date.fromisoformat(start), date.fromisoformat(end), zone)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def told(*occurrences: Occurrence, rules: Rules | None = None) -> list[str]:
    found = find_conflicts(occurrences, WORLD, rules or Rules())
    return [f"{each.kind} {each.certainty}" for each in found]


def only(found: tuple[Conflict, ...]) -> Conflict:
    [conflict] = found
    return conflict


def test_overlap_has_the_shared_time(occurrence: Build) -> None:
    plenary = occurrence("meeting/plenary", timed("2017-09-27T15:00", "2017-09-27T18:00", NEW_YORK))
    panel = occurrence("meeting/panel-1", timed("2017-09-27T15:00", "2017-09-27T16:30", NEW_YORK))
    assert only(find_conflicts((panel, plenary))) == Conflict(
        Kind.OVERLAP,
        Certainty.CERTAIN,
        plenary,
        panel,
        utc("2017-09-27T19:00"),
        utc("2017-09-27T20:30"),
        90,
        journey=timedelta(),
    )


def test_room_conflict_names_the_room_and_is_no_overlap(occurrence: Build) -> None:
    one = occurrence("a/one", timed("2017-09-04T10:00", "2017-09-04T11:00"), room="Room M2")
    other = occurrence("b/other", timed("2017-09-04T10:30", "2017-09-04T12:00"), room="room  m2")
    found = only(find_conflicts((one, other)))
    assert (found.kind, found.certainty, found.subject, found.minutes) == (Kind.ROOM, Certainty.CERTAIN, "Room M2", 30)


@pytest.mark.parametrize(
    ("venues", "kind"),
    [
        (("Centre", "Centre"), Kind.ROOM),
        (("Centre", None), Kind.ROOM),
        (("Centre", "Palace"), Kind.OVERLAP),
    ],
)
def test_room_is_one_room_in_one_venue_or_an_unknown_one(
    occurrence: Build, venues: tuple[str, str | None], kind: Kind
) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    pair = [occurrence(f"{n}/s", time, venue=venue, room="M2") for n, venue in enumerate(venues)]
    assert only(find_conflicts(pair)).kind is kind


def test_rooms_of_one_name_in_two_cities_are_two(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    pair = [occurrence(f"{city}/s", time, city=city, room="M2") for city in ("Vienna", "New York")]
    assert told(*pair) == ["overlap certain"]


def test_rooms_without_a_city_are_one_within_a_programme_only(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    one, other, elsewhere = (occurrence(name, time, city=None, room="M2") for name in ("a/1", "a/2", "b/3"))
    assert told(one, other) == ["room certain"]
    assert told(one, elsewhere) == ["overlap certain"]


def test_rooms_whose_hours_cannot_meet_are_no_conflict(occurrence: Build) -> None:
    days_there = occurrence("a/one", days("2017-09-04", "2017-09-05", None), room="M2")
    day_after = occurrence("b/other", days("2017-09-05", "2017-09-06", None), room="M2")
    assert told(days_there, day_after) == []


def test_person_in_two_places_has_both_roles(occurrence: Build) -> None:
    one = occurrence("a/one", timed("2017-09-04T10:00", "2017-09-04T11:00"), people=(CHAIR,))
    other = occurrence("b/other", timed("2017-09-04T10:30", "2017-09-04T12:00"), people=(PANELLIST,))
    person, overlap = find_conflicts((one, other))
    assert (person.kind, person.subject, person.person_id) == (Kind.PERSON, "Joy Ngozi Ezeilo", "ezeilo")
    assert overlap.kind is Kind.OVERLAP
    assert sentence(person) == (
        "Joy Ngozi Ezeilo is chair of “One” and panellist of “Other”, "
        "which overlap by 30 min on Mon 4 September 2017, 10:30–11:00"
    )


def test_person_by_two_spellings_without_alias_is_two_persons(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    other_spelling = Participant("panellist", "Ms. Joy Ezeilo", Person("joy-ezeilo", "Joy Ezeilo"))
    one = occurrence("a/one", time, people=(CHAIR,))
    other = occurrence("b/other", time, people=(other_spelling,))
    assert told(one, other) == ["overlap certain"]


def test_person_with_two_seats_in_one_session_is_in_one_place(occurrence: Build) -> None:
    one = occurrence("a/one", timed("2017-09-04T10:00", "2017-09-04T11:00"), people=(CHAIR, PANELLIST))
    assert told(one) == []


def test_seats_without_a_name_are_nobody(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    nobody = Participant("moderator", "the moderators")
    assert told(*(occurrence(name, time, people=(nobody,)) for name in ("a/1", "b/2"))) == ["overlap certain"]


def test_participant_to_be_confirmed_lowers_only_that_persons_conflict(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    unsure = Participant("moderator", "Ms. Ezeilo (tbc)", EZEILO, confirmed=False)
    one, other = occurrence("a/one", time, people=(unsure,)), occurrence("b/other", time, people=(CHAIR,))
    person, overlap = find_conflicts((one, other))
    assert person.depends_on == ("a/one: Joy Ngozi Ezeilo is to be confirmed",)
    assert (person.certainty, overlap.certainty) == (Certainty.POSSIBLE, Certainty.CERTAIN)


def test_participant_with_one_confirmed_seat_is_confirmed(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    unsure = Participant("moderator", "Ms. Ezeilo (tbc)", EZEILO, confirmed=False)
    one, other = occurrence("a/one", time, people=(unsure, PANELLIST)), occurrence("b/other", time, people=(CHAIR,))
    assert told(one, other) == ["person certain", "overlap certain"]


def test_tentative_session_lowers_and_says_so(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    one, other = occurrence("a/one", time, status=Status.TENTATIVE), occurrence("b/other", time)
    found = only(find_conflicts((one, other)))
    assert (found.certainty, found.depends_on) == (Certainty.POSSIBLE, ("a/one: it is tentative",))
    assert found.minutes == 60


def test_provisional_programme_lowers_nothing(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    assert told(*(occurrence(name, time, stage="provisional") for name in ("a/1", "b/2"))) == ["overlap certain"]


def test_window_gives_overlap_on_its_days_and_travel_beside_them(occurrence: Build) -> None:
    december = DayWindow(date(2017, 12, 1), date(2018, 1, 1), NEW_YORK)
    council = occurrence("security-council/meeting", december, city="New York", status=Status.TENTATIVE)
    stocktaking = occurrence(
        "stocktaking-meeting/meeting", days("2017-12-04", "2017-12-07", VALLARTA), city="Puerto Vallarta"
    )
    unknown = (
        "security-council/meeting: the day is not known (some day in December 2017)",
        "stocktaking-meeting/meeting: the hours are not known",
        "security-council/meeting: it is tentative",
    )
    estimate = "the way between New York and Puerto Vallarta is an estimate: at least 6 h 7 min, usually 9 h 37 min"
    common = (Certainty.POSSIBLE, council, stocktaking)
    day = [date(2017, 12, number) for number in range(3, 8)]
    assert find_conflicts((stocktaking, council), WORLD) == (
        Conflict(
            Kind.TRAVEL,
            *common,
            utc("2017-12-03T05:00"),
            utc("2017-12-08T05:00"),
            days=DayRuns.of((day[0], day[4])),
            free=29,
            candidates=31,
            clear=26,
            journey=timedelta(hours=9, minutes=37),
            depends_on=(*unknown[:2], estimate, unknown[2]),
        ),
        Conflict(
            Kind.OVERLAP,
            *common,
            utc("2017-12-04T05:00"),
            utc("2017-12-07T05:00"),
            days=DayRuns.of(day[1:4]),
            free=28,
            candidates=31,
            clear=26,
            journey=timedelta(hours=9, minutes=37),
            depends_on=unknown,
        ),
    )


def test_window_against_its_own_programme_is_checked_like_any(occurrence: Build) -> None:
    window = occurrence("a/some-day", DayWindow(date(2017, 9, 4), date(2017, 9, 6), VIENNA))
    panel = occurrence("a/panel", timed("2017-09-04T10:00", "2017-09-04T13:00"))
    found = only(find_conflicts((window, panel)))
    assert (found.days, found.free, found.candidates) == (SEPTEMBER_4, 1, 2)


def test_window_of_one_day_is_that_day(occurrence: Build) -> None:
    window = occurrence("a/some-day", DayWindow(date(2017, 9, 4), date(2017, 9, 5), VIENNA))
    panel = occurrence("a/panel", timed("2017-09-04T10:00", "2017-09-04T13:00"))
    found = only(find_conflicts((window, panel)))
    assert (found.days, found.free, found.candidates) == (SEPTEMBER_4, None, None)


def test_window_that_is_too_short_for_its_days_has_no_placement(occurrence: Build) -> None:
    window = occurrence("a/some-days", DayWindow(date(2017, 9, 4), date(2017, 9, 5), VIENNA, days=2))
    assert told(window, occurrence("a/panel", timed("2017-09-04T10:00", "2017-09-04T13:00"))) == []


def test_certain_conflict_of_days_depends_on_nothing(occurrence: Build) -> None:
    one = occurrence("a/one", days("2017-12-04", "2017-12-05", NEW_YORK), city="New York")
    other = occurrence("b/other", days("2017-12-04", "2017-12-07", VALLARTA), city="Puerto Vallarta")
    found = only(find_conflicts((one, other), WORLD))
    assert (found.kind, found.certainty, found.depends_on) == (Kind.OVERLAP, Certainty.CERTAIN, ())
    assert found.days == DayRuns.of((date(2017, 12, 4),))


def test_cities_whose_distance_is_not_known_count_as_one(occurrence: Build) -> None:
    one = occurrence("a/one", days("2017-12-04", "2017-12-05"), city="Here")
    other = occurrence("b/other", days("2017-12-04", "2017-12-05"), city="There")
    assert told(one, other) == ["overlap possible"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            timed("2017-09-04T10:00", "2017-09-04T10:15"), timed("2017-09-04T10:15", "2017-09-04T13:00"), id="touching"
        ),
        pytest.param(
            timed("2017-09-28T15:00", "2017-09-28T18:00"), timed("2017-09-28T18:00"), id="unknown end after the end"
        ),
        pytest.param(
            TimeWindow(datetime.fromisoformat("2017-09-05T00:00"), datetime.fromisoformat("2017-09-05T10:00"), VIENNA),
            timed("2017-09-05T10:00", "2017-09-05T13:00"),
            id="before 10:00 and from 10:00",
        ),
        pytest.param(days("2017-09-06", "2017-09-09"), days("2017-09-09", "2017-09-10"), id="day after day"),
        pytest.param(
            days("2017-09-06", "2017-09-07"), timed("2017-09-05T15:00", "2017-09-05T17:50"), id="the evening before"
        ),
        pytest.param(timed("2017-09-28T18:00"), timed("2017-09-29T00:00", "2017-09-29T01:00"), id="next midnight"),
        pytest.param(
            timed("2017-09-04T10:00", "2017-09-04T10:00"), timed("2017-09-04T09:00", "2017-09-04T12:00"), id="moment"
        ),
    ],
)
def test_near_miss_in_one_room_says_nothing(occurrence: Build, one: When, other: When) -> None:
    pair = (occurrence("a/one", one, room="M2", people=(CHAIR,)), occurrence("b/b", other, room="M2", people=(CHAIR,)))
    assert told(*pair) == []


def test_lunch_with_a_side_event_in_it_is_no_conflict_unless_asked(occurrence: Build) -> None:
    lunch = occurrence("a/lunch", timed("2017-09-05T13:00", "2017-09-05T15:00"), transparent=True)
    side_event = occurrence("a/side-event", timed("2017-09-05T13:15", "2017-09-05T14:45"))
    assert told(lunch, side_event) == []
    assert told(lunch, side_event, rules=Rules(include_transparent=True)) == ["overlap certain"]


def test_cancelled_session_is_never_in_the_way(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    pair = occurrence("a/one", time, status=Status.CANCELLED), occurrence("b/other", time)
    assert told(*pair, rules=Rules(include_transparent=True)) == []


def test_panellist_then_summary_in_one_place_is_no_conflict(occurrence: Build) -> None:
    panel = occurrence("a/panel-3", timed("2017-09-05T10:00", "2017-09-05T13:00"), people=(PANELLIST,))
    summary = occurrence("a/summary", timed("2017-09-05T15:00", "2017-09-05T17:50"), people=(PANELLIST,))
    assert told(panel, summary) == []


def test_one_session_in_two_files_is_one_session(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    here, there = occurrence("a/one", time, room="M2"), occurrence("a/one", time, room="M2", city="Wien")
    assert told(here, there) == []


def test_one_session_in_two_files_conflicts_once_with_another(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    twice = (occurrence("a/one", time), occurrence("a/one", time))
    assert told(*twice, occurrence("b/other", time)) == ["overlap certain"]


def test_midnight_in_new_york_is_no_shared_day_with_puerto_vallarta(occurrence: Build) -> None:
    vallarta = occurrence("a/a", days("2017-12-06", "2017-12-07", VALLARTA), city="Puerto Vallarta")
    new_york = occurrence("b/b", days("2017-12-07", "2017-12-08", NEW_YORK), city="New York")
    assert told(vallarta, new_york) == ["travel possible"]


def test_a_free_day_between_two_cities_is_no_conflict(occurrence: Build) -> None:
    new_york = occurrence("b/b", days("2017-12-02", "2017-12-03", NEW_YORK), city="New York")
    vallarta = occurrence("a/a", days("2017-12-04", "2017-12-07", VALLARTA), city="Puerto Vallarta")
    assert told(new_york, vallarta) == []


def test_neighbouring_days_without_places_are_no_conflict(occurrence: Build) -> None:
    vallarta = occurrence("a/a", days("2017-12-06", "2017-12-07", VALLARTA), city=None)
    new_york = occurrence("b/b", days("2017-12-07", "2017-12-08", NEW_YORK), city=None)
    assert told(vallarta, new_york) == []


def test_days_are_one_day_across_the_date_line_by_the_clock(occurrence: Build) -> None:
    honolulu = occurrence("a/a", days("2017-12-04", "2017-12-05", "Pacific/Honolulu"), city="Honolulu")
    same_clock = occurrence("b/b", days("2017-12-05", "2017-12-06", "Pacific/Auckland"), city="Auckland")
    same_name = occurrence("b/b", days("2017-12-04", "2017-12-05", "Pacific/Auckland"), city="Auckland")
    assert told(honolulu, same_clock) == ["overlap certain"]
    assert told(honolulu, same_name) == ["travel possible"]


def test_sessions_across_the_date_line_overlap_by_the_clock(occurrence: Build) -> None:
    honolulu = occurrence("a/a", timed("2017-12-04T10:00", "2017-12-04T12:00", "Pacific/Honolulu"), city="Honolulu")
    auckland = occurrence("b/b", timed("2017-12-05T10:30", "2017-12-05T11:30", "Pacific/Auckland"), city="Auckland")
    assert only(find_conflicts((honolulu, auckland), WORLD)).minutes == 30


def test_days_half_a_day_apart_are_one_if_they_have_one_name(occurrence: Build) -> None:
    utc_day = occurrence("a/a", days("2017-12-04", "2017-12-05", "UTC"), city=None)
    same, next_one = (
        occurrence("b/b", days(f"2017-12-0{n}", f"2017-12-0{n + 1}", "Etc/GMT-12"), city=None) for n in (4, 5)
    )
    assert told(utc_day, same) == ["overlap possible"]
    assert told(utc_day, next_one) == []


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", VIENNA])
def test_day_without_a_zone_is_read_in_the_others_zone(occurrence: Build, zone: str) -> None:
    floating = occurrence("a/all", days("2017-12-04", "2017-12-05", None), city=None)
    evening = occurrence("b/b", timed("2017-12-04T23:00", "2017-12-04T23:30", zone), city=None)
    morning = occurrence("b/b", timed("2017-12-05T00:00", "2017-12-05T00:30", zone), city=None)
    assert told(floating, evening) == ["overlap possible"]
    assert told(evening, floating) == ["overlap possible"]
    assert told(floating, morning) == []


def test_session_across_midnight_meets_the_day_after(occurrence: Build) -> None:
    night = occurrence("a/night", timed("2017-12-04T22:00", "2017-12-05T01:00"))
    day = occurrence("b/day", days("2017-12-05", "2017-12-06"))
    found = only(find_conflicts((night, day)))
    assert (found.start, found.end) == (utc("2017-12-04T23:00"), utc("2017-12-05T00:00"))


def test_clocks_going_back_leave_no_false_overlap(occurrence: Build) -> None:
    early = Timed(datetime.fromisoformat("2017-10-29T02:00"), datetime.fromisoformat("2017-10-29T02:45"), VIENNA)
    again = Timed(early.start.replace(fold=1), datetime.fromisoformat("2017-10-29T03:00"), VIENNA)
    assert told(occurrence("a/first", early), occurrence("a/second", again)) == []


def test_clocks_going_forward_overlap_by_what_is_left(occurrence: Build) -> None:
    one = occurrence("a/one", timed("2017-03-26T01:30", "2017-03-26T03:30"))
    other = occurrence("b/other", timed("2017-03-26T01:45", "2017-03-26T04:00"))
    assert only(find_conflicts((one, other))).minutes == 45


def test_rules_restrict_kinds(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    pair = [occurrence(name, time, people=(CHAIR,)) for name in ("a/1", "b/2")]
    kept = {kind: told(*pair, rules=Rules(kinds=frozenset({kind}))) for kind in Kind}
    assert kept == {
        Kind.ROOM: [],
        Kind.PERSON: ["person certain"],
        Kind.TRAVEL: [],
        Kind.OVERLAP: ["overlap certain"],
        Kind.TURNOVER: [],
        Kind.REST: [],
        Kind.CATEGORY: [],
        Kind.ABSENCE: [],
    }


def test_attending_restricts_overlap_but_not_room_or_person(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    mine, other, third = occurrence("a/1", time), occurrence("b/2", time), occurrence("c/3", time)
    in_room = [occurrence(name, time, room="M2", people=(CHAIR,)) for name in ("d/4", "e/5")]
    rules = Rules(attending=frozenset({"a/1", "c/3"}))
    found = find_conflicts((mine, other, third, *in_room), WORLD, rules)
    assert [(each.kind, each.first.id, each.second.id) for each in found] == [
        (Kind.OVERLAP, "a/1", "c/3"),
        (Kind.ROOM, "d/4", "e/5"),
        (Kind.PERSON, "d/4", "e/5"),
    ]


def test_conflicts_come_in_order_whatever_the_order_of_the_sessions(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    longer = timed("2017-09-04T10:00", "2017-09-04T12:00")
    sessions = [occurrence("b/1", time), occurrence("a/2", time), occurrence("z/0", longer)]
    found = find_conflicts(sessions)
    assert [(each.first.id, each.second.id) for each in found] == [("z/0", "a/2"), ("z/0", "b/1"), ("a/2", "b/1")]
    assert all(find_conflicts(order) == found for order in (sessions[::-1], sessions[1:] + sessions[:1]))


def test_whole_conference_in_one_room_has_no_conflict(occurrence: Build) -> None:
    clock = ["10:00", "10:15", "13:00", "15:00", "17:50", "18:00"]
    spans = pairwise(f"2017-09-05T{each}" for each in clock)
    sessions = [occurrence(f"a/{start}", timed(start, end), room="Plenary Room") for start, end in spans]
    assert find_conflicts(sessions, WORLD, Rules(buffer=timedelta(minutes=15))) == ()


def test_thousands_at_one_time_are_told_one_by_one(occurrence: Build) -> None:
    time = timed("2017-09-04T10:00", "2017-09-04T11:00")
    sessions = [occurrence(f"fair/{number:04}", time, room="Hall") for number in range(1_000)]
    tracemalloc.start()
    told_first = list(islice(each_conflict(sessions), 5_000))[-1]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (told_first.first.id, told_first.second.id) == ("fair/0005", "fair/0020")
    assert peak < 20_000_000
