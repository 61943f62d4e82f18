"""Weeks with their days side by side, and months as a grid."""

from dataclasses import replace
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from agendacli.analysis.occurrences import expand
from agendacli.analysis.timetable.calendar_weeks import CalendarDays, CalendarEntry, calendar_entries, months_of
from agendacli.analysis.timetable.sections import Timetable, lay_out
from agendacli.load.programmes import load, load_text
from agendacli.model.asked import Clock, DateRange, Moment
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session
from agendacli.model.when import DAY, Days, Hours
from agendacli.render.terminal.console import draw
from agendacli.render.terminal.days.wall import WallCalendar, draw_wall

cell_len = import_module("rich.cells").cell_len
EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "tides.yaml"
TRIP = """
title: Trip
zone: Europe/Dublin
days:
  28 May – 4 June 2026:
    - all day: Trip to the islands
  2026-06-03:
    - 18:00-19:00: Ferry
    - before 10:00: Breakfast
  2026-06-13:
    - 10:00-11:00: Market
      status: cancelled
"""


def shown(*more: str) -> Timetable:
    texts = [load_text(each.encode(), f"trip{n}.yaml").programmes for n, each in enumerate(more)]
    programmes = [*load([str(EXAMPLE)]).programmes, *(one for each in texts for one in each)]
    clock = Clock(Moment(datetime.fromisoformat("2026-06-02T12:00")), home="Europe/Dublin")
    return replace(lay_out(expand(programmes)), clock=clock)


def drawn(timetable: Timetable, width: int, *, months: bool, asked: DateRange = DateRange()) -> str:  # noqa: B008
    wall = WallCalendar(timetable, width=width, week_start=0, months=months, asked=asked)
    text = draw(draw_wall(wall), width=width)
    assert max(map(cell_len, text.splitlines())) <= width
    return text


@pytest.mark.parametrize("width", [40, 80, 120, 160])
def test_a_month(width: int, snapshot: SnapshotAssertion) -> None:
    assert drawn(shown(TRIP), width, months=True) == snapshot


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_a_week(width: int, snapshot: SnapshotAssertion) -> None:
    assert drawn(shown(TRIP), width, months=False) == snapshot


def test_a_month_of_one_event_has_its_sessions(snapshot: SnapshotAssertion) -> None:
    assert drawn(shown(), 160, months=True) == snapshot


def test_only_months_that_are_asked_for_are_there() -> None:
    june = DateRange(date(2026, 6, 1), date(2026, 7, 1))
    text = drawn(shown(TRIP), 80, months=True, asked=june)
    assert ["MAY 2026" in text, "JUNE 2026" in text] == [False, True]


def test_nothing_is_said() -> None:
    assert drawn(lay_out(()), 80, months=True) == "nothing on these days\n"


def days(start: int, length: int, *, quiet: bool = False) -> Occurrence:
    first = date(2026, 5, 1) + start * DAY
    when = Days(first, first + length * DAY, None, Hours.ALL)
    session = Session(f"s{start}-{length}", "S", when, transparent=quiet)
    return Occurrence(Programme("p", "P", "p.yaml"), session, when)


def test_a_long_stretch_that_takes_nobodys_time_shows_no_month_but_its_first() -> None:
    entries = calendar_entries(lay_out([days(0, 100, quiet=True), days(95, 1)]), whole_events=False)
    assert [start for start, _ in months_of(entries)] == [date(2026, 5, 1), date(2026, 8, 1)]


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=8).map(lambda found: [*dict.fromkeys(found)]),
    st.integers(0, 6),
)
def test_every_day_of_every_entry_is_in_its_week_and_no_bar_covers_another(
    found: list[tuple[int, int]], week_start: int
) -> None:
    entries = calendar_entries(lay_out([days(*each) for each in found]), whole_events=False)
    first, last = date(2026, 4, 20), date(2026, 7, 20)
    covered: list[tuple[CalendarEntry, date]] = []
    for week in CalendarDays.of(entries).weeks(first, last, week_start):
        assert week.days[0].weekday() == week_start
        taken = [(bar.lane, n) for bar in week.bars for n in range(bar.first, bar.last + 1)]
        assert len(taken) == len(set(taken))
        covered += [(bar.entry, week.days[n]) for bar in week.bars for n in range(bar.first, bar.last + 1)]
        covered += [(each, day) for day, on in zip(week.days, week.entries, strict=True) for each in on]
    wanted = [(each, each.start + n * DAY) for each in entries for n in range((each.end - each.start).days)]
    assert sorted(map(repr, covered)) == sorted(map(repr, wanted))
