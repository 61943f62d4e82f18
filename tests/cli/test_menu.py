"""The commands as a menu: each is built only when it is asked for, and says itself what it takes."""

import inspect
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import agendacli
from agendacli.cli.menu import COMMAND_GROUPS, COMMANDS, function_of
from agendacli.formats.file_formats import written_names

Agenda = Callable[..., Result]

USUAL = "table|plain|json|jsonl|csv|tsv|markdown"
FORMATS = {
    **dict.fromkeys(("list", "people", "rooms", "free", "config", "cache"), USUAL),
    **dict.fromkeys(("timetable", "show", "now", "next", "cover"), f"{USUAL}|ics"),
    **dict.fromkeys(("conflicts", "check"), f"{USUAL}|lines"),
    "export": "|".join(written_names()),
    "diff": f"{USUAL}|text|docx",
}
NEEDED = {
    "cover": ["high-level-meeting", "-n", "1"],
    "show": ["vienna-session/panel-3"],
    "now": ["--at", "2017-09-05T13:30"],
    "next": ["--at", "2017-09-05T13:30"],
    "export": ["vienna-session"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_line_of_a_command_is_the_first_of_its_help(name: str) -> None:
    documented = inspect.cleandoc(function_of(COMMANDS[name]).__doc__ or "")
    assert COMMANDS[name].summary == " ".join(documented.split("\n\n")[0].split())


def test_help_names_every_command_with_its_whole_line(agenda: Agenda) -> None:
    shown = agenda("--help").stdout.splitlines()
    lines = {f"  {name.ljust(max(map(len, COMMANDS)))}  {each.summary}" for name, each in COMMANDS.items()}
    assert lines <= set(shown)


def test_help_has_every_command_in_one_group() -> None:
    grouped = [name for names in COMMAND_GROUPS.values() for name in names]
    assert (len(grouped), set(COMMANDS) - set(grouped)) == (len(set(grouped)), set())


def test_help_of_a_command_groups_its_options(agenda: Agenda) -> None:
    shown = agenda("timetable", "-h").stdout
    titles = [each for each in shown.splitlines() if each.endswith(":") and not each.startswith(" ")]
    assert titles == ["Arguments:", "Options:", "What to read:", "Which sessions:", "What is shown:"]


@pytest.mark.parametrize("columns", [60, 120])
def test_help_is_as_wide_as_the_terminal(columns: int) -> None:
    command = [sys.executable, "-m", "agendacli", "timetable", "-h"]
    source = str(Path(agendacli.__file__).parents[1])
    environment = os.environ | {"COLUMNS": str(columns), "PYTHONPATH": source, "LC_ALL": "C.UTF-8"}
    shown = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
    assert columns - 25 < max(map(len, shown.splitlines())) <= columns


def test_help_as_a_command_is_that_of_the_command(agenda: Agenda) -> None:
    assert agenda("help", "next").stdout == agenda("next", "--help").stdout
    assert agenda("help").stdout == agenda("--help").stdout
    assert "  help " not in agenda("--help").stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_is_its_own(agenda: Agenda, name: str) -> None:
    result = agenda(name, "-h")
    assert (result.exit_code, result.stdout[: len(f"Usage: agenda {name} ")]) == (0, f"Usage: agenda {name} ")


def test_misspelt_command_is_answered_with_the_nearest(agenda: Agenda) -> None:
    result = agenda("timetabel")
    message = "agenda: no command is called `timetabel`; did you mean `timetable`?\n"
    assert (result.exit_code, result.stderr) == (2, message)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_lists_the_formats_of_the_command(agenda: Agenda, name: str) -> None:
    listed = re.search(r"--format\s+<([a-z|]+)>", agenda(name, "--help").stdout)
    assert (listed and listed[1]) == FORMATS.get(name)


@pytest.mark.parametrize(("name", "format_"), [(name, each) for name in FORMATS for each in FORMATS[name].split("|")])
def test_every_format_listed_is_taken(agenda: Agenda, name: str, format_: str) -> None:
    if format_ == "xlsx":
        pytest.importorskip("openpyxl")
    assert agenda(name, *NEEDED.get(name, []), "-f", format_).exit_code in (0, 1)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_not_listed_is_refused(agenda: Agenda, name: str) -> None:
    other = "lines" if "ics" in FORMATS[name] else "ics"
    choices = ", ".join(f"`{each}`" for each in FORMATS[name].split("|"))
    result = agenda(name, *NEEDED.get(name, []), "-f", other)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"agenda: --format: `{other}` is not one of {choices}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "vienna-session/panel-3"],
        ["now", "--at", "2017-09-05T13:30", "--city", "Vienna"],
        ["next", "--at", "2017-09-05T09:30", "--city", "Vienna", "-n", "2"],
    ],
)
def test_calendar_of_a_question_is_that_of_its_sessions(agenda: Agenda, arguments: list[str]) -> None:
    ids = agenda(*arguments, "--fields", "id").stdout.split()
    assert agenda(*arguments, "-f", "ics").stdout == agenda("export", *ids).stdout


def test_calendar_of_nothing_has_exit_code_1(agenda: Agenda) -> None:
    result = agenda("now", "--match", "no such thing", "-q", "-f", "ics")
    assert (result.exit_code, result.stdout.count("BEGIN:VEVENT")) == (1, 0)
