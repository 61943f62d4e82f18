"""What is kept from run to run: `agenda cache`, `--no-cache`, AGENDA_CACHE; and `agenda list` keeps its answer."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

TEA = "title: Tea\nzone: Europe/Vienna\ndays:\n  2026-03-10:\n    - 09:00-10:00: Opening\n"
LONG_AGO = 1_700_000_000


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, in a folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AGENDA_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def write(name: str, text: str) -> Path:
    """A file that was not changed just now."""
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def kept(agenda: Agenda) -> list[tuple[str, bool]]:
    records = json.loads(agenda("cache", "--json").stdout)
    return [(Path(each["source"]).name, each["current"]) for each in records]


def test_cache_lists_what_was_read(agenda: Agenda) -> None:
    tea = write("tea.yaml", TEA)
    agenda("-e", "tea.yaml", "timetable")
    assert ("tea.yaml", True) in kept(agenda)
    tea.write_text(TEA + "\n")
    assert ("tea.yaml", False) in kept(agenda)


def test_cache_is_drawn_on_a_terminal(agenda: Agenda, folder: Path) -> None:
    assert agenda("cache", "-f", "table", columns=200).stdout == f"no files, 0 B in {folder}\n"
    folder.mkdir()
    (folder / "bad.compiled").write_bytes(b"x" * 1_234)
    assert agenda("cache", "-f", "table", columns=200).stdout == (
        f"(not readable)  1.2 kB  damaged\n\n1 file, 1.2 kB in {folder}\n"
    )


def test_cache_is_cleared_and_made_again(agenda: Agenda, folder: Path) -> None:
    write("tea.yaml", TEA)
    before = agenda("-e", "tea.yaml", "timetable").stdout
    number = len(list(folder.glob("*.compiled")))
    assert agenda("cache", "--clear").stderr == f"agenda: {number} files removed from {folder}\n"
    assert agenda("cache", "--clear", "-q").stderr == ""
    assert agenda("cache", "--clear").stderr == f"agenda: no files removed from {folder}\n"
    assert agenda("-e", "tea.yaml", "timetable").stdout == before


def test_cache_says_where_it_is(agenda: Agenda, folder: Path) -> None:
    assert agenda("cache", "--path").stdout == f"{folder}\n"


def test_cache_that_is_off_keeps_nothing(agenda: Agenda, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AGENDA_CACHE", "off")
    assert agenda("list").exit_code == 0
    result = agenda("cache")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        "agenda: AGENDA_CACHE is `off`, so nothing is kept\n",
    )
    assert not list(tmp_path.rglob("*.compiled"))


def test_no_cache_keeps_nothing_and_takes_nothing(agenda: Agenda, folder: Path) -> None:
    write("tea.yaml", TEA)
    for command in ("list", "timetable", "check"):
        assert agenda(command, "-e", "tea.yaml", "--no-cache").exit_code == 0
    assert not folder.exists()


@pytest.mark.parametrize("options", [[], ["--json"], ["-f", "csv"], ["--fields", "id,revision"], ["-f", "markdown"]])
def test_second_list_is_the_first(agenda: Agenda, options: list[str]) -> None:
    first, second = agenda("list", *options), agenda("list", *options)
    assert (second.stdout, second.exit_code) == (first.stdout, 0) == (agenda("list", "--no-cache", *options).stdout, 0)


def test_list_sees_what_changes(agenda: Agenda) -> None:
    def titles() -> list[str]:
        return agenda("-e", "e", "list", "--fields", "title").stdout.splitlines()

    write("e/tea.yaml", TEA)
    assert (titles(), titles()) == (["Tea"], ["Tea"])
    write("e/bees.yaml", TEA.replace("Tea", "Bees"))
    assert (titles(), titles()) == (["Bees", "Tea"], ["Bees", "Tea"])
    write("e/tea.yaml", TEA.replace("Tea", "Coffee"))
    assert titles() == ["Bees", "Coffee"]
    Path("e/bees.yaml").unlink()
    assert titles() == ["Coffee"]
    write("e/bad.yaml", "title: [\n")
    for _ in range(2):
        assert agenda("-e", "e", "list").exit_code == 2


def test_list_of_a_selection_is_not_that_of_everything(agenda: Agenda) -> None:
    everything = agenda("list").stdout
    assert agenda("list", "--city", "Vienna").stdout != everything
    assert agenda("list", "high-level-meeting").stdout.count("\n") == 1


def test_list_heeds_the_zone_of_the_config(agenda: Agenda, monkeypatch: pytest.MonkeyPatch) -> None:
    write("tea.yaml", TEA)
    start = ("-e", "tea.yaml", "list", "--fields", "start")
    assert [agenda(*start).stdout for _ in range(2)] == ["2026-03-10T09:00:00+01:00\n"] * 2
    assert agenda(*start, "--tz", "Asia/Tokyo").stdout == "2026-03-10T17:00:00+09:00\n"
    config = write("config.toml", 'tz = "UTC"\n')
    monkeypatch.setenv("AGENDA_CONFIG", str(config))
    assert agenda(*start).stdout == "2026-03-10T08:00:00+00:00\n"


def test_list_that_cannot_be_read_tells_so_each_time(agenda: Agenda) -> None:
    for _ in range(2):
        result = agenda("-e", "none.yaml", "list")
        assert (result.exit_code, result.stderr) == (2, "agenda: none.yaml: no such file or directory\n")


def test_list_tells_each_time_what_is_left_out_of_a_rule(agenda: Agenda) -> None:
    lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:Tick", "DTSTART:20200101T000000Z")
    write("tick.ics", "\n".join((*lines, "RRULE:FREQ=SECONDLY", "END:VEVENT", "END:VCALENDAR", "")))
    told = [agenda("-e", "tick.ics", "list").stderr for _ in range(3)]
    assert told == ["agenda: tick/1: only the first 10000 times of a rule are shown\n"] * 3
