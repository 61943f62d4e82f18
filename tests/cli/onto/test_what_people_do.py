"""What people do to a sheet that goes round: days outside the dates, columns taken out, cells emptied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

MINE = """\
title: Spring school
zone: Europe/Lisbon
dates: 2026-03-09 to 2026-03-10   # the house is ours
days:
  2026-03-09:
    - 09:00-10:00: Opening
      room: Hall
      chair: Ines Prado
      speaker: Rui Sal
    - 10:00-11:00: Tour
      status: tentative
      moderator: Ana Reis
  every Tuesday from 2026-03-10 to 2026-03-10:
    - 16:00-17:00: Tea
"""
TEA = "tea-20260310t160000z,2026-03-10,16:00,17:00,1:00,,Tea"


@pytest.fixture
def merge(agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Changes texts of the sheet that was sent, and brings it into mine; what is told."""
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").write_text(MINE)
    assert agenda("-e", "mine.yaml", "export", "mine", "-q", "-f", "csv", "-o", "old.csv").exit_code == 0

    def merged(*changes: tuple[str, str], mine: str = MINE) -> str:
        text = Path("old.csv").read_text(encoding="utf-8-sig")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        Path("new.csv").write_text(text)
        Path("mine.yaml").write_text(mine)
        result = agenda("import", "new.csv", "--onto", "mine.yaml", "--was", "old.csv")
        assert result.exit_code == 0, result.output
        once = Path("mine.yaml").read_text()
        again = agenda("import", "new.csv", "--onto", "mine.yaml", "--was", "old.csv")
        assert (again.exit_code, Path("mine.yaml").read_text()) == (0, once)
        return result.stderr

    return merged


@pytest.mark.parametrize(
    ("old", "new", "dates"),
    [
        ("tour,2026-03-09", "tour,2026-03-12", "2026-03-09 to 2026-03-12"),
        ("tour,2026-03-09", "tour,2026-03-01", "2026-03-01 to 2026-03-10"),
    ],
)
def test_a_day_outside_the_dates_makes_them_longer_with_a_doubt(
    merge: Callable[..., str], agenda: Agenda, old: str, new: str, dates: str
) -> None:
    told = merge((old, new))
    text = Path("mine.yaml").read_text()
    assert f"dates: {dates}" in text
    assert "# ? now with the days of new.csv" in text
    assert "the house is ours" in text
    assert f"`dates` are now {dates}, with the days of new.csv" in told
    assert agenda("-e", "mine.yaml", "check").exit_code == 0


def test_a_column_of_one_role_that_is_gone_takes_nobody_away(merge: Callable[..., str]) -> None:
    told = merge((",moderators", ",Budget"), ("10:00,11:00", "10:00,11:30"), (",1:00,,Tour", ",,,Tour"))
    text = Path("mine.yaml").read_text()
    assert text == MINE.replace("10:00-11:00: Tour", "10:00-11:30: Tour")
    assert "new.csv names no moderator any more; those of mine.yaml stay" in told


def test_the_last_cell_of_a_column_that_is_emptied_is_told(merge: Callable[..., str]) -> None:
    told = merge((",Hall,Opening", ",,Opening"))
    assert Path("mine.yaml").read_text() == MINE
    assert "new.csv states no room any more; those of mine.yaml stay" in told


def test_a_status_that_both_changed_is_disputed_in_words(merge: Callable[..., str]) -> None:
    told = merge((",tentative,", ",,"), mine=MINE.replace("tentative", "cancelled"))
    assert "{status: confirmed}    # ? changed here and in new.csv" in Path("mine.yaml").read_text()
    assert "status: “cancelled” stays, “confirmed” in new.csv stands under `elsewhere`" in told


def test_two_disputes_of_one_session_stand_elsewhere_together(merge: Callable[..., str]) -> None:
    mine = MINE.replace(": Opening", ": The opening\n      id: opening").replace("Hall", "Court")
    told = merge((",Hall,Opening", ",Attic,Grand opening"), mine=mine)
    said = "new:2: {title: Grand opening, room: Attic}    # ? changed here and in new.csv"
    assert said in Path("mine.yaml").read_text()
    assert told.count("stands under `elsewhere`") == 2


def test_a_value_that_is_emptied_there_and_changed_here_stays_with_a_doubt(merge: Callable[..., str]) -> None:
    rooms = MINE.replace("      status: tentative\n", "      status: tentative\n      room: Court\n")
    Path("mine.yaml").write_text(rooms)
    sheet = Path("old.csv")
    sheet.write_text(sheet.read_text(encoding="utf-8-sig").replace(",1:00,,Tour", ",1:00,Court,Tour"))
    told = merge((",Hall,Opening", ",,Opening"), mine=rooms.replace("Hall", "Attic"))
    assert "      room: Attic    # ? new.csv does not say so any more\n" in Path("mine.yaml").read_text()
    assert "`opening`: room stays, though new.csv does not say so any more" in told


@pytest.mark.parametrize(
    ("mine", "old", "new"),
    [
        (MINE, f"{TEA},", f"{TEA} and cake,"),
        (MINE, "Tea,session,,,,,Europe/Lisbon", "Tea,session,,,,,Europe/Berlin"),
        (f"{MINE}      except: {{2026-03-10: cancelled}}\n", "16:00,17:00,1:00", "15:00,16:00,1:00"),
    ],
)
def test_what_an_exception_cannot_say_is_left_and_told(
    agenda: Agenda, merge: Callable[..., str], mine: str, old: str, new: str
) -> None:
    Path("mine.yaml").write_text(mine)
    assert agenda("-e", "mine.yaml", "export", "mine", "-q", "-f", "csv", "-o", "old.csv", "--force").exit_code == 0
    told = merge((old, new), mine=mine)
    assert Path("mine.yaml").read_text() == mine
    assert "is one time of a repeated session; change it by hand" in told
    assert "nothing is changed in mine.yaml" in told
    assert "says it already" not in told
