"""Who takes part: ATTENDEE and ORGANIZER (RFC 5545 3.8.4), PARTICIPANT (RFC 9073 7.1)."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from agendacli.formats.ics.component import Component, Property
from agendacli.formats.ics.read.addresses import address
from agendacli.formats.ics.text import read_escaped
from agendacli.model.people import Participant, Person
from agendacli.words.apart import persons_apart
from agendacli.words.directory import Directory, OnDemand
from agendacli.words.person import PrintedPerson, parse_person
from agendacli.words.placeholders import is_placeholder, is_seat

# Who is asked to come and what PARTICIPANT-TYPE says of them; the other types are contacts and sponsors.
_TYPES: Mapping[str, str] = MappingProxyType({"ACTIVE": "participant", "PERFORMER": "performer", "SPEAKER": "speaker"})
_NOBODY = frozenset({"ROOM", "RESOURCE"})
_OPEN = frozenset({"NEEDS-ACTION", "TENTATIVE"})


def read_participants(component: Component, directory: OnDemand | None = None) -> tuple[Participant, ...]:
    """Everyone who is said to take part, each name once in a role, in the order of the file.

    Someone whose name or address the directory has, as a name or an alias, is the person that it declares.

    Who declined, or is told for information only, does not take part; who has not answered is to be confirmed. The
    organizer does where there are attendees: without them it says only whose calendar it is.
    """
    invited = [*filter(None, (_attendee(each, directory) for each in component.every("ATTENDEE")))]
    organizer = component.first("ORGANIZER") if invited else None
    host = _host(organizer, invited, directory) if organizer else ()
    return tuple(dict.fromkeys((*host, *invited, *_described(component.parts, directory))))


def room_invited(component: Component) -> str | None:
    """The name of a room that is invited, as Outlook books one."""
    rooms = (each for each in component.every("ATTENDEE") if each.parameters.get("CUTYPE", "").upper() == "ROOM")
    return next((_name(each) for each in rooms), None)


def _attendee(met: Property, directory: OnDemand | None) -> Participant | None:
    said = {name: met.parameters.get(name, "").upper() for name in ("ROLE", "PARTSTAT", "CUTYPE")}
    absent = said["PARTSTAT"] == "DECLINED" or said["ROLE"] == "NON-PARTICIPANT" or said["CUTYPE"] in _NOBODY
    name = _name(met)
    if absent or not name:
        return None
    role, confirmed = "chair" if said["ROLE"] == "CHAIR" else "participant", said["PARTSTAT"] not in _OPEN
    return _participant(role, name, address(met), directory, confirmed=confirmed)


def _host(met: Property, invited: Iterable[Participant], directory: OnDemand | None) -> Iterator[Participant]:
    name = _name(met)
    if name and name not in {each.printed for each in invited}:
        yield _participant("host", name, address(met), directory, confirmed=True)


def _described(parts: Iterable[Component], directory: OnDemand | None) -> Iterator[Participant]:
    for part in parts:
        role, name = _TYPES.get(part.value("PARTICIPANT-TYPE").upper()), read_escaped(part.value("SUMMARY"))
        for person in persons_apart(name) if role else ():
            yield _participant(role, person.text, "", directory, confirmed=True)


def _name(met: Property) -> str:
    """The common name, else the address."""
    return " ".join((met.parameters.get("CN") or address(met)).split())


_nobody_known = cache(Directory)


@lru_cache(maxsize=4096)
def _participant(role: str, name: str, mail: str, directory: OnDemand | None, *, confirmed: bool) -> Participant:
    printed = parse_person(name)
    person = _person(printed, mail, directory() if directory else _nobody_known())
    return Participant(
        role, printed=name, person=person, position=printed.position, confirmed=confirmed and printed.confirmed
    )


def _person(printed: PrintedPerson, mail: str, known: Directory) -> Person | None:
    """Whom the name or the address means: somebody declared, else a person with an id made of the name.

    One address is one person's, under the name that stands there first.
    """
    found = (known.person_by_name(each) for each in (*_spellings(printed.name), mail) if each)
    if declared := next(filter(None, found), None):
        return declared
    if is_placeholder(printed.name) or is_seat(printed.name):
        return None
    first = known.name_of(mail)
    called = parse_person(first) if first and first != printed.name else printed
    return Person(known.free_id(called), called.name, called.honorific)


def _spellings(name: str) -> tuple[str, ...]:
    """The name, and `Lauber, Ana` turned round."""
    last, comma, first = name.partition(",")
    return (name, f"{first.strip()} {last}") if comma else (name,)
