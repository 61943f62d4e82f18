"""Whose conflict it is: the seats of a person in two sessions, and on what it hangs that both are that person's."""

from collections.abc import Collection, Sequence

from agendacli.analysis.doubts import Doubts, persons_behind
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant

Seats = tuple[Participant, ...]


def seats_of(occurrence: Occurrence, persons: Collection[str], doubts: Doubts) -> Seats:
    """The seats of the persons in a session; where they have none, those that may name them behind a comma."""
    seats = occurrence.session.participants
    own = tuple(seat for seat in seats if seat.person and seat.person.id in persons)
    return own or tuple(seat for seat in seats if _named_behind(seat, persons, doubts))


def subject_of(seats: Sequence[Seats], persons: Collection[str]) -> str:
    """The name of the person; both names, where two may be one person's."""
    sure = [seat.name for each in seats for seat in each if seat.person and seat.person.id in persons]
    return " or ".join(dict.fromkeys(sure)) or str(seats[0][0].position)


def doubts_on(
    pair: Sequence[Occurrence], seats: Sequence[Seats], persons: Sequence[str], doubts: Doubts
) -> tuple[str, ...]:
    """A phrase for each thing that is not sure of who sits there."""
    found = [
        f"{occurrence.id}: “{each[0].position}” may be a person"
        for occurrence, each in zip(pair, seats, strict=True)
        if each and not _is_sure(each[0], persons)
    ]
    if len(persons) > 1:
        found.append(doubts.people[persons[0], persons[1]])
    elif persons[0] in doubts.namesakes and not _may_be_one(seats):
        found.append(doubts.namesakes[persons[0]])
    return tuple(found)


def _is_sure(seat: Participant, persons: Collection[str]) -> bool:
    return seat.person is not None and seat.person.id in persons


def _named_behind(seat: Participant, persons: Collection[str], doubts: Doubts) -> bool:
    return any(each.id in persons for each in persons_behind(seat, doubts.positions))


def _may_be_one(seats: Sequence[Seats]) -> bool:
    """Whether a person of two institutions sits there for one and the same."""
    from agendacli.words.naming import institution, is_one_institution  # with hundreds of names: for a doubt only

    here, there = ([institution(seat.position or "") for seat in each] for each in seats)
    pairs = ((one, other) for one in here for other in there)
    return any(one and other and is_one_institution(one, other) for one, other in pairs)
