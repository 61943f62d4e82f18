"""Files that the release before really wrote: read, updated and compared by the tool of today."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SOURCE = Path(__file__).parents[2] / "src"
FILES = Path(__file__).parent / "files"
Run = Callable[..., "subprocess.CompletedProcess[str]"]
EVENTS = ("high-level-meeting", "vienna-session", "workshop")


@pytest.fixture(params=sorted(each.name for each in FILES.iterdir()))
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the folder that somebody had with a release."""
    return shutil.copytree(FILES / request.param, tmp_path / "had")


@pytest.fixture
def run(folder: Path) -> Run:
    """The tool in that folder, with the config, the schedule and the cache that lie there."""
    own = {"CONFIG": "config.toml", "SCHEDULE": "schedule.txt", "CACHE": "kept"}
    environment = {
        **os.environ,
        "PYTHONPATH": str(SOURCE),
        "TZ": "UTC",
        **{f"AGENDA_{name}": str(folder / file) for name, file in own.items()},
    }
    environment.pop("AGENDA_EVENTS", None)

    def running(*line: str) -> "subprocess.CompletedProcess[str]":
        tool = [sys.executable, "-m", "agendacli", *line]
        return subprocess.run(tool, capture_output=True, text=True, env=environment, cwd=folder, check=False)

    return running


def records(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)
    return found


def test_definitions_are_without_fault(run: Run) -> None:
    found = run("check", ".")
    assert (found.returncode, found.stdout) == (0, "")
    assert found.stderr.startswith("agenda: ")
    assert "no errors, no warnings" in found.stderr


def test_records_hold_what_they_held(run: Run, folder: Path) -> None:
    then, now = records((folder / "workshop.json").read_text()), records(run("timetable", "workshop", "--json").stdout)
    assert len(then) == len(now)
    for old, new in zip(then, now, strict=True):
        assert {name: new[name] for name in old} == {**old, **PLACE}


PLACE = {"venue": "Harbour Institute", "city": "Lisbon"}
"""What 0.1.0 took for one city of the name `Harbour Institute, Lisbon`: since then Lisbon is known."""


def test_lines_begin_as_they_began(run: Run, folder: Path) -> None:
    then, now = (folder / "lines.txt").read_text().splitlines(), run("timetable").stdout.splitlines()
    assert [line.split("\t")[:5] for line in now] == [line.split("\t") for line in then]


def test_config_is_read(run: Run) -> None:
    said = dict(line.split("\t")[:2] for line in run("config").stdout.splitlines())
    expected = {"tz": "event", "clock": "12h", "week-start": "sunday", "buffer": "15 min", "severity.travel": "warning"}
    assert {name: said[name] for name in expected} == expected


def test_schedule_is_read_and_added_to(run: Run, folder: Path) -> None:
    mine = records(run("timetable", "--mine", "--json").stdout)
    assert {each["id"] for each in mine} >= {"vienna-session/panel-1", "vienna-session/panel-2", "workshop/opening"}
    assert run("pick", "vienna-session/panel-3").returncode == 0
    assert (folder / "schedule.txt").read_text().splitlines()[-1] == "vienna-session/panel-3"


def test_waivers_hold(run: Run) -> None:
    pair = ["high-level-meeting/plenary-27-pm", "high-level-meeting/panel-1"]
    line = ("conflicts", "--only", "overlap", "--json")
    assert pair in [each["sessions"] for each in records(run(*line).stdout)]
    found = run(*line, "--waivers", "waivers.yaml")
    assert pair not in [each["sessions"] for each in records(found.stdout)]
    assert "agenda: 1 conflict waived in waivers.yaml\n" in found.stderr


def test_cache_of_then_is_nothing_to_go_by(run: Run, folder: Path) -> None:
    first, second = (run("list", "-e", "workshop.yaml").stdout for _ in range(2))
    assert first == second == run("list", "-e", "workshop.yaml", "--no-cache").stdout
    assert first.startswith("workshop\t2026-03-09")
    assert {each.name for each in (FILES / "0.1.0" / "kept").iterdir()} <= {
        each.name for each in (folder / "kept").iterdir()
    }


@pytest.mark.parametrize(("calendar", "event"), [("vienna", "vienna-session"), ("workshop", "workshop")])
def test_calendar_is_updated_where_nothing_changed_nothing_changes(calendar: str, event: str, run: Run) -> None:
    found = run("export", event, "--since", f"calendars/{calendar}.ics", "-o", "new.ics")
    assert found.returncode == 0
    assert ": 0 added, 0 changed, 0 cancelled, " in found.stderr


def test_calendar_is_updated_where_something_changed(run: Run, folder: Path) -> None:
    assert run("change", "workshop/reception", "--time", "19:00-", "-e", "workshop.yaml").returncode == 0
    found = run("export", "workshop", "--since", "calendars/workshop.ics", "-o", "new.ics")
    assert ": 0 added, 1 changed, 0 cancelled, " in found.stderr
    old, new = ((folder / name).read_text().split("BEGIN:VEVENT") for name in ("calendars/workshop.ics", "new.ics"))
    assert [each.count("SEQUENCE:1") for each in new if "SUMMARY:Reception" in each] == [1]
    assert len(old) == len(new)


def test_vdir_is_updated(run: Run, folder: Path) -> None:
    before = {each.name: each.read_bytes() for each in (folder / "calendars" / "vdir").iterdir()}
    assert run("export", "high-level-meeting", "--vdir", "calendars/vdir").returncode == 0
    assert {each.name: each.read_bytes() for each in (folder / "calendars" / "vdir").iterdir()} == before


def test_calendar_and_definition_are_compared_as_the_same(run: Run) -> None:
    found = run("diff", "calendars/vienna.ics", "vienna-session.yaml")
    assert (found.returncode, found.stdout) == (0, "")


def test_revision_of_then_is_compared(run: Run) -> None:
    found = run("diff", "vienna-session@2017-08-24", "--json")
    assert (found.returncode, len(records(found.stdout)) > 0) == (1, True)


def test_definition_that_import_wrote_is_read(run: Run) -> None:
    found = run("-e", "calendars/imported.yaml", "check", "calendars/imported.yaml")
    assert found.returncode == 0
    mine = records(run("-e", "calendars/imported.yaml", "timetable", "--json").stdout)
    assert len(mine) == len(records(run("-e", "calendars/workshop.ics", "timetable", "--json").stdout))


def test_definition_of_then_is_changed_and_keeps_its_lines(run: Run, folder: Path) -> None:
    before = (folder / "workshop.yaml").read_text().splitlines()
    assert run("change", "workshop/lunch", "--room", "Canteen", "-e", "workshop.yaml").returncode == 0
    after = (folder / "workshop.yaml").read_text().splitlines()
    assert [line for line in after if line not in before] == ["      room: Canteen"]
    assert [line for line in before if line not in after] == []
