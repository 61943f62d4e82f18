"""people.yaml and places.yaml: nodes to declared persons, cities, venues and transfers."""

from collections.abc import Iterable
from datetime import date

from agendacli.formats.definition.decode.entries import Entries, read_each, read_entries
from agendacli.formats.definition.decode.rooms import decode_rooms, refuse_contradiction
from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar, describe
from agendacli.formats.definition.schema.declared import (
    ABSENT,
    BETWEEN,
    CITIES,
    CITY,
    CITY_ID,
    HOLIDAYS,
    HONORIFIC,
    PERSON,
    PLACES,
    ROOMS,
    TIME,
    TRANSFER,
    TRANSFERS,
    VENUE,
    VENUES,
)
from agendacli.formats.definition.schema.keys import Table
from agendacli.formats.definition.schema.shared import (
    ALIASES,
    COUNTRY,
    FROM,
    NAME,
    NOTES,
    OTHERS,
    POSITION_ON_EARTH,
    ZONE_NAME,
)
from agendacli.formats.definition.shapes.plain import ID
from agendacli.formats.definition.shapes.shape import expect_text
from agendacli.model.codes import SHARED_NAME, UNKNOWN_CITY, WRONG_TYPE
from agendacli.model.diagnostic import Note
from agendacli.model.findings import Findings
from agendacli.model.people import Absence, Person
from agendacli.model.places import City, Gazetteer, Transfer, Venue
from agendacli.model.span import Span
from agendacli.words.directory import declared_names, is_apart
from agendacli.words.folded import normal
from agendacli.words.near import NearNames


def decode_people(node: Node, findings: Findings) -> tuple[Person, ...]:
    """The persons that people.yaml declares; faults go to `findings`, what is good is kept."""
    people = [
        Person(
            key,
            name=entries.read(NAME) or key,
            honorific=entries.read(HONORIFIC),
            aliases=entries.read(ALIASES) or (),
            others=entries.read(OTHERS) or (),
            absences=_absences(key, entries, findings),
            span=span,
        )
        for key, entries, span in _declared(node, PERSON, "persons by id", findings)
    ]
    _refuse_shared(people, findings)
    for each in people:
        refuse_contradiction(each, findings)
    return tuple(people)


def _absences(person: str, entries: Entries, findings: Findings) -> tuple[Absence, ...]:
    node = entries.node(ABSENT)
    if node is None:
        return ()
    from agendacli.formats.definition.decode.absences import absences_of

    return absences_of(person, node, findings)


def decode_places(node: Node, findings: Findings) -> Gazetteer:
    """The cities, venues and transfers that places.yaml declares."""
    entries = read_entries(node, PLACES, findings, "`cities:` and `venues:`")
    if not entries:
        return Gazetteer()
    cities = _cities(entries.node(CITIES), findings)
    venues = _venues(entries.node(VENUES), {each.id for each in cities}, findings)
    _refuse_shared(cities, findings)
    _refuse_shared(venues, findings)
    rooms = decode_rooms(entries.node(ROOMS), findings)
    return Gazetteer(cities, venues, _transfers(entries.node(TRANSFERS), findings), rooms)


def _declared(node: Node | None, table: Table, expected: str, findings: Findings) -> list[tuple[str, Entries, Span]]:
    """The entries of each thing that is declared under an id, with the id and where it stands."""
    if node is None:
        return []
    if not isinstance(node, Mapping):
        findings.report(WRONG_TYPE, node.span, f"expected {expected}, not {describe(node)}")
        return []
    found = []
    for key, value in node.entries:
        name = ID.read(key, findings)
        entries = read_entries(value, table, findings, f"the keys of `{key.text}`")
        if entries:
            entries.read(FROM)
            entries.read(NOTES)
        if name and entries:
            found.append((name, entries, key.span))
    return found


def _cities(node: Node | None, findings: Findings) -> tuple[City, ...]:
    return tuple(
        City(
            key,
            name=entries.read(NAME) or key,
            country=entries.read(COUNTRY),
            zone=entries.read(ZONE_NAME),
            coordinates=entries.read(POSITION_ON_EARTH),
            aliases=entries.read(ALIASES) or (),
            holidays=_holidays(entries, findings),
            span=span,
        )
        for key, entries, span in _declared(node, CITY, "cities by id", findings)
    )


def _holidays(entries: Entries, findings: Findings) -> tuple[date, ...]:
    node = entries.node(HOLIDAYS)
    if node is None:
        return ()
    from agendacli.formats.definition.decode.holidays import holidays_of

    return holidays_of(node, findings)


def _venues(node: Node | None, cities: set[str], findings: Findings) -> tuple[Venue, ...]:
    venues = []
    near = NearNames(cities)
    for key, entries, span in _declared(node, VENUE, "venues by id", findings):
        city = entries.read(CITY_ID) or ""
        if city and city not in cities:
            message = f"`{city}` is not a city here{near.suggestion(city) or '; declare it under `cities`'}"
            findings.report(UNKNOWN_CITY, entries.span(CITY_ID), message)
        venues.append(_venue(key, city, entries=entries, span=span, findings=findings))
    return tuple(venues)


def _venue(key: str, city: str, entries: Entries, span: Span, findings: Findings) -> Venue:
    return Venue(
        key,
        name=entries.read(NAME) or key,
        city=city,
        coordinates=entries.read(POSITION_ON_EARTH),
        rooms=decode_rooms(entries.node(ROOMS), findings),
        aliases=entries.read(ALIASES) or (),
        span=span,
    )


def _transfers(node: Node | None, findings: Findings) -> tuple[Transfer, ...]:
    return read_each(node, "transfers", _transfer, findings) if node else ()


def _transfer(node: Node, findings: Findings) -> Transfer | None:
    entries = read_entries(node, TRANSFER, findings, "`between:` and `time:`")
    if not entries:
        return None
    time = entries.read(TIME)
    names = _pair(entries, findings)
    return Transfer(names, time, node.span) if time and names else None


def _pair(entries: Entries, findings: Findings) -> tuple[str, str] | None:
    match entries.node(BETWEEN):
        case NodeList(items=(Scalar() as first, Scalar() as second)):
            texts = expect_text(first, findings), expect_text(second, findings)
            return (texts[0].text, texts[1].text) if texts[0] and texts[1] else None
        case Scalar() | NodeList() | Mapping() as other:
            findings.report(WRONG_TYPE, other.span, "expected two names: `[Vienna, New York]`")
    return None


def _refuse_shared(declared: Iterable[Person | City | Venue], findings: Findings) -> None:
    """Report every name that two different things claim."""
    holders: dict[str, Person | City | Venue] = {}
    for each in declared:
        for name, spelling in {normal(spelling): spelling for spelling in declared_names(each)}.items():
            holder = holders.setdefault(name, each)
            if holder is not each and each.span and not _are_two(holder, each):
                note = Note(f"`{holder.id}` has it already", holder.span)
                message = f"`{each.id}` and `{holder.id}` share the name “{spelling}”; keep it with one of them"
                findings.report(SHARED_NAME, each.span, message, note)


def _are_two(one: Person | City | Venue, other: Person | City | Venue) -> bool:
    """Whether two of one name are said to be two persons."""
    return isinstance(one, Person) and isinstance(other, Person) and is_apart(one, other)
