"""The search for doubts about rooms: which names may be one room's, and which may be several rooms' together."""

from collections.abc import Iterable

from agendacli.analysis.doubts import Doubts, pair, telling
from agendacli.analysis.doubts.rooms import Together, near_rooms, put_together
from agendacli.analysis.doubts.seen import rooms_seen
from agendacli.analysis.rooms_meant import RoomTable
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Gazetteer
from agendacli.words.folded import spelled


def room_doubts(occurrences: Iterable[Occurrence], gazetteer: Gazetteer) -> Doubts:
    """What may be one room or several, given what places.yaml declares."""
    table = RoomTable(gazetteer)
    seen = rooms_seen(occurrences, table)
    together = tuple(put_together(seen, table))
    found = tuple(near_rooms(seen, table))
    phrases = {pair(spelled(one), room.key): f"“{room.name}” may be “{one}”" for one, room in found}
    diagnostics = (
        *(telling.near_room(one, table.declared(one, room.place), room) for one, room in found),
        *(telling.rooms_together(each, table.declared_whole(each.room.name, each.room.place)) for each in together),
    )
    said = {spelled(each.room.name): (frozenset(each.parts), _together(each)) for each in together}
    return Doubts(rooms=phrases, diagnostics=diagnostics, together=said)


def _together(found: Together) -> str:
    return f"“{found.room.name}” may be {found.names}"
