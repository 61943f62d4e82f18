from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.model.fault import Fault
from agendacli.model.when import Hours
from agendacli.words.times.forms import ClockTime, EachDay, FromTo, PartOfDay, RelativeDay, SomeDay
from agendacli.words.times.grammar import CLOCK_HELP, DAYS_HELP, parse_clock, parse_date, parse_days

MONDAY = EachDay(date(2017, 9, 4), date(2017, 9, 5))


def refusal(found: object) -> tuple[str, str, tuple[int, int] | None]:
    assert isinstance(found, Fault), found
    return found.code.name, found.message, found.part


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2017-09-04", MONDAY),
        (" 2017-09-04 ", MONDAY),
        ("2017-09-04  to 2017-09-05", EachDay(date(2017, 9, 4), date(2017, 9, 6))),
        ("2017-04 to 2017-11", EachDay(date(2017, 4, 1), date(2017, 12, 1))),
        ("2017-12 to 2018-01-06", EachDay(date(2017, 12, 1), date(2018, 1, 7))),
        ("2016-02", SomeDay(date(2016, 2, 1), date(2016, 3, 1), None)),
        ("some day in 2017-12", SomeDay(date(2017, 12, 1), date(2018, 1, 1), None)),
        ("some day in 2017-12-05", SomeDay(date(2017, 12, 5), date(2017, 12, 6), None)),
        ("some day in 2017-12-01 to 2017-12-15", SomeDay(date(2017, 12, 1), date(2017, 12, 16), None)),
        ("some 2 days in 2017-12", SomeDay(date(2017, 12, 1), date(2018, 1, 1), 2)),
        ("some 31 days in 2017-12", SomeDay(date(2017, 12, 1), date(2018, 1, 1), 31)),
        ("2 weeks before meeting", RelativeDay(timedelta(days=-14), "meeting")),
        ("1 day after meeting", RelativeDay(timedelta(days=1), "meeting")),
    ],
)
def test_parse_days_reads_every_form(text: str, days: object) -> None:
    assert parse_days(text) == days


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("soon", "bad-date", f"`soon` is not a day; {DAYS_HELP}"),
        (
            "tomorrow",
            "bad-date",
            "`tomorrow` depends on the day on which it is read; write a date such as `2017-09-04`",
        ),
        ("", "bad-date", f"`` is not a day; {DAYS_HELP}"),
        (
            "4.9.2017",
            "bad-date",
            "`4.9.2017` could be 4 September 2017 or 9 April 2017; write `2017-09-04` or `2017-04-09`",
        ),
        ("4 September", "bad-date", "`4 September` names no year; write that as well"),
        ("4 September 3017", "bad-date", "`4 September 3017` is not a day of the calendar; write `2017-09-04`"),
        ("2017-02-29", "bad-date", "`2017-02-29` is not a day of the calendar; write `2017-09-04`"),
        ("2017-13", "bad-date", "`2017-13` is not a day of the calendar; write `2017-09-04`"),
        ("2017-09-04 to 2017-09-31", "bad-date", "`2017-09-31` is not a day of the calendar; write `2017-09-04`"),
        ("some day in 2017-00", "bad-date", "`2017-00` is not a day of the calendar; write `2017-09-04`"),
        (
            "2017-09-05 to 2017-09-04",
            "end-before-start",
            "`2017-09-05 to 2017-09-04` ends before it begins; turn the two round or correct them",
        ),
        ("some 0 days in 2017-12", "bad-date", "0 days do not fit into `2017-12`, which has 31"),
        ("some 32 days in 2017-12", "bad-date", "32 days do not fit into `2017-12`, which has 31"),
    ],
)
def test_parse_days_refuses_what_is_none(text: str, code: str, message: str) -> None:
    assert refusal(parse_days(text)) == (code, message, None)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("hours unknown", Hours.UNKNOWN),
        ("all day", Hours.ALL),
        ("10:15-13:00", FromTo(ClockTime(615, None, (0, 5)), ClockTime(780, None, (6, 5)))),
        ("9.05 – 10.00", FromTo(ClockTime(545, None, (0, 4)), ClockTime(600, None, (7, 5)))),
        ("18:00-", FromTo(ClockTime(1080, None, (0, 5)), None)),
        ("22:00-24:00", FromTo(ClockTime(1320, None, (0, 5)), ClockTime(1440, None, (6, 5)))),
        ("22:00-02:00 +1", FromTo(ClockTime(1320, None, (0, 5)), ClockTime(120, None, (6, 5)), 1)),
        ("02:30 first-02:15 second", FromTo(ClockTime(150, 0, (0, 11)), ClockTime(135, 1, (12, 12)))),
        ("before 10:00", PartOfDay(ClockTime(0), ClockTime(600, None, (7, 5)))),
        ("after 18:00", PartOfDay(ClockTime(1080, None, (6, 5)), ClockTime(1440))),
        ("morning", PartOfDay(ClockTime(0), ClockTime(720))),
        ("afternoon", PartOfDay(ClockTime(720), ClockTime(1080))),
        ("evening", PartOfDay(ClockTime(1080), ClockTime(1440))),
        ("morning, before 10:00", PartOfDay(ClockTime(0), ClockTime(600, None, (16, 5)))),
        (
            "evening after 20:00, for 1 h",
            PartOfDay(ClockTime(1200, None, (14, 5)), ClockTime(1440), timedelta(hours=1)),
        ),
        ("morning for 12 h", PartOfDay(ClockTime(0), ClockTime(720), timedelta(hours=12))),
    ],
)
def test_parse_clock_reads_every_form(text: str, hours: object) -> None:
    assert parse_clock(text) == hours


