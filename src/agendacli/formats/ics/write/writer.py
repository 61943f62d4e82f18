"""Occurrences as an iCalendar file (RFC 5545, 7986), one piece after the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from agendacli.formats.ics.items import Entry, Item, zones_in_use
from agendacli.formats.ics.write.components import closed_calendar, event, opened_calendar, opened_resource, timezone
from agendacli.formats.ics.write.description import is_window
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.plans import Plan, plans
from agendacli.formats.ics.write.screen import screened
from agendacli.formats.ics.write.times import Timetabled, timetabled, zones_of
from agendacli.model.gc_paused import undisturbed
from agendacli.model.occurrence import Occurrence
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
        yield from (timezone(tzid, *years) for tzid, years in zones_of(found).items())
        yield from (_event(each, options, sequences) for each in found)
        yield closed_calendar()


def items(
    occurrences: Iterable[Occurrence], options: CalendarOptions, sequences: Mapping[str, int] = _NO_SEQUENCES
) -> tuple[Item, ...]:
    """The items of a calendar, one for each UID, in the order of the occurrences."""
    found = _plans(_shown(occurrences, options), options)
    return tuple(
        Item(
            uid,
            tuple(Entry.of(_event(timetabled(each), options, sequences)) for each in written),
            is_bare=any(each.is_busy for each in written),
        )
        for uid, written in found.items()
    )


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


def _planned(occurrences: Iterable[Occurrence], options: CalendarOptions) -> Sequence[Timetabled]:
    return [timetabled(each) for of_uid in _plans(occurrences, options).values() for each in of_uid]


def _plans(occurrences: Iterable[Occurrence], options: CalendarOptions) -> Mapping[str, tuple[Plan, ...]]:
    return screened(plans(occurrences, expanded=options.expanded), options.private)


def _event(found: Timetabled, options: CalendarOptions, sequences: Mapping[str, int]) -> bytes:
    return event(found, options, sequences.get(found.plan.occurrence.programme.address, 0))


def _opened(occurrences: Sequence[Occurrence], options: CalendarOptions) -> bytes:
    programmes = tuple({each.programme.id: each.programme for each in occurrences}.values())
    return opened_calendar(programmes, {each.zone for each in occurrences if each.zone}, options)


def _file(opened: bytes, written: Sequence[Item], definitions: Mapping[str, bytes]) -> bytes:
    zones = (_zone(tzid, *years, definitions) for tzid, years in zones_in_use(written).items())
    return b"".join((opened, *zones, *(each.data for each in written), closed_calendar()))


def _zone(tzid: str, first: int, last: int, definitions: Mapping[str, bytes]) -> bytes:
    return timezone(tzid, first, last) if is_zone(tzid) else definitions.get(tzid, b"")
