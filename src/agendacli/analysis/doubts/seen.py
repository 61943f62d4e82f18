"""Who and which rooms are named in some sessions, each with where it stands first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from agendacli.analysis.rooms_meant import RoomTable
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session
from agendacli.model.span import Span
from agendacli.words.folded import spelled

Seats = Sequence[Participant]


@frozen
class SeenPerson:
    """A person who has a seat, and where the first one stands; `is_written`: as a text of a definition."""

    person: Person
    span: Span
    is_written: bool = True


@frozen
class SeenRoom:
    """A room that is used: where rooms of a name are one, its key, its house, as printed, where it stands first."""

    home: str
    key: str
    house: str | None
    name: str
    place: Place
    span: Span


@frozen
class SeenPosition:
    """What stands behind a name and a comma, and where."""

    name: str
    text: str
    span: Span


def seated(occurrences: Iterable[Occurrence]) -> tuple[tuple[Seats, Span], ...]:
    """The seats of each session and of each programme as a whole, once, with where it stands."""
    programmes: dict[int, Programme] = {}
    sessions: dict[int, Session] = {}
    for each in occurrences:
        programmes.setdefault(id(each.programme), each.programme)
        sessions.setdefault(id(each.session), each.session)
    found: tuple[Programme | Session, ...] = (*programmes.values(), *sessions.values())
    return tuple((each.participants, each.span or Span("")) for each in found if each.participants)


def people_seen(seats: Iterable[tuple[Seats, Span]]) -> Mapping[str, SeenPerson]:
    """Everybody who has a seat, by id, in the order of the files."""
    found: dict[str, SeenPerson] = {}
    for participants, span in seats:
        for seat in participants:
            if seat.person and seat.person.id not in found:
                found[seat.person.id] = SeenPerson(seat.person, seat.span or span, seat.span is not None)
    return found


def positions_seen(seats: Iterable[tuple[Seats, Span]]) -> Iterator[SeenPosition]:
    """Every text that stands behind a name and a comma, where one text holds both."""
    met: set[tuple[str, str]] = set()
    for participants, span in seats:
        for seat in participants:
            if seat.person and seat.position and "," in seat.printed and (seat.name, seat.position) not in met:
                met.add((seat.name, seat.position))
                yield SeenPosition(seat.name, seat.position, seat.span or span)


def rooms_seen(occurrences: Iterable[Occurrence], table: RoomTable) -> tuple[SeenRoom, ...]:
    """Every room that is used, once for each home and house."""
    found: dict[tuple[str, str, str | None], SeenRoom] = {}
    met: set[tuple[int, str, str]] = set()
    for each in occurrences:
        for room in each.rooms:
            if (known := (id(each.place), room, each.programme.id)) in met:
                continue
            met.add(known)
            if seen := _seen_room(each, room, table):
                found.setdefault((seen.home, seen.key, seen.house), seen)
    return tuple(found.values())


def _seen_room(occurrence: Occurrence, room: str, table: RoomTable) -> SeenRoom | None:
    """One room of a session; None if it is not a room of a house."""
    place = occurrence.place
    meant = table.meant(room, place)
    if meant is None:
        return None
    house = meant.house or (spelled(place.venue) if place.venue else None)
    return SeenRoom(
        table.home(place, occurrence.programme.id),
        key=meant.key,
        house=house,
        name=room,
        place=place,
        span=_span(occurrence),
    )


def place_span(occurrence: Occurrence) -> Span:
    """Where the place of a session stands."""
    session, programme = occurrence.session, occurrence.programme
    own = session.place_span if session.place else programme.place_span
    return own or session.span or Span("")


def _span(occurrence: Occurrence) -> Span:
    """Where the room of a session stands."""
    session = occurrence.session
    own = session.room_span if session.room else occurrence.programme.room_span
    return own or session.span or Span("")
