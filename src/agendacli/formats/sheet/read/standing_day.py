"""The day that stands once, in a cell or a row of its own, and holds for the rows below it."""

from agendacli.formats.definition.nodes import Scalar
from agendacli.formats.sheet.cells import Cell, Row
from agendacli.formats.sheet.read.dates import DayOrder, day_and_time, day_of_cell
from agendacli.formats.sheet.read.day_headings import begins_a_day, day_among
from agendacli.model.exchange_codes import SHEET_ROW
from agendacli.model.fault import Fault
from agendacli.model.findings import Findings
from agendacli.words.times.grammar import parse_days

_MOST_WORDS = 4


class StandingDay:
    """The day of the rows that are read, None while none is known."""

    def __init__(self, order: DayOrder, findings: Findings) -> None:
        self._order, self._findings = order, findings
        self._dateless: Cell | None = None
        self.day: Scalar | None = None

    def take(self, cell: Cell) -> None:
        """Takes the day that a cell says, as it stands if it cannot be read: its own rules report it."""
        day, _ = day_and_time(cell)
        text = day_of_cell(day or cell, self._order, self._findings)
        self.day, self._dateless = Scalar(text, cell.span) if text else None, None

    def take_heading(self, row: Row, title: Cell | None) -> bool:
        """Takes the day of a row that says nothing but that; whether it was one.

        A row that begins a day without a date leaves none, which is told if a session stands below it.
        """
        cell = alone(row)
        if cell is None:
            return False
        if day_alone(row) or (title is None and day_among(cell.line)):
            self.take(cell)
            return True
        if title is None and begins_a_day(cell.line):
            self.day, self._dateless = None, cell
        return False

    def take_stated(self, cell: Cell) -> None:
        """Takes the day that the heading of a column is; one without a date leaves none."""
        if day_among(cell.line):
            self.take(cell)
        else:
            self.day, self._dateless = None, cell

    def tell_missing(self, title: Cell) -> None:
        """Report that a session has no day, unless that is told already: once for all below a heading."""
        if self._dateless:
            message = "names no single date, and rows stand below it; write it like `2026-03-09`"
            span = self._dateless.span
            if not any((each.code, each.span) == (SHEET_ROW, span) for each in self._findings.all):
                self._findings.report(SHEET_ROW, span, f"`{self._dateless.line}` {message}")
        elif not any(each.code.name == "sheet-day-order" for each in self._findings.all):
            message = f"“{title.line}” is left out: there is no day in its row or above it"
            self._findings.report(SHEET_ROW, title.span, message)


def alone(row: Row) -> Cell | None:
    """The only cell of a row that has a text; one that is merged counts once."""
    found: Cell | None = None
    for cell in row:
        if cell.text and found is None:
            found = cell
        elif cell.text and found and cell.span is not found.span:
            return None
    return found


def day_alone(row: Row) -> Cell | None:
    """The cell of a row that holds nothing but days, as a heading of those below it."""
    cell = alone(row)
    return cell if cell and not isinstance(parse_days(cell.line), Fault) else None


def may_be_date(cell: Cell) -> bool:
    """Whether a text that stands alone under the heading of dates is one, perhaps miswritten, and no note."""
    is_short = len(cell.line.split()) <= _MOST_WORDS
    return begins_a_day(cell.line) or (is_short and any(char.isdigit() for char in cell.line))
