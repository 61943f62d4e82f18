"""In how many elements of a web page a text is, and whether that is the foot of the page."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from agendacli.words.folded import word_set

FOOT = -1
"""The depth of what stands at the foot of a page, or below a rule."""

_HOLDING = word_set("address article aside div dl footer main nav ol section table ul")
_FEET, _PART = word_set("footer nav address"), "(foot)"
_CALLED = re.compile(r"(?:^|[\s_-])(?:footer|imprint|impressum|colophon|legal|site-info|contact-info)(?:$|[\s_-])")


@dataclass(slots=True)
class Nesting:
    """The open elements that hold others; what ends with none open of its kind is passed over."""

    _open: list[str] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)

    def begin(self, tag: str, attributes: Mapping[str, str]) -> int:
        """The depth once an element begins."""
        if tag in _HOLDING:
            named = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
            begun = [tag, _PART] if tag in _FEET or _CALLED.search(named) else [tag]
            self._open += begun
            self._counts.update(begun)
        return self._depth

    def end(self, tag: str) -> int:
        """The depth once an element ends, and all that is open inside of it."""
        while self._counts[tag]:
            last = self._open.pop()
            self._counts[last] -= 1
            if last == tag:
                break
        return self._depth

    @property
    def _depth(self) -> int:
        """How many are open; an article has a foot of its own, which is a part of it."""
        return FOOT if self._counts[_PART] and not self._counts["article"] else len(self._open)
