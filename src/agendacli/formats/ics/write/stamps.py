"""When an item, or the version of a programme, is of: DTSTAMP and LAST-MODIFIED, read from no clock."""

from datetime import UTC, date, datetime, time
from functools import lru_cache

from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.model.programme import Programme, Session

# DTSTAMP is required, and no clock may be read: what is not dated gets the epoch, and no LAST-MODIFIED.
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_STAMP_FORM = "%Y%m%dT%H%M%SZ"


def stamp_of(programme: Programme, options: CalendarOptions) -> datetime:
    """The UTC moment of a programme's version: as asked for, else midnight of its revision, else the epoch."""
    return own_stamp(None, programme, options) or UNDATED


def own_stamp(session: Session | None, programme: Programme, options: CalendarOptions) -> datetime | None:
    """The moment that a session states, else that of its programme's version; None if neither is dated."""
    if options.stamp:
        return options.stamp.astimezone(UTC)
    return (_read_stamp(session.stamp) if session and session.stamp else None) or _midnight(programme.revision)


@lru_cache(maxsize=4096)
def _read_stamp(text: str) -> datetime | None:
    """A DTSTAMP; None for one that is not a moment in UTC, or the one that stands for none."""
    try:
        found = datetime.strptime(text, _STAMP_FORM).replace(tzinfo=UTC)
    except ValueError:
        return None
    return None if found == UNDATED else found


@lru_cache(maxsize=4096)
def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), UTC) if day else None
