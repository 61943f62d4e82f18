"""Rooms across, time down."""

from array import array
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.timetable.bands import bands
from agendacli.analysis.timetable.grid import Column, Grid, grid_of
from agendacli.analysis.timetable.sections import Day, lay_out
from agendacli.model.large.lazy import LazySessions
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session
from agendacli.model.span import Span
from agendacli.model.when import Days, Timed, TimeWindow, When

PROGRAMME = Programme("p", "Programme", "p.yaml", place=Place("New York"))
DAY = date(2017, 9, 27)
ZONE = "America/New_York"


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2017-09-27T{text}")


def session(id_: str, start: str, end: str | None, room: str | None = "Hall") -> Occurrence:
    return placed(id_, Timed(at(start), at(end) if end else None, ZONE), room)


def placed(id_: str, when: When, room: str | None = None) -> Occurrence:
    return Occurrence(PROGRAMME, Session(id_, id_, when, room=room), when)


def day(*occurrences: Occurrence) -> Day:
    return Day(DAY, date(2017, 9, 28), occurrences)


def boxes(grid: Grid) -> list[tuple[str, int, int, int, int]]:
    """Each cell as its id, rows from and to, lanes from and to."""
    return [(each.occurrence.session.id, each.top, each.bottom, each.left, each.right) for each in grid.cells]


def hours(grid: Grid) -> list[str | None]:
    return [None if each is None else f"{each:%H:%M}" for each in grid.boundaries]


PARALLEL = day(
    session("opening", "10:00", "11:00"),
    session("plenary-am", "11:00", "13:00"),
    session("plenary-pm", "15:00", "18:00"),
    session("panel-1", "15:00", "16:30", "Council"),
    session("panel-2", "16:30", "18:00", "Council"),
)


def test_grid_plenary_beside_two_panels() -> None:
    grid = grid_of(PARALLEL)
    assert grid.columns == (Column("Hall", "New York"), Column("Council", "New York"))
    assert hours(grid) == ["14:00", "15:00", "17:00", "19:00", "20:30", "22:00"]
    assert boxes(grid) == [
        ("opening", 0, 1, 0, 1),
        ("plenary-am", 1, 2, 0, 1),
        ("plenary-pm", 3, 5, 0, 1),
        ("panel-1", 3, 4, 1, 2),
        ("panel-2", 4, 5, 1, 2),
    ]


def test_grid_without_anything() -> None:
    assert grid_of(day()) == Grid((), (), (), ())


def test_grid_untimed_and_momentary_stand_above() -> None:
    whole = placed("whole", Days(DAY, date(2017, 9, 28), ZONE))
    window = placed("window", TimeWindow(at("00:00"), at("10:00"), ZONE))
    deadline = session("deadline", "12:00", "12:00")
    grid = grid_of(day(whole, window, deadline, session("a", "10:00", "11:00")))
    assert grid.untimed == (whole, window, deadline)
    assert boxes(grid) == [("a", 0, 1, 0, 1)]


def test_grid_one_room_holds_what_has_none() -> None:
    grid = grid_of(day(session("a", "10:00", "13:00"), session("lunch", "13:00", "15:00", None)))
    assert grid.columns == (Column("Hall", "New York"),)
    assert boxes(grid) == [("a", 0, 1, 0, 1), ("lunch", 1, 2, 0, 1)]


def test_grid_no_room_at_all() -> None:
    grid = grid_of(day(session("a", "10:00", "13:00", None), session("b", "12:00", "13:00", None)))
    assert grid.columns == (Column(None, None, 2),)
    assert boxes(grid) == [("a", 0, 2, 0, 1), ("b", 1, 2, 1, 2)]


def test_grid_lunch_alone_stands_across_all_rooms() -> None:
    lunch = session("lunch", "13:00", "14:00", None)
    grid = grid_of(day(session("a", "10:00", "13:00"), session("b", "10:00", "13:00", "Council"), lunch))
    assert grid.columns == (Column("Hall", "New York"), Column("Council", "New York"))
    assert boxes(grid)[-1] == ("lunch", 1, 2, 0, 2)


def test_grid_without_room_beside_others_gets_the_last_column() -> None:
    lunch = session("lunch", "09:00", "11:00", None)
    grid = grid_of(day(lunch, session("a", "10:00", "13:00"), session("b", "10:00", "13:00", "Council")))
    assert grid.columns == (Column("Hall", "New York"), Column("Council", "New York"), Column(None))
    assert boxes(grid)[0] == ("lunch", 0, 2, 2, 3)


def test_grid_overlap_in_one_room_gets_lanes() -> None:
    grid = grid_of(
        day(
            session("a", "10:00", "12:00"),
            session("b", "10:00", "11:00"),
            session("c", "11:00", "12:00"),
            session("d", "12:00", "13:00"),
        )
    )
    assert grid.columns == (Column("Hall", "New York", 2),)
    assert boxes(grid) == [("a", 0, 2, 0, 1), ("b", 0, 1, 1, 2), ("c", 1, 2, 1, 2), ("d", 2, 3, 0, 2)]


def test_grid_unknown_end_is_open_to_the_next_boundary() -> None:
    grid = grid_of(day(session("a", "10:00", None), session("b", "11:00", "12:00", "Council")))
    assert boxes(grid) == [("a", 0, 1, 0, 1), ("b", 1, 2, 1, 2)]
    assert [each.open for each in grid.cells] == [True, False]


def test_grid_unknown_end_of_the_last_has_no_boundary() -> None:
    grid = grid_of(day(session("a", "10:00", "11:00"), session("closing", "11:00", None)))
    assert hours(grid) == ["14:00", "15:00", None]


