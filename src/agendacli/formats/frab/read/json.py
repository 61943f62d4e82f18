"""A schedule.json, of the first version, as the texts that stand in it."""

import json
from collections.abc import Iterator
from typing import Any

from agendacli.formats.frab.read.programme import programme_of_schedule
from agendacli.formats.frab.schedule import GENERATOR, FrabEvent, FrabPerson, FrabSchedule
from agendacli.formats.given import Given
from agendacli.model.exchange_codes import SCHEDULE_SYNTAX
from agendacli.model.findings import Findings
from agendacli.model.said import Said
from agendacli.model.span import Span

_LISTED = ("links", "attachments")
_EXTRAS = ("language", "logo", "recording_license", "feedback_url", "origin_url")
_TEXTS = (
    "id", "guid", "slug", "title", "subtitle", "type", "track", "abstract", "description", "url", "date", "start",
    "end", "duration",
)  # fmt: skip


def read_json(given: Given) -> Said:
    """The programme that the bytes of a schedule.json say; faults are told, nothing is raised."""
    findings = Findings()
    text = given.data.decode("utf-8-sig", "replace")
    said = _parsed(text, given.file, findings)
    if said is None:
        return Said(None, findings.all)
    return programme_of_schedule(_schedule(said, text, given.file), given, findings)


def _parsed(text: str, file: str, findings: Findings) -> dict[str, Any] | None:
    """The outermost object, None and a diagnostic where the text holds none."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as fault:
        message = f"the file is no JSON from here on: {fault.msg.lower()}"
        findings.report(SCHEDULE_SYNTAX, Span(file, fault.lineno, fault.colno), message)
        return None
    except (RecursionError, ValueError):  # nested a thousand times, or a number of many digits
        findings.report(SCHEDULE_SYNTAX, Span(file), "the file is nested deeper than any schedule is")
        return None
    return _object(found)


def _schedule(said: dict[str, Any], text: str, file: str) -> FrabSchedule:
    conference = _object(_object(said.get("schedule")).get("conference"))
    generator = _object(said.get("generator"))
    return FrabSchedule(
        "json",
        title=_text(conference, "title"),
        events=tuple(_events(conference, _Places(text, file))),
        acronym=_text(conference, "acronym"),
        start=_text(conference, "start"),
        end=_text(conference, "end"),
        zone_name=_text(conference, "time_zone_name"),
        url=_text(conference, "url"),
        version=_text(_object(said.get("schedule")), "version"),
        is_own=generator.get("name") == GENERATOR,
    )


class _Places:
    """Where the events stand in the text, found by their guids or ids from one to the next."""

    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file
        self._at, self._line = 0, 1

    def of(self, event: dict[str, Any]) -> Span:
        found = self._text.find(json.dumps(event.get("guid") or event.get("slug") or ""), self._at)
        if found < 0:
            return Span(self._file, self._line)
        self._line += self._text.count("\n", self._at, found)
        self._at = found
        return Span(self._file, self._line, found - self._text.rfind("\n", 0, found))


def _events(conference: dict[str, Any], places: _Places) -> Iterator[FrabEvent]:
    for day in map(_object, _list(conference.get("days"))):
        for room, events in _object(day.get("rooms")).items():
            for event in map(_object, _list(events)):
                yield _event(event, room, _text(day, "date"), places.of(event))


def _event(event: dict[str, Any], room: str, day: str, span: Span) -> FrabEvent:
    return FrabEvent(
        span,
        room=_text(event, "room") or room.strip(),
        day=day,
        persons=tuple(map(_person, map(_object, _list(event.get("persons"))))),
        extras=tuple(_extras(event)),
        **{name: _text(event, name) for name in _TEXTS},
    )


def _person(person: dict[str, Any]) -> FrabPerson:
    return FrabPerson(
        _text(person, "public_name") or _text(person, "name"),
        _text(person, "guid") or _text(person, "id") or _text(person, "code"),
    )


def _extras(event: dict[str, Any]) -> Iterator[str]:
    for name in _LISTED:
        yield from (name for _ in _list(event.get(name)))
    yield from (name for name in _EXTRAS if event.get(name))
    yield from ("biographies" for each in _list(event.get("persons")) if _object(each).get("biography"))


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(said: dict[str, Any], name: str) -> str:
    value = said.get(name)
    return "" if value is None or isinstance(value, dict | list) else str(value).strip()
