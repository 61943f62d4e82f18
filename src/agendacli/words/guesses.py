"""What a misspelt word was probably meant to be, and names in a sentence."""

from collections.abc import Collection, Iterable

from agendacli.words.folded import folded
from agendacli.words.lists import listed, there_are


def guesses(word: str, names: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """The names most like a word, the likest first: those that begin with it, else those that difflib finds close."""
    from difflib import get_close_matches

    wanted, plain = folded(word), {folded(each): each for each in names}
    begun = [name for key, name in plain.items() if wanted and key.startswith(wanted)]
    return tuple(begun or (plain[key] for key in get_close_matches(wanted, plain, n=count, cutoff=0.7)))[:count]


def hint(word: str, names: Collection[str]) -> str:
    """The end of a message about a word that is none of the names: what it may mean, else which names there are."""
    close = guesses(word, names)
    if close:
        return f"did you mean {listed(close, 'or')}?"
    return there_are(sorted(names)) if names else "there is none"
