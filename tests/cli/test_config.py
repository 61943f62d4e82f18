"""The user's own settings: where they come from, what they change, and how a broken file ends the run."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from agendacli.cli.app import app
from agendacli.cli.options.groups import Format, Showing
from agendacli.cli.printing import format_of
from agendacli.cli.run.surroundings import Surroundings

Agenda = Callable[..., Result]
Write = Callable[[str], Path]

TEA = "title: Tea\nzone: UTC\ndays:\n  2026-01-05:\n    - 16:00-17:00: Tea\n"


@pytest.fixture
def write(agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write the config file."""
    del agenda  # whose own config file this replaces
    file = tmp_path / "config.toml"

    def written(text: str) -> Path:
        file.write_text(text, encoding="utf-8")
        monkeypatch.setenv("AGENDA_CONFIG", str(file))
        return file

    return written


def test_config_without_a_file_shows_the_defaults(agenda: Agenda) -> None:
    result = agenda("config", "--fields", "name,value,origin")
    assert (result.exit_code, result.stdout.splitlines()[:-1]) == (
        0,
        [
            "events\tbundled\tenvironment",
            "tz\tevent\tdefault",
            "week-start\tmonday\tdefault",
            "clock\t24h\tdefault",
            "format\ttable\tdefault",
            "severity.overlap\terror\tdefault",
            "severity.room\terror\tdefault",
            "severity.person\terror\tdefault",
            "severity.travel\terror\tdefault",
            "severity.turnover\terror\tdefault",
            "severity.rest\terror\tdefault",
            "severity.category\terror\tdefault",
            "severity.absence\terror\tdefault",
            "working-days\tmonday-friday\tdefault",
            "layout\tauto\tdefault",
            "ascii\tfalse\tdefault",
            "buffer\t0 min\tdefault",
        ],
    )
    assert result.stderr == f"agenda: there is no config file; write one as {os.environ['AGENDA_CONFIG']}\n"


def test_config_shows_what_the_file_says_and_where(agenda: Agenda, write: Write) -> None:
    file = write('tz = "UTC"\nweek-start = "sunday"\nbuffer = "15m"\n[severity]\nroom = "ignore"\n')
    found = [each for each in json.loads(agenda("config", "--json").stdout) if each["origin"] == "config"]
    assert found == [
        {"name": "tz", "value": "UTC", "origin": "config", "at": f"{file}:1"},
        {"name": "week-start", "value": "sunday", "origin": "config", "at": f"{file}:2"},
        {"name": "severity.room", "value": "ignore", "origin": "config", "at": f"{file}:5"},
        {"name": "buffer", "value": "15 min", "origin": "config", "at": f"{file}:3"},
    ]


