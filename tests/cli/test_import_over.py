"""`import -o` onto a file that is there: what somebody wrote into it is not lost."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

LETTER = "Spring Fair in Lisbon\n\nMonday, 9 March 2026\n10.00 - 11.00 Opening\n11.00 - 12.00 Closing\n"
SHEET = "date,start,end,title\n2026-03-09,10:00,11:00,Opening\n2026-03-09,11:00,12:00,Closing\n"
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:1@x\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260309T100000Z\r\nDTEND:20260309T110000Z\r\nSUMMARY:Opening\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
FILES = {"one.txt": LETTER, "one.csv": SHEET, "one.ics": CALENDAR}


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A file of each kind, in the folder in which the command runs."""
    monkeypatch.chdir(tmp_path)
    name = str(request.param)
    Path(name).write_text(FILES[name], newline="")
    return name


def made(agenda: Agenda, file: str, *options: str) -> Result:
    result = agenda("import", file, "-o", "mine.yaml", "--zone", "Europe/Lisbon", *options)
    assert result.exit_code == 0, result.output
    return result


def edit() -> str:
    Path("mine.yaml").write_text(Path("mine.yaml").read_text().replace("Opening", "Our opening"))
    return Path("mine.yaml").read_text()


def test_what_was_edited_is_kept_and_told(agenda: Agenda, file: str) -> None:
    assert "kept" not in made(agenda, file).stderr
    edited = edit()
    told = made(agenda, file).stderr
    assert "mine.yaml was there already, and is kept as mine.yaml~; what you edited stays with" in told
    assert f"`agenda import {file} --onto mine.yaml`" in told
    assert Path("mine.yaml~").read_text() == edited
    assert "Our opening" not in Path("mine.yaml").read_text()


def test_quietly_it_is_kept_as_well(agenda: Agenda, file: str) -> None:
    made(agenda, file)
    edited = edit()
    assert made(agenda, file, "-q").stderr == ""
    assert Path("mine.yaml~").read_text() == edited


def test_the_same_text_is_no_other_and_an_empty_file_is_nothing_to_keep(agenda: Agenda, file: str) -> None:
    Path("mine.yaml").touch()
    made(agenda, file)
    assert "kept" not in made(agenda, file).stderr
    assert not Path("mine.yaml~").exists()


def test_what_git_has_is_not_kept_twice(agenda: Agenda, file: str) -> None:
    made(agenda, file)
    edit()
    who = "-c", "user.name=a", "-c", "user.email=a@example.org"
    for line in (("init", "-q"), ("add", "mine.yaml"), (*who, "commit", "-q", "-m", "mine")):
        subprocess.run(["git", *line], check=True)  # noqa: S607 (git of the machine)
    assert "kept" not in made(agenda, file).stderr
    assert not Path("mine.yaml~").exists()


def test_where_nothing_is_written_nothing_is_kept(agenda: Agenda, file: str) -> None:
    made(agenda, file)
    edited = edit()
    Path(file).write_text("nothing at all\n")
    assert agenda("import", file, "-o", "mine.yaml").exit_code == 2
    assert Path("mine.yaml").read_text() == edited
    assert not Path("mine.yaml~").exists()