@pytest.mark.parametrize(
    ("text", "code", "message", "part"),
    [
        ("", "bad-time", f"`` is not a time; {CLOCK_HELP}", None),
        ("soon", "bad-time", f"`soon` is not a time; {CLOCK_HELP}", None),
        ("for 45 min", "bad-time", f"`for 45 min` is not a time; {CLOCK_HELP}", None),
        ("24:01-25:00", "bad-time", "`24:01` is not a time of day; write `00:00` to `24:00`", (0, 5)),
        ("10:00-10:60", "bad-time", "`10:60` is not a time of day; write `00:00` to `24:00`", (6, 5)),
        ("24:00-01:00 +1", "bad-time", "nothing begins at 24:00; write `00:00` under the next day", (0, 5)),
        ("before 25:00", "bad-time", "`25:00` is not a time of day; write `00:00` to `24:00`", (7, 5)),
        ("morning for long", "bad-time", "`long` is not a length; write `45 min` or `1 h 30 min`", (12, 4)),
        ("before 00:00", "end-before-start", "`before 00:00` leaves no time; correct its bounds", None),
        ("morning for 13 h", "end-before-start", "`morning for 13 h` leaves no time; correct its bounds", None),
        (
            "10:00-10:00",
            "end-before-start",
            "it ends at 10:00, not after it begins at 10:00; over midnight write `10:00-10:00 +1`",
            (6, 5),
        ),
        (
            "02:30 second-02:15",
            "end-before-start",
            "it ends at 02:15, not after it begins at 02:30 second; over midnight write `02:30 second-02:15 +1`",
            (13, 5),
        ),
    ],
)
def test_parse_clock_refuses_what_is_none(text: str, code: str, message: str, part: tuple[int, int] | None) -> None:
    assert refusal(parse_clock(text)) == (code, message, part)


@pytest.mark.parametrize("text", [" 2017-09-04 ", "2017-9-4", "20170904", "Monday, 4 September 2017"])
def test_parse_date_reads_one_day(text: str) -> None:
    assert parse_date(text) == date(2017, 9, 4)


@pytest.mark.parametrize("text", ["2017-09", "4 September", "2017-09-31", "2017-09-04 to 2017-09-05", "4/9/2017"])
def test_parse_date_refuses_anything_else(text: str) -> None:
    assert refusal(parse_date(text))[0] == "bad-date"


@given(st.text(" 0123456789:-+–.,abdefghimnorstuvwy", max_size=30))
def test_any_words_for_days_and_hours_are_read_or_refused(text: str) -> None:
    parse_days(text)
    parse_clock(text)
