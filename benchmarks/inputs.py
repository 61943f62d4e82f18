"""The inputs as text, each made of the same meetings: calendars, weekly series, definitions, reminders."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from textwrap import fill

from benchmarks.meetings import SEED, Meeting, meetings

_LONG_AGO = 1_500_000_000
SERIES_START = "20120102"
_STAMP = "20170101T090000Z"
_FOLD = 75
_PART = 100
_ROOMS, _TALKS = 17, 18
_GONE, _MOVED, _ELSEWHERE = range(3)  # the meetings out of a hundred that are others in a later version
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//agendacli//benchmarks//EN", "X-WR-CALNAME:Benchmark")
_RULES = {
    "Europe/Vienna": (("STANDARD", "+0200", "+0100", "10", "-1SU"), ("DAYLIGHT", "+0100", "+0200", "3", "-1SU")),
    "America/New_York": (("STANDARD", "-0400", "-0500", "11", "1SU"), ("DAYLIGHT", "-0500", "-0400", "3", "2SU")),
    "Asia/Tokyo": (("STANDARD", "+0900", "+0900", "", ""),),
}


def write(path: Path, lines: Iterable[str], ending: str = "\n") -> Path:
    """The file, written line by line: the memory of this process is the floor of what its children are seen to take."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(line + ending for line in lines)
    os.utime(path, (_LONG_AGO, _LONG_AGO))  # what has changed just now is not kept by any cache
    return path


def calendar(count: int, seed: int = SEED) -> Iterator[str]:
    """The lines of an `.ics` (RFC 5545, folded, to be ended with CRLF) with so many VEVENTs of some 540 bytes each."""
    yield from _calendar(meetings(count, seed))


def later_calendar(count: int, seed: int = SEED) -> Iterator[str]:
    """The same calendar somewhat later: of a hundred meetings one is gone, one has moved and one has another room."""
    kept = (each for each in meetings(count, seed) if each.number % _PART != _GONE)
    yield from _calendar(map(_later, kept))


def equal_titles(count: int, seed: int = SEED, *, ids: bool, later: bool = False) -> Iterator[str]:
    """The lines of a definition of so many sessions with one title, with ids or without, or of that somewhat later."""
    held = meetings(count, seed)
    alike = (replace(each, title="Weekly meeting") for each in (map(_later, held) if later else held))
    yield from _definition((each for each in alike if each.zone), ids=ids)


def crowd(count: int) -> Iterator[str]:
    """The lines of a definition of so many sessions at one time in one room."""
    yield from ("title: Crowd", "zone: Europe/Vienna", "place: Vienna", "days:", "  2026-03-10:")
    for number in range(count):
        yield from (f"    - 09:00-10:00: Poster {number}", "      room: Hall")


