"""Where the columns of a table without rules stand, and what stands over them."""

from collections.abc import Sequence

from agendacli.formats.documents.page import PageCell, PageRow
from agendacli.formats.documents.readers.pdf.printed import PrintedLine, PrintedWord, as_line
from agendacli.model.frozen import frozen

NEAR = 4.0
"""Places so close, in points, are one."""


@frozen
class ColumnLayout:
    """Where a table stands: its page and number, where its times and its other columns begin, and its right edge."""

    page: int
    number: int
    times: float
    columns: list[float]
    right: float

    def over(self, piece: PrintedLine) -> int:
        """The number of the column over which a part of a line stands; -1 over the times."""
        middle = (piece.x0 + piece.x1) / 2
        return max((n for n, each in enumerate(self.columns) if middle >= each - NEAR), default=-1)

    def column(self, word: PrintedWord) -> int:
        """The number of the column in which a word stands."""
        return max((n for n, each in enumerate(self.columns) if word.x0 >= each - NEAR), default=0)


def before_heads(lines: Sequence[PrintedLine], layout: ColumnLayout) -> int:
    """How many lines above a row are not heads of its columns."""
    count = len(lines)
    while count and _heads(lines[count - 1], layout):
        count -= 1
    return count


def _heads(line: PrintedLine, layout: ColumnLayout) -> dict[int, PrintedLine]:
    """The parts of a line that stand over columns, -1 for that of the times; none where they stand otherwise."""
    pieces = line.pieces()
    found = {layout.over(piece): piece for piece in pieces}
    is_over_times = -1 in found and abs(line.x0 - layout.times) <= 3 * NEAR
    is_over_most = len(found) > 1 and len(found) >= 0.6 * len(layout.columns)
    return found if len(found) == len(pieces) > 1 and (is_over_times or is_over_most) else {}


def head_row(lines: Sequence[PrintedLine], layout: ColumnLayout) -> PageRow:
    """The heads of the columns, which may take several lines."""
    heads = [_heads(line, layout) for line in lines]
    parts = [[each[number] for each in heads if number in each] for number in range(-1, len(layout.columns))]
    cells = tuple(PageCell((as_line(each, layout.page),) if each else ()) for each in parts)
    return PageRow(layout.number, cells, (True,) * len(cells))
