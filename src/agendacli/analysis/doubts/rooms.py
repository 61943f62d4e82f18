"""Which names may be one room's: near ones of one home."""

from collections.abc import Iterator, Mapping, Sequence

from agendacli.analysis.doubts.seen import SeenRoom
from agendacli.analysis.rooms_meant import RoomTable, is_one_house, spelled
from agendacli.words.alike import room_pairs, same_letters
from agendacli.words.near import NearNames

_NEAR_ROOM = 0.8


def near_rooms(seen: Sequence[SeenRoom], table: RoomTable) -> Iterator[tuple[str, SeenRoom]]:
    """The name of a room that is known first, and the room that may be the same; nothing says that they are two."""
    for rooms in _by_home(seen).values():
        names = {each.key: each for each in rooms}
        pairs = dict.fromkeys((*_alike(names, table), *_near_declared(rooms, table)))
        for one, other in pairs:
            room = names[other]
            if not _are_two(one, room, table) and is_one_house(_house(names.get(one)), room.house):
                yield (names[one].name if one in names else one), room


def _by_home(seen: Sequence[SeenRoom]) -> Mapping[str, list[SeenRoom]]:
    found: dict[str, list[SeenRoom]] = {}
    for each in seen:
        found.setdefault(each.home, []).append(each)
    return found


def _alike(names: Mapping[str, SeenRoom], table: RoomTable) -> Iterator[tuple[str, str]]:
    """Pairs of rooms that are used; the declared one of them first, and not two that are declared."""
    for one, other in room_pairs(names):
        here, there = (table.declared(names[each].name, names[each].place) for each in (one, other))
        if not (here and there):
            yield (one, other) if here or not there else (other, one)


def _near_declared(rooms: Sequence[SeenRoom], table: RoomTable) -> Iterator[tuple[str, str]]:
    """The declared room of its own house that a room is nearly."""
    for each in rooms:
        known = {spelled(name): name for name in table.names_in(each.place)}
        if (
            known
            and not table.declared(each.name, each.place)
            and (near := NearNames(known, _NEAR_ROOM).nearest(each.key))
            and same_letters(near, each.key)
        ):
            declared = table.declared(near, each.place)
            yield spelled(declared.name) if declared else near, each.key


def _are_two(one: str, room: SeenRoom, table: RoomTable) -> bool:
    """Whether either is declared not to be the other."""
    pairs = ((one, room.name), (room.name, one))
    declared = ((table.declared(here, room.place), spelled(there.partition(",")[0])) for here, there in pairs)
    return any(here is not None and there in map(spelled, here.others) for here, there in declared)


def _house(room: SeenRoom | None) -> str | None:
    return room.house if room else None
