from collections.abc import Sequence
from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest

from agendacli.analysis.availability.free import FreeDay, FreeTime
from agendacli.analysis.availability.rooms import RoomDay, RoomUse
from agendacli.analysis.changes.affected import affected
from agendacli.analysis.changes.values import ChangeKind, Difference, Matched
from agendacli.analysis.conflicts.changed import ConflictChange, State
from agendacli.analysis.conflicts.parallel import Parallel
from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind
from agendacli.analysis.cover.needed import Needed
from agendacli.analysis.cover.plan import CoverPlan, Delegate, Missed
from agendacli.analysis.occurrences import expand
from agendacli.analysis.people import involvements
from agendacli.analysis.room_names import Room
from agendacli.load.cache.store import KeptFile
from agendacli.load.programmes import load
from agendacli.model.diagnostic import Code, Diagnostic, Note, Severity
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session
from agendacli.model.source import Citation
from agendacli.model.span import Span
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When
from agendacli.records.affected import affected_record
from agendacli.records.change import change_records
from agendacli.records.conflict import conflict_record
from agendacli.records.conflict_change import conflict_change_record
from agendacli.records.cover import cover_records
from agendacli.records.diagnostic import diagnostic_record
from agendacli.records.event import event_record
from agendacli.records.free import free_record
from agendacli.records.kept import kept_record
from agendacli.records.missed import missed_records
from agendacli.records.needed import needed_records
from agendacli.records.occurrence import occurrence_record
from agendacli.records.parallel import parallel_records
from agendacli.records.people import person_records
from agendacli.records.registry import RECORD_NAMES, field_names, record_schema
from agendacli.records.rooms import room_record
from agendacli.records.setting import ShownSetting, setting_record

VIENNA = "Europe/Vienna"
MORNING, NOON = datetime.fromisoformat("2017-09-04T10:15"), datetime.fromisoformat("2017-09-04T12:00:30")
FIRST, AFTER = date(2017, 9, 4), date(2017, 9, 6)
WHENS: tuple[When, ...] = (
    Timed(MORNING, NOON, VIENNA),
    Timed(MORNING, MORNING, VIENNA),
    Timed(MORNING, None, VIENNA),
    Days(FIRST, AFTER, None),
    Days(FIRST, AFTER, VIENNA, Hours.ALL),
    DayWindow(FIRST, AFTER, VIENNA),
    DayWindow(FIRST, AFTER, VIENNA, 2),
    TimeWindow(MORNING, NOON, VIENNA),
    TimeWindow(MORNING, NOON, VIENNA, timedelta(hours=1)),
)
SEATS = (
    Participant("chair", "Ms. Ana Sánchez, Chair", Person("sanchez", "Ana Sánchez"), "Chair"),
    Participant("chair", "United States", confirmed=False),
)


def occurrence(when: When) -> Occurrence:
    session = Session("s", "S", when, participants=SEATS, citations=(Citation("letter", 4),), relative_to="opening")
    return Occurrence(Programme("p", "P", "p.yaml", place=Place("Vienna"), sessions=(session,)), session, when)


def diagnostic(*notes: Note) -> Diagnostic:
    return Diagnostic(Code("odd", Severity.WARNING, "odd", "look"), "odd", Span("a.yaml", 3, 4), notes)


def conflict(when: When) -> Conflict:
    pair = occurrence(when), occurrence(when)
    return Conflict(Kind.ROOM, Certainty.CERTAIN, *pair, pair[0].bounds.start, pair[0].bounds.end)


def plan(when: When) -> CoverPlan:
    busy = Delegate("Ana Sánchez", (occurrence(when),))
    return CoverPlan((busy, Delegate("2", ())), (Missed(occurrence(when), (busy,)),))


