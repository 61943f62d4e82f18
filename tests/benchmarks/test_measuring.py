"""Races: in turns, one process after another, in surroundings that change nothing."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.measuring import FailedError, Subject, race, run, surroundings


def writing(letter: str, path: Path, most: int = 1_000) -> Subject:
    code = f"open({str(path)!r}, 'a').write({letter!r})"
    return Subject(letter, (sys.executable, "-c", code), most=most)


def test_subjects_run_in_turns_after_a_round_to_get_warm(tmp_path: Path) -> None:
    path = tmp_path / "order"
    found = race([writing("a", path), writing("b", path)], 2, {})
    assert (path.read_text(), len(found.seconds("a")), len(found.seconds("b"))) == ("ababab", 2, 2)


def test_slow_subject_runs_only_in_its_rounds(tmp_path: Path) -> None:
    path = tmp_path / "order"
    found = race([writing("a", path), writing("b", path, most=1)], 2, {})
    assert (path.read_text(), len(found.seconds("b"))) == ("aaba", 1)


def test_subject_that_fails_drops_out_with_its_last_word(tmp_path: Path) -> None:
    failing = Subject("bad", (sys.executable, "-c", "import sys; sys.exit('no such calendar')"))
    found = race([failing, writing("a", tmp_path / "order")], 1, {})
    assert (dict(found.failed), [*found.readings]) == ({"bad": "exit code 1: no such calendar"}, ["a"])


def test_command_that_is_not_there_fails() -> None:
    with pytest.raises(FailedError, match="No such file"):
        run(Subject("none", ("/nowhere/at/all",)), {})


def test_seconds_that_a_process_tells_count() -> None:
    code = """print('a word before'); print('{"seconds": [12.5]}')"""
    assert run(Subject("inside", (sys.executable, "-c", code), inside=True), {}).seconds == 12.5


@pytest.mark.parametrize(("terminal", "said"), [(True, "True 120"), (False, "False 80")])
def test_subject_writes_to_a_terminal_or_a_pipe(*, terminal: bool, said: str) -> None:
    code = "import shutil, sys; print(sys.stdout.isatty(), shutil.get_terminal_size()[0])"
    assert run(Subject("tty", (sys.executable, "-c", code), terminal=terminal), {}).output.strip() == said


@pytest.mark.parametrize("terminal", [True, False])
def test_every_subject_has_a_session_of_its_own(*, terminal: bool) -> None:
    code = "import os; print(os.getsid(0) == os.getpid())"
    assert run(Subject("session", (sys.executable, "-c", code), terminal=terminal), {}).output.strip() == "True"


def test_before_is_run_ahead_of_each_round(tmp_path: Path) -> None:
    path = tmp_path / "file"
    code = f"import os; os.remove({str(path)!r})"
    found = race([Subject("a", (sys.executable, "-c", code), before=path.touch)], 2, {})
    assert found.failed == {}


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="only Linux lets a process forget its peak")
def test_peak_memory_is_not_that_which_the_parent_once_took() -> None:
    small = Subject("small", (sys.executable, "-c", "pass"))
    taken = bytearray(300_000_000)
    del taken
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])  # which the child begins with
    assert race([small], 1, {}).peak("small") < pages * os.sysconf("SC_PAGE_SIZE") + 200e6


def test_peak_memory_is_in_bytes_and_at_least_what_the_child_takes() -> None:
    big = Subject("big", (sys.executable, "-c", "b'x' * 100_000_000"))
    # The operating system counts what the child inherits of this process, too, which may be more.
    assert 100e6 < race([big], 1, {}).peak("big") < 100e9


def test_surroundings_clear_what_changes_a_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "AGENDA_EVENTS", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, "1")
    found = surroundings(tmp_path)
    assert [name for name in found if name.startswith(("PYTHON", "AGENDA", "XDG"))] == [
        *(["PYTHONPATH"] if "PYTHONPATH" in found else []),
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
    ]


def test_subject_asks_and_says_something_else_each_round() -> None:
    code = "import os, sys; print(sys.argv[1], os.environ['ROUND'])"
    plain = Subject("asks", (sys.executable, "-c", code))
    subject = replace(plain, asks=lambda number: (str(number),), says=lambda number: {"ROUND": str(number + 1)})
    assert [run(subject.in_round(number), {}).output for number in range(2)] == ["0 1\n", "1 2\n"]


def test_pager_of_whoever_measures_waits_for_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "less")
    assert surroundings(tmp_path)["PAGER"] == "cat"
