"""What a report of a fault needs."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from agendacli import __version__

Agenda = Callable[..., Result]


def rows(text: str) -> dict[str, str]:
    """What stands behind each name."""
    parted = (line.partition("  ") for line in text.splitlines())
    return {name: value.strip() for name, _, value in parted}


def test_version_alone_is_a_line(agenda: Agenda) -> None:
    assert agenda("--version").stdout == f"agendacli {__version__}\n"
    assert agenda("--version", "list").stdout == f"agendacli {__version__}\n"


@pytest.mark.parametrize("line", [("--version", "--verbose"), ("--verbose", "--version")])
def test_verbose_version_says_what_a_report_needs(line: tuple[str, ...], agenda: Agenda) -> None:
    found = rows(agenda(*line).stdout)
    expected = ["agendacli", "Python", "platform", "htpy", "icalendar", "openpyxl", "pdfplumber", "platformdirs"]
    assert list(found)[:8] == expected
    assert list(found)[-3:] == ["zone data", "cache", "config"]
    assert re.match(r"20\d\d[a-z] of the (system|package tzdata), in /", found["zone data"])
    assert found["config"].endswith("config.toml, not there")


def test_verbose_version_without_a_cache_says_so(agenda: Agenda, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGENDA_CACHE", "off")
    assert rows(agenda("--version", "--verbose").stdout)["cache"] == "off"


def test_verbose_version_reads_no_config(agenda: Agenda, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "config.toml"
    broken.write_text("no = = toml")
    monkeypatch.setenv("AGENDA_CONFIG", str(broken))
    found = agenda("--version", "--verbose")
    assert (found.exit_code, rows(found.stdout)["config"]) == (0, str(broken))


def test_verbose_alone_says_what_it_goes_with(agenda: Agenda) -> None:
    found = agenda("--verbose", "list")
    assert (found.exit_code, found.stderr) == (2, "agenda: --verbose goes with `--version`\n")
