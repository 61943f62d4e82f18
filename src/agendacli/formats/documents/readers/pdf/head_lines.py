"""Lines that head the columns of a table without rules: `Time   Title   Speaker`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from agendacli.formats.documents.readers.pdf.printed import PrintedLine
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.model.frozen import frozen

_TIME = re.compile(
    r"(?:time|times|start|begin|when|zeit|uhrzeit|beginn|uhr|wann|heure|heures|horaires?|quand|debut|horas?|horario|"
    r"inicio|cuando)\b.{0,12}"
)
_LONGEST, _FIRST, _LEAST = 30, 3, 2
_GAP = 0.8  # of the size of the letters
_NEAR = 6.0


def is_head_line(line: PrintedLine) -> bool:
    """Whether a line is short words apart from each other, one of the first of which says that a time stands below."""
    pieces = line.pieces(_GAP)
    if len(pieces) < _LEAST or not any(map(_says_time, pieces[:_FIRST])):
        return False
    texts = [letterwise(each.text) for each in pieces]
    return all(len(each) <= _LONGEST and not hours_in(each) for each in texts)


def head_pieces(line: PrintedLine) -> tuple[tuple[PrintedLine, ...], int] | None:
    """The words of a head line, and which of them is that for times; None of any other line."""
    if not is_head_line(line):
        return None
    pieces = line.pieces(_GAP)
    return pieces, next(n for n, each in enumerate(pieces) if _says_time(each))


def _says_time(piece: PrintedLine) -> bool:
    return _TIME.fullmatch(letterwise(piece.text)) is not None


def tables_apart(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The lines, parted before each head line that says anything else, or elsewhere, than the one above it."""
    found: list[list[PrintedLine]] = [[]]
    last: PrintedLine | None = None
    for line in lines:
        if is_head_line(line):
            if last is not None and not _are_alike(last, line):
                found.append([])
            last = line
        found[-1].append(line)
    return found


@frozen
class ColumnHeads:
    """The first line that heads columns: which of the lines it is, where its parts begin, and where they end."""

    number: int
    begins: tuple[float, ...]
    ends: tuple[float, ...]

    def is_over(self, place: float, before: float) -> bool:
        """Whether the column at a place, behind another one, may be that in whose middle a head stands."""
        return any(before <= left < place < right for left, right in pairwise(self.ends))


def first_heads(lines: Sequence[PrintedLine]) -> ColumnHeads:
    """The first line that heads columns; one without parts where none does."""
    found = ((n, line) for n, line in enumerate(lines) if is_head_line(line) or _is_over_rooms(line))
    number, head = next(found, (0, None))
    pieces = head.pieces(_GAP) if head else ()
    return ColumnHeads(number, tuple(piece.x0 for piece in pieces), tuple(piece.x1 for piece in pieces))


def _is_over_rooms(line: PrintedLine) -> bool:
    """Whether a line is the names of several rooms apart from each other, perhaps among a few others."""
    texts = [piece.text for piece in line.pieces(_GAP)]
    rooms = sum(map(names_room, texts))
    return rooms >= _LEAST and 2 * rooms > len(texts) and not hours_in(line.text)


def _are_alike(one: PrintedLine, other: PrintedLine) -> bool:
    first, second = one.pieces(_GAP), other.pieces(_GAP)
    near = (abs(a.x0 - b.x0) <= _NEAR and a.text == b.text for a, b in zip(first, second, strict=False))
    return len(first) == len(second) and all(near)
