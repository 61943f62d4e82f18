"""Collecting the names in programmes, which are read far more often than they change."""

from collections.abc import Iterable, Sequence

from agendacli.model.lazy import LazySessions
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session
from agendacli.model.said import Names


def names_in(programmes: Iterable[Programme]) -> Names:
    """The names in all sessions of the programmes; for a large programme they are collected once."""
    return _joined([_names_of(each) for each in programmes])


def _joined(found: Sequence[Names]) -> Names:
    persons = {person.id: person for each in reversed(found) for person in reversed(each.persons)}
    return Names(
        tuple(reversed(persons.values())),
        roles=_each_once(name for each in found for name in each.roles),
        rooms=_each_once(name for each in found for name in each.rooms),
        cities=_each_once(name for each in found for name in each.cities),
        kinds=_each_once(name for each in found for name in each.kinds),
        statuses=_each_once(name for each in found for name in each.statuses),
        categories=_each_once(name for each in found for name in each.categories),
    )


def names_of(occurrences: Iterable[Occurrence]) -> Names:
    """The names in the sessions of some occurrences, and in their programmes as a whole."""
    sessions: dict[int, tuple[Programme, list[Session]]] = {}
    for each in occurrences:
        sessions.setdefault(id(each.programme), (each.programme, []))[1].append(each.session)
    return _joined([names_among(programme, found) for programme, found in sessions.values()])


def names_among(programme: Programme, sessions: Iterable[Session]) -> Names:
    """The names in some sessions of a programme, with all their changes, and in the programme as a whole."""
    whole = [change for each in sessions for change in _versions(each)]
    placed = [Occurrence(programme, each, each.when) for each in whole]
    seats = [*programme.participants, *(seat for each in whole for seat in each.participants)]
    persons = {seat.person.id: seat.person for seat in reversed(seats) if seat.person}
    return Names(
        tuple(reversed(persons.values())),
        roles=_each_once(each.role for each in seats),
        rooms=_each_once(room for each in placed for room in each.rooms),
        cities=_each_once(each.place.city for each in placed),
        kinds=_each_once(each.kind for each in whole),
        statuses=_each_once(each.status.value for each in placed),
        categories=_each_once(name for each in whole for name in each.categories),
    )


def _names_of(programme: Programme) -> Names:
    sessions = programme.sessions
    if not isinstance(sessions, LazySessions):
        return names_among(programme, sessions)
    if sessions.names is None:
        sessions.remember(names_among(programme, sessions))
    return sessions.names or Names()


def _versions(session: Session) -> Iterable[Session]:
    return (session, *(each.session for each in session.repeat.changes)) if session.repeat else (session,)


def _each_once(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({each for each in names if each}))
