"""Days as people type them in options."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.model.asked import AskedDates, Clock, DateRange, Moment, Refusal
from agendacli.words.times.typed.days import read_dates, read_days

WEDNESDAY = date(2017, 8, 30)
DAY = timedelta(days=1)
SUNDAY = 6


def one(year: int, month: int, day: int) -> DateRange:
    start = date(year, month, day)
    return DateRange(start, start + DAY)


def span(start: str, end: str) -> DateRange:
    return DateRange(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yesterday", one(2017, 8, 29)),
        ("today", one(2017, 8, 30)),
        ("Tomorrow", one(2017, 8, 31)),
        ("wednesday", one(2017, 8, 30)),
        ("Thu", one(2017, 8, 31)),
        ("tues.", one(2017, 9, 5)),
        ("+3d", one(2017, 9, 2)),
        ("+ 3 days", one(2017, 9, 2)),
        ("+2w", one(2017, 9, 13)),
        ("-1d", one(2017, 8, 29)),
        ("+0d", one(2017, 8, 30)),
        ("this week", span("2017-08-28", "2017-09-04")),
        ("next week", span("2017-09-04", "2017-09-11")),
        ("last week", span("2017-08-21", "2017-08-28")),
        ("this month", span("2017-08-01", "2017-09-01")),
        ("next month", span("2017-09-01", "2017-10-01")),
        ("last month", span("2017-07-01", "2017-08-01")),
        ("next year", span("2018-01-01", "2019-01-01")),
        ("this wednesday", one(2017, 8, 30)),
        ("this Tue", one(2017, 9, 5)),
        ("next monday", one(2017, 9, 4)),
        ("next wednesday", one(2017, 9, 6)),
        ("last friday", one(2017, 8, 25)),
        ("last wednesday", one(2017, 8, 23)),
    ],
)
def test_read_days_near_today(text: str, expected: DateRange) -> None:
    assert read_days(text, WEDNESDAY) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "next friday",
            "`next friday` could be 1 September 2017 or 8 September 2017; write `2017-09-01` or `2017-09-08`",
        ),
        ("last mon", "`last mon` could be 21 August 2017 or 28 August 2017; write `2017-08-21` or `2017-08-28`"),
    ],
)
def test_read_days_weekday_of_two_weeks_is_refused(text: str, message: str) -> None:
    assert read_days(text, WEDNESDAY) == Refusal(message)


def test_read_days_weekday_near_hangs_on_the_week() -> None:
    assert read_days("next sunday", WEDNESDAY, SUNDAY) == one(2017, 9, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017-09-04", one(2017, 9, 4)),
        ("2017/9/4", one(2017, 9, 4)),
        ("20170904", one(2017, 9, 4)),
        ("2017-W36-2", one(2017, 9, 5)),
        ("4 september 2017", one(2017, 9, 4)),
        ("4. Septémber 2017", one(2017, 9, 4)),
        ("4th SEPT 2017", one(2017, 9, 4)),
        ("September 4, 2017", one(2017, 9, 4)),
        ("Mon 4 September 2017", one(2017, 9, 4)),
        ("monday, september 4 2017", one(2017, 9, 4)),
        ("2017-09", span("2017-09-01", "2017-10-01")),
        ("september 2017", span("2017-09-01", "2017-10-01")),
        ("2017-12", span("2017-12-01", "2018-01-01")),
        ("2017-W36", span("2017-09-04", "2017-09-11")),
        ("2017w36", span("2017-09-04", "2017-09-11")),
        ("2017", span("2017-01-01", "2018-01-01")),
    ],
)
def test_read_days_written_out(text: str, expected: DateRange) -> None:
    assert read_days(text, WEDNESDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sep 4", one(2017, 9, 4)),
        ("30 aug", one(2017, 8, 30)),
        ("aug 29", one(2018, 8, 29)),
        ("29 feb", one(2020, 2, 29)),
        ("august", span("2017-08-01", "2017-09-01")),
        ("july", span("2018-07-01", "2018-08-01")),
    ],
)
def test_read_days_without_year_are_the_next(text: str, expected: DateRange) -> None:
    assert read_days(text, WEDNESDAY) == expected


def test_read_days_week_from_sunday() -> None:
    assert read_days("this week", WEDNESDAY, week_start=SUNDAY) == span("2017-08-27", "2017-09-03")


def test_read_days_next_month_in_december() -> None:
    assert read_days("next month", date(2017, 12, 31)) == span("2018-01-01", "2018-02-01")


def test_read_days_last_month_in_january() -> None:
    assert read_days("last month", date(2018, 1, 31)) == span("2017-12-01", "2018-01-01")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "4/9/2017",
            "`4/9/2017` could be 4 September 2017 or 9 April 2017; write `2017-09-04` or `2017-04-09`",
        ),
        ("04.09.17", "`04.09.17` could be 4 September 2017 or 9 April 2017; write `2017-09-04` or `2017-04-09`"),
        ("4/9", "`4/9` could be 4 September 2017 or 9 April 2018; write `2017-09-04` or `2018-04-09`"),
        (
            "13-09-17",
            "`13-09-17` could be 13 September 2017 or 17 September 2013; write `2017-09-13` or `2013-09-17`",
        ),
    ],
)
def test_read_days_day_or_month_first_is_refused(text: str, message: str) -> None:
    assert read_days(text, WEDNESDAY) == Refusal(message)


@pytest.mark.parametrize(
    "text", ["2017-02-30", "2017-13", "2017-W54", "30 feb", "0000", "0001-01-01", "9999", "31/31/2017", "+999999w"]
)
def test_read_days_outside_the_calendar_are_refused(text: str) -> None:
    expected = Refusal(f"`{text}` is not in the calendar; write a date like `2017-09-04`")
    assert read_days(text, WEDNESDAY) == expected


@pytest.mark.parametrize("text", ["", "soon", "se 4", "foo 4 sep", "sep fourth", "today to soon", "+3m", "next foo"])
def test_read_days_unknown_words_are_refused(text: str) -> None:
    assert read_days(text, WEDNESDAY) == Refusal(
        f"`{text}` is not a date that is known here; write one like `2017-09-04`, `4-5 September`, `2017-09`, "
        "`week 36`, `monday`, `next week` or `in 3 days`"
    )


def test_read_days_wrong_weekday_is_refused() -> None:
    assert read_days("Tue 4 September 2017", WEDNESDAY) == Refusal(
        "4 September 2017 is not a Tuesday; write `2017-09-04` or `Monday 4 September 2017`"
    )


@settings(max_examples=50)
@given(st.text(max_size=20), st.dates())
def test_read_days_any_text_is_a_value(text: str, today: date) -> None:
    assert isinstance(read_days(text, today), DateRange | Refusal)


@settings(max_examples=50)
@given(st.dates(date(2, 1, 1), date(9998, 12, 30)))
def test_read_days_iso_date_is_itself(day: date) -> None:
    assert read_days(day.isoformat(), WEDNESDAY) == DateRange(day, day + DAY)


IN_VIENNA = Clock(Moment(datetime(2017, 8, 30, 12, tzinfo=UTC)), zone="Europe/Vienna")
EACH_ITS_OWN = Clock(Moment(datetime(2017, 8, 30, 22, 30, tzinfo=UTC)))


def test_read_dates_nothing_given() -> None:
    assert read_dates(IN_VIENNA) == AskedDates()


def test_read_dates_to_is_inclusive() -> None:
    expected = AskedDates(((WEDNESDAY, span("2017-09-04", "2017-09-06")),))
    assert read_dates(IN_VIENNA, first="2017-09-04", last="2017-09-05") == expected


def test_read_dates_month_counts_from_its_first_to_its_last_day() -> None:
    expected = AskedDates(((WEDNESDAY, span("2017-09-01", "2018-01-01")),))
    assert read_dates(IN_VIENNA, first="2017-09", last="2017-12") == expected


def test_read_dates_open_bounds() -> None:
    assert read_dates(IN_VIENNA, first="today") == AskedDates(((WEDNESDAY, DateRange(start=WEDNESDAY)),))
    assert read_dates(IN_VIENNA, last="today") == AskedDates(((WEDNESDAY, DateRange(end=WEDNESDAY + DAY)),))


def test_read_dates_on_a_day() -> None:
    assert read_dates(IN_VIENNA, on="tomorrow") == AskedDates(((WEDNESDAY, one(2017, 8, 31)),))


def test_read_dates_today_hangs_on_the_zone() -> None:
    days = (date(2017, 8, 29), date(2017, 8, 30), date(2017, 8, 31))
    expected = AskedDates(tuple((day, DateRange(day, day + DAY)) for day in days))
    assert read_dates(EACH_ITS_OWN, on="today") == expected


def test_read_dates_refuses_what_is_no_date() -> None:
    assert read_dates(IN_VIENNA, first="today", last="4/5/2017") == Refusal(
        "`4/5/2017` could be 4 May 2017 or 5 April 2017; write `2017-05-04` or `2017-04-05`"
    )


def test_read_dates_refuses_days_of_which_it_is_one() -> None:
    assert read_dates(IN_VIENNA, on="10 or 12 May 2026") == Refusal(
        "`10 or 12 May 2026` could be 10 May 2026 or 12 May 2026; write `2026-05-10` or `2026-05-12`"
    )


def test_read_dates_refuses_a_last_day_before_the_first() -> None:
    assert read_dates(EACH_ITS_OWN, first="2017-09-05", last="2017-09-04") == Refusal(
        "no day is in `--from 2017-09-05` and `--to 2017-09-04` at once; let the first day come before the last"
    )


def test_read_dates_empty_in_one_zone_only() -> None:
    read = read_dates(EACH_ITS_OWN, first="today", last="2017-08-30")
    assert isinstance(read, AskedDates)
    assert [days.is_empty for _, days in read.ranges] == [False, False, True]
