"""Which column means what: found by the headings, or as `--columns` says."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from agendacli.formats.given import Given
from agendacli.formats.sheet.cells import Cell, Row, Sheet
from agendacli.formats.sheet.headings import meaning_of
from agendacli.formats.sheet.read.day_headings import day_among
from agendacli.model.exchange_codes import SHEET_COLUMNS
from agendacli.model.findings import Findings
from agendacli.model.people import ROLES
from agendacli.model.span import Span
from agendacli.words.folded import folded_words
from agendacli.words.lists import listed

_ENOUGH = 2
_MOST_ABOVE = 30
_NEAR = 4
_NOTHING = frozenset({"", "-", "–", "—", "--", "---", "n/a", "N/A", "./."})
_TIME = re.compile(r"(?:ab |from |von )?\d{1,2}(?:[:.h]\d\d(?![.\d])|h\b| ?[ap]m\b| ?uhr\b)", re.IGNORECASE)
_ACROSS = ("room", "categories")
_WHEN = ("date", "start", "time")
SEVERAL = frozenset({*ROLES.values(), "categories", "notes", "room"})
"""What several columns may mean, of which each counts."""


class SheetColumns(NamedTuple):
    """The number of the row of headings, and the columns by what they mean, each with its heading.

    `rooms` are those of a sheet that has rooms across, or days: then its cells are titles. With `has_corner` what
    stands above its times is no heading: nothing, or a day. `unknown` are headings that mean nothing.
    """

    row: int
    by_meaning: Mapping[str, tuple[tuple[int, Cell], ...]]
    rooms: tuple[tuple[int, Cell], ...] = ()
    unknown: tuple[Cell, ...] = ()
    has_corner: bool = False

    def said(self, row: Row, meanings: Iterable[str] | None = None) -> "SaidInRow":
        """The cells of a row that have a text, each behind its heading, by meaning: of all meanings or of these."""
        wanted = self.by_meaning if meanings is None else [each for each in meanings if each in self.by_meaning]
        known = [(meaning, _filled(row, self.by_meaning[meaning])) for meaning in wanted]
        if "id" in self.by_meaning:  # what this tool wrote says a dash where it means one
            return {meaning: cells for meaning, cells in known if cells}
        meant = ((meaning, cells if meaning == "title" else _without_dashes(cells)) for meaning, cells in known)
        return {meaning: cells for meaning, cells in meant if cells}

    def cell(self, row: Row, meaning: str) -> Cell | None:
        """The first cell of a row under that meaning that has a text."""
        return first_said(self.said(row, (meaning,)), meaning)


SaidInRow = Mapping[str, Sequence[tuple[Cell, Cell]]]


def first_said(said: SaidInRow, meaning: str) -> Cell | None:
    """The first cell that has that meaning."""
    return said[meaning][0][1] if meaning in said else None


def _filled(row: Row, found: Sequence[tuple[int, Cell]]) -> Sequence[tuple[Cell, Cell]]:
    return [(heading, row[at]) for at, heading in found if at < len(row) and row[at].text and is_first(row, at)]


def _without_dashes(cells: Sequence[tuple[Cell, Cell]]) -> Sequence[tuple[Cell, Cell]]:
    return [each for each in cells if not says_nothing(each[1])]


def says_nothing(cell: Cell) -> bool:
    """Whether a cell is empty, or has the dash of one that was left empty."""
    return cell.text in _NOTHING


def is_first(row: Row, at: int) -> bool:
    """Whether a cell has a text that does not belong to the one before it, with which it may be merged."""
    return bool(row[at].text) and not (at and row[at - 1].span is row[at].span)


def find_columns(sheet: Sheet, given: Given, findings: Findings) -> SheetColumns | None:
    """The columns of a sheet; None and a diagnostic where it has no headings, or none for a title or a time."""
    asked = {folded_words(heading): meaning for heading, meaning in given.columns}
    likely = [each for each in (_columns(sheet, at, asked) for at in _likely_rows(sheet)) if each]
    found = max(likely, key=lambda each: len(each.by_meaning), default=None)
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


def headings_again(sheet: Sheet, at: int, above: SheetColumns, given: Given) -> SheetColumns | None:
    """The columns of a further table of the sheet, where a row has headings like those above; None of any other row."""
    row, first = sheet.rows[at], sheet.rows[above.row]
    is_alike = above.has_corner and _is_day_corner(row)
    for number, heading in (each for name in _WHEN for each in above.by_meaning.get(name, ())):
        is_alike = is_alike or bool(number < len(row) and heading.text and row[number].text == heading.text)
    if not is_alike and (
        len(row) != len(first) or any(one.text != other.text for one, other in zip(row, first, strict=True))
    ):
        return None
    asked = {folded_words(heading): meaning for heading, meaning in given.columns}
    return _columns(sheet, at, asked)


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
    has_corner = not asked and not any(each in known for each in _WHEN) and _is_above_times(sheet, at)
    if has_corner:
        known["time"], unknown = ((0, sheet.rows[at][0]),), [each for each in unknown if each[0]]
    if not any(each in known for each in _WHEN):
        return None
    across = () if asked or "title" in known else _across(known, unknown)
    if across:
        others = {name: found for name, found in known.items() if not any(each in across for each in found)}
        return SheetColumns(at, others, across, has_corner=has_corner)
    if len(known) < _ENOUGH:
        return None
    return SheetColumns(at, known, unknown=tuple(cell for _, cell in unknown))


def _across(
    known: Mapping[str, tuple[tuple[int, Cell], ...]], unknown: Sequence[tuple[int, Cell]]
) -> tuple[tuple[int, Cell], ...]:
    """The rooms, tracks or days that stand across: words that mean nothing else, and `Room 1`, `Track 2`."""
    numbered = [each for name in _ACROSS for each in known.get(name, ()) if any(map(str.isdigit, each[1].text))]
    is_plain = any(each not in numbered for each in known.get("room", ()))
    found = tuple(sorted((*unknown, *numbered), key=lambda each: each[0]))
    return found if len(found) >= _ENOUGH and not is_plain else ()


def _is_above_times(sheet: Sheet, at: int) -> bool:
    """Whether the first cell of a row is empty or a day, and a time stands below it."""
    row = sheet.rows[at]
    if not row or not (not row[0].text or _is_day_corner(row)) or sum(bool(each.text) for each in row[1:]) < _ENOUGH:
        return False
    below = (each[0].line for each in sheet.rows[at + 1 : at + 1 + _NEAR] if each and each[0].text)
    return any(map(_TIME.match, below))


def _is_day_corner(row: Row) -> bool:
    return len(row) > _ENOUGH and bool(row[0].text) and day_among(row[0].line) is not None


def _key(cell: Cell) -> tuple[str, ...]:
    return folded_words(cell.text)
