"""Occurrences as an iCalendar file (RFC 5545, 7986): the one module that knows the icalendar library."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from urllib.parse import quote

from icalendar import Alarm, Calendar, Component, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vCategory, vDuration, vGeo, vRecur, vText, vUri

from agendacli.export.ics_items import Entry, Item, zones_in_use
from agendacli.export.ics_repeats import Plan, plans
from agendacli.export.ics_text import (
    calendar_description,
    categories,
    colour,
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
from agendacli.model.when import Days, DayWindow, Timed, When
from agendacli.model.zones import WallTime, existence, instant, is_zone

PRODUCT = "-//agendacli//agenda export//EN"
REFRESH = timedelta(days=1)

# DTSTAMP is required, and no clock may be read: what is not dated gets the epoch, and no LAST-MODIFIED.
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_END = b"END:VCALENDAR\r\n"
_ONWARDS = "THISANDFUTURE"
_UTC_NAMES = frozenset({"UTC", "Etc/UTC"})
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
# What RFC 3986 lets stand in an address as it is, with the percent sign of what is encoded already.
_ADDRESS = "!#$%&'()*+,/:;=?@[]~"
_NO_SEQUENCES: Mapping[str, int] = MappingProxyType({})
_NO_DEFINITIONS: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CalendarOptions:
    """What a user may ask of the file.

    `alarm` is how long before a start to remind; `windows` False leaves out what only has bounds; `stamp` (aware)
    stands in for the dates of the programmes; `name` is shown for the calendar; `source` is where it is published;
    `expanded` writes each occurrence of a repeated session on its own.
    """

    alarm: timedelta | None = None
    windows: bool = True
    stamp: datetime | None = None
    name: str | None = None
    source: str | None = None
    expanded: bool = False


def calendar(
    occurrences: Sequence[Occurrence], options: CalendarOptions, sequences: Mapping[str, int] = _NO_SEQUENCES
) -> bytes:
    """One VCALENDAR in UTF-8 with CRLF, its VEVENTs in the given order; the same input gives the same bytes.

    `sequences` has the number of earlier revisions of each programme by its address (0 where it has none). No METHOD,
    no ATTENDEE, no ORGANIZER: a file to import or to subscribe to, never an invitation.
    """
    return whole_file(occurrences, items(occurrences, options, sequences), options)


def items(
    occurrences: Iterable[Occurrence], options: CalendarOptions, sequences: Mapping[str, int] = _NO_SEQUENCES
) -> tuple[Item, ...]:
    """The items of a calendar, one for each UID, in the order of the occurrences."""
    found = plans(_shown(occurrences, options), expanded=options.expanded)
    return tuple(
        Item(uid, tuple(_entry(each, options, sequences.get(each.occurrence.programme.address, 0)) for each in written))
        for uid, written in found.items()
    )


def whole_file(
    occurrences: Iterable[Occurrence],
    written: Sequence[Item],
    options: CalendarOptions,
    definitions: Mapping[str, bytes] = _NO_DEFINITIONS,
) -> bytes:
    """A calendar of these items that says of itself what it holds; `definitions` has VTIMEZONEs of unknown zones."""
    return _file(_head(tuple(_shown(occurrences, options)), options), written, definitions)


def resource(item: Item, definitions: Mapping[str, bytes] = _NO_DEFINITIONS) -> bytes:
    """A calendar of one item, as a CalDAV server and a vdir have it (RFC 4791 4.1): it says nothing of itself."""
    return _file(_bare(), (item,), definitions)


def stamp_of(programme: Programme, options: CalendarOptions) -> datetime:
    """The UTC moment of a programme's version: as asked for, else midnight of its revision, else the epoch."""
    return _stamp(programme, options) or _UNDATED


def _shown(occurrences: Iterable[Occurrence], options: CalendarOptions) -> Iterator[Occurrence]:
    return (each for each in occurrences if options.windows or not is_window(each))


def _file(head: Calendar, written: Sequence[Item], definitions: Mapping[str, bytes]) -> bytes:
    opened = bytes(head.to_ical()).removesuffix(_END)
    zones = (_zone(tzid, *years, definitions) for tzid, years in zones_in_use(written).items())
    return b"".join((opened, *zones, *(each.data for each in written), _END))


def _zone(tzid: str, first: int, last: int, definitions: Mapping[str, bytes]) -> bytes:
    return _timezone(tzid, first, last) if is_zone(tzid) else definitions.get(tzid, b"")


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


