"""One VEVENT: a component to a session, with what is needed to tell it from other versions and occurrences of it."""

from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING

from agendacli.formats.ics.component import Component, Property, is_ours
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read.addresses import organizer_name
from agendacli.formats.ics.read.assembly import ALARM
from agendacli.formats.ics.read.online import JOINING, KEPT, STYLED, read_joining, read_kept, read_location
from agendacli.formats.ics.read.status import read_status
from agendacli.formats.ics.read.times import UTC_NAME, Moment, Times, Wall
from agendacli.formats.ics.states import unmarked
from agendacli.formats.ics.text import read_escaped, read_escaped_list
from agendacli.formats.ics.uid import EVENT, ROOMS
from agendacli.formats.ics.values import read_coordinates
from agendacli.model.codes import ICS_LOST, ICS_UID, ICS_VALUE
from agendacli.model.identity import id_of, programme_of
from agendacli.model.people import Participant
from agendacli.model.places import Place
from agendacli.model.programme import KINDS, TRANSPARENT_KINDS, Privacy, Repeat, Session, Status
from agendacli.model.span import Span
from agendacli.model.when import DAY, Days, Hours, Timed
from agendacli.words.links import RoomAndLinks

if TYPE_CHECKING:
    from agendacli.words.directory import OnDemand

_BLANKS = " \t\n"
UNTITLED = "(no title)"

