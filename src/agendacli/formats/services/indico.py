"""Indico: `/export/event/ID.json?detail=sessions` and `/export/timetable/ID.json`, with date, time and zone apart."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from agendacli.formats.frab.read.programme import programme_of_schedule
from agendacli.formats.frab.schedule import FrabEvent, FrabPerson, FrabSchedule
from agendacli.formats.given import Given
from agendacli.formats.json_values import JsonObject, JsonPlaces, list_in, object_in, objects_in, parsed_json, text_in
from agendacli.model.codes import EMPTY
from agendacli.model.exchange_codes import SCHEDULE_PART
from agendacli.model.findings import Findings
from agendacli.model.said import Said
from agendacli.model.span import Span
from agendacli.model.zones import instant, wall
from agendacli.words.kinds import kind_in_title
from agendacli.words.zones import zone_named

_ROLES = {"speakers": "speaker", "presenters": "speaker", "conveners": "chair", "chairs": "chair"}
_AUTHORS = ("primaryauthors", "coauthors")
_PARTS = ("sessions", "contributions")


class _Found(NamedTuple):
    """An event of Indico and what it consists of: blocks, contributions, breaks."""

    conference: JsonObject
    entries: tuple[JsonObject, ...]


def read_indico(given: Given) -> Said:
    """The programme that an export of Indico says; faults are told, nothing is raised."""
    findings = Findings()
    said = parsed_json(given, findings)
    if said is None:
        return Said(None, findings.all)
    found = tuple(_found(object_in(said).get("results", said)))
    if found[1:]:
        message = f"the file contains {len(found)} events, and the first one is read; export one event a file"
        findings.report(SCHEDULE_PART, Span(given.file), message)
    first = found[0] if found else _Found({}, ())
    if first.conference and not first.entries and not any(name in first.conference for name in _PARTS):
        findings.report(EMPTY, Span(given.file), "the event stands there without its parts; add `?detail=sessions`")
        return Said(None, findings.all)
    return programme_of_schedule(_schedule(first, JsonPlaces(given)), given, findings)


def _found(results: object) -> Iterator[_Found]:
    """The events of an export; those of a timetable have a number and days, and else nothing."""
    if isinstance(results, dict) and "startDate" not in results:
        for event in results.values():
            days = map(object_in, object_in(event).values())
            yield _Found({}, tuple(object_in(entry) for day in days for entry in day.values()))
        return
    loose = []
    for each in objects_in(results) if isinstance(results, list) else [object_in(results)]:
        if text_in(each, "_type") == "Conference":
            yield _Found(each, tuple(entry for name in _PARTS for entry in objects_in(each.get(name))))
        else:
            loose.append(each)
    if loose:
        yield _Found({}, tuple(loose))


def _schedule(found: _Found, places: JsonPlaces) -> FrabSchedule:
    conference = found.conference
    dates = [object_in(each.get("startDate")) for each in (conference, *found.entries)]
    start, end = (text_in(object_in(conference.get(name)), "date") for name in ("startDate", "endDate"))
    return FrabSchedule(
        None,
        title=text_in(conference, "title"),
        events=tuple(_events(found.entries, places)),
        start=start,
        end=end,
        venue=text_in(conference, "location"),
        zone_name=text_in(conference, "timezone") or next(filter(None, (text_in(each, "tz") for each in dates)), ""),
        url=text_in(conference, "url"),
        has_instants=True,
        is_plan=True,
        persons=tuple(_persons(conference)),
        description=text_in(conference, "description"),
        extras=tuple(_extras(conference)),
    )


def _events(entries: Iterable[JsonObject], places: JsonPlaces, parent: str = "") -> Iterator[FrabEvent]:
    """The entries, each block before what is held in it."""
    for each in entries:
        event = _event(each, places)._replace(parent=parent)
        yield event
        if not parent:
            held = (*objects_in(each.get("contributions")), *map(object_in, object_in(each.get("entries")).values()))
            yield from _events(held, places, event.id)


def _event(entry: JsonObject, places: JsonPlaces) -> FrabEvent:
    session = entry.get("session")
    return FrabEvent(
        places.of(text_in(entry, "title")),
        id=_id(entry),
        title=_title(entry),
        type=_kind(entry),
        track=text_in(entry, "track"),
        categories=(*filter(None, [session] if isinstance(session, str) else []), *_keywords(entry)),
        room=text_in(entry, "roomFullname", "room"),
        description=text_in(entry, "description") or text_in(object_in(session), "description"),
        url=text_in(entry, "url"),
        date=_moment(object_in(entry.get("startDate"))),
        end=_moment(object_in(entry.get("endDate"))),
        duration=text_in(entry, "duration"),
        persons=tuple(_persons(entry)),
        extras=tuple(_extras(entry)),
    )


def _keywords(entry: JsonObject) -> Iterator[str]:
    return (each for each in list_in(entry.get("keywords")) if isinstance(each, str))


def _id(entry: JsonObject) -> str:
    """Its number behind a letter, as timetables have it: those of blocks and contributions are the same."""
    letter = "s" if _is_block(entry) else "b" if _is_break(entry) else "c"
    number = text_in(entry, "sessionSlotId" if letter == "s" else "contributionId", "id")
    return number if number.startswith(letter) else f"{letter}{number}"


def _is_block(entry: JsonObject) -> bool:
    return text_in(entry, "entryType") == "Session" or text_in(entry, "_type") == "SessionSlot"


def _is_break(entry: JsonObject) -> bool:
    return text_in(entry, "entryType") == "Break" or text_in(entry, "_type").startswith("Break")


def _title(entry: JsonObject) -> str:
    title, part = text_in(entry, "title"), text_in(entry, "slotTitle")
    return f"{title}: {part}" if part and part not in title else title


def _kind(entry: JsonObject) -> str:
    found = kind_in_title(text_in(entry, "title"))
    if _is_break(entry):
        return "break" if found == "session" else found
    is_poster = entry.get("isPoster") is True or object_in(entry.get("session")).get("isPoster") is True
    return "poster session" if is_poster else text_in(entry, "type") or found


def _moment(said: JsonObject) -> str:
    """A date, a time and a zone as one text; without a zone that is known the offset is left out."""
    text = "T".join(filter(None, (text_in(said, "date"), text_in(said, "time"))))
    zone = zone_named(text_in(said, "tz")) if said else None
    try:
        naive = datetime.fromisoformat(text).replace(tzinfo=None)
        return wall(instant(naive, zone), zone).isoformat() if zone else text
    except (ValueError, OverflowError):
        return text


def _persons(entry: JsonObject) -> Iterator[FrabPerson]:
    """Who speaks and who chairs. Numbers of persons are those of the entry in old exports, and tell nobody apart."""
    for name, role in _ROLES.items():
        for each in objects_in(entry.get(name)):
            yield FrabPerson(_name(each), text_in(each, "emailHash"), role, text_in(each, "affiliation"))


def _name(person: JsonObject) -> str:
    return (
        text_in(person, "fullName", "name") or f"{text_in(person, 'firstName')} {text_in(person, 'familyName')}".strip()
    )


def _extras(entry: JsonObject) -> Iterator[str]:
    speakers = {_name(each) for each in objects_in(entry.get("speakers"))}
    authors = (_name(each) for name in _AUTHORS for each in objects_in(entry.get(name)))
    yield from ("authors" for each in authors if each not in speakers)
    yield from ("parts" for _ in list_in(entry.get("subContributions")))
    yield from ("references" for _ in list_in(entry.get("references")))
    yield from (
        "attachments" for folder in objects_in(entry.get("folders")) for _ in list_in(folder.get("attachments"))
    )
    yield from ("attachments" for _ in list_in(object_in(entry.get("attachments")).get("files")))
    if text_in(object_in(entry.get("note")), "html"):
        yield "minutes"
