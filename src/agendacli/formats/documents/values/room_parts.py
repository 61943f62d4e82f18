"""Rooms that stand apart in a line: as a sentence of their own, or at its left, before a gap."""

import re
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.meeting_points import place_to_meet
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.tokens.places import place_of_line
from agendacli.formats.documents.tokens.rooms import names_room, room_label

NEXT_SENTENCE = re.compile(
    r"(?<=\w{3}[a-zß-ÿ)])(?<!Asoc|Univ|Prof|Inst|Dept|Conf|Intl)\.\s+(?=[^\W\d_a-z]\w*[,:]?\s\S+)"
)
"""Where another sentence begins."""

_BEHIND_NUMBER = re.compile(  # of a room: `Room 7. Bring a pen.`, and not `Haus 1. Stock links`
    r"(?<=\d)\.\s+(?!Stock|Etage|OG|Obergeschoss|Floor|Planta)(?=[^\W\d_a-z]\w*[,:]?\s)"
)


def room_below(text: str) -> str | None:
    """The room that a line below a title names for it."""
    return room_label(text) or place_to_meet(text)


def room_apart(line: Line, sense: PeopleSense) -> list[Line]:
    """The line, a room apart from what stands behind it: a gap, `Room 7     Organized by …`, or a next sentence."""
    parts = _cut_at_room(line.text, sense)
    if parts:
        return [replace(line, text=each, pieces=()) for each in parts]
    first = line.pieces[0] if len(line.pieces) > 1 else ""
    if not (first and names_room(first) and line.text.startswith(first)) or sense.is_name(first):
        return [line]
    rest = line.text[len(first) :].strip()
    return [replace(line, text=first, pieces=()), replace(line, text=rest, pieces=line.pieces[1:])]


def _cut_at_room(text: str, sense: PeopleSense) -> tuple[str, ...]:
    """A text of several sentences, the first of which is a room, or the last one or people, as that and the others."""
    ends = [*_BEHIND_NUMBER.finditer(text), *NEXT_SENTENCE.finditer(text)]
    cuts = sorted({(each.start(), each.end()) for each in ends})
    first, last = ([(text[:end], text[begin:]) for end, begin in some] for some in (cuts[:1], cuts[-1:]))
    found = [each for each in first if _is_room_alone(each[0], sense)]
    found += [each for each in last if _is_room_alone(each[1], sense) or sense.people(each[1])]
    return found[0] if found else ()


def _is_room_alone(text: str, sense: PeopleSense) -> bool:
    return room_below(text) is not None or (place_of_line(text) != "" and not sense.is_name(text))
