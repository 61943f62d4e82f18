"""Who has to know of changes: everybody whose session takes place otherwise, or whose own seat changed."""

from collections.abc import Iterable, Iterator
from datetime import date

from agendacli.analysis.changes.values import PLACING_KINDS, ChangeKind, Difference, Subject
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.words.folded import folded

_OF_SEATS = frozenset(
    {
        ChangeKind.PERSON_ADDED,
        ChangeKind.PERSON_REMOVED,
        ChangeKind.SEAT_FILLED,
        ChangeKind.SEAT_EMPTIED,
        ChangeKind.ROLE_CHANGED,
        ChangeKind.CONFIRMED,
        ChangeKind.UNCONFIRMED,
    }
)


@frozen
class Affected:
    """A person, the days on which something is different for that person, and what, in order."""

    person: Person
    days: tuple[date, ...]
    changes: tuple[Difference, ...]


def affected(changes: Iterable[Difference]) -> tuple[Affected, ...]:
    """Everybody whom changes concern, by name: who had or has a seat where time, place or status changed, or a seat."""
    found: dict[str, list[Difference]] = {}
    known: dict[str, Person] = {}
    for change in changes:
        for person in _concerned(change):
            known.setdefault(person.id, person)
            found.setdefault(person.id, []).append(change)
    everybody = (Affected(known[id_], _days(told), tuple(told)) for id_, told in found.items())
    return tuple(sorted(everybody, key=lambda each: (folded(each.person.name), each.person.id)))


def _days(changes: Iterable[Difference]) -> tuple[date, ...]:
    return tuple(sorted({day for each in changes for day in each.days}))


def _concerned(change: Difference) -> Iterable[Person]:
    """The persons whom one change concerns, each once."""
    if change.kind in PLACING_KINDS:
        seats: Iterable[Participant] = (seat for side in (change.new, change.old) for seat in _seats(side))
    else:
        seats = (change.seat,) if change.seat and change.kind in _OF_SEATS else ()
    return {each.person.id: each.person for each in seats if each.person}.values()


def _seats(subject: Subject | None) -> Iterator[Participant]:
    """The seats of a session; of a programme as a whole all that there are in it."""
    if isinstance(subject, Occurrence):
        yield from subject.session.participants
    elif subject is not None:
        yield from subject.participants
        yield from (seat for session in subject.sessions for seat in session.participants)
