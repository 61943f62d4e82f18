"""What an export may say of items that are not for everybody's eyes."""

from collections.abc import Iterable
from enum import StrEnum

from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Place
from agendacli.model.programme import Session

BUSY = "Busy"
"""The title of an item of which no more may be known than that it takes somebody's time."""
_DIGITS = 12


class PrivateItems(StrEnum):
    """What becomes of private items: they are written, or left out, or say that somebody is busy."""

    KEPT = "kept"
    LEFT_OUT = "left out"
    BUSY = "busy"


def shown_occurrences(occurrences: Iterable[Occurrence], private: PrivateItems) -> tuple[Occurrence, ...]:
    """The occurrences as everybody may see them: a private one is left out, or says no more than when somebody is busy.

    For formats in which a private item is an item like any other; a calendar knows more ways.
    """
    if private is PrivateItems.KEPT:
        return tuple(occurrences)
    public = (each for each in occurrences if private is PrivateItems.BUSY or not each.session.is_private)
    return tuple(_busy(each) if each.session.is_private else each for each in public)


def _busy(occurrence: Occurrence) -> Occurrence:
    """What is left of a private item: digits for its id, which may be as telling as its title, its time and status."""
    from hashlib import sha256

    own = occurrence.session
    name = sha256(f"{own.uid or ''} {occurrence.id}".encode()).hexdigest()[:_DIGITS]
    bare = Session(
        f"busy-{name}",
        BUSY,
        own.when,
        status=own.status,
        transparent=own.transparent,
        privacy=own.privacy,
        place=Place(),  # elsewhere: the room and the links of the programme are not said of it either
    )
    return Occurrence(occurrence.programme, bare, occurrence.when)
