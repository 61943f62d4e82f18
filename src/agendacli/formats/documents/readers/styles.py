"""What the styles of a page strike or hide: those of an element itself, and the rules of its style sheets.

A rule is followed where its last part is an element, a class or an id; one for some media is not. What a script names
may be shown again, as the days behind tabs are: it is not taken for hidden.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from agendacli.model.frozen import frozen

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]*;")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PART = re.compile(r"(?P<tag>[a-zA-Z][a-zA-Z0-9]*)?(?P<names>(?:[.#][\w-]+)*)")
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none\b|visibility\s*:\s*hidden\b", re.IGNORECASE)
_MOST_RULES = 2000


@frozen
class _Selector:
    """What a rule holds for: a tag or any, with each of these names, which begin with `.` or `#`."""

    tag: str
    names: frozenset[str]

    def holds_for(self, tag: str, names: frozenset[str]) -> bool:
        return self.tag in {"", tag} and self.names <= names


@frozen
class PageStyles:
    """Which elements of a page its style sheets strike and hide, and which names its scripts know."""

    struck: tuple[_Selector, ...] = ()
    hidden: tuple[_Selector, ...] = ()
    scripts: str = ""

    def is_struck(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether the text of an element is struck."""
        names = _names(attributes)
        return _STRUCK.search(attributes.get("style", "")) is not None or _any(self.struck, tag, names)

    def is_hidden(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether an element is not shown, and no script may show it."""
        names = _names(attributes)
        is_hidden = _HIDDEN.search(attributes.get("style", "")) is not None or _any(self.hidden, tag, names)
        return is_hidden and not any(each[1:] in self.scripts for each in names)


def page_styles(sheets: Iterable[str], scripts: Iterable[str]) -> PageStyles:
    """What the style sheets of a page say, beside its scripts."""
    rules = [rule for sheet in sheets for rule in _rules(sheet)][:_MOST_RULES]
    struck = (each for selectors, text in rules if _STRUCK.search(text) for each in selectors)
    hidden = (each for selectors, text in rules if _HIDDEN.search(text) for each in selectors)
    return PageStyles(tuple(struck), tuple(hidden), "\n".join(scripts))


def _rules(sheet: str) -> Iterator[tuple[list[_Selector], str]]:
    plain = _MEDIA.sub("", _COMMENT.sub("", sheet))
    for found in _RULE.finditer(plain):
        yield [made for each in found[1].split(",") if (made := _selector(each))], found[2]


def _selector(text: str) -> _Selector | None:
    """What a selector holds for; None where more than its last part decides."""
    *before, last = text.split() or [""]
    found = _PART.fullmatch(last)
    if found is None or not last or (before and not found["names"]):
        return None
    return _Selector((found["tag"] or "").lower(), frozenset(re.findall(r"[.#][\w-]+", found["names"])))


def _names(attributes: Mapping[str, str]) -> frozenset[str]:
    classes = (f".{each}" for each in attributes.get("class", "").split())
    return frozenset((*classes, *((f"#{attributes['id']}",) if attributes.get("id") else ())))


def _any(selectors: Iterable[_Selector], tag: str, names: frozenset[str]) -> bool:
    return any(each.holds_for(tag, names) for each in selectors)
