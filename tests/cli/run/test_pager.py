"""The pager: what is longer than the screen goes to it, nothing else."""

import sys
from pathlib import Path

import pytest

from agendacli.cli.run.pager import paged

LINES = [f"{number}\n" for number in range(100)]


@pytest.fixture
def pager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An environment whose pager writes what it is given, and the options of `less`, into a file."""
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("COLUMNS", "80")
    script = tmp_path / "pager.py"
    code = "import os, pathlib, sys; pathlib.Path(sys.argv[1]).write_text(sys.stdin.read() + os.environ['LESS'])"
    script.write_text(code)
    return {"TERM": "xterm", "PAGER": f"{sys.executable} {script} {tmp_path / 'shown'}"}


def test_what_is_longer_than_the_screen_goes_to_the_pager(pager: dict[str, str], tmp_path: Path) -> None:
    assert list(paged(iter(LINES), pager)) == []
    assert (tmp_path / "shown").read_text() == "".join(LINES) + "FRX"


def test_options_of_less_stay_those_of_the_user(pager: dict[str, str], tmp_path: Path) -> None:
    assert list(paged(LINES, pager | {"LESS": "S"})) == []
    assert (tmp_path / "shown").read_text().endswith("S")


@pytest.mark.parametrize(
    ("count", "settings"),
    [
        (24, {}),
        (0, {}),
        (100, {"TERM": "dumb"}),
        (100, {"PAGER": "cat"}),
        (100, {"PAGER": ""}),
        (100, {"PAGER": "no-such"}),
    ],
)
def test_no_pager_where_none_is_needed_or_to_be_had(
    pager: dict[str, str], tmp_path: Path, count: int, settings: dict[str, str]
) -> None:
    assert list(paged(LINES[:count], pager | settings)) == LINES[:count]
    assert not (tmp_path / "shown").exists()


def test_pager_that_is_left_early_ends_it_quietly(pager: dict[str, str], tmp_path: Path) -> None:
    script = tmp_path / "quitter.py"
    script.write_text("import sys; sys.exit(0)")
    many = (f"{number}\n" for number in range(200_000))
    assert list(paged(many, pager | {"PAGER": f"{sys.executable} {script}"})) == []
