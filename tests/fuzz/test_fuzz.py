"""The fuzzing command: it finds what it is for, and a short run of it finds nothing."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fuzz import running


def traceback() -> None:
    raise LookupError


def other_code() -> None:
    sys.exit(3)


def endless() -> None:
    while True:
        pass


def patient() -> None:
    time.sleep(60)


def greedy() -> None:
    bytearray(2 * running.MEGABYTES << 20)


def fine() -> None:
    sys.exit(2)


@pytest.mark.parametrize(
    ("tool", "fault"),
    [
        (traceback, "LookupError"),
        (other_code, "ends with exit code 3"),
        (endless, "takes more than 1 seconds"),
        (patient, "does not end in 2 seconds"),
        (greedy, "MemoryError"),
        (fine, None),
    ],
)
def test_fault_of_a_run_is_found(
    tool: Callable[[], None], fault: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "main", tool)
    monkeypatch.setattr(running, "SECONDS", 1)
    monkeypatch.setattr(running, "PATIENCE", 2.0 if tool is patient else 60.0)
    assert running.fault_of([], tmp_path) == fault


def test_some_cases_have_no_fault() -> None:
    """As a process of its own: the memory of this one, which ran many tests, would count towards the limit."""
    command = [sys.executable, str(Path(__file__).parent), "--seconds", "4", "--seed", "20260310"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout.splitlines()[-1].rpartition(", ")[2]) == (0, "0 failed")
