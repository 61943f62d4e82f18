"""One session that is read twice, as a revision and an older one, or as an event and its calendar: it counts once."""

from collections.abc import Collection, Sequence

from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme

_OWN_UID = "@agendacli"  # as the iCalendar writer ends a UID: SESSION.EVENT@agendacli


def each_once(occurrences: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """The occurrences without second copies of one session.

    Such are an older revision beside a newer one, and a calendar beside the event that it was exported from.
    """
    programmes = {id(each.programme): each.programme for each in occurrences}
    if not _may_hold_copies(occurrences, programmes.values()):
        return occurrences
    unique: dict[str, Occurrence] = {}
    for each in sorted(occurrences, key=lambda each: (each.programme.older, "@" in each.session.id)):
        unique.setdefault(identity(each), each)
    return tuple(unique.values())


def identity(occurrence: Occurrence) -> str:
    """What makes it the same session wherever it is read: its UID in a calendar, else the ids that make its UID."""
    session, event = occurrence.session.id, occurrence.programme.id
    if session.endswith(_OWN_UID):
        session, _, event = session.removesuffix(_OWN_UID).partition(".")
    name = session if "@" in session else f"{event}/{session}"
    return f"{name}/{occurrence.original}"


def _may_hold_copies(occurrences: Sequence[Occurrence], programmes: Collection[Programme]) -> bool:
    """Whether one session may stand in two of the programmes: they have one id, or one is a calendar, with UIDs."""
    if len(programmes) <= 1:
        return False
    return len({each.id for each in programmes}) < len(programmes) or any(
        "@" in each.session.id for each in occurrences
    )
