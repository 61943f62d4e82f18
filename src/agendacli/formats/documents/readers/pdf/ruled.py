"""Ruled tables: cells as they are drawn, each with the columns and rows that it covers."""

from bisect import bisect_right
from collections.abc import Sequence

from agendacli.formats.documents.page import Line, PageCell, PageRow
from agendacli.formats.documents.readers.pdf.printed import PrintedLine, PrintedWord
from agendacli.formats.documents.readers.pdf.wrapping import unwrapped
from agendacli.formats.documents.tokens.bare_hours import bare_hours
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
    columns: tuple[float, ...] = ()


def ruled_table(
    number: int, cells: Sequence[Box], lines: Sequence[PrintedLine], page: int, before: RuledTable | None = None
) -> RuledTable | None:
    """The table that boxes make around words; None where it is not a timetable.

    One with the columns of the table `before`, with which the page before ends, is the rest of that.
    """
    columns, rows = _edges([each[0] for each in cells]), _edges([each[1] for each in cells])
    goes_on = before is not None and _are_near(columns, before.columns)
    if len(columns) < 2 or (len(rows) < 2 and not goes_on):
        return None
    lefts, tops, rights, bottoms = zip(*cells, strict=True)
    box = (min(lefts), min(tops), max(rights), max(bottoms))
    texts = [_texts_in(each, lines) for each in cells]
    margin = _margin(cells, texts)
    filled = [
        _filled(each, unwrapped(text, page, each[2] - margin, each[0] + margin), (columns, rows))
        for each, text in zip(cells, texts, strict=True)
    ]
    times = sum(_holds_time(cell) for _, _, cell in filled)
    if times < _LEAST_TIMES and not goes_on:
        return None
    inside = frozenset(word for line in lines for word in line.words if _is_in(word, box))
    number = before.rows[0].table if before and goes_on else number
    return RuledTable(box, _rows(number, filled, len(columns), len(rows)), inside, tuple(columns))


def _holds_time(cell: PageCell) -> bool:
    return bare_hours(cell.text) is not None or any(leading_hours(line.text)[0] for line in cell.lines)


def _edges(places: Sequence[float]) -> list[float]:
    """Where columns or rows begin; edges that nearly fall together are one."""
    found: list[float] = []
    for each in sorted(places):
        if not found or each - found[-1] > _NEAR:
            found.append(each)
    return found


def _are_near(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def _is_in(word: PrintedWord, box: Box) -> bool:
    x = (word.x0 + word.x1) / 2
    return box[0] - 1 <= x < box[2] + 1 and box[1] - 1 <= word.middle < box[3] + 1


_Filled = tuple[int, int, PageCell]


def _texts_in(box: Box, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The parts of lines that stand in a box."""
    return [line.part(words) for line in lines if (words := [word for word in line.words if _is_in(word, box)])]


def _margin(cells: Sequence[Box], texts: Sequence[Sequence[PrintedLine]]) -> float:
    """The least distance between a rule and the text beside it."""
    distances = (line.x0 - box[0] for box, lines in zip(cells, texts, strict=True) for line in lines)
    return max(0.0, min(distances, default=_NEAR))


def _filled(box: Box, lines: tuple[Line, ...], edges: tuple[list[float], list[float]]) -> _Filled:
    """The row and column at which a cell begins, and the cell with its lines."""
    columns, rows = edges
    column, row = bisect_right(columns, box[0] + _NEAR) - 1, bisect_right(rows, box[1] + _NEAR) - 1
    across = bisect_right(columns, box[2] - _NEAR) - column
    down = bisect_right(rows, box[3] - _NEAR) - row
    return row, column, PageCell(lines, max(1, across), max(1, down))


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
