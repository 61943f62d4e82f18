"""Ids: made of names and titles, and read."""

import re
import unicodedata
from collections.abc import Container
from itertools import count

from agendacli.words.folded import PLAIN_LETTERS

_ASCII_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
_NO_ASCII_ID = re.compile(r"[^a-z0-9]+")
_NO_ASCII_NAME = re.compile(r"[^a-z0-9_.]+")
_ACCENTS = re.compile("(?<=[a-z])[\u0300-\u036f]+")


def slug(text: str) -> str:
    """An id made of a text: small letters and digits, everything else a single hyphen; `item` of nothing.

    Latin letters lose their accents; letters of other scripts stay what they are.
    """
    if text.isascii():
        return _NO_ASCII_ID.sub("-", text.lower()).strip("-") or "item"
    apart = unicodedata.normalize(
        "NFKD", text.casefold()
    ).lower()  # a script N is only now one, and Cherokee folds to capitals
    plain = _ACCENTS.sub("", apart.translate(PLAIN_LETTERS))
    return _hyphenated(unicodedata.normalize("NFC", plain)) or "item"


def free_id(name: str, taken: Container[str]) -> str:
    """That id, with a number behind it if it is taken."""
    tries = (name if n == 1 else f"{name}-{n}" for n in count(1))
    return next(each for each in tries if each not in taken)


def person_id(name: str) -> str:
    """An id made of a name that nothing declares: every letter and full stop counts, so `D. Ruiz` is not `D Ruiz`."""
    if name.isascii():
        return _NO_ASCII_NAME.sub("-", name.lower()).strip("-") or "item"
    return _hyphenated(unicodedata.normalize("NFC", name).casefold(), "._") or "item"


def read_id(text: str) -> str | None:
    """The id of a session that a text is: small letters of any script, digits, and `-`, `.` or `_` after the first."""
    if text.isascii():
        return text if _ASCII_ID.fullmatch(text) else None
    composed = unicodedata.normalize("NFC", text)
    is_id = composed[:1].isalnum() and composed == composed.lower() and all(_is_kept(c, "-._") for c in composed)
    return composed if is_id else None


def _hyphenated(text: str, also: str = "") -> str:
    """The letters, digits and those other characters of a text, with one hyphen for whatever stands between them."""
    kept = "".join(each if _is_kept(each, also) else " " for each in text)
    words = "-".join(kept.split())
    begin = next((n for n, each in enumerate(words) if each.isalnum() or each in also), len(words))
    return words[begin:]


def _is_kept(char: str, also: str) -> bool:
    """Whether a character is a letter or digit, a mark of one (vowels of many scripts are marks), or one of `also`."""
    return char.isalnum() or char in also or unicodedata.category(char).startswith("M")
