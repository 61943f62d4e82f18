"""The programme for search engines: `Event`s of schema.org as JSON-LD."""

from collections.abc import Iterator

from htpy import Element, script

from agendacli.analysis.event_dates import event_dates
from agendacli.analysis.timetable.sections import Timetable
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Status
from agendacli.model.when import Days, Timed, When
from agendacli.model.zones import instant, wall
from agendacli.render.page.embedding import embedded

_MOST_PARTS = 200  # of a larger programme the whole alone: a third of the page would be said twice
_CANCELLED = "https://schema.org/EventCancelled"


def linked_data(timetable: Timetable) -> Element:
    """Each programme with its sessions that have a day; nothing stands there that is not known."""
    found: dict[str, list[Occurrence]] = {}
    for each in (one for part in timetable.sections for one in part.occurrences):
        found.setdefault(each.programme.id, []).append(each)
    events = [_event(each, found[each.id]) for each in timetable.programmes]
    return script(type="application/ld+json")[embedded([{"@context": "https://schema.org", **each} for each in events])]


def _event(programme: Programme, occurrences: list[Occurrence]) -> dict[str, object]:
    found = [each for each in occurrences if isinstance(each.when, Timed | Days) and not each.session.transparent]
    parts = [_part(each) for each in found] if len(found) <= _MOST_PARTS else []
    when = event_dates(programme)
    return {
        "@type": "Event",
        "name": programme.title,
        **(_dates(when) if when else {}),
        **_state(programme.status),
        **_place(programme.place, programme.room),
        **({"subEvent": parts} if parts else {}),
        **_terms(programme.license),
    }


def _part(occurrence: Occurrence) -> dict[str, object]:
    place = _place(occurrence.place if occurrence.session.place else Place(), occurrence.room)
    return {
        "@type": "Event",
        "name": occurrence.session.title,
        **_dates(occurrence.when),
        **_state(occurrence.status),
        **place,
    }


def _dates(when: When) -> dict[str, object]:
    """The start, and the last day or the end where it is known."""
    if isinstance(when, Timed):
        return dict(_moments(when))
    if isinstance(when, Days):
        return {"startDate": str(when.start), "endDate": str(when.end.fromordinal(when.end.toordinal() - 1))}
    return {}


def _moments(when: Timed) -> Iterator[tuple[str, object]]:
    yield "startDate", wall(instant(when.start, when.zone), when.zone).isoformat(timespec="minutes")
    if when.end:
        yield "endDate", wall(instant(when.end, when.zone), when.zone).isoformat(timespec="minutes")


def _state(status: Status) -> dict[str, object]:
    return {"eventStatus": _CANCELLED} if status is Status.CANCELLED else {}


def _terms(license_: str | None) -> dict[str, object]:
    """The licence of what is written about an event: an event itself has none in schema.org."""
    return {"subjectOf": {"@type": "CreativeWork", "license": license_}} if license_ else {}


def _place(place: Place, room: str | None) -> dict[str, object]:
    name = ", ".join(filter(None, (room, str(place))))
    return {"location": {"@type": "Place", "name": name}} if name else {}