FREE_HOURS = FreeTime(occurrence(WHENS[0]).bounds)
PARALLEL = Parallel(FREE_HOURS.interval.start, FREE_HOURS.interval.end, (occurrence(WHENS[0]),) * 2, 2)
ROOM_USES = [
    RoomUse((RoomDay(Room("Hall"), FIRST, zone, (occurrence(WHENS[0]),), (FREE_HOURS.interval,), ()),) * count)
    for zone in (VIENNA, "UTC")
    for count in (1, 2)
]
NEEDED = [
    Needed(FREE_HOURS.interval.start, FREE_HOURS.interval.end, 2),
    Needed(FREE_HOURS.interval.start, FREE_HOURS.interval.end, 3, ("p/s: some day in May 2017",), days_in=VIENNA),
]
DIFFERENCES = [
    *(Difference(ChangeKind.ADDED, occurrence(when), now=when, days=(FIRST,)) for when in WHENS),
    Difference(ChangeKind.MOVED, occurrence(WHENS[1]), occurrence(WHENS[0]), WHENS[0], WHENS[1], minutes=-30),
    Difference(ChangeKind.SEAT_FILLED, occurrence(WHENS[1]), occurrence(WHENS[0]), "USA (tbc)", "Ana", seat=SEATS[0]),
    Difference(ChangeKind.RENAMED, Programme("p", "Q", "p"), Programme("p", "P", "p"), "P", "Q", Matched.TITLE),
]
RECORDS: dict[str, list[dict[str, object]]] = {
    "occurrence": [occurrence_record(occurrence(when)) for when in WHENS],
    "event": [event_record(occurrence(when).programme) for when in WHENS] + [event_record(Programme("p", "P", "p"))],
    "conflict": [conflict_record(conflict(when)) for when in WHENS],
    "diagnostic": [
        diagnostic_record(diagnostic()),
        diagnostic_record(diagnostic(Note("first here", Span("a.yaml")), Note("look twice"))),
    ],
    "person": [dict(each) for each in person_records(involvements([occurrence(when) for when in WHENS]))],
    "room": [room_record(each, together=len(each.days) > 1) for each in ROOM_USES],
    "parallel": [dict(each) for each in parallel_records([PARALLEL])],
    "free": [free_record(FreeDay(FIRST, (occurrence(WHENS[0]),)), VIENNA), free_record(FREE_HOURS, VIENNA)],
    "setting": [
        setting_record(ShownSetting("tz", "UTC", "config", "config.toml:3")),
        setting_record(ShownSetting("events", ("bundled", "mine"), "default")),
    ],
    "change": [dict(each) for each in change_records(DIFFERENCES)],
    "conflict-change": [
        conflict_change_record(ConflictChange(State.NEW, conflict(WHENS[0]))),
        conflict_change_record(ConflictChange(State.CHANGED, conflict(WHENS[3]), conflict(WHENS[0])), VIENNA),
    ],
    "affected": [affected_record(each) for each in affected(DIFFERENCES)],
    "cover": [dict(each) for when in WHENS for each in cover_records(plan(when))],
    "missed": [dict(each) for when in WHENS for each in missed_records(plan(when).missed)],
    "needed": [dict(each) for each in needed_records(NEEDED)],
    "kept": [kept_record(KeptFile("a.yaml", 1_200, is_current=True, file=Path("a.compiled")))],
}


def faults(record: object, name: str) -> Sequence[str]:
    validator = import_module("jsonschema").Draft202012Validator(record_schema(name))
    return [each.json_path for each in validator.iter_errors(record)]


@pytest.mark.parametrize("name", RECORD_NAMES)
def test_record_schema_is_a_schema(name: str) -> None:
    import_module("jsonschema").Draft202012Validator.check_schema(record_schema(name))


@pytest.mark.parametrize("name", RECORD_NAMES)
def test_record_schema_describes_every_field_in_order(name: str) -> None:
    properties = record_schema(name)["properties"]

    assert isinstance(properties, dict)
    assert [(field, bool(each["description"])) for field, each in properties.items()] == [
        (field, True) for field in field_names(name)
    ]


@pytest.mark.parametrize("name", RECORD_NAMES)
def test_records_are_what_their_schema_says(name: str) -> None:
    assert [faults(each, name) for each in RECORDS[name]] == [[]] * len(RECORDS[name])


def test_records_of_the_bundled_events_are_what_their_schemas_say() -> None:
    programmes = load(["bundled"]).programmes
    occurrences = [occurrence_record(each) for each in expand(programmes)]
    events = [event_record(each) for each in programmes]

    found = [faults(each, "occurrence") for each in occurrences] + [faults(each, "event") for each in events]

    assert (found, len(events)) == ([[]] * (len(occurrences) + len(events)), 10)


@pytest.mark.parametrize("name", RECORD_NAMES)
def test_a_record_with_another_field_is_refused(name: str) -> None:
    assert faults({**RECORDS[name][0], "shoe": None}, name) == ["$"]


@pytest.mark.parametrize("name", RECORD_NAMES)
def test_a_record_without_one_of_its_fields_is_refused(name: str) -> None:
    record = RECORDS[name][0]
    lacking = [{key: each for key, each in record.items() if key != missing} for missing in record]

    assert [faults(each, name) for each in lacking] == [["$"]] * len(lacking)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "no address"),
        ("status", "maybe"),
        ("precision", "roughly"),
        ("start", "4 September"),
        ("start", "2017-09-04T10:15"),
        ("end", "2017-09-04 10:15"),
        ("duration", "PT"),
        ("duration", "2 h"),
        ("transparent", "no"),
        ("sources", None),
        ("people", [{"name": "Ana Sánchez"}]),
        ("hours", "some"),
    ],
)
def test_a_broken_occurrence_is_refused_at_its_field(field: str, value: object) -> None:
    broken = {**RECORDS["occurrence"][0], field: value}

    assert {each.split("[")[0] for each in faults(broken, "occurrence")} == {f"$.{field}"}
