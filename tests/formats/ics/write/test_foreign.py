"""What a calendar holds, written again: it stays the item that it is."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.items import Items, read_items
from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.formats.ics.uid import programme_part
from agendacli.formats.ics.update.changes import Scope, Updated, updated
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.plans import uids
from agendacli.formats.ics.write.stamps import stamp_of
from agendacli.formats.ics.write.writer import calendar, items, whole_file
from agendacli.model.findings import Findings
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed

PLAIN = CalendarOptions()
HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Somebody//EN")
TEA = ("UID:tea/1@x.org", "DTSTAMP:20260101T120000Z", "SEQUENCE:3", "DTSTART:20260105T100000Z", "SUMMARY:Tea")
CAKE = ("UID:cake\\, sweet@x.org", "DTSTAMP:20260101T120000Z", "DTSTART:20260105T110000Z", "SUMMARY:Cake")


def file_of(*events: tuple[str, ...]) -> bytes:
    lines = (*HEAD, *(line for each in events for line in ("BEGIN:VEVENT", *each, "END:VEVENT")), "END:VCALENDAR", "")
    return "\r\n".join(lines).encode()


def read(data: bytes, file: str = "theirs.ics") -> Programme:
    found = read_calendar(data, file, "UTC", Findings())
    assert found
    return found


def written(programme: Programme, options: CalendarOptions = PLAIN) -> bytes:
    return calendar(expand((programme,)), options)


def lines(data: bytes, *names: str) -> list[str]:
    found = data.decode().replace("\r\n ", "").split("\r\n")
    return [each for each in found if each.split(":")[0].split(";")[0] in names]


def update(old: bytes, programme: Programme) -> Updated:
    known = read_items(old)
    assert isinstance(known, Items)
    scope = Scope(
        {programme_part(programme): stamp_of(programme, PLAIN)}, uids((programme,), known.by_uid, expanded=False)
    )
    return updated(items(expand((programme,)), PLAIN), known.by_uid, scope)


def test_uid_sequence_and_stamp_are_those_of_the_calendar() -> None:
    data = written(read(file_of(TEA, CAKE)))
    assert lines(data, "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "X-AGENDA-EVENT") == [
        "DTSTAMP:20260101T120000Z",
        "UID:tea/1@x.org",
        "SEQUENCE:3",
        "LAST-MODIFIED:20260101T120000Z",
        "X-AGENDA-EVENT:theirs",
        "DTSTAMP:20260101T120000Z",
        "UID:cake\\, sweet@x.org",
        "SEQUENCE:0",
        "LAST-MODIFIED:20260101T120000Z",
        "X-AGENDA-EVENT:theirs",
    ]


@pytest.mark.parametrize("stamp", ["DTSTAMP:soon", "DTSTAMP:19700101T000000Z", "X-NO:stamp"])
def test_what_has_no_stamp_gets_that_of_its_calendar(stamp: str) -> None:
    programme = read(file_of((*TEA[:1], stamp, *TEA[2:])))
    assert lines(written(programme), "DTSTAMP", "LAST-MODIFIED") == ["DTSTAMP:19700101T000000Z"]
    dated = replace(programme, revision=date(2026, 3, 1))
    assert lines(written(dated), "DTSTAMP") == ["DTSTAMP:20260301T000000Z"]


def test_what_has_no_uid_gets_one_of_its_content() -> None:
    (uid,) = lines(written(read(file_of(TEA[1:]))), "UID")
    assert uid.startswith("UID:no-uid-")
    assert uid.endswith(".theirs@agendacli")


def test_own_file_read_and_written_again_is_the_same_bytes() -> None:
    session = Session("tea", "Tea", Timed(datetime.fromisoformat("2026-01-05 10:00"), None, "Europe/Vienna"))
    party = Programme("party", "A party", "party.yaml", "Party", revision=date(2026, 1, 1), sessions=(session,))
    first = written(party)
    assert written(read(first, "party.ics")) == first


def test_copy_of_a_copy_is_the_same_bytes() -> None:
    first = written(read(file_of(TEA, CAKE)))
    assert written(read(first)) == first


def test_expanded_occurrences_are_items_of_their_own() -> None:
    repeated = read(file_of((*TEA, "RRULE:FREQ=DAILY;COUNT=2")))
    assert lines(written(repeated, CalendarOptions(expanded=True)), "UID") == [
        "UID:tea%252F1%40x%2Eorg%2F20260105T100000Z.theirs@agendacli",
        "UID:tea%252F1%40x%2Eorg%2F20260106T100000Z.theirs@agendacli",
    ]


def test_update_keeps_changes_and_cancels_what_the_calendar_holds() -> None:
    old = written(read(file_of(TEA, CAKE)))
    later = read(file_of((*TEA[:-1], "SUMMARY:Green tea")))
    found = update(old, later)
    assert [(str(each.kind), each.address, each.fields) for each in found.changes] == [
        ("changed", "theirs/tea/1@x.org", ("title",)),
        ("cancelled", "theirs/cake, sweet@x.org", ()),
    ]
    new = whole_file(expand((later,)), found.items, PLAIN)
    assert lines(new, "UID", "SEQUENCE", "STATUS") == [
        "UID:tea/1@x.org",
        "SEQUENCE:4",
        "STATUS:CONFIRMED",
        "UID:cake\\, sweet@x.org",
        "SEQUENCE:1",
        "STATUS:CANCELLED",
    ]
    assert update(new, later).changes == ()


def test_update_of_another_calendar_leaves_its_items_out() -> None:
    old = written(read(file_of(TEA, CAKE), "others.ics"))
    assert update(old, read(file_of(TEA))).changes == ()


def test_update_of_their_own_file_takes_up_its_items() -> None:
    found = update(file_of(TEA, CAKE), read(file_of((*TEA[:-1], "SUMMARY:Green tea"))))
    assert [(str(each.kind), each.uid) for each in found.changes] == [("changed", "tea/1@x.org")]
    assert found.items[0].sequence == 4
