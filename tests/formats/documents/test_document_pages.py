"""Tables of PDF files that stand beside numbers, below different heads, or on several pages."""

import pytest
from tests.formats.documents.test_document_pdf import pdf, ruled, rules, said

from agendacli.formats.documents.page import PageRow
from agendacli.formats.documents.readers.any import read_document

pytest.importorskip("pdfplumber")

DAY = (50, 40, "9 March 2026")


def times(data: bytes) -> list[str]:
    """The sessions without their day."""
    return [each.partition(" ")[2] for each in said(data)]


def test_numbers_before_times_are_left_out() -> None:
    page = (
        DAY, (50, 60, "No."), (90, 60, "Time"), (200, 60, "Subject"), (400, 60, "Presented by"),
        (50, 80, "1."), (90, 80, "9:00 a.m. - 9:05"), (200, 80, "Minutes"), (400, 80, "Mr. Paul Kern"),
        (90, 92, "a.m."), (50, 110, "2."),
        (90, 110, "9:05 a.m. -"), (200, 110, "Budget"), (90, 122, "10:00 a.m."),
        (50, 140, "3.1"), (90, 140, "10:00 a.m."), (200, 140, "Repairs"), (400, 140, "Ms. Ida Holm"),
    )  # fmt: skip
    assert times(pdf(page)) == [
        "540-545 Minutes +Mr. Paul Kern",
        "545-600 Budget",
        "600-None Repairs +Ms. Ida Holm",
    ]


def test_days_before_times_are_read_first() -> None:
    page = (
        (50, 60, "Mon 9 March 2026"), (170, 60, "9:00 - 10:00"), (260, 60, "Tides"), (170, 80, "10:00 - 11:00"),
        (260, 80, "Gauges"), (50, 100, "Tue 10 March 2026"), (170, 100, "9:00 - 10:00"), (260, 100, "Locks"),
    )  # fmt: skip
    assert said(pdf(page)) == [
        "2026-03-09 540-600 Tides",
        "2026-03-09 600-660 Gauges",
        "2026-03-10 540-600 Locks",
    ]


def test_tables_below_different_heads_have_columns_of_their_own() -> None:
    page = (
        DAY, (50, 60, "Time"), (150, 60, "Title"), (350, 60, "Speaker"),
        (50, 80, "9:00-10:00"), (150, 80, "Tides"), (350, 80, "Ida Holm"),
        (50, 100, "10:00-11:00"), (150, 100, "Gauges"), (350, 100, "Paul Kern"),
        (50, 140, "Time"), (150, 140, "Room"), (250, 140, "Title"),
        (50, 160, "13:00-14:00"), (150, 160, "Room 4"), (250, 160, "Weirs"),
        (50, 180, "14:00-15:00"), (150, 180, "Room 5"), (250, 180, "Locks"),
    )  # fmt: skip
    assert times(pdf(page)) == [
        "540-600 Tides +Ida Holm",
        "600-660 Gauges +Paul Kern",
        "780-840 Weirs @Room 4",
        "840-900 Locks @Room 5",
    ]


def test_the_last_line_of_a_page_heads_no_columns() -> None:
    page = (DAY, (50, 60, "9:00-10:00"), (150, 60, "Tides"), (50, 80, "10:00-11:00"), (150, 80, "Locks"),
            (50, 700, "www.example.org"), (400, 700, "Plan 3"))  # fmt: skip
    rows = [each for each in read_document(pdf(page), "x.pdf").blocks if isinstance(each, PageRow)]
    assert [row.cells[1].text for row in rows] == ["Tides", "Locks"]


WIDTHS = (90, 140, 130, 90)
FEET = ((50, 780, "Plan 3 as of 8:00 on 1 March 2026"), (300, 794, "2"))


def test_a_ruled_table_goes_on_on_the_next_page() -> None:
    first = ruled(
        ("Time", "Title", "Speaker", "Room"),
        ("8:00-9:00", "Tea", "", "Lobby"),
        ("9:00-10:00", "Tides", "Ida Holm", "Lobby"),
        widths=WIDTHS,
    )
    more = ("10:00-11:00", "Silt", "Moderator: Paul Kern/Panel: Ida Holm, Nora Weiss", "Lobby")
    data = pdf(
        [DAY, *first, *FEET],
        [*ruled(more, widths=WIDTHS), *FEET],
        boxes=rules(3, WIDTHS),
    )
    assert times(data)[1:] == ["540-600 Tides @Lobby +Ida Holm", "600-660 Silt @Lobby +Paul Kern +Ida Holm +Nora Weiss"]


def test_a_table_without_rules_goes_on_on_the_next_page() -> None:
    heads = ((50, 60, "Time"), (150, 60, "Title"), (300, 60, "Room"))
    first = tuple(
        each
        for n in (9, 10, 11)
        for each in ((50, 20 * n, f"{n}:00"), (150, 20 * n, f"Tides {n}"), (300, 20 * n, "A 1"))
    )
    second = ((50, 50, "12:00"), (150, 50, "Silt"), (300, 50, "Yellow"), (50, 70, "13:00"), (150, 70, "Sand"))
    assert [each.partition("-")[2].partition(" ")[2] for each in times(pdf([DAY, *heads, *first], second))] == [
        "Tides 9 @A 1", "Tides 10 @A 1", "Tides 11 @A 1", "Silt @Yellow", "Sand",
    ]  # fmt: skip


