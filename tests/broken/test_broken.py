"""A bug of the tool is told in one paragraph, and nothing of a programme with it: not there, not in what is kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agendacli import __version__
from agendacli.cli.menu import COMMANDS

SOURCE = Path(__file__).parents[2] / "src"
PROVOKED = Path(__file__).parent / "provoked"
CANARY = "Canary"
DEFINITION = f"""\
title: {CANARY} meeting
zone: Europe/Vienna
place: {CANARY} Hall, Vienna
days:
  2026-03-02:
    - 09:00-10:00: {CANARY} opening
      id: canary-opening
      speakers: Ms. {CANARY} Doe, Director
"""
LINES = {
    "list": "--match Canary",
    "show": "canary/canary-opening",
    "timetable": "--person Canary --room=CanaryRoom",
    "now": "--at 2026-03-02T09:30",
    "next": "-n1",
    "people": "Canary",
    "rooms": "",
    "free": "--on 2026-03",
    "conflicts": "--only overlap",
    "cover": "canary -n 1",
    "diff": "canary.yaml canary.yaml",
    "waive": "canary/canary-opening canary/canary-opening --reason Canary --waivers Canary.yaml",
    "pick": "canary/canary-opening",
    "drop": "canary/canary-opening",
    "new": "canary-2 --dates 2026-03-09 --zone Europe/Vienna",
    "add": "canary --on 2026-03-02 --time 11:00- --title Canary",
    "change": "canary/canary-opening --title Canary",
    "edit": "canary/canary-opening",
    "export": "--name Canary -o Canary.ics",
    "publish": "-o canary-page",
    "import": "canary.csv",
    "check": "",
    "schema": "",
    "config": "",
    "cache": "",
}


def run(line: str, folder: Path, provoked: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """The tool with a bug, in a folder with a definition, as a shell runs it."""
    (folder / "canary.yaml").write_text(DEFINITION, encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": f"{PROVOKED}{os.pathsep}{SOURCE}",
        "PROVOKED": provoked,
        "CANARY": CANARY,
        "AGENDA_EVENTS": str(folder),
        "AGENDA_CACHE": str(folder / "kept"),
        "AGENDA_CONFIG": str(folder / "config.toml"),
        "AGENDA_SCHEDULE": str(folder / "mine.txt"),
        **more,
    }
    code = "import sys; sys.argv[0] = 'agenda'; from agendacli.__main__ import main; main()"
    tool = f'"{sys.executable}" -c "{code}" {line}'
    return subprocess.run(  # noqa: S602 (the lines are those above)
        tool, shell=True, capture_output=True, text=True, env=environment, cwd=folder, check=False
    )


def test_every_command_has_a_line() -> None:
    assert list(LINES) == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_bug_in_a_command_is_told_without_data(command: str, tmp_path: Path) -> None:
    found = run(f"{command} {LINES[command]}", tmp_path, "agendacli.cli.options.spread:guarded")
    kept = tmp_path / "kept" / "traceback.txt"
    assert found.returncode == 70
    assert found.stderr.startswith(f"agenda: agendacli {__version__} broke while it ran `agenda {command}`")
    assert found.stderr.count("\n") == 1
    assert str(kept) in found.stderr
    text = kept.read_text(encoding="utf-8")
    assert CANARY.lower() not in (found.stdout + found.stderr + text).replace(str(tmp_path), "").lower()
    assert "\nValueError\n" in text
    assert "\n  agendacli.__main__:" in text
    assert kept.stat().st_mode & 0o777 == 0o600


DEEP = {
    "reading": "agendacli.formats.definition.decode.programme:decode_programme",
    "the cache": "agendacli.load.cache.store:Cache.find",
    "storing": "agendacli.load.cache.store:Cache.write",
    "an analysis": "agendacli.analysis.timetable.sections:lay_out",
    "records": "agendacli.records.lines:plain_lines",
    "an import": "agendacli.cli.query.reading",
    "the command line": "agendacli.cli.app",
    "the menu, which would name the command": "agendacli.cli.menu",
    "the surroundings": "agendacli.cli.run.surroundings:Surroundings.read",
}


@pytest.mark.parametrize("provoked", DEEP.values(), ids=DEEP)
@pytest.mark.parametrize("kind", ["ValueError", "MemoryError", "RecursionError", "OSError"])
def test_a_bug_anywhere_is_told_without_data(provoked: str, kind: str, tmp_path: Path) -> None:
    line = "timetable --match Canary"
    found = run(f"{line} -f table" if "lay_out" in provoked else line, tmp_path, provoked, PROVOKED_KIND=kind)
    assert CANARY.lower() not in found.stderr.replace(str(tmp_path), "").lower()
    assert (found.returncode, found.stderr.count(" broke while it ran ")) == (70, 1)
    assert f": {kind}. That is" in found.stderr


def test_a_bug_that_typer_would_make_an_answer_of_is_told(tmp_path: Path) -> None:
    found = run("list", tmp_path, "agendacli.cli.actions.list:print_list", PROVOKED_KIND="EOFError")
    assert (found.returncode, ": RuntimeError. That is" in found.stderr, "Aborted" in found.stderr) == (70, True, False)
    assert "\nEOFError\n" in (tmp_path / "kept" / "traceback.txt").read_text(encoding="utf-8")


def test_options_are_named_and_what_is_behind_them_is_not(tmp_path: Path) -> None:
    line = "-e canary.yaml export canary --name --Canary --alarm=15m -oCanary.ics --match -Canary"
    found = run(line, tmp_path, "agendacli.cli.options.spread:guarded")
    ran = found.stderr.partition("while it ran ")[2].partition(": ValueError")[0]
    assert ran == "`agenda export` with -e, --name, --alarm, -o, --match"


def test_a_bug_without_a_command_is_told(tmp_path: Path) -> None:
    found = run("", tmp_path, "agendacli.cli.run.outcome:guarded")
    assert (found.returncode, "while it ran `agenda`: ValueError. " in found.stderr) == (70, True)


def test_without_a_cache_a_bug_says_how_to_see_more(tmp_path: Path) -> None:
    found = run("list", tmp_path, "agendacli.cli.options.spread:guarded", AGENDA_CACHE="off")
    assert found.stderr.endswith(
        "Please report it where you have agendacli from; no traceback was kept, as AGENDA_CACHE is `off`: with "
        "AGENDA_CACHE=FOLDER the same line writes one, which holds nothing of your programme.\n"
    )


def test_a_cache_that_cannot_be_written_is_told_beside_the_bug(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = run("list", tmp_path, "agendacli.cli.options.spread:guarded", AGENDA_CACHE=str(tmp_path / "file" / "in"))
    assert found.returncode == 70
    assert f"; no traceback could be kept ({tmp_path}/file: " in found.stderr


def test_a_traceback_takes_the_place_of_the_last_one_for_this_user_alone(tmp_path: Path) -> None:
    kept = tmp_path / "kept" / "traceback.txt"
    kept.parent.mkdir()
    kept.write_text("old", encoding="utf-8")
    kept.chmod(0o644)
    run("list", tmp_path, "agendacli.cli.options.spread:guarded", PROVOKED_KIND="RecursionError")
    lines = kept.read_text(encoding="utf-8").splitlines()
    assert ("RecursionError" in lines, len(lines) < 500, kept.stat().st_mode & 0o777) == (True, True, 0o600)


def test_what_led_to_a_bug_is_in_the_traceback(tmp_path: Path) -> None:
    run("list", tmp_path, "agendacli.cli.options.spread:guarded")
    text = (tmp_path / "kept" / "traceback.txt").read_text(encoding="utf-8")
    assert text.index("\nKeyError") > text.index("\nValueError")


def test_a_bug_while_an_address_is_fetched_is_no_failure_of_the_server(tmp_path: Path) -> None:
    line = "-e http://127.0.0.1:9/canary.ics list"
    found = run(line, tmp_path, "agendacli.files.web.fetching:_answered", PROVOKED_KIND="TypeError")
    assert (found.returncode, ": TypeError. " in found.stderr, "Canary" in found.stderr) == (70, True, False)


def test_a_shell_that_completes_is_told_nothing(tmp_path: Path) -> None:
    asked = {"_AGENDA_COMPLETE": "complete_bash", "COMP_WORDS": "agenda li", "COMP_CWORD": "1"}
    found = run("", tmp_path, "agendacli.cli.menu:Deferred", **asked)
    assert (found.returncode, found.stderr, (tmp_path / "kept" / "traceback.txt").is_file()) == (70, "", True)
