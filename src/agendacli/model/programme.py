"""A programme as written: its sessions, its people, its place, its documents."""

from collections.abc import Sequence
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum

from agendacli.model.frozen import frozen
from agendacli.model.people import Absence, Participant
from agendacli.model.places import Place
from agendacli.model.source import Citation, Source, Variant
from agendacli.model.span import Span
from agendacli.model.when import When

KINDS: tuple[str, ...] = (
    "registration",
    "opening",
    "keynote",
    "plenary",
    "panel",
    "workshop",
    "tutorial",
    "poster session",
    "summary",
    "closing",
    "meeting",
    "dialogue",
    "side event",
    "lunch",
    "break",
    "reception",
    "dinner",
    "social event",
    "deadline",
    "document",
    "process",
    "session",
)
"""The kinds of sessions that the tool knows; a definition may use other words."""

TRANSPARENT_KINDS = frozenset({"registration", "lunch", "break", "deadline", "document", "process"})
"""Kinds that take nobody's time unless the session says otherwise."""


class Status(StrEnum):
    """The status of a session or programme (STATUS in RFC 5545 3.8.1.11)."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


class Privacy(StrEnum):
    """Who may see a session (CLASS in RFC 5545 3.8.1.3)."""

    PUBLIC = "public"
    PRIVATE = "private"
    CONFIDENTIAL = "confidential"


def status_within(own: Status, around: Status) -> Status:
    """The status of something inside something else: cancelled if either is, else its own unless it is the default."""
    if Status.CANCELLED in (own, around):
        return Status.CANCELLED
    return around if own is Status.CONFIRMED else own


def privacy_within(own: Privacy, around: Privacy) -> Privacy:
    """The privacy of something inside something else: that of which fewer may see it."""
    return max(own, around, key=tuple(Privacy).index)


Start = date | datetime
"""The start of one occurrence as written: a day, a naive wall time in the session's zone, or a UTC instant."""


@frozen
class Change:
    """One occurrence of a repeated session that differs from the rest (RECURRENCE-ID in RFC 5545 3.8.4.4).

    `original` is the start that the rule gives it; a day stands for the occurrence at the session's usual time on it.
    `session` is what it is instead (its own time, its status) under the same id. With `onwards` all later occurrences
    are moved and changed alike (RANGE=THISANDFUTURE), each as long in real time, until the next such change.
    """

    original: Start
    session: "Session"
    onwards: bool = False


@frozen
class Repeat:
    """How a session repeats, in wall time of its zone; its own `when` is the first occurrence and counts as one.

    `rules` are RRULE values (RFC 5545 3.3.10), `added` further starts (RDATE), `removed` starts that do not take place
    (EXDATE; a day removes all that begin on it), `changes` occurrences that differ. An end keeps its wall time when the
    clocks change in between; with `exact` the length in real time is kept instead, as a DTEND does (RFC 5545 3.8.5.3),
    except for `days` of it, which follow the calendar (3.3.6).
    """

    rules: tuple[str, ...] = ()
    added: tuple[When, ...] = ()
    removed: frozenset[Start] = frozenset()
    changes: tuple[Change, ...] = ()
    exact: bool = False
    days: int = 0

    @property
    def is_endless(self) -> bool:
        """Whether one of its rules never ends."""
        return any("COUNT=" not in rule and "UNTIL=" not in rule for rule in self.rules)


