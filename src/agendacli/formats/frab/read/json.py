"""A schedule.json as the texts that stand in it: the first version, which has days and rooms, and the flat second."""

from collections.abc import Iterable, Iterator
from typing import Any

from agendacli.formats.frab.read.programme import programme_of_schedule
from agendacli.formats.frab.schedule import GENERATOR, FrabEvent, FrabPerson, FrabSchedule
from agendacli.formats.given import Given
from agendacli.formats.json_values import (
    JsonObject,
    JsonPlaces,
    list_in,
    object_in,
    objects_in,
    parsed_json,
    text_in,
)
from agendacli.model.findings import Findings
from agendacli.model.said import Said

_LISTED = ("links", "attachments")
_EXTRAS = ("language", "logo", "feedback_url", "origin_url")
_TEXTS = (
    "id", "guid", "slug", "title", "subtitle", "type", "track", "abstract", "description", "url", "date", "start",
    "end", "duration",
)  # fmt: skip
_FLAT_TEXTS = tuple(each for each in _TEXTS if each not in ("id", "type", "date", "start"))
_ROLES = {"moderator": "moderator", "host": "host", "contributor": "participant", "guest": "participant"}
_NO_TYPES = ("other", "meta")


def read_json(given: Given) -> Said:
    """The programme that the bytes of a schedule.json say; faults are told, nothing is raised."""
    findings = Findings()
    said = parsed_json(given, findings)
    if said is None:
        return Said(None, findings.all)
    return programme_of_schedule(_schedule(object_in(said), JsonPlaces(given)), given, findings)


def _schedule(said: JsonObject, places: JsonPlaces) -> FrabSchedule:
    schedule = object_in(said.get("schedule"))
    conference = object_in(schedule.get("conference"))
    is_flat = isinstance(schedule.get("events"), list)
    events = _flat_events(schedule, conference, places) if is_flat else _events(conference, places)
    return FrabSchedule(
        None if is_flat else "json",
        title=text_in(conference, "title"),
        events=tuple(events),
        acronym=text_in(conference, "acronym"),
        start=text_in(conference, "start"),
        end=text_in(conference, "end"),
        zone_name=text_in(conference, "time_zone_name"),
        url=text_in(conference, "url"),
        version=text_in(schedule, "version"),
        is_own=object_in(said.get("generator")).get("name") == GENERATOR,
        has_instants=is_flat,
    )


def _events(conference: JsonObject, places: JsonPlaces) -> Iterator[FrabEvent]:
    for day in objects_in(conference.get("days")):
        for room, events in object_in(day.get("rooms")).items():
            for event in objects_in(events):
                yield _event(event, room, text_in(day, "date"), places)


def _event(event: JsonObject, room: str, day: str, places: JsonPlaces) -> FrabEvent:
    return FrabEvent(
        places.of(str(event.get("guid") or event.get("slug") or "")),
        room=text_in(event, "room") or room.strip(),
        day=day,
        persons=tuple(map(_person, _persons(event))),
        license=text_in(event, "recording_license"),
        extras=tuple(_extras(event, "persons")),
        **_texts(event, _TEXTS),
    )


def _texts(event: JsonObject, names: Iterable[str]) -> dict[str, Any]:
    return {name: text_in(event, name) for name in names}


def _persons(event: JsonObject) -> Iterator[JsonObject]:
    """The persons of an event; of one that is only a name that."""
    for each in list_in(event.get("persons")):
        found: JsonObject = {"name": each} if isinstance(each, str) else each
        if isinstance(found, dict):
            yield found


def _person(person: JsonObject) -> FrabPerson:
    role = _ROLES.get(text_in(person, "role").casefold(), "speaker")
    return FrabPerson(
        text_in(person, "public_name", "full_public_name", "name"), text_in(person, "guid", "id", "code"), role
    )


def _extras(event: JsonObject, persons: str) -> Iterator[str]:
    for name in _LISTED:
        yield from (name for _ in list_in(event.get(name)))
    yield from (name for name in _EXTRAS if event.get(name))
    yield from ("biographies" for each in objects_in(event.get(persons)) if each.get("biography"))


def _flat_events(schedule: JsonObject, conference: JsonObject, places: JsonPlaces) -> Iterator[FrabEvent]:
    """The events of the second version (alpha, c3voc.de/schema/schedule2): instants, roles, a state, rooms by guid."""
    rooms = {text_in(each, "guid"): text_in(each, "name") for each in objects_in(conference.get("rooms"))}
    for event in objects_in(schedule.get("events")):
        room = object_in(event.get("room"))
        kind = text_in(event, "type").replace("_", " ").casefold()
        yield FrabEvent(
            places.of(text_in(event, "guid", "title")),
            **_texts(event, _FLAT_TEXTS),
            id=text_in(event, "code", "id"),
            type="" if kind in _NO_TYPES else kind,
            date=text_in(event, "start"),
            room=text_in(room, "name") or rooms.get(text_in(room, "guid"), "") or text_in(event, "room"),
            persons=tuple(map(_person, objects_in(event.get("participants")))),
            state=text_in(event, "state"),
            extras=tuple(_extras(event, "participants")),
        )
