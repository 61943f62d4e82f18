"""Versions of one VEVENT, and occurrences that differ from their series."""

from datetime import date, datetime

from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.model.diagnostic import in_order
from agendacli.model.findings import Findings
from agendacli.model.programme import Change, Repeat, Session, Status
from agendacli.model.when import Days, Hours, Timed

Entry = tuple[str, ...]
WEEKLY = "RRULE:FREQ=WEEKLY"
MASTER: Entry = (
    "UID:a", "SUMMARY:Series", "DTSTART;TZID=Europe/Vienna:20170904T100000", "DTEND;TZID=Europe/Vienna:20170904T120000",
    WEEKLY,
)  # fmt: skip
MOVED: Entry = (
    "UID:a", "SUMMARY:Moved", "RECURRENCE-ID:20170911T080000Z", "DTSTART;TZID=Europe/Vienna:20170912T150000",
)  # fmt: skip


def read(*entries: Entry) -> tuple[tuple[Session, ...], list[str]]:
    lines = [line for each in entries for line in ("BEGIN:VEVENT", *each, "END:VEVENT")]
    findings = Findings()
    text = "\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR"))
    programme = read_calendar(text.encode(), "x.ics", "Europe/Vienna", findings)
    assert programme
    return tuple(programme.sessions), [str(each).removeprefix("x.ics:") for each in in_order(findings.all)]


def timed(start: str, end: str | None) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None, "Europe/Vienna")


AFTERNOON = timed("2017-09-12 15:00", "2017-09-12 15:00")


def changes(*entries: Entry) -> list[tuple[str, str, object, bool]]:
    """Original start, title, time and reach of every change in the one session that is read."""
    (found,), told = read(*entries)
    assert found.repeat
    assert told == []
    return [(str(each.original), each.session.title, each.session.when, each.onwards) for each in found.repeat.changes]


def test_moved_occurrence_is_a_change_of_its_series() -> None:
    (found,), told = read(MASTER, MOVED)
    moved = Session("a", "Moved", AFTERNOON)
    change = Change(datetime.fromisoformat("2017-09-11 10:00"), moved)
    assert found == Session(
        "a",
        "Series",
        timed("2017-09-04 10:00", "2017-09-04 12:00"),
        repeat=Repeat(("FREQ=WEEKLY",), changes=(change,), exact=True),
    )
    assert told == []


def test_order_does_not_count() -> None:
    assert read(MOVED, MASTER) == read(MASTER, MOVED)


def test_changes_come_in_the_order_of_their_originals() -> None:
    later = (*MOVED[:2], "RECURRENCE-ID;TZID=Europe/Vienna:20170918T100000", MOVED[3])
    assert [start for start, *_ in changes(later, MASTER, MOVED)] == ["2017-09-11 10:00:00", "2017-09-18 10:00:00"]


def test_change_may_hold_from_there_on() -> None:
    onwards = (*MOVED[:2], "RECURRENCE-ID;RANGE=THISANDFUTURE:20170911T080000Z", MOVED[3])
    assert changes(MASTER, onwards) == [("2017-09-11 10:00:00", "Moved", AFTERNOON, True)]


def test_day_stands_for_the_usual_hour_on_it() -> None:
    day = (*MOVED[:2], "RECURRENCE-ID;VALUE=DATE:20170911", MOVED[3])
    assert changes(MASTER, day) == [("2017-09-11 10:00:00", "Moved", AFTERNOON, False)]


def test_change_takes_from_its_series_what_it_leaves_out() -> None:
    cancelled = ("UID:a", MOVED[2], "STATUS:CANCELLED")
    (found,), told = read(MASTER, cancelled)
    assert found.repeat
    assert told == []
    assert [each.session for each in found.repeat.changes] == [
        Session("a", "Series", timed("2017-09-11 10:00", "2017-09-11 12:00"), status=Status.CANCELLED)
    ]


def test_change_of_days_is_known_by_its_day() -> None:
    master = ("UID:a", "SUMMARY:b", "DTSTART:20170904", WEEKLY)
    moved = ("UID:a", "SUMMARY:c", "RECURRENCE-ID:20170911T000000Z", "DTSTART:20170912")
    when = Days(date(2017, 9, 12), date(2017, 9, 13), None, Hours.ALL)
    assert changes(master, moved) == [("2017-09-11", "c", when, False)]


