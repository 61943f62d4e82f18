"""Text as it is compared when a person types it: without case, accents and punctuation."""

import unicodedata

# Letters that no Unicode decomposition takes apart, as people type them on another keyboard (U+0131 is the dotless i).
PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"})


def folded(text: str) -> str:
    """The text without case and accents, each run of white space as one blank: `Gómez  CAMACHO` is `gomez camacho`."""
    if text.isascii():  # most text; a tenth of the time
        return " ".join(text.casefold().split())
    taken_apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(each for each in taken_apart if not unicodedata.combining(each))
    return " ".join(letters.casefold().translate(PLAIN_LETTERS).split())


def folded_words(text: str) -> tuple[str, ...]:
    """The folded words of a text: its runs of letters and digits."""
    return tuple("".join(each if each.isalnum() else " " for each in folded(text)).split())


def word_set(text: str) -> frozenset[str]:
    """The words of a list that stands in one text with blanks between."""
    return frozenset(text.split())
