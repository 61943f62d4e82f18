"""A plain text as lines and tables; cells that go on in the next line of their columns are whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from agendacli.formats.documents.page import Block, Document, PageCell, PageRow
from agendacli.formats.documents.readers.html import read_html
from agendacli.formats.documents.readers.markdown import html_of_text
from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.people import begins_with_honorific
from agendacli.formats.documents.tokens.roles import role_label

_OPEN = re.compile(r"(?:[,;:&/(-]|\b(?:and|und|et|y|e|of|the|der|die|das|von|de|la|le|in|with|mit))$", re.IGNORECASE)
_GOES_ON = re.compile(r"[a-zà-ÿ(]")
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w.’'-]*){1,3}(?=$|[,;]| [–—(-])")
_NEARLY = 0.9  # of its column a line fills that a person wrapped
_RULES = 2
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
    """The rows of a table, those without a time that belong to the row above as a part of that."""
    if len(rows) > 1 and _is_boxed(rows, source):
        return _by_rules(rows)
    widths = [max(len(each.text) for each in column) for column in zip(*(row.cells for row in rows), strict=False)]
    found = [*rows[:1]]
    for last, row in pairwise(rows):
        joined = _joined(found[-1], last, row, widths) if _is_next(last, row, source) else None
        found[-1 if joined else len(found) :] = [joined or row]
    return found


def _is_boxed(rows: Sequence[PageRow], source: Sequence[str]) -> bool:
    """Whether rules are drawn between the rows of a table, and not below its head alone."""
    first, last = _first(rows[0]), _first(rows[-1])
    return sum(each.lstrip().startswith("+-") for each in source[first:last]) >= _RULES


def _by_rules(rows: Sequence[PageRow]) -> list[PageRow]:
    """The rows of a table that is drawn, the lines between two rules as one."""
    found = [*rows[:1]]
    for last, row in pairwise(rows):
        is_more = _first(row) == _first(last) + 1 and len(found[-1].cells) == len(row.cells)
        pairs = zip(found[-1].cells, row.cells, strict=True) if is_more else ()
        cells = tuple(replace(upper, lines=(*upper.lines, *lower.lines)) for upper, lower in pairs)
        found[-1 if is_more else len(found) :] = [replace(found[-1], cells=cells) if is_more else row]
    return found


def _first(row: PageRow) -> int:
    """The line on which a row begins, 0 if nothing stands in it."""
    return min((line.line for _, cell in row.own for line in cell.lines), default=0)


def _is_next(above: PageRow, row: PageRow, source: Sequence[str]) -> bool:
    """Whether a row is the next line of columns that are set with blanks."""
    first = min((line.line for _, cell in row.own for line in cell.lines), default=0)
    last = max((line.ends for _, cell in above.own for line in cell.lines), default=0)
    return first == last + 1 and not any(sign in source[first - 1] for sign in _SIGNS)


class _Below(NamedTuple):
    """A cell, the one below it, and what stands in the line between; the width of their column."""

    above: PageCell
    last: str
    cell: PageCell
    width: int

    @property
    def goes_on(self) -> bool:
        """Whether the lower text goes on with the upper one, which is open or was too long for its column."""
        is_wrapped = self.last != "" and len(f"{self.last} {self.cell.text.split(' ')[0]}") > _NEARLY * self.width
        return is_wrapped or self.leads_on

    @property
    def leads_on(self) -> bool:
        """Whether the upper text is open, or the lower one begins in the middle of a sentence."""
        return self.is_open or _GOES_ON.match(self.cell.text) is not None

    @property
    def is_open(self) -> bool:
        """Whether the upper text ends with a sign or a word that leads on."""
        return _OPEN.search(self.above.lines[-1].text) is not None

    @property
    def is_new(self) -> bool:
        """Whether the lower text begins with somebody, or with a role."""
        text = self.cell.text
        is_named = is_given(text) and _NAME.match(text) is not None
        return is_named or role_label(text) is not None or begins_with_honorific(text)

    def whole(self) -> PageCell:
        """Both as one: what is new as a line of its own."""
        if self.is_new and not self.is_open:
            return replace(self.above, lines=(*self.above.lines, *self.cell.lines))
        *others, upper = self.above.lines
        lower, *more = self.cell.lines
        joined = replace(upper, text=f"{upper.text} {lower.text}", pieces=(), last=lower.ends)
        return replace(self.above, lines=(*others, joined, *more))


def _joined(above: PageRow, last: PageRow, row: PageRow, widths: Sequence[int]) -> PageRow | None:
    """Both rows as one, if each text of the lower one belongs to that above it; `last` is the line between."""
    if not len(above.cells) == len(last.cells) == len(row.cells) == len(widths) or row.cells[0].lines:
        return None
    parts = [
        _Below(upper, between.text, lower, width)
        for upper, between, lower, width in zip(above.cells, last.cells, row.cells, widths, strict=True)
    ]
    below = [each for each in parts if each.cell.lines]
    if any(leading_hours(each.cell.text)[0] for each in below):
        return None
    is_whole = len(below) > 1 and len(below) == sum(
        bool(each.last) for each in parts[1:]
    )  # perhaps a session beside it
    if not all(each.above.lines and (each.leads_on if is_whole else each.is_new or each.goes_on) for each in below):
        return None
    return replace(above, cells=tuple(each.whole() if each.cell.lines else each.above for each in parts))
