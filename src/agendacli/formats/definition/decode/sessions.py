"""The items of a day: nodes to sessions."""

from dataclasses import replace
from datetime import date
from typing import Any

from agendacli.formats.definition.decode.entries import Entries
from agendacli.formats.definition.decode.lookup import Lookup
from agendacli.formats.definition.decode.participants import decode_seats, named_in
from agendacli.formats.definition.decode.places import decode_place
from agendacli.formats.definition.decode.repeats import RepeatedItem, refuse_exceptions, repeated
from agendacli.formats.definition.decode.role_references import Seat
from agendacli.formats.definition.decode.session_rooms import BETWEEN, session_rooms
from agendacli.formats.definition.nodes import Mapping, Node, Scalar, describe
from agendacli.formats.definition.schema.session import EXCEPT, ITEMS, SESSION, SESSION_ID, TRANSPARENT
from agendacli.formats.definition.schema.shared import KIND, PLACE, ROOM, ZONE_NAME
from agendacli.formats.definition.session_ids import Name
from agendacli.formats.definition.shapes.shape import expect_text, report_fault
from agendacli.model.codes import BAD_TIME, NO_ZONE, UNKNOWN_KIND, WRONG_TYPE
from agendacli.model.fault import Fault
from agendacli.model.findings import Findings
from agendacli.model.frozen import frozen
from agendacli.model.places import Place
from agendacli.model.programme import KINDS, Session
from agendacli.model.when import Days, When
from agendacli.words.kinds import is_transparent, kind_in_title
from agendacli.words.near import nearest, suggestion
from agendacli.words.times.forms import Clock, DayKey, EachDay, RelativeDay, SomeDay
from agendacli.words.times.grammar import parse_clock
from agendacli.words.times.repeats import Every
from agendacli.words.times.resolve import resolve

_UNREAD: When = Days(date.min, date.min, None)


@frozen
class Defaults:
    """The defaults of every session of a programme.

    `zone_is_wrong` marks a zone that is unknown, which is reported already. `links` are addresses found in place of a
    room.
    """

    place: Place
    zone: str | None
    rooms: tuple[str, ...] = ()
    zone_is_wrong: bool = False
    links: tuple[str, ...] = ()


@frozen
class KeyedDay:
    """One key of `days`, what it says (None: nothing readable), and the days that it means (None: not known)."""

    key: Scalar
    days: DayKey | Every | None
    fixed: EachDay | SomeDay | None = None

    @property
    def relative_to(self) -> str | None:
        """The session to which the day is relative."""
        return self.days.session if isinstance(self.days, RelativeDay) else None


@frozen
class SessionDraft:
    """A session that is read, with its seats: references among them are still open.

    One whose time is wrong is not a session, but what it says of its id and its people still counts for the others.
    `id_taken` is the id that its title says, where another has that one; `has_id` marks an id of its own. `setting` and
    `items` are those of a block.
    """

    session: Session
    seats: tuple[Seat, ...]
    has_time: bool = True
    id_taken: str | None = None
    has_id: bool = False
    setting: Defaults = Defaults(Place(), None)
    items: Node | None = None


@frozen
class _Header:
    """What a session has of the first key of its item, and of the day above it."""

    id: str
    title: str
    when: When
    day: KeyedDay
    time: Scalar


def decode_item(node: Node, name: Name, day: KeyedDay, setting: Defaults, lookup: Lookup) -> SessionDraft | None:
    """A draft of the session that an item is, or None and diagnostics where it has no title."""
    if not isinstance(node, Mapping) or not node.entries:
        colon = "; put a colon behind its time" if isinstance(node, Scalar) and node.text[:1].isdigit() else ""
        message = f"expected an item such as `10:15-13:00: Title`, not {describe(node)}{colon}"
        lookup.findings.report(WRONG_TYPE, node.span, message)
        return None
    time, title_node = node.entries[0]
    entries = Entries(node, SESSION, lookup.findings, skip=1)
    title = expect_text(title_node, lookup.findings, "the title of the item")
    clock = _read_clock(time, lookup.findings)
    own = _setting_of(entries, setting, lookup)
    when = _read_when(day.fixed, clock, time=time, own=own, findings=lookup.findings) if day.fixed and clock else None
    # Faults of the rest are reported even if the time or the title is wrong and there will be no session.
    header = _Header(name.id, title=title.text.strip() if title else "", when=when or _UNREAD, day=day, time=time)
    session, seats = _session(entries, header, own, lookup)
    if not title:
        return None
    repeat = _repeated(session, day, hours=time, entries=entries, findings=lookup.findings)
    has_id, items = entries.has(SESSION_ID), entries.node(ITEMS)
    return SessionDraft(
        repeat,
        seats=seats,
        has_time=when is not None,
        id_taken=name.taken,
        has_id=has_id,
        setting=_for_items(own, session, setting),
        items=items,
    )


