"""The short way for what nearly every repeated session is: hours of one day, one rule, and nothing else."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from itertools import islice

from agendacli.analysis.recurrence.equal_steps import has_equal_steps, stepped_days
from agendacli.analysis.recurrence.shift import BEGIN_OF_TIME, END_OF_TIME, SeriesLength, around, moved, steady_through
from agendacli.analysis.recurrence.starts import end_of, starts
from agendacli.analysis.recurrence.values import Found, too_many
from agendacli.model.interval import Interval, Stretch
from agendacli.model.occurrence import Occurrence, Placed
from agendacli.model.programme import Programme, Repeat, Session
from agendacli.model.rules.rule import Rule
from agendacli.model.when import DAY, Timed

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_WALL_EPOCH = _EPOCH.replace(tzinfo=None)
_FIRST, _LAST = (each.replace(tzinfo=UTC) for each in (BEGIN_OF_TIME, END_OF_TIME))
_LONG = timedelta(days=40)
_days = lru_cache(maxsize=4096)(timedelta)


def simply(
    programme: Programme, session: Session, rules: tuple[Rule, ...], stretch: Stretch, limit: int
) -> Found | None:
    """What of a repeated session touches the stretch; None where the short way does not give everything."""
    when, repeat = session.when, session.repeat or Repeat()
    differs = repeat.added or repeat.removed or repeat.changes
    if differs or len(rules) != 1 or not isinstance(when, Timed):
        return None
    length = SeriesLength.of(when, exact=repeat.exact, days=repeat.days)
    usual = Timed(when.start, None if length.usual is None else when.start + length.usual, when.zone)
    if _length(usual) > DAY:
        return None
    is_stepped = has_equal_steps(rules[0])
    if not is_stepped and rules[0].is_within_days:
        return None
    low, high = _span(usual, stretch)
    shifts, cut = _shifts(rules[0], when, (low, high), limit, is_stepped=is_stepped)
    if low <= when.start < high:
        shifts.insert(0, timedelta())
    offset = _steady(usual, shifts)
    make = partial(Occurrence, programme, session)
    if offset is not None:
        return _steadily(make, usual, shifts=shifts, offset=offset, stretch=stretch), cut
    times = {bounds.start: (time, bounds) for time, bounds in (moved(when, shift, length) for shift in shifts)}
    return [(make(time, start), bounds) for start, (time, bounds) in times.items() if stretch.touches(bounds)], cut


def _span(when: Timed, stretch: Stretch) -> tuple[datetime, datetime]:
    """Between which wall times those starts lie that may touch the stretch; the end is exclusive."""
    low = around(stretch.start, when.zone)[0] - _length(when) if stretch.start else BEGIN_OF_TIME
    return low, min(around(stretch.end, when.zone)[1], END_OF_TIME) if stretch.end else END_OF_TIME


def _shifts(
    rule: Rule, when: Timed, span: tuple[datetime, datetime], limit: int, *, is_stepped: bool
) -> tuple[list[timedelta], str]:
    """How much later than the first the times of a rule begin on the wall, and why some are left out, if they are."""
    low, high = span
    ends_near = rule.until is not None and high + 2 * DAY > end_of(rule.until, when.zone)
    if ends_near or not is_stepped:
        given = starts(rule, when.start, zone=when.zone, span=span, limit=limit)
        return [each - when.start for each in given.times], given.cut
    days = list(islice(stepped_days(rule, when.start, low, high), limit + 1))
    is_cut = len(days) > limit and when.start + _days(days[limit]) < high - DAY
    return list(map(_days, days[:limit])), too_many(limit) if is_cut else ""


def _steadily(
    make: Callable[[Timed, datetime], Occurrence],
    when: Timed,
    shifts: Sequence[timedelta],
    offset: timedelta,
    stretch: Stretch,
) -> list[Placed]:
    """The occurrences that lie so much later and touch the stretch. Sums of what is known make them."""
    first, zone, length = when.start, when.zone, _length(when)
    as_utc, after, before = _EPOCH + (first - _WALL_EPOCH) - offset, stretch.start or _FIRST, stretch.end or _LAST
    found = []
    for shift in shifts:
        begins = as_utc + shift
        ends = begins + length
        if begins < before and (ends > after or begins >= after):
            start = first + shift
            found.append((make(Timed(start, start + length, zone), begins), Interval(begins, ends)))
    return found


def _steady(when: Timed, shifts: Sequence[timedelta]) -> timedelta | None:
    """The one offset from UTC of all those times; None if clocks change near, an end is not known, or it takes long."""
    if when.end is None or not shifts or shifts[-1] - shifts[0] > _LONG:
        return None
    return steady_through((when.start + shifts[0]).date(), (when.start + shifts[-1]).date(), when.zone)


def _length(when: Timed) -> timedelta:
    """How long it may take at most, on the wall."""
    return DAY if when.end is None else when.end - when.start
