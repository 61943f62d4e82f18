"""The room of a whole programme, or of a day: what a line, a sentence or a label above its sessions says of all."""

import re
from collections.abc import Sequence

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.letters import is_due
from agendacli.formats.documents.slots.mentions import invites, is_no_programme
from agendacli.formats.documents.slots.slot import Reach
from agendacli.formats.documents.tokens.addresses import is_house_address
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.places import (
    are_of_name,
    is_place,
    is_room,
    place_within,
    room_among,
    room_in_title,
    room_of_all,
    room_of_line,
    room_where,
    with_capital,
)
from agendacli.formats.documents.tokens.rooms import room_behind_word, room_label
from agendacli.formats.documents.tokens.session_kinds import kinds_named
from agendacli.formats.documents.tokens.unknown_places import place_by_form, place_for_all
from agendacli.words.placeholders import is_placeholder

_PART = (  # of the programme, or the whole
    r"(?:day|morning|afternoon|evening|conference|meeting|course|seminar|tag|vormittag|nachmittag|abend|tagung|"
    r"veranstaltung|fortbildung|journee|matinee|apres-midi|soiree|rencontre|reunion|formation|jornada|manana|tarde|"
    r"noche|encuentro|curso)"
)
_ALL = re.compile(
    r"\b(?:everything|alles|tout(?= (?:se|est|sera|aura|a) )|todo(?= (?:es|sera|se|esta|tiene|tendra) )|"
    rf"(?:the|d(?:er|ie|as)|la|le|el|l.) ?{_PART} (?:is|are|takes?|will|ist|findet|se|a lieu|est|sera|aura|es|"
    r"tiene|tendra)|"
    r"the (?:whole|entire) (?:day|morning|afternoon|evening|programme|event|week|weekend)|both days|"
    r"(?:today|tomorrow|on (?:day (?:one|two|three|\d)|the (?:first|second|third|last) day)),? we (?:are|meet)|"
    r"d(?:er|en) ganzen? (?:tag|vormittag|nachmittag|abend)|heute sind wir|toute la (?:journee|matinee)|"
    r"tout l.apres-midi|tod[oa] (?:el dia|la manana|la tarde)|"
    r"(?:all|each)(?: of)?(?: the| our)?(?: \w+)? (?:talks?|sessions?|lectures?|meetings?|events?|"
    r"class(?:es)?|rehearsals?|concerts?|"
    r"courses?|screenings?|films?|workshops?|evenings?|performances?)|(?:all|each|every)(?: \w+){1,3} (?:is|are|takes?|"
    r"meets?|will)|unless|otherwise|except where|"
    r"(?:the|die|les|las|los) (?:talks|sessions|lectures|workshops|vortrage|veranstaltungen|sitzungen|seances|"
    r"conferences|exposes|ateliers|sesiones|charlas|conferencias|ponencias|actividades|talleres)"
    r" (?:are|will|take|finden|sind|ont|auront|sont|se celebr\w+|tienen|tendran|son|seran)|"
    r"alle|jeweils|sofern|soweit nicht|wenn nicht|nichts? anderes|nicht anders|"
    r"tou(?:te)?s les|chaque|sauf|tod[oa]s|cada|salvo)\b"
)
_WE_MEET = re.compile(
    r"\b(?:we (?:will )?meet|we are in\b.{3,40}\ball day|wir (?:tagen|treffen uns|sind)|"
    r"nous (?:nous reunissons|serons)|nos reunimos)\b"
)
_UNLESS = re.compile(
    r"\b(?:unless|except where|if not|sofern nicht|soweit nicht|wenn nicht|falls nicht|"
    r"sauf (?:indication|mention)|sans (?:autre )?(?:indication|mention|precision)|salvo|nichts? anderes|"
    r"nicht anders|sin otra indicacion|donde no se (?:diga|indique)|"
    r"de no (?:indicarse|decirse)|si no se (?:indica|dice)|"
    r"as (?:usual|always)|wie (?:immer|ublich|gewohnt)|wo nichts|"
    r"comme (?:d.habitude|toujours)|como (?:siempre|de costumbre)|"
    r"(?:a menos|excepto) (?:que|donde|cuando|si))\b"
)
_ONE_ROOM = re.compile(  # `one room (the Dome)`
    r"\b(?i:one|single|only|ein(?:en|em)?|einzige[rn]?|une(?: seule)?|un(?: solo| seul)?|una(?: sola)?)"
    r" (?i:room|hall|venue|stage|raum|saal|ort|salle|lieu|sala|lugar|sitio|aula)\s*(?:\(|[:,–—-]\s+)"
    r"(?:(?i:the|der|die|das|den|la|le|el) |l[’'])?(?P<room>[^\W\d_a-z][^(),.;:]{2,40})(?=[),.;:]|$)"
)
_IF = re.compile(  # the weather is bad, and all is elsewhere
    r"\b(?:en cas d|in case of|if (?:it|wet|the weather|rain)|(?:in )?wet weather|"
    r"\w if (?:wet|raining)|bei (?:regen|schlecht|sturm|hitze)|"
    r"(?:falls|wenn) es (?:regn|sturm|schnei)|s.il pleut|si (?:llueve|hace)|en caso d|por lluvia)"
)
_SESSIONS = re.compile(
    r"\b(?:all|each)(?: of)?(?: the| our)? (?:sessions?|sittings?|hearings?|talks?|lectures?|papers)\b|"
    r"\balle (?:sitzungen|vortrage)\b|\btoutes les (?:seances|sessions|conferences|audiences)\b|"
    r"\btodas las (?:sesiones|charlas|audiencias|vistas)\b"
)
_EVERYTHING = re.compile(
    r"\b(?:everything|alles|tout|todo|all day|den ganzen tag|ganztagig|toute la journee|todo el dia)\b|"
    r"\b(?:the day|der tag|la journee|la jornada|el dia) (?:is|takes|ist|findet|se|a lieu|est|sera|es|tiene|tendra)\b|"
    r"\b(?:includ\w*|and|also|auch|inklusive|y compris|incluid\w*|tambien)\b[^.;]{0,15}"
    r"\b(?:meals|lunch|breaks|mahlzeiten|pausen|repas|comidas)"
)
_NEXT_SENTENCE = re.compile(r"(?<=[^\W_]{2}[.!?])\s+(?=[^\W\d_a-z])|(?<=[^\W_]\)[.!?])\s+|;\s+")
_WHERE = re.compile(r" (?:am|an der|auf dem|bei|beim|hinter|neben|by the|behind|de la|del|du|au bord|junto)\b|,")
_FLOOR = re.compile(r"\W*(?:level|floor|etage|stock|planta|piso)\b[ \d]*$|\d+\w* (?:floor|etage|stock|planta|piso)$")
_APART = re.compile(r"\s+[–—|·•-]+\s+|,\s+")
_OF_HOUSE = re.compile(r" (?:of|in|at|im|in der|des|der|du|de la|del?) (?:the |la )?(?=[^\W\d_a-z])")
_INSTITUTION = re.compile(
    r"(?:universi\w+|institut\w*|hotel|hochschule|academ\w+|akademie|college|\w*klinik\w*|hospital|hopital|clinique|clinica|"
    r"lycee|ecole|colegio|instituto|faculte|facultad|fakultat|fundacion|fondation)\b|"
    r".*\b(?:university|institute|hotel|hospital|infirmary|clinic|academy|\w*klinik|klinikum|\w*gebaude|akademie)$"
)
_IN_BRACKETS = re.compile(r"\(([^()]{8,})\)")
_SIGN = re.compile(r"[,;(|·]|\s[–—-]\s")
_PLACE = re.compile(r"\b(?:\w*raum|\w*saal|\w*ort|rooms?|venue|place|location|hall|salle|lieu|sala|lugar|sitio|aula)\b")
_FOR_ALL = re.compile(  # behind a room
    r"\b(?:for|fur|pour|para) (?:everything|alles|tout|todo|all|alle|tou(?:te)?s|tod[oa]s|both days|beide tage|"
    r"the whole|l.ensemble)\b"
)
_EXCEPTION = re.compile(  # `Except for lunch, which is in the Orangery, …`
    r"\b(?:except|apart from|other than|au(?:ß|ss)er|bis auf|mit Ausnahme|sauf|hormis|excepto|salvo|menos)\b"
    r"[^.;:]{3,60}?, (?:which|that|die|der|das|qui|que)\b[^,.;]{3,60}",
    re.IGNORECASE,
)
_EVENTS = re.compile(  # that are no kind of sessions, but any
    r"\b(?:sessions?|events?|meetings?|classes|clases|kurse|veranstaltungen|termine|sitzungen|beitrage|seances?|activites|reunions?|sesion(?:es)?|"
    r"actividades|actos)\b"
)
_BRACKET_BEHIND = re.compile(r"\s*\([^()]{1,30}\)\s*$")  # `Hörsaal (Haus B)`
_MEALS = frozenset({"meal", "break", "arrival"})
_FIRST, _LONGEST_HEAD = 4, 70  # letters
_MOST_PARTS, _MOST_IN_NAME = 5, 4


