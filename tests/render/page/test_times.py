from datetime import date, datetime, timedelta

import pytest

from agendacli.model.when import Days, DayWindow, Hours, TimeWindow, When
from agendacli.render.page.language import language_of
from agendacli.render.page.times import city_clocks, heading_text, stamp, unclocked_text, window_heading

ENGLISH = language_of("en")
VIENNA = "Europe/Vienna"
DAY = date(2017, 9, 5)


def part(start: int, end: int) -> TimeWindow:
    midnight = datetime.fromisoformat("2017-09-05")
    return TimeWindow(midnight + timedelta(hours=start), midnight + timedelta(hours=end), VIENNA)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (part(0, 10), "morning, before 10:00"),
        (part(0, 17), "before 17:00"),
        (part(18, 24), "after 18:00"),
        (part(0, 24), "some time that day"),
        (part(9, 11), "between 09:00 and 11:00"),
        (Days(DAY, date(2017, 9, 6), VIENNA), "hours not known"),
        (Days(DAY, date(2017, 9, 6), VIENNA, Hours.ALL), "all day"),
    ],
)
def test_hours_that_are_not_known_are_said(when: When, words: str) -> None:
    assert unclocked_text(when, ENGLISH) == words


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (DayWindow(date(2017, 12, 1), date(2018, 1, 1), None), "Some day: December 2017"),
        (DayWindow(DAY, date(2017, 9, 6), None), "Some day: Tuesday, 5 September 2017"),
        (
            DayWindow(DAY, date(2017, 9, 8), None, days=2),
            "Some 2 days in a row: Tuesday, 5 September 2017 to Thursday, 7 September 2017",
        ),
        (
            DayWindow(DAY, date(2017, 9, 8), None, among=(DAY, date(2017, 9, 7))),
            "Some day: Tuesday, 5 September 2017 or Thursday, 7 September 2017",
        ),
    ],
)
def test_windows_are_said_as_windows(window: DayWindow, words: str) -> None:
    assert window_heading(window, ENGLISH) == words


def test_several_days_stand_in_one_heading() -> None:
    assert heading_text(DAY, date(2017, 9, 7), ENGLISH) == "Tuesday, 5 September 2017 to Wednesday, 6 September 2017"


def test_stamp_has_the_offset_and_marks_another_day() -> None:
    found = stamp(datetime.fromisoformat("2017-09-06T01:30"), VIENNA, DAY)
    assert (found.shown, found.exact) == ("01:30 +1", "2017-09-06T01:30+02:00")


def test_zone_is_named_by_its_city_and_offset() -> None:
    assert city_clocks("America/New_York", datetime.fromisoformat("2017-09-05T12:00Z")) == "New York (UTC−4)"
