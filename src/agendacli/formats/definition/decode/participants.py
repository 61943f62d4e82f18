"""The people of a session: role keys to participants, names to identities."""

import re
from collections.abc import Iterable
from dataclasses import replace

from agendacli.formats.definition.decode.entries import Entries, read_entries
from agendacli.formats.definition.decode.lookup import Lookup
from agendacli.formats.definition.decode.role_references import RoleReference, Seat
from agendacli.formats.definition.nodes import Node, NodeList, Scalar
from agendacli.formats.definition.schema.session import PARTICIPANT, PERSON_NAME, PERSON_TEXT, POSITION, SEAT, TBC
from agendacli.formats.definition.schema.shared import ROLE_FIELDS
from agendacli.formats.definition.shapes.shape import expect_text
from agendacli.model.codes import DUPLICATE_KEY, MISSING_KEY, NEAR_ROLE, UNKNOWN_PERSON
from agendacli.model.people import ROLES, Participant, Person
from agendacli.model.span import Span
from agendacli.words.apart import persons_apart
from agendacli.words.folded import normal
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.near import nearest
from agendacli.words.person import PrintedPerson, parse_person
from agendacli.words.placeholders import is_placeholder, is_seat

_ROLE_OF_PLURAL = {plural: role for role, plural in ROLES.items()}
_ROLE_WORDS = frozenset({*ROLES, *_ROLE_OF_PLURAL})
_THE = re.compile(r"\s*the\s", re.IGNORECASE)
_ID_LIKE = re.compile(r"[a-z0-9][a-z0-9._-]*")
_NOBODY = "nobody is named; add `person: …`, or `seat: …` for a seat without a name"


def decode_seats(entries: Entries, lookup: Lookup) -> tuple[Seat, ...]:
    """Everyone under the role keys of an entry, in the printed order; references are left to `resolve_seats`."""
    roles = [role for name in entries.names if (role := _ROLE_OF_PLURAL.get(name))]
    return tuple(
        seat
        for role in roles
        for each in _persons(entries.node(ROLE_FIELDS[role]))
        for seat in _decode_seats(each, role, lookup)
    )


def named_in(seats: tuple[Seat, ...]) -> tuple[Participant, ...]:
    """The seats as participants; nobody as long as a reference among them is open."""
    named = tuple(seat for seat in seats if isinstance(seat, Participant))
    return named if len(named) == len(seats) else ()


def _persons(node: Node | None) -> tuple[Node, ...]:
    if isinstance(node, NodeList):
        return node.items
    return (node,) if node else ()


def _decode_seats(node: Node, role: str, lookup: Lookup) -> Iterable[Seat]:
    """The seats of a node: one, or those of all persons that its text names."""
    if isinstance(node, Scalar):
        scalar = expect_text(node, lookup.findings, "a person")
        return _seats_of_text(scalar, role, lookup) if scalar else ()
    entries = read_entries(node, PARTICIPANT, lookup.findings, "a person")
    return _seats_of_entries(entries, role, node.span, lookup) if entries else ()


def _seats_of_entries(entries: Entries, role: str, span: Span, lookup: Lookup) -> Iterable[Seat]:
    text, seat = entries.node(PERSON_TEXT), entries.read(SEAT)
    citations = lookup.cited(entries)
    variants = lookup.disagreements(entries)
    is_open, position = entries.read(TBC), entries.read(POSITION)
    if isinstance(text, Scalar) and entries.read(PERSON_TEXT) is not None:
        if seat:
            message = "`person` and `seat` name one seat twice; keep one of them"
            lookup.findings.report(DUPLICATE_KEY, entries.span(SEAT), message)
        found = _seats_of_text(text, role, lookup)
        said = (
            replace(each, confirmed=each.confirmed and not is_open, citations=citations, variants=variants)
            for each in found
        )
        return [_in_position(each, position) for each in said]
    name = entries.read(PERSON_NAME)
    if name and seat:
        message = "`name` and `seat` name one seat twice; keep one of them"
        lookup.findings.report(DUPLICATE_KEY, entries.span(SEAT), message)
    if name or seat:
        return (
            Participant(
                role,
                printed=name or seat or "",
                person=_named(name, position, lookup) if name else None,
                position=position,
                confirmed=not is_open,
                citations=citations,
                variants=variants,
                span=entries.span(PERSON_NAME) if name else span,
            ),
        )
    if not any(entries.has(each) or entries.is_misnamed(each) for each in (PERSON_TEXT, PERSON_NAME, SEAT)):
        lookup.findings.report(MISSING_KEY, span, _NOBODY)
    return ()