def _for_items(own: Defaults, session: Session, around: Defaults) -> Defaults:
    """What holds for the items of a session; elsewhere, or taking no time, it is not in the programme's room."""
    if own.rooms or not around.rooms:  # most sessions: a copy for each of them would be a twentieth of the reading
        return own
    is_there = session.place is None and not session.transparent
    return replace(own, rooms=around.rooms) if is_there else own


def _repeated(session: Session, day: KeyedDay, hours: Scalar, entries: Entries, findings: Findings) -> Session:
    """The session with its repeat, where its days do."""
    exceptions = entries.node(EXCEPT)
    if isinstance(day.days, Every):
        return (
            session
            if session.when is _UNREAD
            else repeated(RepeatedItem(session, day.days, hours), exceptions, findings)
        )
    refuse_exceptions(exceptions, findings)
    return session


def _read_clock(time: Scalar, findings: Findings) -> Clock | None:
    clock = parse_clock(time.text)
    if not isinstance(clock, Fault):
        return clock
    if _is_key(time.text):
        clock = Fault(BAD_TIME, f"an item begins with its time, not with `{time.text}`: `- 10:15-13:00: Title`")
    report_fault(clock, time, findings)
    return None


def _is_key(word: str) -> bool:
    """Whether a word that says nothing of hours is a key of an item, or what somebody writes for one."""
    from agendacli.formats.definition.key_synonyms import meaning

    keys = SESSION.by_name
    return word in keys or meaning(word, SESSION.name, keys) is not None


def _read_when(days: EachDay | SomeDay, clock: Clock, time: Scalar, own: Defaults, findings: Findings) -> When | None:
    found = resolve(days, clock, own.zone)
    if not isinstance(found, Fault):
        return found
    if found.code is not NO_ZONE:
        report_fault(found, time, findings)
    elif not own.zone_is_wrong:
        findings.report_once(NO_ZONE, time.span, found.message + _zone_hint(own.place))
    return None


def _zone_hint(place: Place) -> str:
    """The zone of a city that everybody knows, to be pasted."""
    from agendacli.words.world import known_city

    city = known_city(place.city) if place.city else None
    return f"; for {city.name} write `zone: {city.zone}`" if city else ""


def _setting_of(entries: Entries, setting: Defaults, lookup: Lookup) -> Defaults:
    """The place, zone and room of one session: its own, else the programme's."""
    node = entries.node(PLACE)
    place = decode_place(node, lookup.directory, lookup.findings) if node else setting.place
    zone = entries.read(ZONE_NAME)
    if entries.has(ZONE_NAME):
        zone_is_wrong = zone is None
    else:
        zone = (place.zone if node else None) or setting.zone
        zone_is_wrong = setting.zone_is_wrong and zone is None
    rooms, links = session_rooms(entries, lookup.findings)
    return Defaults(place, zone=zone, rooms=rooms, zone_is_wrong=zone_is_wrong, links=links)


def with_links(kept: dict[str, Any], links: tuple[str, ...]) -> dict[str, Any]:
    """What the model keeps, with the links that stood where a room should."""
    return {**kept, "join": tuple(dict.fromkeys((*kept.get("join", ()), *links)))} if links else kept


def _session(entries: Entries, header: _Header, own: Defaults, lookup: Lookup) -> tuple[Session, tuple[Seat, ...]]:
    """The session with the people who are named in it, and all seats; with references among them nobody is yet."""
    entries.read(SESSION_ID)  # its faults are told; the id is in the header
    kind = _kind(entries, header.title, lookup.findings)
    stated = entries.read(TRANSPARENT)
    day, time = header.day, header.time
    kept = with_links(entries.kept(), own.links)
    citations = lookup.cited(entries)
    variants = lookup.disagreements(entries)
    seats = decode_seats(entries, lookup)
    session = Session(
        id=header.id,
        title=header.title,
        when=header.when,
        kind=kind,
        transparent=is_transparent(kind) if stated is None else stated,
        when_text=f"{day.key.text}, {time.text}",
        relative_to=day.relative_to,
        room=BETWEEN.join(own.rooms) or None,
        rooms=own.rooms if own.rooms[1:] else (),
        place=own.place if entries.has(PLACE) else None,
        participants=named_in(seats),
        citations=citations,
        variants=variants,
        span=time.span,
        room_span=entries.span_if_there(ROOM),
        place_span=entries.span_if_there(PLACE),
        **kept,
    )
    return session, seats


def _kind(entries: Entries, title: str, findings: Findings) -> str:
    stated = entries.read(KIND)
    if stated is None:
        return kind_in_title(title)
    kind = stated.casefold().replace("-", " ")
    if kind not in KINDS and nearest(kind, KINDS, cutoff=0.8):
        message = f"`{stated}` is nearly a known kind{suggestion(kind, KINDS)}"
        findings.report(UNKNOWN_KIND, entries.span(KIND), message)
    return kind
