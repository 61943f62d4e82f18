"""The people of a session: role keys to participants, names to identities."""

import re
from collections.abc import Iterable
from collections.abc import Mapping as ByName
from dataclasses import field, replace

from agendacli.formats.definition.decode.entries import Entries, read_entries
from agendacli.formats.definition.schema.session import PARTICIPANT, PERSON_TEXT, POSITION, SEAT, TBC
from agendacli.formats.definition.schema.shared import DISAGREEMENT, FROM, ROLE_FIELDS, SAID_ELSEWHERE
from agendacli.formats.definition.shapes.shape import Located, expect_text
from agendacli.formats.definition.yaml.nodes import Mapping, Node, NodeList, Scalar
from agendacli.model.codes import (
    DUPLICATE_KEY,
    MISSING_KEY,
    NEAR_ROLE,
    NOBODY_IN_ROLE,
    UNKNOWN_PERSON,
    UNKNOWN_SOURCE,
)
from agendacli.model.findings import Findings
from agendacli.model.frozen import frozen
from agendacli.model.people import ROLES, Participant, Person
from agendacli.model.source import Citation, Variant
from agendacli.model.span import Span
from agendacli.words.apart import persons_apart
from agendacli.words.directory import Directory
from agendacli.words.ids import person_id
from agendacli.words.near import nearest, normal, suggestion
from agendacli.words.person import PrintedPerson, parse_person, undeclared_id
from agendacli.words.placeholders import is_placeholder, is_seat

_ROLE_OF_PLURAL = {plural: role for role, plural in ROLES.items()}
_ROLE_WORDS = frozenset({*ROLES, *_ROLE_OF_PLURAL})
_THE = re.compile(r"\s*the\s", re.IGNORECASE)
_ID_LIKE = re.compile(r"[a-z0-9][a-z0-9._-]*")
_MOST_REFERRED = 100_000
_NOBODY = "nobody is named; add `person: …`, or `seat: …` for a seat without a name"


@frozen
class RoleReference:
    """`the moderators`: whoever holds that role elsewhere in the programme, here in the role `role`.

    `is_one` marks `the moderator`, which means one person only.
    """

    role: str
    of_role: str
    printed: str
    is_one: bool
    span: Span
    confirmed: bool = True
    citations: tuple[Citation, ...] = ()
    variants: tuple[Variant, ...] = ()


Seat = Participant | RoleReference
Holders = ByName[str, tuple[Participant, ...]]


@frozen
class Lookup:
    """What is needed to read people: the declared ones, the programme's sources, and where faults go."""

    directory: Directory
    sources: frozenset[str]
    findings: Findings
    met: dict[tuple[str, str | None], Person] = field(default_factory=dict)
    """The persons of whom there was nothing to tell, by name and honorific: most are named again and again."""

    def cited(self, entries: Entries) -> tuple[Citation, ...]:
        """The citations under `from`; one of an undeclared source is reported."""
        return tuple(self._known(each) for each in entries.read(FROM) or ())

    def disagreements(self, entries: Entries) -> tuple[Variant, ...]:
        """The variants under `elsewhere`."""
        node = entries.node(DISAGREEMENT)
        if node is None:
            return ()
        for _, said in node.entries if isinstance(node, Mapping) else ():
            entries.refuse_unknown(said, SAID_ELSEWHERE)
        found = entries.read(DISAGREEMENT) or ()
        for each in found:
            self._known(Located(each.value.citation, each.span))
        return tuple(each.value for each in found)

    def _known(self, cited: Located[Citation]) -> Citation:
        source = cited.value.source
        if source not in self.sources:
            message = f"`{source}` is not among the `sources`{suggestion(source, self.sources) or '; declare it there'}"
            self.findings.report(UNKNOWN_SOURCE, cited.span, message)
        return cited.value


def decode_seats(entries: Entries, lookup: Lookup) -> tuple[Seat, ...]:
    """Everyone under the role keys of an entry, in the printed order; references are left to `resolve_seats`."""
    roles = [role for name in entries.names if (role := _ROLE_OF_PLURAL.get(name))]
    return tuple(
        seat
        for role in roles
        for each in _persons(entries.node(ROLE_FIELDS[role]))
        for seat in _decode_seats(each, role, lookup)
    )


def holders_of(named: Iterable[Seat]) -> Holders:
    """By role, everyone who holds it by name or seat: each once, as first printed, in the printed order."""
    found: dict[str, dict[str, Participant]] = {}
    for seat in named:
        if isinstance(seat, Participant):
            key = seat.person.id if seat.person else f"seat {seat.printed}"
            found.setdefault(seat.role, {}).setdefault(key, seat)
    return {role: tuple(holders.values()) for role, holders in found.items()}


