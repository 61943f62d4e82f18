"""What a change is: one fact about one session that two versions of a programme do not share."""

from datetime import date
from enum import StrEnum

from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.programme import Programme, Session
from agendacli.model.when import When


class ChangeKind(StrEnum):
    """What happened to a session, or to a programme as a whole."""

    ADDED = "added"
    REMOVED = "removed"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    MOVED = "moved"
    SHORTENED = "shortened"
    LENGTHENED = "lengthened"
    SETTLED = "settled"
    LOOSENED = "loosened"
    ZONE = "zone"
    ROOM = "room"
    RENAMED = "renamed"
    PERSON_ADDED = "person added"
    PERSON_REMOVED = "person removed"
    SEAT_FILLED = "seat filled"
    SEAT_EMPTIED = "seat emptied"
    ROLE_CHANGED = "role changed"
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    STATUS = "status"
    TEXT = "text"
    POSITION = "position"
    CATEGORY = "category"
    LINK = "link"


QUIET_KINDS = frozenset({ChangeKind.TEXT, ChangeKind.POSITION, ChangeKind.CATEGORY, ChangeKind.LINK})
"""What keeps nobody from being in the right place at the right time: reported only when asked for."""

PLACING_KINDS = frozenset(
    {
        ChangeKind.ADDED,
        ChangeKind.REMOVED,
        ChangeKind.CANCELLED,
        ChangeKind.RESTORED,
        ChangeKind.MOVED,
        ChangeKind.SHORTENED,
        ChangeKind.LENGTHENED,
        ChangeKind.SETTLED,
        ChangeKind.LOOSENED,
        ChangeKind.ZONE,
        ChangeKind.ROOM,
        ChangeKind.STATUS,
    }
)
"""What concerns everybody who has a seat there: whether, when or where it takes place."""


class Matched(StrEnum):
    """What shows that two sessions without a common id are the same one."""

    TITLE = "title"
    LIKENESS = "likeness"


Subject = Occurrence | Programme
"""What changed: a session (of a repeated one perhaps a single occurrence), or a programme as a whole."""

Value = When | str | None
"""What was there, or is there instead: a time, a text in words, or nothing."""


@frozen
class Match:
    """A session in two versions, and what shows that it is one session (None: its id)."""

    old: Session
    new: Session
    matched: Matched | None = None


@frozen
class Difference:
    """One fact that is different, as two values.

    `subject` is what it is about, in the newer version; what is gone (`is_gone`) in the older one. `before` is the
    older version of that where both have it. `minutes` is the difference on the clock. `seat` is that of the person
    whose own seat changed. `field` is the key of a text. `occurrences` counts those of a repeated session that changed
    alike, None where one thing changed. `days` are the civil days that it concerns, before and after.
    """

    kind: ChangeKind
    subject: Subject
    before: Subject | None = None
    was: Value = None
    now: Value = None
    matched: Matched | None = None
    minutes: int | None = None
    seat: Participant | None = None
    field: str | None = None
    occurrences: int | None = None
    days: tuple[date, ...] = ()
    is_gone: bool = False

    @property
    def old(self) -> Subject | None:
        """The older version of what it is about; None for what is new."""
        return self.subject if self.is_gone else self.before

    @property
    def new(self) -> Subject | None:
        """The newer version of what it is about; None for what is gone."""
        return None if self.is_gone else self.subject

    @property
    def programme(self) -> Programme:
        """The programme that it belongs to, the newer version of it if there is one."""
        return self.subject.programme if isinstance(self.subject, Occurrence) else self.subject
