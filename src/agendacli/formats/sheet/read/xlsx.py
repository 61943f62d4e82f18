"""Excel workbooks as a table: the page that holds the programme, with what merged cells say in each of them."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias

from agendacli.formats.given import Given
from agendacli.formats.sheet.cells import Cell, Row, Sheet
from agendacli.formats.sheet.read.pages import BookPage, one_table, page_of
from agendacli.formats.sheet.read.programme import programme_of_sheet
from agendacli.model.exchange_codes import SHEET_BOOK
from agendacli.model.findings import Findings
from agendacli.model.large.gc_paused import undisturbed
from agendacli.model.said import Said
from agendacli.model.span import Span

Worksheet: TypeAlias = Any
"""What the library calls so; it has no types."""

_LARGEST = 1 << 27  # bytes that a workbook unfolds to
_MOST_CELLS = 2_000_000
_HOUR = 60
_MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*+")
_CORNERS = re.compile(rb"\bref\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?[\"']")
_FORMULA = re.compile(
    rb"""<c\b(?![^>]*\bt="(?:str|e|b)")[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*+><f\b(?:[^>]*/>|[^>]*+>[^<]*+</f>)"""
    rb"""\s*+(?:<v\s*/>|<v></v>)?\s*+</c>"""
)
# What the library and the libraries below it raise for what is not a workbook; a ParseError of XML is a SyntaxError.
_STUMBLES = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, LookupError, ValueError, TypeError, AttributeError,
    ArithmeticError, RuntimeError, SyntaxError, AssertionError,
)  # fmt: skip


@undisturbed()
def read_xlsx(given: Given) -> Said:
    """The programme that an Excel workbook says; faults are told, nothing is raised."""
    findings = Findings()
    if fault := _fault(given.data):
        findings.report(SHEET_BOOK, Span(given.file), fault)
        return Said(None, findings.all)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library prints what it leaves out: styles, checks of input
            pages = _pages(given, findings)
    except _STUMBLES as fault:
        findings.report(
            SHEET_BOOK, Span(given.file), f"the workbook cannot be read ({type(fault).__name__}); save it again"
        )
        return Said(None, findings.all)
    table, others = one_table(pages, given.file) if pages else (Sheet("xlsx", ()), 0)
    found = programme_of_sheet(table, given, findings)
    more = f"{others} more page{'s' if others > 1 else ''} of the workbook"
    return found._replace(left_out=(*found.left_out, more)) if others else found


def _fault(data: bytes) -> str | None:
    """Why a workbook is not opened."""
    try:
        book = zipfile.ZipFile(io.BytesIO(data))
        size = sum(each.file_size for each in book.infolist())
        if size > _LARGEST:
            return f"the workbook unfolds to {size >> 20} MB, which no programme needs"
        if not _merges_little(book):
            return "the workbook merges more cells than any programme has; unmerge them, or save it as CSV"
        if cell := _not_calculated(book):
            return f"the formula in {cell} was never calculated; open the workbook in a spreadsheet and save it again"
    except _STUMBLES:
        return "the workbook is cut off or broken; fetch it again"
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        return "workbooks are read by openpyxl: `pip install 'agendacli[office]'`, or save it as CSV"
    return None


def _merges_little(book: zipfile.ZipFile) -> bool:
    """Whether its merged cells can be counted and are few; the library makes a cell of each before it can be asked.

    What is not plain is not counted, and so is a part in an encoding in which no tag is seen.
    """
    total = 0
    for name in book.namelist():
        part = book.read(name).replace(b"\0", b"") if name.endswith(".xml") else b"<"
        if part.lstrip(_MARKS)[:1] != b"<":
            return False
        for tag in _MERGED.findall(part):
            corners = _CORNERS.search(tag)
            if corners is None:
                return False
            total += _cells_between(*corners.groups()) if corners[3] else 1
    return total <= _MOST_CELLS


def _not_calculated(book: zipfile.ZipFile) -> str | None:
    """The first cell with a formula that has no value, as programs write it that do not calculate."""
    for name in book.namelist():
        page = book.read(name) if name.startswith("xl/worksheets/") else b""
        if b"<f" in page and (found := _FORMULA.search(page)):
            return found[1].decode()
    return None


def _cells_between(first: bytes, top: bytes, last: bytes, bottom: bytes) -> int:
    return (abs(_column(last) - _column(first)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for each in letters.upper():
        number = number * 26 + each - ord("A") + 1
    return number


def _pages(given: Given, findings: Findings) -> list[BookPage]:
    """The pages that are shown; what reaches too far is told."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(given.data), data_only=True)
    shown = [each for each in book.worksheets if each.sheet_state == "visible" and _is_bearable(each, given, findings)]
    return [page_of(each.title, Sheet("xlsx", tuple(_rows(each, given.file))), given) for each in shown]


def _is_bearable(page: Worksheet, given: Given, findings: Findings) -> bool:
    rows, columns = page.max_row or 0, page.max_column or 0
    if rows * columns <= _MOST_CELLS:
        return True
    message = "there are cells as far as here, which no programme needs; delete what stands below and beside it"
    findings.report(SHEET_BOOK, Span(given.file, rows, columns, sheet=page.title), message)
    return False


def _rows(page: Worksheet, file: str) -> Iterator[Row]:
    filled = {
        (row, column): (span.min_row, span.min_col)
        for span in page.merged_cells.ranges
        for row in range(span.min_row, span.max_row + 1)
        for column in range(span.min_col, span.max_col + 1)
    }
    first: dict[tuple[int, int], Cell] = {}
    sheet = page.title
    for number, values in enumerate(page.iter_rows(values_only=True), start=1):
        cells = [Cell(_text(value), Span(file, number, at, sheet=sheet)) for at, value in enumerate(values, start=1)]
        for at, value in enumerate(values, start=1):
            if isinstance(value, datetime) and value.time() == time() and _shows_hours(page, number, at):
                cells[at - 1] = cells[at - 1]._replace(text=f"{value:%Y-%m-%d %H:%M}")
        for at in range(1, len(cells) + 1) if filled else ():
            if (number, at) in filled:
                cells[at - 1] = first.setdefault(filled[number, at], cells[at - 1])
        yield tuple(cells)


def _shows_hours(page: Worksheet, row: int, column: int) -> bool:
    """Whether a moment is shown with its hours, so that one at midnight is no day alone."""
    return "h" in str(page.cell(row, column).number_format).casefold()


def _text(value: Any) -> str:  # noqa: ANN401 (whatever a cell holds)
    """The value of a cell as a person would type it."""
    if isinstance(value, str):
        return value.strip()
    return "" if value is None else _typed(value)


def _typed(value: Any) -> str:  # noqa: ANN401 (the same)
    match value:
        case datetime() if value.time() != time():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return f"{value:%Y-%m-%d}"
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            minutes = round(value.total_seconds() / _HOUR)
            return f"{minutes // _HOUR}:{minutes % _HOUR:02}"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value).strip()
