"""Several persons in one text: `Ann Poe; Bea Roe`, `Ida Holm & Jon Lie`, each with where it stands in it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from agendacli.model.frozen import frozen
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.naming import begins_with_position, is_full_name

_PARTED = re.compile(r"[;|；、\n\r\u2028\u2029]|\s[和与與]\s")
_JOINED = re.compile(r"\s+(?:&|\+|and|with|und|mit|et|avec|y|con|e|og|och|en|i|и|та|και|و)\s+|\s*[＆/·•]+\s*")


@frozen
class NamePart:
    """The text of one person and the column (from 0) at which it begins in the whole."""

    text: str
    at: int


@lru_cache(maxsize=4096)  # a sheet looks first, and a definition made of it again
def persons_apart(text: str) -> tuple[NamePart, ...]:
    """The persons that a text names: parted by `;`, `|`, a line break, or by `&`, `/` and words between full names.

    A word such as `and` parts nothing behind a comma, where a position stands, nor inside a surname: Ortega y Gasset.
    What behind a `;` begins like a position goes with the person before it.
    """
    return tuple(part for piece in _pieces(text) for part in _joined(piece))


def _pieces(text: str) -> tuple[NamePart, ...]:
    found: list[NamePart] = []
    for piece in _split(text, _PARTED):
        if found and "," in found[-1].text and _goes_on(piece.text):
            found[-1] = NamePart(text[found[-1].at : piece.at + len(piece.text)], found[-1].at)
        else:
            found.append(piece)
    return tuple(found)


def _goes_on(text: str) -> bool:
    """Whether a text is not a name, but more of a position."""
    return begins_with_position(text) or not any(each.isalnum() for each in text)


def _joined(piece: NamePart) -> tuple[NamePart, ...]:
    """The persons of a text before its first comma; what stands behind it is said of each."""
    head, comma, position = piece.text.partition(",")
    names = tuple(_split(head, _JOINED))
    if len(names) < 2 or not all(is_full_name(name_and_honorifics(each.text)[0]) for each in names):  # noqa: PLR2004
        return (piece,)
    return tuple(NamePart(f"{each.text}{comma}{position}", piece.at + each.at) for each in names)


def _split(text: str, parting: re.Pattern[str]) -> Iterator[NamePart]:
    """What stands between the places where a text is parted, without blanks around it; nothing of what is empty."""
    ends = [(match.start(), match.end()) for match in parting.finditer(text)]
    begins = (0, *(end for _, end in ends))
    for begin, end in zip(begins, (*(start for start, _ in ends), len(text)), strict=True):
        inner = text[begin:end]
        if inner.strip():
            yield NamePart(inner.strip(), begin + len(inner) - len(inner.lstrip()))
