from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.cli.commands.schema import Record
from agendacli.model.diagnostic import Code, Diagnostic, Note, Severity
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.source import Citation
from agendacli.model.span import Span
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When
from agendacli.model.zones import instant, wall
from agendacli.records.diagnostic import diagnostic_record
from agendacli.records.event import event_record
from agendacli.records.occurrence import occurrence_record, occurrence_records
from agendacli.records.registry import RECORD_NAMES, field_names, unknown_fields
from agendacli.records.time import moment_text

VIENNA, NEW_YORK = "Europe/Vienna", "America/New_York"


def timed(start: str, end: str | None, zone: str = VIENNA) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None, zone)


def part(start: str, end: str, length: timedelta | None = None) -> TimeWindow:
    return TimeWindow(datetime.fromisoformat(start), datetime.fromisoformat(end), VIENNA, length)


def days(start: str, end: str, hours: Hours = Hours.UNKNOWN, zone: str | None = VIENNA) -> Days:
    return Days(date.fromisoformat(start), date.fromisoformat(end), zone, hours)


def window(start: str, end: str, length: int | None = None) -> DayWindow:
    return DayWindow(date.fromisoformat(start), date.fromisoformat(end), NEW_YORK, length)


PANEL = Session(
    "panel-1",
    "Panel 1: Smuggling",
    timed("2017-09-04T10:15", "2017-09-04T13:00"),
    kind="panel",
    when_text="10.15 a.m. – 1 p.m.",
    participants=(
        Participant("moderator", "Ms. Ana Sánchez, Chair", Person("sanchez", "Ana Sánchez", "Ms."), "Chair"),
        Participant("panellist", "United States", confirmed=False),
    ),
    citations=(Citation("organization-of-work", 42), Citation("web")),
)
PROGRAMME = Programme(
    "vienna-session",
    "Fifth informal thematic session",
    "events/vienna-session.yaml",
    short_title="Vienna session",
    zone=VIENNA,
    place=Place("Vienna", "Austria", "Vienna International Centre", zone=VIENNA),
    room="Plenary Room",
    dates=days("2017-09-04", "2017-09-06"),
    revision=date(2017, 10, 9),
    url="https://example.org/vienna",
    sessions=(PANEL,),
)
PANEL_RECORD: dict[str, object] = {
    "id": "vienna-session/panel-1",
    "event": "vienna-session",
    "title": "Panel 1: Smuggling",
    "kind": "panel",
    "status": "confirmed",
    "precision": "timed",
    "start": "2017-09-04T10:15:00+02:00",
    "end": "2017-09-04T13:00:00+02:00",
    "duration": "PT2H45M",
    "timezone": "Europe/Vienna",
    "city": "Vienna",
    "venue": "Vienna International Centre",
    "room": "Plenary Room",
    "transparent": False,
    "description": None,
    "url": None,
    "sources": ["organization-of-work:42", "web"],
    "people": [
        {"id": "sanchez", "name": "Ana Sánchez", "role": "moderator", "position": "Chair", "confirmed": True},
        {"id": None, "name": "United States", "role": "panellist", "position": None, "confirmed": False},
    ],
    "hours": None,
    "when_text": "10.15 a.m. – 1 p.m.",
    "relative_to": None,
    "date": "2017-09-04",
    "start_time": "10:15",
    "end_time": "13:00",
    "speakers": [],
    "privacy": "public",
    "join": [],
    "categories": [],
    "rooms": ["Plenary Room"],
    "parent": None,
    "priority": 1,
}
PROGRAMME_RECORD: dict[str, object] = {
    "id": "vienna-session",
    "title": "Fifth informal thematic session",
    "short_title": "Vienna session",
    "kind": "meeting",
    "status": "confirmed",
    "precision": "days",
    "start": "2017-09-04",
    "end": "2017-09-06",
    "timezone": "Europe/Vienna",
    "city": "Vienna",
    "country": "Austria",
    "venue": "Vienna International Centre",
    "sessions": 1,
    "revision": "2017-10-09",
    "url": "https://example.org/vienna",
    "file": "events/vienna-session.yaml",
    "repeats": None,
    "categories": [],
}
BROKEN = Code("duplicate-id", Severity.ERROR, "an id is given twice", "rename one")


