"""Rooms where titles stand, and titles where rooms do: `10.00–11.00 | Old Library` and below it `Lost Rivers`."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.people import PeopleSense, begins_with_honorific
from agendacli.formats.documents.tokens.places import are_of_name, is_place
from agendacli.formats.documents.tokens.roles import role_label
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.tokens.session_kinds import kind_of_session
from agendacli.words.kinds import is_transparent, kind_in_title

_LEAST, _MOSTLY, _MOST_WORDS, _BOTH = 3, 0.7, 5, 2

_NO_ROOM = re.compile(r"[(:;!?“”«»„\"]|\s[–—-]\s")  # of a title, perhaps with its room

_IN_BRACKETS = re.compile(  # the first may be gone with the time
    r"[(\[{]?(?P<room>[^\W\d_a-z][^()\[\]{},]{2,40})[)\]}]:? +(?=\w)"
)

_BEFORE_COLON = re.compile(r"(?P<room>[^\W\d_a-z][^:()\d]{2,40}): +(?=\S)")
_IN_BEFORE_COLON = re.compile(  # `dans la Nef : Concert`
    r"(?i:(?:in|at|on) the|im|am|in der|auf de[mr]|an der|dans l[ae]|à la|sous l[ae]|sur l[ae]|en (?:el|la)|aux?|"
    r"(?:dans|à) l(?=['’])) ?['’]?(?P<room>[^\W\d_a-z][^:()\d,]{2,40}?) ?: +(?=\S)"
)
_SIGNS = " ·|•@,–—-"


def put_rooms_first(slots: Sequence[Slot]) -> None:
    """Put what stands with the time where rooms stand, if it is the name of one in most slots and a title is below."""
    lines = {n: slot.lines[0].text.strip(_SIGNS) for n, slot in enumerate(slots) if _has_line_below(slot)}
    rooms = {n: text for n, text in lines.items() if _may_be_room(text)}
    often = Counter(rooms.values())
    known = [n for n, text in rooms.items() if _is_room(text) or often[text] > 1]
    are_alone = sum(map(_is_time_alone, slots)) >= _LEAST and all(map(_is_room, lines.values()))
    least = 1 if are_alone else _LEAST  # of others nothing stands with the time
    if len(known) < max(least, _MOSTLY * len(lines)) or not any(map(_is_room, rooms.values())):
        return
    for n, text in rooms.items():
        slot = slots[n]
        slot.columns["room"] = [replace(slot.lines.pop(0), text=text, pieces=())]
        slot.doubts += [] if n in known else [f"`{text}` beside the time is taken for a room"]


def put_titles_in_rooms(slots: Sequence[Slot]) -> None:
    """Take what is alone in a column of rooms for the title: a break, or what stands there once and names no room."""
    often = Counter(line.text for slot in slots for line in slot.columns.get("room", ()))
    for slot in slots:
        alone = [] if slot.lines or slot.room or {*slot.columns} - {"room", "people"} else slot.columns.get("room", [])
        if alone and all(_is_break(line.text) or not (_is_room(line.text) or often[line.text] > 1) for line in alone):
            slot.columns["title"] = slot.columns.pop("room")
            slot.doubts.append("the title stands in the column of rooms")


def put_people_out_of_rooms(slots: Sequence[Slot], sense: PeopleSense) -> None:
    """Put who stands below a room in its column where people stand: `Main Hall`, and below it `Chair: Ida Holm`."""
    for slot in slots:
        lines = slot.columns.get("room", [])
        people = [each for each in lines[1:] if _names_people(each, sense)]
        if people:
            slot.columns["room"] = [each for each in lines if each not in people]
            slot.put("more", tuple(people))


def _names_people(line: Line, sense: PeopleSense) -> bool:
    label = role_label(line.text)
    return bool(label and label.rest) or sense.people(line.text) is not None or begins_with_honorific(line.text)


def _is_break(text: str) -> bool:
    return is_transparent(kind_in_title(text))


def put_brackets_first(slots: Sequence[Slot]) -> None:
    """Put what stands in brackets before titles where rooms stand, if one of them is a place or recurs."""
    begun = {n: found for n, slot in enumerate(slots) if not slot.columns and (found := _begins(slot))}
    names = [each["room"] for each in begun.values()]
    are_rooms = len(names) > 1 and all(_may_be_room(each) and not kind_of_session(each) for each in names)
    if not are_rooms or (len({*names}) == len(names) and not any(map(_is_room, names))):
        return
    for n, found in begun.items():
        line, room = slots[n].lines[0], found["room"]
        slots[n].columns["room"] = [replace(line, text=room, pieces=())]
        slots[n].lines[0] = replace(line, text=line.text[found.end() :], pieces=())
        slots[n].doubts += [] if _is_room(room) else [f"`{room}` before the title is taken for a room"]


def put_rooms_before_colons(slots: Sequence[Slot]) -> None:
    """Put what recurs before the colons of titles where rooms stand, if those of others are places: `Post: Opening`."""
    for slot in slots:
        within = _IN_BEFORE_COLON.match(slot.lines[0].text) if slot.lines and not slot.columns else None
        if within:
            line = slot.lines[0]
            slot.columns["room"] = [replace(line, text=within["room"].strip(), pieces=())]
            slot.lines[0] = replace(line, text=line.text[within.end() :], pieces=())
    said = sum(_is_before_colon(slot) for slot in slots)
    begun = {n: found for n, slot in enumerate(slots) if not slot.columns and (found := _begins_with_colon(slot))}
    often = Counter(each["room"] for each in begun.values())
    for n, found in begun.items() if said >= _BOTH else ():
        line, room = slots[n].lines[0], found["room"]
        if often[room] > 1 and _may_be_room(room) and not kind_of_session(room):
            slots[n].columns["room"] = [replace(line, text=room, pieces=())]
            slots[n].lines[0] = replace(line, text=line.text[found.end() :], pieces=())
            slots[n].doubts.append(f"`{room}` before the title is taken for a room")


def _is_before_colon(slot: Slot) -> bool:
    """Whether the room of a slot stands before the colon of its title."""
    return slot.room is not None and slot.grid is None and f"{slot.room.text}:" in slot.at.text


def _begins_with_colon(slot: Slot) -> re.Match[str] | None:
    return _BEFORE_COLON.match(slot.lines[0].text) if slot.lines else None


def _begins(slot: Slot) -> re.Match[str] | None:
    """The brackets with which the line of a title begins."""
    return _IN_BRACKETS.match(slot.lines[0].text) if slot.lines else None


def _has_line_below(slot: Slot) -> bool:
    """Whether words stand on the line of the time, and below them a line that may be the title."""
    if slot.is_row or slot.columns or len(slot.lines) < _BOTH:
        return False
    first, below = slot.lines[:2]
    return first.line == slot.at.line <= below.line and not below.is_bullet


def _is_time_alone(slot: Slot) -> bool:
    """Whether nothing stands on the line of the time, and a title below it."""
    return not (slot.is_row or slot.columns) and bool(slot.lines) and slot.lines[0].line > slot.at.line


def _may_be_room(text: str) -> bool:
    is_name = len(text.split()) <= _MOST_WORDS and (are_of_name(text) or is_place(text))
    return is_name and _NO_ROOM.search(text) is None and not _is_break(text)


def _is_room(text: str) -> bool:
    return is_place(text) or names_room(text)
