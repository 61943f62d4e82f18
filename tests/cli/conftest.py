import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from agendacli.cli.app import app

Agenda = Callable[..., Result]

ODD = """\
title: Every precision
short: Odd
zone: Europe/Vienna
place: Vienna
room: Main hall
chairs: Ms. Jo Doe, Director
days:
  2026-03-02:
    - 09:00-10:00: "Welcome \\e[31m[red]"
      id: welcome
      speakers: Ms. Jo Doe, Director (tbc)
    - 10:00-: Open end
      id: open
    - 11:00-12:00: Called off
      id: off
      status: cancelled
      speakers: Ms. Jo Doe, Director
    - before 18:00 for 2 h: Walk
      id: walk
  2026-03-03 to 2026-03-04:
    - hours unknown: Hackathon
      id: hackathon
  2026-03-04:
    - 22:00-02:00 +1: 夜の会議と長い題名
      id: night
  some day in 2026-03:
    - hours unknown: Surprise
      id: surprise
      room: Attic
      moderators: Mr. Al Roe
"""

_TYPER_ALONE = 139  # modules of Python 3.11 after `import typer`: limits of modules are written for that


@pytest.fixture(scope="session")
def more_modules() -> int:
    """How many modules more than Python 3.11 this Python imports by itself and for Typer."""
    code = "import sys, typer; print(len(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return int(found.stdout) - _TYPER_ALONE


@pytest.fixture
def agenda(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Agenda:
    """Run the command line in this process, on the bundled events and without the user's own files."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("AGENDA_EVENTS", "bundled")
    monkeypatch.setenv("AGENDA_CONFIG", str(home / "config.toml"))
    monkeypatch.setenv("AGENDA_SCHEDULE", str(home / "schedule.txt"))
    for name in ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, stdin: str | bytes | None = None, columns: int = 80) -> Result:
        return CliRunner().invoke(app, list(arguments), input=stdin, env={"COLUMNS": str(columns)}, prog_name="agenda")

    return run


@pytest.fixture
def odd(tmp_path: Path) -> str:
    """A programme with a session of every precision, and with a title that would drive a terminal."""
    file = tmp_path / "odd.yaml"
    file.write_text(ODD)
    return str(file)
