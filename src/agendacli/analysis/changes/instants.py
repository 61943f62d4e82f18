"""Times as comparable numbers: equal instants are equal, however they were written."""

from agendacli.model.programme import Session
from agendacli.model.when import Timed, TimeWindow, When, bounds
from agendacli.model.zones import instant

Instants = tuple[float, float | None, str, str]


def starts_at(session: Session) -> float:
    """The earliest instant at which a session may begin, in POSIX seconds; days without a zone begin in UTC."""
    when = session.when
    if isinstance(when, Timed | TimeWindow):
        return instant(when.start, when.zone).timestamp()
    return bounds(when).start.timestamp()


def instants_of(when: When) -> Instants:
    """What is known of a time in instants, the same for every spelling of it."""
    if isinstance(when, Timed):
        end = instant(when.end, when.zone).timestamp() if when.end else None
        return instant(when.start, when.zone).timestamp(), end, "timed", ""
    found = bounds(when)
    more = getattr(when, "hours", None) or getattr(when, "length", None) or getattr(when, "days", None)
    return found.start.timestamp(), found.end.timestamp(), when.precision, str(more or "")