def conference(count: int) -> Iterator[str]:
    """The lines of a definition of so many talks in seventeen rooms, each with a speaker, eighteen talks a day."""
    yield from ("title: Conference", "zone: Europe/Brussels", "place: Brussels", "days:")
    for day, held in groupby(range(count), key=lambda number: number // (_ROOMS * _TALKS)):
        yield f"  {date(2026, 2, 2) + timedelta(days=day)}:"
        for number in held:
            minutes = 9 * 60 + 30 * (number // _ROOMS % _TALKS)
            yield f"    - {minutes // 60:02}:{minutes % 60:02} for 25 min: Talk {number} on tides and gauges"
            yield from (f"      room: Room {number % _ROOMS}", f"      speaker: Ms. Ida Holm{number % 300}")


def windows(count: int) -> Iterator[str]:
    """The lines of a definition of so many visits, each on some day of one year."""
    yield from ("title: Visits", "zone: Europe/Vienna", "place: Vienna", "days:", "  some day in 2026:")
    for number in range(count):
        yield from (f"    - hours unknown: Visit {number}", "      room: Hall")


def spans(count: int) -> Iterator[str]:
    """The lines of an `.ics` of so many exhibitions in one hall, each of 7,000 years."""
    yield from _HEAD
    for number in range(count):
        yield from ("BEGIN:VEVENT", f"UID:{number}@benchmark.example", f"DTSTAMP:{_STAMP}")
        yield from ("DTSTART;VALUE=DATE:20260301", "DTEND;VALUE=DATE:90260301")
        yield from (f"SUMMARY:Exhibition {number}", "LOCATION:Hall", "END:VEVENT")
    yield "END:VCALENDAR"


def _later(each: Meeting) -> Meeting:
    number = each.number % _PART
    if number == _MOVED:
        return replace(each, start=each.start + timedelta(days=1))
    return replace(each, room="Annex") if number == _ELSEWHERE else each


def _calendar(held: Iterable[Meeting]) -> Iterator[str]:
    yield from _HEAD
    for zone in _RULES:
        yield from _timezone(zone)
    for each in held:
        for line in _vevent(each):
            yield from _folded(line)
    yield "END:VCALENDAR"


def series(count: int, days: str = "", seed: int = SEED) -> Iterator[str]:
    """The lines of an `.ics` with so many weekly series that began in 2012; `days` is a BYDAY, such as `MO,WE,FR`."""
    yield from _HEAD
    yield from _timezone("Europe/Vienna")
    rule = f"RRULE:FREQ=WEEKLY;BYDAY={days}" if days else "RRULE:FREQ=WEEKLY"
    for each in meetings(count, seed):
        clock = f"{8 + each.number % 10:02}{each.number % 4 * 15:02}"
        yield "BEGIN:VEVENT"
        yield from (f"UID:series-{each.number}@benchmark.example", f"DTSTAMP:{_STAMP}")
        yield f"DTSTART;TZID=Europe/Vienna:{SERIES_START}T{clock}00"
        yield from ("DURATION:PT45M", rule, f"SUMMARY:{_escaped(each.title)}", "END:VEVENT")
    yield "END:VCALENDAR"


def definition(count: int, seed: int = SEED) -> Iterator[str]:
    """The lines of a definition (YAML) of so many sessions, some 310 bytes each."""
    yield from _definition(_timed(count, seed))


def _definition(timed: Iterable[Meeting], *, ids: bool = True) -> Iterator[str]:
    yield from ("title: Benchmark", "zone: Europe/Vienna", "place: Vienna", "days:")
    in_order = sorted(timed, key=attrgetter("start"))
    for day, held in groupby(in_order, key=lambda each: each.start.date()):
        yield f"  {day}:"
        for each in held:
            yield from (line for line in _item(each) if ids or not line.startswith("      id:"))


def reminders(count: int, seed: int = SEED) -> Iterator[str]:
    """The same meetings as a script for remind, which knows no zones: one line each, without its text."""
    for each in meetings(count, seed):
        clock = f" AT {each.start:%H:%M} DURATION {_hours(each.length)}" if each.zone else ""
        yield f"REM {each.start:%Y-%m-%d}{clock} MSG {each.title}, {each.room}"


def _timed(count: int, seed: int) -> Iterator[Meeting]:
    """So many meetings that have hours, none past midnight."""
    made = (each for each in meetings(2 * count, seed) if each.zone)
    return (each for each, _ in zip(made, range(count), strict=False))


def _timezone(zone: str) -> Iterator[str]:
    yield from ("BEGIN:VTIMEZONE", f"TZID:{zone}")
    for kind, before, after, month, day in _RULES[zone]:
        yield from (f"BEGIN:{kind}", "DTSTART:19700101T020000", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}")
        yield from (f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={day}",) if month else ()
        yield f"END:{kind}"
    yield "END:VTIMEZONE"


def uid(each: Meeting) -> str:
    """The UID of a meeting in a calendar, which is the id of its session."""
    return f"{each.number:08}-{each.start:%Y%m%d}@benchmark.example"


def _vevent(each: Meeting) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{uid(each)}")
    yield from (f"DTSTAMP:{_STAMP}", f"CREATED:{_STAMP}", "SEQUENCE:1")
    yield from _times(each)
    yield from (f"SUMMARY:{_escaped(each.title)}", f"LOCATION:{each.room}\\, Conference Centre")
    yield from ("STATUS:CONFIRMED", "TRANSP:OPAQUE", "CATEGORIES:WORK,MEETING")
    yield f'ORGANIZER;CN="{each.person}":mailto:p{each.number % 300}@example.org'
    yield f"DESCRIPTION:{_escaped(each.text)}"
    if each.reminds:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DESCRIPTION:Reminder", "END:VALARM")
    yield "END:VEVENT"


def _times(each: Meeting) -> Iterator[str]:
    for name, moment in (("DTSTART", each.start), ("DTEND", each.end)):
        if not each.zone:
            yield f"{name};VALUE=DATE:{moment:%Y%m%d}"
        elif each.zone == "UTC":
            yield f"{name}:{moment:%Y%m%dT%H%M%SZ}"
        else:
            yield f"{name};TZID={each.zone}:{moment:%Y%m%dT%H%M%S}"


def _escaped(text: str) -> str:
    r"""TEXT with its escapes (RFC 5545 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of 75 octets at most, each after the first with a space before it (RFC 5545 3.1)."""
    rest = line.encode()
    while len(rest) > _FOLD:
        cut = _FOLD
        while rest[cut] & 0xC0 == 0x80:  # noqa: PLR2004  # inside a character of UTF-8
            cut -= 1
        yield rest[:cut].decode()
        rest = b" " + rest[cut:]
    yield rest.decode()


def _item(each: Meeting) -> Iterator[str]:
    yield f'    - {each.start:%H:%M}-{each.end:%H:%M}: "{each.title}"'
    yield from (f"      id: s-{each.number}", "      kind: panel", f"      room: {each.room}")
    yield f"      speaker: Ms. {each.person}, Delegate"
    text = fill(each.text, 100, initial_indent=" " * 8, subsequent_indent=" " * 8)
    yield from ("      description: >-", text)


def _hours(length: timedelta) -> str:
    minutes = length // timedelta(minutes=1)
    return f"{minutes // 60}:{minutes % 60:02}"
