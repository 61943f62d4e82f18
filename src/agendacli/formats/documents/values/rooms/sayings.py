"""Whether a sentence that stands outside of all sessions may say where they are, whatever it calls the place."""

import re

from agendacli.formats.documents.slots.letters import is_due
from agendacli.formats.documents.slots.notices import reads_like_notice
from agendacli.formats.documents.slots.whole_room import speaks_of_all
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.places import place_within
from agendacli.formats.documents.tokens.session_kinds import kinds_named
from agendacli.formats.documents.tokens.unknown_places import place_said_first
from agendacli.formats.documents.values.asides import is_aside

_ROOM = r"(?:rooms?|\w*raume?|\w*saal|salles?|salas?|aula|hall|auditorium|theatre|studio|suite|chapel|zimmer|\w+zimmer)"
_PLACE = rf"(?:{_ROOM}|venue|location|where|base|\w*ort|wo|lieu|endroit|lugar|sitio|sede|donde|locaux|local)"
_LABEL = re.compile(
    rf"^(?:\W*\w+\W+){{0,3}}?\W*\b{_PLACE}\b[^:.;!?]{{0,40}}?"
    r"(?:[:?]|\s-\s|\b(?:is|are|will be|ist|sind|est|sont|sera|es|son)\b)\s*(?P<what>\S.*)"
)
_ROOM_NAMED = re.compile(rf"\b{_ROOM}\b")
_OF_DAY = re.compile(
    r"\b(?:all (?:day|morning|afternoon|evening|weekend|week|along)|throughout|the (?:whole|entire) \w+|both days|"
    r"the (?:meeting|conference|workshop|seminar|event|programme|day|course|rehearsals?)|below|ours|"
    r"ganztagig|d(?:er|en|ie) ganzen? \w+|an (?:beiden|allen) tagen|d(?:ie|as) (?:tagung|treffen|seminar|sitzung|"
    r"veranstaltung)|wir|toute? la (?:journee|matinee|soiree)|les deux jours|l[ea] (?:colloque|journee|seminaire|"
    r"reunion|formation|stage)|nous|on|tod[oa] (?:el dia|la (?:manana|tarde|jornada))|las? jornadas?|la reunion|"
    r"el (?:curso|encuentro|taller|congreso)|estaremos|nos)\b"
)
_EVERYTHING = re.compile(r"\b(?:everything|all of (?:this|it)|alles|tout|todo|las? jornadas?)\b")
_OURS = re.compile(
    r"\b(?:is|are|ist|sind|est|sont|esta|tenemos|haben|have|avons)\b.{0,12}\b"
    r"(?:ours|reserved|booked|taken|reserviert|gebucht|gemietet|reservee?s?|reservad[oa]s?)\b"
)
_BRACKET = re.compile(r"\w \(([^()]{2,30})\)")
_WHERE = re.compile(
    r"\b(?:in|at|on|im|am|a[nuf]|auf|bei|beim|en|aux?|a|dans|chez|sur|al)\b(?:(?: the| our| der| dem| den| la| le| les|"
    r" el| los| las)? | l[’'])(?P<what>\S+)"
)
_NO_PLACE = re.compile(
    r"(?:english|french|german|spanish|deutsch\w*|englisch\w*|franzosisch\w*|spanisch\w*|francais|anglais|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\w*|\w+tags?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|miercoles|jueves|viernes|sabado|domingo|"
    r"jan\w*|feb\w*|fev\w*|mar[scz]\w*|ap?[rv]r?il\w*|ma[iyo]+|june?|juin|juillet|jul[iy]o?|aug\w*|aout|ago\w*|sep\w*|"
    r"o[ck]t\w*|nov\w*|de[cz]\w*|arrival|ankunft|person|request|anfrage)\W*"
)
_LONGEST = 160


def may_say_room(sentence: str) -> bool:
    """Whether a sentence may say where several sessions are: behind a word for a room, or of all, a day or a kind."""
    if len(sentence) > _LONGEST:
        return False
    words = letterwise(sentence)
    label = _LABEL.match(words)
    if (label and _names(sentence, label.start("what"), words)) or place_said_first(f"{sentence.rstrip(' .')}."):
        return True
    if is_due(sentence) or reads_like_notice(sentence) or is_aside(sentence):
        return False
    kinds = kinds_named(sentence)
    is_of_all = speaks_of_all(sentence) or any(each.search(words) for each in (_OF_DAY, _EVERYTHING))
    is_in_bracket = bool(kinds) and any(each[1][:1].isupper() for each in _BRACKET.finditer(sentence))
    is_named = _ROOM_NAMED.search(words) is not None or _says_where(sentence, words) or _OURS.search(words) is not None
    return is_in_bracket or (is_named and (bool(kinds) or is_of_all))


def _says_where(sentence: str, words: str) -> bool:
    """Whether something behind a word for *in* may be a place: it has a capital letter, or is a word for one."""
    found = (each for each in _WHERE.finditer(words) if not _NO_PLACE.fullmatch(each["what"]))
    is_of_all = _EVERYTHING.search(words) is not None
    is_named = any(is_of_all or sentence[each.start("what")].isupper() for each in found)
    return is_named or place_within(sentence) is not None


def _names(sentence: str, at: int, words: str) -> bool:
    """Whether a name or a number stands from a place on, or a place in small letters."""
    what = sentence[at:]
    is_name = any(each[:1].isupper() or each[:1].isdigit() for each in what.split()[:3])
    return is_name or place_within(f"in {what}") is not None or _ROOM_NAMED.search(words, at) is not None
