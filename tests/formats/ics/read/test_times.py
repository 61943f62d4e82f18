"""The times of VEVENTs: zones, ends, durations, days."""

from datetime import UTC, date, datetime

import pytest

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.model.diagnostic import in_order
from agendacli.model.findings import Findings
from agendacli.model.when import Days, Hours, Timed, bounds

NO_END = "the end was taken as not known"


def timed(start: str, end: str | None, zone: str = "Europe/Vienna") -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None, zone)


def days(start: str, end: str) -> Days:
    return Days(date.fromisoformat(start), date.fromisoformat(end), None, Hours.ALL)


def when(*lines: str, head: tuple[str, ...] = (), insist: bool = False) -> tuple[object, list[str]]:
    """The time of the one VEVENT with those lines, and what is told but for floating times, read in Europe/Vienna."""
    text = "\n".join(("BEGIN:VCALENDAR", *head, "BEGIN:VEVENT", "UID:a", *lines, "END:VEVENT", "END:VCALENDAR"))
    findings = Findings()
    programme = read_calendar(text.encode(), "x.ics", "Europe/Vienna", findings, insist=insist)
    assert programme
    (session,) = programme.sessions
    told = [each.message for each in in_order(findings.all)]
    return session.when, [each for each in told if not each.startswith("times without a zone")]


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
        ("DTEND:soon", f"DTEND `soon` is not a time; {NO_END}"),
        ("DURATION:long", f"DURATION `long` is not a duration; {NO_END}"),
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
    message = (
        "X-WR-TIMEZONE `Moon` is not a known time zone; "
        "floating times were read in Europe/Vienna; `--zone` says another"
    )
    assert when("DTSTART:20170904T101500", head=("X-WR-TIMEZONE:Moon",)) == (NO_LENGTH, [message])


def test_unknown_zone_floats_and_is_told() -> None:
    message = "`Moon` is not a known time zone, and the file does not define it; read in Europe/Vienna"
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


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["DTSTART;VALUE=DATE:20110804T120000", "DTEND;VALUE=DATE:20110804T140000"],
            timed("2011-08-04 12:00", "2011-08-04 14:00"),
        ),
        (["DTSTART;VALUE=DATE:20110804T120000", "DURATION:PT1H"], timed("2011-08-04 12:00", "2011-08-04 13:00")),
        (
            ["DTSTART;VALUE=DATE:20110804T000000", "DTEND;VALUE=DATE:20110804T140000"],
            timed("2011-08-04 00:00", "2011-08-04 14:00"),
        ),
    ],
)
def test_day_with_a_time_keeps_the_time_and_is_told(lines: list[str], expected: Timed) -> None:
    found, told = when(*lines)
    assert found == expected
    assert told
    assert all(each.endswith("says VALUE=DATE and has a time, which was kept") for each in told)


def test_days_from_midnight_to_midnight_are_days() -> None:
    found = when("DTSTART;VALUE=DATE:20110804T000000", "DTEND;VALUE=DATE:20110806T000000")
    assert found == (days("2011-08-04", "2011-08-06"), [])


@pytest.mark.parametrize(("length", "end"), [("PT0DT1H10M0S", "11:25"), ("PT1DT1H", "11:15 +1"), ("P0DT1H", "11:15")])
def test_length_with_a_t_before_its_days_is_a_length(length: str, end: str) -> None:
    day = "05" if end.endswith("+1") else "04"
    assert when("DTSTART:20170904T101500", f"DURATION:{length}") == (
        timed("2017-09-04 10:15", f"2017-09-{day} {end[:5]}"),
        [],
    )


@pytest.mark.parametrize(
    ("start", "zone", "clock"),
    [
        ("DTSTART:20240601T100000+0200", "Etc/GMT-2", "10:00"),
        ("DTSTART:2024-06-01T10:00:00+02:00", "Etc/GMT-2", "10:00"),
        ("DTSTART:2024-06-01T10:00:00.000-05:00", "Etc/GMT+5", "10:00"),
        ("DTSTART:20240601T100000+0530", "Asia/Kolkata", "10:00"),
        ("DTSTART:20240601T100000+0000", "UTC", "10:00"),
        ("DTSTART:20240601T100000-0330", "UTC", "13:30"),
        ("DTSTART:2024-06-01T10:00:00.000Z", "UTC", "10:00"),
        ("DTSTART;TZID=Europe/Vienna:20240601T100000+0100", "Europe/Vienna", "11:00"),
    ],
)
def test_time_with_an_offset_is_that_instant(start: str, zone: str, clock: str) -> None:
    found, told = when(start)
    assert found == timed(f"2024-06-01 {clock}", f"2024-06-01 {clock}", zone)
    assert len(told) == 1
    assert "is not written as RFC 5545 has it; it was read as 2024-06-01T10:00:00" in told[0]


