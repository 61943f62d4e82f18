"""Sessions around a moment: of a large calendar only these are decoded, as a status bar asks every minute.

Some hours more are expanded on either side, since a day begins that much earlier or later somewhere.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from agendacli.analysis.occurrences import Expansion, expansion
from agendacli.analysis.upcoming import coming_by
from agendacli.model.asked import Clock
from agendacli.model.lazy import FURTHEST_OFF
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
_FURTHER = (1, 8, 64, 512)  # days; each round decodes a few times as much as the one before


def expansion_around(programmes: Sequence[Programme], clock: Clock, _: Keep = tuple) -> Expansion:
    """Everything that may be on at that moment."""
    first, last = clock.quarter
    return _expansion_from(programmes, clock, first, last)


def expansion_on(programmes: Sequence[Programme], clock: Clock, first: date, after: date) -> Expansion:
    """Everything that may be on the days from `first` to before `after`."""
    if first.year not in _YEARS or after.year not in _YEARS:
        return expansion(programmes, moment=clock.now)
    return expansion(programmes, midnight(first, "UTC") - FURTHEST_OFF, midnight(after, "UTC") + FURTHEST_OFF)


def _expansion_from(programmes: Sequence[Programme], clock: Clock, first: datetime, last: datetime) -> Expansion:
    """Everything that may be on at moments between these, which are given as `Clock.quarter` gives them."""
    if first.year not in _YEARS or last.year not in _YEARS:
        return expansion(programmes, moment=clock.now)
    margin = _margin(clock)
    return expansion(programmes, first - margin, last + margin)


def _margin(clock: Clock) -> timedelta:
    """How far zones may move what is on: a time on the clock besides comes everywhere at another instant."""
    return FURTHEST_OFF if clock.zone or clock.moment.is_instant else 2 * FURTHEST_OFF


def ahead(count: int, within: timedelta | None = None) -> Expanding:
    """Expands until at least so many sessions begin after the moment, or all `within` a time; includes current ones.

    Searches further and further until enough is found, or there is nothing more.
    """

    def expanded(programmes: Sequence[Programme], clock: Clock, keep: Keep = tuple) -> Expansion:
        first, last = clock.quarter
        if first.year not in _YEARS or (within is not None and within > _LONGEST):
            return expansion(programmes, moment=clock.now)
        if within is not None:
            return _expansion_from(programmes, clock, first, last + within)
        for days in _FURTHER:
            end = last + days * DAY
            near = _expansion_from(programmes, clock, first, end)
            if len(coming_by(keep(near.occurrences), clock, end)) >= count:
                return near
        return expansion(programmes, first - _margin(clock), moment=clock.now)

    return expanded
