"""Rooms as documents name them: `Plenary Room`, `Salle 3`, `Location: Aula`, `in Room M2`."""

import re

from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise, unaccented
from agendacli.words.placeholders import is_placeholder

_WORD = (
    r"(?:rooms?|hall|auditorium|auditorio|auditoire|aud\.|chamber|salle|saal|raum|aula|sala|salon|"
    r"amphi(?:theatre|theater)?|lecture theat(?:re|er)|"
    r"ballroom|lounge|foyer|horsaal|library|atrium|theatre|theater|church|building|bldg|courtyard|patio|"
    r"terrace|cafeteria|restaurant|trusteeship council|gallery|lobby|tent|zoom|online|garden|"
    r"(?:ground|\d(?:st|nd|rd|th)|first|second|third) floor|level \d+|studio|dining room|\w+zimmer|\w*zelt|\w+gelande|"
    r"\w+saal|\w+raum|\w+halle|gemeindehaus|\w*buhne|stage|arena|plaza|pavilion|chapel|\w*museum|\w+wiese|"
    r"area de \w+|centre|"
    r"center|campus|\w*kirche|kapelle|mensa|canteen|kantine|cantine|gym|clubhouse|makerspace|marquee|vestibulo|vestibule|barn|"
    r"eglise|chapelle|iglesia|parque|ratskeller|\w+keller|capilla|parlour|conservatory|\w+room)"
)
_NAMED = re.compile(rf"\b{_WORD}\b")
_OF_PEOPLE = re.compile(  # who works there: `Stage crew`, `Hall committee`, `Equipo de sala`
    r"(?:.*[ -])?(?:crew|team|staff|stewards?|committee|manage(?:r|ment)s?|hands|volunteers|helpers?|dienst|helfer\w*|"
    r"komitee|technik|mannschaft)|(?:equipe|equipo|personnel|personal|comite|techniciens?|regisseur\w*|"
    r"tecnicos?|encargad[oa]s?|responsables?) d.*"
)
_LABEL = re.compile(
    r"\W*(?P<key>location|venue|room|place|where|wo|ort|raum|lieu|ou|salle|donde|ubicacion|lugar|sitio|sala|"
    r"veranstaltungsort|tagungsort|(?P<meeting>treff(?:punkt)?|meeting (?:point|place)|meet(?: at)?|point de rencontre|"
    r"(?:lieu de )?rendez-vous|rdv|punto de encuentro|encuentro))\b *"
    r"(?P<number>[^:-]{0,6}?) *(?:: *| - )(?P<value>.+)"
)
_ROOM_WORD = re.compile(
    r"\W*(?:(?:lecture |seminar |conference |meeting )?(?:room|hall)|\w*raum|\w*saal|salle|sala|salon|aula)"
    r" ?:\s+(?P<name>[^\W_][^,;:(|·]{0,40}?)(?:[.,;(|·]|\s[–—-]\s|$)"
)
_PINNED = re.compile("\\W*(?:\U0001f4cd\ufe0f?|(?<!\\S)@(?=\\s))\\s*(?P<bracket>[(\\[])?(?=\\w)")
_LOUD = r"(?:[A-Z0-9À-Ý][\w’'.-]* )"
_IN = r"(?:in|at|im|on|auf|dans|en|au|a)(?: the| der| dem| la| le| el)?"
_AT_END = re.compile(
    rf"(?P<cut>(?: +-| *-(?= )| *[–—,|@·(]) *(?:{_IN} )?| +{_IN} +)"
    rf"(?P<room>{_LOUD}{{0,3}}?(?i:{_WORD})(?: [A-Z0-9][\w.-]*| (?:at|of) the [A-Z][\w’-]*)?)\)?\W*$"
)
_IN_THE = re.compile(
    r"(?P<cut> +(?:in|at|on) the +| +(?:in der|im) +| +dans la +| +en (?:la|el) +)"
    rf"(?P<room>(?:[a-z]+ ){{1,2}}(?i:{_WORD}))\W*$"
)
_IN_SENTENCE = re.compile(
    rf"\b{_IN} +"
    rf"(?P<room>{_LOUD}{{0,3}}?(?i:{_WORD})\b"
    r"(?: [A-Z0-9][\w.-]*| (?:des|der|of|de|du)(?: la| the)? [A-Z][\w’'-]*){0,2})"
)
_ROOM = re.compile(
    r"\b(?:(?i:room|hall|raum|saal|horsaal|salle|sala|aula|amphi|lab|studio) [A-Z0-9][\w-]*(?:\.\d+)?|"
    r"(?:[A-Z][\w-]* ){1,2}(?:Room|Hall|Theatre|Library|Studio)\b|"
    r"(?:Grosse[rn] |Kleine[rn] )?[A-Z]\w+(?:saal|raum|zimmer|halle)\b(?: \d+)?)"
)
_ENDS_SENTENCE = re.compile(r"[^\W\d_]{4}\.$")
_UNFINISHED = re.compile(r" (?:at|in|on|to|of|the|by|and|from|with|um|im|am|der|die|das|und|bis|von|mit|de|et|con)$")
_CODE = re.compile(r"[A-Z]{0,5}[-. ]?[A-Z]?\d{1,4}[A-Za-z]?|(?![AP]M\b)[A-Z]{1,5}[-. ]?\d{1,2}\.\d{1,3}[A-Za-z]?")
_MOST_WORDS, _FEW_WORDS, _LONGEST, _LONGEST_TITLE = 7, 4, 60, 400


