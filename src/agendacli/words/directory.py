"""What people.yaml and places.yaml declare, ready to be looked up by id, name and alias."""

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from functools import cached_property
from typing import TypeVar

from agendacli.model.people import Person
from agendacli.model.places import City, Gazetteer, Venue
from agendacli.words.folded import normal
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.near import NearNames
from agendacli.words.person import PrintedPerson, undeclared_id

NEAR_PLACE = 0.84
"""From what likeness on a name is taken for a slip of a declared place."""


class Directory:
    """Declared persons and places. Where two claim one name, the earlier holds it."""

    def __init__(self, people: Iterable[Person] = (), gazetteer: Gazetteer | None = None) -> None:
        self.people = tuple(people)
        self.gazetteer = gazetteer or Gazetteer()
        self._by_id = {each.id: each for each in reversed(self.people)}
        self._by_name = _bearers(self.people)
        self._cities = {normal(name): each for each in reversed(self.gazetteer.cities) for name in declared_names(each)}
        self._venues = {normal(name): each for each in reversed(self.gazetteer.venues) for name in declared_names(each)}
        self._city_by_id = {each.id: each for each in reversed(self.gazetteer.cities)}
        self._near_ids = NearNames(self._by_id)
        self._names: dict[str, str] = {}

    def followed_by(self, other: "Directory") -> "Directory":
        """This directory with another behind it, for ids that this one does not declare."""
        mine, theirs = self.gazetteer, other.gazetteer
        gazetteer = Gazetteer(
            mine.cities + _others(theirs.cities, mine.cities),
            mine.venues + _others(theirs.venues, mine.venues),
            mine.transfers + theirs.transfers,
            mine.rooms + theirs.rooms,
        )
        return Directory(self.people + _others(other.people, self.people), gazetteer)

    def naming(self, names: Mapping[str, str]) -> "Directory":
        """This directory with the names, by address, of those whom one calendar shows under several."""
        found = copy(self)
        found._names = {normal(address): name for address, name in names.items()}  # noqa: SLF001 - a copy of itself
        return found

    def name_of(self, address: str) -> str | None:
        """The one name of an address that stands under several."""
        return self._names.get(normal(address)) if self._names else None

    def person_by_id(self, person_id: str) -> Person | None:
        """The person declared under that id."""
        return self._by_id.get(person_id)

    def person_by_name(self, name: str, position: str | None = None) -> Person | None:
        """The person who bears that name or alias, without honorific; None where several do, each `not` the other.

        Someone who is said not to be who has the name in that position is not meant by it.
        """
        bearers = self._by_name.get(normal(name), ())
        found = [each for each in bearers if not position or not is_said_apart(each, f"{name}, {position}")]
        return found[0] if found and not any(is_apart(found[0], each) for each in found[1:]) else None

    def is_borne(self, name: str) -> bool:
        """Whether anybody bears that name, be it several or another than is meant."""
        return normal(name) in self._by_name

    def free_id(self, printed: PrintedPerson) -> str:
        """The id of a person whom nothing declares; it holds the position of whoever is said to be a namesake."""
        name, position = printed.name, printed.position
        is_another = position and any(
            is_said_apart(each, f"{name}, {position}") for each in self._by_name.get(normal(name), ())
        )
        made = undeclared_id(f"{name}, {position}" if is_another else name, printed.honorific)
        return f"{made}-undeclared" if made in self._by_id else made

    def nearest_id(self, person_id: str) -> str | None:
        """The declared id that is most like a wrong one."""
        return self._near_ids.nearest(person_id)

    def city(self, name: str) -> City | None:
        """The city of that name or alias."""
        return self._cities.get(normal(name))

    def city_by_id(self, city_id: str) -> City | None:
        """The city declared under that id."""
        return self._city_by_id.get(city_id)

    def venue(self, name: str) -> Venue | None:
        """The venue of that name or alias."""
        return self._venues.get(normal(name))

    def nearest_place(self, name: str) -> str | None:
        """A declared city or venue whose name is nearly that, but is not it."""
        return self._near_places.nearest(name)

    @cached_property
    def _near_places(self) -> NearNames:
        places: tuple[City | Venue, ...] = (*self.gazetteer.cities, *self.gazetteer.venues)
        return NearNames((name for each in places for name in declared_names(each)), NEAR_PLACE)


OnDemand = Callable[[], Directory]
"""A directory that is put together when somebody is looked up."""

Declared = TypeVar("Declared", Person, City, Venue)


def _others(declared: Iterable[Declared], first: Iterable[Declared]) -> tuple[Declared, ...]:
    """Those of `declared` whose id none of `first` has: one id must not mean two."""
    taken = {each.id for each in first}
    return tuple(each for each in declared if each.id not in taken)


def is_apart(one: Person, other: Person) -> bool:
    """Whether one of two persons is declared not to be the other."""
    return any(_says_not(here, there) for here, there in ((one, other), (other, one)))


def is_said_apart(person: Person, name: str) -> bool:
    """Whether a person is declared not to be the one of that name, or of that name and position."""
    return bool(person.others) and normal(name) in map(normal, person.others)


def _says_not(one: Person, other: Person) -> bool:
    return any(is_said_apart(one, each) for each in (other.id, *declared_names(other)))


def _bearers(people: Iterable[Person]) -> dict[str, tuple[Person, ...]]:
    """Everybody who bears a name, an alias, or what is left of one without honorific; the first declared first."""
    found: dict[str, dict[str, Person]] = {}
    for person in people:
        for name in declared_names(person):
            for spelling in (normal(name), normal(name_and_honorifics(name)[0])):
                found.setdefault(spelling, {}).setdefault(person.id, person)
    return {spelling: tuple(bearers.values()) for spelling, bearers in found.items()}


def declared_names(declared: Person | City | Venue) -> tuple[str, ...]:
    """The name of something declared, and its aliases."""
    return (declared.name, *declared.aliases)
