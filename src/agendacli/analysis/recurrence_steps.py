"""Rules that advance in equal steps of days, by arithmetic: any stretch of such a series costs the same to reach."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from agendacli.model.rules import Frequency, Rule

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
    """The wall times after `first`, up to the day of `high`, that a rule with equal steps gives, from near `low` on.

    In order, without looking at `until`. `first` counts as one even if the rule does not lead to it (RFC 5545 3.3.10).
    """
    step, into_step, offsets = _pattern(rule, first)
    meets_first = into_step in offsets
    passed = sum(each < into_step for each in offsets)  # of the first step, what lies before `first`
    last = None if rule.count is None else passed + rule.count - (not meets_first)
    number = max(passed, ((low - first).days + into_step) // step * len(offsets))
    limit = (high - first).days + into_step
    while last is None or number < last:
        steps, place = divmod(number, len(offsets))
        days = steps * step + offsets[place]
        if days > limit:
            return
        if days > into_step:
            yield first + timedelta(days - into_step)
        number += 1


def _pattern(rule: Rule, first: datetime) -> tuple[int, int, tuple[int, ...]]:
    """How many days a step has, on which of them `first` lies, and which of them the rule means."""
    if rule.frequency is Frequency.DAILY:
        return rule.interval, 0, (0,)
    into_week = (first.weekday() - rule.week_start) % _WEEK
    offsets = sorted({(weekday - rule.week_start) % _WEEK for _, weekday in rule.by_day}) or [into_week]
    return rule.interval * _WEEK, into_week, tuple(offsets)