def occurrence(when: When) -> Occurrence:
    return Occurrence(PROGRAMME, PANEL, when)


def times(record: dict[str, object]) -> dict[str, object]:
    return {name: record[name] for name in ("precision", "start", "end", "duration", "timezone", "hours")}


def test_occurrence_record_says_all_in_the_promised_order() -> None:
    assert list(occurrence_record(occurrence(PANEL.when)).items()) == list(PANEL_RECORD.items())


def test_occurrence_record_of_a_bare_session_knows_nothing_it_was_not_told() -> None:
    when = days("2017-09-15", "2017-09-16", zone=None)
    session = Session("deadline", "Deadline", when, kind="deadline", status=Status.TENTATIVE, transparent=True)

    assert occurrence_record(Occurrence(Programme("p", "P", "p.yaml"), session, when)) == {
        "id": "p/deadline",
        "event": "p",
        "title": "Deadline",
        "kind": "deadline",
        "status": "tentative",
        "precision": "days",
        "start": "2017-09-15",
        "end": "2017-09-16",
        "duration": None,
        "timezone": None,
        "city": None,
        "venue": None,
        "room": None,
        "transparent": True,
        "description": None,
        "url": None,
        "sources": [],
        "people": [],
        "hours": "unknown",
        "when_text": None,
        "relative_to": None,
        "date": "2017-09-15",
        "start_time": None,
        "end_time": None,
        "speakers": [],
        "privacy": "public",
        "join": [],
        "categories": [],
        "rooms": [],
        "parent": None,
        "priority": 1,
    }


TIMES: list[tuple[When, tuple[str, str, str | None, str | None, str | None]]] = [
    (
        timed("2017-09-28T18:00", None, NEW_YORK),
        ("timed", "2017-09-28T18:00:00-04:00", None, None, None),
    ),
    (
        timed("2017-10-29T01:00", "2017-10-29T04:00"),
        ("timed", "2017-10-29T01:00:00+02:00", "2017-10-29T04:00:00+01:00", "PT4H", None),
    ),
    (
        timed("2017-09-04T10:00", "2017-09-05T10:00"),
        ("timed", "2017-09-04T10:00:00+02:00", "2017-09-05T10:00:00+02:00", "PT24H", None),
    ),
    (
        timed("2017-09-04T10:00", "2017-09-04T10:00"),
        ("timed", "2017-09-04T10:00:00+02:00", "2017-09-04T10:00:00+02:00", "PT0S", None),
    ),
    (
        timed("2017-09-04T10:00", "2017-09-04T10:00:30", "UTC"),
        ("timed", "2017-09-04T10:00:00+00:00", "2017-09-04T10:00:30+00:00", "PT30S", None),
    ),
    (days("2017-09-04", "2017-09-06"), ("days", "2017-09-04", "2017-09-06", None, "unknown")),
    (days("2017-09-04", "2017-09-06", Hours.ALL), ("days", "2017-09-04", "2017-09-06", "P2D", "all")),
    (window("2017-12-01", "2018-01-01"), ("window", "2017-12-01", "2018-01-01", None, None)),
    (window("2017-12-01", "2018-01-01", 2), ("window", "2017-12-01", "2018-01-01", "P2D", None)),
    (
        part("2017-09-05T00:00", "2017-09-05T10:00"),
        ("window", "2017-09-05T00:00:00+02:00", "2017-09-05T10:00:00+02:00", None, None),
    ),
    (
        part("2017-09-05T18:00", "2017-09-06T00:00", timedelta(minutes=90)),
        ("window", "2017-09-05T18:00:00+02:00", "2017-09-06T00:00:00+02:00", "PT1H30M", None),
    ),
]


