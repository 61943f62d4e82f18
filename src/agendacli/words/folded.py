"""Text as it is compared when a person types it: without case, accents and punctuation."""

import re

# Letters that no Unicode decomposition takes apart, as people type them on another keyboard (U+0131 is the dotless i).
PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"})

_KEPT = frozenset("+#&@")


def folded(text: str) -> str:
    """The text without case and accents, each run of white space as one blank: `Gómez  CAMACHO` is `gomez camacho`."""
    if text.isascii():  # most text; a tenth of the time
        return " ".join(text.casefold().split())
    import unicodedata  # a megabyte of tables

    taken_apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(each for each in taken_apart if not unicodedata.combining(each))
    return " ".join(letters.casefold().translate(PLAIN_LETTERS).split())


def normal(name: str) -> str:
    """A name as it is compared: composed characters, case folded, white space single. Accents count."""
    if name.isascii():
        return " ".join(name.casefold().split())
    import unicodedata

    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def spelled(name: str) -> str:
    """A name without the differences that mean nothing in the name of a room or house.

    Those of case, blanks, hyphens and other punctuation; accents and digits count.
    """
    return " ".join("".join(each if _counts(each) else " " for each in normal(name)).split())


def folded_words(text: str) -> tuple[str, ...]:
    """The folded words of a text: its runs of letters and digits."""
    return tuple(re.findall(r"[^\W_]+", folded(text)))


def word_set(text: str) -> frozenset[str]:
    """The words of a list that stands in one text with blanks between."""
    return frozenset(text.split())


def _counts(char: str) -> bool:
    return char.isalnum() or char in _KEPT or (not char.isascii() and _is_mark(char))


def _is_mark(char: str) -> bool:
    """Whether a character stands over or under a letter."""
    import unicodedata

    return unicodedata.category(char).startswith("M")
