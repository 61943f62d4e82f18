"""Timetables on a terminal: the grid of values is tested with the analysis, here it is drawn."""

from dataclasses import replace
from datetime import date, datetime
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from agendacli.analysis.timetable.sections import lay_out
from agendacli.model.dial import Dial
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session
from agendacli.model.when import DAY, Days, Hours, Timed, TimeWindow, When
from agendacli.render.terminal.console import draw
from agendacli.render.terminal.timetable import Layout, draw_ids, draw_timetable

cell_len = import_module("rich.cells").cell_len
WIDTHS = (60, 80, 120, 200)
TEN = datetime.fromisoformat("2017-09-27T10:00")


def drawn(
    occurrences: tuple[Occurrence, ...],
    width: int,
    layout: Layout = "auto",
    zone: str | None = None,
    second: str | None = None,
) -> str:
    return fits(draw(draw_timetable(lay_out(occurrences, zone, second), layout, width), width=width), width)


def fits(text: str, width: int) -> str:
    assert max(map(cell_len, text.splitlines())) <= width
    return text


def test_timetable_empty() -> None:
    assert drawn((), 80) == "nothing on these days\n"


@pytest.mark.parametrize("width", WIDTHS)
def test_timetable_parallel_sessions(
    high_level: tuple[Occurrence, ...], width: int, snapshot: SnapshotAssertion
) -> None:
    assert drawn(high_level, width) == snapshot


@pytest.mark.parametrize("width", [60, 80])
def test_timetable_parallel_sessions_as_list(
    high_level: tuple[Occurrence, ...], width: int, snapshot: SnapshotAssertion
) -> None:
    assert drawn(high_level, width, "list") == snapshot


@pytest.mark.parametrize("width", WIDTHS)
def test_timetable_odd_ones(odd: tuple[Occurrence, ...], width: int, snapshot: SnapshotAssertion) -> None:
    assert drawn(odd, width) == snapshot


def test_timetable_odd_ones_as_grid(odd: tuple[Occurrence, ...], snapshot: SnapshotAssertion) -> None:
    assert drawn(odd, 80, "grid") == snapshot


@pytest.mark.parametrize("width", [40, *WIDTHS])
def test_timetable_many_rooms(rooms: tuple[Occurrence, ...], width: int, snapshot: SnapshotAssertion) -> None:
    assert drawn(rooms, width) == snapshot


def test_timetable_several_programmes_and_zones_on_one_day(
    high_level: tuple[Occurrence, ...], rooms: tuple[Occurrence, ...], snapshot: SnapshotAssertion
) -> None:
    guest = Occurrence(rooms[0].programme, rooms[0].session, Timed(TEN, None, "America/New_York"))
    vienna = Occurrence(rooms[1].programme, rooms[1].session, Timed(TEN, None, "Europe/Vienna"))
    assert drawn((*high_level, guest, vienna), 80, "grid") == snapshot


def test_timetable_several_programmes_in_one_grid(
    high_level: tuple[Occurrence, ...], rooms: tuple[Occurrence, ...], snapshot: SnapshotAssertion
) -> None:
    guest = Occurrence(rooms[0].programme, rooms[0].session, Timed(TEN, None, "America/New_York"))
    assert drawn((*high_level, guest), 80) == snapshot


def test_timetable_in_another_zone(high_level: tuple[Occurrence, ...], snapshot: SnapshotAssertion) -> None:
    assert drawn(high_level, 80, "auto", "Europe/Vienna") == snapshot


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_timetable_in_two_zones(high_level: tuple[Occurrence, ...], width: int, snapshot: SnapshotAssertion) -> None:
    assert drawn(high_level, width, second="Asia/Tokyo") == snapshot


@pytest.mark.parametrize("width", [60, 80, 120])
def test_timetable_in_two_zones_as_list(odd: tuple[Occurrence, ...], width: int, snapshot: SnapshotAssertion) -> None:
    assert drawn(odd, width, "list", second="Pacific/Auckland") == snapshot


