"""Where a city lies and which times between places are stated: what places.yaml declares, else the zone data."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from agendacli.model.occurrence import Occurrence
from agendacli.model.places import City, Coordinates, Gazetteer, Place, Venue

Declared = TypeVar("Declared", City, Venue)


class Whereabouts:
    """Every declared city and venue by its names, and the stated times."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._transfers = gazetteer.transfers
        self._cities = _by_name(gazetteer.cities)
        self._venues = _by_name(gazetteer.venues)

    def city(self, place: Place) -> str | None:
        """The city of a place, else that of its venue, by any of its names."""
        venue = self._venue(place)
        return place.city or (venue.city if venue else None)

    def declared_city(self, name: str) -> City | None:
        """The declared city of that name."""
        return self._cities.get(place_key(name))

    def coordinates(self, occurrence: Occurrence) -> Coordinates | None:
        """Where an occurrence is, as far as anybody knows: its place, its venue, its city."""
        place = occurrence.place
        venue, city = self._venue(place), self.city(place)
        declared = place.coordinates or (venue.coordinates if venue else None)
        return declared or (self._of_city(city, occurrence) if city else None)

    def canonical(self, name: str) -> str:
        """The one name of a venue or city, to be compared."""
        plain = place_key(name)
        declared = self._venues.get(plain) or self._cities.get(plain)
        return place_key(declared.name) if declared else plain

    @cached_property
    def transfers(self) -> Mapping[tuple[str, str], int]:
        """The stated times in seconds, by the names of both places either way."""
        found = {}
        for transfer in self._transfers:
            one, other = map(self.canonical, transfer.between)
            found[one, other] = found[other, one] = int(transfer.time.total_seconds())
        return found

    def _venue(self, place: Place) -> Venue | None:
        return self._venues.get(place_key(place.venue)) if place.venue else None

    def _of_city(self, city: str, occurrence: Occurrence) -> Coordinates | None:
        """Where a city lies: as declared, else as the zone data knows it, unless the clocks there are others."""
        if (declared := self.declared_city(city)) is not None:
            return declared.coordinates
        from agendacli.words.world import known_city

        own = occurrence.programme.zone if occurrence.session.place is None else None
        known = known_city(city, occurrence.place.zone or own)
        return known.coordinates if known else None


def place_key(name: str) -> str:
    """A name without the differences that mean nothing: case and white space."""
    return " ".join(name.split()).casefold()


def _by_name(declared: Iterable[Declared]) -> dict[str, Declared]:
    """Each by its id, its aliases and its name; a name counts for more than another's alias or id."""
    found: dict[str, Declared] = {}
    for names in (lambda each: (each.id,), lambda each: each.aliases, lambda each: (each.name,)):
        found.update((place_key(name), each) for each in declared for name in names(each))
    return found
