"""Bad inputs, each a folder: `cd tests/golden/CASE && agenda check .` prints `expected.txt`, all of it in one run."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from agendacli.cli.app import app

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent for path in HERE.glob("*/expected.txt"))
DRAWN = sorted(path.parent for path in HERE.glob("*/drawn.txt"))


def checked(folder: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> str:
    monkeypatch.chdir(folder)
    for name in ("NO_COLOR", "FORCE_COLOR", "AGENDA_EVENTS"):
        monkeypatch.delenv(name, raising=False)
    result = CliRunner().invoke(app, ["check", *options, "."], env={"COLUMNS": "80"}, prog_name="agenda")
    return f"{result.stdout}{result.stderr}exit {result.exit_code}\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_check_of_bad_input_prints_every_fault_in_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert checked(folder, monkeypatch) == (folder / "expected.txt").read_text()


@pytest.mark.parametrize("folder", DRAWN, ids=lambda folder: folder.name)
def test_check_of_bad_input_on_a_terminal_draws_every_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert checked(folder, monkeypatch, "-f", "table") == (folder / "drawn.txt").read_text()


def test_every_input_has_its_expected_output() -> None:
    folders = [path for path in HERE.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))]
    assert sorted(folders) == FOLDERS
