"""The room of a session that is said above it: at the head of its column, for its part, its day, or everything."""

import re

from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.rooms import is_room_code, names_room
from agendacli.formats.documents.values.told import WHOLE_PART, Told
from agendacli.words.folded import folded
from agendacli.words.kinds import is_transparent, kind_in_title

BESIDE_ROOM = "the heading stands beside that of a room, and is taken for one"
"""Why the room of a heading may be doubted."""

OF_HEAD = "the head of its column, taken for a room"
"""Why the head of a column of a grid may be no room: by its name it is none."""

ALONE = "it stands alone in its row, and may be for all rooms"
"""Why the room of a cell of a grid may be doubted."""

_AWAY = re.compile(  # from the room that is said once for all
    r"\b(?:visite?s?|visita|excursion|excursi|ausflug|besichtigung|fuhrung|rundgang|stadtrundgang|walk|hike|wanderung|balade|promenade|"
    r"randonnee|paseo|spaziergang|"
    r"libre|free (?:time|afternoon|morning|evening|day)|freizeit|transfer|downstairs|upstairs|sauna|abfahrt|departure|"
    r"abreise|arrival|anreise|(?:conference|farewell|gala|social) dinner|social (?:with|evening|event)|cena|diner)\b"
)
_REFRESHMENTS = re.compile(r"(?:coffee|tea|kaffee|tee|cafe|gouter|merienda|snacks?|repas|imbiss)\W*")
_MEALS = frozenset({"lunch", "dinner"})


def room_above(slot: Slot, title: str) -> Told[str] | None:
    """The room that is said above a session of that title, unless it is a break or a meal to which that is not said."""
    is_of_others = slot.reach == "sessions" or (slot.reach != "all" and slot.grid is not None and slot.grid.may_be_over)
    is_over = slot.grid is not None and slot.grid.is_over_rooms and slot.reach != "all"
    is_break = (is_of_others or is_over) and _is_break(title)
    is_meal = slot.reach != "all" and kind_in_title(title) in _MEALS
    is_away = is_break or (slot.reach != "one" and (is_meal or _AWAY.search(folded(title)) is not None))
    if slot.room is None or is_away:
        return None
    doubts = _doubts_of_room(slot, slot.room.text)
    is_lone_break = slot.grid is not None and slot.grid.is_alone and _is_break(title)
    return Told(slot.room.text, (slot.room,), (ALONE,) if is_lone_break and not doubts else doubts)


def _doubts_of_room(slot: Slot, text: str) -> tuple[str, ...]:
    if slot.reach != "one":
        return (WHOLE_PART,)
    if slot.grid is not None and slot.grid.is_over_rooms:
        return ("its cell goes over the columns of several rooms",)
    if slot.grid is not None and slot.grid.may_be_over:
        return (ALONE,)
    if names_room(text) or is_room_code(text):
        return ()
    if slot.grid is None:
        return (BESIDE_ROOM,) if slot.room and slot.room.level else ()
    return (OF_HEAD,)


def _is_break(title: str) -> bool:
    return is_transparent(kind_in_title(title)) or _REFRESHMENTS.fullmatch(folded(title)) is not None
