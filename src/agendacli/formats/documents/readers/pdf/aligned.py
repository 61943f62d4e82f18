"""Tables without rules: times in one column, and beside them columns that begin at the same places."""

import statistics
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from agendacli.formats.documents.page import Block, PageCell, PageRow
from agendacli.formats.documents.readers.pdf.layout import NEAR, ColumnLayout, before_heads, head_row
from agendacli.formats.documents.readers.pdf.printed import PrintedLine, PrintedWord, as_line
from agendacli.formats.documents.readers.pdf.wrapping import unwrapped
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.model.frozen import frozen

_LEAST = 2
_MOST_WORDS_OF_TIME = 9
_DASHES = ("-", "–", "—", "\u00ad")


@frozen
class _Anchor:
    """A line that begins with a time: how many of its words that takes."""

    line: PrintedLine
    words: int

    @property
    def rest(self) -> tuple[PrintedWord, ...]:
        """What stands behind the time."""
        return self.line.words[self.words :]


def aligned(lines: Sequence[PrintedLine], page: int, number: int) -> tuple[Block, ...] | None:
    """The lines as rows of a table of times, with what stands between the rows; None where they are none."""
    anchors = _column([each for line in lines if (each := _anchor(line))])
    rows = _beginning(anchors)
    if len(anchors) < _LEAST or not rows:
        return None
    text_x = _text_begin(rows) or _text_below(lines, anchors)
    if text_x is None or not _are_apart(rows):
        return None
    columns = _columns(lines, anchors, text_x)
    layout = ColumnLayout(page, number, times=rows[0].line.x0, columns=columns, right=max(line.x1 for line in lines))
    return _blocks(lines, anchors, layout)


def _beginning(anchors: Sequence[_Anchor]) -> list[_Anchor]:
    """The anchors that begin rows: one below a time that ends with a dash is the end of it."""
    found: list[_Anchor] = []
    is_open = False
    for each in anchors:
        goes_on = is_open or each.line.words[0].text[:1] in _DASHES
        is_end = bool(found) and goes_on and each.line.number - found[-1].line.number <= 2
        if not is_end:
            found.append(each)
        is_open = not is_end and _ends_with_dash(each)
    return found


def _ends_with_dash(anchor: _Anchor) -> bool:
    return anchor.line.words[anchor.words - 1].text.endswith(_DASHES)


def _anchor(line: PrintedLine) -> _Anchor | None:
    """The time with which a line begins, if one does; that of a second column of times is not a part of it."""
    hours, rest = leading_hours(line.text)
    if not hours or hours[0].is_plain:
        return None
    likely = len(line.words) - len(rest.split())  # nearly always right, so that others are hardly ever tried
    most = min(_before_second_time(line), _MOST_WORDS_OF_TIME)
    counts = (*([likely] if 0 < likely <= most else []), *range(most, 0, -1))
    return next((_Anchor(line, count) for count in counts if _is_time_alone(line.words[:count])), None)


def _is_time_alone(words: Sequence[PrintedWord]) -> bool:
    hours, rest = leading_hours(" ".join(word.text for word in words))
    return bool(hours) and not hours[0].is_plain and not rest


def _before_second_time(line: PrintedLine) -> int:
    """How many words stand before another time behind a gap, which no dash joins with the first."""
    first, *others = line.pieces()
    is_second = bool(others) and bool(leading_hours(others[0].text)[0]) and bool(leading_hours(first.text)[0])
    is_joined = first.text.endswith(_DASHES) or (bool(others) and others[0].text.startswith(_DASHES))
    return len(first.words) if is_second and not is_joined else len(line.words)


def _column(anchors: Sequence[_Anchor]) -> list[_Anchor]:
    """The anchors that begin at the place at which most do."""
    usual = _usual([each.line.x0 for each in anchors]) if anchors else None
    return [each for each in anchors if usual is not None and abs(each.line.x0 - usual) <= NEAR * 3]


def _usual(places: Sequence[float]) -> float:
    """The place at which most begin."""
    counted = Counter(round(each / 2) for each in places)
    best = max(counted, key=lambda each: (counted[each] + counted[each + 1] + counted[each - 1], -each))
    near = [each for each in places if abs(each / 2 - best) <= 1.5]
    return min(near)


def _text_below(lines: Sequence[PrintedLine], anchors: Sequence[_Anchor]) -> float | None:
    right = max(each.line.words[each.words - 1].x1 for each in anchors)
    beside = [line.x0 for line in lines if line.x0 > right]
    return _usual(beside) if beside else None


def _text_begin(rows: Sequence[_Anchor]) -> float | None:
    """The leftmost place at which the texts of several rows begin."""
    begins = [each.rest[0].x0 for each in rows if each.rest]
    shared = [one for one in begins if sum(abs(one - each) <= NEAR for each in begins) >= max(2, 0.2 * len(begins))]
    return min(shared or begins, default=None)


def _are_apart(rows: Sequence[_Anchor]) -> bool:
    """Whether the texts begin at places that recur, with a gap behind the times."""
    with_text = [each for each in rows if each.rest]
    begins = [each.rest[0].x0 for each in with_text]
    same = sum(sum(abs(one - each) <= NEAR for each in begins) > 1 for one in begins)
    gaps = sum(each.rest[0].x0 - each.line.words[each.words - 1].x1 > 0.6 * each.line.size for each in with_text)
    return not with_text or (same >= 0.6 * len(with_text) and gaps >= 0.5 * len(with_text))


