"""Tables as grids are read, with times in a column: turned where times head the columns, bare hours written out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from agendacli.formats.documents.page import Block, Line, PageCell, PageRow
from agendacli.formats.documents.slots.columns.heads import header_columns
from agendacli.formats.documents.slots.columns.seen import time_column
from agendacli.formats.documents.tokens.bare_hours import bare_hours, hours_among_times
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.minutes import minutes_said

_LEAST, _MOSTLY, _HEADS = 2, 0.6, 3


def reshaped(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a document, its tables with their times in a column."""
    for _, group in groupby(blocks, lambda block: block.table if isinstance(block, PageRow) else None):
        part = [*group]
        rows = [each for each in part if isinstance(each, PageRow)]
        yield from _with_times(rows) if rows else part


def _with_times(rows: Sequence[PageRow]) -> Sequence[PageRow]:
    if len({len(each.cells) for each in rows}) > 1:
        return rows
    heads = [n for n, row in enumerate(rows) if _is_head_of_times(row)]
    head = heads[0] if heads and heads[0] < _HEADS and len(heads) * 2 < len(rows) else None  # else each has its clocks
    if head is not None and not any(_is_time(row.cells[0]) for row in rows):
        return [*rows[:head], *_turned(rows[head:])]
    times = time_column(rows)
    if times is not None:
        return _paired([_with_minutes(row, times) for row in rows])
    return _written_out([_with_time_first(row) for row in rows])


def _is_head_of_times(row: PageRow) -> bool:
    """Whether times alone stand in a row, but for its first cell; a length beside a time is none."""
    cells = [cell for number, cell in row.own if number]
    times = [cell for cell in cells if _is_time(cell)]
    is_length = len(times) == _LEAST and minutes_said(times[-1].text) is not None
    return len(cells) >= _LEAST and len(times) >= max(_LEAST, _MOSTLY * len(cells)) and not is_length


def _is_time(cell: PageCell) -> bool:
    hours, rest = leading_hours(cell.text)
    return bool(hours) and not rest and not hours[0].is_plain


def _turned(rows: Sequence[PageRow]) -> list[PageRow]:
    """The rows with columns for rows."""
    cells: dict[int, PageCell] = {}
    turned = [
        tuple(cells.setdefault(id(row.cells[n]), _on_its_side(row.cells[n])) for row in rows)
        for n in range(len(rows[0].cells))
    ]
    begins = [tuple(row.begins[n] for row in rows) for n in range(len(rows[0].cells))]
    made = (
        PageRow(rows[0].table, cells, begin, n == 0)
        for n, (cells, begin) in enumerate(zip(turned, begins, strict=True))
    )
    return [*made]


def _on_its_side(cell: PageCell) -> PageCell:
    return replace(cell, columns=cell.rows, rows=cell.columns)


def _written_out(rows: Sequence[PageRow]) -> Sequence[PageRow]:
    """The rows, bare hours in the first column as times: `9–12` is `9:00–12:00`."""
    bare = [found for row in rows if row.begins[:1] == (True,) and (found := bare_hours(row.cells[0].text))]
    others = [
        row for row in rows if row.begins[:1] == (True,) and row.cells[0].lines and not bare_hours(row.cells[0].text)
    ]
    if len(bare) < _LEAST or len(others) > 1 or any(one[0] > other[0] for one, other in pairwise(bare)):
        return rows
    return [_with_hours(row) for row in rows]


def _with_hours(row: PageRow) -> PageRow:
    hours = bare_hours(row.cells[0].text)
    if hours is None:
        return row
    line: Line = replace(row.cells[0].lines[0], text=f"{hours[0]}:00–{hours[1]}:00", pieces=())
    return replace(row, cells=(replace(row.cells[0], lines=(line,)), *row.cells[1:]))


def _with_minutes(row: PageRow, times: int) -> PageRow:
    """The row, an hour without minutes in the column of times as a time."""
    cell = row.cells[times]
    text = hours_among_times(cell.text) if len(cell.lines) == 1 and cell.columns == 1 else None
    if text is None:
        return row
    line: Line = replace(cell.lines[0], text=text, pieces=())
    cells = [replace(cell, lines=(line,)) if each is cell else each for each in row.cells]
    return replace(row, cells=tuple(cells))


def _with_time_first(row: PageRow) -> PageRow:
    """The row, in whose first cell a time stands below the name of a part of the day: `Session 1` and `9:00–10:00`."""
    lines = row.cells[0].lines if row.cells and row.begins[0] else ()
    said = [line for line in lines if _is_time(PageCell((line,)))]
    time = next((line for line in said if leading_hours(line.text)[0][0].end), said[0] if said else None)
    if time is None:
        return row
    others = tuple(line for line in lines if line is not time)
    return replace(row, cells=(replace(row.cells[0], lines=(time, *others)), *row.cells[1:]))


def _paired(rows: Sequence[PageRow]) -> Sequence[PageRow]:
    """The rows, each column of times in one with the text beside it where several columns have their own."""
    times = [n for n in range(len(rows[0].cells)) if _is_column_of_times(rows, n)]
    starts = [*times, len(rows[0].cells)]
    if len(times) < _LEAST or times[0] or any(other - one != 2 for one, other in pairwise(starts)):
        return rows
    return [_in_pairs(row) for row in rows]


def _is_column_of_times(rows: Sequence[PageRow], number: int) -> bool:
    if header_columns(rows[0]).get(number) == "length":
        return False
    cells = [row.cells[number] for row in rows if row.begins[number] and row.cells[number].lines]
    return sum(map(_is_time, cells)) > max(1, _MOSTLY * len([each for each in cells if each.columns == 1]) - 1)


def _in_pairs(row: PageRow) -> PageRow:
    pairs = [(row.cells[n], row.cells[n + 1], row.begins[n]) for n in range(0, len(row.cells), 2)]
    cells = [one if one is other else PageCell((*one.lines, *other.lines)) for one, other, _ in pairs]
    return replace(row, cells=tuple(cells), begins=tuple(begin for _, _, begin in pairs))
