"""When a file reads the clocks of a zone: that decides which of their changes it has to describe."""

import re
from collections.abc import Iterable
from datetime import datetime

from agendacli.model.frozen import frozen

_UNTIL = r"(?i)UNTIL=(\d{4})"
# So many years after its start a zone is described for a series of which the text does not say when it ends.
_ENDLESS = 10
# zoneinfo cannot look past the calendar's own ends, and some years around those in use are looked at.
_FIRST_YEAR, _LAST_YEAR = 5, 9995


@frozen
class ZoneUse:
    """The naive wall times that are read on the clocks of a zone, and the years in which something repeats on them.

    The years are the first and the last, both inclusive; None where nothing repeats. At least one time is read.
    """

    moments: frozenset[datetime]
    repeating: tuple[int, int] | None = None

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year in which the clocks are read, as far as zones are known at all."""
        found = {each.year for each in self.moments}.union(self.repeating or ())
        return min(max(min(found), _FIRST_YEAR), _LAST_YEAR), max(min(max(found), _LAST_YEAR), _FIRST_YEAR)


def uses_by_zone(uses: Iterable[tuple[str, ZoneUse]]) -> dict[str, ZoneUse]:
    """All that is read on the clocks of each zone, the zones by name."""
    moments: dict[str, set[datetime]] = {}
    years: dict[str, set[int]] = {}
    for zone, use in uses:
        moments.setdefault(zone, set()).update(use.moments)
        years.setdefault(zone, set()).update(use.repeating or ())
    return {zone: ZoneUse(frozenset(moments[zone]), _span(years[zone])) for zone in sorted(moments)}


def last_year(rules: Iterable[str], year: int) -> int:
    """The last year in which clocks are read for a start in that year which these RRULEs repeat."""
    ends = [re.search(_UNTIL, each) for each in rules]
    return max((year, *(int(each[1]) if each else year + _ENDLESS for each in ends)))


def _span(years: set[int]) -> tuple[int, int] | None:
    return (min(years), max(years)) if years else None
