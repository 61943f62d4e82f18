"""The one command, as far as it can be shown without measuring."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def ended(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "benchmarks", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def test_command_names_its_options() -> None:
    found = ended("--help")
    options = [each for each in ("--quick", "--only", "--markdown", "--peers", "--most") if each in found.stdout]
    assert (found.returncode, len(options)) == (0, 5)


@pytest.mark.parametrize(
    "section", ["start", "week", "series", "definition", "conflicts", "export", "reading", "revisions", "exchange"]
)
def test_refusal_names_every_section(section: str) -> None:
    found = ended("--only", "nothing")
    assert (found.returncode, section in found.stderr) == (2, True)
