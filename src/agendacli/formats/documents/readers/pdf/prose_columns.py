"""Two columns of prose on a page: long lines on both sides of a gap, which are no rows of a table."""

from collections.abc import Sequence

from agendacli.formats.documents.readers.pdf.printed import PrintedLine, PrintedWord
from agendacli.formats.documents.tokens.hours import leading_hours

_NEAR = 6.0
_LEAST, _MOST_TIMES = 5, 1
_LEFT, _RIGHT = 0.35, 0.65  # of the width of the text, between which the second column begins
_FULL, _MOSTLY, _WORDS = 0.75, 0.5, 5


def prose_columns(lines: Sequence[PrintedLine]) -> list[float]:
    """Where two columns of prose begin, from the left; nothing where there are none."""
    if len(lines) < _LEAST:
        return []
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    places = [piece.x0 for line in lines for piece in line.pieces()]
    middle = [each for each in places if _LEFT < (each - left) / (right - left) < _RIGHT]
    often = max(middle, key=lambda each: (sum(abs(each - one) <= 1 for one in middle), -each), default=None)
    if often is None or sum(abs(often - one) <= 1 for one in middle) < _LEAST:
        return []
    parts = [_parts(line, often) for line in lines if not any(word.x0 < often - 1 < word.x1 for word in line.words)]
    sides = [[part[n] for part in parts if part[n]] for n in (0, 1)]
    return [left - _NEAR, often - _NEAR] if all(map(_is_prose, sides)) else []


def _parts(line: PrintedLine, place: float) -> tuple[list[PrintedWord], list[PrintedWord]]:
    """The words of a line on both sides of a place; none on the left of one that goes over it."""
    before = [word for word in line.words if word.x0 < place - 1]
    behind = [word for word in line.words if word.x0 >= place - 1]
    goes_over = before and behind and behind[0].x0 - before[-1].x1 < line.size
    return ([], []) if goes_over else (before, behind)


def _is_prose(parts: Sequence[Sequence[PrintedWord]]) -> bool:
    """Whether lines fill their column, as a rule, with many words each, and hardly any begins with a time."""
    if len(parts) < _LEAST:
        return False
    width = max(words[-1].x1 - words[0].x0 for words in parts)
    full = [words for words in parts if words[-1].x1 - words[0].x0 > _FULL * width and len(words) >= _WORDS]
    times = sum(bool(leading_hours(" ".join(word.text for word in words))[0]) for words in parts)
    return len(full) >= _MOSTLY * len(parts) and times <= _MOST_TIMES
