"""The wall times at which a rule begins something, in a stretch of its series and never more than can be used."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import lru_cache

from agendacli.analysis.recurrence.equal_steps import has_equal_steps, stepped
from agendacli.analysis.recurrence.shift import END_OF_TIME
from agendacli.model.frozen import frozen
from agendacli.model.programme import Start
from agendacli.model.rules import Rule
from agendacli.model.when import DAY
from agendacli.model.zones import instant, wall

STEPS = 100_000
"""How many times of a rule are looked at: one with a count may have to be followed from its very beginning."""

_FURTHEST = timedelta(days=400 * 365)


@frozen
class Starts:
    """Naive wall times in order, each once; `cut` if limits left out more, other than on the last day of the span."""

    times: tuple[datetime, ...]
    cut: bool = False


def starts(rule: Rule, first: datetime, zone: str | None, span: tuple[datetime, datetime], limit: int) -> Starts:
    """The times after `first`, at most `limit`, that a rule gives within a span (end exclusive) on the wall of `zone`.

    Without a zone they are midnights of days. `until` is inclusive: a UTC instant is held against instants, a day
    against the day on the wall. A rule is followed for 400 years at most.
    """
    low, high = span
    high = min(high, end_of(rule.until, zone))
    if high <= first or high <= low:
        return Starts(())
    last = _last_instant(rule.until, zone)
    found: list[datetime] = []
    for step, start in enumerate(_series(rule, first, low, high)):
        if len(found) == limit or step == STEPS:
            return Starts(tuple(found), cut=start < high - DAY)
        if start >= low and not (last and zone and start > high - 2 * DAY and instant(start, zone) > last):
            found.append(start)
    return Starts(tuple(found))


def _series(rule: Rule, first: datetime, low: datetime, high: datetime) -> Iterator[datetime]:
    if has_equal_steps(rule):
        return stepped(rule, first, low, high)
    from agendacli.analysis.recurrence.dateutil_rules import walked  # dateutil is loaded only for a rule that needs it

    furthest = min(max(first, low), END_OF_TIME - _FURTHEST) + _FURTHEST
    return walked(rule, first, low, min(high, furthest))


@lru_cache(maxsize=1024)
def end_of(until: Start | None, zone: str | None) -> datetime:
    """The wall time before which everything lies that a rule with this `until` may give."""
    if until is None or until.year >= END_OF_TIME.year:
        return END_OF_TIME
    if not isinstance(until, datetime):
        return datetime.combine(until, time()) + DAY
    if until.tzinfo is None or zone is None:
        return until.replace(tzinfo=None) + datetime.resolution
    return wall(until, zone).replace(tzinfo=None) + DAY


def _last_instant(until: Start | None, zone: str | None) -> datetime | None:
    """An `until` that is an instant and has to be held against instants, since clocks may change near it."""
    if zone is None or not isinstance(until, datetime) or until.tzinfo is None:
        return None
    return until if until.year < END_OF_TIME.year else None
