"""An Excel workbook: a page with the rooms across, to be printed, and a page of rows that is read back."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from itertools import groupby
from typing import Any, TypeAlias

from agendacli.formats.encoding import xml_text
from agendacli.formats.exported import Exported, Losses, ToExport
from agendacli.formats.sheet.write.rows import SheetRows, sheet_rows
from agendacli.model.asked import Refusal
from agendacli.words.harmless import one_line
from agendacli.words.prose import day_text

Workbook: TypeAlias = Any
Worksheet: TypeAlias = Any
XlsxCell: TypeAlias = Any
"""What the library calls so; it has no types."""

_WIDTHS = {"title": 48, "description": 60, "notes": 30, "day": 12, "start": 8, "end": 8, "duration": 9, "room": 20}
_USUAL_WIDTH, _ROOM_WIDTH = 16, 32
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 (no clock in the bytes: equal input, equal file)
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PROPERTIES, _MODIFIED = "docProps/core.xml", re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_CLOCK = len("09:00")


def write_xlsx(asked: ToExport) -> Exported | Refusal:
    """The programme as a workbook; refused where the library that writes it is not installed."""
    try:
        from openpyxl import Workbook as NewBook
    except ImportError:
        return Refusal("workbooks are written by openpyxl: `pip install 'agendacli[office]'`")
    losses = Losses()
    found = sheet_rows(asked, losses)
    book = NewBook()
    book.properties.created = book.properties.modified = _MADE
    book.properties.creator = "agendacli"
    book.properties.title = xml_text(one_line(asked.title or asked.programmes[0].title))
    _write_grid(book.worksheets[0], found)
    _write_rows(book, found)
    return losses.exported(_steady(book), "a workbook")


def _write_grid(page: Worksheet, found: SheetRows) -> None:
    page.title = "Programme"
    rooms = list(dict.fromkeys(row.get("room", "") for row in found.rows))
    _append(page, ["", *(room or "–" for room in rooms)], bold=True)
    for day, rows in groupby(found.rows, key=lambda row: row["day"]):
        _append(page, [_heading(day)], bold=True)
        for hours, parallel in groupby(rows, key=_hours):
            titles = {row.get("room", ""): row for row in parallel}
            _append(page, [hours, *(_in_grid(titles.get(room)) for room in rooms)])
    page.column_dimensions["A"].width = _USUAL_WIDTH
    for number in range(2, len(rooms) + 2):
        page.column_dimensions[page.cell(1, number).column_letter].width = _ROOM_WIDTH
    _set_up(page)


def _hours(row: Mapping[str, str]) -> str:
    return f"{row['start']}–{row['end']}" if row.get("end") else row["start"]


def _in_grid(row: Mapping[str, str] | None) -> str:
    if row is None:
        return ""
    return f"{row['title']} ({row['status']})" if row.get("status") else row["title"]


def _heading(day: str) -> str:
    try:
        return day_text(date.fromisoformat(day))
    except ValueError:
        return day


def _write_rows(book: Workbook, found: SheetRows) -> None:
    page = book.create_sheet("Rows")
    _append(page, list(found.columns), bold=True)
    for row in found.rows:
        _append(page, [_value(name, row.get(name, "")) for name in found.columns])
    for number, name in enumerate(found.columns, start=1):
        page.column_dimensions[page.cell(1, number).column_letter].width = _WIDTHS.get(name, _USUAL_WIDTH)
    page.auto_filter.ref = page.dimensions
    _set_up(page)


def _value(name: str, text: str) -> object:
    """A day or a time as the spreadsheet has them, so that they can be sorted; any other text as a text."""
    try:
        if name == "day":
            return date.fromisoformat(text)
        if name in ("start", "end") and len(text) == _CLOCK:
            return time.fromisoformat(text)
    except ValueError:
        return text
    return text


def _append(page: Worksheet, values: Sequence[object], *, bold: bool = False) -> None:
    from openpyxl.styles import Alignment, Font

    number = page.max_row + (0 if page.max_row == 1 and page.cell(1, 1).value is None else 1)
    for column, value in enumerate(values, start=1):
        cell = page.cell(number, column)
        _fill(cell, value)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if bold:
            cell.font = Font(bold=True)


def _fill(cell: XlsxCell, value: object) -> None:
    """The value in a cell; a text that begins like a formula stays a text."""
    cell.value = xml_text(value) if isinstance(value, str) else value
    if isinstance(value, str) and cell.data_type == "f":
        cell.data_type = "s"
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    if isinstance(value, time):
        cell.number_format = "hh:mm"


def _set_up(page: Worksheet) -> None:
    """How it is printed: on its side, as wide as a page, with its headings on every page."""
    page.freeze_panes = "B2"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _steady(book: Workbook) -> bytes:
    """The bytes of a workbook, in which no part says when it was written."""
    made, steady = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as kept:
        for each in parts.infolist():
            data = parts.read(each)
            if each.filename == _PROPERTIES:
                data = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", data)
            kept.writestr(zipfile.ZipInfo(each.filename, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return steady.getvalue()
