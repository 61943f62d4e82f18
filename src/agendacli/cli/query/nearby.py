"""Sessions around a moment: of a large calendar only these are decoded, as a status bar asks every minute.

A day more is expanded on either side, since a day begins up to 14 hours earlier or later somewhere.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta

from agendacli.analysis.occurrences import Expansion, expansion
from agendacli.analysis.upcoming import coming
from agendacli.model.asked import Clock
from agendacli.model.programme import Programme
from agendacli.model.when import DAY
from agendacli.model.zones import midnight

Expanding = Callable[[Iterable[Programme], Clock], Expansion]
"""How programmes are expanded for a question that has a moment and nothing else."""

_YEARS = range(3, 9_990)
_FURTHER = (2, 8, 64, 512)  # days; each round decodes a few times as much as the one before


def expansion_around(programmes: Iterable[Programme], clock: Clock) -> Expansion:
    """Everything that may be on at that moment."""
    if clock.today().year not in _YEARS:
        return expansion(programmes, moment=clock.now())
    first, *_, last = (min(clock.todays), max(clock.todays))
    return expansion(programmes, midnight(first - DAY, "UTC"), midnight(last + 2 * DAY, "UTC"))


def ahead(count: int, within: timedelta | None = None) -> Expanding:
    """Expands until at least so many sessions begin after the moment, or all `within` a time; includes current ones.

    Searches further and further until enough is found, or there is nothing more.
    """

    def expanded(programmes: Iterable[Programme], clock: Clock) -> Expansion:
        found, today = tuple(programmes), min(clock.todays)
        if within is not None or today.year not in _YEARS:
            return expansion(found, moment=clock.now())
        start = midnight(today - DAY, "UTC")
        for days in _FURTHER:
            end = today + days * DAY
            near = expansion(found, start, midnight(end + DAY, "UTC"))
            if len(coming(near.occurrences, clock, midnight(end, "UTC") - clock.now())) >= count:
                return near
        return expansion(found, start, moment=clock.now())

    return expanded
