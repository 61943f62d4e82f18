"""Calendars that others wrote, where they are at hand, and what several libraries agree that they say."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.model.diagnostic import Diagnostic, Severity
from agendacli.model.findings import Findings
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.when import Days, Timed
from agendacli.model.zones import instant

CORPUS = Path(__file__).parents[4].parent / "shared" / "corpus"
VALID = sorted(path for folder in ("valid", "repeats") for path in (CORPUS / folder).glob("*.ics"))
INVALID = sorted((CORPUS / "invalid").glob("*.ics"))
EXPECTED = CORPUS / "expected" / "occurrences.json"
AGREED = json.loads(EXPECTED.read_text()) if EXPECTED.is_file() else []
NO_CALENDARS = {"icalendar--fuzz_testcase_invalid_month.ics"}

OWN = """\
BEGIN:VCALENDAR
BEGIN:VEVENT
UID:a
SUMMARY:moved
RECURRENCE-ID:20170911T080000Z
DTSTART;TZID=Europe/Vienna:20170912T150000
DTEND;TZID=Europe/Vienna:20170912T160000
END:VEVENT
BEGIN:VEVENT
UID:a
SUMMARY:series
DTSTART;TZID=Europe/Vienna:20170904T100000
DTEND;TZID=Europe/Vienna:20170904T120000
RRULE:FREQ=WEEKLY;UNTIL=20171106
EXDATE:20170918T080000Z
RDATE;TZID=Asia/Tokyo:20170920T170000
END:VEVENT
BEGIN:VEVENT
UID:a
SUMMARY:later
RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Vienna:20171023T100000
DTSTART;TZID=Europe/Vienna:20171023T110000
DTEND;TZID=Europe/Vienna:20171023T123000
END:VEVENT
BEGIN:VEVENT
UID:b
DTSTART;VALUE=DATE:20170901
RRULE:FREQ=MONTHLY;COUNT=2
END:VEVENT
END:VCALENDAR
"""


def read(path: Path) -> tuple[Programme | None, tuple[Diagnostic, ...]]:
    findings = Findings()
    return read_calendar(path.read_bytes(), path.name, "Europe/Vienna", findings), findings.all


def shown(wall: datetime, zone: str) -> str:
    return f"{instant(wall, zone):%Y-%m-%dT%H:%M:%S}"


def span(occurrence: Occurrence) -> tuple[str, str, str | None]:
    """UID, start and end: UTC or days."""
    when = occurrence.when
    if isinstance(when, Days):
        return occurrence.session.id, str(when.start), str(when.end)
    assert isinstance(when, Timed)
    return occurrence.session.id, shown(when.start, when.zone), shown(when.end, when.zone) if when.end else None


def spans(programme: Programme, start: str, end: str) -> list[tuple[str, str, str | None]]:
    bounds = (datetime.fromisoformat(each).astimezone(UTC) for each in (start, end))
    return sorted(map(span, expand([programme], *bounds)), key=str)


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid_calendar_has_no_errors(path: Path) -> None:
    programme, found = read(path)
    assert programme
    assert [str(each) for each in found if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_invalid_calendar_is_read_as_far_as_it_goes(path: Path) -> None:
    programme, found = read(path)
    assert (programme is None) is (path.name in NO_CALENDARS)
    lines = path.read_bytes().count(b"\n") + 1
    assert all(1 <= each.span.line <= lines for each in found)


@pytest.mark.parametrize("agreed", AGREED, ids=lambda agreed: agreed[0])
def test_occurrences_are_those_that_others_agree_on(agreed: tuple[str, str, str, list[list[str]]]) -> None:
    name, start, end, expected = agreed
    programme, _ = read(CORPUS / name)
    assert programme
    assert spans(programme, start, end) == sorted(
        (tuple(part.rstrip("Z") for part in each) for each in expected), key=str
    )


def test_occurrences_of_a_calendar_of_our_own() -> None:
    findings = Findings()
    programme = read_calendar(OWN.encode(), "x.ics", "UTC", findings)
    assert programme
    assert findings.all == ()
    assert spans(programme, "2017-01-01T00:00Z", "2018-01-01T00:00Z") == [
        ("a", "2017-09-04T08:00:00", "2017-09-04T10:00:00"),
        ("a", "2017-09-12T13:00:00", "2017-09-12T14:00:00"),
        ("a", "2017-09-20T08:00:00", "2017-09-20T10:00:00"),
        ("a", "2017-09-25T08:00:00", "2017-09-25T10:00:00"),
        ("a", "2017-10-02T08:00:00", "2017-10-02T10:00:00"),
        ("a", "2017-10-09T08:00:00", "2017-10-09T10:00:00"),
        ("a", "2017-10-16T08:00:00", "2017-10-16T10:00:00"),
        ("a", "2017-10-23T09:00:00", "2017-10-23T10:30:00"),
        ("a", "2017-10-30T10:00:00", "2017-10-30T11:30:00"),
        ("a", "2017-11-06T10:00:00", "2017-11-06T11:30:00"),
        ("b", str(date(2017, 9, 1)), str(date(2017, 9, 2))),
        ("b", str(date(2017, 10, 1)), str(date(2017, 10, 2))),
    ]
