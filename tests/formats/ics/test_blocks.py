"""Blocks in a calendar: who is busy, what belongs to what, and the way back."""

from collections.abc import Sequence

import pytest

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.split import split
from agendacli.formats.ics.write.writer import calendar
from agendacli.load.programmes import load_text
from agendacli.model.asked import SplitBy
from agendacli.model.occurrence import Occurrence

TIDES = b"""\
title: Tides
zone: Europe/Zurich
days:
  2026-06-08:
    - 09:00-10:30: Sea level
      rooms: [Hall, Attic]
      items:
        - 09:00-09:20: Gauges
        - {09:20-10:30: Coffee, kind: break}
"""
WEEKLY = TIDES.replace(b"2026-06-08", b"every Monday from 2026-06-08 to 2026-06-15")


def occurrences(data: bytes, file: str = "tides.yaml") -> tuple[Occurrence, ...]:
    loaded = load_text(data, file)
    assert loaded.diagnostics == ()
    return expand(loaded.programmes)


def facts(found: Sequence[Occurrence], *names: str, expanded: bool = False) -> list[str]:
    lines = calendar(found, CalendarOptions(expanded=expanded, alarm=None)).decode().splitlines()
    return [each for each in lines if each.split(":")[0] in names]


def test_a_block_is_busy_and_its_items_are_free() -> None:
    assert facts(occurrences(TIDES), "UID", "TRANSP", "RELATED-TO") == [
        "UID:sea-level.tides@agendacli",
        "TRANSP:OPAQUE",
        "UID:gauges.tides@agendacli",
        "RELATED-TO:sea-level.tides@agendacli",
        "TRANSP:TRANSPARENT",
        "UID:coffee.tides@agendacli",
        "RELATED-TO:sea-level.tides@agendacli",
        "TRANSP:TRANSPARENT",
    ]


def test_items_that_are_chosen_without_their_block_are_busy() -> None:
    _, *items = occurrences(TIDES)
    assert facts(items, "TRANSP") == ["TRANSP:OPAQUE", "TRANSP:TRANSPARENT"]


def test_items_of_a_repeated_block_are_free_too() -> None:
    assert facts(occurrences(WEEKLY), "TRANSP") == ["TRANSP:OPAQUE", "TRANSP:TRANSPARENT", "TRANSP:TRANSPARENT"]


def test_occurrences_on_their_own_name_no_series() -> None:
    assert facts(occurrences(WEEKLY), "RELATED-TO", expanded=True) == []


def test_each_of_several_rooms_is_written() -> None:
    assert facts(occurrences(TIDES), "LOCATION", "X-AGENDA-ROOMS")[:2] == [
        r"LOCATION:Hall\, Attic",
        "X-AGENDA-ROOMS:Hall,Attic",
    ]


@pytest.mark.parametrize("data", [TIDES, WEEKLY])
def test_a_calendar_is_read_back_and_written_to_the_same_bytes(data: bytes) -> None:
    first = calendar(occurrences(data), CalendarOptions())
    found = occurrences(first, "tides.ics")
    assert [(each.rooms, each.session.parent, each.session.transparent) for each in found[:3]] == [
        (("Hall", "Attic"), None, False),
        (("Hall", "Attic"), "sea-level.tides@agendacli", False),
        (("Hall", "Attic"), "sea-level.tides@agendacli", True),
    ]
    assert calendar(found, CalendarOptions()) == first


def vevent(uid: str, *lines: str) -> str:
    said = "".join(f"{each}\r\n" for each in lines)
    return (
        f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260608T090000Z\r\n"
        f"DTEND:20260608T100000Z\r\nSUMMARY:{uid}\r\n{said}END:VEVENT\r\n"
    )


def foreign(*vevents: str) -> bytes:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{''.join(vevents)}END:VCALENDAR\r\n".encode()


@pytest.mark.parametrize(
    ("line", "parent"),
    [
        ("RELATED-TO:a/1 b", "a%2F1%20b"),
        ("RELATED-TO;RELTYPE=PARENT:a/1 b", "a%2F1%20b"),
        ("RELATED-TO;RELTYPE=SIBLING:a/1 b", None),
        ("RELATED-TO:", None),
    ],
)
def test_a_relation_to_a_parent_is_read_in_any_calendar(line: str, parent: str | None) -> None:
    found = occurrences(foreign(vevent("a/1 b"), vevent("c", line, "TRANSP:TRANSPARENT")), "c.ics")
    item = next(each for each in found if each.session.id == "c")
    assert (item.session.parent, item.session.transparent) == (parent, True)
    assert facts(found, "RELATED-TO") == (["RELATED-TO:a/1 b"] if parent else [])


def test_a_file_for_each_room_has_what_is_in_several_rooms_in_each() -> None:
    found = split(occurrences(TIDES), SplitBy.ROOM)
    assert [(each.name, len(each.occurrences)) for each in found.parts] == [("Hall", 3), ("Attic", 3)]
