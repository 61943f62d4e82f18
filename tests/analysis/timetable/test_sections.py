"""Occurrences under the headings they stand under."""

from datetime import date, datetime

import pytest

from agendacli.analysis.timetable.columns import RoomOrder
from agendacli.analysis.timetable.day_plan import DayChoice, plan_of
from agendacli.analysis.timetable.sections import (
    OWN_ZONE,
    Day,
    DaySpan,
    Section,
    Timetable,
    Window,
    lay_out,
    shown_in,
)
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When

VIENNA = Programme("vienna", "Vienna session", "v.yaml", place=Place("Vienna"))
NOWHERE = Programme("nowhere", "A calendar", "c.ics")
NEW_YORK = Programme("new-york", "High-level meeting", "n.yaml", place=Place("New York"))
DAY = date(2017, 9, 27)


def clock(start: str, end: str | None = None, zone: str = "Europe/Vienna", day: int = 27) -> Timed:
    return Timed(_at(start, day), _at(end, day) if end else None, zone)


def _at(text: str, day: int) -> datetime:
    return datetime.fromisoformat(f"2017-09-{day:02}T{text}")


def item(id_: str, when: When, programme: Programme = VIENNA, **more: object) -> Occurrence:
    return Occurrence(programme, Session(id_, id_, when, **more), when)  # type: ignore[arg-type]


def ids(section: Section) -> list[str]:
    return [each.session.id for each in section.occurrences]


def test_lay_out_nothing() -> None:
    assert lay_out([]) == Timetable(())


def test_lay_out_sections_in_order_of_time() -> None:
    later = item("later", clock("10:00", "11:00", day=28))
    first = item("first", clock("10:00", "11:00"))
    second = item("second", clock("11:00", "12:00"))
    days = lay_out([later, second, first]).sections
    assert days == (Day(DAY, date(2017, 9, 28), (first, second)), Day(date(2017, 9, 28), date(2017, 9, 29), (later,)))


def test_lay_out_several_days_stand_once() -> None:
    meeting = item("meeting", Days(date(2017, 9, 6), date(2017, 9, 9), None))
    assert lay_out([meeting]).sections == (DaySpan(date(2017, 9, 6), date(2017, 9, 9), (meeting,)),)


def test_lay_out_same_days_share_a_heading() -> None:
    first = item("a", Days(date(2017, 9, 6), date(2017, 9, 9), None))
    second = item("b", Days(date(2017, 9, 6), date(2017, 9, 9), None, Hours.ALL))
    assert [ids(each) for each in lay_out([first, second]).sections] == [["a", "b"]]


def test_lay_out_one_day_without_hours_stands_before_the_timed() -> None:
    early = item("early", clock("00:00", "01:00"))
    all_day = item("all-day", Days(DAY, date(2017, 9, 28), "America/New_York"))
    assert [ids(each) for each in lay_out([early, all_day]).sections] == [["all-day", "early"]]


def test_lay_out_part_of_a_day_stands_before_what_begins_later() -> None:
    early = item("early", clock("09:00", "10:00"))
    window = item("window", TimeWindow(_at("00:00", 27), _at("10:00", 27), "Europe/Vienna"))
    assert [ids(each) for each in lay_out([early, window]).sections] == [["window", "early"]]


def test_lay_out_vaguer_stands_before_a_day() -> None:
    day = item("day", Days(date(2017, 12, 1), date(2017, 12, 2), None))
    window = item("window", DayWindow(date(2017, 12, 1), date(2018, 1, 1), None, 2))
    span = item("span", Days(date(2017, 12, 1), date(2017, 12, 3), None))
    assert lay_out([day, window, span]).sections == (
        DaySpan(date(2017, 12, 1), date(2017, 12, 3), (span,)),
        Window(date(2017, 12, 1), date(2018, 1, 1), (window,), 2),
        Day(date(2017, 12, 1), date(2017, 12, 2), (day,)),
    )


def test_lay_out_overnight_stands_on_the_day_it_begins() -> None:
    night = item("night", Timed(_at("22:00", 27), _at("02:00", 28), "Europe/Vienna"))
    assert lay_out([night]).sections == (Day(DAY, date(2017, 9, 28), (night,)),)


def test_lay_out_in_another_zone_moves_to_its_day() -> None:
    evening = item("evening", clock("20:00", None, "America/New_York"), NEW_YORK)
    (day,) = lay_out([evening], "Europe/Vienna").sections
    assert (day.start, day.zones, ids(day)) == (date(2017, 9, 28), ("Europe/Vienna",), ["evening"])


