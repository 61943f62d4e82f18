"""Given names with surnames anywhere in a text, without honorific."""

import re

from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.words.naming import is_full_name

_FULL = re.compile(
    r"(?:(?<![\w.’'-])|(?<=\bd[’']))[^\W\d_a-zà-ÿ][a-zà-ÿ]+(?:-[^\W\d_a-zà-ÿ]?[a-zà-ÿ]+)?\s+"
    r"(?:(?:de|da|del|della|di|dos|du|des|la|le|van|von|der|den|ten|bin|zu)\s+){0,2}(?:O[’'])?[^\W\d_a-zà-ÿ][\w-]*[a-zà-ÿ](?![\w])"
)
_LONGEST_LINE = 2_000
_NICKNAME = re.compile(
    r"(?P<given>[^\W\d_a-z][^\W\d_]+) [“„\"«(][^\W\d_]+[”“\"»)] (?P<family>[^\W\d_a-z][\w’'-]*[^\W\d_A-Z])"
)
_TURNED = re.compile(r"(?:^|; ?)(?P<family>[^\W\d_a-z][\w’'-]+), (?P<given>[^\W\d_a-z][^\W\d_]+)(?=;|$)")


def full_names_in(text: str) -> tuple[str, ...]:
    """What reads like a known given name and a surname anywhere in a text, without honorific."""
    text, at = text[:_LONGEST_LINE], 0
    names: list[str] = []
    while found := _FULL.search(text, at):
        name = " ".join(found[0].split())
        is_one = is_given(name) and is_full_name(name)
        names += [name] if is_one else []
        at = found.end() if is_one else found.start() + 1  # `Avec Ida Holm`
    return tuple(names)


def names_by_form(text: str) -> tuple[str, ...]:
    """What is built like a given name and a surname anywhere in a text, whether these are known or not."""
    return tuple(" ".join(each[0].split()) for each in _FULL.finditer(text[:_LONGEST_LINE]))


def full_names_apart(text: str) -> tuple[str, ...]:
    """Those with a nickname between or with the family name first: `Ida “Bee” Holm`, `Holm, Ida; Coyne, Ann`."""
    text = text[:_LONGEST_LINE]
    found = (each for pattern in (_NICKNAME, _TURNED) for each in pattern.finditer(text))
    return tuple(f"{each['given']} {each['family']}" for each in found if is_given(each["given"]))
