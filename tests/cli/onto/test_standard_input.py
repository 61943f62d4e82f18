"""`import - --onto`: what comes on standard input, merged as a file is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

LETTER = "Spring Fair in Lisbon\n\nMonday, 9 March 2026\n10.00 - 11.00 Opening\n11.00 - 12.00 Closing\n"
MAIL = "From: ana@example.org\nSubject: Spring Fair in Lisbon\nDate: Tue, 3 Feb 2026 10:00:00 +0000\n\n"
PAGE = "<html><body><h1>Spring Fair</h1><p>Monday, 9 March 2026</p><p>10.00 - 11.00 Opening</p>{}</body></html>"
LATER = LETTER.replace("11.00 - 12.00", "14.00 - 15.00")
SHEET = "id,date,start,end,title\nopening,2026-03-09,10:00,11:00,Opening\nclosing,2026-03-09,14:00,15:00,Closing\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, agenda: Agenda) -> None:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(LETTER)
    assert agenda("import", "one.txt", "-o", "mine.yaml").exit_code == 0


def mine() -> str:
    return Path("mine.yaml").read_text()


@pytest.mark.parametrize("came", [LATER, MAIL + LATER, PAGE.format("<p>14.00 - 15.00 Closing</p>"), SHEET])
def test_what_comes_on_standard_input_is_merged(agenda: Agenda, came: str) -> None:
    result = agenda("import", "-", "--onto", "mine.yaml", stdin=came)
    assert result.exit_code == 0, result.output
    assert "    - 14:00-15:00: Closing\n" in mine()
    assert "moved from 11:00–12:00 to 14:00–15:00" in result.stderr


def test_the_letter_before_may_come_there(agenda: Agenda) -> None:
    Path("two.txt").write_text(LATER)
    assert agenda("import", "two.txt", "--onto", "mine.yaml", "--was", "-", stdin=LETTER).exit_code == 0
    assert "    - 14:00-15:00: Closing\n" in mine()


def test_options_of_a_document_count_there(agenda: Agenda) -> None:
    came = LATER.replace(" 2026", "")
    result = agenda("import", "-", "--onto", "mine.yaml", "--year", "2026", stdin=came)
    assert result.exit_code == 0, result.output
    assert "    - 14:00-15:00: Closing\n" in mine()


def test_options_of_another_kind_of_file_are_refused_there(agenda: Agenda) -> None:
    result = agenda("import", "-", "--onto", "mine.yaml", "--columns", "a=title", stdin=LATER)
    assert (result.exit_code, "leave it out" in result.stderr) == (2, True)


def test_standard_input_cannot_be_both(agenda: Agenda) -> None:
    result = agenda("import", "-", "--onto", "mine.yaml", "--was", "-", stdin=LETTER)
    assert result.exit_code == 2
    assert "`-` cannot be both" in result.stderr


def test_a_letter_that_cannot_be_read_is_refused_there(agenda: Agenda) -> None:
    result = agenda("import", "-", "--onto", "mine.yaml", stdin=LETTER.replace(" 2026", ""))
    assert result.exit_code == 2
    assert "stdin: it names no year; say it with `--year YEAR`" in result.stderr