def _named(text: str, position: str | None, lookup: Lookup) -> Person:
    """The person of a name as it stands, whatever else it could be read as."""
    name, honorific = name_and_honorifics(" ".join(text.split()))
    printed = PrintedPerson(name, honorific, position, confirmed=True)
    return lookup.directory.person_by_name(name, position) or _undeclared(printed, lookup)


def _in_position(seat: Seat, position: str | None) -> Seat:
    return replace(seat, position=position) if position and isinstance(seat, Participant) else seat


def _seats_of_text(scalar: Scalar, role: str, lookup: Lookup) -> list[Seat]:
    """The seats of the persons that a text names, one after the other."""
    if _THE.match(scalar.text) and (reference := _reference(scalar.text, role, scalar.span, lookup)):
        return [reference]
    parts = persons_apart(scalar.text)
    if len(parts) == 1:
        found = [_seat_of_text(scalar.text, role, scalar.span, lookup)]
    else:
        found = [_seat_of_text(each.text, role, scalar.part(each.at, len(each.text)), lookup) for each in parts]
    return [seat for seat in found if seat]


def _seat_of_text(text: str, role: str, span: Span, lookup: Lookup) -> Participant | None:
    printed = parse_person(text)
    if not printed.name:
        lookup.findings.report(MISSING_KEY, span, _NOBODY)
        return None
    person = lookup.met.get((printed.name, printed.honorific))
    if not person and is_placeholder(printed.name):
        return Participant(role, text, None, printed.position, confirmed=False, span=span)
    if not person and is_seat(printed.name):
        return Participant(
            role, printed=text, person=None, position=printed.position, confirmed=printed.confirmed, span=span
        )
    person = person or _person(printed, span, lookup)
    return (
        Participant(
            role, printed=text, person=person, position=printed.position, confirmed=printed.confirmed, span=span
        )
        if person
        else None
    )


def _reference(text: str, role: str, span: Span, lookup: Lookup) -> RoleReference | None:
    """A text that begins with `the`: a reference, or None if it is the name of somebody."""
    word = normal(text).partition(" ")[2]
    of_role = word if word in ROLES else _ROLE_OF_PLURAL.get(word)
    if of_role:
        return RoleReference(role, of_role=of_role, printed=text, is_one=word in ROLES, span=span)
    if near := nearest(word, _ROLE_WORDS, cutoff=0.8):
        message = f"“{text}” is taken as a name, and is nearly “the {near}”, whom the programme names; correct it"
        lookup.findings.report(NEAR_ROLE, span, message)
    return None


def _person(printed: PrintedPerson, span: Span, lookup: Lookup) -> Person | None:
    directory, name = lookup.directory, printed.name
    if declared := directory.person_by_name(name, printed.position):
        if not declared.others:
            lookup.met[name, printed.honorific] = declared
        return declared
    if not _ID_LIKE.fullmatch(name):
        return _undeclared(printed, lookup)
    if person := directory.person_by_id(name):
        return person
    near = directory.nearest_id(name)
    hint = f"; did you mean `{near}`?" if near else "; write the name, or declare the id in people.yaml"
    lookup.findings.report(UNKNOWN_PERSON, span, f"`{name}` is not an id of a person{hint}")
    return None


def _undeclared(printed: PrintedPerson, lookup: Lookup) -> Person:
    name, directory = printed.name, lookup.directory
    person = Person(directory.free_id(printed), name, printed.honorific)
    if not directory.is_borne(name):
        lookup.met[name, printed.honorific] = person
    return person
