from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, bounds
from agendacli.model.zones import WallTime, existence, instant
from agendacli.source.times import (
    CLOCK_HELP,
    DAYS_HELP,
    ClockTime,
    EachDay,
    Fault,
    FromTo,
    PartOfDay,
    RelativeDay,
    SomeDay,
    parse_clock,
    parse_date,
    parse_days,
    parse_length,
    resolve,
)

MONDAY = EachDay(date(2017, 9, 4), date(2017, 9, 5))


at = datetime.fromisoformat  # naive: what the clocks of a zone show


def day(text: str) -> EachDay:
    start = date.fromisoformat(text)
    return EachDay(start, start + timedelta(days=1))


def clock(text: str) -> FromTo | PartOfDay | Hours:
    found = parse_clock(text)
    assert not isinstance(found, Fault), found
    return found


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
        ("tomorrow", "bad-date", f"`tomorrow` is no day; {DAYS_HELP}"),
        ("", "bad-date", f"`` is no day; {DAYS_HELP}"),
        ("4.9.2017", "bad-date", f"`4.9.2017` is no day; {DAYS_HELP}"),
        ("2017-02-29", "bad-date", "`2017-02-29` is no day of the calendar; write `2017-09-04`"),
        ("2017-13", "bad-date", "`2017-13` is no day of the calendar; write `2017-09-04`"),
        ("2017-09-04 to 2017-09-31", "bad-date", "`2017-09-31` is no day of the calendar; write `2017-09-04`"),
        ("some day in 2017-00", "bad-date", "`2017-00` is no day of the calendar; write `2017-09-04`"),
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
        ("", "bad-time", f"`` is no time; {CLOCK_HELP}", None),
        ("10-11", "bad-time", f"`10-11` is no time; {CLOCK_HELP}", None),
        ("for 45 min", "bad-time", f"`for 45 min` is no time; {CLOCK_HELP}", None),
        ("24:01-25:00", "bad-time", "`24:01` is no time of day; write `00:00` to `24:00`", (0, 5)),
        ("10:00-10:60", "bad-time", "`10:60` is no time of day; write `00:00` to `24:00`", (6, 5)),
        ("24:00-01:00 +1", "bad-time", "nothing begins at 24:00; write `00:00` under the next day", (0, 5)),
        ("before 25:00", "bad-time", "`25:00` is no time of day; write `00:00` to `24:00`", (7, 5)),
        ("morning for long", "bad-time", "`long` is no length; write `45 min` or `1 h 30 min`", (12, 4)),
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


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("45 min", 45), ("2 h", 120), ("9 h 30 min", 570), ("1h30m", 90), (" 2 hours ", 120), ("90 minutes", 90)],
)
def test_parse_length_reads_hours_and_minutes(text: str, minutes: int) -> None:
    assert parse_length(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "0 min", "0 h 0 min", "long", "2 days", "1.5 h"])
def test_parse_length_of_no_length_is_none(text: str) -> None:
    assert parse_length(text) is None


def test_parse_date_reads_one_day() -> None:
    assert parse_date(" 2017-09-04 ") == date(2017, 9, 4)


@pytest.mark.parametrize("text", ["2017-09", "2017-9-4", "2017-09-31", "2017-09-04 to 2017-09-05", "20170904"])
def test_parse_date_refuses_anything_else(text: str) -> None:
    assert refusal(parse_date(text))[0] == "bad-date"


