"""pretalx: its REST API (talks, submissions, slots, a schedule), and the JSON from which its pages draw themselves."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from agendacli.formats.frab.read.programme import programme_of_schedule
from agendacli.formats.frab.schedule import FrabEvent, FrabPerson, FrabSchedule
from agendacli.formats.given import Given
from agendacli.formats.json_values import (
    JsonObject,
    JsonPlaces,
    list_in,
    object_in,
    objects_in,
    parsed_json,
    text_in,
    text_of_json,
)
from agendacli.model.exchange_codes import SCHEDULE_PART
from agendacli.model.findings import Findings
from agendacli.model.said import Said
from agendacli.model.span import Span
from agendacli.words.kinds import kind_in_title

_LISTS = ("results", "slots", "talks", "breaks")
_SLOTS = ("slots", "slot")


class _Named(NamedTuple):
    """What talks name by number or code alone."""

    rooms: Mapping[str, str]
    tracks: Mapping[str, str]
    speakers: Mapping[str, str]


def read_pretalx(given: Given) -> Said:
    """The programme that an answer of pretalx says; faults are told, nothing is raised."""
    findings = Findings()
    parsed = parsed_json(given, findings)
    if parsed is None:
        return Said(None, findings.all)
    said = object_in(parsed)
    _tell_pages(said, given, findings)
    schedule = FrabSchedule(
        None,
        title="",
        events=tuple(_events(parsed, JsonPlaces(given))),
        zone_name=text_in(said, "timezone"),
        has_instants=True,
        is_plan=True,
    )
    return programme_of_schedule(schedule, given, findings)


def _tell_pages(said: JsonObject, given: Given, findings: Findings) -> None:
    """Tell that the list goes on elsewhere."""
    if said.get("next"):
        message = f"the file contains {len(list_in(said.get('results')))} of {text_in(said, 'count')} talks"
        findings.report(SCHEDULE_PART, Span(given.file), f"{message}; fetch all at once, as with `?limit=1000`")


def _events(parsed: object, places: JsonPlaces) -> Iterator[FrabEvent]:
    said = object_in(parsed)
    rooms, tracks = (
        {text_in(each, "id"): text_in(each, "name") for each in objects_in(said.get(name))}
        for name in ("rooms", "tracks")
    )
    speakers = {text_in(each, "code"): text_in(each, "name") for each in objects_in(said.get("speakers"))}
    named = _Named(rooms, tracks, speakers)
    items = list_in(parsed) or [each for name in _LISTS for each in list_in(said.get(name))]
    for talk, slot in _held(map(object_in, items)):
        yield _event(talk, slot, named, places)


def _held(items: Iterator[JsonObject]) -> Iterator[tuple[JsonObject, JsonObject]]:
    """Each talk with each of its slots; one that has none is alone, and so is a break."""
    for item in items:
        if "submission" in item:
            talk = item["submission"]
            yield (talk if isinstance(talk, dict) else {"code": talk}), item
        elif any(name in item for name in _SLOTS):
            slots = [each for each in (*list_in(item.get("slots")), item.get("slot")) if isinstance(each, dict)]
            yield from ((item, each) for each in slots or [{}])
        else:
            yield item, item


def _event(talk: JsonObject, slot: JsonObject, named: _Named, places: JsonPlaces) -> FrabEvent:
    is_break = not text_in(talk, "code")
    title = text_in(talk, "title") or text_in(slot, "description") or text_in(talk, "code")
    persons = tuple(_persons(talk, named))
    return FrabEvent(
        places.of(text_in(talk, "code") or title),
        id=text_in(talk, "code"),
        title=title,
        type=_kind_of_break(title) if is_break else _named_text(talk, "submission_type", {}),
        track=_named_text(talk, "track", named.tracks),
        room=_named_text(slot, "room", named.rooms) or text_of_json(slot.get("room")),
        abstract=text_in(talk, "abstract"),
        description="" if is_break else text_in(talk, "description"),
        date=text_in(slot, "start"),
        end=text_in(slot, "end"),
        duration=text_in(talk, "duration"),
        persons=tuple(each for each in persons if each.name),
        state=text_in(talk, "state"),
        extras=(*("codes" for each in persons if not each.name), *_extras(talk)),
    )


def _kind_of_break(title: str) -> str:
    found = kind_in_title(title)
    return "break" if found == "session" else found


def _named_text(said: JsonObject, name: str, names: Mapping[str, str]) -> str:
    """A name, or what a number stands for; empty for one that stands for nothing that is there."""
    found = text_of_json(said.get(name))
    return names.get(found, "") if found.isdigit() else found


def _persons(talk: JsonObject, named: _Named) -> Iterator[FrabPerson]:
    """The speakers, nameless where only a code is there that the file does not explain."""
    for each in list_in(talk.get("speakers")):
        code = text_in(each, "code") if isinstance(each, dict) else str(each)
        yield FrabPerson(text_in(object_in(each), "name") or named.speakers.get(code, ""), code)


def _extras(talk: JsonObject) -> Iterator[str]:
    yield from ("language" for _ in filter(None, [talk.get("content_locale")]))
    yield from ("logo" for _ in filter(None, [talk.get("image")]))
    yield from ("recording" for _ in filter(None, [talk.get("do_not_record")]))
    yield from ("attachments" for _ in list_in(talk.get("resources")))
    yield from ("answers" for _ in list_in(talk.get("answers")))
    yield from ("biographies" for each in objects_in(talk.get("speakers")) if each.get("biography"))
