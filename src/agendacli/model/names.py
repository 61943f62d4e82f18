"""The names that occur in programmes."""

from agendacli.model.frozen import frozen
from agendacli.model.people import Person


@frozen
class Names:
    """The persons, in order of their first seat; and each role, room, city and so on, in alphabetical order."""

    persons: tuple[Person, ...] = ()
    roles: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
