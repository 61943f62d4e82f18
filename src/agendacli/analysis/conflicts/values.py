"""What a conflict is, and which conflicts are asked for."""

from datetime import datetime, timedelta
from enum import StrEnum

from agendacli.analysis.conflicts.times.days import DayRuns
from agendacli.analysis.doubts import NO_DOUBTS, Doubts
from agendacli.model.conflict_kind import USUAL_KINDS, Kind
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Absence, Participant

__all__ = ["Certainty", "Conflict", "Kind", "Rules"]


class Certainty(StrEnum):
    """Whether two sessions clash in every placement that the known facts allow, or only in some."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@frozen
class Rules:
    """Which conflicts to look for.

    `buffer` is the least time to change rooms within one city. `attending` holds the ids of one attendee's own
    sessions (None: everything): overlap and an attendee's travel are looked for among these only. Where sessions of one
    event are `offers`, these two are reported only between those whose ids are `chosen` (see `attendance`). `between`
    are two sets of ids, of which only pairs across are looked at. Between two sessions a room needs `turnover`, a
    person `rest`. `doubts` say what may be one person or room, or two.
    """

    buffer: timedelta = timedelta()
    include_transparent: bool = False
    kinds: frozenset[Kind] = USUAL_KINDS
    attending: frozenset[str] | None = None
    offers: bool = False
    chosen: frozenset[str] = frozenset()
    between: tuple[frozenset[str], frozenset[str]] | None = None
    turnover: timedelta = timedelta()
    rest: timedelta = timedelta()
    doubts: Doubts = NO_DOUBTS


@frozen
class Conflict:
    """Two occurrences that cannot both be kept: the earlier start first, then the later end, then the id.

    `start` and `end` are UTC instants: the time that both take, for travel the time between the two; where that
    is not known, its outer bounds. `minutes` is the length of a time that is known exactly, else None. `subject` is
    the room, the person's name or the category; None for an attendee.

    `days` are those on which it clashes, for what depends on days. With one window they are the days on which it would
    begin, `candidates` counts all of these and `free` those without this conflict. With two windows both count pairs
    of days, and `days` is None. `clear` counts the candidates with neither overlap nor travel.

    `journey` is the time that is needed between the two, None if it is not known. `depends_on` says, a phrase
    each, what is not known yet; it is empty for what is certain. `more` says that both are times of one repeated
    session, and that other two of them clash alike. `seats` are those of the person in each session.

    With an `absence` it is one session that cannot be kept, for a person who is not there: both `first` and `second`.
    """

    kind: Kind
    certainty: Certainty
    first: Occurrence
    second: Occurrence
    start: datetime
    end: datetime
    minutes: int | None = None
    subject: str | None = None
    person_id: str | None = None
    days: DayRuns | None = None
    free: int | None = None
    candidates: int | None = None
    clear: int | None = None
    journey: timedelta | None = None
    depends_on: tuple[str, ...] = ()
    more: bool = False
    seats: tuple[tuple[Participant, ...], tuple[Participant, ...]] | None = None
    absence: Absence | None = None

    @property
    def sessions(self) -> tuple[Occurrence, ...]:
        """The sessions that it is between, or the one that clashes with an absence."""
        return (self.first,) if self.absence else (self.first, self.second)
