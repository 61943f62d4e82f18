"""PDF files, written here word by word."""

import random
import sys
import zlib
from collections.abc import Iterable, Sequence

import pytest

from agendacli.formats.documents.door import read_draft
from agendacli.formats.documents.page import Document, Line, PageRow
from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.readers.pdf.printed import PrintedWord, printed_word, whole_words
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import Asked
from agendacli.formats.draft import Draft, DraftAsked
from agendacli.formats.given import Given

pytest.importorskip("pdfplumber")

Placed = tuple[int, int, str]
"""From the left and from the top, in points, and the text."""


FONTS = {"F1": "Helvetica", "F2": "Helvetica-Oblique", "F3": "Helvetica-Bold"}


def font_of(text: str) -> tuple[str, str]:
    """The name of a font, slanted for a text between underlines and bold for one between stars, and the text."""
    plain = text.strip("_*")
    return ("F2" if text[:1] == "_" else "F3" if text[:1] == "*" else "F1"), plain


def pdf(*pages: Sequence[Placed], boxes: Iterable[tuple[int, int, int, int]] = (), before: str = "") -> bytes:
    """A PDF of pages of texts, with boxes (left, top, width, height) on each, and what is drawn `before`."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for page in pages:
        set_texts = [(x, y, *font_of(text)) for x, y, text in page]
        lines = [f"BT /{font} 10 Tf {x} {800 - y} Td ({text}) Tj ET" for x, y, font, text in set_texts]
        lines += [f"{x} {800 - y - high} {wide} {high} re S" for x, y, wide, high in boxes]
        content = "\n".join((before, *lines))
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        fonts = " ".join(f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{font} >>" for name, font in FONTS.items())
        box = f"/MediaBox [0 0 600 800] /Resources << /Font << {fonts} >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {len(objects)} 0 R >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    text = "%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF"
    return f"{text}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def said(data: bytes) -> list[str]:
    """Day, hours, title, room and people of each session."""
    found, _ = sessions_of(read_document(data, "x.pdf"), Asked())
    return [
        f"{each.day.value} {each.start.value}-{each.end.value} {each.title.value}"
        + (f" @{each.room.value}" if each.room else "")
        + "".join(f" +{person.name}" for person in each.people)
        for each in found
    ]


def test_columns_without_rules_and_wrapped_cells() -> None:
    page = (
        (50, 50, "Monday, 9 March 2026"),
        (50, 80, "09:00 - 10:00"), (160, 80, "Old gauges and the"), (300, 80, "Mr. Paul Kern"),
        (160, 92, "new numbers of them"),
        (50, 110, "10:00 - 10:30"), (160, 110, "Coffee"),
        (50, 130, "10:30 - 11:30"), (160, 130, "Tides in the north"), (300, 130, "Ms. Ida Holm"),
        (50, 150, "11:30 - 12:00"), (160, 150, "Words at the end"), (300, 150, "Dr. Nora Weiss"),
    )  # fmt: skip
    assert said(pdf(page)) == [
        "2026-03-09 540-600 Old gauges and the new numbers of them +Mr. Paul Kern",
        "2026-03-09 600-630 Coffee",
        "2026-03-09 630-690 Tides in the north +Ms. Ida Holm",
        "2026-03-09 690-720 Words at the end +Dr. Nora Weiss",
    ]


def test_times_in_the_middle_of_their_rows() -> None:
    page = (
        (50, 50, "9 March 2026"),
        (160, 80, "A title that takes"), (50, 86, "09:00 - 10:00"), (160, 92, "two lines of the page"),
        (160, 120, "Another title of"), (50, 126, "10:00 - 11:00"), (160, 132, "two lines"),
    )  # fmt: skip
    assert said(pdf(page)) == [
        "2026-03-09 540-600 A title that takes two lines of the page",
        "2026-03-09 600-660 Another title of two lines",
    ]


def test_times_that_are_broken() -> None:
    page = (
        (50, 50, "9 March 2026"),
        (50, 80, "9:00 AM -"), (160, 80, "Boats"), (50, 92, "9:30 AM"), (160, 92, "and nets"),
        (50, 110, "9:30 AM -"), (160, 110, "Knots"), (50, 122, "10:00 AM"),
    )  # fmt: skip
    assert [each.partition(" ")[2] for each in said(pdf(page))] == ["540-570 Boats and nets", "570-600 Knots"]


def test_times_that_are_broken_behind_a_word() -> None:
    page = (
        (50, 50, "9 March 2026"),
        (50, 80, "9:40 a"), (160, 80, "Boats"), (50, 92, "10:30"), (160, 92, "and nets"),
        (50, 110, "10:30 a"), (160, 110, "Knots"), (50, 122, "11:20"),
        (50, 140, "11:30"), (160, 140, "Oars"),
    )  # fmt: skip
    found = [each.partition(" ")[2] for each in said(pdf(page))]
    assert found == ["580-630 Boats and nets", "630-680 Knots", "690-None Oars"]


def test_ruled_grid_of_rooms() -> None:
    boxes = [(50, top, 80, 20) for top in (70, 90, 110)] + [(130, 70, 100, 20), (230, 70, 100, 20)]
    boxes += [(130, 90, 200, 20), (130, 110, 100, 20), (230, 110, 100, 20)]
    page = (
        (50, 50, "9 March 2026"),
        (55, 84, "Time"), (135, 84, "Room A"), (235, 84, "Room B"),
        (55, 104, "09:00-09:30"), (135, 104, "Welcome"),
        (55, 124, "09:30-10:00"), (135, 124, "Boats"), (235, 124, "Nets"),
    )  # fmt: skip
    assert said(pdf(page, boxes=boxes)) == [
        "2026-03-09 540-570 Welcome",
        "2026-03-09 570-600 Boats @Room A",
        "2026-03-09 570-600 Nets @Room B",
    ]


def ruled(*rows: Sequence[str], widths: Sequence[int], top: int = 80, high: int = 32) -> list[Placed]:
    """The texts of ruled rows, in which `/` parts lines and a text begins 5 points behind its rule."""
    placed: list[Placed] = []
    for n, row in enumerate(rows):
        left = 50
        for text, wide in zip(row, widths, strict=True):
            placed += [(left + 5, top + high * n + 10 + 12 * k, line) for k, line in enumerate(text.split("/")) if line]
            left += wide
    return placed


def rules(rows: int, widths: Sequence[int], top: int = 80, high: int = 32) -> list[tuple[int, int, int, int]]:
    """The boxes of so many ruled rows."""
    lefts = [50 + sum(widths[:n]) for n in range(len(widths))]
    return [(left, top + high * n, wide, high) for n in range(rows) for left, wide in zip(lefts, widths, strict=True)]


def test_a_name_in_another_slant_is_no_part_of_the_title_above_it() -> None:
    widths = (90, 140)
    rows = (("9:00-9:45", "The noise of steep/_Yuki Morikawa_"), ("9:45-10:30", "Tides/_Paul Kern_"))
    page = [(50, 50, "9 March 2026"), *ruled(*rows, widths=widths)]
    assert said(pdf(page, boxes=rules(2, widths))) == [
        "2026-03-09 540-585 The noise of steep +Yuki Morikawa",
        "2026-03-09 585-630 Tides +Paul Kern",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [("The noise of steep", "_Labs of Morikawa_"), ("(all morning, for all)", "Tides")],
    ids=["another slant", "below brackets"],
)
def test_a_line_of_a_cell_that_says_something_of_its_own(first: str, second: str) -> None:
    widths = (90, 110)
    page = [(50, 50, "9 March 2026"), *ruled(("9:00-9:45", f"{first}/{second}"), ("9:45-10:30", "Sand"), widths=widths)]
    blocks = read_document(pdf(page, boxes=rules(2, widths)), "x.pdf").blocks
    cells = [each.cells[1] for each in blocks if isinstance(each, PageRow)]
    assert [[line.text for line in each.lines] for each in cells] == [[first, second.strip("_")], ["Sand"]]


def test_a_word_for_noon_in_a_line_of_a_page_is_no_time() -> None:
    page = [(50, 50, "9 March 2026"), (50, 80, "9:00 Tides"), (50, 110, "Noon"), (50, 140, "13:00 Sand")]
    assert said(pdf(page)) == ["2026-03-09 540-None Tides", "2026-03-09 780-None Sand"]


def test_lines_in_the_middle_of_a_cell_were_wrapped_if_the_next_word_would_not_have_fitted() -> None:
    boxes = rules(2, (90, 190))
    page = [(50, 50, "9 March 2026"), (55, 90, "9:00-9:45"), (55, 122, "9:45-10:30")]
    page += [(145, 90, "On the ill-posed and the regularised"), (190, 102, "Problems there")]
    page += [(185, 122, "Lecture: Tides"), (195, 134, "Old Gauges")]
    blocks = read_document(pdf(page, boxes=boxes), "x.pdf").blocks
    assert [[line.text for line in row.cells[1].lines] for row in blocks if isinstance(row, PageRow)] == [
        ["On the ill-posed and the regularised Problems there"],
        ["Lecture: Tides", "Old Gauges"],
    ]


def test_a_bold_name_stands_above_its_title() -> None:
    widths = (90, 200)
    rows = (("9:00-9:45", "*Paul Kern*/Moderate tides"), ("9:45-10:30", "*Ida Holm*/Gauges"))
    page = [(50, 50, "9 March 2026"), *ruled(*rows, widths=widths)]
    assert said(pdf(page, boxes=rules(2, widths))) == [
        "2026-03-09 540-585 Moderate tides +Paul Kern",
        "2026-03-09 585-630 Gauges +Ida Holm",
    ]


def test_newspaper_columns_are_read_one_after_the_other() -> None:
    left = (
        (50, 80, "Friday, 17 April 2026"),
        (50, 100, "14:00-15:00"), (120, 100, "Arrival of"), (120, 112, "the guests"),
        (50, 130, "15:00-16:30"), (120, 130, "A year in the hive"),
    )  # fmt: skip
    right = (
        (320, 80, "Saturday, 18 April 2026"),
        (320, 102, "8:00-9:00"), (390, 102, "Breakfast"),
        (320, 120, "9:00-10:30"), (390, 120, "Counting mites"),
    )  # fmt: skip
    data = pdf([(50, 50, "Spring School of the keepers of bees in the valley and on the hill"), *left, *right])
    assert said(data) == [
        "2026-04-17 840-900 Arrival of the guests",
        "2026-04-17 900-990 A year in the hive",
        "2026-04-18 480-540 Breakfast",
        "2026-04-18 540-630 Counting mites",
    ]
    assert [each.line for each in read_document(data, "x.pdf").blocks if isinstance(each, Line)] == [1, 2, 6]


def test_heads_over_columns_without_rules() -> None:
    page = (
        (160, 50, "Monday"), (300, 50, "Tuesday"), (160, 62, "9 March 2026"), (300, 62, "10 March 2026"),
        (50, 80, "9:00-10:00"), (160, 80, "Tides"), (300, 80, "Ferries"),
        (50, 100, "10:00-10:30"), (160, 100, "Coffee"), (300, 100, "Coffee"),
        (50, 120, "10:30-11:30"), (160, 120, "Gauges"), (300, 120, "Locks"),
    )  # fmt: skip
    assert said(pdf(page)) == [
        "2026-03-09 540-600 Tides",
        "2026-03-10 540-600 Ferries",
        "2026-03-09 600-630 Coffee",
        "2026-03-10 600-630 Coffee",
        "2026-03-09 630-690 Gauges",
        "2026-03-10 630-690 Locks",
    ]


@pytest.mark.parametrize("heads", [((50, 60, "Start"), (110, 60, "End"), (180, 60, "Talk")), ()])
def test_start_and_end_in_columns_of_their_own(heads: Sequence[Placed]) -> None:
    page = (
        (50, 40, "9 March 2026"), *heads,
        (50, 80, "9:00 AM"), (110, 80, "9:45 AM"), (180, 80, "Tides"),
        (50, 100, "9:45 AM"), (110, 100, "10:00 AM"), (180, 100, "Coffee"),
        (50, 120, "11:30 AM"), (110, 120, "12:15 PM"), (180, 120, "Gauges"),
    )  # fmt: skip
    assert [each.partition(" ")[2] for each in said(pdf(page))] == ["540-585 Tides", "585-600 Coffee", "690-735 Gauges"]


def piece(text: str, x0: float, x1: float) -> PrintedWord:
    return PrintedWord(text, x0, x1, top=0, bottom=10, size=10, is_bold=False)


@pytest.mark.parametrize(
    ("text", "read"), [("(cid:127)", "•"), ("Tides (cid:127)", "Tides (cid:127)"), ("(cid:x)", "(cid:x)")]
)
def test_a_sign_that_its_font_does_not_name_is_a_bullet(text: str, read: str) -> None:
    found = printed_word({"text": text, "x0": 0, "x1": 9, "top": 0, "bottom": 9})
    assert found.text == read


def test_words_in_pieces_without_gaps_are_whole() -> None:
    pieces = [
        piece("o", 0, 5),
        piece("ff", 5.1, 10),
        piece("enen", 10, 30),
        piece("Tag", 33, 50),
        piece("ev", 50.9, 60),
    ]
    assert [(each.text, each.x0, each.x1) for each in whole_words(pieces)] == [
        ("offenen", 0, 30),
        ("Tag", 33, 50),
        ("ev", 50.9, 60),
    ]


def test_lines_know_page_and_line() -> None:
    found = read_document(pdf([(50, 50, "One"), (50, 80, "Two")], [(50, 50, "Three")]), "x.pdf")
    assert [(each.page, each.line, each.text) for each in found.blocks if isinstance(each, Line)] == [
        (1, 1, "One"),
        (1, 2, "Two"),
        (2, 1, "Three"),
    ]


def test_running_heads_are_left_out() -> None:
    pages = [[(50, 20, "School 2026"), (50, 400, f"Text {n}"), (50, 780, f"page {n}")] for n in range(4)]
    assert [each.text for each in read_document(pdf(*pages), "x.pdf").lines] == [
        "School 2026", "Text 0", "Text 1", "Text 2", "Text 3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (pdf([]), "contain pictures only, no text"),
        (pdf([(50, 50, "One")])[:200], "damaged"),
        (b"%PDF-1.4\n", "damaged"),
        (pdf([(50, 50, "One")]).replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Foo >>"), "the PDF is"),
    ],
)
def test_what_cannot_be_read_says_so(data: bytes, told: str) -> None:
    assert told in read_document(data, "x.pdf").unread


def test_pdf_that_is_packed_twice_says_so() -> None:
    packed = b"4 0 obj\n<< /Filter [/FlateDecode /FlateDecode] >>\nstream\n" + zlib.compress(b"x") + b"\nendstream\n"
    assert read_document(b"%PDF-1.4\n" + packed, "x.pdf").unread == "the PDF holds more than can be read"


def test_without_its_library_a_pdf_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    assert read_document(pdf([(50, 100, "9:00 Tea")]), "x.pdf").unread == (
        "a PDF needs `pip install agendacli[documents]`"
    )


def test_accents_that_are_printed_before_their_letter_are_on_it() -> None:
    dieresis = "\xc8"  # in the encoding that fonts have of themselves
    assert said(pdf([(50, 50, "9 March 2026"), (50, 80, f"09:00 M{dieresis}unster and the sea")])) == [
        "2026-03-09 540-None Münster and the sea"
    ]


def test_boxes_around_one_column_and_around_names_are_no_timetable() -> None:
    page = (
        (50, 50, "9 March 2026"), (50, 84, "For all"), (50, 104, "who come"),
        (50, 184, "Ida Holm"), (150, 184, "Nora Weiss"),
        (50, 204, "Ben Ahlers"), (150, 204, "Paul Kern"), (50, 300, "09:00 Tea"), (50, 340, "10:00 Cake"),
    )  # fmt: skip
    boxes = [(45, 70, 90, 20), (45, 90, 90, 20)]
    boxes += [(left, top, 100, 20) for left in (45, 145) for top in (170, 190)]
    assert [each.partition(" ")[2] for each in said(pdf(page, boxes=boxes))] == ["540-None Tea", "600-None Cake"]
    assert [each for each in read_document(pdf(page, boxes=boxes), "x.pdf").blocks if isinstance(each, PageRow)] == []


def test_encrypted_pdf_is_said_to_be_one() -> None:
    secret = f"/O ({'o' * 32}) /U ({'u' * 32}) /P -4"
    keys = f"/Encrypt << /Filter /Standard /V 1 /R 2 {secret} >> /ID [<00> <00>] /Root"
    data = pdf([(50, 100, "9:00 Tea")]).replace(b"/Root", keys.encode())
    assert read_document(data, "x.pdf").unread == "the PDF is encrypted"


@pytest.mark.parametrize("seed", range(60))
def test_damaged_pdf_is_told_and_raises_nothing(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    text = pdf([(50, 100, "9:00 Tea"), (50, 120, "10:00 Cake")], boxes=[(40, 90, 200, 20)])
    for _ in range(chance.choice([1, 1, 3])):
        at = chance.randrange(len(text))
        put = chance.choice([b"", b"-1", b"99999999999", b"(", b"<<", b"[", b"/Filter /FlateDecode", b"5 0 R", b"\0"])
        text = text[:at] + put + text[at + chance.choice([0, 1, 9]) :]
    assert isinstance(read_document(text, "x.pdf"), Document)


def test_a_long_one_says_how_much_of_it_is_read() -> None:
    pages = [((50, 50, "9 March 2026"), (50, 80, "09:00 Tides")), *(((50, 50, f"Page {n}"),) for n in range(81))]
    draft = read_draft(Given(pdf(*pages), "x.pdf", "Europe/Lisbon"), DraftAsked(), "x.yaml")
    assert isinstance(draft, Draft)
    assert "of its 82 pages only the first 80 are read" in [each.reason for each in draft.doubts]


def test_one_with_more_words_than_are_read_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agendacli.formats.documents.readers.pdf.reading._MOST_WORDS", 3)
    data = pdf(((50, 50, "9 March 2026"), (50, 80, "09:00 Tides")), ((50, 50, "10:00 Sand"),))
    assert read_document(data, "x.pdf").cut == "of its 2 pages only the first 1 are read"
