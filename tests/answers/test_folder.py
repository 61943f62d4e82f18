"""The folder of answers may be damaged, foreign, full or gone: then a run is what it is without."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.answers.asking import Asking
from tests.answers.programmes import BEES, TEA

from agendacli.answers import keeping, replaying
from agendacli.answers.notes import Notes
from agendacli.files.paths import cache_folder


def folder_of(asking: Asking) -> Path:
    return Path(asking.environment["AGENDA_CACHE"], "answers")


@pytest.fixture
def kept(asking: Asking) -> Asking:
    asking.write("tea.yaml", TEA)
    assert asking.twice("timetable")
    return asking


def test_folder_and_files_are_of_this_user_alone(kept: Asking) -> None:
    assert folder_of(kept).stat().st_mode & 0o777 == 0o700
    assert {each.stat().st_mode & 0o777 for each in folder_of(kept).iterdir()} == {0o600}


def test_no_value_of_the_environment_is_written(asking: Asking) -> None:
    asking.environment["WHATEVER"] = "a-secret-of-somebody"
    asking.write("tea.yaml", TEA)
    assert asking.twice("timetable")
    assert not [each for each in folder_of(asking).iterdir() if b"a-secret-of-somebody" in each.read_bytes()]


def _each(change: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda folder: [change(each) for each in folder.iterdir()]


def _flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def _linked(folder: Path) -> None:
    folder.rename(folder.with_name("away"))
    folder.symlink_to(folder.with_name("away"))


def _file(folder: Path) -> None:
    _each(Path.unlink)(folder)
    folder.rmdir()
    folder.write_text("")


def _replaced_by_links(folder: Path) -> None:
    for each in list(folder.iterdir()):
        each.rename(folder.with_name(each.name))
        each.symlink_to(folder.with_name(each.name))


def _piped(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "flipped": _each(_flip),
    "cut": _each(lambda file: file.write_bytes(file.read_bytes()[:-1])),
    "empty": _each(lambda file: file.write_bytes(b"")),
    "nothing but a checksum": _each(lambda file: file.write_bytes(bytes(replaying.SUM))),
    "of nothing": _each(lambda file: file.write_bytes(bytes(replaying.SUM) + b"\0")),
    "readable by others": _each(lambda file: file.chmod(0o644)),
    "links": _replaced_by_links,
    "pipes": _each(_piped),
    "folder of everybody": lambda folder: folder.chmod(0o777),
    "folder is a link": _linked,
    "folder is a file": _file,
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damaged_answers_are_none(kept: Asking, name: str) -> None:
    DAMAGES[name](folder_of(kept))
    kept.alike("timetable")
    assert not kept.replayed[-1]
    kept.alike("timetable")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("what", ["files", "folder"])
def test_answers_of_somebody_else_are_none(kept: Asking, what: str) -> None:
    for each in folder_of(kept).iterdir() if what == "files" else (folder_of(kept),):
        os.chown(each, 12345, 12345)
    kept.alike("timetable")
    assert not kept.replayed[-1]


def test_an_answer_under_the_name_of_another_question(kept: Asking) -> None:
    (one,) = folder_of(kept).iterdir()
    assert kept.twice("list")
    (other,) = set(folder_of(kept).iterdir()) - {one}
    other.write_bytes(one.read_bytes())
    kept.alike("list")
    assert not kept.replayed[-1]


def test_the_oldest_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 3)
    for number in range(5):
        keeping._store(replaying.KeptQuestion(str(tmp_path), bytes([number + 1])), b"x")  # noqa: SLF001
        os.utime(tmp_path / "answers" / f"{number + 1:032x}", (number, number))
    assert sorted(int(each.name, 16) for each in (tmp_path / "answers").iterdir()) == [3, 4, 5]


@pytest.mark.parametrize("is_resized", [False, True])
def test_a_terminal_that_changes_its_size_during_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_resized: bool
) -> None:
    monkeypatch.setattr(keeping, "SETTLED", float("-inf"))
    monkeypatch.setattr(sys, "path", [])  # other tests write into folders of this one's path, and import what goes
    monkeypatch.setattr(keeping, "_files_of_modules", list)
    sizes = ((80, 24),) * 3 if is_resized else replaying.terminal_sizes()
    keeping._keep(Notes(replaying.KeptQuestion(str(tmp_path), b"x", sizes)), 0)  # noqa: SLF001
    assert (tmp_path / "answers").exists() != is_resized


def test_answers_are_shown_and_cleared(kept: Asking) -> None:
    shown = kept.once("cache", "--fields", "source,current")[0].decode().splitlines()
    assert "agenda timetable\ttrue" in shown
    kept.write("tea.yaml", BEES)
    assert b"agenda timetable\tfalse" in kept.once("cache", "--fields", "source,current")[0]
    assert kept.once("cache", "--clear")[2] == 0
    assert not folder_of(kept).exists()


@pytest.mark.parametrize("off", ["--no-cache", "AGENDA_CACHE"])
def test_answers_can_be_switched_off(asking: Asking, off: str) -> None:
    asking.write("tea.yaml", TEA)
    words = ["timetable", *([off] if off.startswith("-") else [])]
    folder = folder_of(asking)
    if off == "AGENDA_CACHE":
        asking.environment[off] = "off"
    assert not asking.twice(*words)
    assert not folder.exists()


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"XDG_CACHE_HOME": "/x"},
        {"XDG_CACHE_HOME": " "},
        {"XDG_CACHE_HOME": "x"},
        {"AGENDA_CACHE": "~/c"},
        {"AGENDA_CACHE": "/a"},
        {"AGENDA_CACHE": ""},
    ],
    ids=str,
)
def test_the_folder_is_that_of_the_cache(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "AGENDA_CACHE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/somebody")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert replaying._cache_folder() == str(cache_folder(os.environ))  # noqa: SLF001