@pytest.mark.parametrize(("when", "expected"), TIMES)
def test_occurrence_record_spells_every_precision(
    when: When, expected: tuple[str, str, str | None, str | None, str | None]
) -> None:
    precision, start, end, duration, hours = expected

    assert times(occurrence_record(occurrence(when))) == {
        "precision": precision,
        "start": start,
        "end": end,
        "duration": duration,
        "timezone": when.zone,
        "hours": hours,
    }


SHOWN: list[tuple[When, str, str | None]] = [
    (PANEL.when, "2017-09-04T04:15:00-04:00", "2017-09-04T07:00:00-04:00"),
    (timed("2017-09-28T18:00", None), "2017-09-28T12:00:00-04:00", None),
    (part("2017-09-05T00:00", "2017-09-05T10:00"), "2017-09-04T18:00:00-04:00", "2017-09-05T04:00:00-04:00"),
    (days("2017-09-04", "2017-09-06"), "2017-09-04", "2017-09-06"),
]


@pytest.mark.parametrize(("when", "start", "end"), SHOWN)
def test_occurrence_record_in_another_zone_converts_times_and_keeps_its_timezone(
    when: When, start: str, end: str | None
) -> None:
    own = occurrence_record(occurrence(when))

    clocks = {"start_time": start[11:16], "end_time": end and end[11:16]} if isinstance(when, Timed) else {}
    shown = {"start": start, "end": end, "date": start[:10], **clocks}

    assert occurrence_record(occurrence(when), NEW_YORK) == {**own, **shown}


def test_occurrence_record_names_those_who_speak() -> None:
    people = tuple(replace(PANEL.participants[0], role=role) for role in ("moderator", "panellist", "speaker", "host"))
    record = occurrence_record(Occurrence(PROGRAMME, replace(PANEL, participants=people), PANEL.when))

    assert record["speakers"] == ["Ana Sánchez", "Ana Sánchez"]


def test_occurrence_record_names_the_address_that_its_time_hangs_on() -> None:
    session = replace(PANEL, relative_to="opening")

    assert occurrence_record(Occurrence(PROGRAMME, session, session.when))["relative_to"] == "vienna-session/opening"


def test_event_record_says_all_in_the_promised_order() -> None:
    assert list(event_record(PROGRAMME).items()) == list(PROGRAMME_RECORD.items())


def test_event_record_without_dates_has_those_of_its_sessions() -> None:
    assert event_record(replace(PROGRAMME, dates=None)) == {
        **PROGRAMME_RECORD,
        "precision": "timed",
        "start": "2017-09-04T10:15:00+02:00",
        "end": "2017-09-04T13:00:00+02:00",
    }


def test_event_record_in_another_zone_converts_times_and_keeps_its_timezone() -> None:
    assert event_record(replace(PROGRAMME, dates=None), NEW_YORK) == {
        **PROGRAMME_RECORD,
        "precision": "timed",
        "start": "2017-09-04T04:15:00-04:00",
        "end": "2017-09-04T07:00:00-04:00",
    }


def test_event_record_without_zone_has_that_of_its_dates() -> None:
    assert event_record(replace(PROGRAMME, zone=None)) == PROGRAMME_RECORD


def test_event_record_of_an_empty_programme_knows_nothing_it_was_not_told() -> None:
    assert event_record(Programme("p", "P", "p.yaml", status=Status.CANCELLED)) == {
        "id": "p",
        "title": "P",
        "short_title": None,
        "kind": "meeting",
        "status": "cancelled",
        "precision": None,
        "start": None,
        "end": None,
        "timezone": None,
        "city": None,
        "country": None,
        "venue": None,
        "sessions": 0,
        "revision": None,
        "url": None,
        "file": "p.yaml",
        "repeats": None,
        "categories": [],
    }