_LONGEST = 100  # of a UID in a message
_DIGITS = 11  # of a 32-bit number, and one
_SEAT = "PARTICIPANT-TYPE"
_REPEATS = frozenset({"RRULE", "RDATE"})
_PRIVACIES = {each.value.upper(): each for each in Privacy}
# What tells no items apart: versions, and what a calendar says of an item beside what it is.
_VERSION = frozenset({"DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "UID"})
_BESIDE = _VERSION.union({"CLASS", EVENT}, KEPT, JOINING, STYLED) - {"CONFERENCE"}


@dataclass(slots=True)
class VeventDraft:
    """A VEVENT as read: its session; which version of it; and which occurrence, if it stands for one.

    `uid` is as it stands in the file, or made where it has none, `original` its RECURRENCE-ID. `has_start`,
    `has_title` and `has_privacy` are False where an override leaves that to its series.
    """

    uid: str
    session: Session
    when: Timed | Days
    original: Moment | None
    line: int
    is_override: bool
    onwards: bool
    has_start: bool
    has_title: bool
    has_privacy: bool
    organizer: str | None

    @property
    def moment(self) -> Moment:
        """The start by which its series knows it, or its own where it stands for none."""
        own = Wall(self.when.start, self.when.zone) if isinstance(self.when, Timed) else self.when.start
        return self.original or own


class Decoder:
    """Makes drafts of the VEVENTs of one file; what is wrong in them goes to the oddities. `directory` knows people."""

    def __init__(self, oddities: Oddities, directory: "OnDemand | None" = None) -> None:
        self._oddities = oddities
        self._directory = directory
        self._nameless: dict[str, int] = {}

    def draft(self, component: Component, times: Times) -> VeventDraft | None:
        """What a VEVENT says; None (and told) when it has no start that can be read."""
        recurrence = component.first("RECURRENCE-ID")
        original = self._original(recurrence, times) if recurrence else None
        start = component.first("DTSTART")
        when = times.when(component) if start or not original else _placed(original)
        if when is None:
            self._lose(component, start)
            return None
        uid = self._uid(component)
        return VeventDraft(
            uid,
            session=self._session(component, times, when, uid),
            when=when,
            original=original,
            line=component.line,
            is_override=recurrence is not None,
            onwards=recurrence is not None and recurrence.parameters.get("RANGE", "").upper() == "THISANDFUTURE",
            has_start=start is not None,
            has_title="SUMMARY" in component.properties,
            has_privacy="CLASS" in component.properties,
            organizer=organizer_name(component),
        )

    def _participants(self, component: Component) -> tuple[Participant, ...]:
        if "ATTENDEE" not in component.properties and all(_SEAT not in each.properties for each in component.parts):
            return ()
        from agendacli.formats.ics.read.people import read_participants  # what most calendars need no module for

        return read_participants(component, self._directory)

    def _session(self, component: Component, times: Times, when: Timed | Days, uid: str) -> Session:
        status = read_status(component, self._oddities)
        title, kind, categories = _title(component, status), "session", _categories(component)
        if categories and (_begins_with_kind(component, uid) or categories[0].casefold() in KINDS):
            kind, categories = _kind(categories[0]), categories[1:]
        where = read_location(component)
        parent = _parent(component)
        return Session(
            id_of(uid),
            title=title,
            when=when,
            kind=kind,
            status=status,
            transparent=_is_transparent(component, kind, parent),
            room=_room(component, where),
            rooms=_rooms(component),
            parent=parent,
            place=self._place(component),
            participants=self._participants(component),
            description=_description(component) or None,
            url=component.value("URL") or None,
            join=read_joining(component, where.links),
            privacy=_privacy(component),
            notes=_notes(component, where),
            categories=categories,
            repeat=self._repeat(component, times, when),
            uid=uid if component.value("UID") else None,
            sequence=_sequence(component),
            stamp=intern(component.value("DTSTAMP")),
            clocks=times.clocks if isinstance(when, Timed) and when.zone == UTC_NAME else None,
            lines=read_kept(component, kind),
            reminded=any(each.name == ALARM for each in component.parts),
            span=Span(self._oddities.file, component.line),
        )

    def _repeat(self, component: Component, times: Times, when: Timed | Days) -> Repeat | None:
        if component.first("RECURRENCE-ID") or component.properties.keys().isdisjoint(_REPEATS):
            return None
        from agendacli.formats.ics.read.repeats import read_repeat  # what most files need no module for

        return read_repeat(component, times, when, self._oddities)

    def _lose(self, component: Component, start: Property | None) -> None:
        uid = component.value("UID")[:_LONGEST] or "none"
        if start:
            message = f"DTSTART `{start.value[:40]}` is not a time; this VEVENT was left out (UID {uid})"
            self._oddities.lose(ICS_LOST, start.line, message)
        elif component.first("SUMMARY"):
            message = f"this VEVENT has no DTSTART, so it was left out (UID {uid})"
            self._oddities.lose(ICS_LOST, component.line, message)
        else:
            message = "this VEVENT says neither when nor what, so nothing is left to show of it"
            self._oddities.tell(ICS_VALUE, component.line, message)

    def _original(self, met: Property, times: Times) -> Moment | None:
        moment = times.read(met)
        if moment is None:
            message = f"RECURRENCE-ID `{met.value[:40]}` is not a time; taken as the start"
            self._oddities.tell(ICS_VALUE, met.line, message, "RECURRENCE-ID")
        return moment

    def _uid(self, component: Component) -> str:
        uid = _text(component, "UID").strip()
        if uid:
            return uid
        made = f"no-uid-{_digest(component)}"
        self._nameless[made] = self._nameless.get(made, 0) + 1
        made += f"-{self._nameless[made]}" if self._nameless[made] > 1 else ""
        message = f"this VEVENT has no UID; it is known as `{made}`, which is made of its content"
        self._oddities.tell(ICS_UID, component.line, message, "no UID")
        return made

    def _place(self, component: Component) -> Place | None:
        places = (component, *(each for each in component.parts if each.name == "VLOCATION"))
        met = next(filter(None, (each.first("GEO") for each in places)), None)
        coordinates = read_coordinates(met.value) if met else None
        if met and not coordinates:
            message = f"GEO `{met.value[:40]}` is not a place on earth; it was left out"
            self._oddities.tell(ICS_VALUE, met.line, message, "GEO")
        return Place(coordinates=coordinates) if coordinates else None


def _sequence(component: Component) -> int:
    text = component.value("SEQUENCE")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _DIGITS else 0


def _placed(original: Moment) -> Timed | Days:
    if isinstance(original, Wall):
        return Timed(original.time, None, original.zone)
    return Days(original, original + DAY, None, Hours.ALL)


def _text(component: Component, name: str) -> str:
    met = component.first(name)
    return read_escaped(met.value) if met else ""


def _title(component: Component, status: Status) -> str:
    title = _text(component, "SUMMARY").replace("\n", " ").strip(_BLANKS)
    return (unmarked(title, status) if is_ours(component) else title) or UNTITLED


def _begins_with_kind(component: Component, uid: str) -> bool:
    """Whether the first category is surely a kind: in what this tool wrote, but for what it had from others."""
    return is_ours(component) and bool(programme_of(uid) or not component.first(EVENT))


def _kind(category: str) -> str:
    plain = category.casefold()
    return plain if plain in KINDS else category


def _categories(component: Component) -> tuple[str, ...]:
    return _listed(tuple(each.value for each in component.every("CATEGORIES")))


@lru_cache(maxsize=1024)
def _listed(values: tuple[str, ...]) -> tuple[str, ...]:
    """Each text of those lists once; what thousands of sessions share stands in memory once."""
    return tuple(dict.fromkeys(text for value in values for text in read_escaped_list(value)))


def _description(component: Component) -> str:
    """The text, else that of a description which is only there with a style."""
    text = _text(component, "DESCRIPTION")
    if text.strip() or component.properties.keys().isdisjoint(STYLED):
        return text
    from agendacli.formats.ics.read.styled import styled_text  # what most files need no module for

    return styled_text(component)


def _privacy(component: Component) -> Privacy:
    """Who may see it; a word that is none of the three means private (RFC 5545 3.8.1.3)."""
    said = component.value("CLASS").upper()
    return _PRIVACIES.get(said, Privacy.PRIVATE) if said else Privacy.PUBLIC


def _room(component: Component, where: RoomAndLinks) -> str | None:
    """The room of LOCATION, else the name of a VLOCATION (RFC 9073), else a room that is invited."""
    if where.room:
        return intern(where.room)  # thousands of sessions share a few rooms
    named = (_text(each, "NAME").strip() for each in component.parts if each.name == "VLOCATION")
    return next(filter(None, named), None) or _room_invited(component)


def _room_invited(component: Component) -> str | None:
    if "ATTENDEE" not in component.properties:
        return None
    from agendacli.formats.ics.read.people import room_invited

    return room_invited(component)


def _rooms(component: Component) -> tuple[str, ...]:
    """Each of several rooms, as only this tool writes them."""
    met = component.first(ROOMS)
    return tuple(map(intern, read_escaped_list(met.value))) if met and is_ours(component) else ()


def _parent(component: Component) -> str | None:
    """The session that this is a part of (RFC 5545 3.8.4.5: PARENT is the usual relation)."""
    for each in component.every("RELATED-TO"):
        if each.value and each.parameters.get("RELTYPE", "PARENT").upper() == "PARENT":
            return id_of(read_escaped(each.value).strip())
    return None


def _is_transparent(component: Component, kind: str, parent: str | None) -> bool:
    """Whether it takes nobody's time; of an item this tool says so only because its block takes it."""
    if parent and is_ours(component):
        return kind in TRANSPARENT_KINDS
    return component.value("TRANSP").upper() == "TRANSPARENT"


def _notes(component: Component, where: RoomAndLinks) -> tuple[str, ...]:
    """The comments; and what a LOCATION says beside its links, such as a passcode."""
    if "COMMENT" not in component.properties and not where.beside:
        return ()
    comments = (read_escaped(each.value).strip() for each in component.every("COMMENT"))
    return tuple(dict.fromkeys(filter(None, (*comments, where.beside))))


def _digest(component: Component) -> str:
    """Twelve digits that stand for the content: all but what tells versions apart or is said beside it."""
    from hashlib import sha256

    kept = sorted((name, each.value) for name, every in component.properties.items() for each in every)
    content = "\n".join(f"{name}:{value}" for name, value in kept if name not in _BESIDE)
    return sha256(content.encode()).hexdigest()[:12]
