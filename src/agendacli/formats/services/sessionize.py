"""Sessionize: its views “All”, “Sessions” and “GridSmart”. Times are those of the place, and no view names its zone."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from agendacli.formats.frab.read.programme import programme_of_schedule
from agendacli.formats.frab.schedule import FrabEvent, FrabPerson, FrabSchedule
from agendacli.formats.given import Given
from agendacli.formats.json_values import JsonObject, JsonPlaces, list_in, object_in, objects_in, parsed_json, text_in
from agendacli.model.findings import Findings
from agendacli.model.said import Said
from agendacli.words.kinds import kind_in_title

_KIND_HEADINGS = ("format", "type")
_LANGUAGE_HEADINGS = ("language", "sprache", "langue", "idioma", "lingua")


class _Named(NamedTuple):
    """What sessions of the view “All” name by number: rooms, speakers, and categories with their headings."""

    rooms: Mapping[str, str]
    speakers: Mapping[str, str]
    categories: Mapping[str, tuple[str, str]]


def read_sessionize(given: Given) -> Said:
    """The programme that a view of Sessionize says; faults are told, nothing is raised."""
    findings = Findings()
    said = parsed_json(given, findings)
    if said is None:
        return Said(None, findings.all)
    events, whole = _events(said, JsonPlaces(given)), tuple(_extras_of_speakers(object_in(said)))
    schedule = FrabSchedule(None, title="", events=events, has_instants=True, is_plan=True, extras=whole)
    return programme_of_schedule(schedule, given, findings)


def _events(said: object, places: JsonPlaces) -> tuple[FrabEvent, ...]:
    """The sessions; what stands in several rooms at once is one."""
    named = _named(object_in(said))
    found: dict[tuple[str, str], FrabEvent] = {}
    for each in _sessions(said):
        event = _event(each, named, places)
        same = found.setdefault((event.id or event.title, event.date), event)
        if event.room not in (same.room, *same.rooms, ""):
            found[same.id or same.title, same.date] = same._replace(rooms=(*(same.rooms or (same.room,)), event.room))
    return tuple(found.values())


def _sessions(said: object) -> Iterator[JsonObject]:
    """Every session of a view: by itself, in a group, or in the rooms of a day."""
    if isinstance(said, dict):
        yield from objects_in(said.get("sessions"))
    for each in objects_in(said):
        if "rooms" in each:
            yield from (one for room in objects_in(each["rooms"]) for one in objects_in(room.get("sessions")))
        elif "sessions" in each:
            yield from objects_in(each["sessions"])
        else:
            yield each


def _named(said: JsonObject) -> _Named:
    return _Named(
        {text_in(each, "id"): text_in(each, "name") for each in objects_in(said.get("rooms"))},
        {text_in(each, "id"): _name(each) for each in objects_in(said.get("speakers"))},
        {
            text_in(item, "id"): (text_in(each, "title"), text_in(item, "name"))
            for each in objects_in(said.get("categories"))
            for item in objects_in(each.get("items"))
        },
    )


def _name(speaker: JsonObject) -> str:
    return text_in(speaker, "fullName", "name") or f"{text_in(speaker, 'firstName')} {text_in(speaker, 'lastName')}"


def _event(session: JsonObject, named: _Named, places: JsonPlaces) -> FrabEvent:
    categories = tuple(_categories(session, named))
    languages = [name for heading, name in categories if heading.endswith(_LANGUAGE_HEADINGS)]
    kinds = [name for heading, name in categories if heading.endswith(_KIND_HEADINGS)]
    return FrabEvent(
        places.of(text_in(session, "id", "title")),
        id=text_in(session, "id"),
        title=text_in(session, "title"),
        type=next(iter(kinds), _kind(session)),
        room=text_in(session, "room") or named.rooms.get(text_in(session, "roomId"), ""),
        categories=tuple(name for _, name in categories if name not in (*kinds, *languages)),
        description=text_in(session, "description"),
        date=text_in(session, "startsAt"),
        end=text_in(session, "endsAt"),
        persons=tuple(_persons(session, named)),
        join=text_in(session, "liveUrl"),
        state=_state(session),
        extras=(*("language" for _ in languages), *_extras(session)),
    )


def _categories(session: JsonObject, named: _Named) -> Iterator[tuple[str, str]]:
    """The categories of a session, each behind its heading."""
    for each in list_in(session.get("categoryItems")):
        heading, name = named.categories.get(str(each), ("", ""))
        yield heading.casefold(), name
    for each in objects_in(session.get("categories")):
        for item in objects_in(each.get("categoryItems")):
            yield text_in(each, "name").casefold(), text_in(item, "name")


def _kind(session: JsonObject) -> str:
    kind = kind_in_title(text_in(session, "title"))
    is_plenary = session.get("isPlenumSession") is True and session.get("isServiceSession") is not True
    return "plenary" if is_plenary and kind == "session" else kind


def _persons(session: JsonObject, named: _Named) -> Iterator[FrabPerson]:
    for each in list_in(session.get("speakers")):
        key = text_in(each, "id") if isinstance(each, dict) else str(each)
        yield FrabPerson(named.speakers.get(key) or _name(object_in(each)).strip(), key)


def _state(session: JsonObject) -> str:
    """The state of a session: what was accepted counts, unless its speakers know of it and have not said yes."""
    state = text_in(session, "status")
    waits = session.get("isInformed") is True and session.get("isConfirmed") is False
    return state if state.casefold() != "accepted" else "unconfirmed" if waits else ""


def _extras(session: JsonObject) -> Iterator[str]:
    yield from ("answers" for _ in list_in(session.get("questionAnswers")))
    if session.get("recordingUrl"):
        yield "video_download_url"


def _extras_of_speakers(said: JsonObject) -> Iterator[str]:
    for each in objects_in(said.get("speakers")):
        yield from ("biographies" for _ in filter(None, [each.get("bio")]))
        yield from ("logo" for _ in filter(None, [each.get("profilePicture")]))
        yield from ("answers" for _ in list_in(each.get("questionAnswers")))
