"""The place of a programme or session: declared, written out, or any text."""

from agendacli.formats.definition.decode.entries import Entries
from agendacli.formats.definition.nodes import Mapping, Node, Scalar
from agendacli.formats.definition.schema.session import CITY_NAME, PLACE_TABLE, VENUE_NAME
from agendacli.formats.definition.schema.shared import COUNTRY, POSITION_ON_EARTH, ZONE_NAME
from agendacli.formats.definition.shapes.shape import expect_text
from agendacli.model.codes import NEAR_PLACE
from agendacli.model.findings import Findings
from agendacli.model.places import City, Place, Venue
from agendacli.model.span import Span
from agendacli.words.directory import Directory
from agendacli.words.naming import is_land


def room_and_links(text: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The room that a text names, and the addresses in it at which one joins from afar: those are not rooms."""
    if not text or "/" not in text:
        return text or None, ()
    from agendacli.words.links import room_beside_links  # which few definitions need

    found = room_beside_links(text)
    return found.room, found.links


def decode_place(node: Node, directory: Directory, findings: Findings) -> Place:
    """The place that a value of `place` names."""
    if isinstance(node, Mapping):
        return _written_out(Entries(node, PLACE_TABLE, findings), directory, findings)
    scalar = expect_text(node, findings, "a place such as `Venue, City`")
    return _named(scalar, directory, findings) if scalar else Place()


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
    for name in (building, town) if building else (text,):
        _warn_near(name, scalar.part(scalar.text.rfind(name), len(name)), directory, findings)
    if city or not building:
        return _in_city(city, building or None) if city else Place(city=text)
    return _undeclared(text, directory)


def _undeclared(text: str, directory: Directory) -> Place:
    """`Assembly Rooms, York` is a venue in a city; `Paris, France`, `Portland, OR` and `Graz, Styria` are cities."""
    parts = [part.strip() for part in text.split(",")]
    if city := directory.city(parts[0]):
        return _in_city(city)
    place = len(parts) - (2 if is_land(parts[-1]) else 1)
    return Place(city=", ".join(parts[place:]), venue=", ".join(parts[:place]) or None)


def _warn_near(name: str, span: Span, directory: Directory, findings: Findings) -> None:
    if not (directory.venue(name) or directory.city(name)):
        near = directory.nearest_place(name)
        if near:
            message = (
                f"“{name}” is nearly “{near}”, a declared place; correct it, or add it to the aliases in places.yaml"
            )
            findings.report(NEAR_PLACE, span, message)


def _in_city(city: City, building: str | None = None) -> Place:
    return Place(city.name, country=city.country, venue=building, coordinates=city.coordinates, zone=city.zone)


def _at_venue(venue: Venue, directory: Directory) -> Place:
    city = directory.city_by_id(venue.city)
    if not city:
        return Place(venue=venue.name, coordinates=venue.coordinates)
    return Place(
        city.name,
        country=city.country,
        venue=venue.name,
        coordinates=venue.coordinates or city.coordinates,
        zone=city.zone,
    )


def _written_out(entries: Entries, directory: Directory, findings: Findings) -> Place:
    name = entries.read(CITY_NAME)
    if name:
        _warn_near(name, entries.span(CITY_NAME), directory, findings)
    declared = (directory.city(name) if name else None) or City("", name or "")
    return Place(
        name,
        country=entries.read(COUNTRY) or declared.country,
        venue=entries.read(VENUE_NAME),
        coordinates=entries.read(POSITION_ON_EARTH) or declared.coordinates,
        zone=entries.read(ZONE_NAME) or declared.zone,
    )
