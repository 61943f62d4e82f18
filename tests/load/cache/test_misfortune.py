"""What befalls a cache folder and the files around it: killed runs, foreign files, thousands of files, links."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agendacli.load.cache.seal import Seal
from agendacli.load.cache.store import Cache, CacheEntry, Json, Name
from agendacli.load.loaded import Loaded
from agendacli.load.programmes import load
from agendacli.model.lazy import LazySessions

LATER = datetime.now(UTC) + timedelta(days=1)
TEA = "title: Tea\nzone: Europe/Vienna\ndays:\n  2026-03-10:\n    - 09:00-10:00: Opening\n      speaker: Jo Doe\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("e").mkdir()
    Path("e/a.yaml").write_text(TEA)


def run(*names: str) -> Loaded:
    """What a run reads some time after everything was written, with all that is kept written in the end."""
    kept = Cache(Path("kept"), LATER)
    loaded = load(names or ["e"], kept=kept)
    kept.write()
    return loaded


def is_kept(loaded: Loaded) -> bool:
    return all(isinstance(each.sessions, LazySessions) for each in loaded.programmes)


def sealed(head: bytes) -> bytes:
    return b"agendacli %d %d\n%s" % (Seal(Path("kept")).of(head) or 0, len(head), head)


@pytest.mark.parametrize(
    "head",
    [
        b"{}",
        b'{"key": null}',
        b'{"key": [1]}',
        b'{"key": ["x", [1], [[1, 2]]], "source": 3}',
        b'{"key": ["x", [], []]}',
        b'{"a":' + b"[" * 200_000,
    ],
)
def test_entry_that_says_something_else_is_shown_as_damaged(head: bytes) -> None:
    run()
    for each in Path("kept").glob("*.compiled"):
        each.write_bytes(sealed(head))
    assert {(each.source, each.is_current) for each in Cache(Path("kept"), LATER).kept()} == {("", False)}
    assert not is_kept(run())
    assert is_kept(run())


def test_link_to_nowhere_and_folder_hide_no_entries() -> None:
    run()
    number = len(list(Path("kept").glob("*.compiled")))
    Path("kept/dead.compiled").symlink_to("nowhere")
    Path("kept/folder.compiled").mkdir()
    cache = Cache(Path("kept"), LATER)
    assert [each.file.name for each in cache.kept() if not each.source] == ["dead.compiled"]
    assert cache.clear() == number + 1
    assert [each.name for each in Path("kept").iterdir()] == ["folder.compiled"]


def test_entries_are_for_this_user_only_in_a_folder_that_is_for_all() -> None:
    Path("kept").mkdir(mode=0o755)
    run()
    assert {each.stat().st_mode & 0o777 for each in Path("kept").glob("*.compiled")} == {0o600}


def test_temporary_files_of_killed_runs_go_in_the_end() -> None:
    Path("kept").mkdir()
    for name, age in ((".agenda-old", timedelta(hours=2)), (".agenda-new", timedelta())):
        (Path("kept") / name).touch()
        os.utime(Path("kept") / name, times=((LATER - age).timestamp(),) * 2)
    run()
    assert [each.name for each in Path("kept").glob(".agenda-*")] == [".agenda-new"]


def test_run_over_more_files_than_there_is_room_for_keeps_what_it_kept() -> None:
    for number in range(600):
        Path(f"e/b{number}.yaml").write_text(TEA.replace("Tea", f"Tea {number}"))
    loaded = run()
    entries = {each.name: each.stat().st_ino for each in Path("kept").glob("*.compiled")}
    assert (len(loaded.programmes), len(entries)) == (601, 512)
    assert run().programmes == loaded.programmes
    assert {each.name: each.stat().st_ino for each in Path("kept").glob("*.compiled")} == entries


def test_entries_in_use_are_not_those_that_are_dropped() -> None:
    run()
    for each in Path("kept").glob("*.compiled"):
        os.utime(each, (1, 1))
    for number in range(520):
        Path(f"kept/other-{number}.compiled").touch()
    Path("e/b.yaml").write_text(TEA.replace("Tea", "Bees"))
    run()
    assert len(list(Path("kept").glob("*.compiled"))) == 512
    assert is_kept(run())


def test_file_that_came_and_went_while_it_was_read_for_is_not_kept() -> None:
    people = Path("e/people.yaml")

    class Slow(Cache):
        """A cache whose folder is so slow that somebody saves a file meanwhile."""

        def find(self, name: Name, key: Json) -> CacheEntry | None:
            people.write_text("jo:\n  name: Johanna Doe\n  aliases: [Jo Doe]\n")
            return super().find(name, key)

    slow = Slow(Path("kept"), LATER)
    load(["e"], kept=slow)
    slow.write()
    people.unlink()
    assert not is_kept(run())


def test_tilde_in_a_name_of_a_folder_is_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("e")
    Path("~x.yaml").write_text(f"{TEA}colour: red\n")
    for _ in range(2):
        loaded = run(".")
        assert loaded.texts["~x.yaml"] == f"{TEA}colour: red\n"


def test_text_that_can_no_longer_be_read_is_missing() -> None:
    Path("e/a.yaml").write_text(f"{TEA}colour: red\n")
    run()
    loaded = run()
    Path("e/a.yaml").unlink()
    assert loaded.texts.get("e/a.yaml") is None
    Path("e/a.yaml").mkdir()
    assert loaded.texts.get("e/a.yaml") is None


def test_problems_come_in_one_order_kept_or_not() -> None:
    Path("e/people.yaml").symlink_to("people.yaml")  # a link to itself cannot be read
    Path("e/b.yaml").mkdir()
    whole = load(["e"]).problems
    assert len(whole) == 1
    assert [run().problems for _ in range(3)] == [whole] * 3
