"""A schedule as a programme: what it cannot tell is not invented, and what a programme cannot is counted."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from agendacli.formats.frab.names import is_guid, programme_id_in, session_id_in
from agendacli.formats.frab.read.people import FrabPeople
from agendacli.formats.frab.read.times import ScheduleClocks, clocks_of, day_in, time_of
from agendacli.formats.frab.schedule import BETWEEN_ROOMS, FrabEvent, FrabSchedule
from agendacli.formats.given import Given
from agendacli.formats.html_text import text_of_html
from agendacli.model.codes import EMPTY
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

_UNTITLED = "(no title)"
_HTML = re.compile(
    r"</?(?:p|br|ul|ol|li|a|b|i|em|strong|div|h[1-6]|blockquote|span)\b[^<>]*>|&(?:\w+|#\d+);", re.IGNORECASE
)
_EXTRAS = {
    "language": ("language", "languages"),
    "links": ("link", "links"),
    "attachments": ("attachment", "attachments"),
    "biographies": ("biography", "biographies"),
    "logo": ("picture", "pictures"),
    "recording": ("word on recording", "words on recording"),
    "recording_license": ("licence of a recording", "licences of recordings"),
    "video_download_url": ("recording", "recordings"),
    "feedback_url": ("address for feedback", "addresses for feedback"),
    "origin_url": ("address of its origin", "addresses of their origin"),
}


def programme_of_schedule(schedule: FrabSchedule, given: Given, findings: Findings) -> Said:
    """The programme of a schedule; None where it has no events, or no clocks on which they are."""
    if not schedule.events:
        findings.report(EMPTY, Span(given.file), "the schedule holds no events")
        return Said(None, findings.all)
    clocks = clocks_of(schedule, given, findings)
    if clocks is None:
        return Said(None, findings.all)
    with undisturbed():
        sessions = tuple(_Sessions(schedule, clocks, given.known, findings).read())
    programme = _programme(schedule, given, sessions, clocks)
    return Said(programme, findings.all, left_out=_left_out(schedule.events))


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
        sessions=sessions,
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
        self._people = FrabPeople(known, says_positions=not schedule.is_own)
        self._taken: set[str] = set()
        self._guids: set[str] = set()

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
            status=Status.CONFIRMED if title is None else Status.CANCELLED,
            transparent=is_transparent(kind),
            room=", ".join(rooms) or None,
            rooms=rooms if rooms[1:] else (),
            participants=self._people.seats(event.persons),
            description=self._description(event),
            url=event.url if "://" in event.url else None,
            notes=(event.subtitle,) if event.subtitle else (),
            categories=(event.track,) if event.track else (),
            uid=self._uid(event),
            span=event.span,
        )

    def _rooms(self, event: FrabEvent) -> tuple[str, ...]:
        if not event.room:
            return ()
        return tuple(event.room.split(BETWEEN_ROOMS)) if self._schedule.is_own else (event.room,)

    def _id(self, event: FrabEvent) -> str:
        """The id in a slug of ours; else that of the file, which stays when the title changes."""
        said = session_id_in(event.slug) if self._schedule.is_own else event.id.casefold()
        found = free_id(read_id(said) or slug(event.slug or event.title or event.guid), self._taken)
        self._taken.add(found)
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


def _left_out(events: Iterable[FrabEvent]) -> tuple[str, ...]:
    counts = Counter(name for each in events for name in each.extras)
    return tuple(f"{counts[name]} {words[counts[name] > 1]}" for name, words in _EXTRAS.items() if counts[name])
