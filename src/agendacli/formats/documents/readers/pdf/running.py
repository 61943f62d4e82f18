"""What stands at the edges of pages and is no part of the text: running heads and feet, and the numbers of pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import takewhile

from agendacli.formats.documents.readers.pdf.printed import PrintedLine
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.model.frozen import frozen

_EDGE = 0.09
_OFTEN, _TWO = 3, 2
_MOSTLY = 0.6
_NUMBER = re.compile(
    r"\W*(?:page|seite|p[aá]gina|p\.|s\.)?\W*\d{1,3}\W*(?:(?:of|von|de|sur|/)\W*\d{1,3}\W*)?", re.IGNORECASE
)


@frozen
class ReadPage:
    """A page: its lines, its ruled boxes, and its height."""

    number: int
    lines: tuple[PrintedLine, ...]
    boxes: tuple[tuple[tuple[float, float, float, float], ...], ...]
    height: float

    def is_at_edge(self, line: PrintedLine) -> bool:
        """Whether a line stands at the top or at the bottom."""
        return line.top < _EDGE * self.height or line.bottom > (1 - _EDGE) * self.height


def without_running_heads(pages: Sequence[ReadPage]) -> Iterator[ReadPage]:
    """The pages without their numbers, and without what stands at the edges of many of them but for the first time.

    Of two pages it must stand at the same place of both. What begins with a time is no running head, nor what stands
    further inside of the page than a line that is none.
    """
    are_two = len(pages) == _TWO
    keys = [{line: _key(line, are_two=are_two) for line in page.lines if page.is_at_edge(line)} for page in pages]
    counted = Counter(key for each in keys for key in set(each.values()))
    often = {key for key, count in counted.items() if count >= (_TWO if are_two else _OFTEN)}
    seen: set[tuple[str, int]] = set()
    for page, own in zip(pages, keys, strict=True):
        outer = _outermost(page, {line for line, key in own.items() if key in often and _may_run(line)})
        again = {line for line in outer if own.get(line) in seen or _NUMBER.fullmatch(line.text)}
        seen |= set(own.values())
        yield replace(page, lines=tuple(line for line in page.lines if line not in again))


def _outermost(page: ReadPage, running: AbstractSet[PrintedLine]) -> set[PrintedLine]:
    """The numbers and running heads at both ends of a page, up to the first line that is none."""

    def is_outer(line: PrintedLine) -> bool:
        return line in running or (page.is_at_edge(line) and _NUMBER.fullmatch(line.text) is not None)

    lines = sorted(page.lines, key=lambda line: line.top)
    return {*takewhile(is_outer, lines), *takewhile(is_outer, reversed(lines))}


def _may_run(line: PrintedLine) -> bool:
    """Whether a line is neither a row of a programme nor a day and hardly more."""
    days = sum(each.to - each.at for each in days_in(line.text))
    return not leading_hours(line.text)[0] and days <= _MOSTLY * len(line.text)


def _key(line: PrintedLine, *, are_two: bool) -> tuple[str, int]:
    """The text, but for its numbers where it names no day, and on two pages its place."""
    text = line.text if days_in(line.text) else re.sub(r"\d+", "#", line.text)
    return text, round(line.top) if are_two else 0
