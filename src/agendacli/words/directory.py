"""What people.yaml and places.yaml declare, ready to be looked up by id, name and alias."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar

from agendacli.model.people import Person
from agendacli.model.places import City, Gazetteer, Venue
from agendacli.words.near import NearNames, normal

_NEAR_NAME = 0.84


class Directory:
    """Declared persons and places. Where two claim one name, the earlier holds it."""

    def __init__(self, people: Iterable[Person] = (), gazetteer: Gazetteer | None = None) -> None:
        self.people = tuple(people)
        self.gazetteer = gazetteer or Gazetteer()
        self._by_id = {each.id: each for each in reversed(self.people)}
        self._by_name = {normal(name): each for each in reversed(self.people) for name in declared_names(each)}
        self._cities = {normal(name): each for each in reversed(self.gazetteer.cities) for name in declared_names(each)}
        self._venues = {normal(name): each for each in reversed(self.gazetteer.venues) for name in declared_names(each)}
        self._city_by_id = {each.id: each for each in reversed(self.gazetteer.cities)}
        self._near_ids = NearNames(self._by_id)

    def followed_by(self, other: "Directory") -> "Directory":
        """This directory with another behind it, for ids that this one does not declare."""
        mine, theirs = self.gazetteer, other.gazetteer
        gazetteer = Gazetteer(
            mine.cities + _others(theirs.cities, mine.cities),
            mine.venues + _others(theirs.venues, mine.venues),
            mine.transfers + theirs.transfers,
        )
        return Directory(self.people + _others(other.people, self.people), gazetteer)

    def person_by_id(self, person_id: str) -> Person | None:
        """The person declared under that id."""
        return self._by_id.get(person_id)

    def person_by_name(self, name: str) -> Person | None:
        """The person who bears that name or alias, without honorific."""
        return self._by_name.get(normal(name))

    def nearest_id(self, person_id: str) -> str | None:
        """The declared id that is most like a wrong one."""
        return self._near_ids.nearest(person_id)

    def nearest_person(self, name: str) -> str | None:
        """A declared name that is nearly that name, but is not it."""
        return self._near_people.nearest(name)

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
    def _near_people(self) -> NearNames:
        return NearNames((name for each in self.people for name in declared_names(each)), _NEAR_NAME)

    @cached_property
    def _near_places(self) -> NearNames:
        places: tuple[City | Venue, ...] = (*self.gazetteer.cities, *self.gazetteer.venues)
        return NearNames((name for each in places for name in declared_names(each)), _NEAR_NAME)


OnDemand = Callable[[], Directory]
"""A directory that is put together when somebody is looked up."""

Declared = TypeVar("Declared", Person, City, Venue)


def _others(declared: Iterable[Declared], first: Iterable[Declared]) -> tuple[Declared, ...]:
    """Those of `declared` whose id none of `first` has: one id must not mean two."""
    taken = {each.id for each in first}
    return tuple(each for each in declared if each.id not in taken)


def declared_names(declared: Person | City | Venue) -> tuple[str, ...]:
    """The name of something declared, and its aliases."""
    return (declared.name, *declared.aliases)
