"""Where a session is, in names that can be compared, and how long it takes from one place to another.

A stated time wins. Else there is none within a room, the buffer between two rooms of one city, and between two
cities an estimate. Usually it takes 5 h round a flight and 800 km/h along the great circle, or 1 h and 60 km/h by
road or rail, whichever is shorter; at least 2 h and 900 km/h, or 15 min and 300 km/h.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from itertools import product
from math import asin, cos, radians, sin, sqrt

from agendacli.analysis.conflicts.times.certainty import NO_WAY, Way, exactly
from agendacli.analysis.conflicts.times.instants import DAY, HOUR, MINUTE
from agendacli.analysis.doubts import NO_DOUBTS, Doubts
from agendacli.analysis.rooms_meant import (
    MeantRoom,
    RoomReading,
    RoomTable,
    is_one_house,
    may_both_hold,
    readings,
    shared,
)
from agendacli.analysis.whereabouts import Whereabouts, place_key
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Coordinates, Gazetteer
from agendacli.model.programme import Programme
from agendacli.words.folded import spelled

EARTH_RADIUS_KM = 6371.0088
USUAL = (5 * HOUR, 800), (1 * HOUR, 60)  # seconds round a flight and on the road, km/h
LEAST = (2 * HOUR, 900), (15 * MINUTE, 300)
TOWN_KM = 30
LONGEST_ESTIMATE = 31 * HOUR  # half round the earth takes 30 h 1 min
UNKNOWN_WAY = Way(0, DAY, is_estimate=True, is_known=False)

Said = tuple[str, ...] | str | None
"""The rooms of a session as stated: several, one, or none."""


@frozen
class Spot:
    """A place in names that can be compared.

    `home` is the city or, where that is not known, the programme: two spots of one home can be the same room.
    `house` is the venue, else what the text of the room says of it; `rooms` are all readings of that text.
    """

    home: str
    city: str | None
    venue: str | None
    room: str | None
    coordinates: Coordinates | None = None
    house: str | None = None
    rooms: tuple[RoomReading, ...] = ()

    @property
    def names(self) -> tuple[str | None, str | None, str | None]:
        """Room, venue and city: the most specific first."""
        return self.room, self.venue, self.city

    def shared_room(self, other: "Spot") -> tuple[str, ...] | None:
        """On what it hangs that both are in one room, nothing if they surely are; None if they surely are not.

        A house that is not known may be the other's.
        """
        if self.home != other.home or not is_one_house(self.house, other.house):
            return None
        return shared(self.rooms, other.rooms)

    @property
    def readings(self) -> tuple[RoomReading, ...]:
        """The rooms that it may be, one at a time; where several are taken at once, or none, these as they are."""
        is_one = any(each.key == self.room and each.hangs_on is None for each in self.rooms)
        return self.rooms if is_one else (RoomReading(self.room or "", frozenset()),)

    def called(self, room: str) -> "Spot":
        """The same place, with that name of its room."""
        return replace(self, room=room or None)

    @property
    def atoms(self) -> frozenset[str]:
        """Every room, or part of one, that may be taken here."""
        return frozenset(atom for each in self.rooms for atom in each.atoms)


class Atlas:
    """Every place by its name, and the time between any two."""

    def __init__(self, gazetteer: Gazetteer, buffer: timedelta = timedelta(), doubts: Doubts = NO_DOUBTS) -> None:
        self._gazetteer = gazetteer
        self._table = RoomTable(gazetteer)
        self._doubts = doubts
        self._buffer = int(buffer.total_seconds())
        self._whereabouts = Whereabouts(gazetteer)
        self._numbers: dict[tuple[int, tuple[str, ...], str], int] = {}
        self._rooms: dict[tuple[int, str | None, str], dict[Said, int]] = {}
        self._texts: dict[tuple[int, tuple[str, ...]], Mapping[str, str]] = {}
        self._spots: dict[Spot, int] = {}

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every place that was asked for, by its number."""
        return tuple(self._spots)

    def spot(self, occurrence: Occurrence) -> Spot:
        """Where an occurrence is."""
        return self._spot(occurrence)

    def number(self, occurrence: Occurrence) -> int:
        """The number of the place where an occurrence is: equal for equal places."""
        place, programme = occurrence.place, occurrence.programme.id
        key = (id(place), occurrence.rooms, programme)
        found = self._numbers.get(key)
        if found is None:
            spot = self._spot(occurrence)
            found = self._numbers[key] = self._spots.setdefault(spot, len(self._spots))
        if occurrence.session.place is None and not occurrence.session.transparent:
            self.rooms(occurrence.programme)[occurrence.session.rooms or occurrence.session.room] = found
        return found

    def rooms(self, programme: Programme) -> dict[Said, int]:
        """The numbers of a programme's own rooms, as far as they were asked for, by what its sessions say.

        For those that take time and are at no other place: a short way to `number`.
        """
        return self._rooms.setdefault((id(programme.place), programme.room, programme.id), {})

    def room_texts(self, occurrence: Occurrence) -> Mapping[str, str]:
        """What an occurrence calls each of its rooms, by key; worked out once for what is said of a place."""
        place, rooms = occurrence.place, occurrence.rooms
        found = self._texts.get((id(place), rooms))
        if found is None:
            meant = ((self._table.meant(each, place), each) for each in rooms)
            found = self._texts[id(place), rooms] = {room.key: text for room, text in meant if room}
        return found

    def way(self, one: Spot, other: Spot) -> Way:
        """The way from one place to the other; none where a city is not named. Either room may be in doubt."""
        if one.home != other.home or not (self._doubts.rooms and self.longest_within_a_city):
            return self._way(one, other)
        pairs = [(here, there) for here, there in product(one.readings, other.readings) if may_both_hold(here, there)]
        ways = [self._way(one.called(here.key), other.called(there.key)) for here, there in pairs]
        least, usual = min(each.least for each in ways), max(each.usual for each in ways)
        said = (each.hangs_on for pair in pairs for each in pair)
        return Way(least, usual, hangs_on=tuple(dict.fromkeys(filter(None, said))) if least < usual else ())

    def _way(self, one: Spot, other: Spot) -> Way:
        stated = self._stated(one, other)
        if one.home == other.home or _one_town(one, other):
            return exactly(max(stated or 0, self._buffer if _differ(one, other) else 0))
        return _estimate(one, other) if stated is None else exactly(stated)

    @cached_property
    def longest(self) -> int:
        """A time that no journey between two cities exceeds, in seconds."""
        return max((LONGEST_ESTIMATE, *self._whereabouts.transfers.values()))

    @cached_property
    def longest_within_a_city(self) -> int:
        """A time that no change of rooms within one city exceeds, in seconds."""
        cities = {place_key(city.name) for city in self._gazetteer.cities}
        inner = (time for pair, time in self._whereabouts.transfers.items() if not cities.issuperset(pair))
        return max((self._buffer, *inner))

    def _spot(self, occurrence: Occurrence) -> Spot:
        place = occurrence.place
        city = self._whereabouts.city(place)
        city_key = self._whereabouts.canonical(city) if city else None
        venue_key = self._whereabouts.canonical(place.venue) if place.venue else None
        rooms = tuple(filter(None, (self._table.meant(each, place) for each in occurrence.rooms)))
        house = spelled(venue_key) if venue_key else next((each.house for each in rooms if each.house), None)
        doubts = self._doubts
        found = readings(rooms, doubts.rooms, doubts.together, lambda key: self._table.atoms(key, place))
        return Spot(
            self._table.home(place, occurrence.programme.id),
            city=city_key,
            venue=venue_key,
            room=self._room_name(rooms),
            coordinates=self._whereabouts.coordinates(occurrence),
            house=house,
            rooms=tuple(found),
        )

    def _room_name(self, rooms: Iterable[MeantRoom]) -> str | None:
        """What ways call the rooms of a session."""
        return ", ".join(each.key for each in rooms) or None

    def _stated(self, one: Spot, other: Spot) -> int | None:
        if not self._whereabouts.transfers:
            return None
        # Two rooms are named without their house, so a time between rooms holds within a city only.
        least = 0 if one.home == other.home else 1
        levels = sorted((i + j, i, j) for i in range(3) for j in range(3) if i + j >= least)
        for _, i, j in levels:
            here, there = one.names[i], other.names[j]
            if here and there and (here, there) in self._whereabouts.transfers:
                return self._whereabouts.transfers[here, there]
        return None


