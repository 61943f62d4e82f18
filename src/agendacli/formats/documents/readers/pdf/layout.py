"""Where the columns of a table without rules stand, and what stands over them."""

from collections.abc import Sequence
from dataclasses import replace

from agendacli.formats.documents.page import PageCell, PageRow
from agendacli.formats.documents.readers.pdf.printed import PrintedLine, PrintedWord, as_line
from agendacli.formats.documents.tokens.days import days_in
from agendacli.model.frozen import frozen

NEAR = 4.0
"""Places so close, in points, are one."""

_LONGEST_DAY = 40


@frozen
class ColumnLayout:
    """Where a table stands: its page and number, where its times and its other columns begin, and its right edge."""

    page: int
    number: int
    times: float
    columns: list[float]
    right: float

    def continuing(self, before: "ColumnLayout") -> "ColumnLayout":
        """This, with the columns and the number of the table before where that has the same columns, or more."""
        same = [each for each in self.columns if any(abs(each - one) <= NEAR for one in before.columns)]
        is_on = abs(self.times - before.times) <= NEAR and len(same) == len(self.columns)
        is_begun = abs(self.columns[0] - before.columns[0]) <= NEAR and self.page != before.page
        return replace(self, number=before.number, columns=before.columns) if is_on and is_begun else self

    def over(self, piece: PrintedLine) -> int:
        """The number of the column over which a part of a line stands; -1 over the times."""
        return max((n for n, each in enumerate(self.columns) if _middle(piece) >= each - NEAR), default=-1)

    def column(self, word: PrintedWord) -> int:
        """The number of the column in which a word stands."""
        return max((n for n, each in enumerate(self.columns) if word.x0 >= each - NEAR), default=0)


def before_heads(lines: Sequence[PrintedLine], layout: ColumnLayout) -> int:
    """How many lines above a row are not heads of its columns."""
    count = len(lines)
    while count and (_heads(lines[count - 1], layout) or (count < len(lines) and days_as_heads(lines[count - 1]))):
        count -= 1
    return count


def days_as_heads(line: PrintedLine) -> tuple[PrintedLine, ...]:
    """The parts of a line that is several days apart from each other, each of which may stand over several columns."""
    pieces = line.pieces()
    are_days = all(len(piece.text) <= _LONGEST_DAY and days_in(piece.text) for piece in pieces)
    return pieces if len(pieces) > 1 and are_days else ()


def _heads(line: PrintedLine, layout: ColumnLayout) -> dict[int, PrintedLine]:
    """The parts of a line that stand over columns, -1 for that of the times; none where they stand otherwise."""
    pieces = line.pieces()
    found = {layout.over(piece): piece for piece in pieces}
    is_over_times = -1 in found and abs(line.x0 - layout.times) <= 3 * NEAR
    is_over_most = len(found) > 1 and len(found) >= 0.6 * len(layout.columns)
    return found if len(found) == len(pieces) > 1 and (is_over_times or is_over_most) else {}


def head_rows(lines: Sequence[PrintedLine], layout: ColumnLayout) -> list[PageRow]:
    """The heads of the columns, which may take several lines, below the days that stand over some of them."""
    over = [each for each in lines if not _heads(each, layout)]
    own = [each for each in lines if _heads(each, layout)]
    return [*(_days_row(days_as_heads(each), layout) for each in over), *([_head_row(own, layout)] if own else [])]


def _days_row(days: Sequence[PrintedLine], layout: ColumnLayout) -> PageRow:
    """Days as heads, each over the columns whose middle is nearest to its own."""
    ends = [*layout.columns[1:], layout.right]
    middles = [(begin + end) / 2 for begin, end in zip(layout.columns, ends, strict=True)]
    nearest = [min(range(len(days)), key=lambda n: abs(_middle(days[n]) - middle)) for middle in middles]
    cells = [PageCell((as_line([day], layout.page),), columns=nearest.count(n)) for n, day in enumerate(days)]
    begins = (True, *(n == 0 or nearest[n - 1] != each for n, each in enumerate(nearest)))
    return PageRow(layout.number, (PageCell(), *(cells[each] for each in nearest)), begins)


def _middle(piece: PrintedLine) -> float:
    return (piece.x0 + piece.x1) / 2


def _head_row(lines: Sequence[PrintedLine], layout: ColumnLayout) -> PageRow:
    heads = [_heads(line, layout) for line in lines]
    parts = [[each[number] for each in heads if number in each] for number in range(-1, len(layout.columns))]
    cells = tuple(PageCell((as_line(each, layout.page),) if each else ()) for each in parts)
    return PageRow(layout.number, cells, (True,) * len(cells))
