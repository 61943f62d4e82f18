"""Rooms that stand in the lines below a title among other words: at their ends, or where a sentence says it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.letters import is_due
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.meeting_points import place_to_meet
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.tokens.places import is_room, place_of_line, room_where, with_capital
from agendacli.formats.documents.tokens.unknown_places import place_said_first
from agendacli.formats.documents.values.told import Told, ToldPerson

BELOW_TITLE = "named in a line below the title"
"""Why a room may be none: the line says other things, too."""

_PART = re.compile(r"[,;]\s+|\s[–—|]\s+|(?:(?<=\w{3})|(?<= (?:it|us|me|up|on|in|do|go|to|es)))\.\s+(?=[^\W\d_a-z])")
_SENTENCE = re.compile(r"(?<=\w{3})[.!?]\s+(?=[^\W\d_a-z])")
_WHAT = (
    r"\w*talk|\w*lecture|session|workshop|meeting|concert|class|\w*vortrag|veranstaltung|sitzung|\w*konzert|kurs|seance|"
    r"conference|reunion|atelier|cours|sesion|charla|conferencia|concierto|clase|taller"
)
_IS = re.compile(  # where this is
    rf"^(?:this|it|we|dies\w*|es|wir|cette?|nous|est[ae]|(?:the|die|der|das|la|le|el) (?:{_WHAT}))\b.*\b"
    r"(?:is|are|meets?|be held|takes? place|ist|sind|findet|finden|treffen|a lieu|sera|est|sommes|se celebra|es|"
    r"tiene lugar|reunimos)\b"
)
_INSTEAD = re.compile(  # or another time
    r"\b(?:if|in case|wet|rain\w*|weather|otherwise|bei|falls|sonst|regen\w*|en cas|sinon|pluie|si|caso|lluvia|"
    r"after\w*|then|tea|coffee|lunch|drinks|danach|anschliessend|kaffee|ensuite|cafe|despues|followed|parking|"
    r"parkplatz\w*|toilet\w*)\b"
)
_REMARK = re.compile(r"\s+\([^()A-Z]{3,40}\)$")
_IN = re.compile(r"(?:in|im|at|on|auf|dans|en|au|aux) ")
_LONGEST = 240


def room_in_notes(notes: Sequence[Line], below: Sequence[Line], sense: PeopleSense) -> Told[str] | None:
    """The room that a note below a title names among other words, or in which any line there says that it is."""
    places = [(line, place) for line in notes for place in _places(line.text, sense)]
    places += [(line, place) for line in below for place in _said(line.text)]
    places += [(line, place) for line in notes for place in _alone(line.text)]
    return next((Told(place, (line,), (BELOW_TITLE,)) for line, place in places), None)


def room_of_people(people: Sequence[ToldPerson]) -> tuple[Told[str] | None, tuple[ToldPerson, ...]]:
    """The room in which people are by what stands behind their names, `Ida Holm, in the kiln shed`, and the others."""
    for n, each in enumerate(people):
        before, _, last = each.position.rpartition(", ")
        place = place_of_line(last) if _IN.match(letterwise(last)) else ""
        if place:
            others = (*people[:n], replace(each, position=before), *people[n + 1 :])
            return Told(place, (each.line,), (BELOW_TITLE,)), others
    return None, tuple(people)


def _places(text: str, sense: PeopleSense) -> Iterator[str]:
    if len(text) > _LONGEST or is_due(text) or _INSTEAD.search(letterwise(text)):
        return
    parts = [each.strip(" .") for each in _PART.split(text)]
    for each in reversed(parts[1:]):
        place = place_to_meet(each) or _named(each, sense)
        yield from [place] if place else []
    begins = _IN.match(letterwise(parts[0])) is not None
    first = place_to_meet(parts[0]) or (place_of_line(parts[0]) if len(parts) > 1 and begins else None)
    yield from [first] if first else []
    whole = _REMARK.sub("", text)
    yield from [whole] if whole != text and is_room(with_capital(whole)) else []


def _said(text: str) -> Iterator[str]:
    """The rooms of sentences that say where it is: `This lecture is in the Founders Hall.`"""
    for sentence in _SENTENCE.split(text) if len(text) <= _LONGEST and not is_due(text) else ():
        where = room_where(sentence) if _IS.match(letterwise(sentence)) else None
        yield from [where] if where else []


def _alone(text: str) -> Iterator[str]:
    """The places that short sentences are: `In the nave.`"""
    said = (place_said_first(f"{each.strip(' .')}.") for each in _SENTENCE.split(text[:_LONGEST]))
    yield from filter(None, said)


def _named(text: str, sense: PeopleSense) -> str:
    """The room that a part of a line is."""
    place = place_of_line(text)
    return place if place and is_room(with_capital(place)) and not sense.is_name(text) else ""
