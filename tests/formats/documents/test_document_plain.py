"""Cells of a plain text that go on in the next line of their columns."""

import pytest

from agendacli.formats.documents.page import PageRow
from agendacli.formats.documents.readers.plain import read_plain

HEADS = "9 March 2026\nTime   What                  Where       Who\n"
LAST = "11:00  Gauges in the north   Room 3      Ida Holm\n"


def rows(text: str) -> list[PageRow]:
    return [each for each in read_plain(text).blocks if isinstance(each, PageRow)]


def titles(text: str) -> list[str]:
    return [row.cells[1].text for row in rows(text)[1:]]


def test_a_cell_that_goes_on_in_the_next_line_is_one_text_of_two_lines() -> None:
    text = (
        f"{HEADS}10:00  Tides and gauges in   Room 1      Felix Amory and\n"
        f"       the harbour                       Nora Weiss\n{LAST}"
    )
    cells = [(line.text, line.line, line.ends) for cell in rows(text)[1].cells for line in cell.lines]
    assert cells == [
        ("10:00", 3, 3),
        ("Tides and gauges in the harbour", 3, 4),
        ("Room 1", 3, 3),
        ("Felix Amory and Nora Weiss", 3, 4),
    ]


@pytest.mark.parametrize("below", ["(for all)", "and more", "with a film             (all)"])
def test_what_begins_small_or_in_brackets_goes_on(below: str) -> None:
    text = f"{HEADS}10:00  Tides                 Room 1\n       {below}\n{LAST}"
    assert titles(text)[0].startswith("Tides ")


@pytest.mark.parametrize(
    "below",
    [
        "       Talks                             Nora Weiss",  # a session beside it
        "       Talks                 Room 2      Nora Weiss",
        "\n       and more              Room 2",  # a line between
        "10:30  and more              Room 2",  # a time of its own
    ],
)
def test_a_row_that_does_not_go_on_with_the_one_above_is_one(below: str) -> None:
    text = f"{HEADS}10:00  Tides                 Room 1\n{below}\n{LAST}"
    assert titles(text)[0] == "Tides"


@pytest.mark.parametrize(
    "text",
    [
        "|When|What|Room|\n|10:00|Tides and|Room 1|\n||more|Room 1|\n",
        "When\tWhat\tRoom\n10:00\tTides and\tRoom 1\n\tmore\tRoom 1\n",
    ],
)
def test_rows_that_signs_part_are_as_they_stand(text: str) -> None:
    assert titles(text) == ["Tides and", "more"]


def test_who_stands_below_a_title_is_a_line_of_its_own() -> None:
    text = (
        f"{HEADS}10:00  Lime after the boom   Room 1\n       Dr Ida Holm, Building\n       Research Unit\n"
        f"       Paul Kern, Oslo\n       Chair: Nora Weiss\n{LAST}"
    )
    assert [line.text for line in rows(text)[1].cells[1].lines] == [
        "Lime after the boom",
        "Dr Ida Holm, Building Research Unit",
        "Paul Kern, Oslo",
        "Chair: Nora Weiss",
    ]
