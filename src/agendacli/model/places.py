"""Cities, venues, rooms, and the place of a programme or session."""

from dataclasses import field
from datetime import date, timedelta

from agendacli.model.frozen import frozen
from agendacli.model.span import Span


@frozen
class Coordinates:
    """Degrees on the WGS 84 ellipsoid: latitude north, longitude east (GEO in RFC 5545 3.8.1.6)."""

    latitude: float
    longitude: float


@frozen
class Place:
    """Where something happens: a city with its country and zone, a venue in it; each part None when not known."""

    city: str | None = None
    country: str | None = None
    venue: str | None = None
    coordinates: Coordinates | None = None
    zone: str | None = None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.venue, self.city, self.country) if part)


@frozen
class City:
    """A declared city; `zone` is an IANA name, `holidays` are days on which nobody works there."""

    id: str
    name: str
    country: str | None = None
    zone: str | None = None
    coordinates: Coordinates | None = None
    aliases: tuple[str, ...] = ()
    holidays: tuple[date, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)


@frozen
class DeclaredRoom:
    """A declared room: its name and other spellings, the rooms it is composed of, and names of other rooms.

    `many`: it holds many sessions at once, as a poster hall does. `others` are names that mean another room.
    """

    name: str
    aliases: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    many: bool = False
    others: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)


@frozen
class Venue:
    """A declared building and its rooms."""

    id: str
    name: str
    city: str
    coordinates: Coordinates | None = None
    rooms: tuple[DeclaredRoom, ...] = ()
    aliases: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)


@frozen
class Transfer:
    """The travel time between two places, in either direction: names of two rooms, venues or cities."""

    between: tuple[str, str]
    time: timedelta
    span: Span | None = field(default=None, compare=False, repr=False)


@frozen
class Gazetteer:
    """All declared cities and venues, stated travel times, and rooms of venues that are not declared."""

    cities: tuple[City, ...] = ()
    venues: tuple[Venue, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    rooms: tuple[DeclaredRoom, ...] = ()
