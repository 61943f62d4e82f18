"""What is a line and what is boxes on a day; where boxes stand is part of it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.timetable.columns import Column, RoomOrder, lane_groups
from agendacli.analysis.timetable.day_plan import DayChoice, DayEntry, DayPlan, plan_of
from agendacli.analysis.timetable.sections import Day, lay_out
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, Timed, TimeWindow, When

PROGRAMME = Programme("p", "Programme", "p.yaml", place=Place("York"))
DAY = date(2017, 9, 27)
ZONE = "Europe/London"
HOUR = timedelta(hours=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2017-09-27T{text}")


def session(id_: str, start: str, end: str | None, room: str | None = "Hall", **more: object) -> Occurrence:
    return placed(id_, Timed(at(start), at(end) if end else None, ZONE), room, **more)


def placed(id_: str, when: When, room: str | None = None, **more: object) -> Occurrence:
    return Occurrence(PROGRAMME, Session(id_, id_, when, room=room, **more), when)  # type: ignore[arg-type]


def plan(*occurrences: Occurrence) -> DayPlan:
    return plan_of(Day(DAY, date(2017, 9, 28), occurrences), RoomOrder(occurrences))


def parts(found: DayPlan) -> list[object]:
    """A line as its id, with `…` where its end need not be told; boxes as id, start, end, lanes from and to."""
    return [part(each) for each in found.parts]


def part(found: DayEntry | DayChoice) -> object:
    if isinstance(found, DayEntry):
        return found.occurrence.session.id + (" …" if found.is_followed else "")
    return [
        (each.occurrence.session.id, clock(each.time.start), clock(each.time.end), each.left, each.right)
        for each in found.grid.boxes
    ]


def clock(moment: datetime) -> str:
    assert moment.tzinfo == UTC
    return f"{moment + HOUR:%H:%M}"  # summer time


PANELS = (
    session("plenary", "15:00", "18:00"),
    session("panel-1", "15:00", "16:30", "Council"),
    session("panel-2", "16:30", "18:00", "Council"),
)


def test_what_runs_alone_is_a_line_and_a_choice_is_boxes() -> None:
    found = plan(session("opening", "10:00", "11:00"), session("lecture", "11:00", "13:00"), *PANELS)
    assert found.columns == (Column("Council", "York"), Column("Hall", "York"))
    assert parts(found) == [
        "opening …",
        "lecture",
        [
            ("panel-1", "15:00", "16:30", 0, 1),
            ("plenary", "15:00", "18:00", 1, 2),
            ("panel-2", "16:30", "18:00", 0, 1),
        ],
    ]


def test_a_day_without_anything_has_no_parts() -> None:
    assert plan() == DayPlan((), (), ())


def test_what_has_no_hours_stands_first() -> None:
    whole = placed("whole", Days(DAY, date(2017, 9, 28), ZONE))
    window = placed("window", TimeWindow(at("00:00"), at("10:00"), ZONE))
    found = plan(whole, window, session("a", "10:00", "11:00"), session("deadline", "12:00", "12:00"))
    assert [each.occurrence.session.id for each in found.first] == ["whole", "window"]
    assert parts(found) == ["a", "deadline"]


def test_a_break_alone_parts_what_is_before_from_what_follows() -> None:
    lunch = session("lunch", "13:00", "14:00", None, transparent=True)
    pairs = [session(f"{room}{n}", f"{n}:00", f"{n + 1}:00", room) for room in "AB" for n in (12, 14)]
    found = plan(*pairs, lunch)
    assert parts(found) == [
        [("A12", "12:00", "13:00", 0, 1), ("B12", "12:00", "13:00", 1, 2)],
        "lunch …",
        [("A14", "14:00", "15:00", 0, 1), ("B14", "14:00", "15:00", 1, 2)],
    ]
    assert [each.is_followed for each in found.parts] == [True, True, False]


def test_choices_without_a_line_between_are_one() -> None:
    found = plan(*(session(f"{room}{n}", f"{n}:00", f"{n}:45", room) for room in "AB" for n in (12, 14)))
    assert [[each[0] for each in boxes] for boxes in parts(found) if isinstance(boxes, list)] == [
        ["A12", "B12", "A14", "B14"]
    ]


def test_a_column_keeps_its_room_all_day() -> None:
    found = plan(
        session("a", "09:00", "10:00", "Room 1"),
        session("b", "09:00", "10:00", "Room 10"),
        session("tea", "10:00", "11:00", None, transparent=True),
        session("c", "11:00", "12:00", "Room 2"),
        session("d", "11:00", "12:00", "Room 10"),
    )
    assert [each.room for each in found.columns] == ["Room 1", "Room 2", "Room 10"]
    assert parts(found)[2] == [("c", "11:00", "12:00", 1, 2), ("d", "11:00", "12:00", 2, 3)]


def test_a_break_meanwhile_stands_where_nothing_runs() -> None:
    tea = session("tea", "10:00", "10:30", None, transparent=True)
    found = plan(session("workshop", "09:00", "12:00", "B"), session("a", "09:00", "10:00", "A"), tea)
    assert parts(found) == [
        [("a", "09:00", "10:00", 0, 1), ("workshop", "09:00", "12:00", 1, 2), ("tea", "10:00", "10:30", 0, 1)]
    ]


def test_a_break_for_which_there_is_no_room_stands_above() -> None:
    tea = session("tea", "10:00", "10:30", "Foyer", transparent=True)
    found = plan(session("a", "09:00", "12:00", "A"), session("b", "09:00", "12:00", "B"), tea)
    assert parts(found)[0] == "tea"


def test_what_is_cancelled_is_no_choice() -> None:
    old = session("old", "10:00", "11:00", status=Status.CANCELLED)
    assert parts(plan(old, session("new", "10:00", "11:00"))) == ["new …", "old"]


def test_what_begins_before_a_choice_and_takes_nobodys_time_is_a_line() -> None:
    desk = session("registration", "08:00", "18:00", "Foyer", transparent=True)
    assert parts(plan(desk, *PANELS))[0] == "registration"


def test_without_a_room_beside_others_is_the_last_column() -> None:
    found = plan(session("a", "10:00", "11:00"), session("b", "10:30", "11:30", None))
    assert found.columns == (Column("Hall", "York"), Column(None))


def test_an_overlap_in_one_room_gets_lanes() -> None:
    found = plan(
        session("a", "10:00", "12:00"),
        session("b", "10:00", "11:00"),
        session("c", "11:00", "12:00"),
        session("d", "10:00", "12:00", "Annex"),
    )
    assert found.columns == (Column("Annex", "York"), Column("Hall", "York", 2))
    assert parts(found) == [
        [
            ("d", "10:00", "12:00", 0, 1),
            ("a", "10:00", "12:00", 1, 2),
            ("b", "10:00", "11:00", 2, 3),
            ("c", "11:00", "12:00", 2, 3),
        ]
    ]


def test_an_hour_that_needs_fewer_lanes_takes_all_of_its_room() -> None:
    found = plan(
        *(session(id_, "10:00", "11:00") for id_ in "ab"),
        session("c", "11:00", "12:00"),
        session("d", "10:00", "12:00", "Annex"),
    )
    assert ("c", "11:00", "12:00", 1, 3) in parts(found)[0]  # type: ignore[operator]


def test_a_crowd_in_one_room_is_a_line_each() -> None:
    posters = [session(f"poster-{n}", "10:00", "11:00", "Foyer") for n in range(5)]
    found = plan(*posters, session("talk", "10:00", "11:00"))
    assert parts(found) == [*(f"poster-{n} …" for n in range(5)), "talk"]
    assert found.columns == ()


def test_an_unknown_end_reaches_to_the_next_hour() -> None:
    found = plan(session("a", "10:00", None), session("b", "10:00", "11:00", "Council"))
    assert parts(found) == [[("b", "10:00", "11:00", 0, 1), ("a", "10:00", "11:00", 1, 2)]]
    [choice] = found.parts
    assert isinstance(choice, DayChoice)
    assert [each.open for each in choice.grid.boxes] == [False, True]


def test_unknown_ends_run_beside_nothing_that_begins_later() -> None:
    assert parts(plan(session("dinner", "19:00", None), session("dance", "21:00", None))) == ["dinner", "dance"]


def test_what_goes_on_from_the_day_before_stands_first() -> None:
    night = Timed(at("22:00"), at("22:00") + timedelta(hours=6), ZONE)
    morning = Timed(at("09:00") + timedelta(days=1), None, ZONE)
    shown = lay_out([placed("night", night), placed("walk", morning)])
    tomorrow = date(2017, 9, 28)
    assert {day: [each.session.id for each in found] for day, found in shown.going_on().items()} == {
        tomorrow: ["night"]
    }
    found = plan_of(shown.days[1], RoomOrder(shown.days[1].occurrences), shown.going_on()[tomorrow])
    assert [(each.occurrence.session.id, each.goes_on) for each in found.first] == [("night", True)]


@pytest.mark.parametrize(("days", "goes_on"), [(3, 3), (8, 0)])
def test_what_takes_more_than_a_week_is_told_once(days: int, goes_on: int) -> None:
    long = Timed(at("22:00"), at("22:00") + timedelta(days=days), ZONE)
    walks = [Timed(at("09:00") + timedelta(days=n), None, ZONE) for n in range(1, 10)]
    shown = lay_out([placed("long", long), *(placed(f"walk{n}", when) for n, when in enumerate(walks))])
    assert len(shown.going_on()) == goes_on


def test_what_ends_at_midnight_does_not_go_on() -> None:
    night = Timed(at("22:00"), at("00:00") + timedelta(days=1), ZONE)
    shown = lay_out([placed("night", night), placed("walk", Timed(at("09:00") + timedelta(days=1), None, ZONE))])
    assert shown.going_on() == {}


@st.composite
def days(draw: st.DrawFn) -> tuple[Occurrence, ...]:
    found = []
    for n in range(draw(st.integers(0, 9))):
        start = draw(st.integers(0, 18))
        end = draw(st.integers(start, 23) | st.none())
        room = draw(st.sampled_from(["A", "B", "C", None]))
        status = draw(st.sampled_from([Status.CONFIRMED, Status.CONFIRMED, Status.CANCELLED]))
        hours = f"{start:02}:00", None if end is None else f"{end:02}:00"
        found.append(session(f"s{n}", *hours, room, status=status, transparent=draw(st.booleans())))
    return tuple(sorted(found, key=lambda each: each.bounds))


@given(days())
def test_every_session_is_shown_once_and_no_box_covers_another(found: tuple[Occurrence, ...]) -> None:
    drawn = plan(*found)
    lines = [each.occurrence.id for each in drawn.parts if isinstance(each, DayEntry)]
    grids = [each.grid for each in drawn.parts if isinstance(each, DayChoice)]
    assert sorted([*lines, *(box.occurrence.id for grid in grids for box in grid.boxes)]) == sorted(
        each.id for each in found
    )
    for grid in grids:
        assert all(0 <= box.left < box.right <= grid.lanes for box in grid.boxes)
        pairs = [(one, two) for n, one in enumerate(grid.boxes) for two in grid.boxes[n + 1 :]]
        assert not any(
            one.time.overlaps(two.time) and one.left < two.right and two.left < one.right for one, two in pairs
        )


@given(days(), st.integers(1, 4))
def test_groups_of_lanes_hold_every_box(found: tuple[Occurrence, ...], most: int) -> None:
    for choice in plan(*found).parts:
        groups = lane_groups(choice.grid.columns, most) if isinstance(choice, DayChoice) else ()
        if groups and isinstance(choice, DayChoice):
            shown = [box.occurrence.id for group in groups for box in choice.grid.part(*group).boxes]
            assert set(shown) == {box.occurrence.id for box in choice.grid.boxes}
            assert all(right - left <= most for left, right in groups)


def test_what_begins_in_the_midst_of_a_choice_stands_in_no_other() -> None:
    gone = session("gone", "11:15", "11:45", "Hall", status=Status.CANCELLED)
    found = plan(
        *(session("a", "09:00", "10:00"), session("b", "09:00", "10:00", "Council"), session("tea", "10:00", "10:30")),
        *(session("c", "11:00", "11:10"), session("d", "11:00", "12:00", "Council"), gone),
    )
    boxes = [
        [row.occurrence.session.id for row in each.grid.boxes] for each in found.parts if isinstance(each, DayChoice)
    ]
    assert boxes == [["b", "a"], ["d", "c", "gone"]]
