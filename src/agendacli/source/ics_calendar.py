"""A whole iCalendar file: bytes to a `Programme`. What is good is kept, what is not is told, nothing is raised."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import PurePath

from agendacli.model.codes import ICS_NO_CALENDAR, ICS_STRUCTURE, ICS_ZONE
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.span import Span
from agendacli.model.when import Timed
from agendacli.source.findings import Findings
from agendacli.source.ics_decode import Decoder, Draft
from agendacli.source.ics_lines import Component, Property, read_components
from agendacli.source.ics_oddities import Oddities
from agendacli.source.ics_series import Series
from agendacli.source.ics_times import Times
from agendacli.source.ics_values import FIRST_YEAR, LAST_YEAR, read_moment, read_text
from agendacli.source.ics_vtimezone import Clocks, read_clocks, zone_alike
from agendacli.source.ics_zones import zone_named
from agendacli.source.names import slug

KIND = "calendar"
STDIN = "-"

_CALENDAR_ZONE = "X-WR-TIMEZONE"
_TIMES = ("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE")
# So many years after its start a custom zone has to keep the same time as an IANA zone for an endless series.
_ENDLESS = 10


def read_calendar(
    data: bytes, file: str, floating: str, findings: Findings, *, insist: bool = False
) -> Programme | None:
    """The programme that an iCalendar file says, or None when it is no calendar; faults go to `findings`.

    Several VCALENDARs are one programme. Its id is the name of the file without ending as a slug, `stdin` for `-`; a
    session's id is the UID with `/` and white space percent-encoded. `floating` is the IANA zone of times without a
    zone where the file has no X-WR-TIMEZONE, with `insist` also where it has one. A lost VEVENT or rule is an error
    and what was tolerated a warning; either names the line.
    """
    oddities = Oddities(file, findings)
    reading = _Reading(oddities, floating, insist=insist, zone_to_come=_CALENDAR_ZONE.encode() in data)
    with _undisturbed():
        for component in read_components(data, oddities):
            reading.take(component)
        reading.end_calendar(None)
        programme = reading.programme(file)
    oddities.report()
    return programme


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without looking for garbage: none of the many small values made here is any, and the search costs a third."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@dataclass(slots=True)
class _Heading:
    """What the VCALENDARs say of themselves; the first that says a thing counts."""

    is_calendar: bool = False
    title: str | None = None
    description: str | None = None
    url: str | None = None
    revision: date | None = None
    zones: set[str] = field(default_factory=set)

    def take(self, calendar: Component) -> None:
        self.title = self.title or _first(calendar, "X-WR-CALNAME", "NAME")
        self.description = self.description or _first(calendar, "X-WR-CALDESC", "DESCRIPTION")
        self.url = self.url or _first(calendar, "URL")
        modified = read_moment(_first(calendar, "LAST-MODIFIED") or "")
        day = modified.date() if isinstance(modified, datetime) else modified
        self.revision = self.revision or day


class _Reading:
    """One run over a file. VEVENTs become drafts as they come; those that need what comes later wait for it."""

    def __init__(self, oddities: Oddities, floating: str, *, insist: bool, zone_to_come: bool) -> None:
        self._oddities = oddities
        self._floating = floating
        self._insists = insist
        self._zone_to_come = zone_to_come and not insist
        self._decoder = Decoder(oddities)
        self._series = Series(oddities)
        self._heading = _Heading()
        self._definitions: dict[str, Component] = {}
        self._waiting: list[Component | Draft] = []
        self._times: tuple[Property | None, Times] | None = None
        self._organizers: set[str | None] = set()

    def take(self, component: Component) -> None:
        """Take the next component."""
        self._heading.is_calendar = True
        match component.name:
            case "VEVENT":
                self._take_entry(component)
            case "VTIMEZONE":
                self._definitions[component.value("TZID")] = component
            case _:
                self.end_calendar(component)
                self._heading.take(component)

    def _take_entry(self, component: Component) -> None:
        if component.parent is None:
            self._oddities.tell(ICS_STRUCTURE, component.line, "this VEVENT stands outside of any VCALENDAR")
        draft: Component | Draft | None = component
        if self._is_ready(component):
            draft = self._decoder.draft(component, self._times_of(component.parent))
        if draft:
            self._waiting.append(draft)

    def _is_ready(self, component: Component) -> bool:
        """Whether the zones of all its times are known by now."""
        unknown = self._zone_to_come and not (component.parent and component.parent.first(_CALENDAR_ZONE))
        for name in _TIMES:
            for met in component.properties.get(name, ()):
                tzid = met.parameters.get("TZID")
                if not zone_named(tzid) if tzid else unknown and not met.value.endswith("Z"):
                    return False
        return True

    def _times_of(self, calendar: Component | None) -> Times:
        """The reader of times for VEVENTs of that calendar that need no definition of a zone."""
        met = calendar.first(_CALENDAR_ZONE) if calendar else None
        if self._times is None or self._times[0] is not met:
            self._times = met, Times(self._zone_of(met), {}, self._oddities)
        return self._times[1]

    def _zone_of(self, met: Property | None) -> str:
        if met is None or self._insists:
            return self._floating
        zone = zone_named(met.value)
        if zone is None:
            message = (
                f"{met.name} `{met.value[:40]}` is no known time zone; floating times were read in {self._floating}"
            )
            self._oddities.tell(ICS_ZONE, met.line, message)
        return zone or self._floating

    def end_calendar(self, calendar: Component | None) -> None:
        """Everything of a VCALENDAR is there now: what waited for it is read, and goes into the series."""
        times = self._full_times(calendar)
        is_cancelled = calendar is not None and calendar.value("METHOD").upper() == "CANCEL"
        for each in self._waiting:
            draft = self._decoder.draft(each, times) if isinstance(each, Component) else each
            if draft:
                draft.session = _cancelled(draft.session) if is_cancelled else draft.session
                self._organizers.add(draft.organizer)
                self._series.add(draft)
        self._waiting.clear()

    def _full_times(self, calendar: Component | None) -> Times:
        """The reader of times that knows the zones which the calendar defines itself."""
        floating = self._times_of(calendar).floating
        if calendar and calendar.first(_CALENDAR_ZONE):
            self._heading.zones.add(floating)
        custom = {
            tzid: zone
            for tzid, years in _years_in_use(self._waiting).items()
            if tzid in self._definitions and (zone := self._custom_zone(tzid, years, floating))
        }
        return Times(floating, custom, self._oddities)

    def _custom_zone(self, tzid: str, years: tuple[int, int], likely: str) -> str | Clocks | None:
        timezone = self._definitions[tzid]
        clocks = read_clocks(timezone, *years)
        if clocks is None:
            message = f"the VTIMEZONE of `{tzid[:60]}` has no rules that can be read"
            self._oddities.tell(ICS_ZONE, timezone.line, message)
            return None
        zone = zone_alike(clocks, timezone, (likely,), *years)
        if zone is None:
            message = f"no known zone keeps the time of `{tzid[:60]}`; its times are told in UTC, and repeat there"
            self._oddities.tell(ICS_ZONE, timezone.line, message)
        return zone or clocks

    def programme(self, file: str) -> Programme | None:
        """The programme of everything that was taken."""
        if not self._heading.is_calendar:
            message = "this is no iCalendar file: it has neither a VCALENDAR nor a VEVENT"
            self._oddities.lose(ICS_NO_CALENDAR, 1, message)
            return None
        sessions = self._series.sessions()
        stem = "stdin" if file == STDIN else PurePath(file).stem
        heading = self._heading
        return Programme(
            slug(stem),
            heading.title or stem,
            file,
            kind=KIND,
            organizer=_only(self._organizers),
            zone=_only(heading.zones) or _only({each.when.zone for each in sessions if isinstance(each.when, Timed)}),
            url=heading.url,
            revision=heading.revision,
            description=heading.description,
            sessions=sessions,
            span=Span(file),
        )


def _years_in_use(waiting: Iterable[Component | Draft]) -> Mapping[str, tuple[int, int]]:
    """The first and the last year in which each zone is used by what waits for it."""
    years: dict[str, tuple[int, int]] = {}
    for component in waiting:
        if isinstance(component, Component):
            for tzid, year in _uses(component):
                first, last = years.get(tzid, (year, year))
                years[tzid] = min(first, year), max(last, year)
    return years


def _uses(component: Component) -> Iterator[tuple[str, int]]:
    """Each year in which a VEVENT names a zone; one that repeats goes on for some more."""
    more = _ENDLESS if component.first("RRULE") else 0
    for name in _TIMES:
        for met in component.every(name):
            tzid = met.parameters.get("TZID", "")
            found = (read_moment(text.partition("/")[0].strip()) for text in met.value.split(","))
            for year in (each.year for each in found if each):
                yield tzid, max(year, FIRST_YEAR)
                yield tzid, min(year + more, LAST_YEAR)


def _cancelled(session: Session) -> Session:
    return replace(session, status=Status.CANCELLED)


def _first(calendar: Component, *names: str) -> str | None:
    """The first of those properties that says something."""
    found = (met for name in names if (met := calendar.first(name)))
    return next(filter(None, (read_text(each.value).strip() for each in found)), None)


def _only(values: set[str] | set[str | None]) -> str | None:
    """The one value of a set, if there is one."""
    return next(iter(values)) if len(values) == 1 else None
