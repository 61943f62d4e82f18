"""Every rule of RFC 5545 3.3.10 through dateutil, made to start near the time asked for and to come to an end."""

from collections.abc import Iterator
from datetime import MAXYEAR, datetime, timedelta
from typing import Literal

from dateutil import rrule

from agendacli.model.rules import Frequency, Rule

_CYCLE = 400  # years: then the calendar repeats to the day of the week
_MONTHS = 12
_DAYS_OF_WEEK = 7
_FREQUENCIES: dict[Frequency, Literal[0, 1, 2, 3, 4, 5, 6]] = {
    Frequency.YEARLY: rrule.YEARLY,
    Frequency.MONTHLY: rrule.MONTHLY,
    Frequency.WEEKLY: rrule.WEEKLY,
    Frequency.DAILY: rrule.DAILY,
    Frequency.HOURLY: rrule.HOURLY,
    Frequency.MINUTELY: rrule.MINUTELY,
    Frequency.SECONDLY: rrule.SECONDLY,
}
_UNITS = {
    Frequency.DAILY: timedelta(days=1),
    Frequency.HOURLY: timedelta(hours=1),
    Frequency.MINUTELY: timedelta(minutes=1),
    Frequency.SECONDLY: timedelta(seconds=1),
}
_SET_BY_DAY = {Frequency.YEARLY, Frequency.MONTHLY, Frequency.WEEKLY}


def walked(rule: Rule, first: datetime, low: datetime, high: datetime) -> Iterator[datetime]:
    """The wall times after `first` and before `high` that a rule gives, in order, without looking at `until`.

    With a `count` they begin at the first, else near `low`. `first` counts as one even if the rule does not lead to it
    (RFC 5545 3.3.10). A rule that leads nowhere ends after a few hundred years of the calendar: a fraction of a second.
    """
    anchor = first if rule.count else _anchor(rule, first, low)
    later = _CYCLE * ((MAXYEAR - high.year) // _CYCLE)
    left = rule.count and rule.count - 1
    for found in _asked(rule, first, anchor.replace(year=anchor.year + later)):
        start = found.replace(year=found.year - later)
        if start >= high or left == 0:
            return
        if start != first:
            left = left and left - 1
            yield start


def _asked(rule: Rule, first: datetime, anchor: datetime) -> Iterator[datetime]:
    """What dateutil makes of the rule from the anchor on.

    dateutil looks for a match until the last year there is. Since the calendar repeats, the anchor may lie whole
    cycles late, which leaves it little to look through.
    """
    try:
        yield from _built(rule, first, anchor)
    except ValueError:  # dateutil's word for steps that never meet the hours and minutes asked for
        return


def _built(rule: Rule, first: datetime, anchor: datetime) -> rrule.rrule:
    """The rule with whatever it leaves to its first time written out, so that it may start at any anchor."""
    frequency = _FREQUENCIES[rule.frequency]
    months, month_days, weekdays = _days_of(rule, first)
    return rrule.rrule(
        frequency,
        dtstart=anchor,
        interval=rule.interval,
        wkst=rule.week_start,
        bysetpos=rule.by_position or None,
        bymonth=months or None,
        bymonthday=month_days or None,
        byyearday=rule.by_year_day or None,
        byweekno=rule.by_week_number or None,
        byweekday=weekdays or None,
        byhour=rule.by_hour or (first.hour if frequency < rrule.HOURLY else None),
        byminute=rule.by_minute or (first.minute if frequency < rrule.MINUTELY else None),
        bysecond=_seconds(rule) or (first.second if frequency < rrule.SECONDLY else None),
    )


def _seconds(rule: Rule) -> tuple[int, ...]:
    """The seconds of the rule; a leap second is the one before it, since clocks here have none."""
    return tuple(sorted({min(each, 59) for each in rule.by_second}))


def _days_of(rule: Rule, first: datetime) -> tuple[tuple[int, ...], tuple[int, ...], list[rrule.weekday]]:
    """The months, days of the month and weekdays that the rule means."""
    weekdays = [rrule.weekday(day, ordinal or None) for ordinal, day in rule.by_day]
    says_days = rule.by_day or rule.by_month_day or rule.by_year_day
    if says_days or rule.frequency not in _SET_BY_DAY:
        return rule.by_month, rule.by_month_day, weekdays
    if rule.by_week_number or rule.frequency is Frequency.WEEKLY:
        return rule.by_month, (), [rrule.weekday(first.weekday())]
    in_one_month = rule.frequency is Frequency.YEARLY
    return rule.by_month or ((first.month,) if in_one_month else ()), (first.day,), []


def _anchor(rule: Rule, first: datetime, low: datetime) -> datetime:
    """Where the last step before `low` begins, or `first` where that is later."""
    if low <= first:
        return first
    if rule.frequency is Frequency.YEARLY:
        return _of_month(first, (low.year - first.year) // rule.interval * rule.interval * _MONTHS, whole_year=True)
    if rule.frequency is Frequency.MONTHLY:
        months = (low.year - first.year) * _MONTHS + low.month - first.month
        return _of_month(first, months // rule.interval * rule.interval)
    if rule.frequency is Frequency.WEEKLY:
        return _of_week(rule, first, low)
    step = _UNITS[rule.frequency] * rule.interval
    return first + (low - first) // step * step


def _of_month(first: datetime, months: int, *, whole_year: bool = False) -> datetime:
    """The first moment of the month (or year) that lies so many months after that of `first`; or `first` itself."""
    years, month = divmod(first.month - 1 + months, _MONTHS)
    start = datetime(first.year + years, 1 if whole_year else month + 1, 1)  # noqa: DTZ001 (wall time)
    return max(first, start)


def _of_week(rule: Rule, first: datetime, low: datetime) -> datetime:
    into_week = timedelta((first.weekday() - rule.week_start) % _DAYS_OF_WEEK)
    origin = datetime.combine(first, datetime.min.time()) - into_week
    step = timedelta(weeks=rule.interval)
    return max(first, origin + (low - origin) // step * step)
