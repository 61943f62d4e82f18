"""A schedule.xml as the texts that stand in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any
from xml.etree.ElementTree import Element, ParseError, XMLParser

from agendacli.formats.frab.read.programme import programme_of_schedule
from agendacli.formats.frab.schedule import GENERATOR, FrabEvent, FrabPerson, FrabSchedule
from agendacli.formats.given import Given
from agendacli.model.exchange_codes import SCHEDULE_SYNTAX
from agendacli.model.findings import Findings
from agendacli.model.large.gc_paused import undisturbed
from agendacli.model.said import Said
from agendacli.model.span import Span

_EVENT = re.compile(rb"<event\b")
_ENTITY = b"<!ENTITY"
_LISTED = ("links", "attachments")
_EXTRAS = ("language", "logo", "recording", "video_download_url", "feedback_url")
_TEXTS = (
    "slug", "title", "subtitle", "type", "track", "room", "abstract", "description", "url", "date", "start", "end",
    "duration",
)  # fmt: skip


def read_xml(given: Given) -> Said:
    """The programme that the bytes of a schedule.xml say; faults are told, nothing is raised."""
    findings = Findings()
    with undisturbed():
        root = _root(given, findings)
        schedule = _schedule(root, _spans(given)) if root is not None else None
    return programme_of_schedule(schedule, given, findings) if schedule else Said(None, findings.all)


def _root(given: Given, findings: Findings) -> Element | None:
    """The element of the schedule. Entities are not read: a few lines of them unfold to gigabytes."""
    if _ENTITY in given.data:
        span = _span_at(given, given.data.index(_ENTITY))
        findings.report(SCHEDULE_SYNTAX, span, "the file declares entities, which are not read; write the texts out")
        return None
    parser = XMLParser()  # noqa: S314 (without entities it reads no more than the file contains)
    try:
        parser.feed(given.data)
        found: Element = parser.close()
    except ParseError as fault:
        line, column = fault.position
        message = f"the file is not XML from here on: {fault.msg.partition(':')[0]}"
        findings.report(SCHEDULE_SYNTAX, Span(given.file, line, column + 1), message)
        return None
    return found


def _spans(given: Given) -> Sequence[Span]:
    """Where each event begins, in their order."""
    found, line, at = [], 1, 0
    for match in _EVENT.finditer(given.data):
        line += given.data.count(b"\n", at, match.start())
        at = match.start()
        found.append(Span(given.file, line, at - given.data.rfind(b"\n", 0, at), len("<event")))
    return found


def _span_at(given: Given, at: int) -> Span:
    before = given.data[:at]
    return Span(given.file, before.count(b"\n") + 1, at - before.rfind(b"\n"))


def _schedule(root: Element, spans: Sequence[Span]) -> FrabSchedule:
    found = [(day, room, event) for day in _children(root, "day") for room, event in _placed(day)]
    # What stands in a comment looks like an event, too; then none is known by its place.
    placed: Iterable[Span] = spans if len(spans) == len(found) else repeat(Span(spans[0].file) if spans else Span(""))
    conference = next(_children(root, "conference"), Element("conference"))
    said = {_tag(each): _text(each) for each in conference}
    generator = next(_children(root, "generator"), Element("generator"))
    return FrabSchedule(
        "xml",
        title=said.get("title", ""),
        events=tuple(_event(*each, span) for each, span in zip(found, placed, strict=False)),
        acronym=said.get("acronym", ""),
        start=said.get("start", ""),
        end=said.get("end", ""),
        venue=said.get("venue", ""),
        city=said.get("city", ""),
        zone_name=said.get("time_zone_name", ""),
        day_change=said.get("day_change", ""),
        url=said.get("url") or said.get("base_url", ""),
        version=_text(next(_children(root, "version"), Element("version"))),
        is_own=generator.get("name") == GENERATOR,
    )


def _placed(day: Element) -> Iterator[tuple[str, Element]]:
    """The events of a day, each with the name of the room under which it stands."""
    for child in day:
        if _tag(child) == "event":
            yield "", child
        elif _tag(child) == "room":
            yield from ((child.get("name", ""), event) for event in _children(child, "event"))


def _event(day: Element, room: str, event: Element, span: Span) -> FrabEvent:
    parts = {_tag(each): each for each in event}
    said: dict[str, Any] = {name: _text(parts[name]) for name in _TEXTS if name in parts}
    return FrabEvent(
        span,
        id=event.get("id", ""),
        guid=event.get("guid", ""),
        day=day.get("date", ""),
        persons=tuple(map(_person, parts.get("persons", ()))),
        license=_license(parts),
        extras=tuple(_extras(parts)),
        **{**said, "room": said.get("room") or room.strip()},
    )


def _person(person: Element) -> FrabPerson:
    return FrabPerson(_text(person), person.get("guid") or person.get("id") or person.get("code") or "")


def _extras(parts: dict[str, Element]) -> Iterator[str]:
    for name in _LISTED:
        yield from (name for _ in parts.get(name, ()))
    for name in _EXTRAS:
        if name in parts and (_text(parts[name]) or any(_is_more(each) for each in parts[name])):
            yield name


def _license(parts: dict[str, Element]) -> str:
    return next((_text(each) for each in parts.get("recording", ()) if _tag(each) == "license"), "")


def _is_more(detail: Element) -> bool:
    """Whether a detail of a recording says more than its licence, and that there may be one."""
    return _tag(detail) != "license" and _text(detail) not in ("", "false")


def _children(parent: Element, tag: str) -> Iterator[Element]:
    return (each for each in parent if _tag(each) == tag)


def _tag(element: Element) -> str:
    """The name of an element, whatever its namespace; what is none, as a comment, has no name."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: Element) -> str:
    return (element.text or "").strip()
