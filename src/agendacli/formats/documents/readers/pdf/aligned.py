"""Tables without rules: times in one column, and beside them columns that begin at the same places."""

import re
from collections.abc import Sequence
from itertools import pairwise

from agendacli.formats.documents.page import Block, PageCell, PageRow
from agendacli.formats.documents.readers.pdf.anchors import Anchor, anchor_of, anchors_of, beginning, usual_place
from agendacli.formats.documents.readers.pdf.beside import without_beside
from agendacli.formats.documents.readers.pdf.centred import Group, centred, leading_of
from agendacli.formats.documents.readers.pdf.head_lines import ColumnHeads, first_heads
from agendacli.formats.documents.readers.pdf.layout import NEAR, ColumnLayout, before_heads, days_as_heads, head_rows
from agendacli.formats.documents.readers.pdf.printed import PrintedLine, PrintedWord, as_line
from agendacli.formats.documents.readers.pdf.wrapping import unwrapped
from agendacli.model.frozen import frozen

_LEAST = 2
_END_OF_TIME = re.compile(r"[ap]\.? ?m\.?|uhr|h\.?|hrs?\.?|hours|noon|midnight", re.IGNORECASE)
_EXACT, _MOSTLY = 0.7, 0.7  # points; of all rows
_GAP_OF_TIME, _GAP_OF_WORDS = 0.15, 0.26  # of the size of the letters


@frozen
class AlignedTable:
    """The rows of a table, with what stands between them, and where its columns are."""

    blocks: tuple[Block, ...]
    layout: ColumnLayout


def aligned(
    lines: Sequence[PrintedLine], page: int, number: int, before: ColumnLayout | None = None
) -> AlignedTable | None:
    """The lines as rows of a table of times, with what stands between the rows; None where they are none.

    One whose columns are some of those of the table `before` is the rest of that.
    """
    lines = without_beside(lines)
    anchors = anchors_of(lines)
    rows = beginning(anchors)
    if len(anchors) < _LEAST or not rows:
        return None
    text_x = _text_begin(rows) or _text_below(lines, anchors)
    heads = first_heads(lines)
    if text_x is None or not (_are_apart(rows, lines, heads) or _hangs(lines, rows, text_x)):
        return None
    columns = _columns(lines, anchors, heads, text_x)
    layout = ColumnLayout(page, number, times=rows[0].line.x0, columns=columns, right=max(line.x1 for line in lines))
    layout = layout.continuing(before) if before else layout
    return AlignedTable(_blocks(lines, anchors, layout), layout)


def _text_below(lines: Sequence[PrintedLine], anchors: Sequence[Anchor]) -> float | None:
    right = max(each.line.words[each.words - 1].x1 for each in anchors)
    beside = [line.x0 for line in lines if line.x0 > right]
    return usual_place(beside) if beside else None


def _text_begin(rows: Sequence[Anchor]) -> float | None:
    """The leftmost place at which the texts of several rows begin."""
    begins = [each.rest[0].x0 for each in rows if each.rest]
    shared = [one for one in begins if sum(abs(one - each) <= NEAR for each in begins) >= max(2, 0.2 * len(begins))]
    return min(shared or begins, default=None)


def _are_apart(rows: Sequence[Anchor], lines: Sequence[PrintedLine], heads: ColumnHeads) -> bool:
    """Whether the texts begin at places that recur, with a gap behind the times."""
    with_text = [each for each in rows if each.rest]
    begins = [each.rest[0].x0 for each in with_text]
    others = [piece.x0 for line in lines for piece in line.pieces(0.8)] if heads.begins else begins
    same = sum(sum(abs(one - each) <= NEAR for each in others) > 1 for one in begins)
    gaps = sum(each.rest[0].x0 - each.line.words[each.words - 1].x1 > 0.6 * each.line.size for each in with_text)
    return not with_text or (same >= 0.6 * len(with_text) and gaps >= 0.5 * len(with_text))


def _hangs(lines: Sequence[PrintedLine], rows: Sequence[Anchor], text_x: float) -> bool:
    """Whether most texts begin at one place a little behind the times, and lines that have none do so as well."""
    at_place = [each for each in rows if each.rest and abs(each.rest[0].x0 - text_x) <= _EXACT]
    gaps = [each.rest[0].x0 - each.line.words[each.words - 1].x1 for each in at_place]
    hanging = sum(abs(line.x0 - text_x) <= _EXACT for line in lines)
    are_most = len(at_place) >= _MOSTLY * len(rows) and min(gaps, default=0) > _GAP_OF_TIME * lines[0].size
    return are_most and hanging >= _LEAST