def room_of_whole(line: Line, *, is_below_day: bool) -> str | None:
    """The room that a line above a programme names for all of it."""
    if room := room_said_of_all(line.text):
        return room
    days = days_in(line.text)
    is_sentence = re.search(r"[a-z]\.\s*$", line.text) is not None
    if invites(line.text) or (is_sentence and speaks_of_all(line.text)):
        return _where(line.text) if _is_of_sessions(line.text) else None
    is_dated = any(each.is_dated for each in days) and not is_no_programme(line.text)
    if is_dated and (not is_sentence or days[0].at < _FIRST):
        return room_among(line.text)
    labelled = None if line.is_bullet else _labelled(line.text)
    if labelled or room_label(line.text):
        return labelled
    return None if _ends_sentence(line.text) else _room_alone(line, is_below_day=is_below_day)


def room_said_of_all(text: str) -> str | None:
    """The room that a part of a text says of all: `(all talks in the Loft)`, `Room, unless noted otherwise: Aula`."""
    parts = [*_IN_BRACKETS.findall(text), *_NEXT_SENTENCE.split(text)]
    if one := _ONE_ROOM.search(text):
        return one["room"].strip()
    said = (each for each in parts if _speaks_of_usual(each) and not (is_due(each) or is_otherwise(each)))
    return next(filter(None, map(_said_of_all, said)), None)


