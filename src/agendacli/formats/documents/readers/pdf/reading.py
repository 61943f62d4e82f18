"""A PDF as lines and tables, page by page. It and `light_page` alone know pdfplumber."""

import logging
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import count, groupby, islice
from typing import Any

from agendacli.formats.documents.page import Block, Document
from agendacli.formats.documents.readers.pdf.aligned import aligned
from agendacli.formats.documents.readers.pdf.boxes_apart import boxes_apart
from agendacli.formats.documents.readers.pdf.head_columns import below_heads
from agendacli.formats.documents.readers.pdf.head_lines import tables_apart
from agendacli.formats.documents.readers.pdf.layout import ColumnLayout
from agendacli.formats.documents.readers.pdf.limits import TimeIsUp, is_bomb, within
from agendacli.formats.documents.readers.pdf.newspaper import in_reading_order
from agendacli.formats.documents.readers.pdf.printed import PrintedLine, lines_of, printed_word, whole_words
from agendacli.formats.documents.readers.pdf.ruled import RuledTable, lines_outside, ruled_table
from agendacli.formats.documents.readers.pdf.running import ReadPage, without_running_heads
from agendacli.formats.documents.readers.pdf.wrapping import unwrapped

EXTRA = "a PDF needs `pip install agendacli[documents]`"
"""What is told where pdfplumber is not there."""

_MOST_PAGES = 80
_MOST_WORDS = 20_000
_MOST_EDGES = 5000
_MOST_SECONDS = 30
_BELOW = (
    OSError, EOFError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError,
    AssertionError, zlib.error, struct.error,
)  # fmt: skip


def read_pdf(data: bytes) -> Document:
    """What a PDF says; why not, where it holds no text, is encrypted or damaged."""
    try:
        import pdfplumber
    except ImportError:
        return Document((), unread=EXTRA)
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    if is_bomb(data):
        return Document((), unread="the PDF holds more than can be read")
    try:
        with within(_MOST_SECONDS), pdfplumber.open(BytesIO(data)) as pdf:
            pages = [*_pages(pdf)]
            total = len(pdf.pages)
            title = str((pdf.metadata or {}).get("Title") or "")
    except TimeIsUp:
        return Document((), unread=f"the PDF takes more than {_MOST_SECONDS} seconds to read")
    except _stumbles() as fault:
        is_locked = any(
            "Password" in type(each).__name__ for each in (fault, *fault.args)
        )  # one library wraps the other's
        return Document((), unread="the PDF is encrypted" if is_locked else "the PDF is damaged, or none")
    if not any(each.lines for each in pages):
        return Document((), unread="the pages of the PDF contain pictures only, no text")
    cut = f"of its {total} pages only the first {len(pages)} are read" if total > len(pages) else ""
    return Document(tuple(_blocks(without_running_heads(pages))), _as_title(title), cut=cut)


def _stumbles() -> tuple[type[Exception], ...]:
    """What pdfplumber, pdfminer below it and Python raise for a file that is damaged or encrypted."""
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    return (MalformedPDFException, PdfminerException, PSException, *_BELOW)


def _pages(pdf: Any) -> Iterator[ReadPage]:  # noqa: ANN401 (pdfplumber has no types)
    """The first pages, until enough words are read; what the library keeps of one is dropped before the next."""
    from agendacli.formats.documents.readers.pdf.light_page import LightPage

    words = 0
    for page in map(LightPage.of, islice(pdf.pages, _MOST_PAGES)):
        yield (read := _page(page))
        page.close()
        words += sum(len(line.words) for line in read.lines)
        if words >= _MOST_WORDS:
            return


def _page(printed: Any) -> ReadPage:  # noqa: ANN401 (pdfplumber has no types)
    page = _turned_upright(printed)
    words = page.extract_words(x_tolerance_ratio=0.18, y_tolerance=2, extra_attrs=["fontname", "size"])[:_MOST_WORDS]
    upright = [printed_word(each) for each in words if each.get("upright", True) and str(each["text"]).strip()]
    tables = page.find_tables() if len(page.edges) <= _MOST_EDGES else ()
    ruled = tuple(tuple(tuple(cell) for cell in table.cells) for table in tables)
    fields = [(each["x0"], each["top"], each["x1"], each["bottom"]) for each in page.rects]
    boxes = (*ruled, boxes_apart(fields, ruled))
    return ReadPage(
        page.page_number, tuple(in_reading_order(lines_of(whole_words(upright)))), boxes, float(page.height)
    )


def _turned_upright(page: Any) -> Any:  # noqa: ANN401 (pdfplumber has no types)
    """The page, turned where most of its letters lie on their sides."""
    lying = [each for each in page.chars if not each["upright"]]
    if 2 * len(lying) <= len(page.chars):
        return page
    is_upward = sum(each["matrix"][1] > 0 for each in lying) * 2 > len(lying)
    page.page_obj.rotate = (page.page_obj.rotate + (90 if is_upward else 270)) % 360
    return type(page)(page.pdf, page.page_obj, page.page_number)


def _as_title(title: str) -> str:
    """The title in the file, unless it is the name of one or of a program."""
    is_name = re.search(r"\.\w{2,4}$|microsoft|untitled|^\W*$", title, re.IGNORECASE)
    return "" if is_name else title.strip()


def _blocks(pages: Iterator[ReadPage]) -> Iterator[Block]:
    """The tables of each page and the lines between them, from the top."""
    numbers = count(1)
    ruled: RuledTable | None = None
    layout: ColumnLayout | None = None
    for page in pages:
        tables = [*_tables(page, ruled, numbers)]
        ruled = None
        for part in _parts(page, tables):
            if isinstance(part, RuledTable):
                yield from part.rows
                ruled = part
                continue
            for _, column in groupby(part, lambda line: line.column):
                for lines in tables_apart(below_heads([*column])):
                    found = aligned(lines, page.number, next(numbers), layout)
                    layout = found.layout if found else layout
                    yield from found.blocks if found else _paragraphs(lines, page.number)
            ruled = ruled if all(map(page.is_at_edge, part)) else None


def _tables(page: ReadPage, before: RuledTable | None, numbers: Iterator[int]) -> Iterator[RuledTable]:
    """The ruled tables of a page from its top; the first may go on from the page before."""
    boxes = sorted((cells for cells in page.boxes if cells), key=lambda cells: min(each[1] for each in cells))
    for cells in boxes:
        table = ruled_table(next(numbers), cells, page.lines, page.number, before=before)
        before = None
        if table:
            yield table


def _parts(page: ReadPage, tables: Sequence[RuledTable]) -> Iterator[RuledTable | list[PrintedLine]]:
    rest = lines_outside(page.lines, tables)
    for table in tables:
        yield [line for line in rest if line.bottom <= table.box[1] + 3]
        rest = [line for line in rest if line.bottom > table.box[1] + 3]
        yield table
    yield rest


def _paragraphs(lines: Sequence[PrintedLine], page: int) -> Sequence[Block]:
    return unwrapped(lines, page, max(line.x1 for line in lines)) if lines else ()