def test_grid_same_room_name_in_two_venues_is_two_columns() -> None:
    when = Timed(at("10:00"), at("11:00"), ZONE)
    elsewhere = Occurrence(
        PROGRAMME, Session("b", "b", when, room="Hall", place=Place("New York", venue="Other")), when
    )
    grid = grid_of(day(session("a", "10:00", "11:00"), elsewhere))
    assert [each.room for each in grid.columns] == ["Hall", "Hall"]


def test_grid_room_under_several_spellings_is_one_column_and_a_link_is_none() -> None:
    rooms = ("Crystal A", "crystal-a", "Zoom", "Crystal A, Hyatt", "https://example.org/join")
    grid = grid_of(day(*(session(f"s{n}", "10:00", "11:00", room) for n, room in enumerate(rooms))))
    assert grid.columns == (Column("Crystal A", "New York", 3), Column(None, None, 2))


FIVE = day(*(session(f"s{n}", "10:00", "11:00", f"Room {n}") for n in range(5)), session("end", "11:00", "12:00", None))


def test_bands_of_what_fits_are_the_grid_itself() -> None:
    grid = grid_of(FIVE)
    assert bands(grid, 5) == (grid,)


def test_bands_are_about_equally_wide() -> None:
    assert [[each.room for each in band.columns] for band in bands(grid_of(FIVE), 4)] == [
        ["Room 0", "Room 1", "Room 2"],
        ["Room 3", "Room 4"],
        [None],
    ]


def test_bands_say_what_comes_later_below() -> None:
    *_, second, third = bands(grid_of(FIVE), 3)
    assert boxes(second) == [("s3", 0, 1, 0, 1), ("s4", 0, 1, 1, 2)]
    assert boxes(third) == [("end", 0, 1, 0, 1)]


def test_bands_say_once_what_stands_across_a_stretch() -> None:
    later = [session("a", "12:00", "13:00", "Room 1"), session("b", "12:30", "13:00", "Room 0")]
    *_, last = bands(grid_of(day(*FIVE.occurrences, *later)), 3)
    assert boxes(last) == [("end", 0, 1, 0, 2), ("a", 1, 3, 1, 2), ("b", 2, 3, 0, 1)]
    assert [each.room for each in last.columns] == ["Room 0", "Room 1"]


def test_bands_say_once_what_has_no_hours() -> None:
    whole = placed("whole", Days(DAY, date(2017, 9, 28), ZONE))
    assert [each.untimed for each in bands(grid_of(day(whole, *FIVE.occurrences)), 3)] == [(whole,), (), ()]


def test_bands_none_when_one_room_alone_is_too_wide() -> None:
    crowded = day(*(session(f"s{n}", "10:00", "11:00") for n in range(3)))
    assert bands(grid_of(crowded), 2) == ()


@st.composite
def days(draw: st.DrawFn) -> Day:
    found = []
    for n in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, 18))
        end = draw(st.integers(start + 1, 23) | st.none())
        room = draw(st.sampled_from(["A", "B", None]))
        found.append(session(f"s{n}", f"{start:02}:00", None if end is None else f"{end:02}:00", room))
    return day(*found)


@given(days())
def test_grid_cells_never_cover_each_other(found: Day) -> None:
    grid = grid_of(found)
    covered = [(row, lane) for c in grid.cells for row in range(c.top, c.bottom) for lane in range(c.left, c.right)]
    assert len(covered) == len(set(covered))
    assert sorted(each.occurrence.id for each in grid.cells) == sorted(each.id for each in found.occurrences)
    assert all(0 <= c.left < c.right <= grid.lanes and 0 <= c.top < c.bottom < len(grid.boundaries) for c in grid.cells)


@given(days(), st.integers(1, 4))
def test_bands_hold_every_session_once(found: Day, most: int) -> None:
    drawn = bands(grid_of(found), most)
    assert all(each.lanes <= most for each in drawn)
    if drawn:
        shown = [each.occurrence.id for band in drawn for each in band.cells]
        assert sorted(shown) == sorted(each.id for each in found.occurrences)


def test_session_without_a_room_beside_one_with_a_room_has_a_column_of_its_own() -> None:
    here = Timed(datetime.fromisoformat("2026-03-09T09:00"), datetime.fromisoformat("2026-03-09T10:00"), "UTC")
    there = Timed(datetime.fromisoformat("2026-03-09T09:30"), datetime.fromisoformat("2026-03-09T10:30"), "UTC")
    sessions = (Session("a", "A", here), Session("b", "B", there, room="R2"))
    programme = Programme("p", "P", "p.yaml", sessions=sessions)
    (day,) = lay_out([Occurrence(programme, each, each.when) for each in sessions]).sections
    assert isinstance(day, Day)
    grid = grid_of(day)
    assert [(column.room, column.lanes) for column in grid.columns] == [("R2", 1), (None, 1)]


def test_rooms_that_are_used_at_once_stand_in_the_order_of_the_file_which_is_not_looked_through() -> None:
    def undecodable(number: int) -> Session:
        raise KeyError(number)

    programme = Programme("p", "P", "p.ics", sessions=LazySessions(array("q", [0]), array("q", [0]), undecodable))
    when = Timed(at("10:00"), at("11:00"), ZONE)
    lines = {"Annex": 9, "Hall": 12, "Blue": 7}
    found = [
        Occurrence(programme, Session(room, room, when, room=room, span=Span("p.ics", line)), when)
        for room, line in lines.items()
    ]
    assert [each.room for each in grid_of(day(*found)).columns] == ["Blue", "Annex", "Hall"]