def test_timetable_beside_each_ones_own_zone(
    high_level: tuple[Occurrence, ...], rooms: tuple[Occurrence, ...], snapshot: SnapshotAssertion
) -> None:
    vienna = Occurrence(rooms[1].programme, rooms[1].session, Timed(TEN, None, "Europe/Vienna"))
    moved = Occurrence(vienna.programme, replace(vienna.session, when=vienna.when), vienna.when)
    assert drawn((*high_level[:2], moved), 80, "grid", "UTC", "event") == snapshot


def test_timetable_of_several_zones_beside_one(
    high_level: tuple[Occurrence, ...], rooms: tuple[Occurrence, ...], snapshot: SnapshotAssertion
) -> None:
    vienna = Occurrence(rooms[1].programme, rooms[1].session, Timed(TEN, None, "Europe/Vienna"))
    assert drawn((*high_level[:2], vienna), 80, "grid", None, "America/New_York") == snapshot


def test_timetable_on_the_night_the_clocks_change(snapshot: SnapshotAssertion) -> None:
    programme = Programme("p", "Night", "p.yaml", place=Place("Vienna"))
    night = Timed(
        datetime.fromisoformat("2017-10-29T01:00"), datetime.fromisoformat("2017-10-29T04:00"), "Europe/Vienna"
    )
    assert drawn((Occurrence(programme, Session("watch", "Night watch", night), night),), 80, "grid") == snapshot


@pytest.mark.parametrize("width", [60, 80])
def test_timetable_with_addresses(high_level: tuple[Occurrence, ...], width: int, snapshot: SnapshotAssertion) -> None:
    assert draw(draw_ids(lay_out(high_level), width), width=width) == snapshot


def test_timetable_in_colour(high_level: tuple[Occurrence, ...], snapshot: SnapshotAssertion) -> None:
    assert draw(draw_timetable(lay_out(high_level), "auto", 80), width=80, colour=True) == snapshot


def test_timetable_in_ascii(odd: tuple[Occurrence, ...], snapshot: SnapshotAssertion) -> None:
    assert draw(draw_timetable(lay_out(odd), "grid", 80), width=80, encoding="ascii") == snapshot


words = st.text(st.characters(exclude_categories=[]), max_size=60) | st.sampled_from(
    ["漢字 " * 9, "x" * 90, "e\u0301" * 50]
)
hours = st.integers(0, 22)


@st.composite
def occurrences(draw_: st.DrawFn) -> tuple[Occurrence, ...]:
    place = Place(draw_(words | st.none()), zone="Europe/Vienna")
    programme = Programme("p", draw_(words), "p.yaml", short_title=draw_(words | st.none()), place=place)
    return tuple(_occurrence(draw_, programme, n) for n in range(draw_(st.integers(1, 5))))


def _occurrence(draw_: st.DrawFn, programme: Programme, n: int) -> Occurrence:
    people = tuple(Participant(draw_(words), draw_(words)) for _ in range(draw_(st.integers(0, 2))))
    when = _when(draw_)
    room = draw_(st.sampled_from(["A", "B", "漢字の部屋" * 5, None]))
    return Occurrence(programme, Session(f"s{n}", draw_(words), when, room=room, participants=people), when)


def _when(draw_: st.DrawFn) -> When:
    start = draw_(hours)
    end = draw_(st.integers(start + 1, 23))
    from_, to = (_at(start), _at(end))
    kind = draw_(st.sampled_from(["timed", "open", "window"]))
    if kind == "window":
        return TimeWindow(from_, to, "Europe/Vienna")
    return Timed(from_, to if kind == "timed" else None, "Europe/Vienna")


def _at(hour: int) -> datetime:
    return datetime.fromisoformat(f"2017-09-04T{hour:02}:00")


