"""Which days a rule can fall on at all, by what it says of days alone and without following it."""

from calendar import isleap, monthrange
from collections.abc import Callable
from datetime import date, timedelta

from agendacli.model.rules.rule import Frequency, Rule

_WEEK = 7
_BY_MONTH_OR_YEAR = (Frequency.MONTHLY, Frequency.YEARLY)


def can_fall_on(rule: Rule, day: date) -> bool:
    """Whether nothing that the rule says of months, days and weekdays keeps it from that day.

    Where it is False the rule never gives the day. Where it is True the rule may still leave the day out: intervals,
    counts and positions are not looked at.
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
    """Whether it lies in one of the weeks, which belong to the year that has most of their days (RFC 5545 3.3.10)."""
    return not rule.by_week_number or not set(_ordinals_of_week(rule, day)).isdisjoint(rule.by_week_number)


def _ordinals_of_week(rule: Rule, day: date) -> tuple[int, int]:
    middle = day + timedelta(_WEEK // 2 - (day.weekday() - rule.week_start) % _WEEK)
    return _counted(*_in_year(middle))


def _on_weekday(rule: Rule, day: date) -> bool:
    """Whether it is one of the weekdays, and the one that is counted where the rule counts them (RFC 5545 3.3.10)."""
    which = _ordinals(rule, day)
    of_it = [ordinal for ordinal, weekday in rule.by_day if weekday == day.weekday()]
    return not rule.by_day or any(not ordinal or not which or ordinal in which for ordinal in of_it)


def _ordinals(rule: Rule, day: date) -> tuple[int, ...]:
    """Which of its weekday a day is, from the beginning and from the end of what the rule counts in; () for nothing."""
    if rule.frequency not in _BY_MONTH_OR_YEAR or rule.by_week_number:
        return ()
    is_of_year = rule.frequency is Frequency.YEARLY and not rule.by_month
    number, length = _in_year(day) if is_of_year else (day.day, monthrange(day.year, day.month)[1])
    return _counted(number, length)


def _counted(number: int, length: int) -> tuple[int, int]:
    """Which of its weekday that day is among so many, from the beginning and from the end."""
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
