from dataclasses import replace
from datetime import date, datetime

import pytest

from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence, order
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, DayWindow, Timed, When

VIENNA = "Europe/Vienna"
CENTRE = Place("Vienna", "Austria", "Vienna International Centre", zone=VIENNA)
HOTEL = Place("Vienna", "Austria", "Hotel", zone=VIENNA)
MORNING = Timed(datetime.fromisoformat("2017-09-04T10:15"), datetime.fromisoformat("2017-09-04T13:00"), VIENNA)
PROGRAMME = Programme("vienna-session", "Session", "vienna.yaml", place=CENTRE, room="Plenary Room", zone=VIENNA)
SESSION = Session("panel-1", "Panel 1", MORNING)


def occurrence(
    when: When = MORNING,
    session_id: str = "panel-1",
    room: str | None = None,
    place: Place | None = None,
) -> Occurrence:
    return Occurrence(PROGRAMME, Session(session_id, "Panel 1", when, room=room, place=place), when)


def test_id_is_the_address_of_the_session() -> None:
    assert occurrence().id == "vienna-session/panel-1"


def test_id_does_not_depend_on_the_time() -> None:
    assert occurrence(Days(date(2017, 9, 5), date(2017, 9, 6), VIENNA)).id == occurrence().id


def test_place_is_the_programmes_unless_the_session_has_its_own() -> None:
    assert (occurrence().place, occurrence(place=HOTEL).place) == (CENTRE, HOTEL)


@pytest.mark.parametrize(
    ("room", "place", "expected"),
    [
        (None, None, "Plenary Room"),
        ("Room M2", None, "Room M2"),
        (None, HOTEL, None),
        ("Ballroom", HOTEL, "Ballroom"),
    ],
)
def test_room_is_the_default_only_at_the_programmes_place(
    room: str | None, place: Place | None, expected: str | None
) -> None:
    assert occurrence(room=room, place=place).room == expected


def test_zone_is_that_of_its_time() -> None:
    assert occurrence().zone == VIENNA


def test_zone_of_days_that_belong_to_none_is_none() -> None:
    assert occurrence(Days(date(2017, 9, 5), date(2017, 9, 6), None)).zone is None


@pytest.mark.parametrize(
    ("session", "programme", "expected"),
    [
        (Status.CONFIRMED, Status.CONFIRMED, Status.CONFIRMED),
        (Status.CONFIRMED, Status.TENTATIVE, Status.TENTATIVE),
        (Status.CONFIRMED, Status.CANCELLED, Status.CANCELLED),
        (Status.TENTATIVE, Status.CONFIRMED, Status.TENTATIVE),
        (Status.TENTATIVE, Status.TENTATIVE, Status.TENTATIVE),
        (Status.TENTATIVE, Status.CANCELLED, Status.CANCELLED),
        (Status.CANCELLED, Status.CONFIRMED, Status.CANCELLED),
        (Status.CANCELLED, Status.TENTATIVE, Status.CANCELLED),
        (Status.CANCELLED, Status.CANCELLED, Status.CANCELLED),
    ],
)
def test_status_is_the_less_certain_of_session_and_programme(
    session: Status, programme: Status, expected: Status
) -> None:
    found = Occurrence(replace(PROGRAMME, status=programme), Session("a", "A", MORNING, status=session), MORNING)

    assert found.status is expected


@pytest.mark.parametrize(
    ("session", "programme", "expected"),
    [
        (replace(SESSION, status=Status.TENTATIVE), PROGRAMME, (True, True)),
        (replace(SESSION, status=Status.CANCELLED), PROGRAMME, (False, False)),
        (replace(SESSION, transparent=True), PROGRAMME, (False, False)),
        (SESSION, replace(PROGRAMME, status=Status.CANCELLED), (True, False)),
    ],
)
def test_takes_time_by_itself_and_in_its_programme(
    session: Session, programme: Programme, expected: tuple[bool, bool]
) -> None:
    assert (session.takes_time, Occurrence(programme, session, MORNING).takes_time) == expected


def test_bounds_are_those_of_its_time() -> None:
    start, end = (datetime.fromisoformat(each) for each in ("2017-09-04T08:15Z", "2017-09-04T11:00Z"))

    assert occurrence().bounds == Interval(start, end)


def test_order_is_start_then_later_end_then_id() -> None:
    long = occurrence(session_id="z")
    short = Timed(MORNING.start, datetime.fromisoformat("2017-09-04T12:00"), VIENNA)
    later = Timed(datetime.fromisoformat("2017-09-04T10:16"), None, VIENNA)
    month = DayWindow(date(2017, 9, 1), date(2017, 10, 1), VIENNA)
    expected = [
        occurrence(month, session_id="y"),
        long,
        occurrence(short, session_id="a"),
        occurrence(short, session_id="b"),
        occurrence(later, session_id="a"),
    ]

    shuffled = [expected[each] for each in (3, 1, 4, 0, 2)]

    assert sorted(shuffled, key=order) == expected


def test_order_compares_instants_and_not_clocks() -> None:
    first = Timed(datetime.fromisoformat("2017-09-04T10:15"), None, VIENNA)
    second = Timed(datetime.fromisoformat("2017-09-04T09:00"), None, "America/New_York")

    assert sorted([occurrence(second), occurrence(first)], key=order) == [occurrence(first), occurrence(second)]


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        (datetime.fromisoformat("2017-09-04T08:15:00Z"), "vienna-session/panel-1/20170904T081500Z"),
        (date(2017, 9, 4), "vienna-session/panel-1/20170904"),
    ],
)
def test_id_of_a_repeated_session_ends_with_its_original_start(original: date, expected: str) -> None:
    assert replace(occurrence(), original=original).id == expected