def in_cities(*sessions: tuple[str, str, str | None]) -> tuple[Occurrence, ...]:
    """Sessions at once, given by title, city and room."""
    when = Timed(TEN, TEN.replace(hour=11), "Europe/Vienna")
    programme = Programme("p", "Congress", "p.yaml", place=Place("Vienna"))
    made = (Session(title, title, when, room=room, place=Place(city)) for title, city, room in sessions)
    return tuple(Occurrence(programme, each, when) for each in made)


def test_boxes_name_the_cities_of_sessions_without_a_room() -> None:
    found = in_cities(("Talk", "Vienna", None), ("Other talk", "Graz", None))
    assert drawn(found, 60).splitlines() == [
        "Congress                                   27 September 2017",
        "times of Europe/Vienna (UTC+2)",
        "",
        "WEDNESDAY 27 SEPTEMBER",
        "─" * 60,
        "10:00 ┌──────────────────────────┬─────────────────────────┐",
        "      │ Other talk               │ Talk                    │",
        "      │ Graz                     │ Vienna                  │",
        "11:00 └──────────────────────────┴─────────────────────────┘",
    ]


def test_boxes_name_the_city_of_a_room_beside_one_without() -> None:
    found = in_cities(("Talk", "Vienna", "M1"), ("Other talk", "Graz", None))
    assert drawn(found, 60).splitlines()[5:] == [
        "       M1 (Vienna)                —",
        "10:00 ┌──────────────────────────┬─────────────────────────┐",
        "      │ Talk                     │ Other talk              │",
        "      │                          │ Graz                    │",
        "11:00 └──────────────────────────┴─────────────────────────┘",
    ]


def test_heading_keeps_the_zone_beside_days_of_another_one() -> None:
    fair = Days(TEN.date(), TEN.date() + DAY, "Europe/Lisbon")
    lisbon = Programme("q", "Lisbon", "q.yaml", place=Place("Lisbon"))
    found = (*in_cities(("Talk", "Vienna", "M1")), Occurrence(lisbon, Session("fair", "Fair", fair), fair))
    assert drawn(found, 60).splitlines()[0] == "WEDNESDAY 27 SEPTEMBER 2017 · Europe/Vienna (UTC+2)"


@settings(deadline=None, max_examples=60)
@given(
    occurrences(),
    st.integers(20, 130),
    st.sampled_from(["auto", "list", "grid"]),
    st.sampled_from([None, "Asia/Kolkata"]),
    st.sampled_from(Dial),
)
def test_timetable_no_line_is_wider_than_the_terminal(
    found: tuple[Occurrence, ...], width: int, layout: Layout, second: str | None, dial: Dial
) -> None:
    fits(draw(draw_timetable(lay_out(found, None, second), layout, width, dial), width=width), width)


@pytest.mark.parametrize("layout", ["list", "grid"])
@given(st.text("ab -漢e", min_size=1, max_size=90), st.integers(20, 90))
@settings(deadline=None, max_examples=40)
def test_timetable_cuts_no_title(layout: Layout, title: str, width: int) -> None:
    when = Timed(TEN, None, "Europe/Vienna")
    programme = Programme("p", "Q", "p.yaml")
    text = drawn((Occurrence(programme, Session("s", title, when), when),), width, layout)
    body = text.partition("10:00")[2]
    assert [body.count(each) for each in "b漢"] == [title.count(each) for each in "b漢"]


@pytest.mark.parametrize(
    ("kind", "hours", "words"),
    [
        ("session", Hours.ALL, "all day"),
        ("deadline", Hours.ALL, "all day"),
        ("deadline", Hours.UNKNOWN, "deadline"),
        ("session", Hours.UNKNOWN, "hours unknown"),
    ],
)
def test_timetable_tells_the_hours_of_a_day_that_takes_nobodys_time(kind: str, hours: Hours, words: str) -> None:
    when = Days(date(2026, 3, 10), date(2026, 3, 11), None, hours)
    fair = Session("fair", "Fair", when, kind, transparent=True)
    text = drawn((Occurrence(Programme("p", "P", "p.ics", sessions=(fair,)), fair, when),), 80)
    assert " ".join(text.splitlines()[-1].split()) == f"{words} Fair"
