"""The days on which a rule can fall, judged by its day parts alone, without following it."""

from calendar import isleap, monthrange
from collections.abc import Callable
from datetime import date, timedelta

from agendacli.model.rules.rule import Frequency, Rule

_WEEK = 7
_BY_MONTH_OR_YEAR = (Frequency.MONTHLY, Frequency.YEARLY)


def can_fall_on(rule: Rule, day: date) -> bool:
    """Whether the months, days and weekdays of the rule allow that day.

    If False, the rule never yields the day. If True, it may still skip it: intervals, counts and positions are not
    considered.
    """
    return all(holds(rule, day) for holds in _CONDITIONS)


def _in_month(rule: Rule, day: date) -> bool:
    return not rule.by_month or day.month in rule.by_month


def _on_month_day(rule: Rule, day: date) -> bool:
    length = monthrange(day.year, day.month)[1]
    return not rule.by_month_day or not {day.day, day.day - length - 1}.isdisjoint(rule.by_month_day)


def _on_year_day(rule: Rule, day: date) -> bool:
    number, length = _in_year(day)
    return not rule.by_year_day or not {number, number - length - 1}.isdisjoint(rule.by_year_day)


def _in_week(rule: Rule, day: date) -> bool:
    """Whether the day lies in one of the weeks; a week belongs to the year with most of its days (RFC 5545 3.3.10)."""
    return not rule.by_week_number or not set(_ordinals_of_week(rule, day)).isdisjoint(rule.by_week_number)


def _ordinals_of_week(rule: Rule, day: date) -> tuple[int, int]:
    middle = day + timedelta(_WEEK // 2 - (day.weekday() - rule.week_start) % _WEEK)
    return _counted(*_in_year(middle))


def _on_weekday(rule: Rule, day: date) -> bool:
    """Whether the day is one of the weekdays, with its ordinal where the rule counts them (RFC 5545 3.3.10)."""
    which = _ordinals(rule, day)
    of_it = [ordinal for ordinal, weekday in rule.by_day if weekday == day.weekday()]
    return not rule.by_day or any(not ordinal or not which or ordinal in which for ordinal in of_it)


def _ordinals(rule: Rule, day: date) -> tuple[int, ...]:
    """The ordinals of a day among its weekdays, from the start and the end of the rule's month or year; () if none."""
    if rule.frequency not in _BY_MONTH_OR_YEAR or rule.by_week_number:
        return ()
    is_of_year = rule.frequency is Frequency.YEARLY and not rule.by_month
    number, length = _in_year(day) if is_of_year else (day.day, monthrange(day.year, day.month)[1])
    return _counted(number, length)


def _counted(number: int, length: int) -> tuple[int, int]:
    """The ordinals of that weekday within a range of days, from the start and from the end."""
    return (number - 1) // _WEEK + 1, -((length - number) // _WEEK + 1)


def _in_year(day: date) -> tuple[int, int]:
    """The number of a day in its year, and how many days that has."""
    return day.timetuple().tm_yday, 366 if isleap(day.year) else 365


_CONDITIONS: tuple[Callable[[Rule, date], bool], ...] = (
    _in_month,
    _on_month_day,
    _on_year_day,
    _in_week,
    _on_weekday,
)
