"""What is on at a moment, and what comes next."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

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
    later = [(_wait(each, clock), each) for each in occurrences if _is_coming(each, clock, within)]
    later.sort(key=lambda found: (found[0], order(found[1])))
    return tuple(each for _, each in later)[:count]


def coming_by(occurrences: Iterable[Occurrence], clock: Clock, end: datetime) -> tuple[Occurrence, ...]:
    """Of what `coming` gives, what begins no later than a UTC instant, which is the same at every moment."""
    by = clock.apart(end)
    return tuple(each for each in coming(occurrences, clock) if _wait(each, clock) <= by)


def soonest(ahead: Sequence[Occurrence], clock: Clock) -> tuple[Occurrence, ...]:
    """Of what comes, the soonest first, all that begins together with the first."""
    return tuple(each for each in ahead if _wait(each, clock) == _wait(ahead[0], clock))


def _is_on(occurrence: Occurrence, clock: Clock) -> bool:
    zone, interval = occurrence.zone, _bounds(occurrence, clock)
    if not clock.has_reached(interval.start, zone):
        return False
    is_point = interval.start == interval.end
    return not (clock.has_passed(interval.end, zone) if is_point else clock.has_reached(interval.end, zone))


def _wait(occurrence: Occurrence, clock: Clock) -> timedelta:
    return clock.apart(_bounds(occurrence, clock).start, occurrence.zone)


def _is_coming(occurrence: Occurrence, clock: Clock, within: timedelta | None) -> bool:
    start = _bounds(occurrence, clock).start
    if clock.has_reached(start, occurrence.zone):
        return False
    return within is None or clock.has_reached(start, occurrence.zone, within)


def _bounds(occurrence: Occurrence, clock: Clock) -> Interval:
    return bounds(occurrence.when, clock.zone_for(occurrence.when.zone))
