"""`--limit` and `--sort`, fields that reach into lists, and the status at the end of a plain line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]


def test_limit_keeps_the_first(agenda: Agenda) -> None:
    whole, some = (agenda("timetable", "vienna-session", *more).stdout for more in ((), ("-n", "3")))
    assert some.splitlines() == whole.splitlines()[:3]


@pytest.mark.parametrize("command", ["list", "people", "rooms", "free"])
def test_limit_of_other_answers(agenda: Agenda, command: str) -> None:
    assert len(agenda(command, "--limit", "2").stdout.splitlines()) == 2


def test_limit_of_what_is_on(agenda: Agenda) -> None:
    asked = ("now", "--at", "2017-09-05T13:30", "--city", "Vienna", "--fields", "id")
    assert agenda(*asked, "-n", "1").stdout == "vienna-session/lunch-5\n"


def test_limit_of_faults(agenda: Agenda, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("title: P\none: 1\ntwo: 2\nthree: 3\ndays: {}\n")
    lines = agenda("check", str(faulty), "-n", "2", "-f", "lines")
    assert (lines.exit_code, len(lines.stdout.splitlines()), "3 errors" in lines.stderr) == (1, 2, True)
    drawn = agenda("check", str(faulty), "-n", "2", "-f", "table").stdout
    assert drawn.splitlines()[-1] == "and 1 more; `agenda check -f lines` prints a line for each"


def test_limit_of_a_drawing(agenda: Agenda) -> None:
    shown = agenda("timetable", "vienna-session", "-n", "1", "-f", "table").stdout
    assert ("Opening segment" in shown, "PANEL 1" in shown) == (True, False)


def test_sort_orders_the_records_before_they_are_limited(agenda: Agenda) -> None:
    result = agenda("timetable", "vienna-session", "--sort", "-start", "--fields", "id", "-n", "1")
    assert result.stdout == "vienna-session/closing\n"


def test_sort_by_what_is_no_field_is_refused(agenda: Agenda) -> None:
    result = agenda("list", "--sort", "size")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("agenda: --sort: no field is called `size`; there are id, ")


def test_fields_reach_into_each_of_a_list(agenda: Agenda) -> None:
    result = agenda("timetable", "vienna-session/opening", "--fields", "people.role,people.0.role,speakers")
    assert result.stdout == "co-facilitator; co-facilitator; speaker\tco-facilitator\tLouise Arbour\n"


def test_fields_for_spreadsheets_need_no_formula(agenda: Agenda) -> None:
    result = agenda("timetable", "vienna-session/opening", "--fields", "date,start_time,end_time,room")
    assert result.stdout == "2017-09-04\t10:00\t10:15\tPlenary Room\n"


def test_plain_line_ends_in_the_status(agenda: Agenda, odd: str) -> None:
    lines = agenda("timetable", "-e", odd).stdout.splitlines()
    assert [each.split("\t")[-1] for each in lines if "/off\t" in each or "/open\t" in each] == [
        "confirmed",
        "cancelled",
    ]
