"""Rows of text in columns of known widths: what a Rich table draws, a row at a time and many times faster."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from agendacli.model.frozen import frozen
from agendacli.render.terminal.drawing import Drawing
from agendacli.render.terminal.text import Line, Text


@frozen
class Inside:
    """Paragraphs that stand further in, below what they are part of."""

    paragraphs: tuple[Text, ...]


Cell = Sequence[Drawing] | Inside
"""What stands in one column of a row: paragraphs, one below the other."""

_FURTHER_IN = 2


@frozen
class Rows:
    """Rows of cells: one for each of `widths` in columns, then one that takes what is left of the terminal's width.

    A row is made when its turn comes, so `rows` may be endless.
    """

    widths: tuple[int, ...]
    gap: int
    rows: Iterable[Sequence[Cell]]

    def drawn(self, width: int) -> Iterator[Line]:
        """The lines of the rows."""
        left = width - sum(self.widths) - self.gap * len(self.widths)
        widths = (*self.widths, max(left, 1))
        for row in self.rows:
            columns = [_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
            for line in zip_longest(*columns, fillvalue=()):
                yield _joined(line, widths, self.gap)


def _lines(cell: Cell, width: int) -> list[Line]:
    """A cell as lines that are no wider."""
    if isinstance(cell, Inside):
        narrow = _lines(cell.paragraphs, max(width - _FURTHER_IN, 1))
        return [[(" " * _FURTHER_IN, ""), *line] for line in narrow]
    return [line for each in cell for line in each.drawn(width)]


def _joined(line: Iterable[Iterable[tuple[str, str]]], widths: Iterable[int], gap: int) -> Line:
    """One line of all columns; blanks stand only before something."""
    found: Line = []
    at = start = 0
    for parts, width in zip(line, widths, strict=True):
        for each in parts:
            if at < start:
                found.append((" " * (start - at), ""))
                at = start
            found.append(each)
            at += cell_len(each[0])
        start += width + gap
    return found
