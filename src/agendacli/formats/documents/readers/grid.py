"""Cells as a document writes them, one after the other, laid out so that every column of every row has its cell."""

from collections.abc import Iterator, Sequence

from agendacli.formats.documents.page import PageCell, PageRow
from agendacli.model.frozen import frozen

_MOST_COLUMNS = 200
_EMPTY = PageCell()


@frozen
class WrittenRow:
    """The cells of a row as they are written; what hangs down from rows above is not among them."""

    cells: tuple[PageCell, ...]
    is_header: bool = False


def laid_out(table: int, rows: Sequence[WrittenRow]) -> tuple[PageRow, ...]:
    """The rows of a table, in each of which a cell stands in every column that it covers."""
    hanging: dict[int, tuple[PageCell, int]] = {}
    return tuple(_row(table, row, hanging) for row in rows)


def _row(table: int, row: WrittenRow, hanging: dict[int, tuple[PageCell, int]]) -> PageRow:
    placed = tuple(_placed(row.cells, hanging))[:_MOST_COLUMNS]
    cells, begins = tuple(cell for cell, _ in placed), tuple(begin for _, begin in placed)
    is_header = row.is_header or (bool(row.cells) and all(each.is_header for each in row.cells))
    return PageRow(table, cells, begins, is_header)


def _placed(cells: Sequence[PageCell], hanging: dict[int, tuple[PageCell, int]]) -> Iterator[tuple[PageCell, bool]]:
    """Each cell of the row from the left, and whether it begins there; `hanging` is what goes on in rows below."""
    column, waiting = 0, list(reversed(cells))
    while waiting or any(each >= column for each in hanging):
        if column in hanging:
            yield _from_above(column, hanging), False
            column += 1
        elif waiting:
            cell = waiting.pop()
            for part in range(min(cell.columns, _MOST_COLUMNS)):
                if cell.rows > 1:
                    hanging[column] = cell, cell.rows - 1
                yield cell, part == 0
                column += 1
        else:
            yield _EMPTY, False
            column += 1


def _from_above(column: int, hanging: dict[int, tuple[PageCell, int]]) -> PageCell:
    cell, left = hanging.pop(column)
    if left > 1:
        hanging[column] = cell, left - 1
    return cell
