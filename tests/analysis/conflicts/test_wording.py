"""What a conflict says, word for word."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from agendacli.analysis.conflicts import find_conflicts
from agendacli.analysis.conflicts.times.days import DayRuns
from agendacli.analysis.conflicts.wording import days_in_words, sentence, time_unknowns
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import City, Coordinates, Gazetteer
from agendacli.model.programme import Status
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When

Build = Callable[..., Occurrence]
VIENNA = "Europe/Vienna"
WORLD = Gazetteer(
    cities=(
        City("vienna", "Vienna", coordinates=Coordinates(48.2345, 16.4166)),
        City("new-york", "New York", coordinates=Coordinates(40.749, -73.968)),
    )
)


def timed(start: str, end: str | None, day: int = 4, zone: str = VIENNA) -> Timed:
    first, last = (each and datetime.fromisoformat(f"2017-09-{day:02}T{each}") for each in (start, end))
    assert first
    return Timed(first, last or None, zone)


def on(day: int) -> date:
    return date(2017, 9, day)


def messages(*occurrences: Occurrence) -> list[str]:
    return [sentence(each) for each in find_conflicts(occurrences, WORLD)]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (timed("12:00", "14:00"), "overlap by 1 h on Mon 4 September 2017, 12:00–13:00"),
        (timed("12:00", None), "overlap on Mon 4 September 2017, 12:00–13:00"),
        (timed("09:30", None), "may overlap on Mon 4 September 2017, 10:00–13:00"),
        (
            timed("06:00", "07:00", zone="America/New_York"),
            "overlap by 1 h on Mon 4 September 2017, 12:00–13:00 (Europe/Vienna)",
        ),
        (Days(on(4), on(6), VIENNA), "may overlap on Mon 4 September 2017"),
        (Days(on(4), on(6), VIENNA, Hours.ALL), "overlap by 3 h on Mon 4 September 2017, 10:00–13:00"),
        (
            DayWindow(on(1), on(6), VIENNA),
            "may overlap on 1 of 5 possible days (Mon 4 September 2017); 4 stay free",
        ),
        (
            DayWindow(on(3), on(5), VIENNA),
            "may overlap on 1 of 2 possible days (Mon 4 September 2017); 1 stays free",
        ),
        (
            DayWindow(on(3), on(6), VIENNA, days=2),
            "may overlap on 2 of 2 possible days (Sun 3 – Mon 4 September 2017); none stay free",
        ),
    ],
)
def test_overlap_with_a_panel_says_when(occurrence: Build, when: When, expected: str) -> None:
    panel, other = occurrence("a/panel", timed("10:00", "13:00")), occurrence("b/other", when)
    [found] = find_conflicts((panel, other))
    titles = {panel.id: "“Panel”", other.id: "“Other”"}
    assert sentence(found) == f"{titles[found.first.id]} and {titles[found.second.id]} {expected}"


def test_two_windows_count_pairs_of_days(occurrence: Build) -> None:
    window = DayWindow(on(1), on(4), VIENNA)
    assert messages(occurrence("a/one", window), occurrence("b/other", window)) == [
        "“One” and “Other” may overlap in 3 of 9 possible pairs of days; 6 stay free"
    ]


def test_titles_that_are_equal_get_their_ids(occurrence: Build) -> None:
    time = timed("10:00", "13:00")
    assert messages(occurrence("a/panel", time), occurrence("b/panel", time)) == [
        "“Panel” (a/panel) and “Panel” (b/panel) overlap by 3 h on Mon 4 September 2017, 10:00–13:00"
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("panel 1: " + "words " * 20, "Panel 1"),
        ("words " * 20, "Words words words words words words words words words …"),
        ("panel 1: smuggling", "Panel 1: smuggling"),
    ],
)
def test_long_title_is_shortened(occurrence: Build, title: str, expected: str) -> None:
    time = timed("10:00", "13:00")
    assert messages(occurrence(f"a/{title}", time), occurrence("b/z", time)) == [
        f"“{expected}” and “Z” overlap by 3 h on Mon 4 September 2017, 10:00–13:00"
    ]


def test_room_conflict_names_the_room(occurrence: Build) -> None:
    time = timed("10:00", "13:00")
    pair = occurrence("a/one", time, room="Room M2"), occurrence("b/other", time, room="Room M2")
    assert messages(*pair) == [
        "“One” and “Other” are both in Room M2 and overlap by 3 h on Mon 4 September 2017, 10:00–13:00"
    ]


def test_person_conflict_names_every_role_once(occurrence: Build) -> None:
    time, person = timed("10:00", "13:00"), Person("doe", "Jane Doe")
    chair, speaker, unsure = (
        Participant(role, "Ms. Doe", person, confirmed=role != "expert") for role in ("chair", "speaker", "expert")
    )
    one = occurrence("a/one", time, people=(chair, speaker, speaker))
    other = occurrence("b/other", time, people=(unsure,))
    assert messages(one, other)[0] == (
        "Jane Doe is chair and speaker of “One” and expert of “Other”, "
        "which may overlap by 3 h on Mon 4 September 2017, 10:00–13:00"
    )


def test_tentative_travel_may_be_too_short(occurrence: Build) -> None:
    panel = occurrence("a/panel", timed("10:00", "13:00"), status=Status.TENTATIVE)
    plenary = occurrence("b/plenary", timed("14:00", "15:00"), city="New York")
    assert messages(panel, plenary) == [
        "between “Panel” in Vienna and “Plenary” in New York, there may be only 1 h for a journey of about 13 h 29 min"
    ]


def test_travel_between_days_names_the_day(occurrence: Build) -> None:
    panel = occurrence("a/panel", Days(on(4), on(5), VIENNA))
    plenary = occurrence("b/plenary", Days(on(5), on(6), "America/New_York"), city="New York")
    assert messages(panel, plenary) == [
        (
            "between “Panel” in Vienna and “Plenary” in New York, "
            "there may be too little time for a journey of about 13 h 29 min on Mon 4 September 2017"
        )
    ]


def test_travel_after_an_unknown_end_is_too_short_even_so(occurrence: Build) -> None:
    panel = occurrence("a/panel", timed("18:00", None))
    plenary = occurrence("b/plenary", timed("01:00", "02:00", day=5), city="New York")
    assert messages(panel, plenary) == [
        (
            "between “Panel” in Vienna and “Plenary” in New York, "
            "there is too little time for a journey of about 13 h 29 min"
        )
    ]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (timed("10:00", "13:00"), ()),
        (timed("10:00", None), ("a/x: the end is not stated",)),
        (
            TimeWindow(datetime.fromisoformat("2017-09-05T00:00"), datetime.fromisoformat("2017-09-05T10:00"), VIENNA),
            ("a/x: the time is not known (before 10:00)",),
        ),
        (Days(on(4), on(5), VIENNA), ("a/x: the hours are not known",)),
        (Days(on(4), on(5), VIENNA, Hours.ALL), ()),
        (DayWindow(on(1), date(2017, 10, 1), None), ("a/x: the day is not known (some day in September 2017)",)),
    ],
)
def test_what_is_not_known_of_a_time(occurrence: Build, when: When, expected: tuple[str, ...]) -> None:
    assert time_unknowns(occurrence("a/x", when)) == expected


def test_days_are_told_as_runs() -> None:
    days = [on(1), on(3), on(4), on(5), on(8)]
    expected = "Fri 1 September 2017, Sun 3 – Tue 5 September 2017 and Fri 8 September 2017"
    assert days_in_words(DayRuns.of(days)) == expected
