"""Which way a text is read, by its strong letters (UAX #9)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import bidirectional

_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_STRETCH = re.compile(f"[{_LEFTWARD}](?:[^{_LEFTWARD}A-Za-z0-9]*[{_LEFTWARD}])*")
_STRONG = frozenset({"L", "R", "AL"})


def reads_leftwards(text: str) -> bool:
    """Whether the first strong letter of the text is read from right to left."""
    return next((found != "L" for each in text if (found := bidirectional(each)) in _STRONG), False)


def directed(text: str) -> Iterator[tuple[str, bool]]:
    """The text in stretches of one direction, each with whether it is read from right to left."""
    cuts = sorted({0, len(text), *(cut for found in _STRETCH.finditer(text) for cut in found.span())})
    for start, end in pairwise(cuts):
        yield text[start:end], _STRETCH.match(text, start) is not None
