"""A line cut before each role that stands in it with people: `Panel on dunes, chaired by Ida Holm (Room 3)`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.places import is_place, is_room
from agendacli.formats.documents.tokens.roles import (
    ANIMATES,
    COMPANY,
    LEADS,
    Label,
    role_beside,
    role_inside,
    role_label,
)
from agendacli.formats.documents.tokens.rooms import names_room

_ROOM_BEHIND = re.compile(r"\s*\(([^()]{3,60})\)\W*$")
_COMPANY = re.compile(r"(?:,|(?<=\w\w)[.;])\s+(?=(?:[Aa]vec|[Ww]ith|[Mm]it|[Cc]on) [^\W\d_a-z])")
_BEFORE_ROOM = re.compile(  # `Tides, Raum: Aula, Referent: Ida Holm`
    r"(?:[,;.|·]| [–—-])\s+(?=(?:room|raum|saal|salle|sala|aula|ort|lieu|lugar|venue|where|location|place|wo|o[uù]|"
    r"d[oó]nde)\s*:\s)",
    re.IGNORECASE,
)
_BEFORE_ROLE = " ,;(|–—-"
_LEADING = frozenset({"chair", "moderator", "host", LEADS, ANIMATES})


def by_role(line: Line) -> Iterator[Line]:
    """The line, cut before each role outside of brackets that stands in it with people, and each word for a room."""
    parts = _BEFORE_ROOM.split(line.text)
    if len(parts) > 1:
        for each in parts:
            yield from by_role(replace(line, text=each, pieces=()))
        return
    at = role_inside(line.text)
    if at is None or line.text.count("(", 0, at) > line.text.count(")", 0, at):
        behind = _behind_people(line.text) if role_label(line.text) else ()
        yield from [replace(line, text=each, pieces=()) for each in behind] or [line]
        return
    room = _ROOM_BEHIND.search(line.text, at)
    if room and _is_room_apart(room[1]):
        text = f"{line.text[:at].rstrip(_BEFORE_ROLE)} ({room[1]}) – {line.text[at : room.start()]}"
        yield from by_role(replace(line, text=text, pieces=()))
        return
    head = line.text[:at].rstrip(_BEFORE_ROLE)
    yield replace(line, text=head, pieces=tuple(pieces_in(line, head)))
    yield from by_role(replace(line, text=line.text[at:], pieces=()))


def people_by_role(text: str, usual: str) -> Iterator[tuple[str, str]]:
    """The people of a text with their roles; behind the one who leads, others have the usual: `Chair: Ida Holm; …`."""
    label = role_label(text) or _company(text)
    first, _, others = label.rest.partition(";") if label else (text, "", "")
    is_one = label is not None and label.role in _LEADING and not label.word.endswith("s") and label.word[-2:] != "en"
    if label and others and is_one:
        yield first, label.role
        yield others, usual
    else:
        yield (label.rest, usual if label.word in COMPANY else label.role) if label else (text, usual)


def _company(text: str) -> Label | None:
    """Who comes along, without a sign behind the word: `avec Ida Holm et Jonas Falk`."""
    label = role_beside(text)
    return label if label and label.word in COMPANY else None


def _behind_people(text: str) -> tuple[str, ...]:
    """The people behind a role, and their company or the room behind them: `Speaker: Ida Holm (Room 3)`."""
    beside = _COMPANY.search(text)
    if beside:
        return text[: beside.start()], text[beside.end() :]
    room = _ROOM_BEHIND.search(text)
    return (text[: room.start()], room[1]) if room and _is_room_apart(room[1]) else ()


def _is_room_apart(text: str) -> bool:
    """Whether brackets behind people name a room, rather than where these are from."""
    is_small = text[:1].islower() and (is_place(text) or is_place(text.capitalize()))
    return is_small or (names_room(text) and is_room(text)) or (" " not in text and is_place(text))


def pieces_in(line: Line, head: str) -> Iterator[str]:
    """As much of each piece of a line as stands in its head."""
    at = 0
    for each in line.pieces:
        at = max(at, line.text.find(each, at))
        if at < len(head):
            yield each[: len(head) - at]
