"""A schedule.json of the first version, valid by the JSON Schema of the voc."""

import json
import re
from typing import Any

from agendacli import __version__
from agendacli.formats.exported import Exported, Losses, ToExport
from agendacli.formats.frab.names import event_number
from agendacli.formats.frab.schedule import GENERATOR, FrabEvent, FrabPerson, FrabSchedule
from agendacli.formats.frab.write.days import FrabDay, days_of_schedule
from agendacli.formats.frab.write.events import schedule_of
from agendacli.model.asked import Refusal

_SCHEMA = "https://c3voc.de/schedule/schema.json"
_SLOT = "00:05"
_ZONE = re.compile(r"[A-Z][a-z]+/[A-Z][a-z]+|UTC$")


def write_json(asked: ToExport) -> Exported | Refusal:
    """The schedule.json of a programme; refused where no session of it has a day, hours and an end."""
    losses = Losses()
    schedule = schedule_of(asked, "json", losses)
    if not schedule.events:
        return Refusal("no session has a day, hours and an end, without which a schedule cannot be")
    said = {
        "$schema": _SCHEMA,
        "generator": {"name": GENERATOR, "version": __version__},
        "schedule": {"version": schedule.version, "conference": _conference(schedule)},
    }
    text = json.dumps(said, ensure_ascii=False, indent=1)
    return losses.exported(text.encode("utf-8", "replace") + b"\n", "schedule.json")


def _conference(schedule: FrabSchedule) -> dict[str, Any]:
    days = [_day(each) for each in days_of_schedule(schedule)]
    said = {
        "acronym": schedule.acronym,
        "title": schedule.title,
        "start": schedule.start,
        "end": schedule.end,
        "daysCount": len(days),
        "timeslot_duration": _SLOT,
        "time_zone_name": schedule.zone_name if _ZONE.match(schedule.zone_name) else "",
        "url": schedule.url,
    }
    return {**{key: value for key, value in said.items() if value or key == "title"}, "days": days}


def _day(day: FrabDay) -> dict[str, Any]:
    return {
        "index": day.number,
        "date": day.date,
        "day_start": day.start.isoformat(),
        "day_end": day.end.isoformat(),
        "rooms": {name: list(map(_event, events)) for name, events in day.rooms.items()},
    }


def _event(event: FrabEvent) -> dict[str, Any]:
    """An event. Its address is required; one that has none is named by its guid."""
    return {
        "guid": event.guid,
        "id": int(event.id),
        "slug": event.slug,
        "date": event.date,
        "start": event.start,
        "end": event.end,
        "duration": event.duration[: len("00:00")],
        "room": event.room,
        "title": event.title,
        "subtitle": event.subtitle,
        "track": event.track,
        "type": event.type,
        "language": None,
        "abstract": "",
        "description": event.description,
        **({"recording_license": event.license} if event.license else {}),
        "url": event.url or f"urn:uuid:{event.guid}",
        "persons": list(map(_person, event.persons)),
        "links": [],
    }


def _person(person: FrabPerson) -> dict[str, Any]:
    """A person. An id is required; of one who has no identity it is made of the words that stand there."""
    known = {"guid": person.key} if person.key else {}
    return {"id": event_number(person.key or person.name, set()), **known, "public_name": person.name}