def _columns(lines: Sequence[PrintedLine], anchors: Sequence[_Anchor], text_x: float) -> list[float]:
    """Where columns begin beside the times: where words of several rows do behind a gap, and hardly any goes across."""
    skip = {id(each.line): each.words for each in anchors}
    parts = [line.words[skip.get(id(line), 0) :] for line in lines]
    parts = [words for words in parts if words and words[0].x0 >= text_x - 2 * NEAR]
    begins = [words[0].x0 for words in parts]
    gaps = [(last, word) for words in parts for last, word in pairwise(words)]
    begins += [word.x0 for last, word in gaps if word.x0 - last.x1 > 0.9 * word.size]
    found = [text_x]
    for place in sorted({_usual([each for each in begins if abs(each - one) < NEAR]) for one in begins}):
        starting = sum(abs(each - place) <= NEAR / 2 for each in begins)
        reaching = [words for words in parts if words[-1].x1 > place + NEAR]
        crossing = sum(any(word.x0 < place - 1.5 and word.x1 > place + 1.5 for word in words) for words in reaching)
        rare, often = crossing <= 0.12 * len(reaching), starting >= 0.5 * len(anchors)
        is_column = starting >= max(3, 0.28 * len(anchors)) and (rare or (often and crossing <= 0.3 * len(reaching)))
        if is_column and place - found[-1] > 24:
            found.append(place)
    return found


def _blocks(lines: Sequence[PrintedLine], anchors: Sequence[_Anchor], layout: ColumnLayout) -> tuple[Block, ...]:
    """Rows, each with the lines from its time to the next one; what begins further left stands by itself."""
    by_line = {id(each.line): each for each in _beginning(anchors)}
    groups: list[tuple[_Anchor | None, list[PrintedLine]]] = []
    for line in lines:
        anchor = by_line.get(id(line))
        if anchor:
            groups.append((anchor, []))
        elif not groups or (line.x0 < layout.columns[0] - 2 * NEAR and not _anchor(line)):
            groups.append((None, [line]))
        else:
            groups[-1][1].append(line)
    found: list[Block] = []
    for anchor, below in _centred(groups, _leading(lines)):
        if anchor:
            found.append(_row(anchor, below, layout))
        else:
            plain = before_heads(below, layout)
            found += unwrapped(below[:plain], layout.page, layout.right) if plain else ()
            found += [head_row(below[plain:], layout)] if below[plain:] else []
    return tuple(found)


_Group = tuple[_Anchor | None, list[PrintedLine]]


def _leading(lines: Sequence[PrintedLine]) -> float:
    """The usual distance of lines that stand in one row of a table, from middle to middle."""
    gaps = [other.middle - line.middle for line, other in pairwise(lines)]
    usual = [gap for gap, line in zip(gaps, lines, strict=False) if 0.9 * line.size < gap < 1.9 * line.size]
    return statistics.median(usual) if usual else lines[0].size


def _centred(groups: Sequence[_Group], leading: float) -> list[_Group]:
    """The groups, where times stand in the middle of their rows: the lines just above a time belong to it."""
    found = [(anchor, [*below]) for anchor, below in groups]
    if sum(_is_in_the_middle(above, group[0], leading) for above, group in pairwise(found)) < max(
        2, 0.12 * len(groups)
    ):
        return found
    for (before, above), (anchor, below) in pairwise(found):
        cut = _cut(before, above, anchor, leading) if anchor else len(above)
        below[:0] = above[cut:]
        del above[cut:]
    return found


def _is_in_the_middle(above: _Group, anchor: _Anchor | None, leading: float) -> bool:
    """Whether a time stands alone, or so close to the line above that both are of one row."""
    if anchor is None:
        return False
    last = above[1][-1] if above[1] else None
    return not anchor.rest or (last is not None and _overlap(last, anchor.line, leading))


def _overlap(above: PrintedLine, line: PrintedLine, leading: float) -> bool:
    """Whether two lines stand closer together than lines of one column do."""
    return line.middle - above.middle < 0.72 * leading


def _cut(before: _Anchor | None, above: Sequence[PrintedLine], anchor: _Anchor, leading: float) -> int:
    """How many of the lines between two times belong to the first: those before the widest gap."""
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


def _row(anchor: _Anchor, below: Sequence[PrintedLine], layout: ColumnLayout) -> PageRow:
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
        rest = [word for word in each.words if word not in more]
        for number, words in _by_column(each.part(rest), layout) if rest else ():
            by_column[number].append(each.part(words))
    rights = [*(each - NEAR for each in layout.columns[1:]), layout.right]
    cells = [PageCell((as_line(times, layout.page),))]
    cells += [PageCell(unwrapped(each, layout.page, right)) for each, right in zip(by_column, rights, strict=True)]
    return PageRow(layout.number, tuple(cells), (True,) * len(cells))


def _by_column(line: PrintedLine, layout: ColumnLayout) -> list[tuple[int, list[PrintedWord]]]:
    """The words of a line by column; what runs on without a gap stays in the column in which it began."""
    found: list[tuple[int, list[PrintedWord]]] = []
    for word in line.words:
        number = layout.column(word)
        if found and (number <= found[-1][0] or word.x0 - found[-1][1][-1].x1 < 0.45 * word.size):
            found[-1][1].append(word)
        else:
            found.append((number, [word]))
    return found