@pytest.mark.parametrize(
    ("days", "hours", "when"),
    [
        (MONDAY, "10:15-13:00", Timed(at("2017-09-04T10:15"), at("2017-09-04T13:00"), "Europe/Vienna")),
        (MONDAY, "18:00-", Timed(at("2017-09-04T18:00"), None, "Europe/Vienna")),
        (MONDAY, "22:00-24:00", Timed(at("2017-09-04T22:00"), at("2017-09-05T00:00"), "Europe/Vienna")),
        (MONDAY, "22:00-02:00 +1", Timed(at("2017-09-04T22:00"), at("2017-09-05T02:00"), "Europe/Vienna")),
        (MONDAY, "before 10:00", TimeWindow(at("2017-09-04T00:00"), at("2017-09-04T10:00"), "Europe/Vienna")),
        (
            MONDAY,
            "evening for 45 min",
            TimeWindow(at("2017-09-04T18:00"), at("2017-09-05T00:00"), "Europe/Vienna", timedelta(minutes=45)),
        ),
        (MONDAY, "hours unknown", Days(date(2017, 9, 4), date(2017, 9, 5), "Europe/Vienna")),
        (MONDAY, "all day", Days(date(2017, 9, 4), date(2017, 9, 5), "Europe/Vienna", Hours.ALL)),
        (
            SomeDay(date(2017, 12, 1), date(2018, 1, 1), 2),
            "hours unknown",
            DayWindow(date(2017, 12, 1), date(2018, 1, 1), "Europe/Vienna", 2),
        ),
    ],
)
def test_resolve_puts_days_and_hours_on_the_clocks_of_a_zone(days: EachDay | SomeDay, hours: str, when: object) -> None:
    assert resolve(days, clock(hours), "Europe/Vienna") == when


def test_resolve_of_days_needs_no_zone() -> None:
    assert resolve(MONDAY, Hours.UNKNOWN, None) == Days(date(2017, 9, 4), date(2017, 9, 5), None)


@pytest.mark.parametrize(
    "days", [EachDay(date(2017, 9, 4), date(2017, 9, 6)), SomeDay(date(2017, 9, 4), date(2017, 9, 5), None)]
)
def test_resolve_of_a_clock_time_under_several_days_is_refused(days: EachDay | SomeDay) -> None:
    message = "a clock time needs one single day; write `hours unknown` or `all day` under several"
    assert refusal(resolve(days, clock("10:00-11:00"), "UTC")) == ("bad-time", message, None)


def test_resolve_of_a_clock_time_without_zone_is_refused() -> None:
    message = "no time zone is known here; give the programme a `zone`, or a `place` that has one"
    assert refusal(resolve(MONDAY, clock("10:00-11:00"), None)) == ("no-zone", message, None)


@pytest.mark.parametrize(
    ("on", "hours", "zone", "code", "part"),
    [
        ("2017-03-26", "02:30-04:00", "Europe/Vienna", "time-skipped", (0, 5)),
        ("2017-03-26", "01:00-02:30", "Europe/Vienna", "time-skipped", (6, 5)),
        ("2017-03-26", "before 02:30", "Europe/Vienna", "time-skipped", (7, 5)),
        ("2017-03-26", "after 02:30", "Europe/Vienna", "time-skipped", (6, 5)),
        ("2017-03-25", "22:00-02:30 +1", "Europe/Vienna", "time-skipped", (6, 5)),
        ("2011-12-30", "afternoon", "Pacific/Apia", "time-skipped", None),
        ("2017-10-29", "02:30-04:00", "Europe/Vienna", "time-twice", (0, 5)),
        ("2017-10-29", "01:00-02:30", "Europe/Vienna", "time-twice", (6, 5)),
        ("2017-10-29", "before 02:30", "Europe/Vienna", "time-twice", (7, 5)),
        ("2017-10-29", "02:15 second-02:45 first", "Europe/Vienna", "end-before-start", (13, 11)),
        ("2017-10-29", "after 03:30 first", "Europe/Vienna", "bad-time", (6, 11)),
        ("2017-10-28", "02:30 second-03:30", "Europe/Vienna", "bad-time", (0, 12)),
        ("2017-10-28", "02:45 first-02:15 second", "Europe/Vienna", "bad-time", (0, 11)),
        ("2017-10-15", "00:00-02:00", "America/Sao_Paulo", "time-skipped", (0, 5)),
    ],
)
def test_resolve_refuses_times_that_do_not_exist_once(
    on: str, hours: str, zone: str, code: str, part: tuple[int, int] | None
) -> None:
    found = refusal(resolve(day(on), clock(hours), zone))
    assert (found[0], found[2]) == (code, part)


