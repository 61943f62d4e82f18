"""The API: the answers of the command line as values, without anything of this machine in them."""

import doctest
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from agendacli import api

ROOT = Path(__file__).parents[2]
COAST = str(ROOT / "docs" / "examples" / "coast.yaml")
FAULTY = "title: Tea\nzone: UTC\ndays:\n  2026-03-02:\n    - 09:00-08:00: Tea\n"
Write = Callable[[str, str], Path]


def answer(*line: str) -> bytes:
    """What the command line prints, without settings of anybody."""
    own = {"AGENDA_CONFIG": os.devnull, "AGENDA_CACHE": "off", "AGENDA_EVENTS": "bundled"}
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **own}
    return subprocess.run(
        [sys.executable, "-m", "agendacli", *line], capture_output=True, env=environment, check=False
    ).stdout


def records(*line: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(answer(*line, "--json"))
    return found


@pytest.fixture(scope="module")
def bundled() -> api.Events:
    return api.load("bundled")


@pytest.mark.parametrize("run", [1, 2])
def test_page_says_what_happens(run: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    found = doctest.testfile(str(ROOT / "docs" / "api.md"), module_relative=False, encoding="utf-8")
    assert (found.failed, found.attempted > 10, run) == (0, True, run)


def test_events_are_those_of_list(bundled: api.Events) -> None:
    by_id = {each["id"]: each for each in records("list")}
    assert {each["id"]: each for each in bundled.records} == by_id


@pytest.mark.parametrize("ids", [(), ("vienna-session",), ("high-level-meeting/panel-1", "stocktaking-meeting")])
def test_timetable_is_that_of_the_command(ids: tuple[str, ...], bundled: api.Events) -> None:
    assert api.timetable(bundled, *ids) == records("timetable", *ids)


def test_timetable_on_other_clocks_is_that_of_the_command(bundled: api.Events) -> None:
    assert api.timetable(bundled, zone="Asia/Tokyo") == records("timetable", "--tz", "Asia/Tokyo")


@pytest.mark.parametrize("kinds", [(), ("overlap",), ("room", "person", "travel")])
def test_conflicts_are_those_of_the_command(kinds: tuple[str, ...], bundled: api.Events) -> None:
    only = [word for each in kinds for word in ("--only", each)]
    assert api.conflicts(bundled, kinds=kinds) == records("conflicts", *only)


def test_conflicts_of_single_sessions_are_those_of_the_command(bundled: api.Events) -> None:
    ids = ("high-level-meeting/plenary-27-pm", "high-level-meeting/panel-1")
    found = api.conflicts(bundled, *ids)
    assert len(found) == 1
    assert found == records("conflicts", *ids)


@pytest.mark.parametrize("more", [(), ("--all",)])
def test_diff_is_that_of_the_command(more: tuple[str, ...]) -> None:
    old, new = ROOT / "events" / "vienna-session@2017-08-24.yaml", ROOT / "events" / "vienna-session.yaml"
    found = records("diff", str(old), str(new), *more)
    assert api.diff(api.load(old), api.load(new), everything=bool(more)) == found != []


def test_diff_of_a_definition_and_its_calendar_is_that_of_the_command(tmp_path: Path) -> None:
    calendar = tmp_path / "coast.ics"
    calendar.write_bytes(api.export(api.load(COAST)))
    changed = Path(COAST).read_text(encoding="utf-8").replace("room: Pier Room", "room: Attic")
    (tmp_path / "coast.yaml").write_text(changed, encoding="utf-8")
    found = api.diff(api.load(calendar), api.load(tmp_path / "coast.yaml"))
    assert found == records("diff", str(calendar), str(tmp_path / "coast.yaml"))


@pytest.mark.parametrize("form", ["ics", "xml", "json", "csv", "markdown"])
def test_export_is_the_file_of_the_command(form: str, bundled: api.Events) -> None:
    assert api.export(bundled, "vienna-session", format=form) == answer("export", "vienna-session", "-f", form)


def test_export_of_everything_is_the_file_of_the_command(bundled: api.Events) -> None:
    assert api.export(bundled) == answer("export")


def test_what_is_wrong_is_a_value(write: Write) -> None:
    events = api.load(write("tea.yaml", FAULTY), "nowhere.yaml")
    assert (events.is_sound, events.problems) == (False, ("nowhere.yaml: no such file or directory",))
    [fault] = events.diagnostics
    assert (fault["code"], fault["line"], fault["column"]) == ("end-before-start", 5, 13)


def test_nothing_is_made_of_what_has_errors(write: Write) -> None:
    events = api.load(write("tea.yaml", FAULTY))
    with pytest.raises(ValueError, match=r"tea.yaml:5: "):
        api.export(events)
    with pytest.raises(ValueError, match=r"tea.yaml:5: "):
        api.diff(events, events)


def test_what_is_not_there_is_said(bundled: api.Events) -> None:
    with pytest.raises(LookupError, match="no event and no session is called `vienna`"):
        api.timetable(bundled, "vienna")
    with pytest.raises(ValueError, match="`pdf` is not a format that is written; there are ics, xml"):
        api.export(bundled, "vienna-session", format="pdf")
    with pytest.raises(ValueError, match="csv holds one event, not 10"):
        api.export(bundled, format="csv")
    with pytest.raises(ValueError, match="`nonsense` is not a kind of conflict; there are overlap, room, "):
        api.conflicts(bundled, kinds=["nonsense"])


def test_one_kind_is_that_kind(bundled: api.Events) -> None:
    assert api.conflicts(bundled, kinds="overlap") == api.conflicts(bundled, kinds=["overlap"]) != []


@pytest.mark.parametrize("path", ["", "-", "https://example.org/tea.ics", "webcal://example.org/tea.ics"])
def test_what_is_not_a_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match=f"`{path}` is not the path of a file or folder"):
        api.load(path)


@pytest.mark.parametrize(
    "ask",
    [
        lambda _: api.load(COAST, zone="Tokyo/Asia"),
        lambda events: api.timetable(events, zone="Tokyo/Asia"),
        lambda events: api.conflicts(events, zone="Tokyo/Asia"),
        lambda events: api.diff(events, events, zone="Tokyo/Asia"),
    ],
)
def test_what_is_not_a_zone_is_refused(ask: Callable[[api.Events], object], bundled: api.Events) -> None:
    with pytest.raises(ValueError, match="`Tokyo/Asia` is not an IANA time zone; "):
        ask(bundled)


@pytest.mark.parametrize("ask", [api.timetable, api.conflicts, api.export])
def test_a_moment_has_a_zone(ask: Callable[..., object], bundled: api.Events) -> None:
    with pytest.raises(ValueError, match="`now` is a moment without a zone, 2026-03-01 00:00:00; "):
        ask(bundled, now=datetime(2026, 3, 1))  # noqa: DTZ001 (which is what is refused)


def test_times_without_a_zone_are_read_as_said(write: Write) -> None:
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260302T090000\nSUMMARY:Tea\nEND:VEVENT\nEND:VCALENDAR\n"
    events = api.load(write("tea.ics", text), zone="Asia/Tokyo")
    assert api.timetable(events)[0]["start"] == "2026-03-02T09:00:00+09:00"


def test_repeats_without_end_are_followed_from_the_moment_that_is_said(write: Write) -> None:
    text = "title: Tea\nzone: UTC\ndays:\n  every Monday from 2020-01-06:\n    - 09:00-10:00: Tea\n"
    found = api.timetable(api.load(write("tea.yaml", text)), now=datetime(2026, 3, 1, tzinfo=UTC))
    assert (found[0]["date"], found[-1]["date"]) == ("2020-01-06", "2027-02-22")


def test_nothing_of_this_machine_is_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    config = write("config.toml", "this is = no config")
    monkeypatch.setenv("AGENDA_CONFIG", str(config))
    monkeypatch.setenv("AGENDA_CACHE", str(config.parent / "kept"))
    events = api.load("bundled")
    assert len(api.conflicts(events)) == 2
    assert not (config.parent / "kept").exists()


def test_the_api_is_imported_when_it_is_asked_for_and_imports_what_is_used_only() -> None:
    code = "import sys, agendacli; print(*sorted(m for m in sys.modules if m.startswith('agendacli')))\n"
    code += "import agendacli.api; print(*sorted(m for m in sys.modules if m.startswith('agendacli')))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert found.stdout == "agendacli\nagendacli agendacli.api\n"
