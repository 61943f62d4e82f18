"""What stands left of the times of a table: numbers of items, and days."""

import re
from collections.abc import Iterator, Sequence

from agendacli.formats.documents.readers.pdf.printed import PrintedLine
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import leading_hours

_NUMBER = re.compile(r"(?:[A-Z]{0,3}[ .-]?)?\d{1,3}(?:\.\d{1,2})*[a-z]?[.)]?")
_HEAD = re.compile(r"(?:no|nr|n[°º]|num|item|top|punkt|point|punto|id|#)\.?", re.IGNORECASE)
_LEAST = 2
_GAP = 0.8  # of the size of the letters


def without_beside(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines without numbers before their times, and days before times apart, where several lines have them."""
    if sum(_is_before_time(line) for line in lines) < _LEAST:
        return [*lines]
    return [part for line in lines for part in _parts(line)]


def _is_before_time(line: PrintedLine) -> bool:
    """Whether a number or a day stands at the left of a line, and a time behind a gap."""
    first, *others = line.pieces(_GAP)
    return bool(others) and _is_time(others[0]) and (_is_number(first) or _is_day(first))


def _parts(line: PrintedLine) -> Iterator[PrintedLine]:
    first, *others = line.pieces(_GAP)
    if not others or not (_is_before_time(line) or _HEAD.fullmatch(first.text)):
        yield line
        return
    if _is_day(first):
        yield first
    yield line.part(line.words[len(first.words) :])


def _is_number(piece: PrintedLine) -> bool:
    return _NUMBER.fullmatch(piece.text) is not None and not _is_time(piece)


def _is_time(piece: PrintedLine) -> bool:
    hours, _ = leading_hours(piece.text)
    return bool(hours) and not hours[0].is_plain


def _is_day(piece: PrintedLine) -> bool:
    days = days_in(piece.text)
    return len(days) == 1 and days[0].to - days[0].at >= len(piece.text) - 1
