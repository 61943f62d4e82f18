"""Kinds, roles and names of rooms as they are compared with what a person types."""

from collections.abc import Collection, Iterable

from agendacli.words.folded import folded_words

_HISSING = ("sses", "xes", "ches", "shes")


def term(text: str) -> str:
    """A kind or role as it is compared: folded, hyphens as blanks, singular: `Side-Events` is `side event`."""
    return " ".join(map(_singular, folded_words(text)))


def matching_terms(asked: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    """Those of the known kinds, roles or statuses that are asked for."""
    wanted = {term(each) for each in asked}
    return frozenset(each for each in known if term(each) in wanted)


def _singular(word: str) -> str:
    """The singular of a regular plural, as far as two spellings of one word become the same."""
    if word.endswith("ies"):
        return f"{word.removesuffix('ies')}y"
    if word.endswith(_HISSING):
        return word.removesuffix("es")
    return word if word.endswith("ss") else word.removesuffix("s")


def matching_names(asked: Iterable[str], known: Collection[str]) -> frozenset[str]:
    """Those of the known rooms or cities that are asked for: the name itself, else every name with all of its words."""
    return frozenset(name for each in asked for name in _named(folded_words(each), known))


def _named(wanted: tuple[str, ...], known: Collection[str]) -> list[str]:
    exact = [each for each in known if folded_words(each) == wanted]
    return exact or [each for each in known if wanted and set(wanted) <= set(folded_words(each))]
