"""Exports of Indico as programmes."""

from collections.abc import Callable
from typing import Any

import pytest

from agendacli.model.programme import Session
from agendacli.model.said import Said

Read = Callable[..., Said]
Hours = Callable[[Session], str]
ZONE = "Europe/Zurich"


def at(time: str, tz: str = ZONE) -> dict[str, str]:
    return {"date": "2026-03-14", "time": f"{time}:00", "tz": tz}


def person(name: str, **more: str) -> dict[str, str]:
    return {"fullName": name, "id": "0", "affiliation": "CERN", **more}


TALK: dict[str, Any] = {
    "_type": "Contribution", "id": "30", "title": "Reading tides", "startDate": at("09:10"), "endDate": at("09:30"),
    "duration": 20, "room": "Aula", "description": "<p>Hot.</p>", "speakers": [person("Ira Sand")],
    "primaryauthors": [person("Ira Sand"), person("Joe Doe")], "coauthors": [], "track": "Sea", "type": "Talk",
    "subContributions": [{"title": "Part"}], "url": "https://indico.example.org/event/1/contributions/30/",
    "keywords": ["tide"], "note": {"html": "<p>Said.</p>"}, "folders": [{"attachments": [{"id": 1}, {"id": 2}]}],
}  # fmt: skip
BLOCK: dict[str, Any] = {
    "_type": "SessionSlot", "id": "8", "title": "Morning", "slotTitle": "Part 1", "startDate": at("09:00"),
    "endDate": at("10:00"), "room": "Aula", "conveners": [person("Ann Poe")], "contributions": [TALK],
    "session": {"title": "Morning", "isPoster": False, "description": "All of it."},
}  # fmt: skip
EVENT: dict[str, Any] = {
    "_type": "Conference", "id": "1", "title": "Tides 2026", "timezone": ZONE, "startDate": at("09:00"),
    "endDate": at("18:00"), "location": "CERN", "url": "https://indico.example.org/event/1/",
    "description": "A day by the sea.", "chairs": [person("Eva Melo")], "sessions": [BLOCK],
    "contributions": [{**TALK, "id": "31", "title": "Dinner", "startDate": None, "endDate": None, "speakers": []}],
}  # fmt: skip
TIMETABLE = {
    "1": {
        "20260314": {
            "s4": {
                "entryType": "Session", "sessionSlotId": 8, "id": "s4", "title": "Morning", "slotTitle": "Part 1",
                "startDate": at("09:00"), "endDate": at("10:00"), "room": "Aula", "isPoster": True,
                "conveners": [{"firstName": "Ann", "familyName": "Poe", "affiliation": "CERN"}],
                "entries": {
                    "c9": {
                        "entryType": "Contribution", "_type": "ContribSchEntry", "contributionId": 30, "id": "c9",
                        "title": "Reading tides", "startDate": at("09:10"), "endDate": at("09:30"), "room": "",
                        "presenters": [person("Ira Sand")],
                    }
                },
            },
            "b5": {
                "entryType": "Break", "_type": "BreakTimeSchEntry", "id": "b5", "title": "Coffee by the sea",
                "startDate": at("10:00"), "endDate": at("10:30"), "room": "",
            },
        }
    }
}  # fmt: skip


def answer(results: object) -> dict[str, Any]:
    return {"count": 1, "_type": "HTTPAPIResult", "complete": True, "results": results}


def rows(said: Said, hours_of: Hours) -> list[tuple[str | None, ...]]:
    assert said.programme
    found = said.programme.sessions
    return [(each.id, each.parent, hours_of(each), each.room, each.kind, each.title) for each in found]


def test_event_with_its_sessions(read_service: Read, hours_of: Hours) -> None:
    said = read_service(answer([EVENT]))
    assert rows(said, hours_of) == [
        ("s8", None, f"14 09:00-10:00 {ZONE}", "Aula", "session", "Morning: Part 1"),
        ("c30", "s8", f"14 09:10-09:30 {ZONE}", "Aula", "talk", "Reading tides"),
    ]
    assert said.programme
    block, talk = said.programme.sessions
    assert [(each.role, each.printed) for each in block.participants] == [("chair", "Ann Poe, CERN")]
    assert [(each.name, each.position) for each in talk.participants] == [("Ira Sand", "CERN")]
    assert (talk.description, talk.categories, block.description) == ("Hot.", ("Sea", "tide"), "All of it.")
    assert (said.programme.title, said.programme.place.venue) == ("Tides 2026", "CERN")
    assert said.programme.description == "A day by the sea."
    assert [each.name for each in said.programme.participants] == ["Eva Melo"]


