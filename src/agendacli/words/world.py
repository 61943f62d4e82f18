"""Cities that everybody knows: those that name a time zone, with their zone and where they lie."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from agendacli.model.frozen import frozen
from agendacli.model.places import Coordinates
from agendacli.model.zones import is_zone, zone_of
from agendacli.words.folded import folded

_SEASONS = datetime(2024, 1, 15), datetime(2024, 7, 15)  # noqa: DTZ001  # on the clocks of a zone


@frozen
class KnownCity:
    """A city of the zone data."""

    name: str
    zone: str
    coordinates: Coordinates


def known_city(name: str, zone: str | None = None) -> KnownCity | None:
    """The city of that name, if it is known; not where the clocks are those of another zone: there is a namesake."""
    found = _cities().get(folded(name))
    return found if found and (zone is None or _alike(zone, found.zone)) else None


@cache
def _cities() -> Mapping[str, KnownCity]:
    from agendacli.words.zone_cities import TABLE

    rows = (row.split() for row in TABLE.replace("\n", " ").split(";"))
    cities = (KnownCity(_name(zone), zone, Coordinates(float(north), float(east))) for zone, north, east in rows)
    return {folded(each.name): each for each in cities}


def _name(zone: str) -> str:
    """The city in the name of a zone: `America/Argentina/Buenos_Aires` is Buenos Aires."""
    return zone.rpartition("/")[2].replace("_", " ")


def _alike(zone: str, other: str) -> bool:
    """Whether two zones have the same clocks, in winter and in summer."""
    if not (is_zone(zone) and is_zone(other)):
        return False
    return all(zone_of(zone).utcoffset(each) == zone_of(other).utcoffset(each) for each in _SEASONS)
