"""The hours of both clocks, as people read them."""

from datetime import datetime, time

import pytest

from agendacli.model.dial import Dial
from agendacli.model.when import Timed, TimeWindow
from agendacli.words.prose import clock_text, when_text

VIENNA = "Europe/Vienna"


def timed(start: str, end: str | None) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None, VIENNA)


@pytest.mark.parametrize(
    ("moment", "day", "half"),
    [
        (time(0, 0), "00:00", "midnight"),
        (time(0, 15), "00:15", "12:15 am"),
        (time(9, 0), "09:00", "9:00 am"),
        (time(11, 59), "11:59", "11:59 am"),
        (time(12, 0), "12:00", "noon"),
        (time(12, 5), "12:05", "12:05 pm"),
        (time(13, 15), "13:15", "1:15 pm"),
        (time(23, 59), "23:59", "11:59 pm"),
    ],
)
def test_hour_on_both_clocks(moment: time, day: str, half: str) -> None:
    assert (Dial.TWENTY_FOUR.hour(moment), Dial.TWELVE.hour(moment)) == (day, half)


@pytest.mark.parametrize("dial", Dial)
def test_width_is_that_of_the_longest_hour(dial: Dial) -> None:
    hours = [dial.hour(time(hour, minute)) for hour in range(24) for minute in (0, 15)]
    assert dial.width == max(map(len, hours))


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2017-09-04T10:15", "2017-09-04T13:00", "10:15 am–1:00 pm"),
        ("2017-09-04T18:00", None, "6:00 pm–"),
        ("2017-09-04T20:00", "2017-09-05T00:00", "8:00 pm–midnight"),
        ("2017-09-04T22:00", "2017-09-05T02:00", "10:00 pm–2:00 am +1"),
        ("2017-09-04T00:00", "2017-09-04T12:00", "midnight–noon"),
        ("2017-09-04T22:00", "2017-09-06T00:00", "10:00 pm–midnight +2"),
        ("9999-12-31T22:00", "9999-12-31T23:00", "10:00 pm–11:00 pm"),
    ],
)
def test_clock_text_of_twice_twelve_hours(start: str, end: str | None, text: str) -> None:
    assert clock_text(timed(start, end), dial=Dial.TWELVE) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2017-09-04T00:00", "2017-09-04T10:00", "before 10:00 am"),
        ("2017-09-04T12:00", "2017-09-05T00:00", "after noon"),
        ("2017-09-04T09:00", "2017-09-04T12:30", "between 9:00 am and 12:30 pm"),
        ("2017-09-04T00:00", "2017-09-05T00:00", "some time that day"),
    ],
)
def test_clock_text_of_a_part_of_a_day(start: str, end: str, text: str) -> None:
    part = TimeWindow(datetime.fromisoformat(start), datetime.fromisoformat(end), VIENNA)
    assert clock_text(part, dial=Dial.TWELVE) == text


def test_clock_text_aligned_has_starts_of_one_width() -> None:
    times = [timed(f"2017-09-04T{hour}:00", "2017-09-04T13:00") for hour in ("09", "10", "12")]
    assert [clock_text(each, dial=Dial.TWELVE, aligned=True) for each in times] == [
        " 9:00 am–1:00 pm",
        "10:00 am–1:00 pm",
        "    noon–1:00 pm",
    ]


def test_when_text_of_twice_twelve_hours() -> None:
    assert when_text(timed("2017-09-04T09:00", "2017-09-04T10:30"), Dial.TWELVE) == (
        "Mon 4 September 2017, 9:00 am–10:30 am"
    )
