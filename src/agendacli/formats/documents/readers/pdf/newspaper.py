"""Columns of a page that are read one after the other, as in a newspaper: each has times of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from agendacli.formats.documents.readers.pdf.printed import PrintedLine, PrintedWord, lines_of
from agendacli.formats.documents.readers.pdf.prose_columns import prose_columns
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import leading_hours

_NEAR = 6.0
_LEAST = 2


def in_reading_order(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of a page as they are read, numbered from 1; in those of a newspaper `column` counts from 1.

    Columns are seen by times: where they begin lines at several places, with text of their own at each, and no word
    stands across the gap between; else by prose. A line over the whole page ends the columns above it.
    """
    begins = _begins(lines) or prose_columns(lines)
    if len(begins) < _LEAST:
        return [*lines]
    found: list[PrintedLine] = []
    for is_across, group in groupby(lines, lambda line: _is_across(line, begins)):
        part = [*group]
        found += part if is_across else _column_by_column(part)
    return [replace(line, number=n) for n, line in enumerate(found, 1)]


def _column_by_column(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The lines of a part of the page, each column of it from its top."""
    begins = _begins(lines) or prose_columns(lines)
    if len(begins) < _LEAST:
        yield from lines
        return
    words = [word for line in lines for word in line.words]
    for number, (left, right) in enumerate(pairwise([0.0, *begins[1:], float("inf")]), 1):
        own = (word for word in words if left <= word.x0 < right)
        yield from (replace(line, column=number) for line in lines_of(own))


def _begins(lines: Sequence[PrintedLine]) -> list[float]:
    """Where columns with times of their own begin, from the left."""
    places: list[list[float]] = []
    for place in sorted(piece.x0 for line in lines for piece in line.pieces() if _is_time(piece)):
        if places and place - places[-1][-1] < _NEAR:
            places[-1].append(place)
        else:
            places.append([place])
    begins = [each[0] - _NEAR for each in places if len(each) >= _LEAST]
    return begins if _have_text(begins, [word for line in lines for word in line.words]) else []


def _have_text(begins: Sequence[float], words: Sequence[PrintedWord]) -> bool:
    """Whether there are words with letters below each of the places, for as many times at least."""
    for left, right in pairwise([*begins, float("inf")]):
        own = [word.text for word in words if left <= word.x0 < right]
        if sum(each.isalpha() and len(each) > _LEAST for each in own) < sum(each[:1].isdigit() for each in own) / 2:
            return False
    return True


def _is_time(piece: PrintedLine) -> bool:
    """Whether a part of a line begins with a time, perhaps behind its day: `Saturday, 2 pm`."""
    days = days_in(piece.text)
    is_dated = bool(days) and days[0].at == 0
    hours, _ = leading_hours(piece.text[days[0].to :].lstrip(" ,|·–—-") if is_dated else piece.text)
    return bool(hours) and not hours[0].is_plain


def _is_across(line: PrintedLine, begins: Sequence[float]) -> bool:
    return any(piece.x0 < place < piece.x1 for piece in line.pieces() for place in begins[1:])
