"""Rows of a sheet that are single times of a repeated session."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

MINE = """\
title: Teas
zone: Europe/Lisbon
days:
  every Tuesday from 2026-03-03 to 2026-03-31:
    - 16:00-17:00: Tea    # always
      room: Kitchen
  2026-03-05:
    - 10:00-11:00: Cake
"""


@pytest.fixture
def merge(agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Changes texts of the sheet that was sent, and merges it; what is told."""
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").write_text(MINE)
    assert agenda("-e", "mine.yaml", "export", "mine", "-q", "-f", "csv", "-o", "old.csv").exit_code == 0

    def merged(*changes: tuple[str, str]) -> str:
        text = Path("old.csv").read_text(encoding="utf-8-sig")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        Path("new.csv").write_text(text)
        result = agenda("import", "new.csv", "--onto", "mine.yaml", "--was", "old.csv")
        assert result.exit_code == 0, result.output
        return result.stderr

    return merged


ROW = "tea-20260310t160000z,2026-03-10,16:00,17:00,1:00,Kitchen,Tea,session,Europe/Lisbon\n"


@pytest.mark.parametrize(
    ("new", "exception"),
    [
        ("", "2026-03-10: none"),
        (ROW.replace("16:00,17:00,1:00", "17:00,18:30,"), "2026-03-10: 2026-03-10 17:00-18:30"),
        (ROW.replace("2026-03-10", "2026-03-11"), "2026-03-10: 2026-03-11 16:00-17:00"),
    ],
)
def test_a_row_that_moved_or_is_gone_is_an_exception(merge: Callable[..., str], new: str, exception: str) -> None:
    merge((ROW, new))
    made = MINE.replace("room: Kitchen\n", f"room: Kitchen\n      except: {{{exception}}}\n")
    assert Path("mine.yaml").read_text() == made
    assert "nothing is changed" in merge((ROW, new))
    assert Path("mine.yaml").read_text() == made


def test_a_row_with_another_room_is_told_and_left(merge: Callable[..., str]) -> None:
    told = merge((ROW, ROW.replace("Kitchen", "Garden")))
    assert "`tea-20260310t160000z` is one time of a repeated session; change it by hand" in told
    assert Path("mine.yaml").read_text() == MINE


def test_rows_that_nobody_changed_change_no_byte(merge: Callable[..., str]) -> None:
    merge()
    assert Path("mine.yaml").read_text() == MINE
