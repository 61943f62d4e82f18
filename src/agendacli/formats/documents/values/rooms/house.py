"""The house of a whole programme, which is the room of none of its sessions where others have rooms of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.slots.whole_room import speaks_of_all
from agendacli.formats.documents.tokens.churches import is_church
from agendacli.formats.documents.tokens.places import is_place, is_room
from agendacli.formats.documents.values.told import WHOLE_PART, ToldSession
from agendacli.words.folded import folded

_TOWN_BEHIND = re.compile(r", [^\W\d_a-z][^\W\d_]+(?: [^\W\d_]+){0,2}\s*(?:,|·|[–—(|-]|\.?$)")
_OF_HOUSE = re.compile(r" (?:of|in|at|im|in der|der|des|du|de la|del?) (?=[^\W\d_a-z]|the )")
_LEAST = 3
Pair = tuple[Slot, ToldSession]


def without_house(pairs: Sequence[Pair], above: Sequence[Line]) -> list[Pair]:
    """The sessions; those in nothing but the house of all, which a line above them names, are in no room of it."""
    own = {folded(each.room.value) for _, each in pairs if each.room and WHOLE_PART not in each.room.doubts}
    if len(own) < _LEAST:
        return list(pairs)
    lines = {(each.page, each.line): each.text for each in above}
    return [(slot, replace(each, room=None) if _is_in_house(slot, each, lines) else each) for slot, each in pairs]


def _is_in_house(slot: Slot, session: ToldSession, above: dict[tuple[int, int], str]) -> bool:
    room = session.room
    if room is None or slot.room is None or WHOLE_PART not in room.doubts or room.value != slot.room.text:
        return False
    text = above.get((slot.room.page, slot.room.line), "")
    if speaks_of_all(text):
        return False
    is_within = is_room(room.value) or is_room(_OF_HOUSE.split(room.value)[0])
    is_whole_house = is_church(room.value) or (is_place(room.value) and not is_within)
    is_with_town = _TOWN_BEHIND.match(text, text.find(room.value) + len(room.value)) is not None
    return room.value in text and (is_whole_house or is_with_town)
