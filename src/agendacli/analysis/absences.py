"""When somebody who is needed in a programme is not there."""

from collections.abc import Iterable

from agendacli.model.people import Absence
from agendacli.model.programme import Programme


def absences_from(programme: Programme, person: str, everywhere: Iterable[Absence]) -> tuple[Absence, ...]:
    """The absences of a person from a programme: general ones, and those that the programme states."""
    own = (each for each in programme.absences if each.person == person)
    return tuple(dict.fromkeys((*everywhere, *own)))
