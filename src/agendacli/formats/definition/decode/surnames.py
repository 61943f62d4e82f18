"""Surnames that stand alone: whom `Smith` means, where the programme has one `Mr. Smith`."""

from collections.abc import Iterable
from collections.abc import Mapping as ByName
from dataclasses import replace

from agendacli.formats.definition.decode.role_references import Seat
from agendacli.model.people import Participant, Person
from agendacli.words.ids import person_id
from agendacli.words.person import undeclared_id


def surnames_of(seats: Iterable[Seat]) -> ByName[str, Person]:
    """By the id of a surname that stands alone: the one person whom `Mr.` or `Ms.` tells from others of that name.

    `Smith` and `Dr. Smith` mean that person; where the programme has both a `Mr.` and a `Ms. Smith`, they mean neither.
    """
    found: dict[str, dict[str, Person]] = {}
    for person in (seat.person for seat in seats if isinstance(seat, Participant)):
        if person and " " not in person.name and person.id == undeclared_id(person.name, person.honorific):
            found.setdefault(person_id(person.name), {})[person.id] = person
    met = ((surname, people.pop(surname, None), tuple(people.values())) for surname, people in found.items())
    return {surname: told_apart[0] for surname, plain, told_apart in met if plain and len(told_apart) == 1}


def with_surnames(seats: Iterable[Seat], surnames: ByName[str, Person]) -> tuple[Seat, ...]:
    """The seats, with the person added where only the surname is given."""
    return tuple(
        replace(seat, person=surnames[seat.person.id])
        if isinstance(seat, Participant) and seat.person and seat.person.id in surnames
        else seat
        for seat in seats
    )
