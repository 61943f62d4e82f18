"""Who takes part: ATTENDEE and ORGANIZER (RFC 5545 3.8.4), PARTICIPANT (RFC 9073 7.1)."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from agendacli.model.people import Participant, Person
from agendacli.source.ics_lines import Component, Property
from agendacli.source.ics_values import read_text
from agendacli.source.names import person_id

# Who is asked to come and what PARTICIPANT-TYPE says of them; the other types are contacts and sponsors.
_TYPES: Mapping[str, str] = MappingProxyType({"ACTIVE": "participant", "PERFORMER": "performer", "SPEAKER": "speaker"})
_NOBODY = frozenset({"ROOM", "RESOURCE"})
_OPEN = frozenset({"NEEDS-ACTION", "TENTATIVE"})


def read_participants(component: Component) -> tuple[Participant, ...]:
    """Everyone who is said to take part, each name once in a role, in the order of the file.

    Who declined, or is told for information only, does not take part; who has not answered is to be confirmed. The
    organizer does where there are attendees: without them it says only whose calendar it is.
    """
    if not (component.parts or "ATTENDEE" in component.properties):
        return ()
    invited = [*filter(None, map(_attendee, component.every("ATTENDEE")))]
    organizer = component.first("ORGANIZER") if invited else None
    host = _host(organizer, invited) if organizer else ()
    return tuple(dict.fromkeys((*host, *invited, *_described(component.parts))))


def organizer_name(component: Component) -> str | None:
    """The organizer by name; None when only an address is known."""
    met = component.first("ORGANIZER")
    return met.parameters.get("CN", "").strip() or None if met else None


def room_invited(component: Component) -> str | None:
    """The name of a room that is invited, as Outlook books one."""
    rooms = (each for each in component.every("ATTENDEE") if each.parameters.get("CUTYPE", "").upper() == "ROOM")
    return next((_name(each) for each in rooms), None)


def _attendee(met: Property) -> Participant | None:
    said = {name: met.parameters.get(name, "").upper() for name in ("ROLE", "PARTSTAT", "CUTYPE")}
    absent = said["PARTSTAT"] == "DECLINED" or said["ROLE"] == "NON-PARTICIPANT" or said["CUTYPE"] in _NOBODY
    name = _name(met)
    if absent or not name:
        return None
    return _participant("chair" if said["ROLE"] == "CHAIR" else "participant", name, said["PARTSTAT"] not in _OPEN)


def _host(met: Property, invited: Iterable[Participant]) -> Iterator[Participant]:
    name = _name(met)
    if name and name not in {each.printed for each in invited}:
        yield _participant("host", name, confirmed=True)


def _described(parts: Iterable[Component]) -> Iterator[Participant]:
    for part in parts:
        role, name = _TYPES.get(part.value("PARTICIPANT-TYPE").upper()), read_text(part.value("SUMMARY"))
        if role and name:
            yield _participant(role, name, confirmed=True)


def _name(met: Property) -> str:
    """The common name, else the address without its scheme."""
    address = met.value.strip()
    plain = address[len("mailto:") :] if address.lower().startswith("mailto:") else address
    return " ".join((met.parameters.get("CN") or plain).split())


@lru_cache(maxsize=4096)
def _participant(role: str, name: str, confirmed: bool) -> Participant:  # noqa: FBT001 (a key of the cache)
    return Participant(role, name, Person(person_id(name), name), confirmed=confirmed)
