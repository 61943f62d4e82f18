"""A schedule.xml that is valid by the XSD of the voc."""

from collections.abc import Iterable, Iterator
from html import escape
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from agendacli import __version__
from agendacli.formats.encoding import xml_text
from agendacli.formats.exported import Exported, Losses, ToExport
from agendacli.formats.frab.names import event_number
from agendacli.formats.frab.schedule import GENERATOR, FrabEvent, FrabPerson, FrabSchedule
from agendacli.formats.frab.write.days import days_of_schedule
from agendacli.formats.frab.write.events import schedule_of
from agendacli.model.asked import Refusal

_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>"
_TIMESLOT = "00:05"
_EVENTS = "\0"
"""Stands in a room where its events will be."""

_TEXTS = ("date", "start", "duration", "room", "slug", "title", "subtitle", "track", "type", "language", "abstract",
          "description")  # fmt: skip
"""What an event has to say; of its language a programme says nothing."""


def write_xml(asked: ToExport) -> Exported | Refusal:
    """The schedule.xml of a programme; refused where no session of it has a day, hours and an end."""
    losses = Losses()
    schedule = schedule_of(asked, "xml", losses)
    if not schedule.events:
        return Refusal("no session has a day, hours and an end, without which a schedule cannot be")
    root = _schedule(schedule, asked.source)
    indent(root)
    pieces = _Pieces((_DECLARATION, "\n"))
    ElementTree(root).write(pieces, "unicode")
    return losses.exported(b"".join(map(str.encode, _filled(pieces, schedule))), "schedule.xml")


class _Pieces(list[str]):
    """What is written, never one text: of that a single smile makes every letter take four bytes."""

    write = list.append


def _filled(pieces: Iterable[str], schedule: FrabSchedule) -> Iterator[str]:
    """The pieces with the events of each room in it."""
    rooms = (events for day in days_of_schedule(schedule) for events in day.rooms.values())
    for each in pieces:
        if each == _EVENTS:
            yield from map(_event, next(rooms))
            yield "\n    "
        else:
            yield each
    yield "\n"


def _schedule(schedule: FrabSchedule, source: str | None) -> Element:
    root = Element("schedule")
    SubElement(root, "generator", {"name": GENERATOR, "version": __version__})
    _texts(root, [("url", source or "")], also_empty=False)
    _texts(root, [("version", schedule.version)])
    days = tuple(days_of_schedule(schedule))
    conference = SubElement(root, "conference")
    said = {"title": schedule.title, "acronym": schedule.acronym, "start": schedule.start, "end": schedule.end}
    _texts(conference, [*said.items(), ("days", str(len(days))), ("timeslot_duration", _TIMESLOT)])
    _texts(conference, [("url", schedule.url), ("time_zone_name", schedule.zone_name)], also_empty=False)
    for each in days:
        bounds = {"date": each.date, "start": each.start.isoformat(), "end": each.end.isoformat()}
        day = SubElement(root, "day", {"index": str(each.number), **bounds})
        for name in each.rooms:
            SubElement(day, "room", {"name": xml_text(name)}).text = _EVENTS
    return root


def _event(event: FrabEvent) -> str:
    """An event in lines; ElementTree takes five times as long to make and write these, of which a schedule consists."""
    return "".join(f"\n      {each}" for each in _lines(event))


def _lines(event: FrabEvent) -> Iterator[str]:
    yield f'<event guid="{event.guid}" id="{event.id}">'
    yield from (f"  {_element(name, getattr(event, name, ''))}" for name in _TEXTS)
    if event.url:
        yield f"  {_element('url', event.url)}"
    if event.license:
        yield from ("  <recording>", f"    {_element('license', event.license)}")
        yield from ("    <optout>false</optout>", "  </recording>")
    persons = [f"    {_person(each)}" for each in event.persons]
    yield from ("  <persons>", *persons, "  </persons>") if persons else ("  <persons />",)
    yield "</event>"


def _person(person: FrabPerson) -> str:
    known = f' id="{event_number(person.key, set())}" guid="{person.key}"' if person.key else ""
    return _element("person", person.name, known)


def _element(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(xml_text(text), quote=False)}</{name}>" if text else f"<{name}{attributes} />"


def _texts(parent: Element, texts: Iterable[tuple[str, str]], *, also_empty: bool = True) -> None:
    for name, text in texts:
        if text or also_empty:
            SubElement(parent, name).text = xml_text(text)
