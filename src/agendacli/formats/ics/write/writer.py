"""Occurrences as an iCalendar file (RFC 5545, 7986), one piece after the other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from agendacli.formats.ics.items import Item, zones_in_use
from agendacli.formats.ics.write.components import (
    closed_calendar,
    entry,
    event,
    opened_calendar,
    opened_resource,
    timezone,
)
from agendacli.formats.ics.write.description import is_window
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.plans import Plan, plans
from agendacli.formats.ics.write.screen import screened
from agendacli.formats.ics.write.times import Timetabled, held_items, on_plain_clocks, timetabled, zones_of
from agendacli.formats.ics.zones.use import ZoneUse, last_year, uses_by_zone
from agendacli.formats.ics.zones.vtimezone import zone_definition
from agendacli.model.large.gc_paused import undisturbed
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Timed, TimeWindow
from agendacli.model.zones import is_zone

_NO_SEQUENCES: Mapping[str, int] = MappingProxyType({})
_NO_DEFINITIONS: Mapping[str, bytes] = MappingProxyType({})


def calendar(
    occurrences: Sequence[Occurrence], options: CalendarOptions, sequences: Mapping[str, int] = _NO_SEQUENCES
) -> bytes:
    """The pieces of a calendar as one."""
    return b"".join(calendar_pieces(occurrences, options, sequences))


def calendar_pieces(
    occurrences: Sequence[Occurrence], options: CalendarOptions, sequences: Mapping[str, int] = _NO_SEQUENCES
) -> Iterator[bytes]:
    """One VCALENDAR in UTF-8 with CRLF, its VEVENTs in the given order; the same input gives the same bytes.

    A VEVENT is made when it is asked for, so that what is written already takes no memory. `sequences` has the number
    of earlier revisions of each programme by its address (0 where it has none). No METHOD, no ATTENDEE, no ORGANIZER:
    a file to import or to subscribe to, never an invitation.
    """
    with undisturbed():
        shown = _shown(occurrences, options)
        found = _planned(shown, options)
        yield _opened(shown, options)
        yield from (timezone(tzid, use) for tzid, use in zones_of(found).items())
        yield from (_event(each, options, sequences) for each in found)
        yield closed_calendar()


def items(
    occurrences: Iterable[Occurrence],
    options: CalendarOptions,
    sequences: Mapping[str, int] = _NO_SEQUENCES,
    *,
    apart: bool = False,
) -> tuple[Item, ...]:
    """The items of a calendar, one for each UID, in the order of the occurrences; `apart`, for a file each."""
    shown = _shown(occurrences, options)
    held = held_items(shown)
    every = [[timetabled(each, held) for each in group] for group in _plans(shown, options).values()]
    if apart:
        return tuple(_item(on_plain_clocks(each), options, sequences) for each in every)
    plain = on_plain_clocks([each for group in every for each in group])
    return tuple(_item([*group], options, sequences) for _, group in groupby(plain, key=_uid_of))


def in_utc(occurrences: Iterable[Occurrence], options: CalendarOptions) -> dict[str, int]:
    """How many items are written in UTC, since no pair of yearly changes gives what the clocks of their zone do."""
    shown = _shown(occurrences, options)
    if not any(_is_odd(zone, use) for zone, use in uses_by_zone(map(_whole_years, filter(_is_clocked, shown))).items()):
        return {}  # as nearly always, and quicker to tell than by planning everything twice
    found = [timetabled(each) for group in _plans(shown, options).values() for each in group]
    pairs = zip(found, on_plain_clocks(found), strict=True)
    return Counter(str(each.plan.occurrence.zone) for each, plain in pairs if each.times != plain.times)


def whole_file(
    occurrences: Iterable[Occurrence],
    written: Sequence[Item],
    options: CalendarOptions,
    definitions: Mapping[str, bytes] = _NO_DEFINITIONS,
) -> bytes:
    """A calendar of these items that says of itself what it holds; `definitions` has VTIMEZONEs of unknown zones."""
    return _file(_opened(_shown(occurrences, options), options), written, definitions)


def resource(item: Item, definitions: Mapping[str, bytes] = _NO_DEFINITIONS) -> bytes:
    """A calendar of one item, as a CalDAV server and a vdir have it (RFC 4791 4.1): it says nothing of itself."""
    return _file(opened_resource(), (item,), definitions)


def _shown(occurrences: Iterable[Occurrence], options: CalendarOptions) -> Sequence[Occurrence]:
    return [each for each in occurrences if options.windows or not is_window(each)]


def _planned(occurrences: Sequence[Occurrence], options: CalendarOptions) -> Sequence[Timetabled]:
    held = held_items(occurrences)
    found = [timetabled(each, held) for of_uid in _plans(occurrences, options).values() for each in of_uid]
    return on_plain_clocks(found)


def _is_clocked(occurrence: Occurrence) -> bool:
    return isinstance(occurrence.when, Timed | TimeWindow)


def _whole_years(occurrence: Occurrence) -> tuple[str, ZoneUse]:
    """The zone of an occurrence, used for all of its year and, if it repeats, for as long as a series is described."""
    start = occurrence.bounds.start.replace(tzinfo=None)
    last = last_year(("",), start.year) if occurrence.original is not None else start.year + 1
    return str(occurrence.zone), ZoneUse(frozenset({start}), (start.year - 1, last))


def _is_odd(zone: str, use: ZoneUse) -> bool:
    return not zone_definition(zone, use).is_plain


def _item(found: Sequence[Timetabled], options: CalendarOptions, sequences: Mapping[str, int]) -> Item:
    entries = tuple(entry(each, options, _sequence(each, sequences)) for each in found)
    return Item(found[0].plan.uid, entries, is_bare=any(each.plan.is_busy for each in found))


def _uid_of(found: Timetabled) -> str:
    return found.plan.uid


def _plans(occurrences: Iterable[Occurrence], options: CalendarOptions) -> Mapping[str, tuple[Plan, ...]]:
    return screened(plans(occurrences, expanded=options.expanded), options.private)


def _event(found: Timetabled, options: CalendarOptions, sequences: Mapping[str, int]) -> bytes:
    return event(found, options, _sequence(found, sequences))


def _sequence(found: Timetabled, sequences: Mapping[str, int]) -> int:
    return sequences.get(found.plan.occurrence.programme.address, 0)


def _opened(occurrences: Sequence[Occurrence], options: CalendarOptions) -> bytes:
    programmes = tuple({each.programme.id: each.programme for each in occurrences}.values())
    return opened_calendar(programmes, {each.zone for each in occurrences if each.zone}, options)


def _file(opened: bytes, written: Sequence[Item], definitions: Mapping[str, bytes]) -> bytes:
    zones = (_zone(tzid, use, definitions) for tzid, use in zones_in_use(written).items())
    return b"".join((opened, *zones, *(each.data for each in written), closed_calendar()))


def _zone(tzid: str, use: ZoneUse, definitions: Mapping[str, bytes]) -> bytes:
    return timezone(tzid, use) if is_zone(tzid) else definitions.get(tzid, b"")
