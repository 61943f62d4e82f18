"""What a merge comes to: what mine is to take from theirs, what both changed, what theirs no longer says."""

from agendacli.model.frozen import frozen
from agendacli.model.people import Participant
from agendacli.model.programme import Session
from agendacli.model.when import When


@frozen
class MergeTerms:
    """What an absence says: with `keeps_all` nothing, as no earlier version is known; with `doubts_absence` a doubt.

    `names` is False where theirs is only called after its file.
    """

    keeps_all: bool = False
    doubts_absence: bool = False
    names: bool = True


@frozen
class SeatEdit:
    """A seat of mine to be replaced, one to be taken out (`new` is None), or a new one (`old` is None)."""

    old: Participant | None
    new: Participant | None

    @property
    def role(self) -> str:
        """The role of the seat that is there at the end, or was."""
        return (self.new or self.old or Participant("", "")).role


@frozen
class Dispute:
    """What mine and theirs changed each in its own way: a key of the format, and in its words what each says of it."""

    field: str
    mine: str
    theirs: str


@frozen
class Absent:
    """What theirs no longer says and mine keeps: a key of the format, and of a seat which."""

    field: str
    seat: Participant | None = None


@frozen
class SessionEdit:
    """What becomes of a session of mine: the fields and seats that it takes from theirs, what is left to be decided.

    `when` is its time where that takes but its start, or its end, from theirs.
    `is_removed` takes it out; `is_absent` keeps it though theirs no longer has it.
    """

    mine: Session
    theirs: Session | None = None
    fields: tuple[str, ...] = ()
    seats: tuple[SeatEdit, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    absent: tuple[Absent, ...] = ()
    is_removed: bool = False
    is_absent: bool = False
    when: When | None = None

    @property
    def says_something(self) -> bool:
        """Whether anything of it is to be done or told."""
        found = self.fields, self.seats, self.disputes, self.absent
        return any(found) or self.is_removed or self.is_absent


@frozen
class Merge:
    """What is to become of mine: edits of its sessions, sessions that are new, another title.

    `pairs` are sessions of mine with what they are in theirs, by id. `dropped` are sessions that mine has no more and
    theirs changed. `silent` are fields and roles that theirs never states, though the base does: they stay as mine has
    them.
    """

    edits: tuple[SessionEdit, ...] = ()
    added: tuple[Session, ...] = ()
    dropped: tuple[Session, ...] = ()
    title: str | None = None
    pairs: tuple[tuple[Session, Session], ...] = ()
    silent: tuple[str, ...] = ()
