"""Whatever an answer is made of may change in any way: the next one is what is answered without."""

import io
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.answers.asking import Asking, pause
from tests.answers.programmes import BEES, TEA, WEEKLY

from agendacli.answers import replaying
from agendacli.answers.notes import Notes

Edit = Callable[[Asking], object]
ZONE = "/usr/share/zoneinfo"


def _rewritten(asking: Asking) -> None:
    """The same size, and the time of before."""
    path = asking.place / "tea.yaml"
    was = path.stat()
    asking.write("tea.yaml", TEA.replace("Talk", "Tale"))
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def _renamed_over(asking: Asking) -> None:
    asking.write("other.txt", TEA.replace("Opening", "Welcome")).replace(asking.place / "tea.yaml")


def _switched(asking: Asking) -> None:
    link = asking.place / "link.yaml"
    link.unlink()
    link.symlink_to("two.txt")


def _folder_replaced(asking: Asking) -> None:
    (asking.place / "inside").rename(asking.place / "away")
    asking.write("inside/tea.yaml", TEA.replace("Talk", "Speech"))


def _environment(**values: str) -> Edit:
    return lambda asking: asking.environment.update(values)


def _write(name: str, text: str) -> Edit:
    return lambda asking: asking.write(name, text)


def _linked(asking: Asking) -> None:
    asking.write("one.txt", TEA)
    asking.write("two.txt", BEES)
    (asking.place / "link.yaml").symlink_to("one.txt")


def _in_the_cache(asking: Asking) -> None:
    asking.environment["AGENDA_CACHE"] = "."
    asking.write("tea.yaml", TEA)


def _configured(asking: Asking) -> None:
    asking.environment["AGENDA_CONFIG"] = COMPILED_CONFIG
    asking.write("tea.yaml", TEA)
    asking.write(COMPILED_CONFIG, "")


def _scheduled(asking: Asking) -> None:
    asking.write("tea.yaml", TEA)
    asking.write(SCHEDULE, "tea/opening\n")


CONFIG = "../home/.config/agendacli/config.toml"
COMPILED_CONFIG = "__pycache__/config.pyc"
SCHEDULE = "../home/.local/share/agendacli/schedule.txt"
USUAL: Edit = _write("tea.yaml", TEA)
EDITS: dict[str, tuple[str, Edit, Edit]] = {
    "content": ("timetable", USUAL, _write("tea.yaml", TEA.replace("Talk", "A much longer talk"))),
    "content of the same size and time": ("timetable", USUAL, _rewritten),
    "rename over": ("timetable", USUAL, _renamed_over),
    "content of a file in the cache folder": (
        "timetable -e tea.yaml",
        _in_the_cache,
        _write("tea.yaml", TEA.replace("Talk", "Speech")),
    ),
    "deletion": ("list", USUAL, lambda asking: (asking.place / "tea.yaml").unlink()),
    "another file in the folder": ("list", USUAL, _write("bees.yaml", BEES)),
    "another folder in the folder": ("list", USUAL, _write("more/bees.yaml", BEES)),
    "a calendar": (
        "timetable -e week.ics --on 2017-09-05",
        _write("week.ics", WEEKLY),
        _write("week.ics", WEEKLY.replace("Wee", "Da")),
    ),
    "people that were not there": (
        "people",
        USUAL,
        _write("people.yaml", "al:\n  name: Albert Roe\n  aliases: [Al Roe]\n"),
    ),
    "places that were not there": ("free", USUAL, _write("places.yaml", "vienna:\n  holidays: [2017-09-05]\n")),
    "a link": ("list -e link.yaml", _linked, _switched),
    "a folder in which it is": ("timetable -e inside", _write("inside/tea.yaml", TEA), _folder_replaced),
    "a config that was not there": ("timetable", USUAL, _write(CONFIG, 'tz = "Asia/Tokyo"\n')),
    "a config that lies where Python keeps compiled modules": (
        "timetable",
        _configured,
        _write(COMPILED_CONFIG, 'tz = "Asia/Tokyo"\n'),
    ),
    "a schedule": ("timetable --mine -q", _scheduled, _write(SCHEDULE, "tea/talk\n")),
    "TZ": ("timetable --tz local", USUAL, _environment(TZ="Asia/Tokyo")),
    "HOME": ("list", _environment(AGENDA_EVENTS="~/a"), _environment(HOME="/")),
    "COLUMNS": ("timetable -f table", USUAL, _environment(COLUMNS="60")),
}


@pytest.mark.parametrize("name", EDITS)
def test_edits(asking: Asking, name: str) -> None:
    line, prepare, edit = EDITS[name]
    prepare(asking)
    words = line.split()
    was_kept = asking.twice(*words)
    _, before = asking.found
    pause()
    edit(asking)
    after = asking.alike(*words)
    assert not asking.replayed[-1]
    assert was_kept or name == "HOME"  # where nothing is found at all
    assert after != before or name in SAME


