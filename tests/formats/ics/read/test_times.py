"""The times of VEVENTs: zones, ends, durations, days."""

from datetime import date, datetime

import pytest

from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.model.diagnostic import in_order
from agendacli.model.findings import Findings
from agendacli.model.when import Days, Hours, Timed

NO_END = "the end was taken as not known"


def timed(start: str, end: str | None, zone: str = "Europe/Vienna") -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None, zone)


def days(start: str, end: str) -> Days:
    return Days(date.fromisoformat(start), date.fromisoformat(end), None, Hours.ALL)


def when(*lines: str, head: tuple[str, ...] = (), insist: bool = False) -> tuple[object, list[str]]:
    """The time of the one VEVENT with those lines, and what is told; floating times are read in Europe/Vienna."""
    text = "\n".join(("BEGIN:VCALENDAR", *head, "BEGIN:VEVENT", "UID:a", *lines, "END:VEVENT", "END:VCALENDAR"))
    findings = Findings()
    programme = read_calendar(text.encode(), "x.ics", "Europe/Vienna", findings, insist=insist)
    assert programme
    (session,) = programme.sessions
    return session.when, [each.message for each in in_order(findings.all)]


NO_LENGTH = timed("2017-09-04 10:15", "2017-09-04 10:15")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["DTSTART:20170904T101500Z", "DTEND:20170904T130000Z"], timed("2017-09-04 10:15", "2017-09-04 13:00", "UTC")),
        (["DTSTART:20170904T101500", "DTEND:20170904T130000"], timed("2017-09-04 10:15", "2017-09-04 13:00")),
        (
            ["DTSTART;TZID=Asia/Tokyo:20170904T101500", "DTEND;TZID=Asia/Tokyo:20170904T130000"],
            timed("2017-09-04 10:15", "2017-09-04 13:00", "Asia/Tokyo"),
        ),
        (
            ["DTSTART;TZID=Tokyo Standard Time:20170904T101500", "DTEND;TZID=Tokyo Standard Time:20170905T101501"],
            timed("2017-09-04 10:15", "2017-09-05 10:15:01", "Asia/Tokyo"),
        ),
        (
            ["DTSTART;TZID=Europe/Vienna:20170904T101500", "DTEND;TZID=America/New_York:20170904T130000"],
            timed("2017-09-04 10:15", "2017-09-04 19:00"),
        ),
        (
            ["DTSTART;TZID=America/New_York:20170904T101500", "DTEND:20170904T130000"],
            timed("2017-09-04 10:15", "2017-09-04 13:00", "America/New_York"),
        ),
        (["DTSTART:20170904T101500Z", "DTEND:20170904T130000"], timed("2017-09-04 10:15", "2017-09-04 13:00", "UTC")),
        (["DTSTART:20170904T101500"], timed("2017-09-04 10:15", "2017-09-04 10:15")),
        (["DTSTART:20170904T101500", "DTEND:"], timed("2017-09-04 10:15", "2017-09-04 10:15")),
        (["DTSTART:20171029T023000"], timed("2017-10-29 02:30", "2017-10-29 02:30")),
        (["DTSTART:20170904T101500", "DTEND;VALUE=DATE:20170905"], timed("2017-09-04 10:15", "2017-09-05 00:00")),
        (["DTSTART:20170904T101500", "DURATION:PT2H45M"], timed("2017-09-04 10:15", "2017-09-04 13:00")),
        (["DTSTART:20170904T221500", "DURATION:PT2H45M"], timed("2017-09-04 22:15", "2017-09-05 01:00")),
        (["DTSTART:20170325T120000", "DURATION:P1D"], timed("2017-03-25 12:00", "2017-03-26 12:00")),
        (["DTSTART:20170325T120000", "DURATION:PT24H"], timed("2017-03-25 12:00", "2017-03-26 13:00")),
        (["DTSTART:20170326T010000", "DURATION:PT2H"], timed("2017-03-26 01:00", "2017-03-26 04:00")),
        (["DTSTART:20171029T023000", "DTEND:20171029T020000Z"], timed("2017-10-29 02:30", "2017-10-29 03:00")),
    ],
)
def test_time_on_the_clock(lines: list[str], expected: Timed) -> None:
    assert when(*lines) == (expected, [])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["DTSTART;VALUE=DATE:20170904"], days("2017-09-04", "2017-09-05")),
        (["DTSTART:20170904"], days("2017-09-04", "2017-09-05")),
        (["DTSTART;VALUE=DATE:20170904T000000"], days("2017-09-04", "2017-09-05")),
        (["DTSTART:20170904", "DTEND:20170906"], days("2017-09-04", "2017-09-06")),
        (["DTSTART:20170904", "DTEND:20170904"], days("2017-09-04", "2017-09-05")),
        (["DTSTART:20170904", "DTEND:20170906T000000Z"], days("2017-09-04", "2017-09-06")),
        (["DTSTART:20170904", "DTEND:20170906T100000"], days("2017-09-04", "2017-09-07")),
        (["DTSTART:20170904", "DURATION:P2D"], days("2017-09-04", "2017-09-06")),
        (["DTSTART:20170904", "DURATION:PT26H"], days("2017-09-04", "2017-09-06")),
        (
            ["DTSTART:20170904T000000", "DTEND:20170906T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"],
            days("2017-09-04", "2017-09-06"),
        ),
        (["DTSTART:20170904T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:true"], days("2017-09-04", "2017-09-05")),
    ],
)
def test_days(lines: list[str], expected: Days) -> None:
    assert when(*lines) == (expected, [])


