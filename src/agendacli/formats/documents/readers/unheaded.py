"""Columns of a plain text without heads: what begins at the same places behind the times of several lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.letterwise import LONGEST_LINE

_LEAST, _OFTEN, _MOSTLY, _RARELY = 3, 0.4, 0.8, 0.15  # rows; of all rows
_BETWEEN, _NARROW = 3, 4  # lines between two rows, characters
_GAP = "  "


class _Row(NamedTuple):
    """A line that begins with a time: its number, and from where to where each text behind that stands."""

    number: int
    texts: tuple[tuple[int, int], ...]


def columns_behind_times(lines: Sequence[str]) -> dict[int, tuple[int, ...]]:
    """Where columns begin, the times first, by the number of each line among whose neighbours there are some."""
    found = dict[int, tuple[int, ...]]()
    for rows in _runs(lines):
        columns = _columns(rows)
        if len(columns) > 1:
            first = len(lines[rows[0].number]) - len(lines[rows[0].number].lstrip())
            found |= dict.fromkeys(range(rows[0].number, rows[-1].number + _BETWEEN), (first, *columns))
    return found


def _runs(lines: Sequence[str]) -> Iterator[list[_Row]]:
    """The rows that follow each other, with no more than a few lines of another kind between two of them."""
    run: list[_Row] = []
    for number, line in enumerate(lines):
        row = _row(number, line)
        if row and run and number - run[-1].number > _BETWEEN + 1:
            yield run
            run = []
        run += [row] if row else []
    if run:
        yield run


def _row(number: int, line: str) -> _Row | None:
    text = line[:LONGEST_LINE].rstrip()
    if "\t" in text:
        return None
    hours, rest = leading_hours(text)
    if not (hours and rest and text.endswith(rest)):
        return None
    texts, at = list[tuple[int, int]](), len(text) - len(rest)
    for piece in text[at:].split(_GAP):
        begin = at + len(piece) - len(piece.lstrip())
        texts += [(begin, at + len(piece))] if piece.strip() else []
        at += len(piece) + len(_GAP)
    return _Row(number, tuple(texts))


def _columns(rows: Sequence[_Row]) -> list[int]:
    """Where the texts of the rows begin, from the first behind the times; no places where they do so anywhere."""
    first, times = Counter(row.texts[0][0] for row in rows).most_common(1)[0]
    if times < max(_LEAST, _MOSTLY * len(rows)):
        return []
    begins = Counter(begin for row in rows for begin, _ in row.texts[1:])
    crossing = _crossing(rows)
    columns = [first]
    for place in sorted(begins):
        near = begins[place] + begins[place + 1]  # typed by hand
        is_often = near >= max(_LEAST, _OFTEN * len(rows))
        if is_often and place - columns[-1] >= _NARROW and crossing[place] <= _RARELY * len(rows):
            columns.append(place)
    return columns


def _crossing(rows: Sequence[_Row]) -> list[int]:
    """How many texts begin before each place of a line and end behind it; one pass, however many columns there are."""
    changes = [0] * (LONGEST_LINE + 2)
    for row in rows:
        for begin, end in row.texts:
            changes[begin + 1] += 1
            changes[end] -= 1
    return [*accumulate(changes)]