def _bare() -> Calendar:
    whole = Calendar()
    _add_text(whole, PRODID=PRODUCT, VERSION="2.0", CALSCALE="GREGORIAN")
    return whole


def _head(kept: Sequence[Occurrence], options: CalendarOptions) -> Calendar:
    programmes = tuple({each.programme.id: each.programme for each in kept}.values())
    whole = _bare()
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


def _entry(plan: Plan, options: CalendarOptions, sequence: int) -> Entry:
    event, occurrence = Event(), plan.occurrence
    title, status = summary(occurrence), ics_status(occurrence)
    if title or plan.original is not None:  # without one an occurrence would be read with the title of its series
        event.add("SUMMARY", _Text(title))
    _add_text(event, UID=plan.uid, STATUS=status.upper(), LOCATION=location(occurrence))
    _add_text(event, DESCRIPTION=description(occurrence, repeats=plan.repeats), COLOR=colour(occurrence))
    _add_revision(event, _stamp(occurrence.programme, options), sequence)
    _add_time(event, occurrence.when, repeats=plan.repeats)
    _add_repeats(event, plan)
    _add_busy(event, occurrence)
    _add_categories(event, categories(occurrence))
    _add_geo(event, occurrence.place.coordinates)
    _add_uri(event, "URL", occurrence.session.url or occurrence.programme.url)
    if options.alarm is not None and _calls(occurrence):
        event.add_component(_alarm(options.alarm, title))
    return Entry.of(bytes(event.to_ical()))


def _add_revision(event: Event, stamp: datetime | None, sequence: int) -> None:
    event.add("DTSTAMP", stamp or _UNDATED)
    event.add("SEQUENCE", sequence)
    if stamp:
        event.add("LAST-MODIFIED", stamp)


def _stamp(programme: Programme, options: CalendarOptions) -> datetime | None:
    return options.stamp.astimezone(UTC) if options.stamp else _midnight(programme.revision)


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), UTC) if day else None


def _add_time(event: Event, when: When, *, repeats: bool) -> None:
    """DTSTART, and DTEND (exclusive) where an end is known: nothing is made up for one that is not."""
    if isinstance(when, Days | DayWindow):
        event.add("DTSTART", when.start)
        event.add("DTEND", when.end)
        return
    # What repeats begins on the clocks of its zone even where they skip that time: in UTC it would not follow them.
    plain = repeats and when.zone not in _UTC_NAMES
    _add_start(event, "DTSTART", (when.start, when.zone), plain=plain)
    if when.end is not None and instant(when.end, when.zone) > instant(when.start, when.zone):
        _add_start(event, "DTEND", (when.end, when.zone))


def _add_start(event: Event, name: str, start: tuple[date, str], *, plain: bool = False, **parameters: str) -> None:
    """A day, or a time on the clock with its zone; in UTC where the zone's clocks show it twice or never."""
    day, zone = start
    if not isinstance(day, datetime):
        event.add(name, day, parameters={"VALUE": "DATE", **parameters})
    elif plain or _is_plain(day, zone):
        event.add(name, day, parameters={"TZID": zone, **parameters})
    else:
        event.add(name, instant(day, zone), parameters=parameters)


def _is_plain(wall: datetime, zone: str) -> bool:
    return zone not in _UTC_NAMES and existence(wall, zone) is WallTime.ONCE


def _add_repeats(event: Event, plan: Plan) -> None:
    """RRULE, RDATE and EXDATE of a series; RECURRENCE-ID of an occurrence of it."""
    for rule in plan.rules:
        event.add("RRULE", vUri(rule))  # written as it is
    for name, starts in (("RDATE", plan.added), ("EXDATE", plan.removed)):
        for each in starts:
            _add_original(event, name, each, plan.zone)
    if plan.original is not None:
        _add_original(event, "RECURRENCE-ID", plan.original, plan.zone, **({"RANGE": _ONWARDS} if plan.onwards else {}))


def _add_original(event: Event, name: str, start: date, zone: str, **parameters: str) -> None:
    """A start that a rule gives: on the clocks of its zone, unless it is the second of two equal wall times."""
    plain = zone not in _UTC_NAMES and getattr(start, "fold", 0) == 0
    _add_start(event, name, (start, zone), plain=plain, **parameters)


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


def _timezone(tzid: str, first: int, last: int) -> bytes:
    component = Timezone()
    _add_text(component, TZID=tzid)
    for observance in zone_definition(tzid, first, last).observances:
        component.add_component(_observance(observance))
    return bytes(component.to_ical())


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
