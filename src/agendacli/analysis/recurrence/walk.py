"""Every rule of RFC 5545 3.3.10, step by step from near the time asked for; a step that gives no time is counted, too.

What a rule says of days is asked of each day of a step, the hours of a day are offsets from its midnight. A step of
hours, minutes or seconds is itself what is asked, and where a day, an hour or a minute does not fit all of it is passed
over at once.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import product

from agendacli.model.frozen import frozen
from agendacli.model.rules.days import can_fall_on
from agendacli.model.rules.rule import Frequency, Rule

_DAY, _HOUR, _MINUTE, _SECOND = 86_400, 3_600, 60, 1
_BEGIN = datetime(1, 1, 1)  # noqa: DTZ001 (wall time)
_MONTHS = 12
_DAYS_OF_WEEK = 7
_LAST_SECOND = 59
_UNITS = {Frequency.HOURLY: _HOUR, Frequency.MINUTELY: _MINUTE, Frequency.SECONDLY: _SECOND}
_SET_BY_DAY = {Frequency.YEARLY, Frequency.MONTHLY, Frequency.WEEKLY}


def walked(rule: Rule, first: datetime, low: datetime, high: datetime) -> Iterator[datetime | None]:
    """The wall times after `first` and before `high` that a rule gives, in order, without looking at `until`.

    None stands before the times of each step, so that a rule that leads nowhere can be given up. With a `count` they
    begin at the first, else near `low`. `first` counts as one even if the rule does not lead to it (RFC 5545 3.3.10).
    """
    left = rule.count and rule.count - 1
    whole = _completed(rule, first)
    for begins in _steps(whole, first, first if rule.count else max(first, low), high):
        yield None
        for start in _times(whole, begins):
            if start >= high or left == 0:
                return
            if start > first:
                left = left and left - 1
                yield start


@lru_cache(maxsize=1024)
def _completed(rule: Rule, first: datetime) -> Rule:
    """The rule with whatever it leaves to its first time written out; a leap second is the one before it."""
    unit = _unit(rule)
    seconds = {min(each, _LAST_SECOND) for each in rule.by_second} or ({first.second} if unit > _SECOND else ())
    return replace(
        _with_days(rule, first),
        by_hour=rule.by_hour or ((first.hour,) if unit > _HOUR else ()),
        by_minute=rule.by_minute or ((first.minute,) if unit > _MINUTE else ()),
        by_second=tuple(sorted(seconds)),
    )


def _with_days(rule: Rule, first: datetime) -> Rule:
    """The rule with the months, days of the month or weekdays that it means."""
    if rule.by_day or rule.by_month_day or rule.by_year_day or rule.frequency not in _SET_BY_DAY:
        return rule
    if rule.by_week_number or rule.frequency is Frequency.WEEKLY:
        return replace(rule, by_day=((0, first.weekday()),))
    in_one_month = rule.frequency is Frequency.YEARLY and not rule.by_month
    return replace(rule, by_month=(first.month,) if in_one_month else rule.by_month, by_month_day=(first.day,))


def _unit(rule: Rule) -> int:
    """How many seconds it counts in, those of a day where that is a day or longer."""
    return _UNITS.get(rule.frequency, _DAY)


def _steps(rule: Rule, first: datetime, low: datetime, high: datetime) -> Iterator[Sequence[datetime]]:
    """Of each step from the one around `low` to before `high`, when what fits the rule begins: days, or the step."""
    return (_within_days if rule.is_within_days else _of_days)(rule, first, low, high)


@frozen
class _Period:
    """How years, months, weeks or days are numbered, and on which day (from 1 on 1 January 1) each begins."""

    number: Callable[[date, Rule], int]
    begin: Callable[[int, Rule], int]


_PERIODS = {
    Frequency.YEARLY: _Period(lambda day, _: day.year, lambda number, _: date(number, 1, 1).toordinal()),
    Frequency.MONTHLY: _Period(
        lambda day, _: day.year * _MONTHS + day.month - 1,
        lambda number, _: date(number // _MONTHS, number % _MONTHS + 1, 1).toordinal(),
    ),
    Frequency.WEEKLY: _Period(
        lambda day, rule: (day.toordinal() - 1 - rule.week_start) // _DAYS_OF_WEEK,
        lambda number, rule: number * _DAYS_OF_WEEK + 1 + rule.week_start,
    ),
    Frequency.DAILY: _Period(lambda day, _: day.toordinal(), lambda number, _: number),
}


def _of_days(rule: Rule, first: datetime, low: datetime, high: datetime) -> Iterator[Sequence[datetime]]:
    period = _PERIODS[rule.frequency]
    origin = period.number(first, rule)
    start = origin + (period.number(low, rule) - origin) // rule.interval * rule.interval
    for number in range(start, period.number(high, rule) + 1, rule.interval):
        days = map(date.fromordinal, range(period.begin(number, rule), period.begin(number + 1, rule)))
        yield [datetime(day.year, day.month, day.day) for day in days if can_fall_on(rule, day)]  # noqa: DTZ001 (wall)


def _within_days(rule: Rule, first: datetime, low: datetime, high: datetime) -> Iterator[Sequence[datetime]]:
    unit = _unit(rule)
    step = unit * rule.interval
    asked = [each for each in _BLOCKS if each[0] >= unit]
    origin = _seconds(first) // unit * unit
    at = origin + (_seconds(low) - origin) // step * step
    while (moment := _BEGIN + timedelta(seconds=at)) < high:
        misfit = next((size for size, fits in asked if not fits(rule, moment)), None)
        yield () if misfit else (moment,)
        after = (at // misfit + 1) * misfit if misfit else at + step
        at += -((at - after) // step) * step


# What fits or does not fit as a whole, with its length in seconds: the longest first.
_BLOCKS: tuple[tuple[int, Callable[[Rule, datetime], bool]], ...] = (
    (_DAY, can_fall_on),
    (_HOUR, lambda rule, at: not rule.by_hour or at.hour in rule.by_hour),
    (_MINUTE, lambda rule, at: not rule.by_minute or at.minute in rule.by_minute),
    (_SECOND, lambda rule, at: not rule.by_second or at.second in rule.by_second),
)


def _seconds(moment: datetime) -> int:
    return (moment - _BEGIN) // timedelta(seconds=1)


def _times(rule: Rule, begins: Sequence[datetime]) -> Iterator[datetime]:
    """The times of one step, of which `by_position` keeps some."""
    offsets = _offsets(_unit(rule), rule.by_hour, rule.by_minute, rule.by_second)
    total = len(begins) * len(offsets)
    places = sorted({n - (n > 0) + total * (n < 0) for n in rule.by_position if abs(n) <= total})
    for place in places if rule.by_position else range(total):
        yield begins[place // len(offsets)] + offsets[place % len(offsets)]


@lru_cache(maxsize=64)
def _offsets(unit: int, *parts: tuple[int, ...]) -> Sequence[timedelta]:
    """How long after it begins the times of a day, an hour or a minute are, in order."""
    sizes = zip((_HOUR, _MINUTE, _SECOND), parts, strict=True)
    within = [[each * size for each in values] for size, values in sizes if size < unit]
    return [timedelta(seconds=sum(each)) for each in product(*within)]
