"""A workbook that somebody sorts, fills and cuts in a spreadsheet program comes back as exactly that."""

from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path

import pytest
from typer.testing import Result

openpyxl = pytest.importorskip("openpyxl")

Agenda = Callable[..., Result]

MINE = """\
title: Spring school
zone: Europe/Lisbon

days:
  2026-03-09:
    - 09:00-10:00: Opening     # keep it short
      room: Hall
    - 10:00-11:00: Reading
      room: Annex
      from: minutes:4
    - 11:00-12:00: Tour
  2026-03-10:
    - 09:00-10:00: Closing
      room: Hall
sources:
  minutes: {title: Minutes}
"""


@pytest.fixture
def rows(agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[object]]:
    """The rows of the workbook that was sent, below its headings."""
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").write_text(MINE)
    assert agenda("-e", "mine.yaml", "export", "mine", "-q", "-f", "xlsx", "-o", "old.xlsx").exit_code == 0
    return [[cell.value for cell in row] for row in openpyxl.load_workbook("old.xlsx")["Rows"].iter_rows()]


def come_back(head: list[object], rows: list[list[object]]) -> None:
    """Writes the rows as LibreOffice does: what was typed anew are dates and times, and a page stands before them."""
    book = openpyxl.Workbook()
    book.active.title = "Programme"
    book.active.append(["A grid to be printed"])
    page = book.create_sheet("Rows")
    for row in (head, *rows):
        page.append(row)
    book.save("new.xlsx")


def test_swapped_sorted_and_cut(agenda: Agenda, rows: list[list[object]]) -> None:
    head, opening, reading, _, closing = rows
    room, title = head.index("room"), head.index("title")
    opening[room], reading[room] = reading[room], opening[room]
    come_back(head, sorted((opening, reading, closing), key=lambda row: str(row[title])))
    told = agenda("diff", "old.xlsx", "new.xlsx", "--fields", "change,title,old,new").stdout.splitlines()
    assert [each for each in told if "renamed" not in each] == [
        "room\tOpening\tHall\tAnnex",
        "room\tReading\tAnnex\tHall",
        "removed\tTour\t2026-03-09T11:00:00+00:00; 2026-03-09T12:00:00+00:00\t",
    ]
    assert agenda("import", "new.xlsx", "--onto", "mine.yaml", "--was", "old.xlsx").exit_code == 0
    swapped = MINE.replace("room: Hall\n    - 10", "room: Annex\n    - 10").replace(
        "Annex\n      from", "Hall\n      from"
    )
    assert Path("mine.yaml").read_text() == swapped.replace("    - 11:00-12:00: Tour\n", "")


def test_what_is_typed_into_a_workbook_is_a_date_and_a_time(agenda: Agenda, rows: list[list[object]]) -> None:
    head, opening, reading, tour, closing = rows
    day, start, end, duration = (head.index(name) for name in ("day", "start", "end", "duration"))
    tour[day], tour[start], tour[end], tour[duration] = datetime(2026, 3, 10), time(10), time(11, 30), None  # noqa: DTZ001
    come_back(head, [opening, reading, tour, closing])
    assert agenda("import", "new.xlsx", "--onto", "mine.yaml", "--was", "old.xlsx").exit_code == 0
    moved = MINE.replace("    - 11:00-12:00: Tour\n", "")
    assert Path("mine.yaml").read_text() == moved.replace("sources:", "    - 10:00-11:30: Tour\nsources:")
