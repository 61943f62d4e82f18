"""Places by where a text puts them, whatever their name: `Everything happens in the Loft`, `Venue for all: D 206`."""

import re

from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.places import are_of_name, is_place, is_room
from agendacli.formats.documents.tokens.rooms import is_room_code

_IN = re.compile(
    r"\b(?:(?:in|at|on) the|im|in de[rn]|auf de[mr]|au|a la|dans l[ae]|sur l[ae]|en (?:el|la)) (?=\S)|"
    r"\b(?:a|dans|sur) l[’'](?=\S)"
)
_FEW_WORDS = re.compile(
    r"\b(?:in|at(?= (?:the|our))|im|in der|auf de[mr]|beim|au|a la|dans l[ae]|en|en (?:el|la)) "
    r"(?:the |our |el |la |le )?"
    r"(?!(?:morning|afternoon|evening|middle|meantime|fruhe|mitte|pause|breaks?|parall?el\w*|general|own|addition|charge)\b)"
    r"(?P<place>[a-z][\w’'-]*(?: [\w’'-]+){0,3})(?=[.,;)]|$)"
)
_IN_NUMBERED = re.compile(
    r"\b(?:in|at|im|en|dans) (?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)?[Dd]ay|\w*[Tt]ag|[Jj]our|[Dd][ií]a|"
    r"\w*(?:ber|uary)|July?|June?|March|April|May)\b)"
    r"(?P<place>[^\W\d_a-z]\w+(?: [^\W\d_a-z]\w+)? (?:[A-Z]?\d{1,3}(?:\.\d{1,3})?[A-Za-z]?|[A-Z]))\b(?![\w:.]*\d)"
)
_BARE = re.compile(r"\b(?:in|at) (?P<place>church|chapel|school|college|hall|camp|court)\b(?! (?:years?|terms?|age)\b)")
_SQUARE = re.compile(
    r"\b(?P<place>"
    r"(?:[Pp]lace|[Pp]arvis|[Ee]splanade|[Pp]laza|[Cc]our) (?:d(?:e(?: la)?|u|es|el) )?(?:l[’'])?[A-ZÀ-Ý][\w’'-]+)"
)
_NAME = re.compile(r"[^\W_a-z][\w’'-]*(?: (?:of|de|du|des|del|der|la|the|und|and|et|y|d[’'])(?= \S))*")
_ALL = r"(?:all|every\w*|alle[rsn]?|toute?s?|tous|tod[oa]s?|whole|entire|ganze\w*|both|beide\w*|gesamte\w*)"
_FOR_ALL = re.compile(
    rf"\b(?:\w*raum|\w*saal|\w*ort|rooms?|venue|place|location|hall|where|wo|salle|lieu|ou|sala|lugar|sitio|aula)\b[^:.;]{{0,20}}?"
    rf"\b{_ALL}\b[^:.;]{{0,40}}:\s+(?P<room>\S[^.;:()]{{0,40}})"
)
_ENDS = re.compile(r"[,;(]|\s[–—|-]\s|(?<=\w)\.(?!\d)")
_NO_PLACE = re.compile(
    r"(?:rahmen|anschluss|freien|internet|winter|sommer|sommersemester|wintersemester|fruhjahr|fruhling|herbst|preis|laufe|verlauf|"
    r"mittelpunkt|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|"
    r"january|february|march|may|june|july|october|december|"
    r"morning|afternoon|evening|english|french|german|spanish|programme|program|price)\b.*"
    r"|.*\b(?:universit\w*|institut\w*|hotel|hochschule|academ\w+|college|cent(?:re|er)|museum|school|\w*schule|"
    r"\w*haus|house|town|city|stadt|ville|ciudad|programm\w*|woche|week|semaine|semana|jahr\w*|year|annee|ano)\b.*"
)
_SAID_FIRST = re.compile(
    r"(?:in der|in|at|on(?= the \w+[.,])|im|auf de[mr]|beim|au|a la|dans l[ae]|en (?:el|la)) (?P<the>(?:the|our) )?"
    r"(?P<place>[^\W\d][^.,;:()!?]{2,30})"
    r"(?:, [^.,;:()!?]{3,30})?\.(?:\s|$)"
)
_HOW = re.compile(
    r"\b(?:end|beginning|start|original|person|pairs?|groups?|teams?|parts?|case|advance|addition|meantime|memory|honou?r|"
    r"sprache|version|deutsch|englisch|franzosisch|frances|anglais|francais|allemand|kleingruppen|gruppen|original\w*|"
    r"ende|schluss|anfang|fin|final|debut|inicio|same|first|last|next|chair|piano|organ|afternoons?|mornings?|evenings?|nights?|week|summer|spring|autumn|winter|rain|"
    r"noon|midday|midnight|besoin|choix|menu|programme|program|agenda|langue|idioma|zusammenarbeit|kooperation|"
    r"cooperation|collaboration|colaboracion|form|format|style|stil)\b"
)
_MOST_WORDS, _SHORTEST = 4, 3


def place_for_all(text: str) -> str | None:
    """The name or number behind a word for a room, a word for all, and a colon: `Room for all sessions: D 206`."""
    found = _FOR_ALL.search(letterwise(text))
    room = _ENDS.split(text[slice(*found.span("room"))])[0].strip() if found else ""
    return room if is_room_code(room) or (room and _is_name(room)) else None


def place_by_form(text: str) -> str | None:
    """The name that may be of a place behind the first word for *in the* with one; `in Dunn 117`, too."""
    names = (_name_at(text, found.end()) for found in _IN.finditer(letterwise(text)))
    other = _IN_NUMBERED.search(text) or _SQUARE.search(text) or _BARE.search(text)
    return next((each for each in names if _is_name(each)), other["place"] if other else None)


def place_in_few_words(text: str) -> str | None:
    """The few words behind *in the* with which a part of a sentence ends: `is served in the officers' mess`."""
    found = _FEW_WORDS.search(letterwise(text))
    return text[slice(*found.span("place"))] if found and not _NO_PLACE.fullmatch(found["place"]) else None


def place_said_first(text: str) -> str | None:
    """The place that a short sentence is, the first of a text: `In the corridor. For people whose laptop says no.`"""
    found = _SAID_FIRST.match(letterwise(text))
    place = text[slice(*found.span("place"))] if found else ""
    is_loud = place[:1].isupper() and are_of_name(place)
    return place if found and (is_loud or (found["the"] and place.islower())) and not says_how(place) else None


def says_how(text: str) -> bool:
    """Whether what stands behind *in the* is no place, but a time, a language, or how something is."""
    words = letterwise(text)
    return _NO_PLACE.fullmatch(words) is not None or _HOW.search(words) is not None


def _name_at(text: str, at: int) -> str:
    """The words of a name from a place on: those with capital letters, and small ones between them."""
    name, to = "", at
    while (found := _NAME.match(text, to)) and len(name.split()) < _MOST_WORDS:
        name, to = text[at : found.end()], found.end() + 1
    return name.rpartition(" ")[0] if name.rpartition(" ")[2].islower() else name


def _is_name(text: str) -> bool:
    """Whether a text may be the name of a room, and is none of a house, a time or a language."""
    is_named = len(text) >= _SHORTEST and (text[0].isupper() or text[0].isdigit()) and are_of_name(text)
    is_house = is_place(text) and not is_room(text)
    return is_named and not is_house and _NO_PLACE.fullmatch(letterwise(text)) is None
