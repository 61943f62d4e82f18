"""What the shared options ask for, as a value."""

from agendacli.model.asked import ANY_DATES, AskedDates
from agendacli.model.frozen import frozen
from agendacli.model.names import Names


@frozen
class Selection:
    """What is asked for. Several values of one filter mean any of them, several filters all of them; none keeps all.

    `persons` are ids. Of `persons` and `roles` together one seat has to fit both. `attended` are the ids of the
    occurrences in a schedule; None: no schedule is asked for. `known` are the names among which rooms and cities are
    looked up; None: those of the occurrences themselves.
    """

    dates: AskedDates = ANY_DATES
    persons: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    attended: frozenset[str] | None = None
    categories: tuple[str, ...] = ()
    known: Names | None = None

    @property
    def has_choices(self) -> bool:
        """Whether a filter by names has several values, of which one may be spelt as nothing is."""
        return any(each[1:] for each in self._named)

    @property
    def _named(self) -> tuple[tuple[str, ...], ...]:
        return self.roles, self.rooms, self.cities, self.kinds, self.categories, self.statuses
