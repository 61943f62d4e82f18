"""Near matches: what a misspelt word was probably meant to be."""

import unicodedata
from collections.abc import Iterable, Mapping


def normal(name: str) -> str:
    """A name as it is compared: composed characters, case folded, white space single. Accents count."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def plain(name: str) -> str:
    """A name without case, accents and punctuation, for guessing only: two names of one person need an alias."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    kept = (char if char.isalnum() else " " for char in decomposed if not unicodedata.combining(char))
    return " ".join("".join(kept).split())


def nearest(word: str, words: Iterable[str], cutoff: float = 0.7) -> str | None:
    """The one of `words` that is most like `word`, if any is like it enough (difflib's ratio of plain forms)."""
    from difflib import get_close_matches

    plains: Mapping[str, str] = {plain(each): each for each in words}
    found = get_close_matches(plain(word), plains, n=1, cutoff=cutoff)
    return plains[found[0]] if found else None


def suggestion(word: str, words: Iterable[str]) -> str:
    """`; did you mean `x`?` or nothing: the end of a message about a word that is none of `words`."""
    near = nearest(word, words)
    return f"; did you mean `{near}`?" if near else ""
