"""One runnable input for each code of a definition: `cd tests/errors/CODE && agenda check .` prints `expected.txt`.

`drawn.txt` is what a terminal of 80 columns shows.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from agendacli.model.codes import CODES

Checked = Callable[..., str]
HERE = Path(__file__).parent
FOLDERS = sorted(path for path in HERE.iterdir() if path.is_dir() and not path.name.startswith(("_", ".")))
# Codes of inputs that are not definitions have their own inputs beside the tests of their readers.
OF_DEFINITIONS = tuple(code for code in CODES if not code.name.startswith(("ics-", "toml-", "config-")))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_check_of_each_input_prints_its_diagnostics(folder: Path, checked: Checked) -> None:
    assert checked(folder) == (folder / "expected.txt").read_text()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_check_of_each_input_on_a_terminal_draws_line_and_caret(folder: Path, checked: Checked) -> None:
    assert checked(folder, "-f", "table") == (folder / "drawn.txt").read_text()


def test_codes_and_inputs_are_the_same_set() -> None:
    assert [folder.name for folder in FOLDERS] == sorted(code.name for code in OF_DEFINITIONS)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_input_of_a_code_has_no_other_code(folder: Path) -> None:
    found = re.findall(r"^\S+: (error|warning)\[([a-z0-9-]+)\]: ", (folder / "expected.txt").read_text(), re.MULTILINE)
    severity = next(code.severity for code in CODES if code.name == folder.name)
    assert set(found) == {(severity.value, folder.name)}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_messages_begin_small_and_have_no_full_stop(folder: Path) -> None:
    lines = [line for line in (folder / "expected.txt").read_text().splitlines() if "]: " in line]
    messages = [line.partition("]: ")[2] for line in lines]
    assert [each for each in messages if each[0].isupper() or each.endswith(".")] == []


def test_codes_have_names_of_their_own() -> None:
    assert len({code.name for code in CODES}) == len(CODES)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_texts_of_a_code_are_sentences(code: object) -> None:
    texts = (getattr(code, "summary", ""), getattr(code, "advice", ""))
    assert all(text[:1].isupper() and text.endswith((".", ":")) for text in texts), texts
