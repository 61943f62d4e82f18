"""Near matches: what a misspelt word was probably meant to be."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache


def plain(name: str) -> str:
    """A name without case, accents and punctuation, for guessing only: two names of one person need an alias."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    kept = (char if char.isalnum() else " " for char in decomposed if not unicodedata.combining(char))
    return " ".join("".join(kept).split())


def nearest(word: str, words: Iterable[str], cutoff: float = 0.7) -> str | None:
    """The one of `words` that is most like `word`, if any is like it enough (difflib's ratio of plain forms)."""
    return _nearest(word, tuple(sorted(words)), cutoff)


@lru_cache(maxsize=1024)
def _nearest(word: str, words: tuple[str, ...], cutoff: float) -> str | None:
    """The same, remembered: one slip is often made all through a file."""
    from difflib import get_close_matches

    plains = {plain(each): each for each in reversed(words)}
    found = get_close_matches(plain(word), plains, n=1, cutoff=cutoff)
    return plains[found[0]] if found else None


def suggestion(word: str, words: Iterable[str]) -> str:
    """`; did you mean `x`?` or nothing: the end of a message about a word that is none of `words`."""
    near = nearest(word, words)
    return f"; did you mean `{near}`?" if near else ""


class NearNames:
    """Many names, kept so that one which is nearly another is found without comparing all with all.

    Only names that share a word, or a word but for one letter or a blank, are compared. Digits have to be the same:
    Room 1 and Room 2 are alike and no slip.
    """

    def __init__(self, names: Iterable[str], cutoff: float = 0.7) -> None:
        self._cutoff = cutoff
        self._names = dict.fromkeys(names)
        self._by_part: dict[str, list[str]] = {}
        self._known: dict[str, str | None] = {}

    def nearest(self, name: str) -> str | None:
        """The one of the names that is most like a name, if any is like it enough."""
        if name not in self._known:
            self._known[name] = nearest(name, self._alike(name), self._cutoff)
        return self._known[name]

    def suggestion(self, name: str) -> str:
        """`; did you mean `x`?` or nothing."""
        near = self.nearest(name)
        return f"; did you mean `{near}`?" if near else ""

    def _alike(self, name: str) -> set[str]:
        if not self._by_part:
            self._enter_all()
        lists = (self._by_part.get(part, ()) for part in set(_parts(name)))
        return {each for found in lists if len(found) <= _COMMON for each in found if _digits(each) == _digits(name)}

    def _enter_all(self) -> None:
        for name in self._names:
            for part in set(_parts(name)):
                self._by_part.setdefault(part, []).append(name)


_LONGEST = 80  # letters; what is longer is not a name
_COMMON = 200  # a word that more names than this have tells none of them from the others


def _parts(name: str) -> Iterator[str]:
    """The words of a name, all of them run together, and each without one of its letters.

    Two words that are one letter apart have one of these in common.
    """
    words = plain(name).split()
    for word in (*words, "".join(words)):
        yield word
        if len(word) <= _LONGEST:
            yield from (word[:n] + word[n + 1 :] for n in range(len(word)))


def _digits(name: str) -> list[str]:
    return [each for each in name if each.isdigit()]
