"""Which room a text means, and whether two sessions are in one.

`Crystal A`, `crystal-a` and `Crystal A, Hyatt Regency` are one room.

Case, white space, hyphens and other punctuation between words do not matter, accents and digits do; what stands behind
a comma is the house. places.yaml says which names mean one room, of which rooms one is put together, and which hold
many sessions at once. Whatever else two names may mean is a doubt, on which it may hang whether two sessions are in one
room.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, product, starmap
from typing import TypeVar

from agendacli.model.frozen import frozen
from agendacli.model.places import City, DeclaredRoom, Gazetteer, Place, Venue
from agendacli.words.folded import normal, spelled
from agendacli.words.placeholders import is_no_room

Declared = TypeVar("Declared", City, Venue)
Phrases = tuple[str, ...]


@frozen
class MeantRoom:
    """A room in words that can be compared: `key` is its name, `house` what stands behind the comma, if anything does.

    `atoms` are the rooms that it is put together of, itself if of none; two rooms that share one cannot both be used.
    `many` says that it holds many sessions at once. `said` is the whole text.
    """

    key: str
    house: str | None
    atoms: frozenset[str]
    many: bool = False
    said: str = ""


@frozen
class RoomReading:
    """One room that a session may be in: its key, the rooms that it is made of, and on what that hangs, if it does.

    `named` is the key of the room that the session names.
    """

    key: str
    atoms: frozenset[str]
    hangs_on: str | None = None
    named: str = ""


class RoomTable:
    """What is declared of rooms, ready to tell which room a text means."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._venues = _by_name(gazetteer.venues)
        self._cities = _by_name(gazetteer.cities)
        self._loose = _by_spelling(gazetteer.rooms)
        self._in_venue = {each.id: _by_spelling((*each.rooms, *gazetteer.rooms)) for each in gazetteer.venues}
        self._in_city = {
            city.id: _by_spelling((*_rooms_in(city, gazetteer.venues), *gazetteer.rooms)) for city in gazetteer.cities
        }

    def meant(self, text: str, place: Place) -> MeantRoom | None:
        """The room that a text means at a place; None where it is not a room of a house."""
        whole = self.declared_whole(text, place)
        room, house = (whole.name, "") if whole else self._parted(text, place)
        if is_no_room(text) or is_no_room(room):
            return None
        known = self._known(house, place)
        declared = known.get(spelled(room))
        key = spelled(declared.name if declared else room)
        atoms = frozenset(_atoms(key, known, frozenset()))
        is_many = declared is not None and declared.many
        return MeantRoom(key, spelled(house) or None, atoms, many=is_many, said=spelled(text))

    def atoms(self, key: str, place: Place) -> frozenset[str]:
        """What a room is put together of at a place, by its key, and itself; nothing if it holds many sessions."""
        known = self._known("", place)
        declared = known.get(key)
        return frozenset() if declared and declared.many else frozenset(_atoms(key, known, frozenset()))

    def home(self, place: Place, programme: str) -> str:
        """Where rooms of one name are one: the city, or where that is not known the programme's."""
        venue = self._venues.get(normal(place.venue)) if place.venue and not place.city else None
        city = venue.city if venue else place.city
        if not city:
            return f"the city of {programme}"
        declared = self._cities.get(normal(city))
        return normal(declared.name if declared else city)

    def declared(self, text: str, place: Place) -> DeclaredRoom | None:
        """What is declared of the room that a text names at a place."""
        room, house = self._parted(text, place)
        return self.declared_whole(text, place) or self._known(house, place).get(spelled(room))

    def declared_whole(self, text: str, place: Place) -> DeclaredRoom | None:
        """The same, if all of the text is a name of it, and nothing in it the house."""
        return self._known("", place).get(spelled(text))

    def names_in(self, place: Place) -> tuple[str, ...]:
        """The names and aliases of the rooms that are declared for a place."""
        rooms = dict.fromkeys(self._known("", place).values())
        return tuple(name for each in rooms for name in (each.name, *each.aliases))

    def _parted(self, text: str, place: Place) -> tuple[str, str]:
        """The room and the house that a text names, whichever of them comes first."""
        parts = [each.strip() for each in text.split(",") if each.strip()] or [text]
        is_house = self._venues.get(normal(parts[0])) or (place.venue and spelled(parts[0]) == spelled(place.venue))
        if parts[1:] and is_house:
            parts = [*parts[1:], parts[0]]
        return parts[0], ", ".join(parts[1:])

    def _known(self, house: str, place: Place) -> Mapping[str, DeclaredRoom]:
        """The declared rooms by spelling: of the house, else of the whole city, and those that belong to none."""
        names = filter(None, (place.venue, house, house.partition(",")[0]))
        venue = next(filter(None, (self._venues.get(normal(each)) for each in names)), None)
        if venue:
            return self._in_venue[venue.id]
        city = self._cities.get(normal(place.city)) if place.city else None
        return self._in_city[city.id] if city and not place.venue else self._loose


