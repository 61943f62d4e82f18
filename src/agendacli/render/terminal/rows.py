"""Rows of text in columns of known widths: what a Rich table draws, a row at a time and many times faster."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text

from agendacli.model.frozen import frozen
from agendacli.render.terminal.lines import segments, wrapped


@frozen
class Inside:
    """Paragraphs that stand further in, below what they are part of."""

    paragraphs: tuple[Text, ...]


Cell = Sequence[Text] | Inside
"""What stands in one column of a row: paragraphs, one below the other."""

_FURTHER_IN = 2

_Line = list[Segment]


@frozen
class Rows:
    """Rows of cells: one for each of `widths` in columns, then one that takes what is left of the terminal's width.

    A row is made when its turn comes, so `rows` may be endless.
    """

    widths: tuple[int, ...]
    gap: int
    rows: Iterable[Sequence[Cell]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of the rows, each ended."""
        left = options.max_width - sum(self.widths) - self.gap * len(self.widths)
        widths = (*self.widths, max(left, 1))
        for row in self.rows:
            columns = [_lines(cell, width, console) for cell, width in zip(row, widths, strict=True)]
            for line in zip_longest(*columns, fillvalue=()):
                yield from _joined(line, widths, self.gap)


def _lines(cell: Cell, width: int, console: Console) -> list[_Line]:
    """A cell as lines that are no wider."""
    if isinstance(cell, Inside):
        narrow = _lines(cell.paragraphs, max(width - _FURTHER_IN, 1), console)
        return [[Segment(" " * _FURTHER_IN), *line] for line in narrow]
    return [segments(line, console) for text in cell for line in wrapped(text, width, console)]


def _joined(line: Iterable[Iterable[Segment]], widths: Iterable[int], gap: int) -> Iterable[Segment]:
    """One line of all columns; blanks stand only before something."""
    at = start = 0
    for parts, width in zip(line, widths, strict=True):
        for each in parts:
            if at < start:
                yield Segment(" " * (start - at))
                at = start
            yield each
            at += each.cell_length
        start += width + gap
    yield Segment.line()
