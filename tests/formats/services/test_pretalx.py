"""Answers of pretalx as programmes."""

from collections.abc import Callable
from typing import Any

import pytest

from agendacli.model.programme import Session, Status
from agendacli.model.said import Said

Read = Callable[..., Said]
Hours = Callable[[Session], str]
SLOT = {"start": "2026-03-14T09:00:00+01:00", "end": "2026-03-14T09:45:00+01:00"}
SPEAKERS = [{"code": "IRASAN", "name": "Ira Sand", "biography": "Long."}, {"code": "ANNPOE", "name": "Ann Poe"}]
TALK: dict[str, Any] = {
    "code": "TIDES1", "title": "Reading tides", "submission_type": {"en": "Talk", "de": "Vortrag"},
    "track": {"de": "See"}, "state": "confirmed", "abstract": "Hot.", "description": "Long.", "duration": 45,
    "content_locale": "en", "do_not_record": False, "image": None, "resources": [], "answers": [],
}  # fmt: skip
OLD = {**TALK, "speakers": SPEAKERS, "slot": {"room_id": 7, "room": {"en": "Harbour"}, **SLOT}}
NEW_SLOT = {"id": 90, "room": {"id": 7, "name": {"en": "Harbour"}}, "duration": 45, **SLOT}
NEW = {
    **TALK, "submission_type": {"id": 1, "name": {"en": "Talk"}}, "track": {"id": 3, "name": {"de": "See"}},
    "speakers": SPEAKERS, "slots": [NEW_SLOT],
}  # fmt: skip
BREAK = {"room": {"en": "Harbour"}, "description": {"en": "Tea"}, **SLOT}
PAGES = {
    "talks": [
        {"code": "TIDES1", "id": 90, "title": "Reading tides", "speakers": ["IRASAN", "ANNPOE"], "track": 3, "room": 7,
         "abstract": "Hot.", "duration": 45, "state": "confirmed", **SLOT},
        {"id": 91, "title": {"en": "Tea"}, "room": 7, "duration": 45, **SLOT},
    ],
    "tracks": [{"id": 3, "name": {"de": "See"}}],
    "rooms": [{"id": 7, "name": {"en": "Harbour"}}],
    "speakers": SPEAKERS, "timezone": "Europe/Berlin", "event_start": "2026-03-14", "event_end": "2026-03-14",
}  # fmt: skip


def listed(*results: object) -> dict[str, Any]:
    return {"count": len(results), "next": None, "previous": None, "results": list(results)}


@pytest.mark.parametrize(
    "answer",
    [
        listed(OLD),
        listed(NEW),
        [OLD],
        listed({**NEW_SLOT, "submission": {name: NEW[name] for name in NEW if name != "slots"}}),
        {"id": 1, "version": "2.1", "slots": [{**NEW_SLOT, "submission": {**NEW, "slots": [90]}}]},
        {"version": "0.3", "slots": [OLD], "breaks": [BREAK]},
        PAGES,
    ],
    ids=["talks", "submissions", "list", "slots", "schedule", "schedule of old", "pages"],
)
def test_talk_of_every_answer(read_service: Read, hours_of: Hours, answer: object) -> None:
    said = read_service(answer, "Europe/Berlin")
    assert said.programme
    talk, *others = said.programme.sessions
    assert (talk.id, talk.title, talk.room, talk.categories) == ("tides1", "Reading tides", "Harbour", ("See",))
    assert hours_of(talk) == "14 09:00-09:45 Europe/Berlin"
    assert [each.name for each in talk.participants] == ["Ira Sand", "Ann Poe"]
    assert [(each.id, each.title, each.kind) for each in others] in ([], [("tea", "Tea", "break")])
    assert {each.parent for each in said.programme.sessions} == {None}
    assert said.diagnostics == ()


def test_zone_of_the_pages_counts_and_else_that_of_the_offsets(read_service: Read, hours_of: Hours) -> None:
    for answer, zone in ((PAGES, "Europe/Berlin"), (listed(OLD), "Etc/GMT-1")):
        said = read_service(answer)
        assert said.programme
        assert hours_of(said.programme.sessions[0]) == f"14 09:00-09:45 {zone}"


def test_talk_given_twice_is_two_sessions(read_service: Read) -> None:
    later = {**NEW_SLOT, "start": "2026-03-15T09:00:00+01:00", "end": "2026-03-15T09:45:00+01:00"}
    said = read_service(listed({**NEW, "slots": [NEW_SLOT, later]}))
    assert said.programme
    assert [each.id for each in said.programme.sessions] == ["tides1", "tides1-2"]


def test_what_is_not_decided_is_open_or_counted(read_service: Read) -> None:
    states = [
        {**OLD, "code": each.upper(), "state": each} for each in ("accepted", "canceled", "rejected", "withdrawn")
    ]
    said = read_service(listed(*states, {**OLD, "code": "WAITS", "title": "Waits", "slot": None}))
    assert said.programme
    found = [(each.id, each.status) for each in said.programme.sessions]
    assert found == [("accepted", Status.TENTATIVE), ("canceled", Status.CANCELLED)]
    assert said.left_out[:2] == ("2 talks that were rejected or withdrawn", "1 talk without a time")
    assert [each.message for each in said.diagnostics] == ["left out, as nothing says when they are: `Waits`"]


def test_a_page_of_a_list_says_so(read_service: Read) -> None:
    said = read_service({**listed(OLD), "count": 120, "next": "https://example.org/talks/?offset=1"})
    assert [each.message for each in said.diagnostics] == [
        "the file contains 1 of 120 talks; fetch all at once, as with `?limit=1000`"
    ]


def test_codes_of_speakers_are_no_names(read_service: Read) -> None:
    said = read_service(listed({**NEW, "speakers": ["IRASAN", "ANNPOE"]}))
    assert said.programme
    assert said.programme.sessions[0].participants == ()
    assert said.left_out == ("1 language", "2 speakers of whom there are codes and no names")


@pytest.mark.parametrize("odd", [None, 3, "x", [], {}, {"code": 3, "slots": 7}, {"submission": None, "start": []}])
def test_odd_values_raise_nothing(read_service: Read, odd: object) -> None:
    said = read_service(listed(odd, OLD))
    assert said.programme
    assert [each.id for each in said.programme.sessions] == ["tides1"]
    assert read_service({**PAGES, "talks": odd}).programme is None
