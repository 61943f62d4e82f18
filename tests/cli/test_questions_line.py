"""One line for a status bar: what is on or comes next, and how long that takes."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

AFTERNOON = "2017-09-27T14:45"


def lines(result: Result) -> list[str]:
    assert (result.exit_code, result.stderr) == (0, "")
    return [" | ".join(line.split("\t")) for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["next", "--line", "--at", AFTERNOON], "15:00 Plenary meeting · GA Hall · in 15 min (+1)"),
        (["next", "--line", "--at", "2017-09-27T14:59:30"], "15:00 Plenary meeting · GA Hall · in 1 min (+1)"),
        (
            ["next", "high", "--line", "--at", "2017-09-20T10:00"],
            "Wed 27 September 2017, 10:00 Opening Segment · GA Hall · in 7 days",
        ),
        (
            ["next", "high", "--line", "--at", "2017-09-28T10:00", "--tz", "Asia/Tokyo"],
            "23:00 Plenary Meeting · GA Hall · in 13 h",
        ),
        (
            ["now", "vienna", "--line", "--at", "2017-09-05T10:30"],
            (
                "10:00 PANEL 3: Appropriate identification, protection, and assistance to migrants and trafficking "
                "victims · Plenary Room · 2 h 30 min left"
            ),
        ),
        (
            ["now", "vienna", "--width", "60", "--at", "2017-09-05T10:30"],
            "10:00 PANEL 3: Appropriate… · Plenary Room · 2 h 30 min left",
        ),
        (["now", "vienna", "--width", "12", "--at", "2017-09-05T10:30"], "10:00 PANEL…"),
        (["now", "vienna", "--line", "--at", "2020-01-01T10:30"], ""),
    ],
)
def test_one_line_for_a_status_bar(agenda: Agenda, arguments: list[str], line: str) -> None:
    result = agenda(*arguments)
    assert (result.exit_code, result.stdout) == ((0, f"{line}\n") if line else (1, ""))


@pytest.mark.parametrize(
    ("moment", "line"),
    [
        ("02T09:15", "09:00 Welcome ␛[31m[red] · Main hall · 45 min left (+2)"),
        ("02T10:00", "10:00 Open end · Main hall · no end stated (+2)"),
        ("02T11:30", "10:00 Open end · Main hall · no end stated (+3)"),
        ("03T10:00", "Hackathon · Main hall · until tomorrow (+1)"),
        ("04T10:00", "Hackathon · Main hall · today (+1)"),
        ("04T23:59", "22:00 夜の会議と長い題名 · Main hall · 2 h 1 min left (+2)"),
        ("05T01:00", "Wed 4 March 2026, 22:00 夜の会議と長い題名 · Main hall · 1 h left (+1)"),
        ("06T01:00", "Surprise · Attic · perhaps"),
    ],
)
def test_the_line_tells_what_takes_time_and_has_hours(agenda: Agenda, odd: str, moment: str, line: str) -> None:
    assert lines(agenda("now", "-e", odd, "--line", "--at", f"2026-03-{moment}")) == [line]


@pytest.mark.parametrize(
    ("moment", "line"),
    [
        ("02-26T00:00", "Surprise · Attic · in 3+ days"),
        ("02-28T00:00", "Surprise · Attic · in 1+ day"),
        ("03-01T12:00", "Walk · Main hall · tomorrow"),
        ("03-02T10:30", "11:00 Called off (cancelled) · Main hall · in 30 min"),
        ("03-02T12:00", "Hackathon · Main hall · tomorrow"),
    ],
)
def test_the_line_of_what_comes_has_no_hours_that_are_not_known(
    agenda: Agenda, odd: str, moment: str, line: str
) -> None:
    assert lines(agenda("next", "-e", odd, "--line", "--at", f"2026-{moment}")) == [line]


def test_the_line_is_cut_by_columns_not_by_characters(agenda: Agenda, odd: str) -> None:
    result = agenda("now", "-e", odd, "--width", "48", "--at", "2026-03-04T23:59", "--match", "夜")
    assert lines(result) == ["22:00 夜の会議と長… · Main hall · 2 h 1 min left"]


def test_line_and_format_exclude_each_other(agenda: Agenda) -> None:
    result = agenda("now", "--line", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "agenda: --line is a form of its own: leave out -f, --json and --fields, or --line\n"


def test_long_title_is_cut_in_a_moment(agenda: Agenda, tmp_path: Path) -> None:
    (tmp_path / "long.yaml").write_text(
        f"title: Long\nzone: UTC\ndays:\n  2026-01-05:\n    - 10:00-11:00: {'x' * 500_000}\n"
    )
    begun = time.perf_counter()
    result = agenda("-e", str(tmp_path), "now", "--line", "--width", "40", "--at", "2026-01-05T10:30")
    assert result.stdout == "10:00 xxxxxxxxxxxxxxxxxxx… · 30 min left\n"
    assert time.perf_counter() - begun < 20  # a second, where each character that goes costs the whole of it: hours
