"""Occurrences as an iCalendar file (RFC 5545, 7986): the one module that knows the icalendar library."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from urllib.parse import quote

from icalendar import Alarm, Calendar, Component, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vCategory, vDuration, vGeo, vRecur, vText, vUri

from agendacli.export.ics_text import (
    calendar_description,
    categories,
    clean,
    description,
    ics_status,
    is_window,
    location,
    one_line,
    summary,
)
from agendacli.export.vtimezone import Observance, zone_definition
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Coordinates
from agendacli.model.programme import Programme, Status
from agendacli.model.when import Days, DayWindow, Timed
from agendacli.model.zones import WallTime, existence, instant

PRODUCT = "-//agendacli//agenda export//EN"
DOMAIN = "agendacli"
REFRESH = timedelta(days=1)

# DTSTAMP is required, and no clock may be read: what is not dated gets the epoch, and no LAST-MODIFIED.
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_UTC_NAMES = frozenset({"UTC", "Etc/UTC"})
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
# What RFC 3986 lets stand in an address as it is, with the percent sign of what is encoded already.
_ADDRESS = "!#$%&'()*+,/:;=?@[]~"
_COLOURS = MappingProxyType(
    {
        "opening": "goldenrod",
        "plenary": "steelblue",
        "panel": "seagreen",
        "summary": "goldenrod",
        "closing": "goldenrod",
        "meeting": "steelblue",
        "dialogue": "mediumpurple",
        "side event": "palevioletred",
        "lunch": "darkkhaki",
        "break": "darkkhaki",
        "reception": "darkkhaki",
        "deadline": "firebrick",
        "document": "slategray",
        "process": "slategray",
    }
)
_NO_SEQUENCES: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CalendarOptions:
    """What a user may ask of the file.

    `alarm` is how long before a start to remind; `windows` False leaves out what only has bounds; `stamp` (aware)
    stands in for the dates of the programmes; `name` is shown for the calendar; `source` is where it is published.
    """

    alarm: timedelta | None = None
    windows: bool = True
    stamp: datetime | None = None
    name: str | None = None
    source: str | None = None


def calendar(
    occurrences: Sequence[Occurrence], options: CalendarOptions, sequences: Mapping[str, int] = _NO_SEQUENCES
) -> bytes:
    """One VCALENDAR in UTF-8 with CRLF, its VEVENTs in the given order; the same input gives the same bytes.

    `sequences` has the number of earlier revisions of each programme by its id (0 where it has none). No METHOD, no
    ATTENDEE, no ORGANIZER: a file to import or to subscribe to, never an invitation.
    """
    kept = [each for each in occurrences if options.windows or not is_window(each)]
    uses = _Zones()
    events = [_event(each, options, sequences.get(each.programme.id, 0), uses) for each in kept]
    whole = _calendar(kept, options)
    whole.subcomponents.extend(_timezones(uses))
    whole.subcomponents.extend(events)
    return bytes(whole.to_ical())


def uid(occurrence: Occurrence) -> str:
    """`SESSION.PROGRAMME@agendacli`: made of the two ids alone, so that it outlives every change of time or title.

    What follows the @ names this tool, no host: nobody's domain is claimed. Other characters than ASCII letters,
    digits, `-` and `_` are percent-encoded, a dot in the session's id too, so that two sessions never share one.
    """
    session = quote(clean(occurrence.session.id), safe="").replace(".", "%2E")
    return f"{session}.{quote(clean(occurrence.programme.id), safe='')}@{DOMAIN}"


class _Text(vText):
    r"""TEXT with its escapes (RFC 5545 3.3.11); the library takes a backslash before an N for a line break."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        escaped = re.sub(r"([\\;,])", r"\\\1", self).replace("\n", r"\n")
        return escaped.encode()


class _Geo(vGeo):
    """GEO with six decimals (RFC 5545 3.8.1.6): Python writes small numbers with an exponent."""

    def to_ical(self) -> str:
        return f"{self.latitude:.6f};{self.longitude:.6f}"


@dataclass(slots=True)
class _Zones:
    """The years in which each zone is used, gathered while events are written."""

    years: dict[str, tuple[int, int]] = field(default_factory=dict)

    def use(self, zone: str, year: int) -> None:
        first, last = self.years.get(zone, (year, year))
        self.years[zone] = min(first, year), max(last, year)


def _calendar(kept: Sequence[Occurrence], options: CalendarOptions) -> Calendar:
    programmes = tuple({each.programme.id: each.programme for each in kept}.values())
    whole = Calendar()
    _add_text(whole, PRODID=PRODUCT, VERSION="2.0", CALSCALE="GREGORIAN")
    _add_twice(whole, ("NAME", "X-WR-CALNAME"), one_line(options.name or _name(programmes)))
    _add_twice(whole, ("DESCRIPTION", "X-WR-CALDESC"), calendar_description(programmes))
    _add_text(whole, X_WR_TIMEZONE=_only({each.zone for each in kept if each.zone}))
    _add_uri(whole, "URL", programmes[0].url if len(programmes) == 1 else None)
    _add_uri(whole, "SOURCE", options.source, VALUE="URI")
    # These two have no default type, so the type is said.
    whole.add("REFRESH-INTERVAL", vDuration(REFRESH, params={"VALUE": "DURATION"}))
    whole.add("X-PUBLISHED-TTL", vDuration(REFRESH))
    return whole


def _name(programmes: Sequence[Programme]) -> str:
    return programmes[0].name if len(programmes) == 1 else "Agenda"


