"""What is on at a moment, and what comes next."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from agendacli.model.asked import Clock
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence, order
from agendacli.model.when import bounds


def on_now(occurrences: Iterable[Occurrence], clock: Clock) -> tuple[Occurrence, ...]:
    """The occurrences that are on at the clock's moment, in order; transparent and cancelled ones too.

    What has no hours, or no stated end, is on while its bounds hold the moment; what has no length, at its very moment.
    A time on the clock is read in the clock's zone, else in each event's own.
    """
    return tuple(sorted((each for each in occurrences if _is_on(each, clock)), key=order))


def coming(
    occurrences: Iterable[Occurrence], clock: Clock, within: timedelta | None = None, count: int | None = None
) -> tuple[Occurrence, ...]:
    """The occurrences that may begin only after the clock's moment, the soonest first; transparent and cancelled too.

    `within` keeps those that begin no later than that much after it, `count` the first so many.
    """
    waits = ((_wait(each, clock), each) for each in occurrences)
    later = [(wait, each) for wait, each in waits if wait > timedelta() and (within is None or wait <= within)]
    later.sort(key=lambda found: (found[0], order(found[1])))
    return tuple(each for _, each in later)[:count]


def soonest(ahead: Sequence[Occurrence], clock: Clock) -> tuple[Occurrence, ...]:
    """Of what comes, the soonest first, all that begins together with the first."""
    return tuple(each for each in ahead if _wait(each, clock) == _wait(ahead[0], clock))


def _is_on(occurrence: Occurrence, clock: Clock) -> bool:
    now, interval = clock.now(occurrence.zone), _bounds(occurrence, clock)
    return interval.start <= now < interval.end or interval.start == interval.end == now


def _wait(occurrence: Occurrence, clock: Clock) -> timedelta:
    return _bounds(occurrence, clock).start - clock.now(occurrence.zone)


def _bounds(occurrence: Occurrence, clock: Clock) -> Interval:
    return bounds(occurrence.when, clock.zone_for(occurrence.when.zone))
