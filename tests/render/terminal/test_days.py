"""The plan of a day as it is drawn: lines, dotted rules, boxes; the moment; lines that are read from right to left."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from agendacli.analysis.occurrences import expand
from agendacli.analysis.timetable.sections import Timetable, lay_out
from agendacli.load.programmes import load, load_text
from agendacli.model.asked import Clock, Moment
from agendacli.model.zones import instant
from agendacli.render.terminal.console import draw
from agendacli.render.terminal.direction import with_marks
from agendacli.render.terminal.timetable import draw_timetable

cell_len = import_module("rich.cells").cell_len
datetime = import_module("datetime").datetime
EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "tides.yaml"
MARK = "\N{LEFT-TO-RIGHT MARK}"


def tides(second: str | None = None) -> Timetable:
    return lay_out(expand(load([str(EXAMPLE)]).programmes), None, second)


def at(timetable: Timetable, time: str) -> Timetable:
    moment = instant(datetime.fromisoformat(time), "Europe/Dublin")
    return replace(timetable, clock=Clock(Moment(moment)))


def drawn(timetable: Timetable, width: int) -> str:
    text = draw(draw_timetable(timetable, "auto", width), width=width)
    assert max(map(cell_len, text.splitlines())) <= width
    return text


def written(days: str, width: int = 60) -> list[str]:
    """The lines of one day below its heading, given as sessions of a definition."""
    text = f"title: P\nzone: Europe/Dublin\ndays:\n  2026-06-02:\n{days}"
    found = load_text(text.encode(), "p.yaml")
    assert not found.diagnostics
    return drawn(lay_out(expand(found.programmes)), width).splitlines()[5:]


def in_rooms(count: int) -> str:
    return "".join(f"    - 09:00-10:00: Talk {n}\n      room: Room {n}\n" for n in range(1, count + 1))


@pytest.mark.parametrize("width", [40, 60, 80, 120, 160])
def test_a_conference(width: int, snapshot: SnapshotAssertion) -> None:
    assert drawn(at(tides(), "2026-06-02T11:50"), width) == snapshot


def test_a_conference_on_two_clocks(snapshot: SnapshotAssertion) -> None:
    assert drawn(tides("Asia/Tokyo"), 80) == snapshot


@pytest.mark.parametrize("rooms", [1, 3, 5, 12])
@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_so_many_rooms(rooms: int, width: int, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(written(in_rooms(rooms), width)) == snapshot


def test_days_near_the_moment_are_called_so() -> None:
    for time, words in (("06-02", "TODAY · "), ("06-01", "TOMORROW · "), ("06-03", "YESTERDAY · "), ("05-20", "")):
        assert f"\n{words}TUESDAY 2 JUNE\n" in drawn(at(tides(), f"2026-{time}T12:00"), 80)


@pytest.mark.parametrize(
    ("time", "before"),
    [("15:30", "14:30"), ("09:10", "09:00  Opening"), ("20:00", "19:30"), ("22:30", "22:00  Sean-nós")],
)
def test_the_moment_is_marked(time: str, before: str) -> None:
    lines = drawn(at(tides(), f"2026-06-02T{time}"), 80).splitlines()
    marked = [n for n, line in enumerate(lines) if line.startswith("▶ now")]
    if time == "20:00":  # the one minute that is known of a dinner without an end
        assert lines[marked[0] - 1].startswith("20:00– Dinner")
    else:
        assert [before in lines[n - 1] for n in marked] == [True]


def test_what_is_on_is_marked_in_a_list() -> None:
    shown = at(tides(), "2026-06-02T11:50")
    text = draw(draw_timetable(shown, "list", 80), width=80)
    marked = [line for line in text.splitlines() if line.endswith("▶ now")]
    assert len(marked) == 4
    assert any("Harmonic analysis on paper" in line for line in marked)


def test_what_repeats_has_a_sign() -> None:
    text = (
        "title: P\nzone: Europe/Dublin\ndays:\n  every Tuesday from 2026-06-02 to 2026-06-09:\n    - 09:00-10:00: Tea\n"
    )
    lines = drawn(lay_out(expand(load_text(text.encode(), "p.yaml").programmes)), 60).splitlines()
    assert [each for each in lines if "Tea" in each] == ["09:00  Tea  ↻"] * 2


def test_what_has_a_reminder_in_its_calendar_has_a_sign() -> None:
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\n"
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
        "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260602T090000Z\r\nDTEND:20260602T100000Z\r\nSUMMARY:Tea\r\n"
        f"{alarm}END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    lines = drawn(lay_out(expand(load_text(text.encode(), "p.ics").programmes)), 60).splitlines()
    assert [each for each in lines if "Tea" in each] == ["09:00  Tea  ♪"]


def test_an_end_is_told_unless_what_follows_begins_then() -> None:
    days = "    - 09:00-10:00: One\n    - 10:00-11:00: Two\n    - 12:00-: Three\n    - 23:00-01:00 +1: Four\n"
    assert written(days) == ["09:00  One", "10:00  Two", "–11:00", "12:00– Three", "23:00  Four", "–01:00 +1"]


def test_hours_that_are_not_on_the_clock_stand_before_the_title() -> None:
    assert written("    - all day: Fair\n      room: Hall\n    - before 10:00: Tea with the chairs\n") == [
        "       all day  Fair                                    Hall",
        "       before 10:00  Tea with the chairs  hour not fixed",
    ]


def test_a_break_is_a_dotted_rule() -> None:
    [line] = [each for each in written("    - 10:00-10:30: Coffee break\n      room: Foyer\n") if "break" in each]
    assert line == "10:00  ··· Coffee break ···························· Foyer ·"


def test_a_break_whose_name_leaves_no_room_for_dots_is_a_line() -> None:
    long = "Coffee, tea, milk, water and the sandwiches of the day before break"
    first, *_ = written(f"    - 10:00-10:30: {long}\n      kind: break\n")
    assert first == "10:00  Coffee, tea, milk, water and the sandwiches of the"


def test_a_room_that_is_too_wide_stands_below_the_title() -> None:
    room = "The large reading room of the old library"
    assert written(f"    - 10:00-: Talk\n      room: {room}\n") == ["10:00– Talk", f"       {room}"]


def test_what_is_no_room_and_where_a_break_is_stand_in_their_boxes() -> None:
    days = "    - 09:00-12:00: Talk\n      room: A\n    - 09:00-10:00: Call\n      room: Zoom\n"
    tea = "    - 10:00-10:30: Tea break\n      room: Foyer\n    - 10:30-12:00: Chat\n      room: B\n"
    lines = written(days + tea)
    assert lines[0] == "       A                 B                 —"
    assert ["Call" in lines[2], "Zoom" in lines[3]] == [True, True]
    assert [n for n, line in enumerate(lines) if "Tea break" in line] == [5]
    assert "Foyer" in lines[6]


def test_posters_in_one_room_are_a_line_each() -> None:
    posters = "".join(f"    - 16:00-17:00: Poster {n}\n      room: Foyer\n" for n in range(1, 61))
    lines = written(posters)
    assert len(lines) == 61
    assert lines[-1] == "–17:00"


def test_lines_read_from_right_to_left_have_marks_around_borders_and_gaps() -> None:
    assert with_marks("11:00 │ عمر │ תמר │") == f"{MARK}11:00{MARK} │ {MARK}عمر{MARK} │ {MARK}תמר{MARK} │{MARK}"
    assert with_marks("09:00  عمر  Hall") == f"{MARK}09:00{MARK}  {MARK}عمر{MARK}  {MARK}Hall"
    assert cell_len(with_marks("│ عمر │")) == cell_len("│ عمر │")


def test_other_lines_have_no_marks() -> None:
    assert with_marks("11:00 │ Talk │ 田中 │") == "11:00 │ Talk │ 田中 │"


def test_of_several_events_each_has_a_sign_that_its_day_tells() -> None:
    own = "title: Own\nzone: Europe/Dublin\ndays:\n  2026-06-03:\n    - 13:00-14:00: Dentist\n"
    programmes = (*load([str(EXAMPLE)]).programmes, *load_text(own.encode(), "own.yaml").programmes)
    lines = drawn(lay_out(expand(programmes)), 80).splitlines()
    assert lines[0] == "TUESDAY 2 JUNE 2026 · ● Reading the Tides 2026 · Galway · Europe/Dublin (UTC+1)"
    assert "● Reading the Tides 2026 (Galway) · ■ Own" in lines
    assert [each.split()[1] for each in lines if "Dentist" in each or "Closing words" in each] == ["●", "■"]
