"""Doubts are precise: every one that real schedules and the bundled events give is listed here."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from agendacli.analysis.doubts import find_doubts
from agendacli.files.folders import bundled_folder
from agendacli.load.programmes import load
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Programme, Session
from agendacli.model.when import DAY, Days
from agendacli.words.person import parse_person, undeclared_id

FILES = Path(__file__).parents[3].parent / "shared" / "cases" / "exchange" / "files"
SOME_DAY = Days(date(2020, 2, 1), date(2020, 2, 1) + DAY, None)
Talk = tuple[str | None, list[str]]


def in_xml(path: Path) -> Iterator[Talk]:
    for event in ET.parse(path).iter("event"):  # noqa: S314 - a file of one's own
        yield event.findtext("room"), [(each.text or "").strip() for each in event.iter("person")]


def in_json(path: Path) -> Iterator[Talk]:
    for day in json.loads(path.read_bytes())["schedule"]["conference"]["days"]:
        for room, events in day["rooms"].items():
            for event in events:
                yield room, [each.get("public_name") or each.get("name") for each in event["persons"]]


def occurrences(talks: Iterator[Talk]) -> tuple[Occurrence, ...]:
    sessions = tuple(
        Session(f"s{number}", "Talk", SOME_DAY, room=room, participants=tuple(map(seat, names)))
        for number, (room, names) in enumerate(talks)
    )
    programme = Programme("conference", "Conference", "conference.xml", sessions=sessions)
    return tuple(Occurrence(programme, each, each.when) for each in sessions)


def seat(name: str) -> Participant:
    printed = parse_person(name)
    person = Person(undeclared_id(printed.name, printed.honorific), printed.name, printed.honorific)
    return Participant("speaker", name, person, printed.position)


@pytest.mark.skipif(not FILES.is_dir(), reason="the schedules of others are not here")
@pytest.mark.parametrize(
    ("file", "people", "doubts"),
    [("fosdem2020.xml", 841, []), ("frab-camp2019.json", 89, []), ("pretalx-democon.json", 27, [])],
)
def test_every_doubt_of_a_real_schedule_is_listed(file: str, people: int, doubts: list[str]) -> None:
    found = occurrences((in_xml if file.endswith(".xml") else in_json)(FILES / file))
    seen = {seat.person.id for each in found for seat in each.session.participants if seat.person}
    assert len(seen) == people
    assert [each.message for each in find_doubts(found, (), Gazetteer()).diagnostics] == doubts


def test_bundled_events_have_no_doubt() -> None:
    loaded = load([str(bundled_folder())])
    found = [Occurrence(each, session, session.when) for each in loaded.programmes for session in each.sessions]
    assert find_doubts(found, loaded.people, loaded.gazetteer).diagnostics == ()
