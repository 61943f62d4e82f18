"""A schedule.xml that is valid by the XSD of the voc."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from agendacli import __version__
from agendacli.formats.encoding import xml_text
from agendacli.formats.exported import Exported, Losses, ToExport
from agendacli.formats.frab.names import event_number
from agendacli.formats.frab.schedule import GENERATOR, FrabEvent, FrabSchedule
from agendacli.formats.frab.write.days import days_of_schedule
from agendacli.formats.frab.write.events import schedule_of
from agendacli.model.asked import Refusal

_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>"
_SLOT = "00:05"
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
    return losses.exported(b"".join(map(str.encode, (*pieces, "\n"))), "schedule.xml")


class _Pieces(list[str]):
    """What is written, never one text: of that a single smile makes every letter take four bytes."""

    write = list.append


def _schedule(schedule: FrabSchedule, source: str | None) -> Element:
    root = Element("schedule")
    SubElement(root, "generator", {"name": GENERATOR, "version": __version__})
    _texts(root, [("url", source or "")], also_empty=False)
    _texts(root, [("version", schedule.version)])
    days = tuple(days_of_schedule(schedule))
    conference = SubElement(root, "conference")
    said = {"title": schedule.title, "acronym": schedule.acronym, "start": schedule.start, "end": schedule.end}
    _texts(conference, [*said.items(), ("days", str(len(days))), ("timeslot_duration", _SLOT)])
    _texts(conference, [("url", schedule.url), ("time_zone_name", schedule.zone_name)], also_empty=False)
    for each in days:
        bounds = {"date": each.date, "start": each.start.isoformat(), "end": each.end.isoformat()}
        day = SubElement(root, "day", {"index": str(each.number), **bounds})
        for name, events in each.rooms.items():
            room = SubElement(day, "room", {"name": xml_text(name)})
            for event in events:
                _event(room, event)
    return root


def _event(room: Element, event: FrabEvent) -> None:
    element = SubElement(room, "event", {"guid": event.guid, "id": event.id})
    _texts(element, ((name, getattr(event, name, "")) for name in _TEXTS))
    _texts(element, [("url", event.url)], also_empty=False)
    if event.license:
        _texts(SubElement(element, "recording"), [("license", event.license), ("optout", "false")])
    persons = SubElement(element, "persons")
    for each in event.persons:
        known = {"id": str(event_number(each.key, set())), "guid": each.key} if each.key else {}
        SubElement(persons, "person", known).text = xml_text(each.name)


def _texts(parent: Element, texts: Iterable[tuple[str, str]], *, also_empty: bool = True) -> None:
    for name, text in texts:
        if text or also_empty:
            SubElement(parent, name).text = xml_text(text)