def names_room(text: str) -> bool:
    """Whether a short text has the word for a room in it."""
    is_short = len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and ":" not in text
    words = letterwise(text) if is_short else ""
    is_named = bool(_NAMED.search(words)) and not _UNFINISHED.search(words) and not _OF_PEOPLE.fullmatch(words)
    return is_named and not any(each.end for each in hours_in(text))


def is_room_code(text: str) -> bool:
    """Whether a text is a bare number or code, as over the columns of a grid: `101`, `HS 2`, `A-12`."""
    return _CODE.fullmatch(text.strip()) is not None


def room_label(text: str) -> str | None:
    """The room that a line names behind a word for one: `Location: Level 37`, `Raum: 5` (which is `Raum 5`)."""
    pinned = _PINNED.match(text)
    if pinned:
        place = text[pinned.end() :].strip().removesuffix(")" if pinned["bracket"] else "")
        return room_label(place) or place
    found = _LABEL.fullmatch(letterwise(text))
    if (
        found is None
        or len(found["value"]) > 90
        or (found["meeting"] and hours_in(found["value"]))
        or (found["number"].strip() and found["key"] in {"sala", "salle", "raum", "room"})
    ):
        return None
    value = text[found.start("value") : found.end("value")].strip()
    value = value[:-1] if _ENDS_SENTENCE.search(value) else value
    if found["key"] in {"room", "raum", "salle", "sala"} and re.fullmatch(r"\W*\w{1,4}", value):
        return f"{text[found.start('key') : found.end('key')]} {value}"
    return value


def room_behind_word(text: str) -> str | None:
    """The few words behind a word for a room, whatever they are: `Room: Ballroom East (level 2)`."""
    found = _ROOM_WORD.match(letterwise(text))
    name = text[slice(*found.span("name"))].strip() if found else ""
    is_name = 0 < len(name.split()) <= _FEW_WORDS and not name[0].islower()
    return name if is_name and not is_placeholder(name) and not hours_in(name) else None


def room_in_sentence(text: str) -> str | None:
    """The room in which a sentence says that something is held: `… im Sitzungssaal des Rathauses statt`."""
    found = _IN_SENTENCE.search(unaccented(text[:_LONGEST_TITLE]))
    return text[found.start("room") : found.end("room")] if found else None


def rooms_named(text: str) -> list[str]:
    """The rooms that a text names, anywhere and in its order: `Day one is in the Blue Room, day two in Hall 3`."""
    return [text[slice(*each.span())] for each in _ROOM.finditer(unaccented(text[:_LONGEST_TITLE]))]


def room_at_end(text: str) -> tuple[str, str] | None:
    """The title and the room behind it, of `Reception, Main Foyer` and the like."""
    plain = unaccented(text)
    found = _AT_END.search(plain) or _IN_THE.search(plain) if len(text) <= _LONGEST_TITLE else None
    is_inside = found is not None and text.count("(", 0, found.start()) > text.count(")", 0, found.start())
    if found is None or found.start() < 3 or is_inside:
        return None
    is_part = not re.match(r" *[-–—,|@·(]", found["cut"])
    room = text[found.start("room") : found.end("room")]
    return (text if is_part else text[: found.start()].rstrip(" ,–—-|@·(")), room
