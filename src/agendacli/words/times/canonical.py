"""Days and hours in the form in which a definition writes them."""

from agendacli.model.when import DayWindow, Hours
from agendacli.words.times.forms import ClockTime, EachDay, FromTo, SomeDay
from agendacli.words.times.written import day as day_written
from agendacli.words.times.written import days as days_written

_WHICH = {0: " first", 1: " second", None: ""}


def day_key(days: EachDay | SomeDay) -> str:
    """The day key: `2026-07-14 to 2026-07-15`, `some day in 2026-07`, `2026-05-10 or 2026-05-12`."""
    if isinstance(days, EachDay):
        return days_written(days.start, days.end)
    return day_written(DayWindow(days.start, end=days.end, zone=None, days=days.days, among=days.among))


def hours_key(hours: FromTo | Hours) -> str:
    """The hours of an item: `10:15-13:00`, `18:00-`, `22:00-02:00 +1`, `all day`."""
    if isinstance(hours, Hours):
        return "all day" if hours is Hours.ALL else "hours unknown"
    end = _time(hours.end) if hours.end else ""
    return f"{_time(hours.start)}-{end}" + (f" +{hours.later_days}" if hours.later_days else "")


def _time(time: ClockTime) -> str:
    return f"{time.minutes // 60:02}:{time.minutes % 60:02}{_WHICH[time.fold]}"
