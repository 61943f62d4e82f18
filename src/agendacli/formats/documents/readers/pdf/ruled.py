"""Ruled tables: cells as they are drawn, each with the columns and rows that it covers."""

from bisect import bisect_right
from collections.abc import Sequence

from agendacli.formats.documents.page import PageCell, PageRow
from agendacli.formats.documents.readers.pdf.printed import PrintedLine, PrintedWord
from agendacli.formats.documents.readers.pdf.wrapping import unwrapped
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.model.frozen import frozen

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_NEAR = 3.0
_LEAST_TIMES = 2
_EMPTY = PageCell()


@frozen
class RuledTable:
    """A table where it stands on the page: its box, its rows, and the words in it."""

    box: Box
    rows: tuple[PageRow, ...]
    words: frozenset[PrintedWord]


def ruled_table(number: int, cells: Sequence[Box], lines: Sequence[PrintedLine], page: int) -> RuledTable | None:
    """The table that boxes make around words; None where it is not a timetable."""
    columns, rows = _edges([each[0] for each in cells]), _edges([each[1] for each in cells])
    if len(columns) < 2 or len(rows) < 2:
        return None
    lefts, tops, rights, bottoms = zip(*cells, strict=True)
    box = (min(lefts), min(tops), max(rights), max(bottoms))
    filled = [_filled(each, lines, (columns, rows), page) for each in cells]
    times = sum(bool(leading_hours(cell.text)[0]) for _, _, cell in filled)
    if times < _LEAST_TIMES:
        return None
    inside = frozenset(word for line in lines for word in line.words if _is_in(word, box))
    return RuledTable(box, _rows(number, filled, len(columns), len(rows)), inside)


def _edges(places: Sequence[float]) -> list[float]:
    """Where columns or rows begin; edges that nearly fall together are one."""
    found: list[float] = []
    for each in sorted(places):
        if not found or each - found[-1] > _NEAR:
            found.append(each)
    return found


def _is_in(word: PrintedWord, box: Box) -> bool:
    x = (word.x0 + word.x1) / 2
    return box[0] - 1 <= x < box[2] + 1 and box[1] - 1 <= word.middle < box[3] + 1


_Filled = tuple[int, int, PageCell]


def _filled(box: Box, lines: Sequence[PrintedLine], edges: tuple[list[float], list[float]], page: int) -> _Filled:
    """The row and column at which a cell begins, and the cell with its lines."""
    columns, rows = edges
    parts = [line.part(words) for line in lines if (words := [word for word in line.words if _is_in(word, box)])]
    column, row = bisect_right(columns, box[0] + _NEAR) - 1, bisect_right(rows, box[1] + _NEAR) - 1
    across = bisect_right(columns, box[2] - _NEAR) - column
    down = bisect_right(rows, box[3] - _NEAR) - row
    return row, column, PageCell(unwrapped(parts, page, box[2] - _NEAR), max(1, across), max(1, down))


def _rows(number: int, filled: Sequence[_Filled], width: int, height: int) -> tuple[PageRow, ...]:
    cells = [[_EMPTY] * width for _ in range(height)]
    begins = [[False] * width for _ in range(height)]
    for row, column, cell in filled:
        begins[row][column] = True
        for down in range(row, min(height, row + cell.rows)):
            for across in range(column, min(width, column + cell.columns)):
                cells[down][across] = cell
    return tuple(PageRow(number, tuple(cells[n]), tuple(begins[n])) for n in range(height))


def lines_outside(lines: Sequence[PrintedLine], tables: Sequence[RuledTable]) -> list[PrintedLine]:
    """The lines without the words that stand in tables."""
    inside = frozenset(word for table in tables for word in table.words)
    outside = [(line, [word for word in line.words if word not in inside]) for line in lines]
    return [line.part(words) for line, words in outside if words]
