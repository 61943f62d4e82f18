from datetime import UTC, date, datetime, timedelta

import pytest

from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When
from agendacli.words.prose import (
    clock_text,
    day_text,
    days_text,
    is_month,
    length_text,
    offset_text,
    plain_day,
    plain_days,
    weekdays_text,
    when_text,
    window_text,
    zone_text,
)

VIENNA = "Europe/Vienna"


def timed(start: str, end: str | None) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None, VIENNA)


def part(start: str, end: str) -> TimeWindow:
    return TimeWindow(datetime.fromisoformat(start), datetime.fromisoformat(end), VIENNA)


def test_plain_day_has_no_weekday() -> None:
    assert plain_day(date(2017, 9, 4)) == "4 September 2017"


def test_day_text_names_the_weekday() -> None:
    assert day_text(date(2017, 9, 4)) == "Mon 4 September 2017"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2017-09-04", "2017-09-05", "Mon 4 September 2017"),
        ("2017-09-04", "2017-09-06", "Mon 4 – Tue 5 September 2017"),
        ("2017-09-29", "2017-10-03", "Fri 29 September – Mon 2 October 2017"),
        ("2017-12-31", "2018-01-02", "Sun 31 December 2017 – Mon 1 January 2018"),
        ("2017-09-04", "2018-09-05", "Mon 4 September 2017 – Tue 4 September 2018"),
    ],
)
def test_days_text_says_each_part_once(start: str, end: str, text: str) -> None:
    assert days_text(date.fromisoformat(start), date.fromisoformat(end)) == text


@pytest.mark.parametrize(
    ("start", "end", "whole"),
    [
        ("2017-12-01", "2018-01-01", True),
        ("2016-02-01", "2016-03-01", True),
        ("2017-12-01", "2018-02-01", False),
        ("2017-12-01", "2017-12-31", False),
        ("2017-12-02", "2018-01-01", False),
        ("2017-12-01", "2018-12-01", False),
        ("2017-12-01", "2019-01-01", False),
    ],
)
def test_is_month_holds_for_exactly_one_calendar_month(start: str, end: str, *, whole: bool) -> None:
    assert is_month(date.fromisoformat(start), date.fromisoformat(end)) is whole


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(165, "2 h 45 min"), (90, "1 h 30 min"), (45, "45 min"), (120, "2 h"), (0, "0 min"), (1500, "25 h")],
)
def test_length_text_leaves_out_what_is_nought(minutes: int, text: str) -> None:
    assert length_text(timedelta(minutes=minutes)) == text


CLOCKS: list[tuple[When, str]] = [
    (timed("2017-09-04T10:15", "2017-09-04T13:00"), "10:15–13:00"),
    (timed("2017-09-04T10:15", "2017-09-04T10:15"), "10:15"),
    (timed("2017-09-28T18:00", None), "18:00–"),
    (timed("2017-09-04T22:00", "2017-09-05T02:00"), "22:00–02:00 +1"),
    (timed("2017-09-04T22:00", "2017-09-07T02:00"), "22:00–02:00 +3"),
    (part("2017-09-05T00:00", "2017-09-05T10:00"), "before 10:00"),
    (part("2017-09-05T18:00", "2017-09-06T00:00"), "after 18:00"),
    (part("2017-09-05T12:00", "2017-09-05T18:00"), "between 12:00 and 18:00"),
    (part("2017-09-05T00:00", "2017-09-06T00:00"), "some time that day"),
    (part("2017-09-04T18:00", "2017-09-05T04:00"), "between 18:00 and 04:00 +1"),
    (part("2017-09-05T00:00", "2017-09-06T10:00"), "between 00:00 and 10:00 +1"),
    (part("2017-09-05T18:00", "2017-09-07T00:00"), "between 18:00 and 00:00 +2"),
    (part("2017-09-05T00:00", "2017-09-07T00:00"), "between 00:00 and 00:00 +2"),
    (Days(date(2017, 9, 4), date(2017, 9, 5), VIENNA), "hours unknown"),
    (Days(date(2017, 9, 4), date(2017, 9, 5), VIENNA, Hours.ALL), "all day"),
    (DayWindow(date(2017, 12, 1), date(2018, 1, 1), VIENNA), "hours unknown"),
]


@pytest.mark.parametrize(("when", "text"), CLOCKS)
def test_clock_text_gives_the_hours_only(when: When, text: str) -> None:
    assert clock_text(when) == text


BESIDE: list[tuple[When, str]] = [
    (timed("2017-09-05T01:00", "2017-09-05T04:00"), "01:00 +1–04:00 +1"),
    (timed("2017-09-03T23:00", "2017-09-04T02:00"), "23:00 −1–02:00"),
    (timed("2017-09-03T23:00", None), "23:00 −1–"),
    (part("2017-09-05T00:00", "2017-09-05T10:00"), "before 10:00 +1"),
    (part("2017-09-03T18:00", "2017-09-04T00:00"), "after 18:00 −1"),
    (part("2017-09-03T18:00", "2017-09-04T04:00"), "between 18:00 −1 and 04:00"),
    (part("2017-09-05T00:00", "2017-09-06T00:00"), "some time that day +1"),
]


