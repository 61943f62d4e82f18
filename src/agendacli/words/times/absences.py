"""When somebody is not there: a day or days, a day with hours, or all that lies before or after a time."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from agendacli.model.codes import BAD_TIME
from agendacli.model.fault import Fault
from agendacli.model.frozen import frozen
from agendacli.model.when import DAY, Hours
from agendacli.words.times.forms import MINUTES_OF_DAY, Clock, EachDay, FromTo, PartOfDay, SomeDay
from agendacli.words.times.grammar import parse_clock, parse_days

HELP = "write `2026-03-09 to 2026-03-10`, `2026-03-09, 09:00-12:00`, `before 12:00 on 2026-03-09` or `from 2026-03-10`"
LONGEST = 100
"""Characters of a text that is looked at: in every place it might part into a day and hours."""

_OPEN = re.compile(r"(?:not\s+)?(before|arrives|until|from|leaves|after)\s+(?:(?:on|at)\s+)?(.+)", re.IGNORECASE)
_BEFORE = frozenset({"before", "arrives", "until"})
_WHOLE_DAY = frozenset({"until", "after"})
"""Words after which a day is meant up to and with its end."""


@frozen
class Away:
    """From a naive wall time to before another; None where that side is open."""

    start: datetime | None
    end: datetime | None


def parse_absence(text: str) -> Away | Fault:
    """What a text says of the time at which somebody is not there."""
    words = " ".join(text.split())
    if len(words) > LONGEST:
        return _no_time(words[:LONGEST])
    return _open(words) or _closed(words) or _closed(words.removeprefix("from ")) or _no_time(words)


def _no_time(words: str) -> Fault:
    return Fault(BAD_TIME, f"`{words}` is not a time at which somebody is absent; {HELP}")


def _open(words: str) -> Away | None:
    """All that lies before or after one time."""
    match = _OPEN.fullmatch(words)
    bound = _bound(match[2], at_end=match[1].lower() in _WHOLE_DAY) if match else None
    if match is None or bound is None:
        return None
    return Away(None, bound) if match[1].lower() in _BEFORE else Away(bound, None)


def _bound(words: str, *, at_end: bool) -> datetime | None:
    """The moment that a day, with or without a time, bounds."""
    day = _one_day(words)
    if day:
        return _at(day + DAY if at_end else day)
    for days, hours in _parted(words):
        day, clock = _one_day(days), parse_clock(f"before {hours}")
        if day and isinstance(clock, PartOfDay) and clock.length is None:
            return _at(day, clock.end.minutes)
    return None


def _closed(words: str) -> Away | None:
    """Some days, or some hours of one day."""
    if days := _days(words):
        return Away(_at(days.start), _at(days.end))
    for text, hours in _parted(words):
        day, clock = _one_day(text), parse_clock(hours)
        if day and not isinstance(clock, Fault):
            start, end = _minutes(clock)
            return Away(_at(day, start), _at(day, end))
    return None


def _parted(words: str) -> Iterator[tuple[str, str]]:
    """Every way in which a text may be a day and hours: `DAY, HOURS`, `DAY HOURS`, `HOURS on DAY`."""
    for blank in re.finditer(" ", words):
        head, tail = words[: blank.start()], words[blank.end() :]
        yield head.removesuffix(","), tail.removeprefix("at ")
        yield tail.removeprefix("on "), head


def _days(words: str) -> EachDay | SomeDay | None:
    """Days that are all meant: a month is all of it, but one of two days is neither."""
    found = parse_days(words)
    if isinstance(found, EachDay):
        return found
    if not isinstance(found, SomeDay) or found.among or found.days or words.casefold().startswith("some"):
        return None
    return found


def _one_day(words: str) -> date | None:
    found = _days(words)
    return found.start if found and found.end - found.start == DAY else None


def _minutes(clock: Clock) -> tuple[int, int]:
    """From which minute of the day to which; what has no end lasts to the end of the day."""
    if isinstance(clock, Hours):
        return 0, MINUTES_OF_DAY
    if isinstance(clock, PartOfDay):
        return clock.start.minutes, clock.end.minutes
    return clock.start.minutes, _end(clock)


def _end(hours: FromTo) -> int:
    return hours.end.minutes + hours.later_days * MINUTES_OF_DAY if hours.end else MINUTES_OF_DAY


def _at(day: date, minutes: int = 0) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)
