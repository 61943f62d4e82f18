"""Columns of a printed page that are no table: cards side by side, prose, and days before the times of a list."""

import pytest
from tests.formats.documents.test_document_pdf import pdf, said

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.readers.any import read_document

pytest.importorskip("pdfplumber")

HEAD = (50, 40, "Weekend of bees, 13 and 14 June 2026")
CARDS = (
    ((50, 80, "*Compost for all*"), (300, 80, "*Bees at home*")),
    ((50, 92, "Saturday, 10.30am - 11am"), (300, 92, "Saturday, 2pm - 3pm")),
    ((50, 104, "Potting Shed"), (300, 104, "Village Green")),
    ((50, 116, "with Judith Harle"), (300, 116, "with Colin Ashby")),
    ((50, 150, "*Brass band*"), (300, 150, "*Old roses*")),
    ((50, 162, "Sunday, 3pm - 5pm"), (300, 162, "Sunday, 11am - 12.30pm")),
)
LEFT = (
    "The choir of the parish opens the week",
    "of music at 7.30 pm in the Abbey and",
    "sings until all the candles are out",
)
RIGHT = (
    "Two organs and a harp are heard in the",
    "church of the island every evening and",
    "the boat goes back when all is over",
)


def texts(data: bytes) -> list[str]:
    """The lines of a document."""
    return [each.text for each in read_document(data, "x.pdf").blocks if isinstance(each, Line)]


def test_cards_side_by_side_have_their_day_and_hours_below_their_titles() -> None:
    assert said(pdf([HEAD, *(each for row in CARDS for each in row)])) == [
        "2026-06-13 630-660 Compost for all @Potting Shed +Judith Harle",
        "2026-06-14 900-1020 Brass band",
        "2026-06-13 840-900 Bees at home @Village Green +Colin Ashby",
        "2026-06-14 660-750 Old roses",
    ]


def prose(right: int, *, times: bool = False) -> bytes:
    """Two columns of six lines, of which the second begins there; with times before each line of the first."""
    left = [(50, 80 + 12 * n, f"{9 + n}:00 {text}" if times else text) for n, text in enumerate(LEFT * 2)]
    return pdf([HEAD, *left, *((right, 84 + 12 * n, text) for n, text in enumerate(RIGHT * 2))])


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    assert texts(prose(300))[1].startswith(f"{LEFT[0]} {LEFT[1]}")


@pytest.mark.parametrize("data", [prose(460), prose(300, times=True), pdf([HEAD, *CARDS[0], *CARDS[2]])])
def test_what_is_a_table_or_short_is_no_column_of_prose(data: bytes) -> None:
    assert not any(f"{LEFT[0]} {LEFT[1]} {LEFT[2]}" in each for each in texts(data))


def test_a_line_over_both_columns_of_prose_is_in_neither() -> None:
    across = (50, 160, "This line goes over the whole of the page from the left to the very right end of it, and more")
    data = pdf([HEAD, across, *((50, 80 + 12 * n, text) for n, text in enumerate(LEFT * 2)),
                *((300, 84 + 12 * n, text) for n, text in enumerate(RIGHT * 2))])  # fmt: skip
    assert any(each.startswith(across[2]) for each in texts(data))


LIST = (
    (50, 80, "Termin"), (130, 80, "Zeit"), (200, 80, "Thema"), (420, 80, "Referat"),
    (50, 100, "Fr,"), (130, 100, "14-16"), (200, 100, "Ebbe und Flut"), (420, 100, "Tilo Brandt"),
    (50, 112, "13.11.2026"), (130, 112, "Uhr"),
    (130, 130, "16-18"), (200, 130, "Sand im Meer"), (420, 130, "Aylin Demir"),
    (130, 142, "Uhr"),
    (50, 160, "Sa,"), (130, 160, "10-12"), (200, 160, "Wind"), (420, 160, "Jonas Falk"),
    (50, 172, "14.11.2026"), (130, 172, "Uhr"),
)  # fmt: skip
READ = [
    "2026-11-13 840-960 Ebbe und Flut +Tilo Brandt",
    "2026-11-13 960-1080 Sand im Meer +Aylin Demir",
    "2026-11-14 600-720 Wind +Jonas Falk",
]


def test_days_before_bare_hours_below_their_heads() -> None:
    assert said(pdf([*LIST, (50, 200, "Fragen an das Institut")])) == READ


def test_hours_in_full_and_numbers_before_them_are_read_as_before() -> None:
    rows = [(50, 100 + 20 * n, f"{n + 1}.") for n in range(3)]
    rows += [(130, 100 + 20 * n, f"{9 + n}:00") for n in range(3)]
    rows += [(200, 100 + 20 * n, text) for n, text in enumerate(("Ebbe", "Sand", "Wind"))]
    heads = [(50, 80, "Nr."), (130, 80, "Zeit"), (200, 80, "Thema")]
    assert said(pdf([(50, 50, "13.11.2026"), *heads, *rows])) == [
        "2026-11-13 540-None Ebbe",
        "2026-11-13 600-None Sand",
        "2026-11-13 660-None Wind",
    ]


HANGING = (
    (50, 50, "9 March 2026"),
    (50, 70, "Time Title"), (250, 70, "Speaker"), (350, 70, "Room"),
    (50, 90, "09:00"), (80, 90, "Gauges in the open sea and"), (250, 90, "Nora Weiss"), (350, 90, "Lab 3"),
    (80, 102, "what they cost"),
    (50, 114, "09:20"), (80, 114, "Pits in harbours, which"), (250, 114, "Paul Kern, Ida K."), (338, 114, "Lab 3"),
    (80, 126, "grow by the year"), (250, 126, "Holm"),
    (50, 138, "10:00"), (80, 138, "Coffee"), (338, 138, "Foyer"),
)  # fmt: skip


def test_titles_close_behind_times_are_a_column_where_their_wrapped_lines_begin_there() -> None:
    heads = [each if each[2] != "Room" else (338, 70, "Room") for each in HANGING]
    first = [each if each[:2] != (350, 90) else (338, 90, "Lab 3") for each in heads]
    assert said(pdf(first)) == [
        "2026-03-09 540-None Gauges in the open sea and what they cost @Lab 3 +Nora Weiss",
        "2026-03-09 560-None Pits in harbours, which grow by the year @Lab 3 +Paul Kern +Ida K. Holm",
        "2026-03-09 600-None Coffee @Foyer",
    ]


def test_bare_hours_that_stand_above_the_middle_of_their_row() -> None:
    rows = [
        (50, 80, "Termin"), (130, 80, "Zeit"), (200, 80, "Thema"),
        (130, 100, "14-16"), (50, 106, "Fr, 13.11.2026"), (200, 106, "Ebbe und Flut"), (130, 112, "Uhr"),
        (130, 130, "16-18"), (50, 136, "Sa, 14.11.2026"), (200, 136, "Sand im Meer"), (130, 142, "Uhr"),
    ]  # fmt: skip
    assert said(pdf(rows)) == ["2026-11-13 840-960 Ebbe und Flut", "2026-11-14 960-1080 Sand im Meer"]
