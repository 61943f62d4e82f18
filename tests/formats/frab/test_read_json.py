"""schedule.json as a programme."""

import json
from datetime import datetime
from typing import Any

import pytest

from agendacli.formats.given import Given
from agendacli.formats.readers import READERS
from agendacli.model.said import Said
from agendacli.model.when import Timed

NO_JSON = "error[schedule-syntax]: the file is not JSON from here on"
EVENT = {
    "guid": "a0a0fcfe-b7fb-46e3-84b6-97a5406016b4", "id": 11, "date": "2026-03-14T10:00:00+01:00", "start": "10:00",
    "duration": "00:45", "room": "Saal 1", "slug": "tides-11", "title": "Tea", "subtitle": None, "type": "Talk",
    "track": "Food", "language": "en", "abstract": "Hot.", "description": None, "url": "https://example.org/tea",
    "persons": [{"id": 1, "public_name": "Ira Sand"}, {"code": "ABC", "name": "Ann Poe", "biography": "Long."}],
}  # fmt: skip


def read(events: list[Any], **conference: object) -> Said:
    day = {"date": "2026-03-14", "rooms": {"Saal 1": events}}
    said = {"title": "Tides", "acronym": "tides", "time_zone_name": "Europe/Berlin", "days": [day], **conference}
    text = json.dumps({"schedule": {"conference": said}}, indent=1)
    return READERS["json"](Given(text.encode(), "tides.json"))


def test_event_as_a_session() -> None:
    said = read([EVENT])
    assert said.programme
    (tea,) = said.programme.sessions
    assert (tea.id, tea.uid, tea.title, tea.kind, tea.room) == ("11", EVENT["guid"], "Tea", "talk", "Saal 1")
    assert (tea.url, tea.description, tea.categories) == ("https://example.org/tea", "Hot.", ("Food",))
    assert [each.name for each in tea.participants] == ["Ira Sand", "Ann Poe"]
    assert tea.span
    assert tea.span.line == 13
    assert said.left_out == ("1 language", "1 biography")


@pytest.mark.parametrize("odd", [None, 3, "x", [], {}, {"persons": 3, "title": ["x"], "date": {}, "start": 7}])
def test_odd_values_are_told_and_raise_nothing(odd: object) -> None:
    said = read([odd, EVENT])
    assert said.programme
    assert [each.id for each in said.programme.sessions] == ["11"]
    assert [each.code.name for each in said.diagnostics] == ["schedule-lost"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"schedule": {"conference": ', f"t.json:1:29: {NO_JSON}: expecting value"),
        ("[" * 1_000_000, "t.json:1:1: error[schedule-syntax]: the file is nested deeper than any schedule is"),
        ('{"schedule": {"conference": 3}}', "t.json:1:1: error[empty]: the schedule contains no events"),
        ("9" * 10_000, "t.json:1:1: error[schedule-syntax]: the file is nested deeper than any schedule is"),
    ],
    ids=["cut off", "deep", "nothing", "number"],
)  # fmt: skip
def test_hostile_files_are_told_at_once(text: str, message: str) -> None:
    said = READERS["json"](Given(text.encode(), "t.json"))
    assert (said.programme, [str(each) for each in said.diagnostics]) == (None, [message])


FLAT_EVENT = {
    "guid": "a0a0fcfe-b7fb-46e3-84b6-97a5406016b4", "code": "TEA1", "slug": "tides-tea", "title": "Tea",
    "subtitle": None, "start": "2026-07-14T08:00:00+00:00", "end": "2026-07-14T08:45:00+00:00",
    "type": "LIGHTNING_TALK",
    "track": {"name": "Food", "slug": "food"}, "language": "en", "abstract": {"de": "Heiß.", "en": "Hot."},
    "room": {"guid": "ba692ba3-421b-5371-8309-60acc34a3c05"}, "url": "https://example.org/tea", "links": [],
    "participants": [
        {"guid": "p-1", "name": "Ira Sand", "role": "MODERATOR"}, {"guid": "p-2", "name": "Ann Poe"},
    ],
}  # fmt: skip