def test_hours_that_outlook_calls_a_day_stay_hours() -> None:
    flag = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
    expected = timed("2017-09-04 10:00", "2017-09-05 00:00")
    assert when("DTSTART:20170904T100000", "DTEND:20170905T000000", flag) == (expected, [])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("DTEND:20170904T091500", f"DTEND `20170904T091500` does not come after the start; {NO_END}"),
        ("DTEND:20160904T101500", f"DTEND `20160904T101500` does not come after the start; {NO_END}"),
        ("DTEND;VALUE=DATE:20170904", f"DTEND `20170904` does not come after the start; {NO_END}"),
        ("DTEND:soon", f"DTEND `soon` is no time; {NO_END}"),
        ("DURATION:long", f"DURATION `long` is no duration; {NO_END}"),
        ("DURATION:-PT1H", f"DURATION `-PT1H` does not come after the start; {NO_END}"),
        ("DURATION:-P1D", f"DURATION `-P1D` does not come after the start; {NO_END}"),
        ("DURATION:P9999999D", f"DURATION `P9999999D` does not come after the start; {NO_END}"),
        ("DURATION:P2915200D", f"DURATION `P2915200D` does not come after the start; {NO_END}"),
    ],
)
def test_end_that_cannot_be_is_not_known(line: str, message: str) -> None:
    assert when("DTSTART:20170904T101500", line) == (timed("2017-09-04 10:15", None), [message])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("DTEND:20170904T101500", "DTEND `20170904T101500`"),
        ("DTEND:20170904T081500Z", "DTEND `20170904T081500Z`"),
        ("DURATION:PT0S", "DURATION `PT0S`"),
    ],
)
def test_end_at_the_start_takes_no_time_and_is_told(line: str, said: str) -> None:
    message = f"{said} is the start itself; it was read as taking no time"
    assert when("DTSTART:20170904T101500", line) == (NO_LENGTH, [message])


def test_end_that_our_own_calendars_do_not_state_is_not_known() -> None:
    own = ("PRODID:-//agendacli//agendacli//EN",)
    assert when("DTSTART:20170904T101500", head=own) == (timed("2017-09-04 10:15", None), [])


