"""When a session takes place, in the words of a language; a clock shows 24 hours."""

from datetime import date, datetime, time, timedelta

from agendacli.model.frozen import frozen
from agendacli.model.when import DAY, Days, DayWindow, Hours, TimeWindow, When
from agendacli.model.zones import instant, wall
from agendacli.render.page.language import Language, capitalised
from agendacli.words.prose import day_mark, is_month, offset_text

_NOON = time(12)


@frozen
class Stamp:
    """A moment as people read it, and as programs do: ISO 8601 with its offset."""

    shown: str
    exact: str


def stamp(moment: datetime, zone: str, day: date) -> Stamp:
    """A naive wall time of a zone; marked where it is not on that day."""
    exact = wall(instant(moment, zone), zone).isoformat(timespec="minutes")
    return Stamp(f"{moment:%H:%M}{day_mark(moment, day)}", exact)


def unclocked_text(when: When, language: Language) -> str:
    """What is known of the hours of a time that has no start on the clock."""
    if isinstance(when, TimeWindow):
        return _part_of_day(when, language)
    if isinstance(when, Days) and when.hours is Hours.ALL:
        return language.say("all_day")
    return language.say("hours_unknown")


def heading_text(start: date, end: date, language: Language) -> str:
    """The days from `start` to before `end`."""
    if end - start <= DAY:
        return language.day(start)
    return capitalised(language.say("to", first=language.day(start), last=language.day(end - DAY)))


def window_heading(window: DayWindow, language: Language) -> str:
    """The days among which some day lies."""
    days = _window_days(window, language)
    count = window.days or 1
    return language.say("some_day", days=days) if count == 1 else language.say("some_days", count=count, days=days)


def city_clocks(zone: str, moment: datetime) -> str:
    """A zone by its city, with the offset at that UTC instant: `Vienna (UTC+2)`."""
    offset = wall(moment, zone).utcoffset() or timedelta()
    return zone if zone == "UTC" else f"{zone.rpartition('/')[2].replace('_', ' ')} ({offset_text(offset)})"


def _window_days(window: DayWindow, language: Language) -> str:
    if window.among:
        *others, last = map(language.day, window.among)
        return language.say("or", first=", ".join(others), last=last)
    if is_month(window.start, window.end):
        return language.month(window.start)
    if window.end - window.start <= DAY:
        return language.day(window.start)
    return language.say("to", first=language.day(window.start), last=language.day(window.end - DAY))


def _part_of_day(window: TimeWindow, language: Language) -> str:
    midnight = datetime.combine(window.start.date(), time())
    begins, ends = window.start == midnight, window.end == midnight + DAY
    first, last = (f"{each:%H:%M}{day_mark(each, midnight.date())}" for each in (window.start, window.end))
    if begins and ends:
        return language.say("some_time")
    if begins and window.end <= midnight + DAY:
        return language.say("morning_before" if window.end.time() <= _NOON else "before", time=last)
    return language.say("after", time=first) if ends else language.say("between", first=first, last=last)
