"""A programme as its own export has it, without what a calendar cannot express."""

from dataclasses import replace

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.writer import calendar_pieces
from agendacli.load.adopt import with_plain_ids
from agendacli.model.findings import Findings
from agendacli.model.programme import Programme, Session


def as_calendar(programme: Programme) -> Programme:
    """The programme as a calendar of it would be read, with its own ids and places in its file."""
    data = b"".join(calendar_pieces(expand((programme,)), CalendarOptions(), {}))
    read = read_calendar(data, programme.file, programme.zone or "UTC", Findings())
    if read is None:
        return programme
    plain = with_plain_ids(read)
    own = {each.id: each for each in programme.sessions}
    sessions = tuple(_placed(each, own.get(each.id)) for each in plain.sessions)
    return replace(plain, id=programme.id, revision=programme.revision, older=programme.older, sessions=sessions)


def _placed(session: Session, own: Session | None) -> Session:
    """The session with its place in the definition."""
    if own is None:
        return session
    return replace(session, span=own.span, numbered=own.numbered, uid=None)