@pytest.mark.parametrize("line", ["DTEND:20170904", "DTEND:20170904T000000", "DURATION:PT0S", "X-OTHER:1"])
def test_midnight_that_outlook_calls_a_day_is_one_day(line: str) -> None:
    flag = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
    assert when("DTSTART:20170904T000000", line, flag)[0] == days("2017-09-04", "2017-09-05")


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("20170904T1015", "2017-09-04T10:15:00"),
        ("2017-09-04T10:15:00", "2017-09-04T10:15:00"),
        ("20170904t101500", "2017-09-04T10:15:00"),
        ("20170904T10:15", "2017-09-04T10:15:00"),
    ],
)
def test_time_in_another_form_is_read_and_told(value: str, read: str) -> None:
    message = f"DTSTART `{value}` is not written as RFC 5545 has it; it was read as {read}"
    assert when(f"DTSTART:{value}") == (NO_LENGTH, [message])


def test_leap_second_is_in_order() -> None:
    found = timed("2016-12-31 23:59:59", "2016-12-31 23:59:59", "UTC")
    assert when("DTSTART:20161231T235960Z") == (found, [])


def test_end_that_comes_before_the_start_when_the_clocks_go_forward_is_not_known() -> None:
    found = when("DTSTART:20170326T023000", "DTEND:20170326T031000")
    message = f"DTEND `20170326T031000` does not come after the start; {NO_END}"
    assert found == (timed("2017-03-26 02:30", None), [message])


@pytest.mark.parametrize(
    "line", ["DTEND:20170903", "DTEND:soon", "DURATION:long", "DURATION:-P1D", "DURATION:P9999999D"]
)
def test_days_that_end_before_they_begin_are_one_day(line: str) -> None:
    name, _, value = line.partition(":")
    message = f"{name} `{value}` gives no end after the start; taken as one day"
    assert when("DTSTART:20170904", line) == (days("2017-09-04", "2017-09-05"), [message])


def test_floating_time_is_read_in_the_zone_of_the_calendar() -> None:
    zone = ("X-WR-TIMEZONE:Asia/Tokyo",)
    expected = timed("2017-09-04 10:15", "2017-09-04 10:15", "Asia/Tokyo")
    assert when("DTSTART:20170904T101500", head=zone) == (expected, [])


def test_floating_time_is_read_as_asked_if_that_is_insisted_on() -> None:
    zone = ("X-WR-TIMEZONE:Asia/Tokyo",)
    assert when("DTSTART:20170904T101500", head=zone, insist=True) == (NO_LENGTH, [])


def test_zone_of_the_calendar_that_is_none_is_told() -> None:
    message = "X-WR-TIMEZONE `Moon` is no known time zone; floating times were read in Europe/Vienna"
    assert when("DTSTART:20170904T101500", head=("X-WR-TIMEZONE:Moon",)) == (NO_LENGTH, [message])


def test_unknown_zone_floats_and_is_told() -> None:
    message = "`Moon` is no known time zone, and the file does not define it; read in Europe/Vienna"
    assert when("DTSTART;TZID=Moon:20170904T101500", "DTEND;TZID=Moon:20170904T111500") == (
        timed("2017-09-04 10:15", "2017-09-04 11:15"),
        [message],
    )


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        (["DTSTART;VALUE=DATE:20170904", "DTEND;VALUE=DATE:90170906"], "9017-09-05"),
        (["DTSTART:20170904T100000Z", "DTEND:21170906T110000Z"], "2117-09-06"),
    ],
)
def test_what_takes_more_than_a_century_is_told(lines: list[str], last: str) -> None:
    years = int(last[:4]) - 2017
    assert when(*lines)[1] == [f"from 2017-09-04 to {last} it takes {years} years; correct the year of one of them"]


def test_century_itself_is_not_odd() -> None:
    assert when("DTSTART;VALUE=DATE:20000101", "DTEND;VALUE=DATE:21000101")[1] == []
