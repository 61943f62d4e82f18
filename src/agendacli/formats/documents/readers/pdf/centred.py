"""Rows of a table without rules whose times stand in the middle: which of the lines between two times are of which."""

import statistics
from collections.abc import Sequence
from itertools import pairwise

from agendacli.formats.documents.readers.pdf.anchors import Anchor
from agendacli.formats.documents.readers.pdf.head_lines import first_heads
from agendacli.formats.documents.readers.pdf.printed import PrintedLine

_HALF = 0.8
Group = tuple[Anchor | None, list[PrintedLine]]
"""A time and the lines that follow it."""


def leading_of(lines: Sequence[PrintedLine]) -> float:
    """The usual distance of lines that stand in one row of a table, from middle to middle."""
    gaps = [other.middle - line.middle for line, other in pairwise(lines)]
    usual = [gap for gap, line in zip(gaps, lines, strict=False) if 0.9 * line.size < gap < 1.9 * line.size]
    return statistics.median(usual) if usual else lines[0].size


def centred(groups: Sequence[Group], leading: float) -> list[Group]:
    """The groups, where times stand in the middle of their rows: the lines just above a time belong to it."""
    found = [(anchor, [*below]) for anchor, below in groups]
    in_the_middle = sum(_is_in_the_middle(above, group[0], leading) for above, group in pairwise(found))
    is_between = any(_is_between(above[1], *group) for above, group in pairwise(found))
    if in_the_middle < max(2, 0.12 * len(groups)) and not is_between:
        return found
    for (before, above), (anchor, below) in pairwise(found):
        cut = max(_cut(before, above, anchor, leading), 0 if before else _heads_in(above)) if anchor else len(above)
        below[:0] = above[cut:]
        del above[cut:]
    return found


def _heads_in(lines: Sequence[PrintedLine]) -> int:
    """How many lines there are up to that which heads columns."""
    heads = first_heads(lines)
    return heads.number + 1 if heads.begins else 0


def _is_between(above: Sequence[PrintedLine], anchor: Anchor | None, below: Sequence[PrintedLine]) -> bool:
    """Whether a time, or what stands beside it, is half as high as a line above it and one below."""
    if anchor is None:
        return False
    gaps = [other.middle - one.middle for one, other in pairwise((*above[-1:], anchor.line, *below[:2]))]
    return any(max(pair) < _HALF * anchor.line.size for pair in pairwise(gaps))


def _is_in_the_middle(above: Group, anchor: Anchor | None, leading: float) -> bool:
    """Whether a time stands alone, or so close to the line above that both are of one row."""
    if anchor is None:
        return False
    last = above[1][-1] if above[1] else None
    return not anchor.rest or (last is not None and _overlap(last, anchor.line, leading))


def _overlap(above: PrintedLine, line: PrintedLine, leading: float) -> bool:
    """Whether two lines stand closer together than lines of one column do."""
    return line.middle - above.middle < 0.72 * leading


def _cut(before: Anchor | None, above: Sequence[PrintedLine], anchor: Anchor, leading: float) -> int:
    """How many of the lines between two times belong to the first: those before the widest gap."""
    if above and above[-1].x1 < anchor.line.x0:  # a day beside it
        return len(above)
    own = [line for line in above if before is None or line.number > before.line.number]
    first = len(above) - len(own)
    near = next((n for n, line in enumerate(own) if _overlap(line, anchor.line, leading)), len(own))
    ladder = [*([before.line] if before else []), *own, *([anchor.line] if anchor.rest else [])]
    gaps = [(other.middle - line.middle, n) for n, (line, other) in enumerate(pairwise(ladder))]
    if len(gaps) < 2:
        return first + near
    widest, at = max(gaps)
    is_wide = widest > 1.2 * sorted(gaps)[-2][0] or widest > 1.25 * min(gaps)[0]
    after = at + 1 - (1 if before else 0)
    return first + (min(near, max(0, after)) if is_wide else near)