def test_diagnostic_record_says_all_in_the_promised_order() -> None:
    notes = (Note("first given here", Span("a.yaml", 3, 9)), Note("ids are compared without case"))
    record = diagnostic_record(Diagnostic(BROKEN, "id 'a' is given twice", Span("a.yaml", 7, 9, 1), notes))

    assert list(record.items()) == [
        ("severity", "error"),
        ("code", "duplicate-id"),
        ("message", "id 'a' is given twice"),
        ("file", "a.yaml"),
        ("line", 7),
        ("column", 9),
        (
            "notes",
            [
                {"message": "first given here", "file": "a.yaml", "line": 3, "column": 9},
                {"message": "ids are compared without case", "file": None, "line": None, "column": None},
            ],
        ),
        ("sheet", None),
    ]


def test_record_names_are_those_that_the_schema_command_knows() -> None:
    assert set(RECORD_NAMES) == {each.value for each in Record}


@pytest.mark.parametrize(("name", "record"), [("occurrence", PANEL_RECORD), ("event", PROGRAMME_RECORD)])
def test_field_names_are_those_of_the_records(name: str, record: dict[str, object]) -> None:
    assert field_names(name) == tuple(record)


@pytest.mark.parametrize(
    ("fields", "unknown"),
    [
        (["id", "start", "people", "hours"], ()),
        (["people.0.name", "people.12", "sources.0"], ()),
        (["idd", "id", "shoe"], ("idd", "shoe")),
        (["people.name", "people.0.name"], ()),
        (["people.shoe", "people.0.shoe", "sources.0.1"], ("people.shoe", "people.0.shoe", "sources.0.1")),
        (["id.0", "people.", "", "."], ("id.0", "people.", "", ".")),
        ([], ()),
    ],
)
def test_unknown_fields_are_those_that_no_record_has(fields: list[str], unknown: tuple[str, ...]) -> None:
    assert unknown_fields(fields, "occurrence") == unknown


def test_unknown_fields_depend_on_the_record() -> None:
    assert [unknown_fields(["file", "room"], each) for each in ("event", "diagnostic", "occurrence")] == [
        ("room",),
        ("room",),
        ("file",),
    ]


def test_occurrence_records_of_many_are_those_of_each() -> None:
    found = [occurrence(when) for when, *_ in SHOWN]
    assert list(map(dict, occurrence_records(found, NEW_YORK))) == [occurrence_record(each, NEW_YORK) for each in found]


def test_occurrence_records_know_their_fields() -> None:
    record = next(occurrence_records([occurrence(PANEL.when)]))
    assert (tuple(record), len(record)) == (field_names("occurrence"), len(field_names("occurrence")))


@given(
    st.sampled_from([VIENNA, NEW_YORK, "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "UTC"]),
    st.sampled_from(["2011-12-30", "2017-03-26", "2017-10-29", "2017-11-05", "2017-04-02", "2018-06-17"]),
    st.integers(-24 * 60, 48 * 60),
    st.integers(0, 1),
    st.sampled_from([None, "Asia/Kolkata", VIENNA]),
)
def test_moment_text_is_that_of_the_instant_when_the_clocks_change(
    own: str, day: str, minutes: int, fold: int, zone: str | None
) -> None:
    time = (datetime.fromisoformat(day) + timedelta(minutes=minutes)).replace(fold=fold)
    assert moment_text(time, own, zone) == wall(instant(time, own), zone or own).isoformat(timespec="seconds")


@pytest.mark.parametrize(
    ("when", "date"),
    [
        (window("2017-12-01", "2018-01-01"), None),
        (window("2017-12-01", "2017-12-02"), "2017-12-01"),
        (days("2017-09-04", "2017-09-06"), "2017-09-04"),
    ],
)
def test_day_of_a_window_is_none_that_is_known(when: When, date: str | None) -> None:
    assert occurrence_record(occurrence(when))["date"] == date