def test_resolve_says_what_is_wrong_with_a_time_of_the_clock_change() -> None:
    again = "the clocks go back over it; write `02:30 first` or `02:30 second`"
    skipped = refusal(resolve(day("2017-03-26"), clock("02:30-04:00"), "Europe/Vienna"))[1]
    twice = refusal(resolve(day("2017-10-29"), clock("02:30-04:00"), "Europe/Vienna"))[1]
    assert (skipped, twice) == (
        "there is no 02:30 on 2017-03-26 in Europe/Vienna: the clocks jump over it; look at the document again",
        f"02:30 on 2017-10-29 in Europe/Vienna comes twice: {again}",
    )


@pytest.mark.parametrize(
    ("hours", "start", "end"),
    [
        ("02:30 first-02:30 second", "2017-10-29T00:30", "2017-10-29T01:30"),
        ("02:45 first-02:15 second", "2017-10-29T00:45", "2017-10-29T01:15"),
        ("02:30 second-03:00", "2017-10-29T01:30", "2017-10-29T02:00"),
        ("01:30-03:00", "2017-10-28T23:30", "2017-10-29T02:00"),
    ],
)
def test_resolve_takes_the_first_or_second_of_two_equal_times(hours: str, start: str, end: str) -> None:
    when = resolve(day("2017-10-29"), clock(hours), "Europe/Vienna")
    assert isinstance(when, Timed)
    found = bounds(when)
    assert (f"{found.start:%Y-%m-%dT%H:%M}", f"{found.end:%Y-%m-%dT%H:%M}") == (start, end)


@pytest.mark.parametrize(
    ("on", "hours", "start", "end"),
    [
        ("2017-10-15", "morning", at("2017-10-15T01:00"), at("2017-10-15T12:00")),
        ("2017-10-14", "evening", at("2017-10-14T18:00"), at("2017-10-15T01:00")),
        ("2017-10-14", "after 20:00", at("2017-10-14T20:00"), at("2017-10-15T01:00")),
    ],
)
def test_resolve_of_a_part_of_day_ends_where_the_day_does_though_midnight_is_skipped(
    on: str, hours: str, start: datetime, end: datetime
) -> None:
    assert resolve(day(on), clock(hours), "America/Sao_Paulo") == TimeWindow(start, end, "America/Sao_Paulo")


def test_resolve_of_twenty_four_hours_is_the_end_of_the_day_though_midnight_is_skipped() -> None:
    when = resolve(day("2017-10-14"), clock("22:00-24:00"), "America/Sao_Paulo")
    assert when == Timed(at("2017-10-14T22:00"), at("2017-10-15T01:00"), "America/Sao_Paulo")


ZONES = (
    "Europe/Vienna",
    "America/New_York",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Kolkata",
)
CHANGES = (
    "2017-03-26",
    "2017-10-29",
    "2017-03-12",
    "2017-11-05",
    "2017-10-15",
    "2018-02-17",
    "2017-10-01",
    "2011-12-30",
)
TIMES = st.builds(
    "{:02}:{:02}{}".format,
    st.integers(0, 24),
    st.sampled_from([0, 15, 30, 59]),
    st.sampled_from(["", " first", " second"]),
)
HOURS = st.builds("{}-{}{}".format, TIMES, TIMES | st.just(""), st.sampled_from(["", " +1"])) | st.builds(
    "{} {}".format, st.sampled_from(["before", "after", "morning, before", "evening, after"]), TIMES
)


@given(st.sampled_from(CHANGES), HOURS, st.sampled_from(ZONES))
def test_what_resolves_exists_and_ends_after_it_begins(on: str, hours: str, zone: str) -> None:
    read = parse_clock(hours)
    when = read if isinstance(read, Fault) else resolve(day(on), read, zone)
    if isinstance(when, Timed | TimeWindow):
        ends = [each for each in (when.start, when.end) if each]
        assert WallTime.SKIPPED not in [existence(each, zone) for each in ends]
        assert when.end is None or instant(when.start, zone) < instant(when.end, zone)


@given(st.text(" 0123456789:-+–.,abdefghimnorstuvwy", max_size=30))
def test_any_words_for_days_and_hours_are_read_or_refused(text: str) -> None:
    parse_days(text)
    parse_clock(text)
    parse_length(text)
