"""Which column means what: found by the headings, or as `--columns` says."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from agendacli.formats.given import Given
from agendacli.formats.sheet.cells import Cell, Row, Sheet
from agendacli.formats.sheet.headings import meaning_of
from agendacli.model.exchange_codes import SHEET_COLUMNS
from agendacli.model.findings import Findings
from agendacli.model.people import ROLES
from agendacli.model.span import Span
from agendacli.words.folded import folded_words
from agendacli.words.lists import listed

_ENOUGH = 2
_MOST_ABOVE = 30
_WHEN = ("date", "start", "time")
SEVERAL = frozenset({*ROLES.values(), "categories", "notes", "room"})
"""What several columns may mean, of which each counts."""


class SheetColumns(NamedTuple):
    """The number of the row of headings, and the columns by what they mean, each with its heading.

    `rooms` are those of a sheet that has rooms across: then its cells are titles. `unknown` are headings that mean
    nothing.
    """

    row: int
    by_meaning: Mapping[str, tuple[tuple[int, Cell], ...]]
    rooms: tuple[tuple[int, Cell], ...] = ()
    unknown: tuple[Cell, ...] = ()

    def said(self, row: Row) -> "SaidInRow":
        """The cells of a row that have a text, each behind its heading, by what they mean."""
        known = ((meaning, _filled(row, found)) for meaning, found in self.by_meaning.items())
        return {meaning: cells for meaning, cells in known if cells}

    def cell(self, row: Row, meaning: str) -> Cell | None:
        """The first cell of a row under that meaning that has a text."""
        return first_said(self.said(row), meaning)


SaidInRow = Mapping[str, Sequence[tuple[Cell, Cell]]]


def first_said(said: SaidInRow, meaning: str) -> Cell | None:
    """The first cell that has that meaning."""
    return said[meaning][0][1] if meaning in said else None


def _filled(row: Row, found: Sequence[tuple[int, Cell]]) -> Sequence[tuple[Cell, Cell]]:
    return [(heading, row[at]) for at, heading in found if at < len(row) and row[at].text and is_first(row, at)]


def is_first(row: Row, at: int) -> bool:
    """Whether a cell has a text that does not belong to the one before it, with which it may be merged."""
    return bool(row[at].text) and not (at and row[at - 1].span == row[at].span)


def find_columns(sheet: Sheet, given: Given, findings: Findings) -> SheetColumns | None:
    """The columns of a sheet; None and a diagnostic where it has no headings, or none for a title or a time."""
    asked = {folded_words(heading): meaning for heading, meaning in given.columns}
    found = next((each for each in (_columns(sheet, at, asked) for at in _likely_rows(sheet)) if each), None)
    if found is None:
        there = next((row for row in sheet.rows if any(cell.text for cell in row)), ())
        _report(there, given, "no row has headings that are known", findings)
        return None
    headings = sheet.rows[found.row]
    if lost := [heading for heading, _ in given.columns if folded_words(heading) not in map(_key, headings)]:
        _report(headings, given, f"no column is called {listed(lost, 'or')}", findings)
        return None
    if not found.rooms and "title" not in found.by_meaning:
        _report(headings, given, "no column is known to hold the title", findings)
        return None
    return found


def _report(row: Sequence[Cell], given: Given, what: str, findings: Findings) -> None:
    names = [cell.line for cell in row if cell.text]
    there = f"; there are {listed(names)}" if names else ""
    way = 'name the columns, as with `--columns "Beginn=start,Raum=room"`'
    findings.report(SHEET_COLUMNS, row[0].span if row else Span(given.file), f"{what}{there}; {way}")


def _likely_rows(sheet: Sheet) -> range:
    return range(min(len(sheet.rows), _MOST_ABOVE))


def _columns(sheet: Sheet, at: int, asked: Mapping[tuple[str, ...], str]) -> SheetColumns | None:
    """The columns that a row of headings names; None where it is none."""
    known: dict[str, tuple[tuple[int, Cell], ...]] = {}
    unknown: list[tuple[int, Cell]] = []
    for number, cell in enumerate(sheet.rows[at]):
        meaning = asked.get(_key(cell)) or (meaning_of(cell.line) if cell.text else None)
        if meaning and (meaning not in known or meaning in SEVERAL):
            known[meaning] = (*known.get(meaning, ()), (number, cell))
        elif meaning and _key(cell) == folded_words(meaning):  # the word itself, behind another one for it
            unknown += known[meaning]
            known[meaning] = ((number, cell),)
        elif is_first(sheet.rows[at], number):
            unknown.append((number, cell))
    if not any(each in known for each in _WHEN):
        return None
    is_grid = "title" not in known and "room" not in known and len(unknown) >= _ENOUGH and not asked
    if is_grid:
        return SheetColumns(at, known, tuple(unknown))
    if len(known) < _ENOUGH:
        return None
    return SheetColumns(at, known, unknown=tuple(cell for _, cell in unknown))


def _key(cell: Cell) -> tuple[str, ...]:
    return folded_words(cell.text)
