"""The sessions of a programme as events of a schedule, and what a schedule has no place for."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from agendacli.formats.exported import Losses, ToExport
from agendacli.formats.frab.names import acronym_of, event_number, guid_of, is_guid, slug_of
from agendacli.formats.frab.schedule import BETWEEN_ROOMS, FrabEvent, FrabPerson, FrabSchedule
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.programme import Programme, Status
from agendacli.model.span import Span
from agendacli.model.when import Timed, days_touched
from agendacli.model.zones import instant, wall
from agendacli.words.cancelled import marked_cancelled

_NOWHERE = Span("")
_LONGEST = timedelta(hours=100)
_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)
_ROLE = "speaker"
_NO_TIME = "as a schedule has no place for what has no hours or no end"
_TOO_LONG = "as no event of a schedule takes 100 hours"


def schedule_of(asked: ToExport, name: str, losses: Losses) -> FrabSchedule:
    """The schedule, in the format of that name, of the one programme asked for; what it has no place for is counted."""
    programme = asked.programmes[0]
    zone = asked.zone or _zone(programme, asked.occurrences)
    events = tuple(_Events(asked, zone, losses).written())
    days = [each.day for each in events]
    dates = [str(days_touched(programme.dates)[0])] if programme.dates else []
    last = [str(days_touched(programme.dates)[1] - timedelta(days=1))] if programme.dates else []
    _count_of_programme(programme, losses)
    return FrabSchedule(
        name,
        title=asked.title or programme.title,
        events=events,
        acronym=acronym_of(programme.id),
        start=min([*days, *dates], default=""),
        end=max([*days, *last], default=""),
        zone_name=zone,
        url=_web(programme.url),
        version=str(programme.revision or "1"),
        is_own=True,
    )


def _zone(programme: Programme, occurrences: Iterable[Occurrence]) -> str:
    """The zone of the programme, else the one that most of its sessions have."""
    zones = Counter(each.when.zone for each in occurrences if isinstance(each.when, Timed))
    return programme.zone or max(zones, key=lambda each: zones[each], default="UTC")


def _count_of_programme(programme: Programme, losses: Losses) -> None:
    losses.count("place", "places", 1 if programme.place.city or programme.place.venue else 0)
    losses.count(
        "person of the programme as a whole", "people of the programme as a whole", len(programme.participants)
    )


class _Events:
    """Writes occurrences as events, in order of their days; no number appears twice."""

    def __init__(self, asked: ToExport, zone: str, losses: Losses) -> None:
        self._asked, self._zone, self._losses = asked, zone, losses
        self._taken: set[int] = set()

    def written(self) -> Iterator[FrabEvent]:
        """An event for each occurrence that has a start and an end."""
        for each in self._asked.occurrences:
            if not isinstance(each.when, Timed) or each.when.end is None:
                self._losses.session(each, _NO_TIME)
            elif (length := _length(each.when)) >= _LONGEST:
                self._losses.session(each, _TOO_LONG)
            else:
                yield self._event(each, each.when, length)

    def _event(self, occurrence: Occurrence, when: Timed, length: timedelta) -> FrabEvent:
        session = occurrence.session
        part = _session_part(occurrence)
        guid = _guid(occurrence, part)
        start, end = (self._shown(each, when.zone) for each in (when.start, when.end or when.start))
        self._count(occurrence, is_of_zone=start.replace(tzinfo=None) == when.start)
        return FrabEvent(
            _NOWHERE,
            id=str(event_number(guid, self._taken)),
            guid=guid,
            slug=slug_of(occurrence.programme.id, part),
            title=marked_cancelled(session.title) if occurrence.status is Status.CANCELLED else session.title,
            subtitle=next(iter(session.notes), ""),
            type=session.kind,
            track=next(iter(session.categories), ""),
            room=BETWEEN_ROOMS.join(occurrence.rooms),
            description=session.description or "",
            url=_web(session.url) or (f"{self._asked.source}#{guid}" if self._asked.source else ""),
            day=str(start.date()),
            date=start.isoformat(),
            start=f"{start:%H:%M}",
            end=end.isoformat(),
            duration=_duration(length),
            persons=tuple(dict.fromkeys(map(_person, session.participants))),
            license=occurrence.programme.license or "",
        )

    def _shown(self, moment: datetime, zone: str) -> datetime:
        return wall(instant(moment, zone), self._zone)

    def _count(self, occurrence: Occurrence, *, is_of_zone: bool) -> None:
        """Count what of a session an event cannot say."""
        session, seats, count = occurrence.session, occurrence.session.participants, self._losses.count
        count("tentative status", "words on being tentative", occurrence.status is Status.TENTATIVE)
        count("role", "roles", sum(each.role != _ROLE for each in seats))
        count("position of a person", "positions of people", sum(each.position is not None for each in seats))
        count("“to be confirmed”", "“to be confirmed”", sum(not each.confirmed for each in seats))
        count("further note", "further notes", len(session.notes[1:]))
        count("further category", "further categories", len(session.categories[1:]))
        count("link to join", "links to join", len(session.join))
        count("place of a session", "places of sessions", bool(session.place and str(session.place)))
        count("block", "blocks", session.parent is not None)
        count("zone of a session", "zones of sessions", not is_of_zone)


def _length(when: Timed) -> timedelta:
    return instant(when.end or when.start, when.zone) - instant(when.start, when.zone)


def _duration(length: timedelta) -> str:
    hours, rest = divmod(length, _HOUR)
    minutes, seconds = divmod(rest, _MINUTE)
    return f"{hours:02}:{minutes:02}" + (f":{seconds.seconds:02}" if seconds.seconds else "")


def _session_part(occurrence: Occurrence) -> str:
    """The id of the session, with the original start behind it for one of several."""
    return occurrence.id.removeprefix(f"{occurrence.programme.address}/").replace("/", "-").casefold()


def _guid(occurrence: Occurrence, part: str) -> str:
    """The guid that the session has already; else one made of the two ids, so that it outlives every change."""
    own = occurrence.session.uid
    if own and is_guid(own) and occurrence.original is None:
        return own.lower()
    return guid_of(f"{occurrence.programme.id}/{part}")


def _person(seat: Participant) -> FrabPerson:
    if seat.person is None:
        return FrabPerson(" ".join(seat.printed.split()))
    return FrabPerson(f"{seat.person.honorific or ''} {seat.person.name}".strip(), guid_of(f"person/{seat.person.id}"))


def _web(address: str | None) -> str:
    """An address of the web; schedules take no other."""
    return address if address and address.startswith(("http://", "https://")) else ""
