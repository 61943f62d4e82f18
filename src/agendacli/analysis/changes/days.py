"""The civil days that something touches."""

from datetime import date

from agendacli.model.when import DAY, DayWindow, When, days_touched

_MANY = 31


def days_of(*times: When | None) -> tuple[date, ...]:
    """The days of all the times in order, each once; of many in a row the first and the last, of a window none."""
    return tuple(sorted({day for each in times if each and not isinstance(each, DayWindow) for day in _days(each)}))


def _days(when: When) -> tuple[date, ...]:
    first, after = days_touched(when)
    count = (after - first).days
    return (first, after - DAY) if count > _MANY else tuple(first + n * DAY for n in range(count))
