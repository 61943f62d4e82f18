"""Lines of a plain text that stand below the heads of columns, with tabs between their columns as rows of a table."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agendacli.formats.documents.readers.unheaded import columns_behind_times
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.letterwise import LONGEST_LINE
from agendacli.formats.documents.tokens.statuses import is_only_status

_PIECE = re.compile(r"\S+(?: \S+)*")
_TIME = re.compile(r"\d{4}\s*[-–]\s*\d{4}\b|\d{1,2}(?:[:.h]\d\d| ?[ap]\.?m|\s*[-–]\s*\d)", re.IGNORECASE)
_OF_TIMES = re.compile(
    r"time|when|wann|quand|cu[aá]ndo|start|zeit|uhrzeit|beginn|heure|horaire|hora|horario", re.IGNORECASE
)
_RULE = re.compile(r"[\s=_–—+|-]+")  # drawn below the heads
_BOXED = re.compile(r"\s*(?:\|.*\||\+[-=+]+\+)\s*$")  # of a table that is drawn: `| 9:00 | Opening |`
_LEAST, _MOST, _LOOSE = 3, 12, 2  # columns of a table, characters
_AHEAD, _FAR = 4, 8  # lines with text, lines


class _Piece(NamedTuple):
    """A text between wide gaps, and the columns of the line from which and up to which it stands."""

    text: str
    at: int
    to: int


def with_tabs(lines: Sequence[str]) -> Iterator[str]:
    """The lines; those that line up below a head of at least three columns, one of times, are parted by tabs.

    What stands alone between such rows is a row with one cell. Nothing else is changed, and no line comes or goes.
    """
    heads: list[_Piece] = []
    unheaded = columns_behind_times(lines)
    for n, line in enumerate(lines):
        heads = heads or [_Piece("", at, at) for at in unheaded.get(n, ())]
        pieces = _pieces(line, heads)
        is_below = bool(heads and pieces) and pieces[0].at > heads[_times(heads)].at + _LOOSE  # a row without a time
        if not is_below and (found := _as_head(pieces, lines[n + 1 : n + 1 + _FAR], may_lack_times=not heads)):
            heads = found
            yield "\t".join(each.text for each in heads)
            continue
        if heads and line.strip() and _RULE.fullmatch(line):
            yield ""
            continue
        cells = _cells(pieces, heads) if heads else []
        if cells or not pieces:
            yield "\t".join(cells) if cells else line
        elif heads and len(pieces) == 1 and _goes_on(heads, lines[n + 1 : n + 1 + _FAR]):
            yield line.strip() + "\t" * (len(heads) - 1)
        else:
            heads = []
            yield line


def _pieces(line: str, heads: Sequence[_Piece] = ()) -> list[_Piece]:
    """The texts between wide gaps; behind a time that fills its column, one blank before the next one is enough."""
    found = [_Piece(each[0], *each.span()) for each in _PIECE.finditer(line[:LONGEST_LINE])]
    if "\t" in line or _BOXED.match(line):
        return []
    at = heads[1].at if len(heads) > 1 else 0
    if found and found[0].at < at < found[0].to and line[at - 1] == " " and _is_time(found[0].text):
        first, behind = line[found[0].at : at].rstrip(), line[at : found[0].to]
        found[:1] = [_Piece(first, found[0].at, found[0].at + len(first)), _Piece(behind, at, found[0].to)]
    return found


def _as_head(pieces: Sequence[_Piece], below: Sequence[str], *, may_lack_times: bool) -> list[_Piece]:
    """These as the heads of columns: words, with rows below that begin with a time and line up; else nothing.

    Times that stand further left than all of them may have no head.
    """
    first = next((found[0] for each in below if (found := _pieces(each))), None)
    is_bare = (
        may_lack_times
        and bool(pieces)
        and first is not None
        and first.at < pieces[0].at - _LOOSE
        and _is_time(first.text)
    )
    heads = [_Piece("", first.at, first.at), *pieces] if first and is_bare else [*pieces]
    is_named = not any(any(sign.isdigit() for sign in each.text) or is_only_status(each.text) for each in pieces)
    return heads if _LEAST <= len(heads) <= _MOST and is_named and _goes_on(heads, below) else []


def _goes_on(heads: Sequence[_Piece], below: Sequence[str]) -> bool:
    """Whether one of the next lines is a row below these heads, and no head of others stands before it."""
    ahead = [found for each in below if not _RULE.fullmatch(each) and (found := _pieces(each, heads))][:_AHEAD]
    for pieces in ahead:
        cells = _cells(pieces, heads)
        if cells and _is_time(cells[_times(heads)]):
            return True
        if [each.text for each in pieces] == [each.text for each in heads]:
            return False
    return False


def _cells(pieces: Sequence[_Piece], heads: Sequence[_Piece]) -> list[str]:
    """The cells of a row below these heads; nothing where a text goes over the head of another column."""
    cells = [""] * len(heads)
    for piece in pieces:
        column = max((n for n, each in enumerate(heads) if each.at <= piece.at + _LOOSE), default=0)
        if column + 1 < len(heads) and piece.to > heads[column + 1].at:
            return []
        is_end = column == _times(heads) and _is_time_alone(cells[column]) and _is_time_alone(piece.text)
        cells[column] = f"{cells[column]}{'–' if is_end else ' '}{piece.text}".strip()
    time = cells[_times(heads)]
    is_row = _is_time(time) or is_only_status(time) if time else any(cells)  # `cancelled`, where a time was
    return cells if is_row else []


def _is_time(text: str) -> bool:
    """Whether a cell begins with a time, or says a day."""
    return _TIME.match(text) is not None or bool(leading_hours(text)[0] or days_in(text))


def _is_time_alone(text: str) -> bool:
    """Whether a text is one time and nothing else: two beside each other are a start and an end."""
    hours, rest = leading_hours(text)
    return len(hours) == 1 and hours[0].end is None and not rest


def _times(heads: Sequence[_Piece]) -> int:
    """Which column is that of times: the one that its head calls so, else the first."""
    return next((n for n, each in enumerate(heads) if _OF_TIMES.fullmatch(each.text)), 0)