def is_one_house(one: str | None, other: str | None) -> bool:
    """Whether two houses may be one: one is not said, or says only less of the address than the other."""
    if not one or not other:
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    return long[: len(short)] == short


def readings(
    rooms: Iterable[MeantRoom],
    near: Mapping[tuple[str, str], str],
    together: Mapping[str, tuple[frozenset[str], str]],
    atoms: Callable[[str], frozenset[str]],
) -> Iterator[RoomReading]:
    """Every room that a session may be in: those named, those whose names are nearly theirs or that they put together.

    `near` and `together` are the doubts about rooms; `atoms` has what a room of that name is made of. One that holds
    many sessions at once is nobody's.
    """
    for room in rooms:
        if not room.many:
            yield RoomReading(room.key, room.atoms, named=room.key)
            yield from (RoomReading(key, atoms(key), said, room.key) for key, said in _near(room.key, near))
            if room.said in together:
                parts, said = together[room.said]
                yield RoomReading(room.said, room.atoms.union(*map(atoms, parts)), said, room.key)


def shared(one: Iterable[RoomReading], other: Iterable[RoomReading]) -> Phrases | None:
    """On what it hangs that two sessions are in one room, nothing if they surely are; None if they surely are not."""
    return min(starmap(_phrases, _sharing(one, other)), key=len, default=None)


def shared_keys(one: Iterable[RoomReading], other: Iterable[RoomReading]) -> tuple[frozenset[str], ...]:
    """The keys of the rooms that two sessions share: of a part and its whole the part, of two names both."""
    pairs = tuple(_sharing(one, other))
    fewest = min((len(_phrases(*each)) for each in pairs), default=0)
    found = (_common(*each) for each in pairs if len(_phrases(*each)) == fewest)
    return tuple(dict.fromkeys(found))[: 1 if fewest else None]


def may_both_hold(here: RoomReading, there: RoomReading) -> bool:
    """Two rooms that may each be a third are not for that one room."""
    return not (here.hangs_on and there.hangs_on and here.key == there.key)


def _rooms_in(city: City, venues: Iterable[Venue]) -> Iterator[DeclaredRoom]:
    return (room for each in venues if each.city == city.id for room in each.rooms)


def _by_name(declared: Iterable[Declared]) -> Mapping[str, Declared]:
    """Each by its id, its aliases and its name, which counts for most; the first holds a name that several claim."""
    found = tuple(declared)[::-1]
    by_alias = {normal(alias): each for each in found for alias in each.aliases}
    return {normal(each.id): each for each in found} | by_alias | {normal(each.name): each for each in found}


def _by_spelling(rooms: Iterable[DeclaredRoom]) -> Mapping[str, DeclaredRoom]:
    """The rooms by every name; of several that claim one the first holds it, by its name rather than an alias.

    A part that nothing else is said of is a room as well.
    """
    declared = tuple(rooms)
    names = ((each.name, each) for each in declared)
    aliases = ((alias, each) for each in declared for alias in each.aliases)
    parts = ((part, DeclaredRoom(part)) for each in declared for part in each.parts)
    found: dict[str, DeclaredRoom] = {}
    for name, room in chain(names, aliases, parts):
        found.setdefault(spelled(name), room)
    return found


def _atoms(key: str, known: Mapping[str, DeclaredRoom], above: frozenset[str]) -> Iterator[str]:
    """The smallest rooms that a room is put together of, and itself; one that is part of itself is not a part."""
    yield key
    declared = known.get(key)
    for part in declared.parts if declared else ():
        there = known.get(spelled(part))
        inner = spelled(there.name) if there else spelled(part)
        if inner not in above and inner != key:
            yield from _atoms(inner, known, above | {key})


def _sharing(one: Iterable[RoomReading], other: Iterable[RoomReading]) -> Iterator[tuple[RoomReading, RoomReading]]:
    pairs = ((here, there) for here, there in product(one, other) if may_both_hold(here, there))
    return ((here, there) for here, there in pairs if not here.atoms.isdisjoint(there.atoms))


def _common(here: RoomReading, there: RoomReading) -> frozenset[str]:
    if here.key == there.key:
        return frozenset((here.named, there.named))
    small, large = sorted((here, there), key=lambda each: len(each.atoms))
    return frozenset((small.key,)) if small.atoms <= large.atoms else small.atoms & large.atoms


def _near(key: str, doubts: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, str]]:
    pairs = ((pair, said) for pair, said in doubts.items() if key in pair)
    return ((one if other == key else other, said) for (one, other), said in pairs)


def _phrases(here: RoomReading, there: RoomReading) -> Phrases:
    return tuple(dict.fromkeys(each.hangs_on for each in (here, there) if each.hangs_on))
