"""How far a time is from a moment, in a few words."""

from agendacli.model.asked import Clock
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import DAY, DayWindow, Timed, TimeWindow, days_touched
from agendacli.model.zones import instant
from agendacli.words.prose import length_text


def wait_text(occurrence: Occurrence, clock: Clock) -> str:
    """How long until it begins: `in 15 min`, `tomorrow`, `in 12 days`; `in 5+ days` where it may begin later.

    What is more than a day away, or has no hours, is counted in civil days.
    """
    when = occurrence.when
    if isinstance(when, Timed):
        wait = clock.minutes_to(instant(when.start, when.zone), when.zone)
        if wait is not None:
            return f"in {length_text(wait)}"
    days = (days_touched(when)[0] - clock.today(occurrence.zone)).days
    if isinstance(when, DayWindow):
        return f"in {days}+ day{'' if days == 1 else 's'}"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def rest_text(occurrence: Occurrence, clock: Clock) -> str:
    """How long it goes on: `45 min left`, `today`, `3 more days`; `perhaps` for a window, `now` for what takes no time.

    What ends more than a day later, or has no hours, is counted in civil days.
    """
    when = occurrence.when
    if isinstance(when, DayWindow | TimeWindow):
        return "perhaps"
    if isinstance(when, Timed) and when.end is None:
        return "no end stated"
    if isinstance(when, Timed) and when.is_moment:
        return "now"
    if isinstance(when, Timed) and when.end is not None:
        rest = clock.minutes_to(instant(when.end, when.zone), when.zone)
        if rest is not None:
            return f"{length_text(rest)} left"
    return _days_left((days_touched(when)[1] - DAY - clock.today(occurrence.zone)).days)


def _days_left(days: int) -> str:
    return {0: "today", 1: "until tomorrow"}.get(days, f"{days} more days")