def test_running_feet_of_two_pages_stand_at_the_same_place() -> None:
    pages = [[(50, 300, f"Text {n}"), *FEET, (50, 20 + 5 * n, "School")] for n in range(2)]
    assert [each.text for each in read_document(pdf(*pages), "x.pdf").lines] == [
        "School", "Text 0", "Plan 3 as of 8:00 on 1 March 2026", "School", "Text 1",
    ]  # fmt: skip


def test_a_known_name_below_a_title_is_no_part_of_it() -> None:
    page = [
        DAY,
        *ruled(("9:00", "Lecture on silt/Chiara Pedretti"), ("10:00", "The noise of/Ida Holm"), widths=(60, 95)),
    ]
    blocks = read_document(pdf(page, boxes=rules(2, (60, 95))), "x.pdf").blocks
    assert [[line.text for line in row.cells[1].lines] for row in blocks if isinstance(row, PageRow)] == [
        ["Lecture on silt", "Chiara Pedretti"],
        ["The noise of Ida Holm"],
    ]


def test_a_word_that_begins_as_that_for_a_photograph_is_no_break() -> None:
    page = (DAY, (50, 60, "*Session 1 - Chair: Paul Kern*"), (50, 80, "9:00"), (150, 80, "Photographie und Recht"),
            (50, 100, "10:00"), (150, 100, "Group photo"))  # fmt: skip
    assert times(pdf(page)) == ["540-None Photographie und Recht +Paul Kern", "600-None Group photo"]


def test_fields_that_stand_apart_are_a_table() -> None:
    rows = (("Time", "Gym", "Room 2"), ("9:00-10:00", "Silt/Ida Holm", "Sand"), ("10:00-11:00", "Mud", "Clay"))
    boxes = [(left, top, wide - 6, 26) for left, top, wide, _ in rules(3, (90, 140, 130))]
    page = [DAY, *ruled(*rows, widths=(90, 140, 130))]
    assert times(pdf(page, boxes=boxes)) == [
        "540-600 Silt @Gym +Ida Holm", "540-600 Sand @Room 2", "600-660 Mud @Gym", "600-660 Clay @Room 2",
    ]  # fmt: skip


@pytest.mark.parametrize("matrix", ["0 1 -1 0 700 0", "0 -1 1 0 0 800"])
def test_a_page_whose_letters_lie_on_their_sides_is_turned(matrix: str) -> None:
    page = [DAY, *ruled(("9:00-10:00", "Silt"), ("10:00-11:00", "Sand"), widths=(90, 140))]
    data = pdf(page, boxes=rules(2, (90, 140)), before=f"{matrix} cm")
    assert said(data) == ["2026-03-09 540-600 Silt", "2026-03-09 600-660 Sand"]


def test_a_chair_stands_behind_the_hours_of_a_heading() -> None:
    page = (DAY, (50, 60, "*Session 1: Silt, 9:00 - 10:30, chair: Ida Holm*"), (50, 80, "9:00"), (150, 80, "Sand"),
            (50, 100, "9:30"), (150, 100, "Mud"))  # fmt: skip
    assert times(pdf(page))[0] == "540-630 Session 1: Silt +Ida Holm"


def test_a_row_at_the_top_of_every_page_is_no_running_head() -> None:
    pages = [
        [(50, 20, f"{n} March 2026"), (50, 40, "9:00"), (150, 40, "Tea and"), (150, 52, "cake"), (50, 80, "10:00"),
         (150, 80, f"Tides {n}"), (50, 790, f"- {n} -")]
        for n in (2, 3, 4)
    ]  # fmt: skip
    assert [each.rpartition("None ")[2] for each in said(pdf(*pages))] == [
        "Tea and cake", "Tides 2", "Tea and cake", "Tides 3", "Tea and cake", "Tides 4",
    ]  # fmt: skip


def test_a_sentence_above_a_table_is_one_though_it_was_wrapped() -> None:
    page = (
        (50, 40, "All sessions of the ninth of March 2026 are held in the great hall of the old"),
        (50, 52, "customs house."),
        (50, 80, "9:00"), (150, 80, "Tides"), (50, 100, "10:00"),
        (150, 100, "Silt, sand and mud in the great estuaries"),
    )  # fmt: skip
    assert read_document(pdf(page), "x.pdf").lines[0].text.endswith("of the old customs house.")


def test_a_range_of_times_that_is_broken_in_a_cell_is_one_line() -> None:
    page = [DAY, *ruled(("9:00 -/10:30", "Silt"), ("10:30 -/11:00", "Sand"), widths=(60, 95))]
    rows = [
        each for each in read_document(pdf(page, boxes=rules(2, (60, 95))), "x.pdf").blocks if isinstance(each, PageRow)
    ]
    assert [[(line.text, line.line, line.last) for line in row.cells[0].lines] for row in rows] == [
        [("9:00 - 10:30", 2, 3)],
        [("10:30 - 11:00", 4, 5)],
    ]


def test_a_name_with_a_hyphen_at_the_end_of_a_line_is_whole() -> None:
    page = [DAY, *ruled(("9:00", "Coralie Pelletier-/Diop"), ("10:00", "Well-/being"), widths=(60, 95))]
    rows = [
        each for each in read_document(pdf(page, boxes=rules(2, (60, 95))), "x.pdf").blocks if isinstance(each, PageRow)
    ]
    assert [row.cells[1].text for row in rows] == ["Coralie Pelletier-Diop", "Wellbeing"]