def within_bounds(holders: Holders, seats: Iterable[Seat], findings: Findings) -> Holders:
    """The holders, if all references to them together stand for no more seats than a reader can bear.

    Else no role has any, and that is told at the first reference: thousands of references to thousands of people are
    millions of seats.
    """
    references = [seat for seat in seats if isinstance(seat, RoleReference) and not seat.is_one]
    total = sum(len(holders.get(each.of_role, ())) for each in references)
    if total <= _MOST_REFERRED:
        return holders
    first = references[0]
    message = (
        f"“{first.printed}” and all like it stand for {total:,} seats, more than {_MOST_REFERRED:,}; name the people"
    )
    findings.report(NOBODY_IN_ROLE, first.span, message)
    return dict.fromkeys(holders, ())


def named_in(seats: tuple[Seat, ...]) -> tuple[Participant, ...]:
    """The seats as participants; nobody as long as a reference among them is open."""
    named = tuple(seat for seat in seats if isinstance(seat, Participant))
    return named if len(named) == len(seats) else ()


def surnames_of(seats: Iterable[Seat]) -> ByName[str, Person]:
    """By the id of a surname that stands alone: the one person whom `Mr.` or `Ms.` tells from others of that name.

    `Smith` and `Dr. Smith` mean that person; where the programme has both a `Mr.` and a `Ms. Smith`, they mean neither.
    """
    found: dict[str, dict[str, Person]] = {}
    for person in (seat.person for seat in seats if isinstance(seat, Participant)):
        if person and " " not in person.name and person.id == undeclared_id(person.name, person.honorific):
            found.setdefault(person_id(person.name), {})[person.id] = person
    met = ((surname, people.pop(surname, None), tuple(people.values())) for surname, people in found.items())
    return {surname: told_apart[0] for surname, plain, told_apart in met if plain and len(told_apart) == 1}


def with_surnames(seats: Iterable[Seat], surnames: ByName[str, Person]) -> tuple[Seat, ...]:
    """The seats, with the person of a surname where only that is said."""
    return tuple(
        replace(seat, person=surnames[seat.person.id])
        if isinstance(seat, Participant) and seat.person and seat.person.id in surnames
        else seat
        for seat in seats
    )


def resolve_seats(seats: Iterable[Seat], holders: Holders, findings: Findings) -> tuple[Participant, ...]:
    """The participants, each reference replaced by the holders of the role it speaks of."""
    found: list[Participant] = []
    for seat in seats:
        found += [seat] if isinstance(seat, Participant) else _referred(seat, holders, findings)
    return tuple(found)


def _referred(seat: RoleReference, holders: Holders, findings: Findings) -> list[Participant]:
    found = holders.get(seat.of_role)
    if found is None:
        message = f"“{seat.printed}” finds no {seat.of_role} in this programme; name the people"
        findings.report(NOBODY_IN_ROLE, seat.span, message)
        return []
    if seat.is_one and len(found) > 1:
        message = f"“{seat.printed}” could be any of {len(found)} in this programme; name the person"
        findings.report(NOBODY_IN_ROLE, seat.span, message)
        return []
    return [_in_role(each, seat) for each in found]


def _in_role(holder: Participant, seat: RoleReference) -> Participant:
    """A holder of the role referred to, in the role of the reference; a seat without a name keeps its words."""
    return replace(
        holder,
        role=seat.role,
        printed=seat.printed if holder.person else holder.printed,
        confirmed=holder.confirmed and seat.confirmed,
        citations=seat.citations,
        variants=seat.variants,
        span=seat.span,
    )


def _persons(node: Node | None) -> tuple[Node, ...]:
    if isinstance(node, NodeList):
        return node.items
    return (node,) if node else ()


def _decode_seats(node: Node, role: str, lookup: Lookup) -> Iterable[Seat]:
    """The seat that a node says, or those of all whom its text names."""
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
    if seat:
        return (
            Participant(
                role,
                printed=seat,
                person=None,
                position=position,
                confirmed=not is_open,
                citations=citations,
                variants=variants,
                span=span,
            ),
        )
    if not any(entries.has(each) or entries.is_misnamed(each) for each in (PERSON_TEXT, SEAT)):
        lookup.findings.report(MISSING_KEY, span, _NOBODY)
    return ()


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
    """What a text says that begins with `the`: a reference, or the name of somebody (None)."""
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
    lookup.findings.report(UNKNOWN_PERSON, span, f"`{name}` is no id of a person{hint}")
    return None


def _undeclared(printed: PrintedPerson, lookup: Lookup) -> Person:
    name, directory = printed.name, lookup.directory
    person = Person(directory.free_id(printed), name, printed.honorific)
    if not directory.is_borne(name):
        lookup.met[name, printed.honorific] = person
    return person
