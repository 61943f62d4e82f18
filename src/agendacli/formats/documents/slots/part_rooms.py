"""Rooms that head a part of a programme: a line that is one or begins with one, and a heading beside that of one."""

import re
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.columns.heads import heads_columns
from agendacli.formats.documents.slots.headings import is_part_of_day
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.places import is_place, room_of_line, room_where, with_capital
from agendacli.formats.documents.tokens.roles import role_inside, role_label
from agendacli.formats.documents.tokens.rooms import names_room

_BEHIND_ROOM = re.compile(r"\s[–—-]\s")
_SIGN = re.compile(r"\s+[–—·|-]\s+|\s*[:,;(]\s*")
_WITHIN = re.compile(
    r"(?P<part>[^\W\d_]+(?: [^\W\d_]+)?) (?:in|at|im|en|dans|au|à)(?: (?:the|der|el|la|le)\b)? (?P<room>\S[^:]{2,40}):?"
)
_BRACKET = re.compile(r" \((?P<what>[^()]{5,60})\)\W*$")
_NUMBERED = re.compile(
    r"(?:track|stream|strand|strang|piste|"
    r"session|seance|sitzung|sesion|block|bloque|teil|part|partie|parte) (?:\d{1,2}|[ivx]{1,4}|[a-d])"
)
_CODE = re.compile(r"[^\W\d_a-z]\w{2,} \d{1,3}[a-z]?")  # `Dock 1`, beside `Track A`
_MOST_WORDS = 3


def room_beside_part(line: Line) -> Line | None:
    """The room that a line names with a part of the day or of the programme, and nothing else: `Morning – Room 3`.

    Also `Morning in the Ballroom:`, and in brackets behind a part in capitals: `ASSEMBLY (morning, main hall)`.
    """
    within = _WITHIN.fullmatch(line.text)
    if within and is_part_of_day(replace(line, text=within["part"])) and is_place(with_capital(within["room"])):
        return replace(line, text=within["room"], pieces=(), level=0)
    bracket = _BRACKET.search(line.text)
    if bracket and line.text[: bracket.start()].isupper():
        return room_beside_part(replace(line, text=bracket["what"]))
    parts = [each.strip(" .)") for each in _SIGN.split(line.text) if each]
    places = (each for each in parts if is_place(with_capital(each)) or names_room(each) or _CODE.fullmatch(each))
    room = next(places, None) if len(parts) > 1 else None
    others = (each for each in parts if each != room)
    is_part = all(is_part_of_day(replace(line, text=each)) or _NUMBERED.fullmatch(letterwise(each)) for each in others)
    return replace(line, text=room, pieces=(), level=0) if room and is_part else None


def room_of_part(line: Line) -> Line | None:
    """The room that a line is, or with which it begins: `Court 2 – before Judge Ida Holm`."""
    beside = room_beside_part(line)
    if beside:
        return beside
    if line.text[:1].islower() and line.text.endswith("."):
        return None  # the end of a sentence
    if names_room(line.text):
        where = room_where(line.text) if line.text.endswith(".") else None
        said = replace(line, text=where, pieces=()) if where else line
        return None if role_label(line.text) or heads_columns(line.text) else said
    room = room_of_line(line.text) if line.is_set_apart or _BEHIND_ROOM.search(line.text) else None
    return replace(line, text=room, pieces=(), level=0) if room else None


def is_beside_room(line: Line, room: Line | None) -> bool:
    """Whether a short heading is one with that of the room before it, and so stands for another."""
    is_short = len(line.text.split()) <= _MOST_WORDS and role_inside(line.text) is None and ":" not in line.text
    return room is not None and 0 < line.level == room.level and is_short and not is_part_of_day(line)
