"""A session at a concrete time, and its address."""

from datetime import datetime
from functools import lru_cache

from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Start, Status, status_within
from agendacli.model.when import When, bounds, in_zone


@frozen
class Occurrence:
    """A session of a programme, and when it takes place.

    `original` is the start that its repeat gives it, even where it was moved: a UTC instant, or a day if the session
    has no hours; None for a session that does not repeat.
    """

    programme: Programme
    session: Session
    when: When
    original: Start | None = None

    @property
    def id(self) -> str:
        """The address `EVENT/SESSION`, which does not depend on the time.

        Of a repeated session `EVENT/SESSION/20170904T080000Z`: the original start in UTC, or its day `20170904`.
        """
        session = f"{self.programme.address}/{self.session.id}"
        return session if self.original is None else f"{session}/{_basic(self.original)}"

    @property
    def place(self) -> Place:
        """The session's own place, else the programme's."""
        return self.session.place or self.programme.place

    @property
    def room(self) -> str | None:
        """The room as printed, else the programme's default, unless the session is elsewhere or takes no time."""
        elsewhere = self.session.place or self.session.transparent
        return self.session.room or (None if elsewhere else self.programme.room)

    @property
    def join(self) -> tuple[str, ...]:
        """Where it is joined from afar; if not stated, as the programme, unless it is elsewhere or takes no time."""
        elsewhere = self.session.place or self.session.transparent
        return self.session.join or (() if elsewhere else self.programme.join)

    @property
    def rooms(self) -> tuple[str, ...]:
        """Each room that it takes, as printed; empty if none is stated."""
        return self.session.rooms or ((room,) if (room := self.room) else ())

    @property
    def parent(self) -> str | None:
        """The address of the block that contains it."""
        block = self.session.parent
        return f"{self.programme.address}/{block}" if block else None

    @property
    def zone(self) -> str | None:
        """The IANA zone of its own clock; None for days without a zone."""
        return self.when.zone

    @property
    def status(self) -> Status:
        """The session's status; that of a programme that is cancelled or tentative as a whole takes precedence."""
        return status_within(self.session.status, self.programme.status)

    @property
    def takes_time(self) -> bool:
        """Whether it takes anybody's time: not if it is transparent, or cancelled by itself or with its programme."""
        return not self.session.transparent and self.status is not Status.CANCELLED

    @property
    def bounds(self) -> Interval:
        """The earliest and latest instant that it may touch."""
        return bounds(self.when)


Placed = tuple[Occurrence, Interval]
"""An occurrence and its bounds."""


def session_address(occurrence: Occurrence) -> str:
    """`EVENT/SESSION`, the same for every time of a session."""
    return f"{occurrence.programme.address}/{occurrence.session.id}"


def on_its_clocks(occurrence: Occurrence) -> Occurrence:
    """The occurrence as its calendar shows it: a time in UTC in the zone that the calendar names."""
    return _shown(occurrence, occurrence.session.clocks)


def as_kept(occurrence: Occurrence) -> Occurrence:
    """The occurrence as its calendar stores it: in UTC if that is how it was written."""
    return _shown(occurrence, occurrence.session.clocks and occurrence.session.when.zone)


def _shown(occurrence: Occurrence, zone: str | None) -> Occurrence:
    if zone is None:
        return occurrence
    when = in_zone(occurrence.when, zone)
    return Occurrence(occurrence.programme, occurrence.session, when, occurrence.original)


@lru_cache(maxsize=1024)
def _basic(start: Start) -> str:
    """A start in the basic format of ISO 8601."""
    text = start.isoformat().replace("-", "").replace(":", "")
    return f"{text[: len('20170904T080000')]}Z" if isinstance(start, datetime) else text


def order(occurrence: Occurrence) -> tuple[datetime, float, str]:
    """A sort key: the earlier start first, then the later end, then the id."""
    interval = occurrence.bounds
    return interval.start, -interval.end.timestamp(), occurrence.id
