"""The wall times at which a rule begins something, in a stretch of its series and never more than can be used."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import lru_cache

from agendacli.analysis.recurrence.equal_steps import has_equal_steps, stepped
from agendacli.analysis.recurrence.shift import END_OF_TIME
from agendacli.analysis.recurrence.values import STEPS_FOR_EACH, led_nowhere, too_many
from agendacli.model.frozen import frozen
from agendacli.model.programme import Start
from agendacli.model.rules.rule import Rule
from agendacli.model.when import DAY
from agendacli.model.zones import instant, wall

_FURTHEST = timedelta(days=400 * 365)


@frozen
class Starts:
    """Naive wall times in order, each once; `cut`: why more may be missing, other than on the last day of the span."""

    times: tuple[datetime, ...]
    cut: str = ""


def starts(rule: Rule, first: datetime, zone: str | None, span: tuple[datetime, datetime], limit: int) -> Starts:
    """The times after `first`, at most `limit`, that a rule gives within a span (end exclusive) on the wall of `zone`.

    Without a zone they are midnights of days. `until` is inclusive: a UTC instant is held against instants, a day
    against the day on the wall. A rule is followed for 400 years at most, and for 10 steps for each time of the limit.
    """
    low, high = span
    high = min(high, end_of(rule.until, zone))
    if high <= first or high <= low:
        return Starts(())
    last = _last_instant(rule.until, zone)
    found: list[datetime] = []
    steps = limit * STEPS_FOR_EACH
    for step, start in enumerate(_series(rule, first, low, high)):
        if step == steps:
            return Starts(tuple(found), led_nowhere(steps))
        if start is None:
            continue
        if len(found) == limit:
            return Starts(tuple(found), too_many(limit) if start < high - DAY else "")
        if start >= low and not (last and zone and start > high - 2 * DAY and instant(start, zone) > last):
            found.append(start)
    return Starts(tuple(found))


def _series(rule: Rule, first: datetime, low: datetime, high: datetime) -> Iterator[datetime | None]:
    """The times of a rule, and None for every step towards one."""
    if has_equal_steps(rule):
        return stepped(rule, first, low, high)
    from agendacli.analysis.recurrence.walk import walked  # which most programmes do not need

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
