"""Places in files."""

from agendacli.model.frozen import frozen


@frozen
class Span:
    """A place in a text: file name as the user gave it, line and column from 1, length in characters.

    Sorts by file, line and column.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __lt__(self, other: "Span") -> bool:
        return (self.file, self.line, self.column, self.length) < (other.file, other.line, other.column, other.length)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
