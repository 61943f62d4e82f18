"""Bad inputs, each a folder: `cd tests/golden/CASE && agenda check .` prints `expected.txt`, all of it in one run."""

from collections.abc import Callable
from pathlib import Path

import pytest

Checked = Callable[..., str]
HERE = Path(__file__).parent
FOLDERS = sorted(path.parent for path in HERE.glob("*/expected.txt"))
DRAWN = sorted(path.parent for path in HERE.glob("*/drawn.txt"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_check_of_bad_input_prints_every_fault_in_order(folder: Path, checked: Checked) -> None:
    assert checked(folder) == (folder / "expected.txt").read_text()


@pytest.mark.parametrize("folder", DRAWN, ids=lambda folder: folder.name)
def test_check_of_bad_input_on_a_terminal_draws_every_fault(folder: Path, checked: Checked) -> None:
    assert checked(folder, "-f", "table") == (folder / "drawn.txt").read_text()


def test_every_input_has_its_expected_output() -> None:
    folders = [path for path in HERE.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))]
    assert sorted(folders) == FOLDERS
