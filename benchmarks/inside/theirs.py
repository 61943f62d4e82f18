"""The work of libraries, timed inside a fresh interpreter that has them: `theirs.py TASK ARGUMENT…` tells the seconds.

Nothing of ours is imported. What comes lazily is asked for, so that it is really read.
"""

import json
import re
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from time import perf_counter

_SERIES = re.compile(r"^DTSTART[^:]*:(\w+)$.*?^RRULE:(\S+)$", re.MULTILINE | re.DOTALL)


def seconds_of(work: Callable[[], object]) -> float:
    """How long one call takes."""
    begin = perf_counter()
    work()
    return perf_counter() - begin


def icalendar(path: str) -> float:
    """Every VEVENT of a file, by icalendar."""
    from icalendar import Calendar

    def whole() -> None:
        for each in Calendar.from_ical(Path(path).read_bytes()).walk("VEVENT"):
            _ = [each.get(name) for name in ("UID", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION")]

    return seconds_of(whole)


def ical(path: str) -> float:
    """Every VEVENT of a file, by ical."""
    from ical.calendar_stream import IcsCalendarStream

    return seconds_of(lambda: IcsCalendarStream.calendar_from_ics(Path(path).read_text(encoding="utf-8")).events)


def vobject(path: str) -> float:
    """Every VEVENT of a file, by vobject."""
    from vobject import readComponents

    def whole() -> None:
        for calendar in readComponents(Path(path).read_text(encoding="utf-8")):
            for each in calendar.vevent_list:
                _ = each.uid.value, each.dtstart.value, each.dtend.value, each.summary.value, each.description.value

    return seconds_of(whole)


def serialise(path: str) -> float:
    """The components of a file, read already, written by icalendar."""
    from icalendar import Calendar

    calendar = Calendar.from_ical(Path(path).read_bytes())
    for _ in calendar.walk():  # so that nothing is left to be read
        pass
    return seconds_of(calendar.to_ical)


def dateutil(path: str, first: str, last: str) -> float:
    """The times of a few days from the rules of a file, by dateutil without zones."""
    from dateutil.rrule import rrulestr

    found = _SERIES.findall(Path(path).read_bytes().decode().replace("\r\n", "\n"))
    start, end = datetime.fromisoformat(first), datetime.fromisoformat(last)

    def walk() -> None:
        for begin, rule in found:
            rrulestr(rule, dtstart=datetime.fromisoformat(begin)).between(start, end, inc=True)

    return seconds_of(walk)


def recurring(path: str, first: str, last: str) -> float:
    """The occurrences of a few days from a file, read already, by recurring-ical-events."""
    from icalendar import Calendar

    of = import_module("recurring_ical_events").of
    calendar = Calendar.from_ical(Path(path).read_bytes())
    start, end = datetime.fromisoformat(first), datetime.fromisoformat(last)
    return seconds_of(lambda: of(calendar).between(start, end))


TASKS: dict[str, Callable[..., float]] = {
    each.__name__: each for each in (icalendar, ical, vobject, serialise, dateutil, recurring)
}


def main(task: str, arguments: Sequence[str]) -> None:
    """Do the task and tell its seconds."""
    print(json.dumps({"seconds": [TASKS[task](*arguments)]}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
