"""Several runs that change one file at the same time, files that are protected, runs that are killed."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from agendacli.files import FileError, writing
from agendacli.files.reading import read_if_there

WRITERS, TIMES = 8, 25


def test_update_replaces_what_it_knows(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert writing.update(path, None, b"one")
    assert writing.update(path, b"one", b"two")
    assert path.read_bytes() == b"two"


@pytest.mark.parametrize("old", [None, b"other"])
def test_update_of_what_has_changed_writes_nothing(tmp_path: Path, old: bytes | None) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    assert not writing.update(path, old, b"two")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.txt", b"one")]


def lines_added_by_all(path: Path) -> list[str]:
    def add(writer: int) -> None:
        for number in range(TIMES):
            before = read_if_there(path)
            while not writing.update(path, before, (before or b"") + f"{writer}-{number}\n".encode()):
                before = read_if_there(path)

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(add, range(WRITERS)))
    return sorted(path.read_text().splitlines())


@pytest.mark.parametrize("hidden", [False, True], ids=["without a name", "hidden"])
def test_updates_at_the_same_time_lose_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, hidden: bool
) -> None:
    if hidden:  # as on a system that has no files without names
        monkeypatch.setattr(writing, "_DESCRIPTORS", tmp_path / "none")
    path = tmp_path / "a.txt"
    assert lines_added_by_all(path) == sorted(f"{w}-{n}" for w in range(WRITERS) for n in range(TIMES))
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_name_that_a_killed_run_has_left_is_taken_from_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_LONG", 0.05)
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    monkeypatch.setattr(os, "urandom", lambda _: b"")
    claims: list[Path] = []
    monkeypatch.setattr(Path, "replace", lambda self, _: claims.append(self))
    writing.update(path, b"one", b"two")  # which is killed just before it renames
    monkeypatch.undo()
    assert claims[0].exists()
    monkeypatch.setattr(writing, "_LONG", 0.05)
    assert writing.update(path, b"one", b"three")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.txt", b"three")]


def test_protected_file_is_not_updated(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    path.chmod(0o444)
    with pytest.raises(FileError, match="write-protected"):
        writing.update(path, b"one", b"two")
    assert path.read_bytes() == b"one"


BEGIN = """
import os, time
from pathlib import Path
from agendacli.__main__ import stop_when_told
from agendacli.files import writing
stop_when_told()
def wait(*given, **named):
    print("begun", flush=True)
    time.sleep(60)
"""
SLOWLY = """
def pieces():
    yield b"some"
    wait()
writing.write_pieces(Path("a.ics"), pieces())
"""
UNNAMED = """
os.link = wait
writing.write_all(Path("new"), {f"{n}.ics": b"some" for n in range(1_000)})
"""
UNPLACED = """
Path.replace = wait
writing.write_pieces(Path("old.ics"), (b"some",))
"""


@pytest.mark.parametrize("kill", [signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("doing", [SLOWLY, UNNAMED, UNPLACED], ids=["writing", "naming a thousand", "replacing"])
def test_run_that_is_killed_leaves_nothing_in_the_folder(tmp_path: Path, kill: signal.Signals, doing: str) -> None:
    if kill is signal.SIGKILL and not hasattr(os, "O_TMPFILE"):
        pytest.skip("a file without a name is needed")
    folder, own = tmp_path / "theirs", tmp_path / "ours" / "agendacli"
    for each in (folder / "new", own):
        each.mkdir(parents=True)
    (folder / "old.ics").write_bytes(b"old")
    environment = {**os.environ, "XDG_CACHE_HOME": str(own.parent), "HOME": str(own.parent)}
    run_of = [sys.executable, "-c", BEGIN + doing]
    with subprocess.Popen(run_of, cwd=folder, stdout=subprocess.PIPE, env=environment) as run:
        assert run.stdout
        assert run.stdout.readline() == b"begun\n"
        run.send_signal(kill)
    assert sorted(each.name for each in folder.rglob("*")) == ["new", "old.ics"]
