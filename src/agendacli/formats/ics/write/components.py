"""VEVENT, VTIMEZONE and the head of a VCALENDAR as components of the icalendar library, which writes them."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import lru_cache
from itertools import starmap

from icalendar import Alarm, Calendar, Component, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

from agendacli.formats.ics.items import Entry
from agendacli.formats.ics.provenance import MARKS, paragraph_marks
from agendacli.formats.ics.text import summary_line
from agendacli.formats.ics.uid import EVENT, ROOMS, foreign_event, parent_uid, uid
from agendacli.formats.ics.write.description import (
    calendar_description,
    categories,
    colour,
    description,
    ics_status,
    is_window,
    location,
    summary,
)
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.plans import Plan
from agendacli.formats.ics.write.stamps import UNDATED, own_stamp
from agendacli.formats.ics.write.times import Timetabled
from agendacli.formats.ics.write.values import (
    Value,
    content_line,
    duration_of,
    geo_of,
    moment_of,
    number_of,
    put_address,
    put_kept,
    put_texts,
    put_times,
    text_value,
    texts_of,
)
from agendacli.formats.ics.zones.clock_changes import Observance
from agendacli.formats.ics.zones.use import ZoneUse
from agendacli.formats.ics.zones.vtimezone import ZoneDefinition, zone_definition
from agendacli.formats.private import BUSY
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Status
from agendacli.model.when import Timed

PRODUCT = "-//agendacli//agenda export//EN"
REFRESH = timedelta(days=1)

_END = b"END:VCALENDAR\r\n"


def opened_calendar(programmes: Sequence[Programme], zones: Iterable[str], options: CalendarOptions) -> bytes:
    """The lines of a VCALENDAR up to its first component; it says of itself what it holds."""
    name = options.name or (programmes[0].name if len(programmes) == 1 else "Agenda")
    whole, text = _bare(), calendar_description(programmes, name)
    put_texts(whole, {"NAME": summary_line(name), "X-WR-CALNAME": summary_line(name)})
    put_texts(whole, {"DESCRIPTION": text, "X-WR-CALDESC": text, "X-WR-TIMEZONE": _only(zones)})
    put_address(whole, "URL", programmes[0].url if len(programmes) == 1 else None)
    put_address(whole, "SOURCE", options.source, "URI")
    # These two have no default type, so the type is said.
    whole["REFRESH-INTERVAL"] = duration_of(REFRESH, "DURATION")
    whole["X-PUBLISHED-TTL"] = duration_of(REFRESH)
    return _opened(whole)


def opened_resource() -> bytes:
    """The lines of a VCALENDAR that says nothing of itself, up to its first component (RFC 4791 4.1)."""
    return _opened(_bare())


def closed_calendar() -> bytes:
    """The last line of a VCALENDAR."""
    return _END


def event(found: Timetabled, options: CalendarOptions, sequence: int) -> bytes:
    """A VEVENT; `sequence` holds where its session has no SEQUENCE of its own."""
    return _written(component(found, options, sequence))


def entry(found: Timetabled, options: CalendarOptions, sequence: int) -> Entry:
    """The same VEVENT with its lines."""
    every = [*starmap(content_line, component(found, options, sequence).property_items())]
    return Entry.of_lines(b"".join([each.data for each in every]), [each.text for each in every[1:-1]])


def component(found: Timetabled, options: CalendarOptions, sequence: int) -> Event:
    """A VEVENT as the library has it."""
    made, plan, occurrence = Event(), found.plan, found.plan.occurrence
    made["UID"] = text_value(plan.uid)
    if plan.rules:
        made["RRULE"] = [Value(each) for each in plan.rules]
    put_times(made, found.times, "THISANDFUTURE" if plan.onwards else None)
    _put_version(made, occurrence, options, sequence)
    _put_state(made, found)
    if plan.is_busy:
        put_texts(made, {"SUMMARY": BUSY})
        return made
    title = summary(occurrence)
    if title or plan.original is not None:  # without one an occurrence would be read with the title of its series
        made["SUMMARY"] = text_value(title)
    if text := description(occurrence, repeats=plan.repeats):
        made["DESCRIPTION"] = text_value(text)
        put_texts(made, {MARKS: "" if occurrence.session.is_of_calendar else paragraph_marks(text)})
    _put_facts(made, plan)
    if options.alarm is not None and _calls(found):
        made.add_component(_alarm(options.alarm, title))
    return made


def timezone(tzid: str, use: ZoneUse) -> bytes:
    """The VTIMEZONE of a known zone for all that is read on its clocks."""
    return _timezone(zone_definition(tzid, use))


@lru_cache(maxsize=256)
def _timezone(definition: ZoneDefinition) -> bytes:
    made = Timezone()
    put_texts(made, {"TZID": definition.tzid})
    for observance in definition.observances:
        made.add_component(_observance(observance))
    return bytes(made.to_ical())


def _bare() -> Calendar:
    whole = Calendar()
    put_texts(whole, {"PRODID": PRODUCT, "VERSION": "2.0", "CALSCALE": "GREGORIAN"})
    return whole


def _opened(whole: Calendar) -> bytes:
    return _written(whole).removesuffix(_END)


def _written(made: Component) -> bytes:
    return b"".join([each.data for each in starmap(content_line, made.property_items())])


def _only(zones: Iterable[str]) -> str:
    first, *others = [*zones] or [""]
    return "" if others else first


def _put_version(made: Event, occurrence: Occurrence, options: CalendarOptions, sequence: int) -> None:
    session = occurrence.session
    stamp = own_stamp(session, occurrence.programme, options)
    made["DTSTAMP"] = moment_of(stamp or UNDATED)
    made["SEQUENCE"] = number_of(session.sequence if session.is_of_calendar else sequence)
    if stamp:
        made["LAST-MODIFIED"] = moment_of(stamp)


def _put_state(made: Event, found: Timetabled) -> None:
    """What may be known of everything: whether it takes place and takes time, and who may see more."""
    occurrence = found.plan.occurrence
    transparency, busy = _busy(found)
    texts = {
        "STATUS": ics_status(occurrence).upper(),
        "CLASS": occurrence.session.privacy.upper() if occurrence.session.is_private else "",
        "TRANSP": transparency,
        "X-MICROSOFT-CDO-BUSYSTATUS": busy,
    }
    put_texts(made, texts)


def _put_facts(made: Event, plan: Plan) -> None:
    occurrence = plan.occurrence
    put_texts(made, {"LOCATION": location(occurrence), "COLOR": colour(occurrence), EVENT: foreign_event(occurrence)})
    put_texts(made, {"RELATED-TO": parent_uid(occurrence) if plan.uid == uid(occurrence) else ""})
    if rooms := occurrence.session.rooms:
        made[ROOMS] = texts_of(rooms)
    if named := categories(occurrence):
        made["CATEGORIES"] = texts_of(named)
    if where := occurrence.place.coordinates:
        made["GEO"] = geo_of(where)
    put_address(made, "URL", occurrence.session.url or occurrence.programme.url)
    put_kept(made, occurrence.session.lines, occurrence.join)


def _busy(found: Timetabled) -> tuple[str, str]:
    """TRANSP, which is OPAQUE unless stated otherwise, even for days; and the equivalent for Outlook."""
    if not _takes_time(found):
        return "TRANSPARENT", "FREE"
    return "OPAQUE", "TENTATIVE" if found.plan.occurrence.status is Status.TENTATIVE else "BUSY"


def _takes_time(found: Timetabled) -> bool:
    """Whether it takes somebody's time; that of an item is taken by its block, where that is written as well."""
    occurrence = found.plan.occurrence
    return occurrence.takes_time and not found.is_held and not is_window(occurrence)


def _calls(found: Timetabled) -> bool:
    """Whether a reminder makes sense: there is a start on the clock, and it is to be kept."""
    return isinstance(found.plan.occurrence.when, Timed) and _takes_time(found)


def _alarm(before: timedelta, title: str) -> Alarm:
    alarm = Alarm()
    put_texts(alarm, {"ACTION": "DISPLAY", "DESCRIPTION": title or "Reminder"})
    alarm["TRIGGER"] = duration_of(-before)
    return alarm


def _observance(observance: Observance) -> Component:
    part = TimezoneDaylight() if observance.daylight else TimezoneStandard()
    part.add("DTSTART", observance.onset)
    part.add("TZOFFSETFROM", observance.offset_from)
    part.add("TZOFFSETTO", observance.offset_to)
    put_texts(part, {"TZNAME": observance.name})
    if observance.rule:
        rule = {"FREQ": "YEARLY", "BYMONTH": observance.rule.month, "BYDAY": observance.rule.byday}
        part.add("RRULE", vRecur(rule))
    return part
