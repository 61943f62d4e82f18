"""What people type: days, hours, addresses, options of other tools. Each is understood, or refused with what to type.

What has two readings is refused with both of them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from agendacli.cli.menu import COMMANDS, built
from agendacli.cli.options import elsewhere

Agenda = Callable[..., Result]
MONDAY = "2022-01-10T09:00"
DAILY = "title: Daily\nzone: UTC\ndays:\n  every day from 2021-01-01 to 2023-12-31:\n    - all day: A\n"

# Seen from Monday 10 January 2022: the first and the last day.
DAYS = {
    "2022-02-04": "2022-02-04",
    "14 July 2022": "2022-07-14",
    "Thursday 14 July 2022": "2022-07-14",
    "14-15 July 2022": "2022-07-14 2022-07-15",
    "July 14-15, 2022": "2022-07-14 2022-07-15",
    "4.-5. September": "2022-09-04 2022-09-05",
    "du 4 au 5 septembre 2022": "2022-09-04 2022-09-05",
    "13/7/2022": "2022-07-13",
    "2022-02": "2022-02-01 2022-02-28",
    "mid-March": "2022-03-11 2022-03-20",
    "Q3 2022": "2022-07-01 2022-09-30",
    "week 16": "2022-04-18 2022-04-24",
    "W16 2022": "2022-04-18 2022-04-24",
    "week of 4 July": "2022-07-04 2022-07-10",
    "weekend": "2022-01-15 2022-01-16",
    "friday": "2022-01-14",
    "this friday": "2022-01-14",
    "next week": "2022-01-17 2022-01-23",
    "in 3 days": "2022-01-13",
    "2 weeks from today": "2022-01-24",
    "next 7 days": "2022-01-10 2022-01-16",
    "next friday": "`next friday` could be 14 January 2022 or 21 January 2022; write `2022-01-14` or `2022-01-21`",
    "04/07": "`04/07` could be 4 July 2022 or 7 April 2022; write `2022-07-04` or `2022-04-07`",
    "10 or 12 May": "`10 or 12 May` could be 10 May 2022 or 12 May 2022; write `2022-05-10` or `2022-05-12`",
    "Wednesday 14 July 2022": "14 July 2022 is not a Wednesday; write `2022-07-14` or `Thursday 14 July 2022`",
}
HOURS = {
    "9am-10am": "09:00 10:00",
    "9 - 10:30 a.m.": "09:00 10:30",
    "3-4.30 p.m.": "15:00 16:30",
    "12:00 PM - 1:00 PM": "12:00 13:00",
    "11:30 PM - 12:30 AM": "23:30 00:30",
    "9-10": "09:00 10:00",
    "noon-13:00": "12:00 13:00",
    "15h-18h30": "15:00 18:30",
    "10.00 – 13.00 Uhr": "10:00 13:00",
    "0800-1000": "08:00 10:00",
    "9.00-12.30, 14.30-18.30": "09:00 12:30 14:30 18:30",
    "9.00-12.30 and 14.30-18.30": "09:00 12:30 14:30 18:30",
    "18:00": "18:00 ",
    "17:00-late": "17:00 ",
    "1-2": "`1-2` could be 01:00-02:00 or 13:00-14:00; write `01:00-02:00` or `13:00-14:00`",
    "11-12 am": "`11-12 am` could be 11:00-12:00 or 23:00-24:00; write `11:00-12:00` or `23:00-24:00`",
    "22:00-02:00": "it ends at 02:00, not after it begins at 22:00; over midnight write `22:00-02:00 +1`",
}
ADDRESSES = {
    "vienna": "vienna-session",
    "VIENNA-SESSION/panel-1": "vienna-session/panel-1",
    "vienna/panel-1": "vienna-session/panel-1",
    "harnessing": "vienna-session/side-event",
    "Harnessing the data revolution": "vienna-session/side-event",
    "vienna/summary": "vienna-session/summary-panel",
    "panel-1": "`panel-1` could be `high-level-meeting/panel-1` or `vienna-session/panel-1`; write more of it",
    "viena-session": "no event is called `viena-session`; did you mean `vienna-session`?",
    "nowhere.yaml": "nowhere.yaml: no such file or directory",
}
LINES = {
    "timetable --date today": "no option is called `--date`; did you mean `--on`?",
    "timetable --today": "no option is called `--today`; did you mean `--on today`?",
    "timetable --start monday": "no option is called `--start`; did you mean `--from`?",
    "list --since monday": "no option is called `--since`; did you mean `--from`?",
    "timetable --until monday": "no option is called `--until`; did you mean `--to`?",
    "timetable --search tea": "no option is called `--search`; did you mean `--match`?",
    "timetable --speaker doe": "no option is called `--speaker`; did you mean `--person`?",
    "timetable --timezone UTC": "no option is called `--timezone`; did you mean `--tz`?",
    "timetable --no-color": "no option is called `--no-color`; did you mean `--color never`?",
    "timetable --track x": "no option is called `--track`; did you mean `--category`?",
    "timetable --csv": "no option is called `--csv`; did you mean `-f csv`?",
    "timetable --romo x": "no option is called `--romo`; did you mean `--room` or `--from`?",
    "list -z": "no option is called `-z`; see `agenda list -h`",
    "list --on": "option `--on` requires an argument",
    "ls": "no command is called `ls`; did you mean `list`?",
    "today": "no command is called `today`; did you mean `timetable --on today`?",
    "search tea": "no command is called `search`; did you mean `timetable --match TEXT`?",
    "validate": "no command is called `validate`; did you mean `check`?",
    "version": "no command is called `version`; did you mean `--version`?",
    "merge new.csv mine.yaml": "no command is called `merge`; did you mean `import NEW --onto MINE`?",
    "show": "ID... is missing; see `agenda show -h`",
    "list -f xml": "--format: `xml` is not one of `table`, `plain`, `json`, `jsonl`, `csv`, `tsv`, `markdown`",
}


def shown(result: Result) -> str:
    """What is on standard output, its first and last line; else the message that is there instead."""
    lines = result.stdout.splitlines()
    if result.exit_code == 0:
        return " ".join(dict.fromkeys((lines[0], lines[-1])))
    return result.stderr.splitlines()[-1].removeprefix("agenda: ")


@pytest.mark.parametrize(("typed", "expected"), DAYS.items())
def test_days(agenda: Agenda, tmp_path: Path, typed: str, expected: str) -> None:
    (tmp_path / "p.yaml").write_text(DAILY)
    result = agenda("timetable", "-e", str(tmp_path), "--at", MONDAY, "--on", typed, "--fields", "start")
    assert shown(result) == expected


@pytest.mark.parametrize(("typed", "expected"), HOURS.items())
def test_hours(agenda: Agenda, tmp_path: Path, typed: str, expected: str) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(f'title: Letter\nzone: UTC\ndays:\n  2026-05-04:\n    - "{typed}": A\n')
    result = agenda("timetable", "-e", str(file), "--fields", "start,end")
    times = [each[11:16] for line in result.stdout.splitlines() for each in line.split("\t")]
    assert (" ".join(times) or result.stderr.partition("]: ")[2].strip()) == expected


@pytest.mark.parametrize(("typed", "expected"), ADDRESSES.items())
def test_addresses(agenda: Agenda, typed: str, expected: str) -> None:
    assert shown(agenda("show", typed, "--fields", "id")) == expected


@pytest.mark.parametrize(("line", "message"), LINES.items())
def test_options_and_commands_of_other_tools(agenda: Agenda, line: str, message: str) -> None:
    result = agenda(*line.split())
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"agenda: {message}\n")


def test_what_stands_for_a_command_is_one() -> None:
    assert {each.split()[0] for each in elsewhere.COMMANDS.values()} <= {*COMMANDS, "--version"}
    assert set(elsewhere.COMMANDS).isdisjoint(COMMANDS)


def test_what_stands_for_an_option_is_one() -> None:
    options = {opt for name in COMMANDS for each in built(COMMANDS[name]).params for opt in each.opts}
    assert {each.split()[0] for each in elsewhere.OPTIONS.values()} <= options
