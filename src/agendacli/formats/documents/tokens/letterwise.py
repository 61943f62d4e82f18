"""A line in small letters without accents, letter for letter, so that places in it are places in the line."""

import unicodedata
from collections.abc import Callable

LONGEST_LINE = 3000
"""So much of a line is looked through for days and hours: what is longer is a text, or hostile."""

MOST_KEPT = 32_768
"""For so many lines it is kept what days and hours they name: each is asked several times, on different occasions."""

_DASHES = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


def letterwise(text: str) -> str:
    """The text in small letters, without accents, every dash a hyphen and every space a blank: as long as it was."""
    return text.translate(_SMALL)


def unaccented(text: str) -> str:
    """The text without accents and as long as it was: capital letters stay."""
    return text.translate(_AS_WRITTEN)


class _Letters(dict[int, str]):
    """The letter for each letter, as `str.translate` asks for it: found out when it is first met."""

    def __init__(self, letter: Callable[[str], str]) -> None:
        super().__init__()
        self._letter = letter

    def __missing__(self, sign: int) -> str:
        letter = self[sign] = self._letter(chr(sign))
        return letter


def _small(sign: str) -> str:
    if sign in _DASHES:
        return "-"
    if sign.isspace():
        return " "
    base = unicodedata.normalize("NFKD", sign)[:1].lower()
    return base if len(base) == 1 else sign


def _as_written(sign: str) -> str:
    capital = _small(sign).upper()
    return capital if sign.isupper() and len(capital) == 1 else _small(sign)


_SMALL, _AS_WRITTEN = _Letters(_small), _Letters(_as_written)
