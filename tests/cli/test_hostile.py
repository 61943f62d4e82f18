"""Text from files cannot drive the terminal: every command, every format, every width, and files with hostile names."""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

cell_len = import_module("rich.cells").cell_len
# What a terminal obeys, but for line ends and the tabs between fields: controls, line separators, bidi overrides.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")
COLOURS = re.compile("\x1b\\[[0-9;]*m")
FORMATS = ("table", "plain", "json", "jsonl", "csv", "tsv", "markdown")
LONG = "x" * 300
EVIL = "\\e]0;pwned\\a\\e[31m[bold][/red] \\u202Edrow \\u2028 \\x9b2J"
HOSTILE = f"""\
title: "Eve {EVIL} [/link] :smile:"
short: "Short {EVIL}"
organizer: "Organizer {EVIL}"
place: {{city: "City {EVIL}", country: "Country {EVIL}", venue: "漢字会場 {EVIL}"}}
zone: Europe/Vienna
room: "大会議室 {EVIL}"
url: "http://example.org/\\e[0m"
kind: "kind {EVIL}"
stage: "stage {EVIL}"
revision: 2026-01-01
notes: ["note {EVIL}"]
sources:
  letter: {{title: "Letter {EVIL}", issuer: "Issuer {EVIL}", issued: 2025-12-01, file: "a\\eb.txt"}}
chairs:
  - "Ms. Jo Doe {EVIL}, Director {EVIL}"
days:
  2026-03-02:
    - 09:00-10:00: "Welcome {EVIL} {LONG}"
      id: one
      from: letter:4
      kind: "panel {EVIL}"
      description: "d {EVIL} \\n\\n para {EVIL}"
      url: "javascript:\\e[0m"
      speakers:
        - "e\\u0301\\u0301\\u0301\\u0301 Zal\\u0317go\\u0300 {EVIL}"
        - "יואב כהן, דנה"
        - "👩‍👩‍👧‍👦 Family 🇦🇹 1️⃣"
        - person: "Jo {LONG}"
          elsewhere: {{letter:3: "variant {EVIL}"}}
    - 09:30-11:00: "開会式と全体会議 [conceal]"
      id: two
      room: "Blue {EVIL} {LONG}"
      speakers: ["Ms. Jo Doe {EVIL}, X"]
    - 09:30-09:45: "\\u2028line\\u2029sep\\x85 \\ttab\\ntwo"
      id: three
    - before 18:00 for 2 h: "Walk {EVIL}"
      id: four
  some day in 2026-03:
    - hours unknown: "\\u202E\\e[31m"
      id: five
      kind: "=cmd|' /C calc'!A0"
"""
COMMANDS = (
    "list",
    "list --room nowhere",
    "show evil",
    "show evil/one evil/four evil/five",
    "show evil/none",
    "timetable",
    "timetable --tz event --tz Asia/Tokyo",
    "timetable --person nobody",
    "now --at 2026-03-02T09:35",
    "next --at 2026-03-01T09:35 -n 9",
    "people",
    "people doe",
    "rooms",
    "rooms --by room",
    "free --from 2026-03-01 --to 2026-03-09",
    "conflicts",
    "config",
)
UNFORMATTED = (
    "now --line --at 2026-03-02T09:35",
    "next --line --width 40 --at 2026-03-01T09:35",
    "",
    "check evil.yaml",
    "waive evil/one evil/none --reason x",
    "pick evil/one",
    "drop evil/two",
    "edit evil/none",
)


@pytest.fixture
def evil(agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Agenda:
    """The command line on a definition whose every text would drive a terminal."""
    monkeypatch.chdir(tmp_path)
    Path("evil.yaml").write_text(HOSTILE, encoding="utf-8")
    monkeypatch.setenv("AGENDA_EVENTS", "evil.yaml")
    return agenda


def assert_harmless(result: Result, *, coloured: bool = False) -> None:
    assert result.exit_code in (0, 1, 2)
    printed = COLOURS.sub("", result.stdout) if coloured else result.stdout
    assert OBEYED.findall(printed.replace("\r\n", "\n")) == []
    assert OBEYED.findall(result.stderr) == []


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_format_of_a_command_drives_the_terminal(evil: Agenda, command: str, format_: str) -> None:
    assert_harmless(evil(*command.split(), "-f", format_))


@pytest.mark.parametrize("command", UNFORMATTED)
def test_no_other_command_drives_the_terminal(evil: Agenda, command: str) -> None:
    assert_harmless(evil(*command.split()))


@pytest.mark.parametrize("command", COMMANDS)
def test_in_colour_only_our_own_colours_are_obeyed(evil: Agenda, command: str) -> None:
    assert_harmless(evil(*command.split(), "-f", "table", "--color", "always"), coloured=True)


@pytest.mark.parametrize("layout", ["list", "grid"])
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_layout_is_wider_than_the_terminal(evil: Agenda, layout: str, columns: int) -> None:
    result = evil("timetable", "-f", "table", "--layout", layout, columns=columns)
    assert max(map(cell_len, result.stdout.splitlines())) <= columns


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_drawing_is_wider_than_the_terminal(evil: Agenda, command: str, columns: int) -> None:
    result = evil(*command.split(), "-f", "table", columns=columns)
    assert max(map(cell_len, result.stdout.splitlines()), default=0) <= columns


def test_hostile_faults_are_told_harmlessly(agenda: Agenda, tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text('title: x\nzone: "Eu\\e[31m"\n"foo\\u202e": 1\ndays:\n  2026-03-02:\n    - "25\\e[31m:00": x\n')
    for format_ in ("table", "lines", "json"):
        assert_harmless(agenda("check", str(file), "-f", format_))
    assert_harmless(agenda("-e", str(file), "list"))


@pytest.mark.parametrize("command", ["list", "show na", "timetable", "conflicts", "check", "export"])
def test_hostile_file_names_are_shown(agenda: Agenda, tmp_path: Path, command: str) -> None:
    file = tmp_path / "na\x1b[31mme\u202e[bold].yaml"
    file.write_text(HOSTILE.replace("id: one", 'id: "o ne\\e"'), encoding="utf-8")
    result = agenda("-e", str(file), *command.split())
    assert OBEYED.findall(result.stderr) == []
    assert "na␛[31mme⟨U+202E⟩[bold].yaml:19:11" in result.output


@pytest.mark.parametrize(
    "option", ["--person", "--room", "--kind", "--role", "--tz", "--on", "--at", "--fields", "--attend", "-o", "-e"]
)
def test_hostile_options_are_quoted_harmlessly(evil: Agenda, option: str) -> None:
    text = "nowhere/\x1b[31m[bold]\u202e"
    assert_harmless(evil("timetable", option, text))


def test_hostile_settings_and_schedules_are_told_harmlessly(
    evil: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "s.txt").write_text("evil/[bold]\n\u202ex\n", encoding="utf-8")
    assert_harmless(evil("list", "--attend", "s.txt"))
    (tmp_path / "c.toml").write_text('tz = "\u202e"\n"[b\\u202e" = "\\u001b"\n', encoding="utf-8")
    monkeypatch.setenv("AGENDA_CONFIG", "c.toml")
    assert_harmless(evil("list"))
    assert_harmless(evil("config"))


def test_a_calendar_holds_no_control_character(evil: Agenda) -> None:
    written = evil("export").stdout.replace("\r\n ", "").replace("\r\n", "\n")
    assert re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f]", written) == []
