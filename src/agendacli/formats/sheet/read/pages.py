"""The pages of a workbook as one table: those that are a day each, those that are a room each, else the best one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from agendacli.formats.given import Given
from agendacli.formats.sheet.cells import Cell, Row, Sheet
from agendacli.formats.sheet.headings import meaning_of
from agendacli.formats.sheet.read.columns import SheetColumns, find_columns
from agendacli.formats.sheet.read.day_headings import begins_a_day, day_among
from agendacli.model.findings import Findings
from agendacli.model.span import Span

_SEVERAL = 2


class BookPage(NamedTuple):
    """A page of a workbook under its name, and its columns where it has headings that are known."""

    name: str
    sheet: Sheet
    columns: SheetColumns | None

    @property
    def has_ids(self) -> bool:
        """Whether its rows are those of an export, to be read back."""
        return self.columns is not None and "id" in self.columns.by_meaning


def page_of(name: str, sheet: Sheet, given: Given) -> BookPage:
    """A page with its columns."""
    return BookPage(name, sheet, find_columns(sheet, given, Findings()))


def one_table(pages: Sequence[BookPage], file: str) -> tuple[Sheet, int]:
    """The table of a workbook, and how many of its pages are not in it.

    Pages with the same columns are one table if the names of all are days, or of all rooms, and no column says these.
    Of others that which has ids counts, else the first with headings.
    """
    fit = [each for each in pages if each.columns]
    if len(fit) >= _SEVERAL and not any(each.has_ids for each in fit) and _are_alike(fit):
        if all(map(_is_day, fit)):
            return _joined(_under_days(fit, file)), len(pages) - len(fit)
        if all(map(_is_room, fit)):
            return _joined(_with_rooms(fit, file)), len(pages) - len(fit)
    best, *others = sorted(pages, key=lambda each: (each.columns is not None, each.has_ids), reverse=True)
    return best.sheet, len(others)


def _are_alike(pages: Sequence[BookPage]) -> bool:
    """Whether all have columns of the same meanings; rooms across may differ."""
    return len({(frozenset(each.columns.by_meaning), bool(each.columns.rooms)) for each in pages if each.columns}) == 1


def _is_day(page: BookPage) -> bool:
    has_dates = page.columns is not None and "date" in page.columns.by_meaning
    return not has_dates and (day_among(page.name) is not None or begins_a_day(page.name))


def _is_room(page: BookPage) -> bool:
    """Whether the name of a page has a word for rooms, and no column says where its sessions are."""
    columns = page.columns
    is_said = columns is None or "room" in columns.by_meaning or bool(columns.rooms)
    return not is_said and any(meaning_of(word) == "room" for word in page.name.split())


def _joined(pages: Iterator[Sequence[Row]]) -> Sheet:
    return Sheet("xlsx", tuple(row for rows in pages for row in rows))


def _under_days(pages: Sequence[BookPage], file: str) -> Iterator[Sequence[Row]]:
    """The rows of pages, each below its name as a heading; what stands above its own headings only of the first."""
    for number, page in enumerate(pages):
        rows = page.sheet.rows[page.columns.row if page.columns and number else 0 :]
        yield ((_named(page, file),), *rows)


def _with_rooms(pages: Sequence[BookPage], file: str) -> Iterator[Sequence[Row]]:
    """The rows of pages, with a column for the name of the page behind the others."""
    width = max(len(row) for each in pages for row in each.sheet.rows)
    for number, page in enumerate(pages):
        head = page.columns.row if page.columns else 0
        above, (heading, *below) = page.sheet.rows[:head], page.sheet.rows[head:]
        if not number:
            yield (*above, _wide(heading, width, Cell("room", Span(file, head + 1, width + 1, sheet=page.name))))
        places = (Span(file, at, width + 1, sheet=page.name) for at in range(head + 2, head + 2 + len(below)))
        yield tuple(_wide(row, width, Cell(page.name, place)) for row, place in zip(below, places, strict=True))


def _wide(row: Row, width: int, last: Cell) -> Row:
    """A row of that width with a cell behind it; an empty one stays empty."""
    if not any(cell.text for cell in row):
        return row
    missing = (Cell("", replace(last.span, column=at)) for at in range(len(row) + 1, width + 1))
    return (*row, *missing, last)


def _named(page: BookPage, file: str) -> Cell:
    return Cell(page.name, Span(file, 1, 1, sheet=page.name))
