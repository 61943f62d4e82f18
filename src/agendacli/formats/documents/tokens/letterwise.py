"""A line in small letters without accents, letter for letter, so that places in it are places in the line."""

import unicodedata
from functools import lru_cache

LONGEST_LINE = 3000
"""So much of a line is looked through for days and hours: what is longer is a text, or hostile."""

_DASHES = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


@lru_cache(maxsize=2048)
def letterwise(text: str) -> str:
    """The text in small letters, without accents, every dash a hyphen and every space a blank: as long as it was."""
    return "".join(map(_letter, text))


def unaccented(text: str) -> str:
    """The text without accents and as long as it was: capital letters stay."""
    return "".join(_letter(each).upper() if each.isupper() else _letter(each) for each in text)


@lru_cache(maxsize=512)
def _letter(sign: str) -> str:
    if sign in _DASHES:
        return "-"
    if sign.isspace():
        return " "
    base = unicodedata.normalize("NFKD", sign)[:1].lower()
    return base if len(base) == 1 else sign
