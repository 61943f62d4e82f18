from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.model.fault import Fault
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, bounds
from agendacli.model.zones import WallTime, existence, instant
from agendacli.words.times.forms import EachDay, FromTo, PartOfDay, SomeDay
from agendacli.words.times.grammar import parse_clock
from agendacli.words.times.resolve import resolve

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
    ("days", "more"),
    [
        (
            EachDay(date(2017, 9, 4), date(2017, 9, 6)),
            ", or the same hours under `every day from 2017-09-04 to 2017-09-05`",
        ),
        (SomeDay(date(2017, 9, 4), date(2017, 9, 5), None), ""),
    ],
)
def test_resolve_of_a_clock_time_under_several_days_is_refused(days: EachDay | SomeDay, more: str) -> None:
    message = f"a clock time needs one single day; write `hours unknown` or `all day` under several{more}"
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
