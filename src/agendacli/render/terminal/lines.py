"""Rich texts as lines of segments, without the detours that Rich takes for texts of any kind."""

from collections.abc import Iterable
from itertools import pairwise

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.text import Text


def wrapped(text: Text, width: int, console: Console) -> Iterable[Text]:
    """A text without line ends as lines that are no wider; nearly all fit as they are."""
    return (text,) if cell_len(text.plain) <= width else text.wrap(console, width)


def segments(line: Text, console: Console) -> list[Segment]:
    """A line in its own style and those of its parts, which in nearly every text follow each other."""
    spans = line.spans
    if any(each.start < before.end for before, each in pairwise(spans)):
        return list(Text().append_text(line).render(console))
    own, plain = console.get_style(line.style), line.plain
    found, at = [], 0
    for start, end, style in spans:
        found += [Segment(plain[at:start], own), Segment(plain[start:end], own + console.get_style(style))]
        at = end
    return [each for each in (*found, Segment(plain[at:], own)) if each.text]
