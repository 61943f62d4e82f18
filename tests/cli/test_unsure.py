"""Doubts that stand as comments: what `check` and the other commands make of them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

SCHOOL = """\
title: School
zone: Europe/Lisbon
days:
  2026-03-09:
    - 10:00-11:00: Tides    # ? half of the day inferred
      room: Hall
    - 10:30-11:30: Gauges
      room: Hall
    - 15:00-16:00: Nets    # ? title: joined from several lines
      room: Aula
    - 15:30-16:00: Knots
      room: Aula
"""


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "school.yaml"
    path.write_text(SCHOOL, encoding="utf-8")
    return path


def test_check_tells_each_and_strict_refuses_them(agenda: Agenda, school: Path) -> None:
    done = agenda("check", "school.yaml")
    assert done.stdout.splitlines()[0].startswith("school.yaml:5:29: warning[unsure]: half of the day inferred; delete")
    assert (done.exit_code, agenda("check", "--strict", "school.yaml").exit_code) == (0, 1)
    school.write_text(
        SCHOOL.replace("    # ? half of the day inferred", "").replace("    # ? title: joined from several lines", "")
    )
    assert agenda("check", "--strict", "school.yaml").exit_code == 0


def test_other_commands_only_count_them(agenda: Agenda, school: Path) -> None:
    told = agenda("list", "-e", str(school)).stderr
    assert told == "agenda: 2 doubts; see `agenda check`\n"
    assert agenda("list", "-q", "-e", str(school)).stderr == ""


def test_a_conflict_that_hangs_on_an_unsure_time_is_possible(agenda: Agenda, school: Path) -> None:
    found = json.loads(agenda("conflicts", "-e", str(school), "--only", "room", "--json").stdout)
    assert [(each["certainty"], each["depends_on"]) for each in found] == [
        ("possible", ["school/tides: its time is unsure"]),
        ("certain", []),
    ]


def test_it_is_the_same_once_it_is_kept(agenda: Agenda, school: Path) -> None:
    first, second = (agenda("conflicts", "-e", str(school)).stdout for _ in range(2))
    assert first == second
