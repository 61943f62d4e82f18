"""Moments, hours and lengths as people type them in options."""

from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.model.asked import WHOLE_DAY, Clock, DailyHours, Moment, Refusal
from agendacli.words.times.typed.hours import read_hours, read_moment

CLOCK = Clock(Moment(datetime(2017, 8, 30, 22, 30, tzinfo=UTC)), home="Europe/Vienna")


def at(day: int, hour: int = 0, minute: int = 0, zone: tzinfo | None = None) -> Moment:
    return Moment(datetime(2017, 9, day, hour, minute, tzinfo=zone))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017-09-05T13:30", at(5, 13, 30)),
        ("2017-09-05 13:30", at(5, 13, 30)),
        ("5 sep at 9:05", at(5, 9, 5)),
        ("2017-09-05T13:30:00Z", at(5, 13, 30, UTC)),
        ("2017-09-05T13:30+02:00", at(5, 13, 30, timezone(timedelta(hours=2)))),
        ("2017-09-05 13:30 -0430", at(5, 13, 30, timezone(-timedelta(hours=4, minutes=30)))),
        ("2017-09-05", at(5)),
        ("tomorrow 9:00", at(1, 9)),
        ("tomorrow at 9am", at(1, 9)),
        ("5 sep 1:30 pm", at(5, 13, 30)),
        ("2017-09-05T12:05 a.m.", at(5, 0, 5)),
        ("2017-09-05 12pm +02:00", at(5, 12, 0, timezone(timedelta(hours=2)))),
        ("sep 5 noon", at(5, 12)),
        ("sep 5, 15h30", at(5, 15, 30)),
        ("5. September 9 Uhr", at(5, 9)),
        ("now", CLOCK.moment),
    ],
)
def test_read_moment(text: str, expected: Moment) -> None:
    assert read_moment(text, CLOCK) == expected


def test_read_moment_time_alone_is_today_at_home() -> None:
    assert read_moment("13:30", CLOCK) == Moment(datetime.fromisoformat("2017-08-31T13:30"))


@pytest.mark.parametrize("text", ["25:00", "sep 5 12:60", "13:30+25:00", "13am", "0pm", "9:60am"])
def test_read_moment_impossible_time_is_refused(text: str) -> None:
    expected = Refusal(f"`{text}` holds no time of day; write one like `2017-09-05T13:30` or `13:30`")
    assert read_moment(text, CLOCK) == expected


def test_read_moment_at_midnight_is_refused() -> None:
    assert read_moment("sep 5 midnight", CLOCK) == Refusal(
        "`sep 5 midnight` may be the beginning or the end of that day; write `00:00` and the day that begins"
    )


def test_read_moment_of_many_days_is_refused() -> None:
    assert read_moment("2017-09 13:30", CLOCK) == Refusal(
        "`2017-09 13:30` is 30 days long; write one moment, like `2017-09-05T13:30`"
    )


def test_read_moment_with_day_or_month_first_is_refused() -> None:
    assert read_moment("4/5/2017 13:30", CLOCK) == Refusal(
        "`4/5/2017` could be 4 May 2017 or 5 April 2017; write `2017-05-04` or `2017-04-05`"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09:00-18:00", DailyHours(time(9), time(18))),
        ("9–18", DailyHours(time(9), time(18))),
        ("9:30 - 24:00", DailyHours(time(9, 30), time())),
        ("0-24", WHOLE_DAY),
        ("9am-6pm", DailyHours(time(9), time(18))),
        ("9:30 a.m. to 12:15 p.m.", DailyHours(time(9, 30), time(12, 15))),
        ("9-noon", DailyHours(time(9), time(12))),
        ("noon-12am", DailyHours(time(12), time())),
        ("1-5pm", DailyHours(time(13), time(17))),
        ("9am-12:00", DailyHours(time(9), time(12))),
        ("15h-18h30", DailyHours(time(15), time(18, 30))),
        ("Midnight - midnight", WHOLE_DAY),
    ],
)
def test_read_hours(text: str, expected: DailyHours) -> None:
    assert read_hours(text) == expected


@pytest.mark.parametrize("text", ["9", "25-26", "13am-2pm", "morning", "18:00", ""])
def test_read_hours_of_no_day_are_refused(text: str) -> None:
    assert read_hours(text) == Refusal(f"`{text}` are not hours of a day; write them like `09:00-18:00`")


def test_read_hours_with_two_readings_are_refused_with_both() -> None:
    assert read_hours("1-5") == Refusal(
        "`1-5` could be 01:00-05:00 or 13:00-17:00; write `01:00-05:00` or `13:00-17:00`"
    )


@pytest.mark.parametrize("text", ["18-9", "9-9"])
def test_read_hours_ending_before_they_begin_are_refused(text: str) -> None:
    expected = Refusal(f"`{text}` ends before it begins; hours of one day are meant, like `09:00-18:00`")
    assert read_hours(text) == expected


@settings(max_examples=50)
@given(st.text(max_size=20))
def test_any_text_is_a_value(text: str) -> None:
    assert isinstance(read_moment(text, CLOCK), Moment | Refusal)
    assert isinstance(read_hours(text), DailyHours | Refusal)
