"""What recurs as a room in a document, whatever it is called: in brackets behind titles, or in columns for rooms."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.addresses import is_house_address
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.values.told import ToldSession
from agendacli.words.folded import folded

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,90})[)\]]\s*$")
_AS_ABOVE = re.compile(
    r"idem|dito|ditto|ebenda|ebd|same (?:room|place|venue)|(?:gleicher|selber) (?:ort|raum)|meme (?:lieu|salle)|"
    r"mism[ao] (?:lugar|sala)"
)
_NO_ROOM = re.compile(
    r"\d+\s*min|(?:max|up to|bis zu|ca|env)\b|\d+ (?:places|plätze|plazas)|"
    r"included|cont|live|video|tb[acd]|optional|suite\b|fortsetzung|"
    r"part \w+|teil \w+|new\b|all\b|alle\b|free\b"
)


def _is_no_room(text: str) -> bool:
    return _NO_ROOM.search(text) is not None or is_house_address(text)


def recurring_rooms(slots: Sequence[Slot]) -> frozenset[str]:
    """What stands in brackets behind several titles, and what columns for rooms hold: names of rooms, folded."""
    counted: Counter[str] = Counter()
    for slot in slots:
        for line in [*slot.lines[:1], *slot.columns.get("title", ())[:1], *slot.columns.get("main", ())[:1]]:
            found = _BRACKETS.search(line.text)
            counted.update(folded(part.strip()) for part in (found[1].split(";") if found else ()) if part[:1].strip())
    own = {folded(line.text) for slot in slots for line in slot.columns.get("room", ()) if len(line.text) < 30}
    if not any(map(names_room, counted)):
        return frozenset(own)
    return frozenset(own | {text for text, count in counted.items() if count > 1 and not _is_no_room(text)})


def with_rooms_above(pairs: Sequence[tuple[Slot, ToldSession]]) -> list[tuple[Slot, ToldSession]]:
    """The sessions, those in the same room as the one before in that: `idem`."""
    found: list[tuple[Slot, ToldSession]] = []
    for slot, session in pairs:
        above = found[-1][1].room if found else None
        is_same = above and session.room and _AS_ABOVE.fullmatch(folded(session.room.value).strip(" ."))
        found.append((slot, replace(session, room=above) if is_same else session))
    return found
