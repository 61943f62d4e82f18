"""A schedule as a programme: what it cannot tell is not invented, and what a programme cannot is counted."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from agendacli.formats.frab.names import is_guid, programme_id_in, session_id_in
from agendacli.formats.frab.read.counted import common_license, left_out_of
from agendacli.formats.frab.read.people import FrabPeople
from agendacli.formats.frab.read.states import is_gone, status_by_state
from agendacli.formats.frab.read.times import ScheduleClocks, clocks_of, day_in, time_of
from agendacli.formats.frab.schedule import BETWEEN_ROOMS, FrabEvent, FrabSchedule
from agendacli.formats.given import Given
from agendacli.formats.html_text import text_of_html
from agendacli.model.codes import EMPTY
from agendacli.model.exchange_codes import SCHEDULE_WAITING
from agendacli.model.findings import Findings
from agendacli.model.large.gc_paused import undisturbed
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.said import Said
from agendacli.model.span import Span
from agendacli.model.when import DAY, Days, Timed, days_touched
from agendacli.words.cancelled import title_if_cancelled
from agendacli.words.directory import Directory
from agendacli.words.ids import free_id, read_id, slug
from agendacli.words.kinds import is_transparent, kind_in_title
from agendacli.words.lists import listed

_UNTITLED = "(no title)"
_HTML = re.compile(
    r"</?(?:p|br|ul|ol|li|a|b|i|em|strong|div|h[1-6]|blockquote|span)\b[^<>]*>|&(?:\w+|#\d+);", re.IGNORECASE
)


def programme_of_schedule(schedule: FrabSchedule, given: Given, findings: Findings) -> Said:
    """The programme of a schedule; None where it has no events, or no clocks on which they are."""
    counted = left_out_of(schedule)
    schedule = schedule._replace(events=_that_count(schedule, given, findings))
    clocks = clocks_of(schedule, given, findings) if schedule.events else None
    if clocks is None:
        return Said(None, findings.all, left_out=counted)
    with undisturbed():
        reading = _Sessions(schedule, clocks, given.known, findings)
        sessions = tuple(reading.read())
    made = _programme(schedule, given, sessions, clocks)
    programme = replace(made, participants=reading.people.seats(schedule.persons))
    return Said(programme, findings.all, left_out=counted)


def _that_count(schedule: FrabSchedule, given: Given, findings: Findings) -> tuple[FrabEvent, ...]:
    """The events that take place, or were to; what waits for a time is told, and so is that there are none."""
    events = tuple(each for each in schedule.events if not is_gone(each))
    waiting = tuple(each for each in events if not each.has_time) if schedule.is_plan else ()
    if waiting:
        names = listed([each.title or each.id for each in waiting])
        findings.report(SCHEDULE_WAITING, waiting[0].span, f"left out, as nothing says when they are: {names}")
    elif not events:
        findings.report(EMPTY, Span(given.file), "the schedule contains no events")
    return tuple(each for each in events if each.has_time) if waiting else events


def _programme(
    schedule: FrabSchedule, given: Given, sessions: tuple[Session, ...], clocks: ScheduleClocks
) -> Programme:
    name = PurePath(given.file).stem
    return Programme(
        id=programme_id_in(schedule.acronym) if schedule.is_own else slug(schedule.acronym or name),
        title=schedule.title or schedule.acronym or name,
        file=given.file,
        kind="meeting" if schedule.is_own else "conference",
        zone=clocks.zone,
        place=_place(schedule, given.known),
        dates=_dates(schedule, sessions, clocks),
        url=schedule.url or None,
        revision=day_in(schedule.version) if schedule.is_own else None,
        description=_plain(schedule.description) or None,
        sessions=sessions,
        license=common_license(schedule),
        format=schedule.format,
        span=Span(given.file),
    )


def _place(schedule: FrabSchedule, known: Directory) -> Place:
    city = known.city(schedule.city) if schedule.city else None
    if city is None:
        return Place(schedule.city or None, venue=schedule.venue or None)
    return Place(
        city.name, country=city.country, venue=schedule.venue or None, coordinates=city.coordinates, zone=city.zone
    )


def _dates(schedule: FrabSchedule, sessions: Iterable[Session], clocks: ScheduleClocks) -> Days | None:
    """The stated dates, if everything lies in them."""
    first, last = day_in(schedule.start), day_in(schedule.end)
    if not first or not last or last < first:
        return None
    touched = [days_touched(each.when) for each in sessions]
    is_around = all(first <= start and end <= last + DAY for start, end in touched)
    return Days(first, last + DAY, clocks.zone) if is_around else None


class _Sessions:
    """The sessions of one schedule, with ids that none has twice."""

    def __init__(self, schedule: FrabSchedule, clocks: ScheduleClocks, known: Directory, findings: Findings) -> None:
        self._schedule, self._clocks, self._findings = schedule, clocks, findings
        self.people = FrabPeople(known, says_positions=not schedule.is_own)
        self._taken: set[str] = set()
        self._guids: set[str] = set()
        self._ids: dict[str, str] = {}
        self._rooms_of: dict[str, tuple[str, ...]] = {}

    def read(self) -> Iterator[Session]:
        """Every event that has a time."""
        for each in self._schedule.events:
            when = time_of(each, self._clocks, self._findings)
            if when:
                yield self._session(each, when)

    def _session(self, event: FrabEvent, when: Timed) -> Session:
        title = title_if_cancelled(event.title)
        kind = " ".join(event.type.casefold().split()) or kind_in_title(event.title)
        rooms = self._rooms(event)
        return Session(
            self._id(event),
            title or event.title or _UNTITLED,
            when,
            kind=kind,
            status=status_by_state(event) if title is None else Status.CANCELLED,
            transparent=is_transparent(kind),
            room=", ".join(rooms) or None,
            rooms=rooms if rooms[1:] else (),
            participants=self.people.seats(event.persons),
            description=self._description(event),
            url=event.url if "://" in event.url else None,
            join=(event.join,) if "://" in event.join else (),
            notes=(event.subtitle,) if event.subtitle else (),
            categories=tuple(dict.fromkeys(filter(None, (event.track, *event.categories)))),
            parent=self._ids.get(event.parent) if event.parent else None,
            uid=self._uid(event),
            span=event.span,
        )

    def _rooms(self, event: FrabEvent) -> tuple[str, ...]:
        """Its rooms, else those of the block in which it is held."""
        found = event.rooms or self._room(event) or self._rooms_of.get(event.parent, ())
        if event.id:
            self._rooms_of[event.id] = found
        return found

    def _room(self, event: FrabEvent) -> tuple[str, ...]:
        if not event.room:
            return ()
        return tuple(event.room.split(BETWEEN_ROOMS)) if self._schedule.is_own else (event.room,)

    def _id(self, event: FrabEvent) -> str:
        """The id in a slug of ours; else that of the file, which stays when the title changes."""
        said = session_id_in(event.slug) if self._schedule.is_own else event.id.casefold()
        found = free_id(read_id(said) or slug(event.slug or event.title or event.guid), self._taken)
        self._taken.add(found)
        self._ids.setdefault(event.id, found)
        return found

    def _description(self, event: FrabEvent) -> str | None:
        texts = filter(None, (event.abstract, event.description))
        return "\n\n".join(dict.fromkeys(texts if self._schedule.is_own else map(_plain, texts))) or None

    def _uid(self, event: FrabEvent) -> str | None:
        """The guid, which calendars may know it by; of several events only the first has it."""
        guid = event.guid.lower()
        if self._schedule.is_own or not is_guid(guid) or guid in self._guids:
            return None
        self._guids.add(guid)
        return guid


def _plain(text: str) -> str:
    return text_of_html(text) if _HTML.search(text) else text