@pytest.mark.parametrize("columns", [50, 80])
def test_config_drawn(agenda: Agenda, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGENDA_SCHEDULE", "s.txt")
    monkeypatch.setenv("AGENDA_EVENTS", os.pathsep.join(["bundled", "mine"]))
    lines = agenda("config", "-f", "table", "-q", columns=columns).stdout.splitlines()
    narrow = ["events", "  bundled", "  mine", "  AGENDA_EVENTS"]
    wide = ["events             bundled        AGENDA_EVENTS", "                   mine"]
    assert [each.rstrip() for each in lines][: 4 if columns < 60 else 2] == (narrow if columns < 60 else wide)


@pytest.mark.parametrize(
    ("arguments", "variable", "text", "origin"),
    [
        (["-e", "bundled"], "elsewhere", 'events = ["own"]', "option"),
        ([], "bundled", 'events = ["own"]', "environment"),
        ([], "", 'events = ["bundled"]', "config"),
        ([], "", "", "default"),
    ],
)
def test_events_come_from_the_first_that_says_so(
    write: Write, arguments: list[str], variable: str, text: str, origin: str
) -> None:
    home = str(write(text).parent)
    environment = {"AGENDA_EVENTS": variable, "HOME": home, "XDG_DATA_HOME": home}
    result = CliRunner().invoke(app, ["config", *arguments, "--json"], env=environment)
    event = json.loads(result.stdout)[0]
    assert (event["value"], event["origin"]) == (["bundled"], origin)


def test_events_of_the_config_lie_beside_it(agenda: Agenda, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write('events = ["own"]').parent / "own"
    folder.mkdir()
    (folder / "tea.yaml").write_text(TEA)
    monkeypatch.delenv("AGENDA_EVENTS")
    assert agenda("list", "--fields", "id,file").stdout == f"tea\t{folder / 'tea.yaml'}\n"


def test_zone_of_the_config_is_shown_unless_an_option_says_otherwise(agenda: Agenda, write: Write) -> None:
    write('tz = "UTC"')
    panel = ("timetable", "high-level-meeting/panel-1", "--fields", "start")
    assert agenda(*panel).stdout == "2017-09-27T19:00:00+00:00\n"
    assert agenda(*panel, "--tz", "event").stdout == "2017-09-27T15:00:00-04:00\n"


@pytest.mark.parametrize(("day", "count"), [("monday", 0), ("sunday", 10)])
def test_week_begins_on_the_day_of_the_config(agenda: Agenda, write: Write, day: str, count: int) -> None:
    write(f'week-start = "{day}"')
    ids = agenda(
        "timetable", "vienna-session", "--at", "2017-09-03T12:00", "--on", "this week", "--fields", "id"
    ).stdout
    assert len(ids.splitlines()) == count


def test_severity_of_the_config_is_that_of_conflicts(agenda: Agenda, write: Write) -> None:
    write('[severity]\noverlap = "ignore"\ntravel = "ignore"')
    result = agenda("conflicts")
    assert (result.exit_code, result.stdout) == (0, "")


def test_severity_of_an_option_comes_before_the_config(agenda: Agenda, write: Write) -> None:
    write('[severity]\noverlap = "ignore"\ntravel = "ignore"')
    result = agenda("conflicts", "--severity", "travel=warning", "--fields", "kind")
    assert set(result.stdout.split()) == {"travel"}


def test_format_of_the_config_is_not_that_of_a_pipe(agenda: Agenda, write: Write) -> None:
    write('format = "json"')
    assert agenda("list", "crime-commission").stdout.startswith("crime-commission\t")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Showing(), Format.JSON),
        (Showing(json=False, format=Format.CSV), Format.CSV),
        (Showing(output="events.txt"), Format.PLAIN),
        (Showing(fields="id"), Format.PLAIN),
    ],
)
def test_format_of_the_config_is_that_of_a_terminal(write: Write, asked: Showing, expected: Format) -> None:
    environment = {"AGENDA_CONFIG": str(write('format = "json"'))}
    terminal = Surroundings(
        datetime.now(UTC), environment, on_terminal=True, errors_on_terminal=True, width=80, encoding="utf-8"
    )
    assert format_of(asked, terminal) is expected


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("tz = UTC", "1:6: error[toml-syntax]: no TOML from here on: invalid value; a text goes in quotes"),
        ('weekstart = "monday"', "1:1: error[unknown-key]: `weekstart` is not a setting; did you mean `week-start`?"),
    ],
)
@pytest.mark.parametrize("command", ["list", "timetable", "conflicts", "config", ""])
def test_broken_config_ends_the_run(agenda: Agenda, write: Write, command: str, text: str, fault: str) -> None:
    file = write(text)
    result = agenda(*command.split())
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{file}:{fault}\n")


def test_config_that_is_no_text_is_told(agenda: Agenda, write: Write) -> None:
    write("").write_bytes(b"\xff\xfe\x00")
    result = agenda("list")
    assert (result.exit_code, result.stdout, "error[not-utf8]" in result.stderr) == (2, "", True)


def test_config_that_cannot_be_read_is_told(agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGENDA_CONFIG", str(tmp_path))
    result = agenda("list")
    assert (result.exit_code, result.stderr) == (2, f"agenda: {tmp_path}: is a directory\n")


@pytest.mark.parametrize("arguments", [["config", "--path"], ["list", "--help"], ["schema"]])
def test_broken_config_is_in_nobodys_way(agenda: Agenda, write: Write, arguments: list[str]) -> None:
    write("tz = UTC")
    assert agenda(*arguments).exit_code == 0


def test_path_of_the_config(agenda: Agenda, write: Write) -> None:
    file = write("")
    assert agenda("config", "--path").stdout == f"{file}\n"


def test_path_of_the_config_is_the_users_own_folder(
    agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AGENDA_CONFIG")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    path = Path(agenda("config", "--path").stdout.rstrip("\n"))
    assert (path.is_relative_to(tmp_path), path.parts[-2:]) == (True, ("agendacli", "config.toml"))


def test_ascii_draws_with_plain_signs_and_keeps_letters(agenda: Agenda, write: Write) -> None:
    write("ascii = true\n")
    drawn = agenda("timetable", "high-level-meeting", "--on", "2017-09-27", "-f", "table", columns=80).stdout
    assert "Miroslav Lajčák" in drawn
    assert "15:00 +" in drawn
    assert set("─│┌┐└┘├┤·–▶").isdisjoint(drawn)
    assert agenda("timetable", "high-level-meeting", "--json").stdout.count("Lajčák")


def test_ascii_is_true_or_false(agenda: Agenda, write: Write) -> None:
    write('ascii = "yes"\n')
    result = agenda("timetable")
    assert (result.exit_code, "`ascii`: expected `true` or `false`, not a text" in result.stderr) == (2, True)