@pytest.mark.parametrize(
    ("tzid", "zone", "clock"),
    [
        ('"UTC+02:00"', "Etc/GMT-2", "10:00"),
        ("GMT+0200", "Etc/GMT-2", "10:00"),
        ("UTC-5", "Etc/GMT+5", "10:00"),
        ('"+05:45"', "Asia/Kathmandu", "10:00"),
        ("GMT-0330", "UTC", "13:30"),
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', "Europe/Amsterdam", "10:00"),
        ("Eastern Standard Time 1", "America/New_York", "10:00"),
    ],
)
def test_zone_that_its_name_states_needs_no_definition(tzid: str, zone: str, clock: str) -> None:
    found = timed(f"2024-06-01 {clock}", f"2024-06-01 {clock}", zone)
    assert when(f"DTSTART;TZID={tzid}:20240601T100000") == (found, [])


def test_place_that_is_not_known_leaves_the_offset_that_stands_beside_it() -> None:
    found = timed("2024-06-01 10:00", "2024-06-01 10:00", "Etc/GMT-1")
    message = "`(UTC+01:00) Atlantis` is not a known time zone; it was read as UTC+1 all through the year"
    assert when('DTSTART;TZID="(UTC+01:00) Atlantis":20240601T100000') == (found, [message])


@pytest.mark.parametrize("tzid", ["GMT+05:30", "tzone://Microsoft/Custom", r"(UTC+05:30) Chennai\, Kolkata"])
@pytest.mark.parametrize("value", ["20260904T020000", "2026-09-04T02:00:00"])
def test_zone_with_a_colon_and_no_quotation_marks_ends_where_the_time_begins(tzid: str, value: str) -> None:
    define = "BEGIN:VTIMEZONE", "TZID:tzone://Microsoft/Custom", "BEGIN:STANDARD", "DTSTART:19700101T000000"
    offsets = "TZOFFSETFROM:+0530", "TZOFFSETTO:+0530", "END:STANDARD", "END:VTIMEZONE"
    plain = "BEGIN:VEVENT", "UID:b", "DTSTART;TZID=GMT+05:20260904T020000", "END:VEVENT"
    text = "\n".join(
        (
            "BEGIN:VCALENDAR",
            *define,
            *offsets,
            *plain,
            "BEGIN:VEVENT",
            "UID:a",
            f"DTSTART;TZID={tzid}:{value}",
            "END:VEVENT",
        )
    )
    findings = Findings()
    programme = read_calendar(text.encode(), "x.ics", "Europe/Vienna", findings)
    assert programme
    _, found = programme.sessions
    assert bounds(found.when).start == datetime(2026, 9, 3, 20, 30, tzinfo=UTC)
    assert any("belongs in quotation marks" in each.message for each in findings.all)


def test_floating_times_are_told_once_with_the_option_that_says_their_zone() -> None:
    entry = "BEGIN:VEVENT\nUID:{}\nDTSTART:20240601T100000\nEND:VEVENT"
    findings = Findings()
    text = "\n".join(("BEGIN:VCALENDAR", *(entry.format(n) for n in range(3)), "END:VCALENDAR"))
    read_calendar(text.encode(), "x.ics", "Europe/Vienna", findings)
    (told,) = findings.all
    assert told.message == "times without a zone were read in Europe/Vienna, as here; `--zone` says another"
    assert [each.message for each in told.notes] == ["2 more like it, the last in line 10"]


ENTRY = "BEGIN:VEVENT", "UID:a", "DTSTART:20240601T100000", "END:VEVENT"


@pytest.mark.parametrize("head", [(), ("X-WR-TIMEZONE:Asia/Tokyo",)])
def test_floating_times_whose_zone_somebody_said_are_not_told(head: tuple[str, ...]) -> None:
    findings = Findings()
    lines = "BEGIN:VCALENDAR", *head, *ENTRY, "END:VCALENDAR"
    read_calendar("\n".join(lines).encode(), "x.ics", "Europe/Vienna", findings, insist=not head)
    assert findings.all == ()


def test_calendar_in_utc_that_names_its_zone_is_shown_on_those_clocks() -> None:
    zone, series = (
        "X-WR-TIMEZONE:Europe/Madrid",
        ("DTSTART:20260324T223000Z", "DTEND:20260324T233000Z", "RRULE:FREQ=WEEKLY"),
    )
    for late in (False, True):
        parts = "BEGIN:VEVENT", "UID:a", *series, "END:VEVENT"
        lines = ("BEGIN:VCALENDAR", *((*parts, zone) if late else (zone, *parts)), "END:VCALENDAR")
        programme = read_calendar("\n".join(lines).encode(), "x.ics", "Asia/Tokyo", Findings())
        assert programme
        shown = [each.when for each in expand((programme,), end=datetime(2026, 4, 8, tzinfo=UTC))]
        assert shown == [
            timed("2026-03-24 23:30", "2026-03-25 00:30", "Europe/Madrid"),
            timed("2026-04-01 00:30", "2026-04-01 01:30", "Europe/Madrid"),
            timed("2026-04-08 00:30", "2026-04-08 01:30", "Europe/Madrid"),
        ]


def test_date_that_says_it_is_one_and_has_midnight_is_a_day() -> None:
    lines = "DTSTART;VALUE=DATE:20170904", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20170905T000000"
    text = "\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", *lines, "END:VEVENT", "END:VCALENDAR"))
    programme = read_calendar(text.encode(), "x.ics", "Europe/Vienna", Findings())
    assert programme
    assert [each.when for each in expand((programme,))] == [
        days("2017-09-04", "2017-09-05"),
        days("2017-09-06", "2017-09-07"),
    ]