SAME = {"HOME", "another folder in the folder"}


def test_another_working_directory(asking: Asking) -> None:
    asking.write("tea.yaml", TEA)
    asking.write("other/bees.yaml", BEES)
    asking.environment["AGENDA_EVENTS"] = ""
    assert asking.twice("list", "-e", ".")
    asking.place /= "other"
    assert b"Bees" in asking.alike("list", "-e", ".")[0]


def test_a_working_directory_under_the_same_name(asking: Asking) -> None:
    asking.write("tea.yaml", TEA)
    assert asking.twice("list")
    shutil.move(asking.place, asking.aside / "place")
    asking.write("tea.yaml", BEES)
    assert b"Bees" in asking.alike("list")[0]


def test_another_size_of_the_answer(asking: Asking) -> None:
    rows = "".join(f"    - hours unknown: {'x' * 1500} {number}\n" for number in range(750))
    asking.write("tea.yaml", f"title: Tea\nzone: UTC\ndays:\n  2017-09-05:\n{rows}")
    assert not asking.twice("timetable", "-q")  # more than a megabyte
    assert asking.twice("timetable", "-q", "-n", "5")


@pytest.mark.parametrize(("name", "spoils"), [("/nowhere", False), (f"{__file__}/x", False), ("/" + "x" * 300, True)])
def test_what_cannot_be_looked_at_for_another_reason_than_that_it_is_not_there(name: str, *, spoils: bool) -> None:
    """A file that can be read from inside a folder, which nobody may enter, would seem to stay as it is."""
    notes = Notes(replaying.KeptQuestion("/cache", b""))
    notes.look(name)
    assert notes.is_spoilt == spoils


def test_zone_files(asking: Asking) -> None:
    """Those of a folder that PYTHONTZPATH names, and that of this machine where TZ names one."""
    zones = asking.aside / "zones"
    zones.mkdir()
    (zones / "mine").write_bytes(Path(ZONE, "Asia/Tokyo").read_bytes())
    asking.write("tea.yaml", TEA)
    asking.environment["TZ"] = f":{zones / 'mine'}"
    assert asking.twice("timetable")
    pause()
    (zones / "mine").write_bytes(Path(ZONE, "America/New_York").read_bytes())
    asking.alike("timetable")
    assert not asking.replayed[-1]


@pytest.mark.parametrize("line", ["timetable -e -", "timetable -e /dev/stdin", "list -e made.fifo"])
def test_what_can_be_read_once(asking: Asking, line: str) -> None:
    asking.write("tea.yaml", TEA)
    os.mkfifo(asking.place / "made.fifo")
    given = str(asking.place / "tea.yaml")
    for _ in range(2):
        asking.once(*line.split(), stdin=given)
        assert not asking.replayed[-1]


def test_files_that_changed_just_now(asking: Asking) -> None:
    asking.write("tea.yaml", TEA)
    asking.settled = 2.0
    asking.moment = (asking.place / "tea.yaml").stat().st_mtime + 1.0
    assert not asking.twice("list")
    asking.moment += 600.0
    asking.write("tea.yaml", BEES)
    assert b"Bees" in asking.alike("list")[0]


@pytest.mark.parametrize("name", ["AGENDA_EVENTS", "XDG_DATA_HOME", "NO_COLOR", "PYTHONTZPATH", "ANYTHING", "_X"])
def test_every_variable_is_part_of_the_question(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {_key(monkeypatch)}
    for value in ("", "1", "2"):
        monkeypatch.setenv(name, value)
        keys.add(_key(monkeypatch))
    assert len(keys) == 4


@pytest.mark.parametrize("name", ["_", "SHLVL", "OLDPWD"])
def test_what_a_shell_counts_is_no_part_of_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "1")
    before = _key(monkeypatch)
    monkeypatch.setenv(name, "2")
    assert _key(monkeypatch) == before


def test_line_place_and_search_path_are_part_of_the_question(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    keys = [_key(monkeypatch)]
    monkeypatch.setattr(sys, "argv", [*sys.argv, "x"])
    keys.append(_key(monkeypatch))
    monkeypatch.chdir(tmp_path)
    keys.append(_key(monkeypatch))
    monkeypatch.setattr(sys, "path", [*sys.path, "/nowhere"])
    keys.append(_key(monkeypatch))
    monkeypatch.setattr(sys, "orig_argv", [*sys.orig_argv, "-O"])
    keys.append(_key(monkeypatch))
    assert len(set(keys)) == len(keys)


def _key(monkeypatch: pytest.MonkeyPatch) -> bytes:
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        monkeypatch.setattr(sys, name, open(number, "rb" if not number else "wb", closefd=False))  # noqa: SIM115
        monkeypatch.setattr(sys, name, io.TextIOWrapper(getattr(sys, name)))
    return replaying._key(())  # noqa: SLF001
