"""The one command, as far as it can be shown without measuring."""

import subprocess
import sys
from pathlib import Path

from benchmarks.run import SECTIONS

ROOT = Path(__file__).resolve().parents[2]


def ended(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "benchmarks", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def test_command_names_its_options() -> None:
    found = ended("--help")
    options = [
        each for each in ("--quick", "--rounds", "--only", "--markdown", "--peers", "--most") if each in found.stdout
    ]
    assert (found.returncode, len(options)) == (0, 6)


def test_refusal_names_every_section() -> None:
    found = ended("--only", "nothing")
    assert (found.returncode, [each for each in SECTIONS if each not in found.stderr]) == (2, [])