def _columns(lines: Sequence[PrintedLine], anchors: Sequence[Anchor], heads: ColumnHeads, text_x: float) -> list[float]:
    """Where columns begin beside the times: where words of several rows do behind a gap, and hardly any goes across."""
    skip = {id(each.line): each.words for each in anchors}
    parts = [line.words[skip.get(id(line), 0) :] for line in lines[heads.number :]]
    parts = [words for words in parts if words and words[0].x0 >= text_x - 2 * NEAR]
    begins = [words[0].x0 for words in parts]
    gaps = [(last, word) for words in parts for last, word in pairwise(words)]
    begins += [word.x0 for last, word in gaps if word.x0 - last.x1 > 0.9 * word.size]
    begins += (each for each in heads.begins if each > text_x)
    found = [text_x]
    for place in sorted({usual_place([each for each in begins if abs(each - one) < NEAR]) for one in set(begins)}):
        starting = sum(abs(each - place) <= NEAR / 2 for each in begins)
        reaching = [words for words in parts if words[-1].x1 > place + NEAR]
        crossing = sum(any(word.x0 < place - 1.5 and word.x1 > place + 1.5 for word in words) for words in reaching)
        rare, often = crossing <= 0.12 * len(reaching), starting >= 0.5 * len(anchors)
        is_headed = any(abs(each - place) <= NEAR for each in heads.begins)
        usual = _LEAST if is_headed else max(3, 0.28 * len(anchors))
        least = 1 if heads.is_over(place, found[-1]) else usual
        is_column = starting >= least and (rare or (often and crossing <= 0.3 * len(reaching)))
        if is_column and place - found[-1] > 24:
            found.append(place)
    return found


def _blocks(lines: Sequence[PrintedLine], anchors: Sequence[Anchor], layout: ColumnLayout) -> tuple[Block, ...]:
    """Rows, each with the lines from its time to the next one; what begins further left stands by itself."""
    groups = centred(_groups(lines, beginning(anchors), layout), leading_of(lines))
    last = max(n for n, (anchor, _) in enumerate(groups) if anchor)
    found: list[Block] = []
    plain: list[PrintedLine] = []
    for n, (anchor, below) in enumerate(groups):
        cut = 0 if anchor else before_heads(below, layout) if n < last else len(below)
        plain += below[:cut]
        if anchor or below[cut:]:
            found += unwrapped(plain, layout.page, layout.right)
            plain = []
            found += [_row(anchor, below, layout)] if anchor else head_rows(below[cut:], layout)
    return (*found, *unwrapped(plain, layout.page, layout.right))


def _groups(lines: Sequence[PrintedLine], anchors: Sequence[Anchor], layout: ColumnLayout) -> list[Group]:
    """The lines behind each time, and those that stand by themselves."""
    by_line = {id(each.line): each for each in anchors}
    groups: list[Group] = []
    for line in lines:
        anchor = by_line.get(id(line))
        if anchor:
            groups.append((anchor, []))
        elif not groups or (
            _is_left(line, layout) and not (groups[-1][0] is None and days_as_heads(groups[-1][1][-1]))
        ):
            groups.append((None, [line]))
        else:
            groups[-1][1].append(line)
    return groups


def _is_left(line: PrintedLine, layout: ColumnLayout) -> bool:
    """Whether a line begins further left than the texts, and not with a time."""
    return line.x0 < layout.columns[0] - 2 * NEAR and not (anchor_of(line) or _ends_time(line, layout))


def _ends_time(line: PrintedLine, layout: ColumnLayout) -> bool:
    """Whether a line begins with what goes on from a time above it: `a.m.`."""
    first = line.pieces(0.8)[0]
    return abs(line.x0 - layout.times) <= NEAR and _END_OF_TIME.fullmatch(first.text) is not None


def _row(anchor: Anchor, below: Sequence[PrintedLine], layout: ColumnLayout) -> PageRow:
    own = [anchor.line.part(anchor.rest)] if anchor.rest else []
    lines = sorted([*own, *below], key=lambda each: each.number)
    return _cells(anchor.line.words[: anchor.words], lines, anchor.line, layout)


def _cells(
    time: Sequence[PrintedWord], lines: Sequence[PrintedLine], line: PrintedLine, layout: ColumnLayout
) -> PageRow:
    by_column: list[list[PrintedLine]] = [[] for _ in layout.columns]
    times = [line.part(time)]
    for each in lines:
        more = [word for word in each.words if word.x1 < layout.columns[0] - NEAR]
        times += [each.part(more)] if more else []
        rest = [word for word in each.words if word.x1 >= layout.columns[0] - NEAR]
        for number, words in _byin_column(each.part(rest), layout) if rest else ():
            by_column[number].append(each.part(words))
    rights = [*(each - NEAR for each in layout.columns[1:]), layout.right]
    cells = [PageCell((as_line(times, layout.page),))]
    cells += [PageCell(unwrapped(each, layout.page, right)) for each, right in zip(by_column, rights, strict=True)]
    return PageRow(layout.number, tuple(cells), (True,) * len(cells))


def _byin_column(line: PrintedLine, layout: ColumnLayout) -> list[tuple[int, list[PrintedWord]]]:
    """The words of a line by column; what runs on without a gap stays in the column in which it began."""
    found: list[tuple[int, list[PrintedWord]]] = []
    for word in line.words:
        number = layout.column(word)
        gap = word.x0 - found[-1][1][-1].x1 if found else 0
        begins = abs(word.x0 - layout.columns[number]) <= _EXACT and gap > _GAP_OF_WORDS * word.size
        if found and (number <= found[-1][0] or (gap < 0.45 * word.size and not begins)):
            found[-1][1].append(word)
        else:
            found.append((number, [word]))
    return found
