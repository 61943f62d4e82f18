"""One name of which two institutions are said: it may be one person's or two persons'."""

from collections.abc import Collection, Iterable, Iterator

from agendacli.analysis.doubts.seen import Seats
from agendacli.model.frozen import frozen
from agendacli.model.people import Person
from agendacli.model.span import Span
from agendacli.words.naming import institution, is_one_institution


@frozen
class Namesakes:
    """A person of one name, the two institutions that are said, and where the second one stands."""

    person: Person
    institutions: tuple[str, str]
    span: Span


def namesakes(seats: Iterable[tuple[Seats, Span]], declared: Collection[str]) -> Iterator[Namesakes]:
    """Everybody whom nothing declares and of whom two institutions are said, once, at the second one."""
    first: dict[str, str] = {}
    told: set[str] = set()
    for participants, span in seats:
        for seat in participants:
            said = institution(seat.position) if seat.position and seat.person else None
            if not said or not seat.person or seat.person.id in declared or seat.person.id in told:
                continue
            other = first.setdefault(seat.person.id, said)
            if not is_one_institution(said, other):
                told.add(seat.person.id)
                yield Namesakes(seat.person, (other, said), seat.span or span)
