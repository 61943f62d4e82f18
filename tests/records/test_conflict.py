from dataclasses import replace
from datetime import date, datetime

from agendacli.analysis.conflicts.times.days import DayRuns
from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind
from agendacli.analysis.conflicts.wording import sentence
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Days, DayWindow, Timed, When
from agendacli.records.conflict import conflict_record
from agendacli.records.registry import field_names, unknown_fields

NEW_YORK = "America/New_York"
PROGRAMME = Programme("high-level-meeting", "High-level meeting", "hlm.yaml", zone=NEW_YORK)


def timed(start: str, end: str) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end), NEW_YORK)


def occurrence(session_id: str, when: When) -> Occurrence:
    return Occurrence(PROGRAMME, Session(session_id, session_id, when), when)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


PLENARY = occurrence("plenary-27-pm", timed("2017-09-27T15:00", "2017-09-27T18:00"))
PANEL = occurrence("panel-1", timed("2017-09-27T15:00", "2017-09-27T16:30"))
OVERLAP = Conflict(
    Kind.OVERLAP, Certainty.CERTAIN, PLENARY, PANEL, at("2017-09-27T19:00Z"), at("2017-09-27T20:30Z"), minutes=90
)
DECEMBER = DayWindow(date(2017, 12, 1), date(2018, 1, 1), NEW_YORK)
WINDOWED = Conflict(
    Kind.ROOM,
    Certainty.POSSIBLE,
    occurrence("meeting", DECEMBER),
    occurrence("stocktaking", Days(date(2017, 12, 4), date(2017, 12, 7), None)),
    at("2017-12-04T05:00Z"),
    at("2017-12-07T05:00Z"),
    subject="Plenary Room",
    days=DayRuns.of((date(2017, 12, 4), date(2017, 12, 5))),
    free=29,
    candidates=31,
    depends_on=("the day of high-level-meeting/meeting",),
)


def test_conflict_record_says_all_in_the_promised_order() -> None:
    assert list(conflict_record(OVERLAP).items()) == [
        ("kind", "overlap"),
        ("certainty", "certain"),
        ("sessions", ["high-level-meeting/plenary-27-pm", "high-level-meeting/panel-1"]),
        ("start", "2017-09-27T15:00:00-04:00"),
        ("end", "2017-09-27T16:30:00-04:00"),
        ("minutes", 90),
        ("subject", None),
        ("days", None),
        ("free", None),
        ("candidates", None),
        ("depends_on", []),
        ("message", sentence(OVERLAP)),
        ("categories", []),
    ]


def test_conflict_record_of_a_window_lists_its_days() -> None:
    assert conflict_record(WINDOWED) == {
        "kind": "room",
        "certainty": "possible",
        "sessions": ["high-level-meeting/meeting", "high-level-meeting/stocktaking"],
        "start": "2017-12-04T00:00:00-05:00",
        "end": "2017-12-07T00:00:00-05:00",
        "minutes": None,
        "subject": "Plenary Room",
        "days": ["2017-12-04", "2017-12-05"],
        "free": 29,
        "candidates": 31,
        "depends_on": ["the day of high-level-meeting/meeting"],
        "message": sentence(WINDOWED),
        "categories": [],
    }


def test_conflict_record_in_another_zone_converts_its_times() -> None:
    assert conflict_record(OVERLAP, "Europe/Vienna") == {
        **conflict_record(OVERLAP),
        "start": "2017-09-27T21:00:00+02:00",
        "end": "2017-09-27T22:30:00+02:00",
        "message": "“plenary-27-pm” and “panel-1” overlap by 1 h 30 min on"
        " Wed 27 September 2017, 21:00–22:30 (Europe/Vienna)",
    }


def test_conflict_record_shows_the_clocks_of_the_second_session_if_the_first_has_none() -> None:
    swapped = replace(WINDOWED, first=WINDOWED.second, second=WINDOWED.first)

    assert conflict_record(swapped)["start"] == "2017-12-04T00:00:00-05:00"


def test_conflict_record_of_days_without_any_zone_is_in_utc() -> None:
    assert conflict_record(replace(WINDOWED, first=WINDOWED.second))["start"] == "2017-12-04T05:00:00+00:00"


def test_field_names_are_those_of_the_record() -> None:
    assert field_names("conflict") == tuple(conflict_record(OVERLAP))


def test_unknown_fields_reach_into_what_may_be_null() -> None:
    assert unknown_fields(["sessions.0", "days.0", "days.first", "minutes.0"], "conflict") == (
        "days.first",
        "minutes.0",
    )