def test_shown_in_its_own_zone_is_unchanged() -> None:
    evening = item("evening", clock("20:00"))
    assert shown_in(evening, None) is evening


def test_beside_is_empty_without_a_second_zone() -> None:
    timetable = lay_out([item("a", clock("10:00"))])
    assert timetable.beside(timetable.sections[0]) == {}


def test_beside_shows_what_has_hours_on_the_other_clocks() -> None:
    whole = item("whole", Days(DAY, date(2017, 9, 28), "Europe/Vienna"))
    panel = item("a", clock("10:00", "11:00"))
    timetable = lay_out([whole, panel], second="America/New_York")
    (day,) = timetable.sections
    assert timetable.beside(day) == {panel.id: shown_in(panel, "America/New_York")}


def test_beside_is_empty_where_the_other_clocks_are_its_own() -> None:
    here, there = item("a", clock("10:00")), item("b", clock("10:00", None, "America/New_York", 28), NEW_YORK)
    timetable = lay_out([here, there], second="Europe/Vienna")
    first, second = timetable.sections
    assert (timetable.beside(first), list(timetable.beside(second))) == ({}, [there.id])


def test_beside_its_own_zone() -> None:
    here, there = item("a", clock("10:00")), item("b", clock("10:00", None, "America/New_York"), NEW_YORK)
    timetable = lay_out([here, there], "UTC", OWN_ZONE)
    (day,) = timetable.sections
    assert timetable.beside(day) == {here.id: here, there.id: there}


def test_section_of_several_programmes_names_each_once() -> None:
    both = [item("a", clock("10:00")), item("b", clock("10:00", None, "America/New_York"), NEW_YORK)]
    timetable = lay_out([*both, item("c", clock("23:00"))])
    (day,) = timetable.sections
    assert day.zones == timetable.zones == ("Europe/Vienna", "America/New_York")
    assert day.city is None
    assert day.programmes == timetable.programmes == (VIENNA, NEW_YORK)


@pytest.mark.parametrize(("others", "city"), [((VIENNA,), "Vienna"), ((VIENNA, NOWHERE), None)])
def test_section_city_is_that_of_all(others: tuple[Programme, ...], city: str | None) -> None:
    found = [item(str(n), clock("10:00"), each) for n, each in enumerate(others)]
    assert lay_out(found).sections[0].city == city


def test_section_zone_without_hours_does_not_count_beside_clocks() -> None:
    whole = item("whole", Days(DAY, date(2017, 9, 28), "America/New_York"))
    (day,) = lay_out([whole, item("a", clock("10:00"))]).sections
    assert day.zones == ("Europe/Vienna",)


def test_section_zone_of_days_counts_alone() -> None:
    (day,) = lay_out([item("whole", Days(DAY, date(2017, 9, 28), "America/New_York"))]).sections
    assert day.zones == ("America/New_York",)


def parallel(*occurrences: Occurrence) -> bool:
    (day,) = lay_out(occurrences).sections
    assert isinstance(day, Day)
    assert day.date == DAY
    return any(isinstance(each, DayChoice) for each in plan_of(day, RoomOrder(occurrences)).parts)


def test_parallel_when_sessions_share_time() -> None:
    assert parallel(item("a", clock("10:00", "12:00")), item("b", clock("11:00", "13:00")))


def test_parallel_not_when_they_touch() -> None:
    assert not parallel(item("a", clock("10:00", "12:00")), item("b", clock("12:00", "13:00")))


def test_parallel_not_beside_lunch() -> None:
    lunch = item("lunch", clock("12:00", "14:00"), transparent=True)
    assert not parallel(lunch, item("b", clock("12:30", "13:00")))


def test_parallel_not_beside_a_cancelled_one() -> None:
    gone = item("gone", clock("12:00", "14:00"), status=Status.CANCELLED)
    assert not parallel(gone, item("b", clock("12:30", "13:00")))


def test_parallel_not_because_an_end_is_unknown() -> None:
    assert not parallel(item("a", clock("10:00")), item("b", clock("12:00", "13:00")))


def test_parallel_when_unknown_ends_begin_together() -> None:
    assert parallel(item("a", clock("10:00")), item("b", clock("10:00")))


def test_parallel_not_by_hours_that_are_unknown() -> None:
    whole = item("whole", Days(DAY, date(2017, 9, 28), "Europe/Vienna"))
    assert not parallel(whole, item("b", clock("12:00", "13:00")))