def _said_of_all(sentence: str) -> str | None:
    """The room that a sentence says of all."""
    room = _behind_colon(sentence) or _before_all(sentence)
    if room or not _is_of_sessions(sentence):
        return room
    return _where(sentence) or (room_among(sentence) if _UNLESS.search(letterwise(sentence)) else None)


def _behind_colon(text: str) -> str | None:
    """The room behind a colon, before which words speak of all: `Ort, wenn nicht anders angegeben: Aula, Haus B`."""
    head, colon, behind = text.partition(":")
    if not colon or len(head) > _LONGEST_HEAD or not speaks_of_all(head) or not _is_of_sessions(head):
        return None
    behind = behind.strip(" .")
    name = _SIGN.split(behind)[0].strip()
    is_named = _PLACE.search(letterwise(head)) is not None and 0 < len(name.split()) <= _MOST_IN_NAME
    return _of_label(behind) or (name if is_named and are_of_name(name) else None)


def _before_all(text: str) -> str | None:
    """The room that stands before the words of all: `Boardroom, Level 4, for everything except lunch`."""
    found = _FOR_ALL.search(letterwise(text))
    return room_of_line(text[: found.start()].rstrip(" ,:–—-(")) if found else None


def _is_of_sessions(sentence: str) -> bool:
    """Whether what a sentence says is not of meals and breaks alone, as `All breaks are in the foyer`."""
    kinds = {kind for kind, _, _ in kinds_named(sentence)}
    words = letterwise(sentence)
    return not kinds or not kinds <= _MEALS or any(each.search(words) for each in (_EVERYTHING, _SESSIONS, _EVENTS))


def names_sessions(sentence: str) -> bool:
    """Whether a sentence speaks of sessions of any kind: `All classes and workshops`."""
    return _EVENTS.search(letterwise(sentence)) is not None


def _room_alone(line: Line, *, is_below_day: bool) -> str | None:
    """The room of a line that names it and its house, or what takes place in it."""
    return (
        room_behind_house(line.text)
        or (room_of_line(line.text) if is_below_day else room_in_title(line.text))
        or _room_with_address(line)
    )


def _ends_sentence(text: str) -> bool:
    """Whether a line is the end of a sentence that began above it."""
    return text[:1].islower() and text.endswith(".")


def _of_label(text: str) -> str | None:
    """The room behind a word for one, `Ort: Sportplatz am Bach`, if it is one; a whole house is none."""
    head = _WHERE.split(letterwise(text), maxsplit=1)[0]
    first = text.partition(",")[0].strip()
    is_field = len(head) < len(first) and is_place(text[: len(head)])
    if _FLOOR.match(head):
        return None
    return room_among(text) or (first if is_room(with_capital(first)) or is_field or is_room(first.title()) else None)


