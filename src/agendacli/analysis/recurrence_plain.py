"""The short way for what nearly every repeated session is: hours of one day, one rule, and nothing else."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice

from agendacli.analysis.recurrence_starts import end_of, starts
from agendacli.analysis.recurrence_steps import has_equal_steps, stepped_days
from agendacli.analysis.recurrence_times import BEGIN_OF_TIME, END_OF_TIME, around, moved, steady_through
from agendacli.analysis.recurrence_values import Found, Placed, Stretch
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Repeat, Session
from agendacli.model.rules import Rule
from agendacli.model.when import DAY, Timed, bounds

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_WALL_EPOCH = _EPOCH.replace(tzinfo=None)
_LONG = timedelta(days=40)


def plain(
    programme: Programme, session: Session, rules: tuple[Rule, ...], stretch: Stretch, limit: int
) -> Found | None:
    """What of a repeated session touches the stretch; None where the short way does not give everything."""
    when, repeat = session.when, session.repeat or Repeat()
    differs = repeat.added or repeat.removed or repeat.changes
    if differs or len(rules) != 1 or rules[0].is_within_days or not isinstance(when, Timed) or _length(when) > DAY:
        return None
    low, high = _span(when, stretch)
    shifts, cut = _shifts(rules[0], when, low, high, limit)
    placed = list(_placed(programme, session, when, shifts, exact=repeat.exact))
    if low <= when.start < high:
        own = bounds(when)
        placed.insert(0, (Occurrence(programme, session, when, own.start), own))
    return [each for each in placed if stretch.touches(each[1])], cut


def _span(when: Timed, stretch: Stretch) -> tuple[datetime, datetime]:
    """Between which wall times those starts lie that may touch the stretch; the end is exclusive."""
    low = around(stretch.start, when.zone)[0] - _length(when) if stretch.start else BEGIN_OF_TIME
    return low, min(around(stretch.end, when.zone)[1], END_OF_TIME) if stretch.end else END_OF_TIME


def _shifts(rule: Rule, when: Timed, low: datetime, high: datetime, limit: int) -> tuple[list[timedelta], bool]:
    """How much later than the first the times of a rule begin on the wall, and whether the limit left some out."""
    ends_near = rule.until is not None and high + 2 * DAY > end_of(rule.until, when.zone)
    if ends_near or not has_equal_steps(rule):
        given = starts(rule, when.start, when.zone, (low, high), limit)
        return [each - when.start for each in given.times], given.cut
    days = stepped_days(rule, when.start, low, high)
    found = [timedelta(each) for each in islice(days, limit)]
    further = next(days, None) if len(found) == limit else None
    return found, further is not None and when.start + further * DAY < high - DAY


def _placed(
    programme: Programme, session: Session, when: Timed, shifts: Sequence[timedelta], *, exact: bool
) -> Iterator[Placed]:
    """The occurrences that lie so much later. Where no clocks change near them, sums of what is known make them."""
    offset = _steady(when, shifts) if when.end else None
    if offset is None:
        for shift in shifts:
            time, interval = moved(when, shift, exact=exact)
            yield Occurrence(programme, session, time, interval.start), interval
        return
    first, zone, length = when.start, when.zone, _length(when)
    as_utc = _EPOCH + (first - _WALL_EPOCH) - offset
    for shift in shifts:
        start, begins = first + shift, as_utc + shift
        interval = Interval(begins, begins + length)
        yield Occurrence(programme, session, Timed(start, start + length, zone), begins), interval


def _steady(when: Timed, shifts: Sequence[timedelta]) -> timedelta | None:
    """The one offset from UTC of all those times; None if clocks change among them, or they go on for too long."""
    if not shifts or shifts[-1] - shifts[0] > _LONG:
        return None
    return steady_through((when.start + shifts[0]).date(), (when.start + shifts[-1]).date(), when.zone)


def _length(when: Timed) -> timedelta:
    """How long it may take at most, on the wall."""
    return DAY if when.end is None else when.end - when.start
