"""Lines and tables put together from pieces of text as they come."""

import re
from dataclasses import dataclass, field

from agendacli.formats.documents.page import Block, Line, PageCell
from agendacli.formats.documents.readers.grid import WrittenRow, laid_out
from agendacli.formats.documents.readers.nesting import FOOT

_MOSTLY = 0.6  # a sign or a number beside it may be plain
_BROKEN_TIME = re.compile(r"(?<=\d[:.])\u00ad(?=\d)")
_MOST_OF_HEADING = 60  # pieces
LONGEST_LINE = 4000
"""So many letters of a line are read: one without end would be compared with itself for ever."""
_DEEPEST = 50  # tables in tables; those that are deeper are rows of that one
_BLANKS = re.compile(r"\s+")
_BEGINS = re.compile(r"\s*[^\W\d_a-z]\w*\s+\w")
_BULLET = re.compile(r"^\s*[•▪◦·‣●■□➢✓*\ue000-\uf8ff–-]\s+(?=\S)")

_GLUED = re.compile(r"(?<=[a-zß-ÿ?!.)”»])\x1f+(?=[A-ZÀ-Þ“„«])")  # elements that a style sets on lines of their own
_ICON = re.compile(
    "^(?:[\U0001f300-\U0001f4cc\U0001f4ce-\U0001faff\u2600-\u26ff\u23f0-\u23f3]\ufe0f?\\s*)+"
)  # but for a pin


@dataclass(slots=True)
class _OpenTable:
    """A table that is being read; its cell is None between cells."""

    number: int
    rows: list[WrittenRow] = field(default_factory=list)
    cells: list[PageCell] = field(default_factory=list)
    cell: PageCell | None = None
    lines: list[Line] = field(default_factory=list)
    is_head: bool = False
    is_in_row: bool = False


@dataclass(slots=True)
class TextStyle:
    """How text is set just now: deep in so much bold and so many elements, on a heading of that level, in an item."""

    bold: int = 0
    level: int = 0
    is_item: bool = False
    depth: int = 0
    is_below_rule: bool = False


class Builder:
    """Gathers a document from the texts, breaks and tables that a reader meets."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.setting = TextStyle()
        self._pieces: list[tuple[str, bool]] = []
        self._is_begun = False
        self._line = self._last = 0
        self._may_cut = False
        self._tables: list[_OpenTable] = []
        self._count = self._deeper = 0

    def text(self, text: str, line: int) -> None:
        """More text of the line at hand; a bold heading on it is a line of its own."""
        if self._may_cut and text.strip():
            self._may_cut = False
            if _BEGINS.match(text):
                self.end_line()
        if not self._is_begun:
            self._line = line
        if text.strip():
            self._is_begun = True
            self._last = line + text.strip().count("\n")
        self._pieces.append((text, self.setting.bold > 0))

    def part(self) -> None:
        """Where an element ends inside of a line."""
        if self._pieces:
            self._pieces.append(("\x1f", False))

    def end_bold(self) -> None:
        """Where bold text ends."""
        self.setting.bold = max(0, self.setting.bold - 1)
        first = self._pieces[: _MOST_OF_HEADING + 1]  # all of a line again and again takes squared time
        said = [(piece, bold) for piece, bold in first if piece.strip(" \n\t\x1f")]
        words = "".join(piece for piece, _ in said).split()
        is_heading = len(words) > 1 and all(bold for _, bold in said) and words[-1][-1] not in ":–—-,"
        self._may_cut = is_heading and not self.setting.bold and len(first) <= _MOST_OF_HEADING

    def end_line(self) -> None:
        """The end of a line."""
        self._may_cut = False
        made = _line(self._pieces, (self._line, self._last), self.setting)
        self._pieces, self._is_begun = [], False
        if made is None:
            return
        self.setting.is_below_rule = False
        self.setting.is_item = False  # what stands below in the item is no other one
        table = self._tables[-1] if self._tables else None
        if table and table.cell is not None:
            table.lines.append(made)
        else:
            self.blocks.append(made)

    def begin_table(self) -> None:
        """A table begins, perhaps inside of a cell."""
        self.end_line()
        if len(self._tables) == _DEEPEST:
            self._deeper += 1
            return
        self._count += 1
        self._tables.append(_OpenTable(self._count))

    def begin_row(self, *, is_head: bool = False) -> None:
        """A row begins."""
        self.end_row()
        if self._tables:
            self._tables[-1].is_head, self._tables[-1].is_in_row = is_head, True

    def begin_cell(self, cell: PageCell) -> None:
        """A cell begins."""
        self.end_cell()
        if self._tables:
            self._tables[-1].cell = cell

    def end_cell(self) -> None:
        """The cell at hand ends."""
        self.end_line()
        table = self._tables[-1] if self._tables else None
        if table and (cell := table.cell):
            table.cells.append(PageCell(tuple(table.lines), cell.columns, cell.rows, cell.is_header))
            table.cell, table.lines = None, []

    def end_row(self) -> None:
        """The row at hand ends."""
        self.end_cell()
        table = self._tables[-1] if self._tables else None
        if table and (table.cells or table.is_in_row):
            table.rows.append(WrittenRow(tuple(table.cells), table.is_head))
            table.cells, table.is_in_row = [], False

    def end_table(self) -> None:
        """The table at hand ends; one inside of a cell is the lines of it."""
        self.end_row()
        if self._deeper or not self._tables:
            self._deeper = max(0, self._deeper - 1)
            return
        table = self._tables.pop()
        rows = laid_out(table.number, table.rows)
        outer = self._tables[-1] if self._tables else None
        if outer and outer.cell is not None:
            outer.lines += (line for row in rows for _, cell in row.own for line in cell.lines)
        else:
            self.blocks += rows

    def end(self) -> tuple[Block, ...]:
        """All blocks, once nothing more comes."""
        self.end_line()
        self._deeper = 0
        while self._tables:
            self.end_table()
        return tuple(self.blocks)


def _line(pieces: list[tuple[str, bool]], place: tuple[int, int], setting: TextStyle) -> Line | None:
    """The pieces as one line; `place` is where it begins and ends."""
    whole = "".join(piece for piece, _ in pieces).strip()[:LONGEST_LINE]
    text = _BLANKS.sub(" ", _BROKEN_TIME.sub("", _GLUED.sub(" ", whole).replace("\x1f", ""))).strip()
    if not text:
        return None
    bold = sum(len(piece.strip()) for piece, is_bold in pieces if is_bold)
    parts = tuple(part for each in whole.split("\x1f") if (part := _BLANKS.sub(" ", each).strip()))
    text = _ICON.sub("", text) or text
    plain = _BULLET.sub("", text)
    return Line(
        plain,
        place[0],
        level=setting.level,
        is_bold=bold > _MOSTLY * len(text),
        is_bullet=setting.is_item or plain != text,
        pieces=parts if len(parts) > 1 else (),
        last=place[1] if place[1] > place[0] else 0,
        depth=FOOT if setting.is_below_rule else setting.depth,
    )
