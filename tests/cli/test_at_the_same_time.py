"""Several runs that add to one file at the same time: nothing that any of them reported is lost."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

RUNS = 8
EVENT = "title: Tea\nzone: UTC\ndays:\n  2026-01-05:\n" + "".join(
    f"    - 16:00-17:00: Tea {n}\n      room: Kitchen\n" for n in range(RUNS + 1)
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AGENDA_CACHE", "off")
    Path("tea.yaml").write_text(EVENT)


def ended(*lines: Sequence[str]) -> list[str]:
    """What runs of these lines, all begun before one of them ends, print; each ends with 0."""
    agenda = [sys.executable, "-m", "agendacli", "-e", "tea.yaml"]
    runs = [subprocess.Popen([*agenda, *each], stdout=subprocess.PIPE) for each in lines]
    printed = [run.communicate()[0].decode() for run in runs]
    assert [run.returncode for run in runs] == [0] * len(lines)
    return printed


def test_items_added_at_the_same_time_are_all_there() -> None:
    on = ("--on", "2026-01-12", "--time", "10:00-11:00", "--title")
    ids = ended(*(("add", "tea.yaml", *on, f"Talk {n}") for n in range(RUNS)))
    text = Path("tea.yaml").read_text()
    assert sorted(ids) == [f"tea/talk-{n}\n" for n in range(RUNS)]
    assert [text.count(f"Talk {n}") for n in range(RUNS)] == [1] * RUNS


def test_sessions_picked_and_dropped_at_the_same_time_are_as_was_asked() -> None:
    mine = ("--schedule", "mine.txt")
    ended(*(("pick", f"tea/tea-{n}", *mine) for n in range(RUNS)))
    picked = Path("mine.txt").read_text()
    assert [picked.count(f"tea/tea-{n}\n") for n in range(RUNS)] == [1] * RUNS
    ended(*(("drop", f"tea/tea-{n}", *mine) for n in range(1, RUNS)))
    assert [each for each in Path("mine.txt").read_text().splitlines() if each[:1] == "t"] == ["tea/tea-0"]


def test_conflicts_waived_at_the_same_time_are_all_accepted() -> None:
    ended(
        *(
            ("waive", "tea/tea-0", f"tea/tea-{n + 1}", "--reason", "fine", "--waivers", "waivers.yaml")
            for n in range(RUNS)
        )
    )
    assert Path("waivers.yaml").read_text().count("fine") == RUNS
    assert ended(("check", "."))
