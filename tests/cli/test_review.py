"""Drafts beside their documents: `check --review`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

LETTER = """\
Tide Forum
Monday, 9 March 2026
9.00-9.30 Opening
Questions to Mr. Paul Kern, please.
14.00 Visit, Main Hall
"""
REVIEW = """\
letter:1 Tide Forum                    │ Tide Forum
                                       │ ? the first line that may be a title
                                       │ ? no place is read in the document:
                                       │   write its zone

letter:2 Monday, 9 March 2026          │ Mon 9 March 2026, 09:00–09:30 Opening
letter:3 9.00-9.30 Opening             │

letter:4 Questions to Mr. Paul Kern,   │ left over: Mr. Paul Kern (name)
  please.                              │

letter:2 Monday, 9 March 2026          │ Mon 9 March 2026, 14:00– Visit
letter:5 14.00 Visit, Main Hall        │ room: Main Hall
                                       │ ? read from the end of the title
"""


@pytest.fixture
def draft(agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "79")
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    agenda("import", "letter.txt", "-o", "x.yaml")
    return tmp_path / "x.yaml"


def test_cited_lines_stand_beside_what_was_made_of_them(agenda: Agenda, draft: Path) -> None:
    done = agenda("check", draft.name, "--review")
    assert (done.exit_code, done.stdout) == (0, REVIEW)


def test_a_document_that_is_gone_is_told(agenda: Agenda, draft: Path) -> None:
    (draft.parent / "letter.txt").unlink()
    done = agenda("check", draft.name, "--review")
    assert "letter.txt: no such file" in done.stderr
    assert "Opening" in done.stdout


def test_what_does_not_take_place_is_shown_so(agenda: Agenda, draft: Path) -> None:
    draft.write_text(draft.read_text().replace("      id: opening\n", "      id: opening\n      status: cancelled\n"))
    assert "│ status: cancelled" in agenda("check", draft.name, "--review").stdout


def test_errors_are_told_beside_the_review(agenda: Agenda, draft: Path) -> None:
    draft.write_text(draft.read_text().replace("09:00-09:30", "09:70-09:30"))
    done = agenda("check", draft.name, "--review")
    assert done.exit_code == 1
    assert "x.yaml:10:7: error[bad-time]: `09:70` is not a time of day" in done.stderr
    assert "letter:5 14.00 Visit, Main Hall" in done.stdout
    assert "unsure" not in done.stderr


def test_warnings_and_the_doubts_of_what_is_no_draft_are_told_beside_the_review(agenda: Agenda, draft: Path) -> None:
    draft.write_text(draft.read_text().replace("id: visit", "id: visit\n      colour: red"))
    Path("y.yaml").write_text("title: Y    # ? or X\nzone: UTC\ndays:\n  2026-03-09:\n    - 10:00-11:00: Tea\n")
    done = agenda("check", draft.name, "y.yaml", "--review")
    assert "`colour`" in done.stderr
    assert "y.yaml:1:" in done.stderr
    assert "or X" in done.stderr
    assert "x.yaml:2:" not in done.stderr


def test_a_file_that_is_none_is_told_beside_the_review(agenda: Agenda, draft: Path) -> None:
    draft.write_text("title: [\n")
    done = agenda("check", draft.name, "--review")
    assert (done.exit_code, "error" in done.stderr.partition("\n")[0]) == (1, True)
