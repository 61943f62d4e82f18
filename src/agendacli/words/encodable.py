"""Text for an output whose encoding lacks some of its characters: plain signs and bare letters stand in for them."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_DRAWN = {
    **dict.fromkeys("─━", "-"),
    **dict.fromkeys("│┃╎▕▏", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╴╵╶╷", "+"),
    **dict.fromkeys("█▆", "#"),
    **dict.fromkeys("▒▂", "="),
    "┄": ".",
    "▶": ">",
    "→": ">",
    "←": "<",
    "↻": "@",
    "♪": "!",
    "●": "o",
    "■": "#",
    "▲": "^",
    "◆": "*",
    "○": "0",
    "□": "=",
    "△": "v",
    "◇": "+",
}
"""What drawings are made of."""

_PLAIN_SIGNS = str.maketrans(_DRAWN | dict.fromkeys("–−·", "-") | {"…": ".", "•": "*"})
_PLAINER = str.maketrans(
    {
        **_DRAWN,
        **dict.fromkeys("–—−·", "-"),
        **dict.fromkeys("“”„", '"'),
        **dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}’", "'"),
        **dict.fromkeys("•", "*"),
        **dict.fromkeys("×", "x"),
        **dict.fromkeys("⟨«", "<"),
        **dict.fromkeys("⟩»", ">"),
        "\N{NO-BREAK SPACE}": " ",
        "…": ".",
        "ß": "s",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    }
)


def in_plain_signs(text: str) -> str:
    """The text with what drawings are made of as signs that every keyboard has; letters stay as they are."""
    return text.translate(_PLAIN_SIGNS)


def encodable(text: str, encoding: str) -> str:
    """The text with each character that `encoding` lacks replaced by a plainer one: `Jürg` is `Jurg`; else by `?`."""
    found = (replacement(each, encoding) for each in text)
    return "".join("?" if each is None else each for each in found)


@lru_cache(maxsize=2048)
def replacement(character: str, encoding: str) -> str | None:
    """The character itself if `encoding` has it, else what stands in for it; None if nothing does.

    For a combining mark nothing need stand.
    """
    return next((each for each in _candidates(character) if _has(encoding, each)), None)


def _candidates(character: str) -> Iterable[str]:
    base = unicodedata.normalize("NFKD", character)
    bare = "".join(each for each in base if not unicodedata.combining(each))
    return character, character.translate(_PLAINER), bare


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
