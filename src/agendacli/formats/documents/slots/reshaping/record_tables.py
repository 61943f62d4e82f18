"""Tables of a label and what it says in each row, as lines: `Date | 9 March`, `Title | Ferns`, `Speaker | Ida Holm`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from agendacli.formats.documents.page import Block, Line, PageCell, PageRow
from agendacli.formats.documents.slots.reshaping.records import is_of_record, label_of

_TWO = 2


def unfolded(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, tables that are records as their lines."""
    for table, group in groupby(blocks, lambda block: block.table if isinstance(block, PageRow) else None):
        rows = [*group]
        lines = [*_lines(rows)] if table is not None else []
        labels = {label_of(line) for line in lines}
        yield from lines if is_of_record(labels) else rows


def _lines(rows: Sequence[Block]) -> Iterator[Line]:
    """The lines of a table of two columns; none where a row is not a label and what it says."""
    pairs = [[cell for _, cell in row.own] for row in rows if isinstance(row, PageRow)]
    if all(len(each) <= _TWO for each in pairs):
        yield from (_line(each[0], each[1]) for each in pairs if len(each) == _TWO)


def _line(label: PageCell, said: PageCell) -> Line:
    """A row as one line, at the place of what it says."""
    first, last = said.lines[0], said.lines[-1]
    text = ", ".join(line.text.rstrip(" ,;") for line in said.lines)
    return replace(first, text=f"{label.text.strip(' :')}: {text}", pieces=(), last=last.ends, is_bold=False)
