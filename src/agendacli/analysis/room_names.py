"""One name for each room of some sessions, however they call it: a room is one here where it is one for conflicts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from agendacli.analysis.rooms_meant import MeantRoom, RoomTable, is_one_house
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Gazetteer, Place
from agendacli.words.folded import spelled

NOWHERE = Gazetteer()


@frozen
class Room:
    """A room as declared, else as it is printed first, in its venue and city as far as known.

    Where no city is, it is one of that `event` only.
    """

    name: str
    venue: str | None = None
    city: str | None = None
    event: str | None = None


@frozen
class _Said:
    """What one text means at one place, and the room with that name; its `house` stands in the text or is the venue."""

    home: str
    meant: MeantRoom
    house: str | None
    room: Room
    programme: str


_Whose = tuple[str, str, str]
_Identity = tuple[str, str, str | None]
"""The home, the key and the house of a room."""


class RoomNames:
    """The rooms of some occurrences. What is not a room of a house, such as `Zoom`, is none of them."""

    def __init__(self, occurrences: Iterable[Occurrence], gazetteer: Gazetteer = NOWHERE) -> None:
        self._table = RoomTable(gazetteer)
        self._said: dict[tuple[int, str, str], _Said | None] = {}
        self._own: dict[tuple[int, tuple[str, ...], str], tuple[Room, ...]] = {}
        every = [*{id(said): said for each in occurrences for said in self._meant(each)}.values()]  # few, often said
        self._houses = _houses(every)
        self._rooms = self._named(every)
        self._users = self._by_part(every)

    def of(self, occurrence: Occurrence) -> tuple[Room, ...]:
        """The rooms that an occurrence names, each once."""
        key = (id(occurrence.place), occurrence.rooms, occurrence.programme.id)
        if key not in self._own:
            found = (self._rooms.get(self._identity(each), each.room) for each in self._meant(occurrence))
            self._own[key] = tuple(dict.fromkeys(found))
        return self._own[key]

    def taken(self, occurrence: Occurrence) -> tuple[Room, ...]:
        """These, and every other room that is part of one of them, or has a part in common with it."""
        found = [room for said in self._meant(occurrence) for room in self._sharing(said)]
        return tuple(dict.fromkeys((*self.of(occurrence), *found)))

    def _meant(self, occurrence: Occurrence) -> Iterator[_Said]:
        for text in occurrence.rooms:
            key = (id(occurrence.place), text, occurrence.programme.id)
            if key not in self._said:
                self._said[key] = self._read(text, occurrence)
            if (said := self._said[key]) is not None:
                yield said

    def _read(self, text: str, occurrence: Occurrence) -> _Said | None:
        place = occurrence.place
        meant = self._table.meant(text, place)
        if meant is None:
            return None
        declared = self._table.declared(text, place)
        house = (spelled(place.venue) if place.venue else None) or meant.house
        event = occurrence.programme.id
        home = self._table.home(place, event)
        is_alone = home == self._table.home(Place(), event)
        room = Room(declared.name if declared else text, place.venue, place.city, event if is_alone else None)
        return _Said(home, meant=meant, house=house, room=room, programme=event)

    def _identity(self, said: _Said) -> _Identity:
        return said.home, said.meant.key, self._houses.get(_whose(said))

    def _named(self, every: Iterable[_Said]) -> Mapping[_Identity, Room]:
        """Each room by the name that stands first, in the venue and city that are said first."""
        found: dict[_Identity, Room] = {}
        for said in every:
            known, room = found.get(self._identity(said), said.room), said.room
            found[self._identity(said)] = replace(known, venue=known.venue or room.venue)
        return found

    def _by_part(self, every: Iterable[_Said]) -> Mapping[tuple[str, str], Sequence[_Said]]:
        """Every room by each of its parts; not one that holds many sessions."""
        found: dict[tuple[str, str], dict[_Identity, _Said]] = {}
        for said in every:
            for atom in () if said.meant.many else said.meant.atoms:
                found.setdefault((said.home, atom), {}).setdefault(self._identity(said), said)
        return {part: tuple(rooms.values()) for part, rooms in found.items()}

    def _sharing(self, said: _Said) -> Iterator[Room]:
        for atom in () if said.meant.many else sorted(said.meant.atoms):
            for other in self._users.get((said.home, atom), ()):
                if other.meant.key != said.meant.key and _is_surely_one_house(said, other):
                    yield self._rooms[self._identity(other)]


def _is_surely_one_house(one: _Said, other: _Said) -> bool:
    """Whether two rooms are in one house: what only one of two texts of an event says is that of both."""
    is_told_alike = (one.house is None) == (other.house is None)
    is_one_place = (one.programme, one.room.venue) == (other.programme, other.room.venue)
    return (is_told_alike or is_one_place) and is_one_house(one.house, other.house)


def _whose(said: _Said) -> _Whose:
    """What the house of a room is looked up by: what is said of it, or the programme that does not say it."""
    return said.home, said.meant.key, f"the house {said.house}" if said.house else f"a house of {said.programme}"


def _houses(every: Sequence[_Said]) -> Mapping[_Whose, str | None]:
    """The house that each text means: a shorter address is that of a longer one.

    Where a programme names one house only behind the room, that is also the house of the room by itself.
    """
    housed = [(each, each.house) for each in every if each.house]
    named: dict[_Whose, dict[str, None]] = {}
    for each, house in housed:
        named.setdefault((each.home, each.meant.key, ""), {})[house] = None
    found = {
        _whose(each): next(it for it in named[each.home, each.meant.key, ""] if is_one_house(it, house))
        for each, house in housed
    }
    beside: dict[_Whose, set[str]] = {}
    for each, _ in housed:
        if not each.room.venue:
            beside.setdefault(_whose(replace(each, house=None)), set()).add(found[_whose(each)])
    return found | {whose: min(houses) for whose, houses in beside.items() if len(houses) == 1}
