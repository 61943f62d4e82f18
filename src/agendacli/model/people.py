"""Persons, and the part of a person in one session."""

from dataclasses import field
from datetime import datetime

from agendacli.model.frozen import frozen
from agendacli.model.source import Citation, Variant
from agendacli.model.span import Span

ROLES: dict[str, str] = {
    "chair": "chairs",
    "co-chair": "co-chairs",
    "co-facilitator": "co-facilitators",
    "moderator": "moderators",
    "speaker": "speakers",
    "panellist": "panellists",
    "thematic expert": "thematic experts",
    "expert": "experts",
    "rapporteur": "rapporteurs",
    "host": "hosts",
    "participant": "participants",
}
"""Every role and its plural, in the order in which a programme prints them."""


@frozen
class Absence:
    """A time at which a person, given by id, is absent; `text` is how it was written.

    `start` and `end` are naive wall times in the zone of whatever needs the person; None for an open side.
    """

    person: str
    text: str
    start: datetime | None
    end: datetime | None
    span: Span | None = field(default=None, compare=False, repr=False)


@frozen
class Person:
    """One identity: a stable id, the name without honorific, and its other spellings.

    `others` are names, ids or names with their position (`Hans Vogel, MIT`) of somebody else. `absences` do not count
    in comparison.
    """

    id: str
    name: str
    honorific: str | None = None
    aliases: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    absences: tuple[Absence, ...] = field(default=(), compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


@frozen
class Participant:
    """A seat in one session: a role, the person (None: not named yet), and the words of the document.

    `confirmed` is False for a participant "to be confirmed". `printed` keeps the words of the document.
    """

    role: str
    printed: str
    person: Person | None = None
    position: str | None = None
    confirmed: bool = True
    citations: tuple[Citation, ...] = ()
    variants: tuple[Variant, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def name(self) -> str:
        """The person's name without honorific, or the printed words of a seat without a name."""
        return self.person.name if self.person else self.printed
