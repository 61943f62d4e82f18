"""Rooms and people that stand apart in a line: as a sentence of their own, or a room at its left, before a gap."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.meeting_points import place_to_meet
from agendacli.formats.documents.tokens.minutes import behind_label, minutes_said
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.tokens.places import is_place, place_of_line, with_capital
from agendacli.formats.documents.tokens.roles import role_beside, role_label
from agendacli.formats.documents.tokens.rooms import names_room, room_label
from agendacli.words.honorifics import is_honorific

_ABBREVIATED = r"(?<!Asoc|Univ|Prof|Inst|Dept|Conf|Intl|Capt|Dipl)"
NEXT_SENTENCE = re.compile(rf"(?<=\w{{3}}[a-zß-ÿ)]){_ABBREVIATED}\.\s+(?=(?:[^\W\d_a-z][\w-]*[,:]?|D\.ª?)\s\S+)")
"""Where another sentence begins."""

_NEXT = re.compile(NEXT_SENTENCE.pattern.replace(r"\.\s+", r"[.!?]\s+") + r"|[!?]\s+(?=[^\W\d_a-z])")
_LAST_WORD = re.compile(  # which may be a room: `… and draws. Library`
    rf"(?<=\w\w[a-zß-ÿ)]){_ABBREVIATED}[.!?]\s+(?=[^\W\d_a-z][\w’'-]{{3,}}[.!]?$)"
)
_BEHIND_NUMBER = re.compile(  # of a room: `Room 7. Bring a pen.`, and not `Haus 1. Stock links`
    r"(?<=\d)\.\s+(?!Stock|Etage|OG|Obergeschoss|Floor|Planta)(?=[^\W\d_a-z]\w*[,:]?\s)"
)
_BESIDE = re.compile(r"\s+[·|•]\s+")  # `Ida Holm · Main Hall`
_BEFORE_PEOPLE = re.compile(r"\b(?:by|with|von|mit|par|avec|por|con)$")
_MOST, _FEW = 12, 3


def room_below(text: str) -> str | None:
    """The room that a line below a title names for it."""
    return room_label(text) or place_to_meet(text)


def room_apart(line: Line, sense: PeopleSense) -> list[Line]:
    """The line, rooms and people apart from other sentences, or a room from what a gap parts: `Room 7     Bring …`."""
    parts = [*_parts(line.text, sense)]
    if len(parts) > 1:
        return [replace(line, text=each, pieces=(), is_bullet=line.is_bullet and not n) for n, each in enumerate(parts)]
    first = line.pieces[0] if len(line.pieces) > 1 else ""
    is_begun = _BEFORE_PEOPLE.search(first) is not None  # `Main Hall, hosted by` and a name in bold letters
    if not (first and names_room(first) and line.text.startswith(first)) or is_begun or sense.is_name(first):
        return [line]
    rest = line.text[len(first) :].strip()
    return [replace(line, text=first, pieces=()), replace(line, text=rest, pieces=line.pieces[1:])]


def _parts(text: str, sense: PeopleSense) -> Iterator[str]:
    """The sentences of a text, those next to each other that are neither a room nor people as one."""
    for is_apart, some in groupby(_sentences(text), lambda each: _stands_apart(text[slice(*each)], sense)):
        spans = [*some]
        yield from (text[slice(*each)] for each in (spans if is_apart else [(spans[0][0], spans[-1][1])]))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end, their full stops left out."""
    ends = [each for pattern in (_BEHIND_NUMBER, _NEXT, _LAST_WORD, _BESIDE) for each in pattern.finditer(text)]
    ends = [each for each in ends if not is_honorific(_last_word(text[: each.start()]))]
    cuts = sorted({(each.start() + (text[each.start()] in "?!"), each.end()) for each in ends})
    return ((begin, end) for (_, begin), (end, _) in pairwise([(0, 0), *cuts[:_MOST], (len(text), len(text))]))


def _last_word(text: str) -> str:
    return text.rpartition(" ")[2] + "."


def _stands_apart(text: str, sense: PeopleSense) -> bool:
    if minutes_said(behind_label(text)) is not None:  # `Duration: 45 minutes.`
        return True
    label = role_label(text) or role_beside(text)
    return _is_room_alone(text, sense) or sense.people(label.rest if label and label.rest else text) is not None


def _is_room_alone(text: str, sense: PeopleSense) -> bool:
    is_placed = place_of_line(text) != "" or _is_in_house(text)
    return room_below(text) is not None or (is_placed and not sense.is_name(text))


def _is_in_house(text: str) -> bool:
    """Whether a text is a house and a room in it, or the other way round: `Casa de la Cultura, aula 2`."""
    parts = [each.strip() for each in text.strip(" .").split(",")]
    return 1 < len(parts) <= _FEW and all(is_place(with_capital(each)) for each in parts)
