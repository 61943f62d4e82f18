"""A printed programme as values: paragraphs and tables of runs with named styles and, of two versions, marks."""

from enum import StrEnum
from typing import NamedTuple


class Mark(StrEnum):
    """What became of a piece in the newer of two versions; of one version alone everything is kept."""

    KEPT = ""
    INSERTED = "ins"
    DELETED = "del"


class Run(NamedTuple):
    """Text on one line, in a character style by its name."""

    text: str
    style: str = ""
    struck: bool = False
    mark: Mark = Mark.KEPT


class Paragraph(NamedTuple):
    """Runs in a paragraph style by its name; `key` says which one of another version it is, `mark` is of its end."""

    style: str
    runs: tuple[Run, ...] = ()
    key: str = ""
    mark: Mark = Mark.KEPT

    @property
    def text(self) -> str:
        """What stands in it."""
        return "".join(each.text for each in self.runs)

    def struck(self) -> "Paragraph":
        """The paragraph with all of its text struck through."""
        return self._replace(runs=tuple(each._replace(struck=True) for each in self.runs))


Cell = tuple[Paragraph, ...]
"""At least one paragraph; all have one style, so that it does not matter which of them ends where two are joined."""


class TableRow(NamedTuple):
    """The cells of a row."""

    key: str
    cells: tuple[Cell, ...]
    mark: Mark = Mark.KEPT

    def struck(self) -> "TableRow":
        """The row with all of its text struck through."""
        return self._replace(cells=tuple(tuple(each.struck() for each in cell) for cell in self.cells))


class Grid(NamedTuple):
    """A table whose first row is repeated on every page."""

    key: str
    rows: tuple[TableRow, ...]


Block = Paragraph | Grid


class Paper(NamedTuple):
    """What is printed, from top to bottom, and the title of the document."""

    title: str
    blocks: tuple[Block, ...]
