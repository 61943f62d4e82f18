"""Texts with styles, and how they become lines: what Rich's own do, without what Rich imports for everything else.

Rich and its console are a sixth of a short run on a terminal (85 of 560 million instructions, `valgrind
--tool=cachegrind` over `import rich.console`), and a day has thousands of texts. A test holds both to be the same.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len, chop_cells, set_cell_size

if TYPE_CHECKING:
    from rich.text import Text as RichText

_WORD = re.compile(r"\s*\S+\s*")

Span = tuple[int, int, str]
"""From one character to before another, and the style of what is between."""

Overflow = Literal["fold", "ellipsis"]
"""What becomes of words that are wider than a column: they go on below, or end in `…`."""

Line = list[tuple[str, str]]
"""Pieces of text beside each other, each with its style: the words of `styles`."""


class Text:
    """A text in a style, with parts in styles of their own; it grows at its end. With `no_wrap` it is cut, not folded.

    What is appended is harmless already, and has no line ends.
    """

    __slots__ = ("no_wrap", "overflow", "plain", "spans", "style")

    def __init__(
        self, plain: str = "", style: str = "", *, overflow: Overflow | None = None, no_wrap: bool = False
    ) -> None:
        self.plain = plain
        self.style = style
        self.overflow = overflow
        self.no_wrap = no_wrap
        self.spans: list[Span] = []

    def __bool__(self) -> bool:
        return bool(self.plain)

    @property
    def cell_len(self) -> int:
        """How many columns it takes."""
        return cell_len(self.plain)

    def append(self, text: str, style: str = "") -> "Text":
        """The text itself, with another part at its end."""
        if text:
            at = len(self.plain)
            self.plain += text
            if style:
                self.spans.append((at, at + len(text), style))
        return self

    def append_text(self, text: "Text") -> "Text":
        """The text itself, with another one at its end."""
        at = len(self.plain)
        self.plain += text.plain
        if text.style:
            self.spans.append((at, len(self.plain), text.style))
        self.spans += [(start + at, end + at, style) for start, end, style in text.spans] if at else text.spans
        return self

    def copy(self) -> "Text":
        """Another one that is the same."""
        found = self._part(self.plain)
        found.spans = [*self.spans]
        return found

    def truncate(self, width: int, *, overflow: Overflow = "fold", pad: bool = False) -> None:
        """Cut it to so many columns; where it is narrower and to be padded, fill it with blanks."""
        length = cell_len(self.plain)
        if length > width:
            is_marked = overflow == "ellipsis"
            self._cut(f"{set_cell_size(self.plain, width - 1)}…" if is_marked else set_cell_size(self.plain, width))
        elif pad:
            self.plain += " " * (width - length)

    def rstrip(self) -> None:
        """Remove the blanks at its end."""
        self._cut(self.plain.rstrip())

    def wrapped(self, width: int) -> "tuple[Text, ...]":
        """Lines that are no wider; nearly all texts fit as they are."""
        if cell_len(self.plain) <= width:
            return (self,)
        lines = (self.copy(),) if self.no_wrap else self._divided(width)
        for each in lines:
            each.truncate(width)
        return lines

    def pieces(self) -> Line:
        """The text as one line, in its own style and those of its parts."""
        own, plain, at = self.style, self.plain, 0
        found: Line = []
        for start, end, style in self.spans:
            if start < at:
                return self._overlapping()
            if start > at:
                found.append((plain[at:start], own))
            if end > start:
                found.append((plain[start:end], f"{own} {style}" if own else style))
            at = end
        if at < len(plain):
            found.append((plain[at:], own))
        return found

    def drawn(self, width: int) -> Iterator[Line]:
        """Its lines on so many columns."""
        return (line.pieces() for line in self.wrapped(width))

    def __rich__(self) -> "RichText":
        """The same for Rich, whose tables hold it."""
        from rich.text import Span as RichSpan
        from rich.text import Text as Rich

        spans = [RichSpan(*each) for each in self.spans]
        return Rich(self.plain, self.style, overflow=self.overflow, no_wrap=self.no_wrap, spans=spans)

    def _cut(self, plain: str) -> None:
        self.plain, length = plain, len(plain)
        self.spans = [(start, min(end, length), style) for start, end, style in self.spans if start < length]

    def _part(self, plain: str) -> "Text":
        return Text(plain, self.style, overflow=self.overflow, no_wrap=self.no_wrap)

    def _divided(self, width: int) -> "tuple[Text, ...]":
        """The text in lines, each without the blanks beyond a width at its end."""
        starts = [0, *_breaks(self.plain, width)]
        lines = tuple(self._part(self.plain[a:b]) for a, b in zip(starts, (*starts[1:], None), strict=True))
        for start, end, style in self.spans:  # each goes to the lines that it touches, of which there may be thousands
            number = bisect_right(starts, start) - 1
            while number < len(starts) and starts[number] < end:
                first, last = max(start - starts[number], 0), min(end - starts[number], len(lines[number].plain))
                if first < last:
                    lines[number].spans.append((first, last, style))
                number += 1
        for each in lines:
            excess = len(each.plain) - width
            if excess > 0:
                blanks = len(each.plain) - len(each.plain.rstrip())
                each._cut(each.plain[: len(each.plain) - min(blanks, excess)])  # noqa: SLF001 (of the same class)
        return lines

    def _overlapping(self) -> Line:
        """One line of parts that lie in each other: of two styles the later counts."""
        plain, spans = self.plain, ((0, len(self.plain), self.style), *self.spans)
        ends = sorted({each for start, end, _ in spans for each in (start, end)})
        return [
            (plain[start:end], " ".join(style for a, b, style in spans if style and a <= start and end <= b))
            for start, end in pairwise(ends)
        ]


def _breaks(text: str, width: int) -> Iterator[int]:
    """Where a text is broken: before a word that no longer fits, and within one that fits no line."""
    used = 0
    for match in _WORD.finditer(text):
        start, word = match.start(), match.group()
        needed = cell_len(word.rstrip())
        if needed <= width - used:
            used += cell_len(word)
        elif needed > width:
            parts = chop_cells(word, width)
            for part in parts:
                if start:
                    yield start
                start += len(part)
            used = cell_len(parts[-1])
        elif used and start:
            yield start
            used = cell_len(word)
