"""Other machines, as far as one can be simulated here: without POSIX, without zones, with an old console, with drives.

What runs on Windows or macOS themselves was not tried; docs/stability.md says so.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
BARE = Path(__file__).parent / "bare"
ODD = """\
title: Tides — Ž 夜 ☕
zone: Europe/Vienna
room: "Größe ▶"
days:
  2026-03-02:
    - 09:00-10:00: 夜の会議
      id: night
      speakers: Ms. Žofie Dvořáková, عمر
    - 09:30-10:30: Second
      speakers: Ms. Žofie Dvořáková
    - 11:00-: Open
"""
QUESTIONS = (
    "list",
    "show odd",
    "timetable",
    "timetable --layout week",
    "now --at 2026-03-02T09:15",
    "next --at 2026-03-02T08:15",
    "people",
    "rooms",
    "free --on 2026-03",
    "conflicts --only overlap --only person",
    "cover odd -n 1",
    "check .",
    "export",
    "export -f csv",
    "config",
    "schema",
    "--help",
    "conflicts --help",
    "--version --verbose",
)


def run(line: str, folder: Path, *path: Path, **more: str) -> "subprocess.CompletedProcess[bytes]":
    """The tool in a folder that holds a definition in letters of many scripts; more folders may lead Python's path."""
    if not (folder / "odd.yaml").exists():
        (folder / "odd.yaml").write_text(ODD, encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, (*path, SOURCE))),
        "AGENDA_EVENTS": str(folder / "odd.yaml"),
        "AGENDA_CACHE": str(folder / "kept"),
        "AGENDA_CONFIG": str(folder / "config.toml"),
        "AGENDA_SCHEDULE": str(folder / "mine.txt"),
        "COLUMNS": "80",
        **more,
    }
    tool = [sys.executable, "-m", "agendacli", *line.split()]
    return subprocess.run(tool, capture_output=True, env=environment, cwd=folder, check=False)


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
@pytest.mark.parametrize("line", QUESTIONS)
def test_old_consoles_show_plainer_signs(line: str, encoding: str, tmp_path: Path) -> None:
    drawn = "" if line.startswith(("export", "config", "schema", "-")) or "--help" in line else " -f table"
    found = run(line + drawn, tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert found.returncode in (0, 1), found.stderr
    is_text = "export" not in line and not (encoding == "ascii" and "--help" in line)  # Typer takes ASCII for UTF-8
    assert (found.stdout if is_text else b"").decode(encoding).isascii() or encoding != "ascii"
    assert b" broke while " not in found.stderr


@pytest.mark.parametrize("line", QUESTIONS[:-1])
def test_answers_need_nothing_of_posix(line: str, tmp_path: Path) -> None:
    usual = run(line, tmp_path, AGENDA_CACHE=str(tmp_path / "usual"))
    bare = run(line, tmp_path, BARE)
    assert (bare.returncode, bare.stdout, bare.stderr) == (usual.returncode, usual.stdout, usual.stderr)


def test_files_are_written_without_anything_of_posix(tmp_path: Path) -> None:
    lines = (
        "export -o odd.ics",
        "export --since odd.ics -o odd.ics",
        "export --vdir vdir",
        "pick odd/night odd/open",
        "drop odd/open",
        "add odd --on 2026-03-02 --time 12:00- --title Lunch",
        "change odd/night --room Attic",
        "waive odd/night odd/second --reason agreed --waivers waivers.yaml",
        "publish odd -o page",
        "new tea --dates 2026-03-09 --zone UTC",
        "diff odd.ics odd.yaml --exit-zero",
        "cache --clear",
    )
    told = {line: found.stderr for line in lines if (found := run(line, tmp_path, BARE)).returncode}
    assert told == {}
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8").splitlines()[-1] == "odd/night"
    assert "Lunch" in (tmp_path / "odd.yaml").read_text(encoding="utf-8")
    assert {"index.html"} <= {each.name for each in (tmp_path / "page").iterdir()}
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".agenda")] == []


def test_standard_input_is_read_without_anything_of_posix() -> None:
    own = {"AGENDA_CACHE": "off", "AGENDA_CONFIG": os.devnull}
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(BARE), str(SOURCE))), **own}
    tool = [sys.executable, "-m", "agendacli", "-e", "-", "list"]
    found = subprocess.run(tool, input=ODD.encode(), capture_output=True, env=environment, check=False)
    assert (found.returncode, found.stdout.count(b"\n")) == (0, 1), found.stderr


def test_zones_come_with_the_tool_where_the_system_has_none(tmp_path: Path) -> None:
    usual = run("timetable", tmp_path, AGENDA_CACHE=str(tmp_path / "usual"))
    assert run("timetable", tmp_path, PYTHONTZPATH="").stdout == usual.stdout
    assert b" of the package tzdata, in " in run("--version --verbose", tmp_path, PYTHONTZPATH="").stdout


def test_path_with_a_drive_is_a_path(tmp_path: Path) -> None:
    drive = tmp_path / "C:" / "my events"
    drive.mkdir(parents=True)
    (drive / "tea.yaml").write_text(
        "title: Tea\nzone: UTC\ndays:\n  2026-03-02:\n    - 9:00-8:00: Tea\n", encoding="utf-8"
    )
    tool = [sys.executable, "-m", "agendacli", "check", "C:/my events/tea.yaml"]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "AGENDA_CACHE": "off"}
    found = subprocess.run(tool, capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)
    assert found.stdout.startswith("C:/my events/tea.yaml:5:12: error[end-before-start]: ")


def test_variable_holds_paths_with_drives_and_addresses() -> None:
    code = "import os; os.pathsep = ';'; from agendacli.files.paths import paths_in; "
    code += r"print(paths_in(r'C:\a b;https://x.org:80/y;D:/z'))"
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert found.stdout == "['C:\\\\a b', 'https://x.org:80/y', 'D:/z']\n"
