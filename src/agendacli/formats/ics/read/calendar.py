"""Reads an iCalendar file: bytes to a `Programme`. Reports what is wrong and keeps the rest; raises nothing."""

import re
from dataclasses import replace
from typing import NamedTuple

from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read.addresses import names_by_address, with_names
from agendacli.formats.ics.read.large.gaps import read_around
from agendacli.formats.ics.read.large.plain import Plain, find_plain
from agendacli.formats.ics.read.reading import CALENDAR_ZONE, CalendarReading, FloatingZone, Indexed
from agendacli.model.findings import Findings
from agendacli.model.large.gc_paused import undisturbed
from agendacli.model.programme import Programme
from agendacli.words.directory import OnDemand
from agendacli.words.zones import zone_named

MANY = 1 << 15
"""So many bytes are worth it to look for plain VEVENTs first."""

_NAME = CALENDAR_ZONE.encode()
_VALUE = re.compile(rb"[^:\n]*:(.*)")


def read_calendar(  # noqa: PLR0913 (what is read, and in what light)
    data: bytes,
    file: str,
    floating: str,
    findings: Findings,
    *,
    insist: bool = False,
    directory: OnDemand | None = None,
) -> Programme | None:
    """The programme that an iCalendar file says, or None when it is not a calendar; faults go to `findings`.

    Several VCALENDARs are one programme. Its id is the name of the file without ending as a slug, `stdin` for `-`; a
    session's id is the UID with `/` and white space percent-encoded. `floating` is the IANA zone of times without a
    zone where the file has no X-WR-TIMEZONE, with `insist` also where it has one. Who takes part and is in `directory`
    is the person declared there. A lost VEVENT or rule is an error and what was tolerated a warning; either names the
    line.
    """
    return read_indexed(data, file, floating, findings, insist=insist, directory=directory).programme


def read_indexed(  # noqa: PLR0913 (the same)
    data: bytes,
    file: str,
    floating: str,
    findings: Findings,
    *,
    insist: bool = False,
    directory: OnDemand | None = None,
    many: int = MANY,
) -> Indexed:
    """The same with an index of the sessions, if they are lazy.

    In a file of `many` bytes or more, VEVENTs that are surely harmless are only read when they are looked at. That
    changes nothing in what is told and what comes out.
    """
    zone, naming = FloatingZone(floating, insists=insist), names_by_address(data)
    with undisturbed():
        plain = find_plain(data, _likely(data, zone)) if len(data) >= many else Plain()
        found, told = _read(_Source(data, file, zone, with_names(directory, naming)), plain)
    findings.extend(told.all)
    return replace(found, naming=naming)


class _Source(NamedTuple):
    """What is read, and in what light."""

    data: bytes
    file: str
    floating: FloatingZone
    directory: OnDemand | None

    def again(self, offset: int, length: int) -> bytes:
        """So many bytes from an offset on."""
        return self.data[offset : offset + length]


def _read(source: _Source, plain: Plain) -> tuple[Indexed, Findings]:
    """What the file says, and what is told of it; if not all of `plain` may be passed over, with less of it."""
    told = Findings()
    oddities = Oddities(source.file, told)
    reading = CalendarReading(oddities, source.floating, plain, source.directory, zone_to_come=_NAME in source.data)
    for item in read_around(source.data, plain, oddities):
        reading.take(item)
    reading.end_calendar(None)
    if unfit := reading.unfit:
        return _read(source, plain.without(unfit))
    found = reading.indexed(source.file, source.again)
    oddities.report()
    return found, told


def _likely(data: bytes, floating: FloatingZone) -> tuple[str, ...]:
    """The zones in which floating times may be: the one given, and those that the file seems to name."""
    found = {floating.name: None}
    at = -1 if floating.insists else data.find(_NAME)
    while at >= 0:
        match = _VALUE.match(data, at)
        zone = zone_named(match[1].decode("utf-8", "replace")) if match else None
        found |= {zone: None} if zone else {}
        at = data.find(_NAME, at + 1)
    return tuple(found)