def read_flat(*events: object, **conference: object) -> Said:
    rooms = [{"guid": "ba692ba3-421b-5371-8309-60acc34a3c05", "name": "Saal 1"}]
    said = {"title": "Tides", "acronym": "tides", "time_zone_name": "Europe/Berlin", "rooms": rooms, **conference}
    text = json.dumps({"schedule": {"version": "1", "conference": said, "events": events}}, indent=1)
    return READERS["json"](Given(text.encode(), "tides.json"))


def test_event_of_the_second_version() -> None:
    said = read_flat(FLAT_EVENT)
    assert said.programme
    (tea,) = said.programme.sessions
    assert (tea.id, tea.uid, tea.title, tea.kind, tea.room) == (
        "tea1",
        FLAT_EVENT["guid"],
        "Tea",
        "lightning talk",
        "Saal 1",
    )
    assert (tea.description, tea.categories) == ("Hot.", ("Food",))
    assert [(each.role, each.name) for each in tea.participants] == [("moderator", "Ira Sand"), ("speaker", "Ann Poe")]
    assert isinstance(tea.when, Timed)
    assert (tea.when.start, tea.when.zone) == (datetime(2026, 7, 14, 10, 0), "Europe/Berlin")  # noqa: DTZ001
    assert (said.diagnostics, said.left_out) == ((), ("1 language",))


def test_states_of_the_second_version() -> None:
    states = ["DELAYED", "CANCELED", "SUBMITTED", "DELETED"]
    said = read_flat(*({**FLAT_EVENT, "code": each, "guid": each, "state": each} for each in states))
    assert said.programme
    assert [(each.id, each.status.value) for each in said.programme.sessions] == [
        ("delayed", "confirmed"),
        ("canceled", "cancelled"),
        ("submitted", "tentative"),
    ]
    assert said.left_out[0] == "1 talk that was rejected or withdrawn"


def test_end_before_the_start_is_told_and_is_none() -> None:
    said = read_flat({**FLAT_EVENT, "end": "2026-07-14T07:00:00Z"})
    assert said.programme
    assert isinstance(said.programme.sessions[0].when, Timed)
    assert said.programme.sessions[0].when.end is None
    assert [each.message for each in said.diagnostics] == [
        "“Tea” has no end: `2026-07-14T07:00:00Z` is before its start"
    ]


@pytest.mark.parametrize("odd", [None, 3, "x", [], {}, {"participants": 3, "room": 7, "start": {}}])
def test_odd_values_of_the_second_version_raise_nothing(odd: object) -> None:
    said = read_flat(odd, FLAT_EVENT)
    assert said.programme
    assert [each.id for each in said.programme.sessions] == ["tea1"]


def test_speaker_who_is_only_a_seat_is_no_person() -> None:
    said = read([{**EVENT, "persons": [{"id": 1, "public_name": "Various speakers"}]}])
    assert said.programme
    (seat,) = said.programme.sessions[0].participants
    assert (seat.person, seat.printed) == (None, "Various speakers")


def test_event_that_ends_beyond_the_calendar_is_left_out_and_told() -> None:
    said = read([{**EVENT, "date": "9998-12-30T23:30:00+00:00", "duration": "400:00:00:00"}], time_zone_name="UTC")
    told = [str(each).partition("]: ")[2] for each in said.diagnostics]
    assert told[0] == "“Tea” is left out: it ends beyond the calendar"


def test_person_that_is_only_a_name_is_one() -> None:
    said = read([{**EVENT, "persons": ["Ann Poe", {"full_public_name": "Bea Roe"}, {}, None]}])
    assert said.programme
    assert [each.name for each in said.programme.sessions[0].participants] == ["Ann Poe", "Bea Roe"]
