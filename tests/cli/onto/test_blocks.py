"""Blocks, windows and open ends of one's own file, and what a sheet makes of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

MINE = """\
title: Blocks
zone: Europe/Lisbon
days:
  2026-03-09:
    - 09:00-12:00: Session A   # the block
      id: a
      room: Hall
      items:
        - 09:00-09:30: Talk one   # 1
          speaker: Ms. Ana Reis
        - 09:30-10:00: Talk two   # 2
        - 10:00-10:30: Talk three # 3
          room: Annex
    - morning: Stroll
    - 13:00-: Lunch
  some day in 2026-04:
    - hours unknown: Excursion
"""


@pytest.fixture
def merge(agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Changes texts of the sheet that was sent, and merges it twice; what mine says then."""
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").write_text(MINE)
    assert agenda("-e", "mine.yaml", "export", "mine", "-q", "-f", "csv", "-o", "old.csv").exit_code == 0

    def merged(change: Callable[[str], str | None]) -> str:
        rows = Path("old.csv").read_text(encoding="utf-8-sig").splitlines()
        Path("new.csv").write_text("\n".join(row for each in rows if (row := change(each)) is not None))
        made = ""
        for told in ("brought up to date", "nothing is changed"):
            result = agenda("import", "new.csv", "--onto", "mine.yaml", "--was", "old.csv")
            assert (result.exit_code, told in result.stderr) == (0, True), result.stderr
            assert "by hand" not in result.stderr
            made = Path("mine.yaml").read_text()
        assert agenda("diff", "new.csv", "mine.yaml", "-q").stdout == ""
        return made

    return merged


def later(row: str) -> str:
    """A row of the block half an hour later."""
    times = {"09:00,12:00": "09:30,12:30", "09:00,09:30": "09:30,10:00", "09:30,10:00": "10:00,10:30"}
    found = next((each for each in (*times, "10:00,10:30") if each in row), None)
    return row.replace(found, times.get(found, "10:30,11:00")) if found else row


def test_a_block_moves_with_its_rows(merge: Callable[..., str]) -> None:
    made = merge(later)
    for old, new in (("10:00-10:30", "10:30-11:00"), ("09:30-10:00", "10:00-10:30"), ("09:00-09:30", "09:30-10:00")):
        assert new in made
        assert MINE.partition(old)[2].splitlines()[0] == made.partition(new)[2].splitlines()[0]


def test_a_block_goes_to_another_day_with_its_rows(merge: Callable[..., str]) -> None:
    made = merge(lambda row: row.replace("03-09", "03-10") if "Talk" in row or "Session A" in row else row)
    block = MINE[MINE.index("    - 09:00") : MINE.index("    - morning")]
    assert f"  2026-03-10:\n{block}" in made


def test_a_row_that_goes_to_another_day_leaves_its_block(merge: Callable[..., str]) -> None:
    made = merge(lambda row: row.replace("03-09", "03-10") if "Talk two" in row else row)
    assert "  2026-03-10:\n    - 09:30-10:00: Talk two   # 2\n      room: Hall\n" in made
    assert made.count("Talk two") == 1


def test_the_rows_of_a_block_that_is_gone_stay(merge: Callable[..., str]) -> None:
    made = merge(lambda row: None if row.startswith("a,") else row)
    assert "    - 09:00-09:30: Talk one   # 1\n      speaker: Ms. Ana Reis\n      room: Hall\n" in made
    assert "Session A" not in made


def test_rows_of_a_block_that_are_gone_are_taken_out(merge: Callable[..., str]) -> None:
    made = merge(lambda row: None if row.startswith("talk-") else row)
    items = MINE[MINE.index("      items") : MINE.index("    - morning")]
    assert made == MINE.replace(items, "")


def test_windows_and_open_ends_settle(merge: Callable[..., str]) -> None:
    texts = {
        "excursion,some day in 2026-04,hours unknown": "excursion,2026-04-04,09:00",
        "lunch,2026-03-09,13:00,": "lunch,2026-03-09,13:00,14:00",
        "stroll,2026-03-09,morning": "stroll,2026-03-09,afternoon",
    }
    made = merge(lambda row: next((row.replace(old, new) for old, new in texts.items() if old in row), row))
    settled = MINE.replace("some day in 2026-04", "2026-04-04").replace("hours unknown:", "09:00-:")
    assert made == settled.replace("13:00-:", "13:00-14:00:").replace("morning:", "afternoon:")