def room_behind_house(text: str) -> str | None:
    """The room at the end of a line that names its house and town alone: `Elk Lodge, Kalispell – Glacier Ballroom`."""
    parts = [each.strip() for each in _APART.split(_BRACKET_BEHIND.sub("", text))]
    are_names = all(each[:1].isupper() and len(each.split()) <= _MOST_IN_NAME for each in parts)
    is_house = any(is_place(each) or _INSTITUTION.match(letterwise(each)) for each in parts[:-1])
    return parts[-1] if 1 < len(parts) <= _MOST_PARTS and are_names and is_house and is_room(parts[-1]) else None


def _room_with_address(line: Line) -> str | None:
    """The room with which a line begins that goes on with a house or an address: `Sala Goya, Calle Mayor 7, Teruel`."""
    house = _OF_HOUSE.search(line.text)
    if house and is_room(line.text[: house.start()]) and is_place(line.text[house.end() :].partition(",")[0]):
        return line.text[: house.start()]
    first, _, behind = line.text.partition(",")
    return first.strip() if is_room(first) and not line.is_bullet and is_house_address(behind.split(",")[0]) else None


def room_of_sentences(lines: Sequence[Line]) -> str | None:
    """The room that a sentence of wrapped lines, or of a paragraph, names for all of a programme."""
    text = " ".join(line.text for line in lines)
    said = _NEXT_SENTENCE.split(text)
    rooms = (
        (_where(each) if _is_of_whole(each) and _is_of_sessions(each) else None) or _labelled(each) for each in said
    )
    return next(filter(None, rooms), None)


def _labelled(sentence: str) -> str | None:
    """The room that a sentence is, behind a word for one: `Venue: Lecture Theatre B for the whole programme.`"""
    label = room_label(sentence)
    if label and is_placeholder(label.rpartition(" ")[2]):
        return None
    return (_of_label(label) if label else None) or room_behind_word(sentence)


def _where(sentence: str) -> str | None:
    """Where a sentence says that something is; in small letters, too, if it says so of everything."""
    sentence = _EXCEPTION.sub(" ", sentence) if kinds_named(sentence) else sentence
    is_of_all = _ALL.search(letterwise(sentence)) is not None
    where = room_of_all if is_of_all else room_where
    room = where(sentence) or ((place_for_all(sentence) or place_by_form(sentence)) if is_of_all else None)
    house = place_within(sentence) if room is None and is_of_all and _EVERYTHING.search(letterwise(sentence)) else None
    room = house.place if house else room  # where meals are, too, it is where all is
    day = next((each for each in days_in(room) if each.is_dated), None) if room else None
    return (
        where(f"is {sentence[sentence.index(room) + day.to :].strip()}") if room and day else room
    )  # `on 9 February 2027 in Committee Room 5`


def _speaks_of_usual(sentence: str) -> bool:
    """Whether a sentence speaks of all, or says where it is if nothing else is said, or as ever."""
    return speaks_of_all(sentence) or _UNLESS.search(letterwise(sentence)) is not None


def speaks_of_all(sentence: str) -> bool:
    """Whether a sentence speaks of all there is, or of where all meet."""
    words = letterwise(sentence)
    return _ALL.search(words) is not None or _WE_MEET.search(words) is not None


def _is_of_whole(sentence: str) -> bool:
    """Whether a sentence says of all of it where it is: it invites, names a date, or speaks of everything."""
    is_of_day = any(each.is_dated for each in days_in(sentence)) and not is_no_programme(sentence)
    is_said = invites(sentence) or is_of_day or speaks_of_all(sentence)
    return is_said and not (is_due(sentence) or is_otherwise(sentence))


def is_of_bad_weather(text: str, room: str) -> bool:
    """Whether a text names a room in a sentence that says where it is in bad weather."""
    return any(room in each and is_otherwise(each) for each in _NEXT_SENTENCE.split(text))


def is_otherwise(sentence: str) -> bool:
    """Whether a sentence says where it is in bad weather alone."""
    return _IF.search(letterwise(sentence)) is not None


def reach_of(text: str) -> Reach:
    """For what the room of a text is said: `Unless noted otherwise we are in Room 114` speaks of sessions alone."""
    words = letterwise(text)
    if _EVERYTHING.search(words):
        return "all"
    return "sessions" if any(each.search(words) for each in (_UNLESS, _SESSIONS)) else "breaks"
