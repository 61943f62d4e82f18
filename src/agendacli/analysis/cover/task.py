"""What a delegation is to cover: the sessions with what each is worth, and who has to be where."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from agendacli.analysis.cover.crew import Crew
from agendacli.analysis.cover.stops import Coverage, Stops
from agendacli.model.frozen import frozen
from agendacli.model.people import Person


class Measure(StrEnum):
    """By what a plan is to keep as much as possible."""

    SESSIONS = "sessions"
    MINUTES = "minutes"
    PRIORITY = "priority"


@frozen
class Aims:
    """By what as much as possible is kept, who of the delegates have seats of their own, and what must not be missed.

    `musts` are indexes of sessions on the board.
    """

    by: Measure = Measure.SESSIONS
    persons: tuple[Person, ...] = ()
    musts: frozenset[int] = frozenset()


@frozen
class Task:
    """The stops that are to be covered, each for one delegate, what each is worth, and the seats of the persons.

    A session in which several of them have seats is as many stops.
    """

    coverage: Coverage
    aims: Aims
    stops: Stops
    worths: tuple[int, ...]
    seats: tuple[frozenset[int], ...]

    @classmethod
    def of(cls, coverage: Coverage, aims: Aims) -> "Task":
        """The task to cover everything."""
        owners = _owners(coverage, aims.persons)
        copies = [index for index in coverage.indexes for _ in owners.get(index, (0,))]
        seated = [person for index in coverage.indexes for person in owners.get(index, (None,))]
        seats = (
            frozenset(stop for stop, each in enumerate(seated) if each == person) for person in range(len(aims.persons))
        )
        stops = Stops.of(coverage, copies, coverage.grounds.usual)
        return cls(coverage, aims, stops=stops, worths=_worths(coverage, aims, stops, seated), seats=tuple(seats))

    def crew(self, size: int) -> Crew:
        """So many delegates, the persons first."""
        return Crew(size, self.seats)

    def clashing_seats(self) -> Iterator[tuple[Person, tuple[int, int]]]:
        """Each two sessions at both of which one of the persons cannot be, by their indexes."""
        for person, seats in zip(self.aims.persons, self.seats, strict=True):
            own = sorted(seats)
            pairs = ((one, other) for place, one in enumerate(own) for other in own[place + 1 :])
            clashing = (pair for pair in pairs if self.stops.clash(*pair))
            yield from ((person, (self.stops.indexes[one], self.stops.indexes[other])) for one, other in clashing)


def _owners(coverage: Coverage, persons: Sequence[Person]) -> dict[int, list[int]]:
    """By the index of a session the persons who have seats in it, by their numbers."""
    by_person = coverage.board.by_person() if persons else {}
    found: dict[int, list[int]] = {}
    for number, person in enumerate(persons):
        for index in {coverage.covering(each) for each in by_person.get(person.id, ())}:
            found.setdefault(index, []).append(number)
    return found


def _worths(coverage: Coverage, aims: Aims, stops: Stops, seated: Sequence[int | None]) -> tuple[int, ...]:
    """What each is worth: first as a must, then by the measure, then as one session more, then by taking less time."""
    scale, many = sum(stops.minutes) + 1, len(stops) + 1
    plain = [
        (_measured(coverage, aims.by, index) * many + 1) * scale - length
        for index, length in zip(stops.indexes, stops.minutes, strict=True)
    ]
    must = sum(plain) + 1
    return tuple(
        worth + (must if index in aims.musts or person is not None else 0)
        for worth, index, person in zip(plain, stops.indexes, seated, strict=True)
    )


def _measured(coverage: Coverage, by: Measure, index: int) -> int:
    if by is Measure.MINUTES:
        return coverage.minutes(index)
    return coverage.board.occurrence(index).session.priority if by is Measure.PRIORITY else 1
