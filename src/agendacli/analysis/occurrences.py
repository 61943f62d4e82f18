"""Sessions at concrete times, in order."""

from collections.abc import Iterable

from agendacli.model.occurrence import Occurrence, order
from agendacli.model.programme import Programme


def expand(programmes: Iterable[Programme]) -> tuple[Occurrence, ...]:
    """Every session of the programmes as an occurrence: the earlier start first, then the later end, then the id."""
    found = (Occurrence(each, session, session.when) for each in programmes for session in each.sessions)
    return tuple(sorted(found, key=order))