def _only(zones: Iterable[str]) -> str:
    first, *others = [*zones] or [""]
    return "" if others else first


def _event(occurrence: Occurrence, options: CalendarOptions, sequence: int, zones: _Zones) -> Event:
    event = Event()
    title, status = summary(occurrence), ics_status(occurrence)
    _add_text(event, UID=uid(occurrence), SUMMARY=title, STATUS=status.upper(), LOCATION=location(occurrence))
    _add_text(event, DESCRIPTION=description(occurrence), COLOR=_COLOURS.get(occurrence.session.kind, ""))
    _add_revision(event, occurrence.programme, options.stamp, sequence)
    _add_time(event, occurrence, zones)
    _add_busy(event, occurrence)
    _add_categories(event, categories(occurrence))
    _add_geo(event, occurrence.place.coordinates)
    _add_uri(event, "URL", occurrence.session.url or occurrence.programme.url)
    if options.alarm is not None and _calls(occurrence):
        event.add_component(_alarm(options.alarm, title))
    return event


def _add_revision(event: Event, programme: Programme, stamp: datetime | None, sequence: int) -> None:
    dated = stamp.astimezone(UTC) if stamp else _midnight(programme.revision)
    event.add("DTSTAMP", dated or _UNDATED)
    event.add("SEQUENCE", sequence)
    if dated:
        event.add("LAST-MODIFIED", dated)


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), UTC) if day else None


def _add_time(event: Event, occurrence: Occurrence, zones: _Zones) -> None:
    """DTSTART, and DTEND (exclusive) where an end is known: nothing is made up for one that is not."""
    when = occurrence.when
    if isinstance(when, Days | DayWindow):
        event.add("DTSTART", when.start)
        event.add("DTEND", when.end)
        return
    _add_wall(event, "DTSTART", when.start, when.zone, zones)
    if when.end is not None and instant(when.end, when.zone) > instant(when.start, when.zone):
        _add_wall(event, "DTEND", when.end, when.zone, zones)


def _add_wall(event: Event, name: str, wall: datetime, zone: str, zones: _Zones) -> None:
    """A time on the clock with its zone; in UTC where the zone's clocks show it twice or never."""
    if zone in _UTC_NAMES or existence(wall, zone) is not WallTime.ONCE:
        event.add(name, instant(wall, zone))
        return
    zones.use(zone, wall.year)
    event.add(name, wall, parameters={"TZID": zone})


def _add_busy(event: Event, occurrence: Occurrence) -> None:
    """TRANSP, which is OPAQUE unless said, for days too; and the same for Outlook."""
    if _takes_time(occurrence):
        busy = "TENTATIVE" if occurrence.status is Status.TENTATIVE else "BUSY"
        _add_text(event, TRANSP="OPAQUE", X_MICROSOFT_CDO_BUSYSTATUS=busy)
    else:
        _add_text(event, TRANSP="TRANSPARENT", X_MICROSOFT_CDO_BUSYSTATUS="FREE")


def _takes_time(occurrence: Occurrence) -> bool:
    cancelled = occurrence.status is Status.CANCELLED
    return not (cancelled or occurrence.session.transparent or is_window(occurrence))


def _calls(occurrence: Occurrence) -> bool:
    """Whether a reminder makes sense: there is a start on the clock, and it is to be kept."""
    return isinstance(occurrence.when, Timed) and _takes_time(occurrence)


def _alarm(before: timedelta, title: str) -> Alarm:
    alarm = Alarm()
    _add_text(alarm, ACTION="DISPLAY", DESCRIPTION=title or "Reminder")
    alarm.add("TRIGGER", vDuration(-before))
    return alarm


def _add_categories(event: Event, named: Sequence[str]) -> None:
    listed = vCategory([])
    listed.cats = [_Text(each) for each in named]
    if named:
        event.add("CATEGORIES", listed)


def _add_geo(event: Event, where: Coordinates | None) -> None:
    if where:
        event.add("GEO", _Geo((where.latitude, where.longitude)))


def _add_uri(component: Component, name: str, address: str | None, **parameters: str) -> None:
    """An absolute address (RFC 3986), what it cannot hold percent-encoded; anything else is no URI and is left out."""
    plain = one_line(address or "")
    if _ABSOLUTE.match(plain):
        component.add(name, vUri(quote(plain, safe=_ADDRESS), params=parameters))


def _add_twice(component: Component, names: Iterable[str], text: str) -> None:
    _add_text(component, **dict.fromkeys(names, text))


def _add_text(component: Component, **texts: str) -> None:
    """Every text that is not empty, under its name with `-` for `_`."""
    for name, text in texts.items():
        if text:
            component.add(name.replace("_", "-"), _Text(text))


def _timezones(zones: _Zones) -> Iterable[Timezone]:
    for tzid, (first, last) in sorted(zones.years.items()):
        component = Timezone()
        _add_text(component, TZID=tzid)
        for observance in zone_definition(tzid, first, last).observances:
            component.add_component(_observance(observance))
        yield component


def _observance(observance: Observance) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if observance.daylight else TimezoneStandard()
    part.add("DTSTART", observance.onset)
    part.add("TZOFFSETFROM", observance.offset_from)
    part.add("TZOFFSETTO", observance.offset_to)
    _add_text(part, TZNAME=observance.name)
    if observance.rule:
        rule = {"FREQ": "YEARLY", "BYMONTH": observance.rule.month, "BYDAY": observance.rule.byday}
        part.add("RRULE", vRecur(rule))
    return part
