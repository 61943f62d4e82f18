"""Verbs that say beside a name what somebody does: `Des Farrant leads`, `Len Hale in the chair`, `Es leitet Jo Ahl`."""

import re
from collections.abc import Iterator

from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.roles import ANIMATES, LEADS
from agendacli.model.frozen import frozen

_VERBS = {
    "chair": r"(?:is |will be |be )?in the chair|(?:takes|will take) the chair|chairs|will chair|presides|"
    r"(?:fuhrt|hat) den vorsitz|den vorsitz (?:hat|fuhrt)|preside(?:ra)?|tient la presidence|assure la presidence",
    "moderator": r"moderates|will moderate|moderiert|modera(?:ra)?|assure la moderation",
    LEADS: r"leitet|(?:hat die leitung|die leitung hat)|dirige(?:ra)?",
    ANIMATES: r"facilitates|anime(?:ra)?",
    "host": r"hosts|will host|compares",
    "speaker": r"leads|will lead|runs|will run|teaches|guides|gives|will give|"
    r"presents|will present|speaks|will speak|shows|"
    r"spricht|fuhrt|zeigt|referiert|presente(?:ra)?|imparte|guia|interviene|presenta(?:ra)?",
}
_NAME = r"[^\W\d_a-z][\w’'-]*\.?(?: (?:(?:van|von|de|der|den|del|la|di) ){0,2}[^\W\d_a-z][\w’'-]+){1,3}"
_LED_BY = (  # verbs that may stand before the name
    r"(?:es |sie |ihn |la |lo |l['’])?(?P<verb>leitet|moderiert|spricht|fuhrt|referiert|anime(?:ra)?|dirige(?:ra)?|"
    r"den vorsitz (?:hat|fuhrt)|die leitung hat|preside(?:ra)?|modera(?:ra)?|imparte|presenta(?:ra)?|"
    r"presente(?:ra)?|guia|interviene) "
)
_BEFORE = re.compile(
    rf"\W*(?:(?:with|and|mit|avec|con|c['’]est) )?(?P<who>{_NAME}) (?:qui |who |que )?"
    r"(?P<does>[a-zà-ÿ].{2,80})"
)
_BEHIND = re.compile(rf"{_LED_BY}(?=[^\W_])")
_WHO = re.compile(rf"(?P<who>{_NAME})\W*")
_BESIDE = r"(?=\W*$| (?:us|uns|nous|it|this|the|an?|durch|el|la|le)\b| l['’])"
_DOES = {role: re.compile(rf"(?:{verbs}){_BESIDE}") for role, verbs in _VERBS.items()}
_VERB = {role: re.compile(verbs) for role, verbs in _VERBS.items()}


_GIVES = re.compile(
    rf"(?P<who>(?:[^\W\d_]+ )?{_NAME}) "
    r"(?P<verb>(?:will )?(?:leads?|runs?|teach(?:es)?|gives?|presents?|shows?|hosts?|chairs?)|"
    r"leitet|moderiert|zeigt|hält|anime(?:ra)?|présente(?:ra)?|donne(?:ra)?|dirige|imparte|presenta|modera) "
    r"(?:(?:an?|the|our|eine?n?|der|die|das|den|une?|le|la|un|una|el) |l[’']|(?=[\"“„«]))(?P<what>\S.{3,})"
)


@frozen
class Doing:
    """Who does something, as a sentence says, in which role; `what` may be named."""

    who: str
    role: str
    what: str = ""


def doing_in(sentence: str) -> Iterator[Doing]:
    """Who leads, chairs or speaks, as a sentence says by a verb behind the name, or before it."""
    words = letterwise(sentence)
    if found := _BEFORE.match(sentence):
        does = words[found.start("does") :]
        yield from (Doing(found["who"], role) for role, verbs in _DOES.items() if verbs.match(does))
    if (found := _BEHIND.match(words)) and (who := _WHO.fullmatch(sentence, found.end())):
        yield from (Doing(who["who"], role) for role, verbs in _VERB.items() if verbs.fullmatch(found["verb"]))


def given_in(title: str) -> Doing | None:
    """Who gives what, of a title that is a sentence: `Graham Otter leads a workshop`."""
    found = _GIVES.fullmatch(title)
    verb = letterwise(found["verb"]) if found else ""
    role = next((role for role, verbs in _VERB.items() if verbs.fullmatch(verb)), "speaker")
    return Doing(found["who"], role, found["what"]) if found else None
