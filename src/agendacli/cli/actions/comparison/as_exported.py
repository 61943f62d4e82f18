"""A programme as its own export in another format says it: what that cannot say is not there."""

from dataclasses import replace

from agendacli.analysis.occurrences import expand
from agendacli.formats.exported import ToExport
from agendacli.formats.given import Given
from agendacli.formats.readers import READERS
from agendacli.formats.writers import WRITERS
from agendacli.model.asked import Refusal
from agendacli.model.programme import Programme, Session


def as_exported(programme: Programme, name: str, like: Programme) -> tuple[Programme, tuple[str, ...]]:
    """The programme as a file of the format of that name would be read, and the sessions that are not in it.

    What it says of itself as a whole, and a file may lack, is taken to be as in the one that it is compared with.
    """
    written = WRITERS[name](ToExport((programme,), expand((programme,))))
    if isinstance(written, Refusal):
        return replace(programme, sessions=()), (str(written),)
    found = READERS[name](Given(written.data, like.file)).programme
    own = {each.id: each for each in programme.sessions}
    sessions = tuple(_placed(each, own.get(each.id)) for each in found.sessions) if found else ()
    told = replace(
        found or programme,
        id=programme.id,
        kind=programme.kind,
        revision=programme.revision,
        older=programme.older,
        place=like.place,
        license=like.license,
        participants=like.participants,
        organizer=like.organizer,
        dates=like.dates,
        status=like.status,
        sessions=sessions,
    )
    return told, written.missing


def _placed(session: Session, own: Session | None) -> Session:
    """The session with its place in its own file, and its UID, which may be the other's."""
    return replace(session, span=own.span, numbered=own.numbered, uid=own.uid) if own else session
