"""A session at a concrete time, and its address."""

from dataclasses import dataclass
from datetime import datetime

from agendacli.model.interval import Interval
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import When, bounds


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A session of a programme, and when it takes place."""

    programme: Programme
    session: Session
    when: When

    @property
    def id(self) -> str:
        """The address `EVENT/SESSION`; it does not depend on the time."""
        return f"{self.programme.address}/{self.session.id}"

    @property
    def place(self) -> Place:
        """The session's own place, else the programme's."""
        return self.session.place or self.programme.place

    @property
    def room(self) -> str | None:
        """The room as printed, else the programme's default room, which what is elsewhere or takes no time does not use."""
        elsewhere = self.session.place or self.session.transparent
        return self.session.room or (None if elsewhere else self.programme.room)

    @property
    def zone(self) -> str | None:
        """The IANA zone of its own clocks; None for days that belong to no zone."""
        return self.when.zone

    @property
    def status(self) -> Status:
        """The session's own status; a programme that is cancelled or tentative as a whole passes that on."""
        if Status.CANCELLED in (self.session.status, self.programme.status):
            return Status.CANCELLED
        return self.session.status if self.session.status is not Status.CONFIRMED else self.programme.status

    @property
    def bounds(self) -> Interval:
        """The earliest and latest instant that it may touch."""
        return bounds(self.when)


def order(occurrence: Occurrence) -> tuple[datetime, float, str]:
    """A sort key: the earlier start first, then the later end, then the id."""
    interval = occurrence.bounds
    return interval.start, -interval.end.timestamp(), occurrence.id
