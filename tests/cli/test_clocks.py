"""The clock of twice twelve hours, and the clocks of a second zone: what people read changes, records do not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from typer.testing import Result

Agenda = Callable[..., Result]

TALKS = """\
title: Talks
zone: Europe/Vienna
place: Vienna
room: Hall
days:
  2017-09-05:
    - before 12:00: Walk
      id: walk
    - 09:00-10:30: Talk
      speaker: Ms. Jo Doe
    - 12:00-12:45: Lunch
    - 20:00-24:00: Dinner
    - 22:00-02:00 +1: Party
      room: Bar
      speaker: Ms. Jo Doe
"""
ASKED = {
    "timetable": ("timetable",),
    "list": ("timetable", "--layout", "list"),
    "show": ("show", "talks", "talks/party"),
    "now": ("now", "--at", "5 sep 2017 9:30am"),
    "next": ("next", "-n", "3", "--at", "5 sep 2017 noon"),
    "people": ("people", "doe"),
    "free": ("free", "--on", "2017-09-05", "--hours", "8am-midnight"),
    "conflicts": ("conflicts", "--only", "overlap"),
}
TWO = ("--tz", "event", "--tz", "Asia/Tokyo")


@pytest.fixture
def talks(agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Agenda:
    """Run a command on one event of few talks."""
    (tmp_path / "talks.yaml").write_text(TALKS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, columns: int = 80) -> Result:
        result = agenda("-e", "talks.yaml", *arguments, columns=columns)
        assert (result.stderr, type(result.exception)) in (("", type(None)), ("", SystemExit))
        return result

    return run


@pytest.fixture
def _half(talks: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of twice twelve hours."""
    del talks  # whose own config file this replaces
    file = tmp_path / "half.toml"
    file.write_text('clock = "12h"')
    monkeypatch.setenv("AGENDA_CONFIG", str(file))


@pytest.mark.usefixtures("_half")
@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("name", [*ASKED, "rooms"])
def test_clock_of_twelve_hours(talks: Agenda, name: str, columns: int, snapshot: SnapshotAssertion) -> None:
    arguments = ASKED.get(name, (name,))
    assert talks(*arguments, "-f", "table", columns=columns).stdout == snapshot


@pytest.mark.usefixtures("_half")
@pytest.mark.parametrize("columns", [60, 80])
def test_clock_of_twelve_hours_with_two_zones(talks: Agenda, columns: int, snapshot: SnapshotAssertion) -> None:
    assert talks("timetable", "--layout", "list", "-f", "table", *TWO, columns=columns).stdout == snapshot


@pytest.mark.usefixtures("_half")
def test_clock_of_twelve_hours_on_one_line(talks: Agenda) -> None:
    line = talks("next", "--at", "2017-09-05T11:00", "--line").stdout
    assert line == "noon Lunch · in 1 h\n"


@pytest.mark.usefixtures("_half")
@pytest.mark.parametrize("name", ["list", "free", "conflicts", "people"])
def test_clock_of_twelve_hours_is_not_that_of_records(
    talks: Agenda, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = talks(*ASKED[name], "--json").stdout
    monkeypatch.setenv("AGENDA_CONFIG", "none.toml")
    assert half == talks(*ASKED[name], "--json").stdout


@pytest.mark.parametrize("name", ASKED)
def test_second_zone_stands_beside(talks: Agenda, name: str, snapshot: SnapshotAssertion) -> None:
    assert talks(*ASKED[name], "-f", "table", *TWO).stdout == snapshot


def test_second_zone_of_each_event_stands_beside(talks: Agenda, snapshot: SnapshotAssertion) -> None:
    zones = ("--tz", "UTC", "--tz", "event")
    assert "\n".join(talks(*ASKED[name], "-f", "table", *zones).stdout for name in ("next", "free")) == snapshot


def test_second_zone_on_one_line_stands_in_brackets(talks: Agenda) -> None:
    line = talks("next", "--at", "2017-09-05T21:45", "--line", *TWO).stdout
    assert line == "22:00 (05:00 +1) Party · Bar · in 15 min\n"


def test_second_zone_on_one_line_of_what_has_no_hour(talks: Agenda) -> None:
    assert talks("now", "--at", "2017-09-05T08:00", "--line", *TWO).stdout == "Walk · Hall · perhaps\n"


def test_second_zone_is_the_first_and_adds_nothing(talks: Agenda) -> None:
    vienna = ("--tz", "event", "--tz", "Europe/Vienna")
    for name in ("show", "next", "people"):
        assert talks(*ASKED[name], "-f", "table", *vienna).stdout == talks(*ASKED[name], "-f", "table").stdout


def test_second_zone_is_none_of_rooms(agenda: Agenda) -> None:
    result = agenda("rooms", "high-level-meeting", *TWO)
    assert result.stderr == "agenda: rooms are shown on the clocks of one zone: the second --tz is left out\n"
    assert result.stdout == agenda("rooms", "high-level-meeting").stdout


def test_conflicts_are_drawn_on_the_clocks_asked_for(talks: Agenda, snapshot: SnapshotAssertion) -> None:
    assert talks("conflicts", "--only", "overlap", "-f", "table", "--tz", "America/New_York").stdout == snapshot


def test_conflict_is_told_on_the_clocks_asked_for(agenda: Agenda) -> None:
    options = ("high-level-meeting", "--only", "overlap", "--fields", "start,message", "--tz", "Asia/Tokyo")
    assert agenda("conflicts", *options).stdout.splitlines()[0] == (
        "2017-09-28T04:00:00+09:00\t“Plenary meeting” and “Panel Discussion 1” overlap by 1 h 30 min on"
        " Thu 28 September 2017, 04:00–05:30 (Asia/Tokyo)"
    )


def test_conflict_on_its_own_clocks_names_no_zone(agenda: Agenda) -> None:
    options = ("conflicts", "high-level-meeting", "--only", "overlap", "--fields", "message")
    assert agenda(*options, "--tz", "America/New_York").stdout == agenda(*options).stdout


def test_list_shows_hours_on_the_clocks_asked_for(agenda: Agenda, tmp_path: Path) -> None:
    file = tmp_path / "tea.yaml"
    file.write_text("title: Tea\nzone: UTC\ndays:\n  2026-01-05:\n    - 16:00-17:00: Tea\n")
    drawn = agenda("-e", str(file), "list", "-f", "table", "--tz", "Asia/Tokyo").stdout
    assert drawn == "tea  Tue 6 January 2026, 01:00–02:00    Tea\n"


def test_show_names_the_zone_of_the_hours_of_an_event(agenda: Agenda, tmp_path: Path) -> None:
    file = tmp_path / "tea.yaml"
    file.write_text("title: Tea\nzone: UTC\ndays:\n  2026-01-05:\n    - 16:00-17:00: Tea\n")
    lines = agenda("-e", str(file), "show", "tea", "-f", "table", "--tz", "Asia/Tokyo").stdout.splitlines()
    assert lines[3:5] == ["When  Tue 6 January 2026, 01:00–02:00", "      Asia/Tokyo (UTC+9)"]
