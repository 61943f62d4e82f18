"""The last year in which an item of a calendar is read."""

import re
from collections.abc import Iterable

_UNTIL = re.compile(r"UNTIL=(\d{4})", re.IGNORECASE)
# So many years after its start a zone is described for a series of which the text does not say when it ends.
_ENDLESS = 10


def last_year(rules: Iterable[str], year: int) -> int:
    """The last year in which clocks are read for a start in that year which these RRULEs repeat."""
    ends = [_UNTIL.search(each) for each in rules]
    return max((year, *(int(each[1]) if each else year + _ENDLESS for each in ends)))
