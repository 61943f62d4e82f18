"""The record of a person's seat: who has which role where."""

from collections.abc import Iterable, Iterator

from agendacli.analysis.people import Engagement, Involvement
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.programme import Programme
from agendacli.model.when import When
from agendacli.records.table import (
    COUNT,
    DATE_OR_TIME,
    FLAG,
    PRECISION,
    STATUS,
    TEXT,
    Field,
    LazyRecord,
    RecordTable,
    Schema,
    list_of,
    or_null,
)
from agendacli.records.time import end_text, start_text

_EVENT_OR_SESSION: Schema = {"type": "string", "pattern": r"^[^/\s]+(/[^/\s]+){0,2}$"}


@frozen
class ShownSeat:
    """One seat of a person, how often the person has that role, and the zone of the times (None: that of the seat)."""

    person: Person
    engagement: Engagement
    count: int
    zone: str | None = None

    @property
    def seat(self) -> Participant:
        """The seat itself."""
        return self.engagement.participant

    @property
    def place(self) -> Occurrence | Programme:
        """The session in which the seat is, or the event as a whole."""
        return self.engagement.occurrence or self.engagement.programme

    @property
    def address(self) -> str:
        """The address of the session or event."""
        session = self.engagement.occurrence
        return session.id if session else self.engagement.programme.address

    @property
    def title(self) -> str:
        """The title of the session or event."""
        session = self.engagement.occurrence
        return session.session.title if session else self.engagement.programme.title

    @property
    def when(self) -> When | None:
        """When the session or event takes place, as far as known."""
        session = self.engagement.occurrence
        if session:
            return session.when
        from agendacli.analysis.event_dates import event_dates  # seats of a whole event are few

        return event_dates(self.engagement.programme)

    @property
    def categories(self) -> list[str]:
        """The citations of the session, or of the event as a whole."""
        session = self.engagement.occurrence
        return list(session.session.categories if session else self.engagement.programme.categories)


def shown_seats(involvements: Iterable[Involvement], zone: str | None) -> Iterator[ShownSeat]:
    """Every seat: persons in the given order, the seats of each in order of time."""
    for each in involvements:
        counts = dict(each.roles)
        for seat in each.engagements:
            yield ShownSeat(each.person, seat, counts.get(seat.participant.role, 0), zone)


TABLE: RecordTable[ShownSeat] = RecordTable(
    "person",
    "A person in a session, or in an event as a whole: who has which role, where and when.",
    (
        Field("id", TEXT, "of the person", lambda it: it.person.id),
        Field("name", TEXT, "without honorific", lambda it: it.person.name),
        Field("role", TEXT, "panellist, moderator, chair …", lambda it: it.seat.role),
        Field("position", or_null(TEXT), "as printed there", lambda it: it.seat.position),
        Field("confirmed", FLAG, "false: to be confirmed", lambda it: it.seat.confirmed),
        Field(
            "count",
            COUNT,
            "how often the person has this role in what was asked for, cancelled ones not counted",
            lambda it: it.count,
        ),
        Field(
            "address",
            _EVENT_OR_SESSION,
            "the session; the event where the seat is in it as a whole",
            lambda it: it.address,
        ),
        Field("event", TEXT, "the id of its event", lambda it: it.engagement.programme.id),
        Field("title", TEXT, "of the session or event", lambda it: it.title),
        Field("status", STATUS, "of the session or event", lambda it: it.place.status.value),
        Field(
            "precision",
            or_null(PRECISION),
            "what is known of its time; null when nothing is",
            lambda it: it.when.precision if it.when else None,
        ),
        Field(
            "start",
            or_null(DATE_OR_TIME),
            "a day, or a time with its offset; of a window its bound",
            lambda it: start_text(it.when, it.zone) if it.when else None,
        ),
        Field(
            "end",
            or_null(DATE_OR_TIME),
            "exclusive; null when no document states it",
            lambda it: end_text(it.when, it.zone) if it.when else None,
        ),
        Field(
            "timezone", or_null(TEXT), "the IANA zone of its own clocks", lambda it: it.when.zone if it.when else None
        ),
        Field("city", or_null(TEXT), "the city", lambda it: it.place.place.city),
        Field("venue", or_null(TEXT), "the building", lambda it: it.place.place.venue),
        Field("room", or_null(TEXT), "the room as printed", lambda it: it.place.room),
        Field("categories", list_of(TEXT), "of the session or event, such as its track", lambda it: it.categories),
    ),
)


def person_records(involvements: Iterable[Involvement], zone: str | None = None) -> Iterator[LazyRecord[ShownSeat]]:
    """A record for each seat of each person in order; times are in `zone` (None: that of the seat)."""
    return TABLE.records(shown_seats(involvements, zone))
