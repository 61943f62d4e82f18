"""Titles, rooms and days stand in the lines that are cited for them, as they are printed."""

import pytest
from tests.formats.documents.conftest import Sessions, Shown
from tests.formats.documents.test_document_pdf import pdf

from agendacli.formats.documents.drafting import read_as_draft
from agendacli.formats.documents.values.told import Asked

HEAD = (50, 40, "Monday, 9 March 2026")
COLUMNS = (50, 150, 330, 460)
ROWS = (
    ("Time", "Title", "Speaker", "Notes"),
    ("09:00-09:30", "Calls at a glance", "Ida Holm", "Slides will follow"),
    ("10:00-10:30", "Tides and how they", "Ben Weir", "Bring a pen"),
    ("", "come to the mills", "", ""),
    ("11:00-11:30", "Slavs of the coast. On", "Ann Lee", "Slides will follow"),
    ("", "the early graves", "", ""),
)


def test_a_column_beside_is_no_part_of_a_title_and_its_full_stop_stays() -> None:
    pytest.importorskip("pdfplumber")
    placed = [
        (x, 80 + 14 * n, text) for n, row in enumerate(ROWS) for x, text in zip(COLUMNS, row, strict=True) if text
    ]
    found = read_as_draft(pdf([HEAD, *placed]), "x.pdf", Asked()).sessions
    assert [each.title.value for each in found] == [
        "Calls at a glance",
        "Tides and how they come to the mills",
        "Slavs of the coast. On the early graves",
    ]
    assert [each.notes[0].text for each in found] == ["Slides will follow", "Bring a pen", "Slides will follow"]


def test_a_row_of_a_day_is_cited_with_all_lines_of_its_cell(sessions: Sessions) -> None:
    rows = "<tr><th>Time</th><th>Title</th></tr><tr><td>9:00</td><td>Tides</td></tr>"
    day = "<tr><td colspan=2>Spring school\n<br>\n9 March 2026 (Hotel Oasis)</td></tr>"
    (found,) = sessions(f"<table>{day}{rows}</table>", "x.html")
    assert [(each.line, each.last) for each in found.day.lines] == [(1, 3)]
    assert found.room is not None
    assert [(each.line, each.last) for each in found.room.lines] == [(1, 3)]


def test_a_remark_below_a_general_word_is_none_of_the_title(shown: Shown) -> None:
    assert shown("9 March 2026\n\n9:00 Keynote\n(live)\nDr. Ida Holm\n") == [
        "2026-03-09 09:00- Keynote +Dr. Ida Holm (speaker) ~(live)"
    ]
