"""Words that stand for a name that is not known yet: two of them are not one person, nor one room."""

_WORDS = frozenset(
    {"?", "n.n", "nn", "online", "tba", "tbc", "tbd", "to be announced", "to be confirmed", "to be decided", "virtual"}
)


def is_placeholder(text: str) -> bool:
    """Whether a text only says that the name is not known, or that there is no room: `TBC`, `N.N.`, `online`."""
    return " ".join(text.split()).casefold().strip(" .()") in _WORDS or not any(each.isalnum() for each in text)
