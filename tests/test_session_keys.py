"""A session key goes the whole way: it is decoded, written, recorded and shown.

A field of the model that stays out of one of them says here why.
"""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

import pytest

from agendacli.formats.definition.write.writer import definition
from agendacli.load.programmes import load_text
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Place
from agendacli.model.programme import Privacy, Programme, Repeat, Session, Status
from agendacli.model.source import Citation, Source, Variant
from agendacli.model.when import Timed
from agendacli.records.occurrence import occurrence_record
from agendacli.render.terminal.console import draw
from agendacli.render.terminal.show import draw_session

ZONE = "Europe/Lisbon"


def at(start: str, end: str | None = None) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None, ZONE)


PLAIN = Session("talk", "Tide tables", at("2026-03-10T09:00", "2026-03-10T10:00"))
OTHER = Session("dinner", "Dinner", at("2026-03-09T19:00"))
PROGRAMME = Programme("fair", "Fair", "fair.yaml", zone=ZONE, sources=(Source("letter", "Letter"),), sessions=(OTHER,))

EXAMPLES: dict[str, Any] = {
    "id": "tides",
    "title": "Tide tables since 1900",
    "when": at("2026-03-10T11:00", "2026-03-10T12:30"),
    "kind": "plenary",
    "status": Status.TENTATIVE,
    "transparent": True,
    "when_text": "2026-03-10, 09:00-10:00",
    "relative_to": "dinner",
    "room": "Gauge house",
    "place": Place("Porto", zone=ZONE),
    "participants": (Participant("speaker", "Ana Reis", Person("ana-reis", "Ana Reis")),),
    "description": "What the gauges say.",
    "url": "https://example.org/tides",
    "join": ("https://meet.example.org/tides", "tel:+351"),
    "privacy": Privacy.PRIVATE,
    "internal": ("Invite the mayor.",),
    "uid": "k3v9q@example.org",
    "notes": ("Bring the ledger.", "In Portuguese."),
    "categories": ("history", "tides"),
    "citations": (Citation("letter", 4),),
    "variants": (Variant(Citation("letter", 7), "room", "Auditorium"),),
    "repeat": Repeat(("FREQ=WEEKLY;BYDAY=TU",)),
    "rooms": ("Hall 1", "Hall 2"),
    "parent": "dinner",
    "priority": 3,
}
WITH: dict[str, dict[str, Any]] = {
    "rooms": {"room": "Hall 1, Hall 2"},
    "parent": {"when": at("2026-03-09T19:30", "2026-03-09T20:00")},
}
"""What has to be said with it."""

OF_CALENDARS = {"sequence", "stamp", "clocks", "lines", "reminded"}  # what an item of a calendar was
OF_OTHERS = {"numbered", "unsure"}  # of what stands before it in the file, and of comments in it
BY_DECODING = {
    "when_text",
    "span",
    "room_span",
    "place_span",
}  # the words and the place in the file: what is read back is what was written
NOT_RECORDED = {"notes", "internal", "variants", "repeat", "uid"}
NOT_SHOWN = {"span", "room_span", "place_span", "uid"}  # what only programs know it by


def fields_but(*left_out: set[str]) -> list[str]:
    return [each.name for each in fields(Session) if each.name not in OF_CALENDARS.union(OF_OTHERS, *left_out)]


def with_field(name: str) -> Session:
    return replace(PLAIN, **{name: EXAMPLES[name]}, **WITH.get(name, {}))


def read_back(session: Session) -> Session:
    text = definition(replace(PROGRAMME, sessions=(OTHER, session))).text
    loaded = load_text(text.encode(), "fair.yaml")
    assert loaded.diagnostics == ()
    return loaded.programmes[0].sessions[-1]


def drawn(session: Session) -> str:
    return draw(draw_session(Occurrence(PROGRAMME, session, session.when)), width=80)


@pytest.mark.parametrize("name", fields_but(BY_DECODING))
def test_a_field_is_written_and_decoded(name: str) -> None:
    assert getattr(read_back(PLAIN), name) == getattr(PLAIN, name)
    assert getattr(read_back(with_field(name)), name) == EXAMPLES[name]


@pytest.mark.parametrize("name", fields_but({"span", "room_span", "place_span"}, NOT_RECORDED))
def test_a_field_is_recorded(name: str) -> None:
    session = with_field(name)
    plain, record = (occurrence_record(Occurrence(PROGRAMME, each, each.when)) for each in (PLAIN, session))
    assert record != plain


@pytest.mark.parametrize("name", fields_but(NOT_SHOWN))
def test_a_field_is_shown(name: str) -> None:
    session = replace(with_field(name), when_text="ten o'clock") if name == "when_text" else with_field(name)
    assert drawn(session) != drawn(PLAIN)
