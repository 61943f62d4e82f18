"""Times and days in words: the one place that spells a date, whatever the locale.

Weekday and month are always named and the year always given, so that no date can be read in two ways.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from agendacli.model.dial import Dial
from agendacli.model.when import DAY, Days, DayWindow, Hours, Timed, TimeWindow, When
from agendacli.model.zones import wall

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def plain_day(day: date) -> str:
    """A day without its weekday: `4 September 2017`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_text(day: date) -> str:
    """A day with its weekday: `Mon 4 September 2017`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {plain_day(day)}"


def days_text(start: date, end: date) -> str:
    """The days from `start` to before `end`: `Mon 4 – Tue 5 September 2017`, each part said once."""
    last = end - DAY
    if last <= start:
        return day_text(start)
    first = day_text(start)
    if start.year == last.year:
        first = first.removesuffix(f" {start.year}")
    if (start.year, start.month) == (last.year, last.month):
        first = first.removesuffix(f" {MONTHS[start.month - 1]}")
    return f"{first} – {day_text(last)}"


def plain_days(start: date, end: date) -> str:
    """The days from `start` to before `end` without weekdays: `4–5 September 2017`, `30 June – 2 July 2017`."""
    last = max(start, end - DAY)
    if (start.year, start.month) == (last.year, last.month):
        return plain_day(last) if start == last else f"{start.day}–{plain_day(last)}"
    first = plain_day(start) if start.year != last.year else plain_day(start).removesuffix(f" {start.year}")
    return f"{first} – {plain_day(last)}"


def weekdays_text(days: Sequence[int]) -> str:
    """Weekdays by number, Monday 0: `Monday to Friday`, `Sunday to Thursday`, else `Monday, Tuesday and Friday`."""
    found = set(days)
    begins = [each for each in sorted(found) if (each - 1) % 7 not in found]
    if len(begins) == 1 and len(found) > 2:  # noqa: PLR2004 (two days are not a stretch)
        return f"{WEEKDAYS[begins[0]]} to {WEEKDAYS[(begins[0] + len(found) - 1) % 7]}"
    *names, last = (WEEKDAYS[each] for each in sorted(found))
    return " and ".join(filter(None, (", ".join(names), last)))


def window_text(window: DayWindow) -> str:
    """A window of days: `some day in December 2017`, `some day from Mon 4 to Fri 8 …`, `Sun 10 or Tue 12 May 2026`."""
    if window.among:
        return _one_of(window.among)
    length = window.days or 1
    what = "some day" if length == 1 else f"some {length} days"
    if is_month(window.start, window.end):
        return f"{what} in {MONTHS[window.start.month - 1]} {window.start.year}"
    if window.start == date(window.start.year, 1, 1) and window.end == date(window.start.year + 1, 1, 1):
        return f"{what} in {window.start.year}"
    if window.end - window.start <= DAY:
        return f"some time on {day_text(window.start)}"
    return f"{what} from {days_text(window.start, window.end).replace(' – ', ' to ')}"


def _one_of(days: Sequence[date]) -> str:
    """Days of which it is one: `Sun 10 or Tue 12 May 2026`, each part said once."""
    *before, last = map(day_text, days)
    month = f" {MONTHS[days[-1].month - 1]} {days[-1].year}"
    is_of_one_month = all(each.endswith(month) for each in before)
    said = [each.removesuffix(month) if is_of_one_month else each for each in before]
    return f"{', '.join(said)} or {last}"


def is_month(start: date, end: date) -> bool:
    """Whether the days from `start` to before `end` are one whole calendar month."""
    last = end - DAY
    return start.day == end.day == 1 and (start.year, start.month) == (last.year, last.month)


def length_text(length: timedelta) -> str:
    """A length: `2 h 45 min`, `90 min` as `1 h 30 min`, `45 min`."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    return " ".join(
        part for part in (f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else "") if part
    )


def clock_text(when: When, day: date | None = None, dial: Dial = Dial.TWENTY_FOUR, *, aligned: bool = False) -> str:
    """The hours of a time: `10:15–13:00`, `10:15` (takes no time), `18:00–` (end not stated), `before 10:00` …

    What lies on another day than `day` (None: the one on which it begins) has a mark behind it: `23:00 −1–02:00`; only
    an end at `midnight` needs none. `aligned` is for columns: every start is as wide as the longest.
    """
    if isinstance(when, Timed):
        return _timed_clock(when, day or when.start.date(), dial, dial.width if aligned else 0)
    if isinstance(when, TimeWindow):
        return _part_of_day(when, day or when.start.date(), dial)
    if isinstance(when, Days) and when.hours is Hours.ALL:
        return "all day"
    return "hours unknown"


def when_text(when: When, dial: Dial = Dial.TWENTY_FOUR) -> str:
    """Day and hours: `Mon 4 September 2017, 10:15–13:00`; of a window only the window."""
    if isinstance(when, DayWindow):
        return window_text(when)
    if isinstance(when, Days):
        return f"{days_text(when.start, when.end)}, {clock_text(when, dial=dial)}"
    return f"{day_text(when.start.date())}, {clock_text(when, dial=dial)}"


def day_mark(moment: datetime, day: date) -> str:
    """What stands behind a clock time that lies on another day than `day`: ` +1`, ` −1`; nothing on that day."""
    later = (moment.date() - day).days
    return f" {'+' if later > 0 else '−'}{abs(later)}" if later else ""


def _timed_clock(when: Timed, day: date, dial: Dial, width: int) -> str:
    start = f"{dial.hour(when.start).rjust(width)}{day_mark(when.start, day)}"
    return start if when.is_moment else f"{start}–{_ending(when.end, day, dial) if when.end else ''}"


def _ending(moment: datetime, day: date, dial: Dial) -> str:
    """An end on the clock; the midnight that ends a day is that of this day."""
    ends_day = dial is Dial.TWELVE and moment.time() == time() and moment.date() - day == DAY
    return dial.end_of_day() if ends_day else _marked(moment, day, dial)


def _marked(moment: datetime, day: date, dial: Dial) -> str:
    return f"{dial.hour(moment)}{day_mark(moment, day)}"


def _part_of_day(window: TimeWindow, day: date, dial: Dial) -> str:
    first, last = (datetime.combine(each.date(), time()) for each in (window.start, window.end))
    mark = day_mark(window.start, day)
    begins = window.start == first
    ends = window.end == last == first + DAY
    if begins and ends:
        return f"some time that day{mark}"
    if begins and last == first:
        return f"before {_marked(window.end, day, dial)}"
    if ends:
        return f"after {_marked(window.start, day, dial)}"
    return f"between {_marked(window.start, day, dial)} and {_ending(window.end, day, dial)}"


def zone_text(zone: str, moment: datetime) -> str:
    """A zone with its offset at that UTC instant: `Europe/Vienna (UTC+2)`; of `UTC` the name alone."""
    offset = wall(moment, zone).utcoffset()
    return zone if zone == "UTC" or offset is None else f"{zone} ({offset_text(offset)})"


def offset_text(offset: timedelta) -> str:
    """An offset from UTC: `UTC+2`, `UTC−3:30`, `UTC+0`."""
    hours, minutes = divmod(abs(int(offset.total_seconds())) // 60, 60)
    sign = "−" if offset < timedelta() else "+"
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")