def test_change_of_a_session_that_does_not_repeat_is_kept() -> None:
    assert len(changes(MASTER[:-1], MOVED)) == 1


def test_original_that_is_no_time_is_the_start() -> None:
    (found,), told = read(MASTER, (*MOVED[:2], "RECURRENCE-ID:soon", MOVED[3]))
    assert found.repeat
    assert str(found.repeat.changes[0].original) == "2017-09-12 15:00:00"
    assert told == ["12:1: warning[ics-value]: RECURRENCE-ID `soon` is not a time; taken as the start"]


def test_occurrences_without_series_are_a_session_of_their_own() -> None:
    later = ("UID:a", "SUMMARY:Later", "RECURRENCE-ID;TZID=Europe/Vienna:20170918T100000", "STATUS:CANCELLED")
    (found,), told = read(later, (*MOVED, "DTEND;TZID=Europe/Vienna:20170912T160000"))
    assert told == []
    assert found == Session(
        "a",
        "Moved",
        timed("2017-09-11 10:00", "2017-09-11 11:00"),
        repeat=Repeat(
            added=(timed("2017-09-18 10:00", "2017-09-18 11:00"),),
            changes=(
                Change(
                    datetime.fromisoformat("2017-09-11 10:00"),
                    Session("a", "Moved", timed("2017-09-12 15:00", "2017-09-12 16:00")),
                ),
                Change(
                    datetime.fromisoformat("2017-09-18 10:00"),
                    Session("a", "Later", timed("2017-09-18 10:00", "2017-09-18 11:00"), status=Status.CANCELLED),
                ),
            ),
        ),
    )


def test_day_without_series_is_a_session_too() -> None:
    (found,), _ = read(("UID:a", "RECURRENCE-ID:20170911", "SUMMARY:b"))
    assert found.when == Days(date(2017, 9, 11), date(2017, 9, 12), None, Hours.ALL)


def titles(*entries: Entry) -> tuple[list[str], list[str]]:
    found, told = read(*entries)
    return [each.title for each in found], told


def version(title: str, sequence: str = "", stamp: str = "") -> Entry:
    return ("UID:a", f"SUMMARY:{title}", f"SEQUENCE:{sequence}", f"DTSTAMP:{stamp}", "DTSTART:20170904")


def older(line: int, newer: int) -> list[str]:
    return [f"{line}:1: warning[ics-copy]: a newer version of this VEVENT is on line {newer} (UID a); that one counts"]


def test_higher_sequence_wins() -> None:
    assert titles(version("old", "1", "20170102T000000Z"), version("new", "10", "20170101T000000Z")) == (
        ["new"],
        older(2, 9),
    )
    assert titles(version("new", "2"), version("old", "x")) == (["new"], older(9, 2))


def test_later_stamp_wins_among_equal_sequences() -> None:
    assert titles(version("new", "1", "20170102T000000Z"), version("old", "1", "20170101T000000Z"))[0] == ["new"]
    assert titles(version("old", "1", "20170101T000000"), version("new", "1", "20170102"))[0] == ["new"]


def test_equal_copies_are_one() -> None:
    assert titles(version("same"), version("same")) == (["same"], [])


def test_other_vevent_of_the_same_version_is_lost() -> None:
    assert titles(version("first"), version("second")) == (
        ["second"],
        [
            (
                "2:1: error[ics-lost]: another VEVENT with the same UID, SEQUENCE and DTSTAMP is on line 9; "
                "this one was left out (UID a)"
            )
        ],
    )


def test_versions_of_an_occurrence_are_known_by_its_instant() -> None:
    newer = (*MOVED[:1], "SUMMARY:Newer", "RECURRENCE-ID;TZID=Europe/Vienna:20170911T100000", MOVED[3], "SEQUENCE:1")
    (found,), told = read(MASTER, newer, MOVED)
    assert found.repeat
    assert [each.session.title for each in found.repeat.changes] == ["Newer"]
    assert told == older(16, 9)
