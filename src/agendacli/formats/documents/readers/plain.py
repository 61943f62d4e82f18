"""A plain text as lines and tables; cells that go on in the next line of their columns are whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from agendacli.formats.documents.page import Block, Document, Line, PageCell, PageRow
from agendacli.formats.documents.readers.html import read_html
from agendacli.formats.documents.readers.markdown import html_of_text

_OPEN = re.compile(r"(?:[,;:&/(-]|\b(?:and|und|et|y|e|of|the|der|die|das|von|de|la|le|in|with|mit))$", re.IGNORECASE)
_GOES_ON = re.compile(r"[a-zà-ÿ(]")
_SIGNS = ("|", "\t")  # by which cells are parted where they do not stand in columns


def read_plain(text: str) -> Document:
    """A plain text as it is read."""
    page = read_html(html_of_text(text))
    return replace(page, blocks=tuple(_whole(page.blocks, text.split("\n"))))


def _whole(blocks: Sequence[Block], source: Sequence[str]) -> Iterator[Block]:
    for table, some in groupby(blocks, lambda each: each.table if isinstance(each, PageRow) else None):
        if table is None:
            yield from some
        else:
            yield from _whole_rows([each for each in some if isinstance(each, PageRow)], source)


def _whole_rows(rows: Sequence[PageRow], source: Sequence[str]) -> list[PageRow]:
    """The rows of a table, those without a time that go on with the row above as a part of that."""
    widths = [max(len(each.text) for each in column) for column in zip(*(row.cells for row in rows), strict=False)]
    found: list[PageRow] = []
    for row in rows:
        joined = _joined(found[-1], row, widths) if found and _is_next(found[-1], row, source) else None
        found[-1 if joined else len(found) :] = [joined or row]
    return found


def _is_next(above: PageRow, row: PageRow, source: Sequence[str]) -> bool:
    """Whether a row is the next line of columns that are set with blanks."""
    first = min((line.line for _, cell in row.own for line in cell.lines), default=0)
    last = max((line.ends for _, cell in above.own for line in cell.lines), default=0)
    return first == last + 1 and not any(sign in source[first - 1] for sign in _SIGNS)


def _joined(above: PageRow, row: PageRow, widths: Sequence[int]) -> PageRow | None:
    """Both rows as one, if each text of the lower one goes on with that above it."""
    pairs = list(zip(above.cells, row.cells, widths, strict=False))
    are_alike = len(above.cells) == len(row.cells) == len(pairs) and not row.cells[0].lines and above.cells[0].lines
    if not are_alike or not all(_goes_on(*each) for each in pairs if each[1].lines):
        return None
    return replace(above, cells=tuple(_cell(upper, lower) if lower.lines else upper for upper, lower, _ in pairs))


def _goes_on(above: PageCell, below: PageCell, width: int) -> bool:
    first, next_ = above.text, below.text
    is_wrapped = len(first) + 1 + len(next_.split(" ")[0]) > width
    return bool(first) and (is_wrapped or _OPEN.search(first) is not None or _GOES_ON.match(next_) is not None)


def _cell(above: PageCell, below: PageCell) -> PageCell:
    upper, lower = above.lines[-1], below.lines[0]
    text = f"{upper.text} {lower.text}"
    whole: Line = replace(upper, text=text, pieces=(), last=lower.ends)
    return replace(above, lines=(*above.lines[:-1], whole, *below.lines[1:]))
