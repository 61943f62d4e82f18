"""A PDF as lines and tables, page by page. The only module that knows pdfplumber."""

import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby, islice
from typing import Any

from agendacli.formats.documents.page import Block, Document
from agendacli.formats.documents.readers.pdf.aligned import aligned
from agendacli.formats.documents.readers.pdf.limits import TimeIsUp, is_bomb, within
from agendacli.formats.documents.readers.pdf.newspaper import in_reading_order
from agendacli.formats.documents.readers.pdf.printed import PrintedLine, lines_of, printed_word, whole_words
from agendacli.formats.documents.readers.pdf.ruled import RuledTable, lines_outside, ruled_table
from agendacli.formats.documents.readers.pdf.wrapping import unwrapped
from agendacli.formats.documents.tokens.days import days_in
from agendacli.model.frozen import frozen
from agendacli.model.large.gc_paused import undisturbed

EXTRA = "a PDF needs `pip install agendacli[documents]`"
"""What is told where pdfplumber is not there."""

_MOST_PAGES = 80
_MOST_WORDS = 20_000
_MOST_EDGES = 5000
_MOST_SECONDS = 30
_EDGE = 0.09
_OFTEN = 3
_BELOW = (
    OSError, EOFError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError,
    AssertionError, zlib.error, struct.error,
)  # fmt: skip


@frozen
class _Page:
    """A page: its lines, its ruled boxes, and its height."""

    number: int
    lines: tuple[PrintedLine, ...]
    boxes: tuple[tuple[tuple[float, float, float, float], ...], ...]
    height: float


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
        with within(_MOST_SECONDS), undisturbed(), pdfplumber.open(BytesIO(data)) as pdf:
            pages = [*_pages(pdf)]
            count = len(pdf.pages)
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
    cut = f"of its {count} pages only the first {len(pages)} are read" if count > len(pages) else ""
    return Document(tuple(_blocks(_without_running_heads(pages))), _as_title(title), cut=cut)


def _stumbles() -> tuple[type[Exception], ...]:
    """What pdfplumber, pdfminer below it and Python raise for a file that is damaged or encrypted."""
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    return (MalformedPDFException, PdfminerException, PSException, *_BELOW)


def _pages(pdf: Any) -> Iterator[_Page]:  # noqa: ANN401 (pdfplumber has no types)
    """The first pages, until enough words are read; what the library keeps of one is dropped before the next."""
    words = 0
    for page in islice(pdf.pages, _MOST_PAGES):
        yield (read := _page(page))
        page.close()
        words += sum(len(line.words) for line in read.lines)
        if words >= _MOST_WORDS:
            return


def _page(page: Any) -> _Page:  # noqa: ANN401 (pdfplumber has no types)
    words = page.extract_words(x_tolerance_ratio=0.18, y_tolerance=2, extra_attrs=["fontname", "size"])[:_MOST_WORDS]
    upright = [printed_word(each) for each in words if each.get("upright", True) and str(each["text"]).strip()]
    tables = page.find_tables() if len(page.edges) <= _MOST_EDGES else ()
    boxes = tuple(tuple(tuple(cell) for cell in table.cells) for table in tables)
    return _Page(page.page_number, tuple(in_reading_order(lines_of(whole_words(upright)))), boxes, float(page.height))


def _as_title(title: str) -> str:
    """The title in the file, unless it is the name of one or of a program."""
    is_name = re.search(r"\.\w{2,4}$|microsoft|untitled|^\W*$", title, re.IGNORECASE)
    return "" if is_name else title.strip()


def _without_running_heads(pages: Sequence[_Page]) -> Iterator[_Page]:
    """The pages without the lines at their edges that stand on many of them, but for the first time."""
    counted = Counter(key for page in pages for key in {_key(line) for line in page.lines if _is_at_edge(line, page)})
    seen: set[str] = set()
    for page in pages:
        kept = []
        for line in page.lines:
            key = _key(line)
            is_running = _is_at_edge(line, page) and counted[key] >= _OFTEN and not days_in(line.text)
            if not is_running or key not in seen:
                kept.append(line)
            seen.add(key)
        yield _Page(page.number, tuple(kept), page.boxes, page.height)


def _key(line: PrintedLine) -> str:
    return re.sub(r"\d+", "#", line.text)


def _is_at_edge(line: PrintedLine, page: _Page) -> bool:
    return line.top < _EDGE * page.height or line.bottom > (1 - _EDGE) * page.height


def _blocks(pages: Iterator[_Page]) -> Iterator[Block]:
    """The tables of each page and the lines between them, from the top."""
    count = 0
    for page in pages:
        tables = []
        for cells in page.boxes:
            count += 1
            table = ruled_table(count, cells, page.lines, page.number) if cells else None
            tables += [table] if table else []
        for part in _parts(page, sorted(tables, key=lambda each: each.box[1])):
            if isinstance(part, RuledTable):
                yield from part.rows
                continue
            for _, column in groupby(part, lambda line: line.column):
                count += 1
                yield from _flow([*column], page.number, count)


def _parts(page: _Page, tables: Sequence[RuledTable]) -> Iterator[RuledTable | list[PrintedLine]]:
    rest = lines_outside(page.lines, tables)
    for table in tables:
        yield [line for line in rest if line.bottom <= table.box[1] + 3]
        rest = [line for line in rest if line.bottom > table.box[1] + 3]
        yield table
    yield rest


def _flow(lines: Sequence[PrintedLine], page: int, number: int) -> Sequence[Block]:
    """Lines outside of ruled tables: a table of times without rules, else paragraphs."""
    if not lines:
        return ()
    return aligned(lines, page, number) or unwrapped(lines, page, max(line.x1 for line in lines))
