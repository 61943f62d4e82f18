"""A document as lines and tables, whatever its format: where each text stands, and how it is set."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from agendacli.model.frozen import frozen

_BROKEN = re.compile(r"(?<=[a-zß-ÿ])- (?!(?:and|or|und|oder|bis|et|ou|y|o|e)\b)(?=[a-zß-ÿ])")


def whole_text(texts: Iterable[str]) -> str:
    """Lines as one text, a word whole that was broken at the end of one: `Werk-` and `statt`."""
    return _BROKEN.sub("", " ".join(texts))


@frozen
class Line:
    """A line of text, or a paragraph of one: `line` counts from 1, on its `page` where the document has pages.

    `level` is that of a heading, 1 to 6, else 0. `pieces` are the parts that the document itself sets apart inside the
    line, where there are several. `last` is the last line of one that was wrapped over several, 0 of any other.
    `depth` says in how many elements of a web page it is; it is -1 below a rule, and at the foot of the page.
    `said_status` are words that stand in it and are no part of its text: that something does not take place.
    """

    text: str
    line: int = 0
    page: int = 0
    level: int = 0
    is_bold: bool = False
    is_bullet: bool = False
    pieces: tuple[str, ...] = ()
    last: int = 0
    depth: int = 0
    said_status: str = ""

    @property
    def ends(self) -> int:
        """The number of the line on which it ends, where it was wrapped over several."""
        return max(self.line, self.last)

    @property
    def is_set_apart(self) -> bool:
        """Whether it is a heading or bold."""
        return self.is_bold or self.level > 0


@frozen
class PageCell:
    """A cell of a table over so many columns and rows; `of_all` is the line that says its text once for all rows."""

    lines: tuple[Line, ...] = ()
    columns: int = 1
    rows: int = 1
    is_header: bool = False
    of_all: Line | None = None

    @cached_property
    def text(self) -> str:
        """Its lines as one text."""
        return whole_text(each.text for each in self.lines)


@frozen
class PageRow:
    """A row of the table with that number: for each column the cell that covers it, and whether it begins there."""

    table: int
    cells: tuple[PageCell, ...]
    begins: tuple[bool, ...]
    is_header: bool = False

    @cached_property
    def own(self) -> tuple[tuple[int, PageCell], ...]:
        """The cells that begin in this row and hold a text, with their columns."""
        pairs = zip(self.cells, self.begins, strict=True)
        return tuple((column, cell) for column, (cell, begins) in enumerate(pairs) if begins and cell.lines)


Block = Line | PageRow


@frozen
class Document:
    """What a reader finds: lines and rows in order.

    `title` and `about` are what the file says of itself beside its text; `lost` is what was deleted, moved away or
    struck, which is no longer text; `unread` says why there is no text at all; `quoted` is what a message quotes of
    an earlier one; `cut` says how much of it was too long to be read.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    about: tuple[Line, ...] = ()
    lost: tuple[Line, ...] = ()
    unread: str = ""
    quoted: tuple[Line, ...] = ()
    cut: str = ""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line, those of tables too, each once."""
        return tuple(line for block in self.blocks for line in lines_of_block(block))


def lines_of_block(block: Block) -> Sequence[Line]:
    """The lines of a block: itself, or those of the cells of a row."""
    return (block,) if isinstance(block, Line) else [line for _, cell in block.own for line in cell.lines]


def pieces_behind(line: Line, rest: str) -> tuple[str, ...]:
    """The pieces of a line that are in the rest of its text, where there are several; the first may begin before it."""
    found = [each for each in line.pieces if each in rest]
    at = rest.find(found[0]) if found else 0
    first = rest[: max(at, 0)].rstrip()
    before = line.pieces[: len(line.pieces) - len(found)]
    if first and before and before[-1].endswith(first):
        found = [first, *found]
    return tuple(found) if len(found) > 1 else ()