@frozen
class Session:
    """One item of a programme as written.

    `when_text` keeps the printed words of its time; `relative_to` is the session its time depends on. `place` is None
    where the programme's own place holds. `rooms` are its rooms where it takes several, which `room` then names in one
    text. A talk inside a block has the id of that as `parent`, and its room and status. A transparent session takes
    nobody's time. `join` are the addresses at which it is attended from afar, `internal` are words that no export
    holds. `uid` is what calendars know it by, None where its ids say that. One that was read from a calendar keeps of
    its item there: `sequence`, `stamp`, its DTSTAMP as written (None for all others), and `lines` that an export writes
    again as they stand; a time in UTC, as it repeats there, is shown on the `clocks` that its calendar names;
    `reminded` says that somebody set a reminder there.
    Of sessions at once, `priority` says which to keep: the greater number (`agenda cover --by priority`).
    `numbered` says that its id depends on what stands before it in its file, since others have its title as well.
    `unsure`: a comment `# ?` doubts its time or its day.
    """

    id: str
    title: str
    when: When
    kind: str = "session"
    status: Status = Status.CONFIRMED
    transparent: bool = False
    when_text: str | None = None
    relative_to: str | None = None
    room: str | None = None
    place: Place | None = None
    participants: tuple[Participant, ...] = ()
    description: str | None = None
    url: str | None = None
    join: tuple[str, ...] = ()
    privacy: Privacy = Privacy.PUBLIC
    notes: tuple[str, ...] = ()
    internal: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    variants: tuple[Variant, ...] = ()
    repeat: Repeat | None = None
    rooms: tuple[str, ...] = ()
    parent: str | None = None
    priority: int = 1
    uid: str | None = field(default=None, compare=False)
    sequence: int = field(default=0, compare=False)
    stamp: str | None = field(default=None, compare=False)
    numbered: bool = field(default=False, compare=False)
    clocks: str | None = None
    lines: tuple[str, ...] = field(default=(), compare=False)
    reminded: bool = field(default=False, compare=False)
    span: Span | None = field(default=None, compare=False, repr=False)
    room_span: Span | None = field(default=None, compare=False, repr=False)
    unsure: bool = field(default=False, compare=False)
    place_span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def is_private(self) -> bool:
        """Whether its privacy is not public."""
        return self.privacy is not Privacy.PUBLIC

    @property
    def takes_time(self) -> bool:
        """Whether it takes anybody's time by itself: not if it is transparent or cancelled."""
        return not self.transparent and self.status is not Status.CANCELLED

    @property
    def is_of_calendar(self) -> bool:
        """Whether it was read from a calendar; then the calendar's own properties are preserved."""
        return self.stamp is not None

    def __hash__(self) -> int:
        # The id is enough: equal sessions have equal ids, and hashing every field would cost more than it saves.
        return hash(self.id)

    @property
    def own_zone(self) -> str | None:
        """The zone in which it is shown; None for days without a zone."""
        return self.clocks or self.when.zone


@frozen
class Programme:
    """One definition: what the command line calls an event.

    `dates` are its stated dates, None when only its sessions have them. `revision` is the day of this version, and
    `stage` what is printed of it ("provisional", "draft"): that makes no session tentative; `symbol` and `issue` are
    those of its document ("A/71/L.58", "Rev.1"). `license` is that of the text and of recordings. `file` is where
    it was read, as a user would type it. `older` marks a file that holds an earlier revision. Many `sessions` may be
    `LazySessions`, else they are a tuple. `is_diary`: it is somebody's own calendar, not an offer from which people
    choose. `absences` are those of its people from
    its own sessions. `format` names that of its file, where it is neither a definition nor a calendar.
    """

    id: str
    title: str
    file: str
    short_title: str | None = None
    kind: str = "meeting"
    organizer: str | None = None
    status: Status = Status.CONFIRMED
    stage: str | None = None
    zone: str | None = None
    place: Place = field(default_factory=Place)
    room: str | None = None
    dates: When | None = None
    when_text: str | None = None
    url: str | None = None
    join: tuple[str, ...] = ()
    revision: date | None = None
    older: bool = False
    sources: tuple[Source, ...] = ()
    categories: tuple[str, ...] = ()
    description: str | None = None
    notes: tuple[str, ...] = ()
    internal: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    citations: tuple[Citation, ...] = ()
    variants: tuple[Variant, ...] = ()
    sessions: Sequence[Session] = ()
    is_diary: bool = False
    symbol: str | None = None
    issue: str | None = None
    absences: tuple[Absence, ...] = field(default=(), repr=False)
    license: str | None = None
    format: str | None = field(default=None, compare=False)
    span: Span | None = field(default=None, compare=False, repr=False)
    room_span: Span | None = field(default=None, compare=False, repr=False)
    place_span: Span | None = field(default=None, compare=False, repr=False)

    def __hash__(self) -> int:
        # As in `Session`: hashing the sessions would walk through thousands of them for one look-up.
        return hash((self.id, self.revision))

    @property
    def address(self) -> str:
        """Its id; of an older revision with its day: `vienna-session@2017-08-24`."""
        return f"{self.id}@{self.revision}" if self.older and self.revision else self.id

    @property
    def name(self) -> str:
        """The short title if there is one, else the title."""
        return self.short_title or self.title
