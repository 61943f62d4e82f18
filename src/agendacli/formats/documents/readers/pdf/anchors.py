"""Times that begin the lines of a table without rules, in one column."""

import re
from collections import Counter
from collections.abc import Sequence

from agendacli.formats.documents.readers.pdf.layout import NEAR
from agendacli.formats.documents.readers.pdf.printed import PrintedLine, PrintedWord
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.model.frozen import frozen

_MOST_WORDS_OF_TIME = 9
_TO = frozenset({"a", "à", "al", "to", "until", "till", "bis"})
_FOUR, _LEAST = re.compile(r"\d{4}\s*[-–—]\s*\d{4}\b"), 2
_DASHES = ("-", "–", "—", "\u00ad")


@frozen
class Anchor:
    """A line that begins with a time: how many of its words that takes."""

    line: PrintedLine
    words: int

    @property
    def rest(self) -> tuple[PrintedWord, ...]:
        """What stands behind the time."""
        return self.line.words[self.words :]


def beginning(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The anchors that begin rows: one below a time that ends with a dash or a word for *to* is the end of it."""
    found: list[Anchor] = []
    is_open = False
    for each in anchors:
        goes_on = is_open or each.line.words[0].text[:1] in _DASHES
        is_end = bool(found) and goes_on and each.line.number - found[-1].line.number <= 2
        if not is_end:
            found.append(each)
        is_open = not is_end and _is_open(each.line.words[: each.words])
    return found


def _is_open(time: Sequence[PrintedWord]) -> bool:
    return time[-1].text.endswith(_DASHES) or _ends_with_to(time)


def _ends_with_to(time: Sequence[PrintedWord]) -> bool:
    """Whether a time goes on in the next line: `9:40 a` and below it `10:30`."""
    return len(time) > 1 and time[-1].text in _TO


def anchors_of(lines: Sequence[PrintedLine]) -> list[Anchor]:
    """The times with which lines begin, in one column; `1930` alone is one where others have four digits, too."""
    found = in_column([each for line in lines if (each := anchor_of(line))])
    have_four = sum(_FOUR.match(each.line.text) is not None for each in found)
    return found if have_four < _LEAST else in_column([each for line in lines if (each := anchor_of(line, plain=True))])


def anchor_of(line: PrintedLine, *, plain: bool = False) -> Anchor | None:
    """The time with which a line begins, if one does; that of a second column of times is not a part of it.

    With `plain` four digits alone are one as well.
    """
    first = line.pieces(0.8)[0]
    time = first.words[:-1] if _ends_with_to(first.words) else first.words
    if _is_time_alone(time, plain=plain):
        return Anchor(line, len(first.words))
    hours, rest = leading_hours(line.text)
    if not hours or (hours[0].is_plain and not plain):
        return None
    likely = len(line.words) - len(rest.split())  # nearly always right, so that others are hardly ever tried
    most = min(_before_second_time(line), _MOST_WORDS_OF_TIME)
    counts = (*([likely] if 0 < likely <= most else []), *range(most, 0, -1))
    return next((Anchor(line, count) for count in counts if _is_time_alone(line.words[:count], plain=plain)), None)


def _is_time_alone(words: Sequence[PrintedWord], *, plain: bool) -> bool:
    hours, rest = leading_hours(" ".join(word.text for word in words))
    return bool(hours) and (plain or not hours[0].is_plain) and not rest


def _before_second_time(line: PrintedLine) -> int:
    """How many words stand before another time behind a gap, which no dash joins with the first."""
    first, *others = line.pieces()
    is_second = bool(others) and bool(leading_hours(others[0].text)[0]) and bool(leading_hours(first.text)[0])
    is_joined = first.text.endswith(_DASHES) or (bool(others) and others[0].text.startswith(_DASHES))
    return len(first.words) if is_second and not is_joined else len(line.words)


def in_column(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The anchors that begin at the place at which most do."""
    usual = usual_place([each.line.x0 for each in anchors]) if anchors else None
    return [each for each in anchors if usual is not None and abs(each.line.x0 - usual) <= NEAR * 3]


def usual_place(places: Sequence[float]) -> float:
    """The place at which most begin."""
    counted = Counter(round(each / 2) for each in places)
    best = max(counted, key=lambda each: (counted[each] + counted[each + 1] + counted[each - 1], -each))
    near = [each for each in places if abs(each / 2 - best) <= 1.5]
    return min(near)
