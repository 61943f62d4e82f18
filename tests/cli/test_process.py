"""The tool as a real process: what it imports, pipes, locales."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
HEAVY = {
    *("rich", "icalendar", "dateutil", "yaml", "pydantic", "platformdirs", "tzlocal", "tomllib", "importlib.metadata"),
    *("importlib.resources", "tempfile", "random", "hashlib", "csv"),
}


def run(*arguments: str, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "agendacli"]
    base = {
        "PATH": os.environ["PATH"],
        "AGENDA_CACHE": os.environ["AGENDA_CACHE"],
        "PYTHONPATH": str(SOURCE),
        "AGENDA_EVENTS": "bundled",
        "AGENDA_CONFIG": os.devnull,
        "LC_ALL": "C.UTF-8",
    }
    return subprocess.run(
        [*command, *arguments], capture_output=True, text=True, encoding="utf-8", env=base | environment, check=False
    )


_PROBE = """
import sys
from agendacli.__main__ import main
try:
    main()
finally:
    print("modules:", *sorted(sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "most"),
    [
        (["--help"], 152),
        (["--version"], 151),
        (["timetable", "--help"], 158),
        (["list"], 223),
        (["list", "--json"], 223),
        (["timetable"], 220),
        (["timetable", "--on", "2017-09-27"], 227),
        (["show", "vienna-session"], 225),
        (["people"], 227),
        (["rooms"], 231),
        (["check"], 218),
        (["conflicts"], 252),
        (["schema"], 198),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_imports_of_a_piped_command_where_the_events_were_read_before(
    arguments: list[str], most: int, tmp_path: Path, more_modules: int
) -> None:
    run(*arguments, AGENDA_CACHE=str(tmp_path))
    modules = set(run(*arguments, code=_PROBE, AGENDA_CACHE=str(tmp_path)).stderr.partition("modules: ")[2].split())
    assert {each for each in HEAVY if each in modules} == set()
    assert len(modules) <= most + more_modules


def test_imports_are_as_light_where_no_variable_names_our_folders(tmp_path: Path) -> None:
    unnamed = {"HOME": str(tmp_path), "AGENDA_CACHE": "", "AGENDA_CONFIG": "", "AGENDA_EVENTS": ""}
    run("list", **unnamed)
    modules = run("list", code=_PROBE, **unnamed).stderr.partition("modules: ")[2].split()
    assert {each for each in HEAVY if each in modules} == set()


def test_imports_of_a_command_are_none_of_the_others() -> None:
    modules = run("rooms", "--help", code=_PROBE).stderr.partition("modules: ")[2].split()
    assert [each for each in modules if "cli.commands." in each] == ["agendacli.cli.commands.rooms"]


def test_export_of_what_was_read_before_imports_no_reader(tmp_path: Path) -> None:
    own = {"AGENDA_CACHE": str(tmp_path)}
    run("export", **own)
    modules = run("export", code=_PROBE, **own).stderr.partition("modules: ")[2].split()
    readers = ("yaml", "agendacli.formats.ics.read", "agendacli.formats.ics.update", "agendacli.formats.definition")
    assert [each for each in modules if each.startswith(readers)] == []


def test_first_publishing_imports_nothing_that_updates(tmp_path: Path) -> None:
    modules = run("publish", "-o", str(tmp_path / "out"), code=_PROBE).stderr.partition("modules: ")[2].split()
    updating = ("agendacli.formats.ics.read", "agendacli.formats.ics.update", "agendacli.analysis.changes")
    assert [each for each in modules if each.startswith(updating)] == []


INTERRUPTED = """
import signal, sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == awaited:
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
from agendacli.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "awaited",
    [
        "agendacli.cli.app",
        "typer",
        "typer.main",
        "agendacli.cli.run.outcome",
        "agendacli.cli.commands.rooms",
        "agendacli.load",
    ],
)
def test_ctrl_c_while_modules_are_imported_is_quiet(awaited: str) -> None:
    found = run("rooms", code=f"awaited = {awaited!r}\n{INTERRUPTED}")
    assert (found.returncode, found.stdout, found.stderr) == (130, "", "")


def test_closed_pipe_ends_quietly() -> None:
    command = f"'{sys.executable}' -m agendacli timetable --json | head -n 1; echo ${{PIPESTATUS[0]}}"
    environment = os.environ | {"PYTHONPATH": str(SOURCE), "AGENDA_EVENTS": "bundled"}
    found = subprocess.run(["bash", "-c", command], capture_output=True, text=True, env=environment, check=False)  # noqa: S607
    assert (found.stdout, found.stderr) == ("[\n0\n", "")


@pytest.mark.parametrize("command", ["list", "timetable --json", "export", "--help", ""])
@pytest.mark.parametrize(
    ("output", "reason"), [(">/dev/full", "no space left on device"), (">&-", "it is closed")], ids=["full", "closed"]
)
def test_output_that_cannot_be_written_is_told(command: str, output: str, reason: str) -> None:
    line = f"'{sys.executable}' -m agendacli {command} {output}"
    environment = os.environ | {"PYTHONPATH": str(SOURCE), "AGENDA_EVENTS": "bundled"}
    found = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=environment, check=False)  # noqa: S607
    assert (found.returncode, found.stderr) == (2, f"agenda: standard output: {reason}\n")


@pytest.mark.parametrize(("closed", "code"), [("<&-", 0), ("2>&-", 1)])
def test_other_closed_streams_are_no_error(closed: str, code: int) -> None:
    line = f"'{sys.executable}' -m agendacli now --at 2017-09-05T12:00Z --room {'M2' if code == 0 else 'none'} {closed}"
    environment = os.environ | {"PYTHONPATH": str(SOURCE), "AGENDA_EVENTS": "bundled"}
    found = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=environment, check=False)  # noqa: S607
    assert (found.returncode, found.stderr) == (code, "")


def test_ascii_locale_is_no_error() -> None:
    found = run("timetable", "vienna-session", "-f", "table", PYTHONIOENCODING="ascii", COLUMNS="80")
    assert (found.returncode, found.stderr, found.stdout.isascii()) == (0, "", True)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_json_loses_nothing_where_the_output_is_not_utf8(encoding: str) -> None:
    command = ("people", "lauber", "-f", "jsonl", "--fields", "name")
    found = run(*command, PYTHONIOENCODING=encoding)
    assert found.stdout.splitlines()[0] == '{"name": "J\\u00fcrg Lauber"}'


@pytest.mark.parametrize("variable", ["NO_COLOR", "FORCE_COLOR"])
def test_colour_follows_the_environment(variable: str) -> None:
    found = run("timetable", "vienna-session", "-f", "table", **{variable: "1"})
    assert ("\x1b[" in found.stdout) is (variable == "FORCE_COLOR")


def test_three_names_are_one_programme() -> None:
    assert (
        run("--version").stdout
        == run(code="from agendacli.__main__ import main; import sys; sys.argv[1:] = ['--version']; main()").stdout
    )
