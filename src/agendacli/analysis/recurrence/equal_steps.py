"""Rules that advance in equal steps of days, by arithmetic: any stretch of such a series costs the same to reach."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache

from agendacli.model.rules.rule import Frequency, Rule

_WEEK = 7


def has_equal_steps(rule: Rule) -> bool:
    """Whether the rule is one of every so many days, or of certain weekdays of every so many weeks."""
    by_clock_or_date = (
        rule.by_second or rule.by_minute or rule.by_hour or rule.by_month_day or rule.by_year_day or rule.by_week_number
    )
    if by_clock_or_date or rule.by_month or rule.by_position:
        return False
    if rule.frequency is Frequency.DAILY:
        return not rule.by_day
    return rule.frequency is Frequency.WEEKLY


def stepped(rule: Rule, first: datetime, low: datetime, high: datetime) -> Iterator[datetime]:
    """The wall times after `first`, from `low` to before `high`, that a rule with equal steps gives, in order.

    Without looking at `until`. `first` counts as one even if the rule does not lead to it (RFC 5545 3.3.10).
    """
    return (first + timedelta(days) for days in stepped_days(rule, first, low, high))


def stepped_days(rule: Rule, first: datetime, low: datetime, high: datetime) -> Iterator[int]:
    """How many days after `first` each of the wall times lies that `stepped` gives."""
    step, into_step, offsets = _pattern(
        rule.frequency, rule.interval, by_day=rule.by_day, week_start=rule.week_start, weekday=first.weekday()
    )
    begin, end = max(-(first - low).days, 1) + into_step, into_step - (first - high).days
    if rule.count is not None:
        end = min(end, _last(rule.count, step, into_step, offsets) + 1)
    for opening in range(begin // step * step, end, step):
        for offset in offsets:
            day = opening + offset
            if begin <= day < end:
                yield day - into_step


def _last(count: int, step: int, into_step: int, offsets: tuple[int, ...]) -> int:
    """The last day that a rule with a count gives, in days after its first step began."""
    passed = sum(each < into_step for each in offsets)  # of the first step, what lies before `first`
    steps, place = divmod(passed + count - (into_step not in offsets) - 1, len(offsets))
    return steps * step + offsets[place]


@lru_cache(maxsize=1024)
def _pattern(
    frequency: Frequency, interval: int, by_day: tuple[tuple[int, int], ...], week_start: int, weekday: int
) -> tuple[int, int, tuple[int, ...]]:
    """How many days a step has, on which of them the first time lies, and which of them the rule means."""
    if frequency is Frequency.DAILY:
        return interval, 0, (0,)
    into_week = (weekday - week_start) % _WEEK
    offsets = sorted({(each - week_start) % _WEEK for _, each in by_day}) or [into_week]
    return interval * _WEEK, into_week, tuple(offsets)
