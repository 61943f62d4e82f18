"""What wrong usage and unreadable input get: one line of what to do, exit code 2, nothing half-written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

BROKEN = "title: Tea\nzone: UTC\ndays:\n  2026-01-05:\n    - 16:00-17:00: Tea\n    - 18:00-17:00: Late tea\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["list", "vienna-sesion"], "agenda: no event is called `vienna-sesion`"),
        (["show", "vienna-session/panel-9"], "agenda: `vienna-session` has no session `panel-9`"),
        (["timetable", "--on", "4/9/2017"], "agenda: `4/9/2017`"),
        (["list", *["--tz", "UTC"] * 3], "agenda: --tz: two zones at most stand side by side, not 3"),
        (["timetable", "--tz", "UTC", "--tz", "Europe/Wien"], "agenda: --tz: `Europe/Wien` is not an IANA time zone"),
        (["timetable", "--tz", "Europe/Wien"], "agenda: --tz: `Europe/Wien` is not an IANA time zone"),
        (["timetable", "--person", "nobody"], "agenda: --person: "),
        (["timetable", "--fields", "titel"], "agenda: --fields: no field is called `titel`"),
        (["export", "--alarm", "soon"], "agenda: --alarm: `soon`"),
        (["timetable", "-e", "-", "-"], "agenda: `-` cannot be both"),
        (["list", "-e", "nowhere.yaml"], "agenda: nowhere.yaml: no such file or directory"),
        (["export", "-o", "nowhere/a.ics"], "agenda: nowhere/a.ics: no such file or directory"),
    ],
)
def test_refusal(
    agenda: Agenda, arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = agenda(*arguments)
    assert (result.exit_code, result.stderr[: len(message)]) == (2, message)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("-e x.xml --zone Europe/Brussels timetable", "`--zone` goes after the command: `agenda timetable --zone …`"),
        ("--tz=Asia/Tokyo list", "`--tz` goes after the command: `agenda list --tz …`"),
        ("--json conflicts", "`--json` goes after the command: `agenda conflicts --json`"),
        ("-n 2 cover", "`-n` goes after the command: `agenda cover -n …`"),
        ("-e list --json now", "`--json` goes after the command: `agenda now --json`"),
        ("--person lauber", "`--person` goes after the command: `agenda timetable --person …`"),
        ("--dry-run", "`--dry-run` goes after the command: `agenda change --dry-run`"),
        ("--needed list", "no option is called `--needed`; see `agenda -h`"),
        ("list --version", "`--version` goes without a command: `agenda --version`"),
        ("list --verbose", "no option is called `--verbose`; did you mean `-f json`?"),
        ("list --nonsense", "no option is called `--nonsense`; see `agenda list -h`"),
    ],
)
def test_option_on_the_wrong_side_of_the_command_is_told_where_it_goes(
    arguments: str, message: str, agenda: Agenda
) -> None:
    result = agenda(*arguments.split())
    assert (result.exit_code, result.stderr) == (2, f"agenda: {message}\n")


def test_errors_in_the_input_leave_the_good_part_readable(agenda: Agenda, tmp_path: Path) -> None:
    file = tmp_path / "tea.yaml"
    file.write_text(BROKEN)
    result = agenda("-e", str(file), "timetable", "--fields", "title")
    assert (result.exit_code, result.stdout) == (2, "Tea\n")
    assert result.stderr.startswith(f"{file}:6:13: error[end-before-start]: ")


def test_errors_in_the_input_write_no_file(agenda: Agenda, tmp_path: Path) -> None:
    file, output = tmp_path / "tea.yaml", tmp_path / "tea.ics"
    file.write_text(BROKEN)
    result = agenda("export", "-e", str(file), "-o", str(output))
    assert (result.exit_code, output.exists()) == (2, False)


def test_check_exits_1_for_errors_inside_files(agenda: Agenda, tmp_path: Path) -> None:
    file = tmp_path / "tea.yaml"
    file.write_text(BROKEN)
    result = agenda("check", str(file))
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{file}:6:13: error[end-before-start]: ")


def test_folder_without_definitions_is_told(agenda: Agenda, tmp_path: Path) -> None:
    result = agenda("check", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"agenda: {tmp_path}: no definitions in this folder")


def test_empty_selection_says_which_filter_emptied_it(agenda: Agenda) -> None:
    result = agenda("timetable", "vienna-session", "--kind", "plenary")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("agenda: nothing is left: of 10 sessions none has the kind `plenary`")


def test_value_that_nothing_has_is_told_beside_one_that_is_known(agenda: Agenda) -> None:
    result = agenda("timetable", "vienna-session", "--kind", "panel", "--kind", "panle", "--on", "2017-09-05")
    assert result.exit_code == 0
    assert result.stdout.startswith("vienna-session/panel-3\t")
    assert result.stderr == "agenda: nothing has the kind `panle`; did you mean `panel`?\n"


def test_value_of_another_day_is_no_misspelling(agenda: Agenda) -> None:
    result = agenda("timetable", "vienna-session", "--kind", "opening", "--kind", "panel", "--on", "2017-09-05")
    assert (result.exit_code, result.stderr) == (0, "")


def test_quiet_does_not_tell_what_nothing_has(agenda: Agenda) -> None:
    assert agenda("list", "--status", "confirmed", "--status", "sure", "-q").stderr == ""


def test_quiet_tells_errors_only(agenda: Agenda, tmp_path: Path) -> None:
    file = tmp_path / "tea.yaml"
    file.write_text(f"\ufeff{BROKEN}")
    loud, quiet = agenda("-e", str(file), "list"), agenda("-e", str(file), "list", "-q")
    assert "warning[" in loud.stderr
    assert quiet.stderr == "".join(line for line in loud.stderr.splitlines(keepends=True) if "error[" in line)


def test_several_refusals_are_a_line_each(agenda: Agenda) -> None:
    result = agenda("list", "nope", "nix")
    assert result.exit_code == 2
    assert [line.split(";")[0] for line in result.stderr.splitlines()] == [
        "agenda: no event is called `nope`",
        "agenda: no event is called `nix`",
    ]
