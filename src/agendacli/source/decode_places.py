"""The place of a programme or session: declared, written out, or any text."""

from agendacli.model.codes import NEAR_PLACE, NEAR_ROOM
from agendacli.model.places import City, Place, Venue
from agendacli.model.span import Span
from agendacli.source import schema
from agendacli.source.directory import Directory
from agendacli.source.entries import Entries
from agendacli.source.findings import Findings
from agendacli.source.near import nearest, normal
from agendacli.source.nodes import Mapping, Node, Scalar
from agendacli.source.shapes import expect_text


def decode_place(node: Node, directory: Directory, findings: Findings) -> Place:
    """The place that a value of `place` names."""
    if isinstance(node, Mapping):
        return _written_out(Entries(node, schema.PLACE_TABLE, findings), directory)
    scalar = expect_text(node, findings, "a place such as `Venue, City`")
    return _named(scalar, directory, findings) if scalar else Place()


def check_room(room: str, span: Span, place: Place, directory: Directory, findings: Findings) -> None:
    """Warn of a room that is nearly one of those that the venue declares."""
    venue = directory.venue(place.venue) if place.venue else None
    if not venue or normal(room) in {normal(each) for each in venue.rooms}:
        return
    near = nearest(room, venue.rooms, cutoff=0.8)
    if near and not _differ_by_number(room, near):
        findings.report(NEAR_ROOM, span, f"“{room}” is nearly “{near}”, a room of {venue.name}; is it that?")


def _differ_by_number(one: str, other: str) -> bool:
    """Whether two names hold different digits: Room 1 and Room 2 are alike and not a slip."""
    return [c for c in one if c.isdigit()] != [c for c in other if c.isdigit()]


def _named(scalar: Scalar, directory: Directory, findings: Findings) -> Place:
    text = scalar.text.strip()
    if venue := directory.venue(text):
        return _at_venue(venue, directory)
    if city := directory.city(text):
        return _in_city(city)
    building, _, town = (part.strip() for part in text.rpartition(","))
    venue, city = directory.venue(building), directory.city(town)
    if venue and city and venue.city == city.id:
        return _at_venue(venue, directory)
    _warn_near([building, town] if building else [text], scalar.span, directory, findings)
    return _in_city(city, building or None) if city else Place(city=text)


def _warn_near(names: list[str], span: Span, directory: Directory, findings: Findings) -> None:
    for name in names:
        if directory.venue(name) or directory.city(name):
            continue
        if near := directory.nearest_place(name):
            findings.report(NEAR_PLACE, span, f"“{name}” is nearly “{near}”, a declared place; is it that?")


def _in_city(city: City, building: str | None = None) -> Place:
    return Place(city.name, city.country, building, city.coordinates, city.zone)


def _at_venue(venue: Venue, directory: Directory) -> Place:
    city = directory.city_by_id(venue.city)
    if not city:
        return Place(venue=venue.name, coordinates=venue.coordinates)
    return Place(city.name, city.country, venue.name, venue.coordinates or city.coordinates, city.zone)


def _written_out(entries: Entries, directory: Directory) -> Place:
    name = entries.read(schema.CITY_NAME)
    declared = (directory.city(name) if name else None) or City("", name or "")
    return Place(
        name,
        entries.read(schema.COUNTRY) or declared.country,
        entries.read(schema.VENUE_NAME),
        entries.read(schema.POSITION_ON_EARTH) or declared.coordinates,
        entries.read(schema.ZONE_NAME) or declared.zone,
    )