def great_circle(one: Coordinates, other: Coordinates) -> float:
    """The distance in km over the surface of a round earth (the haversine formula)."""
    north, south = radians(one.latitude), radians(other.latitude)
    rise = sin((south - north) / 2) ** 2
    turn = sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, rise + cos(north) * cos(south) * turn)))


def _estimate(one: Spot, other: Spot) -> Way:
    """The way between two cities; one that nobody knows takes up to a day, one that is not named counts as none."""
    if one.coordinates is None or other.coordinates is None:
        return UNKNOWN_WAY if one.city and other.city else NO_WAY
    distance = great_circle(one.coordinates, other.coordinates)
    least, usual = (_shortest(distance, ways) for ways in (LEAST, USUAL))
    return Way(least, usual, is_estimate=True)


def _shortest(distance: float, ways: Iterable[tuple[int, int]]) -> int:
    """The shortest of some ways, each with the seconds round it and its km/h."""
    return round(min(round_it + distance / speed * HOUR for round_it, speed in ways) / MINUTE) * MINUTE


def _one_town(one: Spot, other: Spot) -> bool:
    """Whether two spots lie so close together that one town may hold both, where a city is not named."""
    if (one.city and other.city) or one.coordinates is None or other.coordinates is None:
        return False
    return great_circle(one.coordinates, other.coordinates) <= TOWN_KM


def _differ(one: Spot, other: Spot) -> bool:
    """Whether two spots are known to be different rooms or houses."""
    pairs = ((one.room, other.room), (one.venue, other.venue))
    return any(here and there and here != there for here, there in pairs)