def test_what_is_left_out_is_counted_and_what_waits_is_told(read_service: Read) -> None:
    said = read_service(answer([EVENT]))
    assert said.left_out == (
        "1 talk without a time", "4 attachments", "3 authors who do not speak", "2 talks within talks",
        "2 notes of meetings",
    )  # fmt: skip
    assert [each.message for each in said.diagnostics] == ["left out, as nothing says when they are: `Dinner`"]


def test_timetable(read_service: Read, hours_of: Hours) -> None:
    said = read_service(answer(TIMETABLE))
    assert rows(said, hours_of) == [
        ("s8", None, f"14 09:00-10:00 {ZONE}", "Aula", "poster session", "Morning: Part 1"),
        ("c30", "s8", f"14 09:10-09:30 {ZONE}", "Aula", "session", "Reading tides"),
        ("b5", None, f"14 10:00-10:30 {ZONE}", None, "break", "Coffee by the sea"),
    ]


def test_zone_of_every_time_is_its_own(read_service: Read, hours_of: Hours) -> None:
    talk = {**TALK, "startDate": at("08:10", "UTC"), "endDate": at("08:30", "UTC")}
    said = read_service(answer([{**EVENT, "sessions": [], "contributions": [talk]}]))
    assert [row[2] for row in rows(said, hours_of)] == [f"14 09:10-09:30 {ZONE}"]


def test_numbers_of_persons_tell_nobody_apart(read_service: Read) -> None:
    others = {**TALK, "id": "31", "speakers": [person("Ann Poe"), person("Ann Poe")]}
    said = read_service(answer([{**EVENT, "sessions": [], "contributions": [TALK, others]}]))
    assert said.programme
    assert [[seat.name for seat in each.participants] for each in said.programme.sessions] == [
        ["Ira Sand"],
        ["Ann Poe"],
    ]


def test_event_without_its_parts_says_how_to_export_them(read_service: Read) -> None:
    bare = {name: EVENT[name] for name in EVENT if name not in ("sessions", "contributions")}
    said = read_service(answer([bare]))
    assert [str(each) for each in said.diagnostics] == [
        "plan.json:1:1: error[empty]: the event stands there without its parts; add `?detail=sessions`"
    ]


def test_further_events_are_told(read_service: Read) -> None:
    said = read_service(answer([EVENT, {**EVENT, "id": "2"}]))
    assert (
        said.diagnostics[0].message == "the file contains 2 events, and the first one is read; export one event a file"
    )


@pytest.mark.parametrize("odd", [None, 3, "x", [], {}, {"startDate": 3}, {"startDate": {"date": 1, "tz": []}}])
def test_odd_values_raise_nothing(read_service: Read, odd: object) -> None:
    said = read_service(answer([{**EVENT, "contributions": [odd]}]))
    assert said.programme
    assert [each.id for each in said.programme.sessions] == ["s8", "c30"]
    assert read_service(answer(odd)).programme is None
    assert read_service(answer({"1": odd, "2": {"20260314": odd}})).programme is None


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31"])
def test_dates_at_the_ends_of_the_calendar_raise_nothing(read_service: Read, date: str) -> None:
    day = {"date": date, "time": "00:00:00", "tz": "Asia/Tokyo"}
    said = read_service(answer([{**EVENT, "startDate": day, "endDate": day}]))
    assert said.programme
    assert [each.id for each in said.programme.sessions] == ["s8", "c30"]
    said = read_service(answer([{**EVENT, "contributions": [{**TALK, "id": "32", "startDate": day}]}]))
    assert said.programme
    assert [each.id for each in said.programme.sessions] == ["s8", "c30"]
    assert [each.code.name for each in said.diagnostics] == ["schedule-lost"]
