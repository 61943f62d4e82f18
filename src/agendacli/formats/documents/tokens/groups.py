"""Groups and houses, which are no persons: `Trio Okonjo`, `Harbour Brass Band`, `Bergwacht Hochried`."""

import re

from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.words.folded import folded_words, word_set
from agendacli.words.honorifics import name_and_honorifics

_GROUPS = word_set(
    "trio duo quartet quintet sextet septet octet quartett quintett sextett oktett cuarteto quinteto sexteto quatuor "
    "quintette quartetto orchestra orchester orchestre orquesta bigband ensemble choir chorus chorale choeur chor "
    "kinderchor mannerchor gesangverein kirchenchor posaunenchor gospelchor coro coral orfeon blaskapelle musikkapelle "
    "trachtenkapelle stadtkapelle fanfare harmonie philharmonic philharmoniker philharmonie symphony sinfonietta "
    "singers players puppets harriers batucada charanga rondalla tuna consort brassband blaserquartett streichquartett "
    "grupo compania compagnie troupe pena cofradia musee museo museum bergwacht feuerwehr rescue courier gazette bote "
    "zeitung tagblatt tageblatt kurier anzeiger rundschau nachrichten herald tribune diario periodico "
    "archivo archives ayuntamiento diputacion gobierno universidad university universite hochschule gemeinde "
    "stadtwerke ministerium ministry ministere ministerio council mairie prefecture institut institute instituto "
    "verein verband asociacion association society gmbh foundation stiftung fundacion fondation federation "
    "federacion agency agencia allotments allotment colegio lycee "
    "unit observatory trust partnership consulting services solutions systems technologies logistics klinik clinic"
)
_FIRST = word_set("band banda groupe gruppe kapelle")
_ENDS = ("chor", "musi", "musikanten", "kapelle", "orchester", "ensemble", "philharmoniker", "gruppe", "tsamt", "dsamt")
_FAMILIES = word_set("pena coral bote herald kurier")
"""Groups that are family names as well: `Jorge Luis Peña`."""
_HOUSES = re.compile(r"\w (?:labs?|laborator\w+|\w*labor|studios?|gallery|library|theatre|theater|\w*bibliothek)$")


def is_group(text: str) -> bool:
    """Whether a text without an honorific is the name of such a group."""
    words = folded_words(text)
    if words[1:] and words[-1] in _FAMILIES and is_given(words[0]):
        words = words[:-1]
    is_named_so = any(each.endswith(_ENDS) for each in words)
    is_one = is_named_so or not _GROUPS.isdisjoint(words) or words[-1:] in (("band",), ("bands",))
    is_one = is_one or not _FIRST.isdisjoint(words[:1])
    return is_one and name_and_honorifics(text)[1] is None


def has_members(place: str) -> bool:
    """Whether a place may be where people work: `City Library`, but not `Library`."""
    return _HOUSES.search(letterwise(place.strip(" ()*"))) is not None