@pytest.mark.parametrize(("when", "text"), BESIDE)
def test_clock_text_beside_another_clock_marks_its_days(when: When, text: str) -> None:
    assert clock_text(when, date(2017, 9, 4)) == text


WHENS: list[tuple[When, str]] = [
    (timed("2017-09-04T10:15", "2017-09-04T13:00"), "Mon 4 September 2017, 10:15–13:00"),
    (timed("2017-09-28T18:00", None), "Thu 28 September 2017, 18:00–"),
    (part("2017-09-05T00:00", "2017-09-05T10:00"), "Tue 5 September 2017, before 10:00"),
    (part("2017-09-04T18:00", "2017-09-05T04:00"), "Mon 4 September 2017, between 18:00 and 04:00 +1"),
    (Days(date(2017, 9, 11), date(2017, 9, 14), None), "Mon 11 – Wed 13 September 2017, hours unknown"),
    (Days(date(2017, 9, 11), date(2017, 9, 12), None, Hours.ALL), "Mon 11 September 2017, all day"),
    (DayWindow(date(2017, 12, 1), date(2018, 1, 1), None), "some day in December 2017"),
    (DayWindow(date(2017, 12, 1), date(2018, 1, 1), None, 1), "some day in December 2017"),
    (DayWindow(date(2017, 12, 1), date(2018, 1, 1), None, 3), "some 3 days in December 2017"),
    (DayWindow(date(2017, 12, 4), date(2017, 12, 9), None), "some day from Mon 4 to Fri 8 December 2017"),
    (
        DayWindow(date(2017, 12, 28), date(2018, 1, 4), None, 2),
        "some 2 days from Thu 28 December 2017 to Wed 3 January 2018",
    ),
    (DayWindow(date(2017, 12, 4), date(2017, 12, 5), None), "some time on Mon 4 December 2017"),
]


@pytest.mark.parametrize(("when", "text"), WHENS)
def test_when_text_gives_day_and_hours(when: When, text: str) -> None:
    assert when_text(when) == text


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        (2, "UTC+2"),
        (0, "UTC+0"),
        (-4, "UTC−4"),
        (-3.5, "UTC−3:30"),
        (10.5, "UTC+10:30"),
        (5.75, "UTC+5:45"),
        (14, "UTC+14"),
    ],
)
def test_offset_text_has_minutes_only_where_there_are_some(hours: float, text: str) -> None:
    assert offset_text(timedelta(hours=hours)) == text


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("Europe/Vienna", "Europe/Vienna (UTC+2)"),
        ("Australia/Lord_Howe", "Australia/Lord_Howe (UTC+10:30)"),
        ("UTC", "UTC"),
    ],
)
def test_zone_text_says_the_offset_at_that_moment(zone: str, text: str) -> None:
    assert zone_text(zone, datetime(2017, 9, 4, 12, tzinfo=UTC)) == text


def test_zone_text_follows_the_clocks_through_the_year() -> None:
    assert zone_text("Europe/Vienna", datetime(2017, 12, 4, 12, tzinfo=UTC)) == "Europe/Vienna (UTC+1)"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ((0, 1, 2, 3, 4), "Monday to Friday"),
        ((0, 1, 2, 3, 6), "Sunday to Thursday"),
        ((0, 1, 4), "Monday, Tuesday and Friday"),
        ((5, 6), "Saturday and Sunday"),
        ((2,), "Wednesday"),
    ],
)
def test_weekdays_in_words(days: tuple[int, ...], text: str) -> None:
    assert weekdays_text(days) == text


def test_window_of_a_whole_year_names_it() -> None:
    assert window_text(DayWindow(date(2026, 1, 1), date(2027, 1, 1), None)) == "some day in 2026"


def test_window_of_single_days_names_them() -> None:
    first, second = date(2026, 5, 10), date(2026, 5, 12)
    window = DayWindow(first, date(2026, 5, 13), None, among=(first, second))
    assert window_text(window) == "Sun 10 or Tue 12 May 2026"
    assert [each.start for each in window.candidates] == [first, second]
    assert window_text(window.moved(timedelta(days=30))) == "Tue 9 or Thu 11 June 2026"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2017, 9, 4), date(2017, 9, 5), "4 September 2017"),
        (date(2017, 9, 4), date(2017, 9, 6), "4–5 September 2017"),
        (date(2017, 6, 30), date(2017, 7, 3), "30 June – 2 July 2017"),
        (date(2017, 12, 30), date(2018, 1, 3), "30 December 2017 – 2 January 2018"),
    ],
)
def test_days_without_weekdays(start: date, end: date, expected: str) -> None:
    assert plain_days(start, end) == expected
