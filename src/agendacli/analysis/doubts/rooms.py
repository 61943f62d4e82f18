"""Which names may be one room's: near ones of one home; and which may be several rooms' together."""

from collections.abc import Iterator, Mapping, Sequence

from agendacli.analysis.doubts.seen import SeenRoom
from agendacli.analysis.rooms_meant import RoomTable, is_one_house
from agendacli.model.frozen import frozen
from agendacli.words.alike import room_pairs, same_letters
from agendacli.words.folded import spelled
from agendacli.words.near import NearNames
from agendacli.words.rooms import rooms_in_name

_NEAR_ROOM = 0.8


@frozen
class Together:
    """A room whose name reads like those of several rooms that are known by themselves, and these by key and name."""

    room: SeenRoom
    parts: Mapping[str, str]

    @property
    def names(self) -> str:
        """The names of the rooms in a sentence."""
        *most, last = (f"“{each}”" for each in self.parts.values())
        return f"{', '.join(most)} and {last}"


def near_rooms(seen: Sequence[SeenRoom], table: RoomTable) -> Iterator[tuple[str, SeenRoom]]:
    """The name of a room that is known first, and the room that may be the same; nothing says that they are two."""
    for rooms in _by_home(seen).values():
        names = {each.key: each for each in rooms}
        pairs = dict.fromkeys((*_alike(names, table), *_near_declared(rooms, table)))
        for one, other in pairs:
            room = names[other]
            if not _are_two(one, room, table) and is_one_house(_house(names.get(one)), room.house):
                yield (names[one].name if one in names else one), room


def put_together(seen: Sequence[SeenRoom], table: RoomTable) -> Iterator[Together]:
    """Each room that may be several others; places.yaml says nothing of it."""
    for rooms in _by_home(seen).values():
        alone = {spelled(each.name): (each.key, each.name) for each in rooms if "," not in each.name}
        for room in rooms:
            known = {spelled(name): (spelled(name), name) for name in table.names_in(room.place)} | alone
            if (parts := _parts(room, known)) and not _is_told(room, parts, table):
                yield Together(room, parts)


def _parts(room: SeenRoom, known: Mapping[str, tuple[str, str]]) -> Mapping[str, str]:
    """The known rooms that a name is put together of, by key; none if not all of them are known."""
    for names in rooms_in_name(room.name):
        found = dict(known[each] for each in map(spelled, names) if each in known)
        if len(found) == len(names):
            return found
    return {}


def _is_told(room: SeenRoom, parts: Mapping[str, str], table: RoomTable) -> bool:
    """Whether places.yaml says of what it is put together, or that it is not."""
    declared = table.declared_whole(room.name, room.place)
    if declared is None:
        return False
    is_alias = spelled(declared.name) != spelled(room.name)
    return is_alias or bool(declared.parts) or not parts.keys().isdisjoint(map(spelled, declared.others))


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
