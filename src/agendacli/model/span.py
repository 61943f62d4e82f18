"""Places in files."""

from agendacli.model.frozen import frozen

_ALPHABET = 26


@frozen
class Span:
    """A place in a text: file name as the user gave it, line and column from 1, length in characters.

    Sorts by file, line and column. In a workbook `sheet` is the page, whose rows and columns are counted:
    `programme.xlsx:Rows!B7`.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 1
    sheet: str | None = None

    def __lt__(self, other: "Span") -> bool:
        return self._order < other._order

    def __str__(self) -> str:
        if self.sheet is not None:
            return f"{self.file}:{_quoted(self.sheet)}!{_letters(self.column)}{self.line}"
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def _order(self) -> tuple[str, str, int, int, int]:
        return self.file, self.sheet or "", self.line, self.column, self.length


def _quoted(sheet: str) -> str:
    """The name of a page as formulas have it: in quotes, unless it is one word."""
    return sheet if sheet.isidentifier() else "'{}'".format(sheet.replace("'", "''"))


def _letters(column: int) -> str:
    """The letters of a column: A to Z, AA and so on."""
    before, last = divmod(column - 1, _ALPHABET)
    return (_letters(before) if before else "") + chr(ord("A") + last)
