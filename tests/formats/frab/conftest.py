import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from xml.etree.ElementTree import Element, fromstring

import pytest

from agendacli.formats.given import Given
from agendacli.formats.readers import READERS
from agendacli.model.said import Said

SCHEDULE = """\
<?xml version='1.0' encoding='utf-8' ?>
<!-- by hand -->
<schedule>
  <conference>
    <title>Tides 2026</title>
    {conference}
  </conference>
  <day index='1' date='2026-03-14'>
    <room name='Saal 1'>
{events}
    </room>
  </day>
</schedule>
"""
ZONE = "<time_zone_name>Europe/Berlin</time_zone_name>"


@pytest.fixture
def read_events() -> Callable[..., Said]:
    """What a schedule.xml says that holds these events on 14 March 2026."""

    def read(events: str, conference: str = ZONE, zone: str | None = None) -> Said:
        text = SCHEDULE.format(events=events, conference=conference)
        return READERS["xml"](Given(text.encode(), "tides.xml", zone))

    return read


@pytest.fixture(scope="session")
def faults_of() -> dict[str, Callable[[bytes], list[str]]]:
    """What of a schedule is not valid, by its format: as the XSD and the JSON Schema say it, for tests without them."""
    return {"xml": _faults_of_xml, "json": _faults_of_json}


GUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
SLUG = r"[a-z0-9_]{4,}-[a-z0-9_-]{3,}[a-z0-9]"
REQUIRED = ("room", "title", "type", "date", "start", "duration", "abstract", "track")
REQUIRED_KEYS = {
    "abstract", "date", "duration", "guid", "id", "language", "links", "persons", "room", "slug", "start", "subtitle",
    "title", "track", "type", "url",
}  # fmt: skip


def _faults_of_xml(data: bytes) -> list[str]:
    """What of a schedule.xml is not valid."""
    root = fromstring(data)  # noqa: S314 (it was written here)
    events = list(root.iter("event"))
    alone = [
        f"{name} appears twice" for name in ("guid", "id") if len({each.get(name) for each in events}) < len(events)
    ]
    order = [each.tag for each in root if each.tag not in ("generator", "url")]
    days = ["order"] if order != ["version", "conference", *(["day"] * (len(order) - 2))] or len(order) < 3 else []
    acronym = re.fullmatch("[a-z0-9_-]{4,}", root.findtext("conference/acronym", ""))
    return [*alone, *days, *(() if acronym else ("acronym",)), *(fault for each in events for fault in _of_event(each))]


def _of_event(event: Element) -> Iterator[str]:
    yield from (f"{name} is missing" for name in REQUIRED if event.find(name) is None)
    said = {each.tag: each.text or "" for each in event}
    patterns = {"start": r"\d\d:\d\d", "duration": r"\d\d:\d\d(:\d\d)?", "slug": SLUG, "url": "https?://.*"}
    yield from (
        f"{name} {said[name]}" for name, each in patterns.items() if name in said and not re.fullmatch(each, said[name])
    )
    if not re.fullmatch(GUID, event.get("guid", "")) or not event.get("id", "").isdigit() or event.get("id") == "0":
        yield "guid or id"
    if datetime.fromisoformat(said["date"]).tzinfo is None:
        yield "no offset"


def _faults_of_json(data: bytes) -> list[str]:
    """What of a schedule.json is not valid."""
    conference = json.loads(data)["schedule"]["conference"]
    missing = {"title", "acronym", "days", "daysCount", "start", "end", "timeslot_duration"} - set(conference)
    events = [each for day in conference["days"] for room in day["rooms"].values() for each in room]
    lacking = [
        f"{each['title']} lacks {REQUIRED_KEYS - set(each)}" for each in events if not set(each) >= REQUIRED_KEYS
    ]
    persons = (person for each in events for person in each["persons"])
    unknown = [str(each) for each in persons if not {"id", "public_name"} <= set(each) or "name" in each]
    return [*missing, *lacking, *unknown, *(each["duration"] for each in events if len(each["duration"]) != 5)]
