"""Given names that are rarer than those which the whole program knows: in a document they tell people from titles."""

from functools import cache, lru_cache
from importlib.resources import files

from agendacli.words.folded import folded, word_set
from agendacli.words.naming import is_given_name

_LISTS = ("given_names.txt", "more_given_names.txt")
_FAMILIES = word_set(
    "nguyen tran pham hoang huynh phan dang duong choi jung kang cho yoon jang wang zhang liu zhao zhou zhu"
)
"""Family names that stand first in the languages of East Asia."""


@lru_cache(maxsize=4096)
def is_given(name: str) -> bool:
    """Whether the first word of a name is a given name that is known, or a family name that stands there."""
    first = folded(name).replace("-", " ").split()[:1]
    return bool(first) and (is_given_name(folded(name)) or first[0] in _FAMILIES or first[0] in _more())


@cache
def _more() -> frozenset[str]:
    texts = (files(__package__).joinpath(each).read_text("utf-8") for each in _LISTS)
    lines = (line for text in texts for line in text.splitlines())
    return word_set(" ".join(line for line in lines if not line.startswith("#")))
