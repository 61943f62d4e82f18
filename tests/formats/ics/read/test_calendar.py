"""Whole files as programmes."""

import gc
from datetime import date

import pytest

from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.model.diagnostic import in_order
from agendacli.model.findings import Findings
from agendacli.model.programme import Programme, Status

OWN_ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:DAYLIGHT", "DTSTART:19810329T020000", "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT", "BEGIN:STANDARD",
    "DTSTART:19961027T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
LOCAL_MEAN = (
    "BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0007",
    "TZOFFSETTO:+0007", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
ZONE = "x.ics:2:1: warning[ics-zone]:"
UNREADABLE = ("BEGIN:VTIMEZONE", "TZID:Own", "END:VTIMEZONE")


def entry(uid: str, start: str = "DTSTART:20170904T100000Z", *more: str) -> tuple[str, ...]:
    return ("BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:b", start, *more, "END:VEVENT")


def calendar(*lines: str) -> str:
    return "\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""))


def read(text: str, file: str = "x.ics", floating: str = "Europe/Vienna") -> tuple[Programme, list[str]]:
    findings = Findings()
    programme = read_calendar(text.encode(), file, floating, findings)
    assert programme
    return programme, [str(each) for each in in_order(findings.all)]


def times(programme: Programme) -> list[tuple[str, str, str | None]]:
    return [(each.id, str(getattr(each.when, "start", "")), each.when.zone) for each in programme.sessions]


def test_calendar_says_what_it_is() -> None:
    programme, told = read(
        calendar(
            "NAME:Twin", r"X-WR-CALNAME:Meetings\, all", "X-WR-CALDESC:Everything", "URL:https://example.org",
            "X-WR-TIMEZONE:Asia/Tokyo", "LAST-MODIFIED:20170824T100000Z", *entry("a"),
        ),
        "My Calendar (1).ics",
    )  # fmt: skip
    assert programme == Programme(
        "my-calendar-1",
        "Meetings, all",
        "My Calendar (1).ics",
        kind="calendar",
        zone="Asia/Tokyo",
        url="https://example.org",
        revision=date(2017, 8, 24),
        description="Everything",
        sessions=programme.sessions,
        is_diary=True,
    )
    assert told == []


def test_names_of_rfc_7986_are_read() -> None:
    programme, _ = read(calendar("NAME:Meetings", "DESCRIPTION:Everything", "LAST-MODIFIED:20170824"))
    assert (programme.title, programme.description, programme.revision) == ("Meetings", "Everything", date(2017, 8, 24))


def test_calendar_without_a_name_has_that_of_its_file() -> None:
    assert [(each.id, each.title) for each in (read(calendar(), "a/Tour 2.ics")[0],)] == [("tour-2", "Tour 2")]
    assert read(calendar(), "-")[0].id == "stdin"
    assert read(calendar(), "stdin")[0].id == "stdin"


def test_zone_of_the_programme_is_the_only_one_in_use() -> None:
    assert read(calendar(*entry("a"), *entry("b", "DTSTART:20170904")))[0].zone == "UTC"
    assert read(calendar(*entry("a"), *entry("b", "DTSTART:20170904T100000")))[0].zone is None


def test_organizer_of_the_programme_is_the_only_one() -> None:
    ana = "ORGANIZER;CN=Ana:mailto:ana@example.org"
    assert read(calendar(*entry("a", "DTSTART:20170904", ana)))[0].organizer == "Ana"
    assert read(calendar(*entry("a", "DTSTART:20170904", ana), *entry("b")))[0].organizer is None
    assert read(calendar(*entry("a", "DTSTART:20170904", "ORGANIZER:mailto:ana")))[0].organizer is None


def test_several_calendars_are_one_programme() -> None:
    text = calendar("X-WR-CALNAME:First", "X-WR-TIMEZONE:Asia/Tokyo", *entry("a", "DTSTART:20170904T100000"))
    text += calendar("X-WR-CALNAME:Second", "X-WR-TIMEZONE:America/Lima", *entry("b", "DTSTART:20170904T100000"))
    programme, told = read(text)
    assert (programme.title, programme.zone, told) == ("First", None, [])
    assert times(programme) == [
        ("a", "2017-09-04 10:00:00", "Asia/Tokyo"),
        ("b", "2017-09-04 10:00:00", "America/Lima"),
    ]


def test_zone_of_the_calendar_may_come_last() -> None:
    text = calendar(
        *entry("a", "DTSTART:20170904T100000"), *entry("b"), *entry("c", "DTSTART;VALUE=DATE:20170904"),
        "X-WR-TIMEZONE:Asia/Tokyo",
    )  # fmt: skip
    assert times(read(text)[0]) == [
        ("a", "2017-09-04 10:00:00", "Asia/Tokyo"),
        ("b", "2017-09-04 10:00:00", "UTC"),
        ("c", "2017-09-04", None),
    ]


@pytest.mark.parametrize("forward", [False, True])
def test_own_zone_is_read_as_the_one_that_is_alike(forward: bool) -> None:  # noqa: FBT001 (a case)
    own = entry("a", "DTSTART;TZID=Own:20170904T100000")
    programme, told = read(calendar(*(own + OWN_ZONE if forward else OWN_ZONE + own)))
    assert (times(programme), told) == ([("a", "2017-09-04 10:00:00", "Europe/Vienna")], [])


@pytest.mark.parametrize("named", ['"(UTC+01:00) Atlantis, Mu"', r'"(UTC+01:00) Atlantis\, Mu"'])
@pytest.mark.parametrize("defined", ["(UTC+01:00) Atlantis, Mu", r"(UTC+01:00) Atlantis\, Mu"])
def test_own_zone_is_found_with_its_commas_escaped_or_not(named: str, defined: str) -> None:
    own = (line.replace("TZID:Own", f"TZID:{defined}") for line in OWN_ZONE)
    programme, told = read(calendar(*own, *entry("a", f"DTSTART;TZID={named}:20170904T100000")))
    assert (times(programme), told) == ([("a", "2017-09-04 10:00:00", "Europe/Vienna")], [])


def test_own_zone_is_compared_for_all_the_years_in_use() -> None:
    first = entry("a", "DTSTART;TZID=Own:20150904T100000", "EXDATE;TZID=Own:20190904T100000,soon")
    series = entry("b", "DTSTART;TZID=Own:20170904T100000", "RRULE:FREQ=YEARLY")
    programme, told = read(calendar(*OWN_ZONE, *first, *series))
    assert (times(programme)[1], told) == (("b", "2017-09-04 10:00:00", "Europe/Vienna"), [])


def test_own_zone_that_is_like_none_is_told_in_utc() -> None:
    programme, told = read(calendar(*LOCAL_MEAN, *entry("a", "DTSTART;TZID=Own:20170904T100000")))
    assert times(programme) == [("a", "2017-09-04 09:53:00", "UTC")]
    assert told == [f"{ZONE} no known zone keeps the time of `Own`; its times are shown in UTC, and repeat there"]


def test_own_zone_that_cannot_be_read_floats() -> None:
    programme, told = read(calendar(*UNREADABLE, *entry("a", "DTSTART;TZID=Own:20170904T100000")))
    assert times(programme) == [("a", "2017-09-04 10:00:00", "Europe/Vienna")]
    assert told == [
        f"{ZONE} the VTIMEZONE of `Own` has no rules that can be read",
        f"x.ics:8{ZONE[7:]} `Own` is not a known time zone, and the file does not define it; read in Europe/Vienna",
    ]


def test_known_zone_is_not_redefined() -> None:
    redefined = tuple(line.replace("TZID:Own", "TZID:Asia/Tokyo") for line in LOCAL_MEAN)
    programme, told = read(calendar(*redefined, *entry("a", "DTSTART;TZID=Asia/Tokyo:20170904T100000")))
    assert (times(programme), told) == ([("a", "2017-09-04 10:00:00", "Asia/Tokyo")], [])


def test_definition_without_a_name_is_passed_over() -> None:
    assert read(calendar("BEGIN:VTIMEZONE", "END:VTIMEZONE"))[1] == []


def test_cancelled_calendar_cancels_what_is_in_it() -> None:
    text = calendar("METHOD:CANCEL", *entry("a")) + calendar("METHOD:PUBLISH", *entry("b"))
    assert [each.status for each in read(text)[0].sessions] == [Status.CANCELLED, Status.CONFIRMED]


def test_entry_outside_of_a_calendar_is_read_and_told() -> None:
    programme, told = read("\n".join(entry("a")))
    assert times(programme) == [("a", "2017-09-04 10:00:00", "UTC")]
    assert told == ["x.ics:1:1: warning[ics-structure]: this VEVENT is outside any VCALENDAR"]


def test_lost_entry_does_not_cost_the_others() -> None:
    programme, told = read(calendar(*entry("a"), *entry("b", "DTSTART;TZID=Own:soon"), *entry("c")))
    assert [each.id for each in programme.sessions] == ["a", "c"]
    assert told == ["x.ics:10:1: error[ics-lost]: DTSTART `soon` is not a time; this VEVENT was left out (UID b)"]


@pytest.mark.parametrize("data", [b"", b"title: x\n", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"BEGIN:VCARD\nEND:VCARD\n"])
def test_text_that_is_no_calendar_is_an_error(data: bytes) -> None:
    findings = Findings()
    assert read_calendar(data, "x.ics", "UTC", findings) is None
    message = (
        "x.ics:1:1: error[ics-no-calendar]: this is not an iCalendar file: it has neither a VCALENDAR nor a VEVENT"
    )
    assert message in [str(each) for each in findings.all]


def test_garbage_is_collected_again_afterwards() -> None:
    read(calendar())
    assert gc.isenabled()
    gc.disable()
    try:
        read(calendar())
        assert not gc.isenabled()
    finally:
        gc.enable()
