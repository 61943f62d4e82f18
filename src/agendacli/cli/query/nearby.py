"""Sessions around a moment: of a large calendar only these are decoded, as a status bar asks every minute.

A day more is expanded on either side, since a day begins up to 14 hours earlier or later somewhere.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from agendacli.analysis.occurrences import Expansion, expansion
from agendacli.analysis.upcoming import coming
from agendacli.model.asked import Clock
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.when import DAY
from agendacli.model.zones import midnight

Keep = Callable[[Sequence[Occurrence]], Sequence[Occurrence]]
"""Which occurrences the filters keep."""
Expanding = Callable[[Sequence[Programme], Clock, Keep], Expansion]
"""How programmes are expanded for a question about some time, of which only what is kept counts."""

_YEARS = range(3, 9_990)
_LONGEST = timedelta(days=366)
_FURTHER = (2, 8, 64, 512)  # days; each round decodes a few times as much as the one before


def expansion_around(programmes: Sequence[Programme], clock: Clock, _: Keep = tuple) -> Expansion:
    """Everything that may be on at that moment."""
    return expansion_on(programmes, clock, min(clock.todays), max(clock.todays) + DAY)


def expansion_on(programmes: Sequence[Programme], clock: Clock, first: date, after: date) -> Expansion:
    """Everything that may be on the days from `first` to before `after`."""
    if first.year not in _YEARS or after.year not in _YEARS:
        return expansion(programmes, moment=clock.now())
    return expansion(programmes, midnight(first - DAY, "UTC"), midnight(after + DAY, "UTC"))


def ahead(count: int, within: timedelta | None = None) -> Expanding:
    """Expands until at least so many sessions begin after the moment, or all `within` a time; includes current ones.

    Searches further and further until enough is found, or there is nothing more.
    """

    def expanded(programmes: Sequence[Programme], clock: Clock, keep: Keep = tuple) -> Expansion:
        first, last = min(clock.todays), max(clock.todays)
        if first.year not in _YEARS or (within is not None and within > _LONGEST):
            return expansion(programmes, moment=clock.now())
        if within is not None:
            return expansion_on(programmes, clock, first, last + within + 2 * DAY)
        start = midnight(first - DAY, "UTC")
        for days in _FURTHER:
            end = first + days * DAY
            near = expansion(programmes, start, midnight(end + DAY, "UTC"))
            if len(coming(keep(near.occurrences), clock, midnight(end, "UTC") - clock.now())) >= count:
                return near
        return expansion(programmes, start, moment=clock.now())

    return expanded
