"""The views of Sessionize as programmes."""

from collections.abc import Callable
from typing import Any

import pytest

from agendacli.model.programme import Session, Status
from agendacli.model.said import Said

Read = Callable[..., Said]
Hours = Callable[[Session], str]
ZONE = "Europe/Lisbon"
TIDES: dict[str, Any] = {
    "id": "4711", "title": "Reading tides", "description": "Hot.", "startsAt": "2026-03-14T09:00:00",
    "endsAt": "2026-03-14T09:45:00", "isServiceSession": False, "isPlenumSession": False, "roomId": 7,
    "liveUrl": "https://live.example.org/7", "recordingUrl": None, "status": "Accepted", "isInformed": True,
    "isConfirmed": True,
}  # fmt: skip
LUNCH: dict[str, Any] = {
    "id": "a0a0fcfe-b7fb-46e3-84b6-97a5406016b4", "title": "Lunch", "startsAt": "2026-03-14T12:00:00", "endsAt": None,
    "isServiceSession": True, "isPlenumSession": True, "speakers": [], "roomId": 8, "status": None,
}  # fmt: skip
ALL: dict[str, Any] = {
    "sessions": [
        {**TIDES, "speakers": ["guid-a", "guid-b"], "categoryItems": [1, 2, 3], "questionAnswers": [{"questionId": 5}]},
        {**LUNCH, "categoryItems": []},
        {**TIDES, "id": "4712", "title": "Waits", "startsAt": None, "endsAt": None, "speakers": ["guid-a"]},
        {**TIDES, "id": "4713", "title": "Not taken", "status": "Declined", "startsAt": None, "speakers": []},
    ],
    "speakers": [
        {"id": "guid-a", "firstName": "Ira", "lastName": "Sand", "bio": "Long.", "sessions": [4711]},
        {"id": "guid-b", "fullName": "Ann Poe", "profilePicture": "https://example.org/ann.png"},
    ],
    "questions": [{"id": 5, "question": "Level?"}],
    "categories": [
        {"id": 1, "title": "Session format", "items": [{"id": 1, "name": "Workshop"}]},
        {"id": 2, "title": "Track", "items": [{"id": 2, "name": "Sea"}]},
        {"id": 3, "title": "Language", "items": [{"id": 3, "name": "English"}]},
    ],
    "rooms": [{"id": 7, "name": "Harbour"}, {"id": 8, "name": "Quay"}],
}
TOLD = {
    **TIDES,
    "room": "Harbour",
    "speakers": [{"id": "guid-a", "name": "Ira Sand"}, {"id": "guid-b", "name": "Ann Poe"}],
    "categories": [
        {"id": 1, "name": "Session format", "categoryItems": [{"id": 1, "name": "Workshop"}]},
        {"id": 2, "name": "Track", "categoryItems": [{"id": 2, "name": "Sea"}]},
    ],
}
SESSIONS = [{"groupId": 1, "groupName": "Sea", "sessions": [TOLD, {**LUNCH, "room": "Quay"}]}]
GRID = [
    {
        "date": "2026-03-14T00:00:00",
        "rooms": [
            {"id": 7, "name": "Harbour", "sessions": [TOLD, {**LUNCH, "room": "Harbour"}]},
            {"id": 8, "name": "Quay", "sessions": [{**LUNCH, "room": "Quay"}]},
        ],
        "timeSlots": [{"slotStart": "09:00:00", "rooms": [{"id": 7, "name": "Harbour", "session": TOLD}]}],
    }
]


@pytest.mark.parametrize("view", [ALL, SESSIONS, GRID], ids=["All", "Sessions", "GridSmart"])
def test_session_of_every_view(read_service: Read, hours_of: Hours, view: object) -> None:
    said = read_service(view, ZONE)
    assert said.programme
    tides, lunch = said.programme.sessions
    assert (tides.id, tides.title, tides.kind, tides.room) == ("4711", "Reading tides", "workshop", "Harbour")
    assert (hours_of(tides), hours_of(lunch)) == (f"14 09:00-09:45 {ZONE}", f"14 12:00- {ZONE}")
    assert [(each.role, each.name) for each in tides.participants] == [("speaker", "Ira Sand"), ("speaker", "Ann Poe")]
    assert (tides.categories, tides.join, tides.description) == (("Sea",), ("https://live.example.org/7",), "Hot.")
    assert (lunch.kind, lunch.transparent, tides.status) == ("lunch", True, Status.CONFIRMED)


def test_what_is_left_out_is_counted_and_what_waits_is_told(read_service: Read) -> None:
    said = read_service(ALL, ZONE)
    assert said.left_out == (
        "1 talk that was rejected or withdrawn", "1 talk without a time", "1 language", "1 biography", "1 picture",
        "1 answer to a question",
    )  # fmt: skip
    assert [str(each) for each in said.diagnostics] == [
        "plan.json:45:10: warning[schedule-waiting]: left out, as nothing says when they are: `Waits`"
    ]


def test_lunch_in_every_room_is_one(read_service: Read) -> None:
    said = read_service(GRID, ZONE)
    assert said.programme
    assert said.programme.sessions[1].rooms == ("Harbour", "Quay")


def test_zone_is_asked_for(read_service: Read) -> None:
    said = read_service(GRID)
    assert (said.programme, [each.code.name for each in said.diagnostics]) == (None, ["no-zone"])


def test_times_in_utc_are_shown_on_the_clocks_asked_for(read_service: Read, hours_of: Hours) -> None:
    said = read_service([{**TOLD, "startsAt": "2026-07-14T09:00:00Z", "endsAt": "2026-07-14T09:45:00Z"}], ZONE)
    assert said.programme
    assert [hours_of(each) for each in said.programme.sessions] == [f"14 10:00-10:45 {ZONE}"]


def test_speakers_who_have_not_said_yes_leave_it_open(read_service: Read) -> None:
    said = read_service([{**TOLD, "isConfirmed": False}], ZONE)
    assert said.programme
    assert said.programme.sessions[0].status is Status.TENTATIVE


@pytest.mark.parametrize("odd", [None, 3, "x", [], {}, {"startsAt": 3}, {"speakers": 7, "startsAt": "soon"}])
@pytest.mark.parametrize("name", ["sessions", "speakers", "categories", "rooms"])
def test_odd_values_raise_nothing(read_service: Read, name: str, odd: object) -> None:
    said = read_service({**ALL, name: [odd, *ALL[name]]}, ZONE)
    assert said.programme
    assert [each.id for each in said.programme.sessions] == ["4711", LUNCH["id"]]
    assert read_service({**ALL, name: odd}, ZONE)


@pytest.mark.parametrize("start", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00-12:00", "9999-12-31T23:00:00"])
def test_times_at_the_ends_of_the_calendar_are_told(read_service: Read, start: str) -> None:
    said = read_service({**ALL, "sessions": [{**TIDES, "startsAt": start}, LUNCH]}, ZONE)
    assert said.programme
    assert [each.id for each in said.programme.sessions] == [LUNCH["id"]]
    assert f"`{start}` is not a date and time" in said.diagnostics[0].message


def test_recording_is_told_as_left_out(read_service: Read) -> None:
    said = read_service({**ALL, "sessions": [{**TIDES, "speakers": [], "recordingUrl": "https://example.org/r"}]}, ZONE)
    assert "1 recording" in said.left_out
