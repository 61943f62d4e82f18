"""Hours as people write them: what is unmistakable is read, what has two readings is refused with both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.model.fault import Fault
from agendacli.model.when import Hours
from agendacli.words.times.canonical import hours_key
from agendacli.words.times.forms import FromTo, PartOfDay
from agendacli.words.times.grammar import parse_clock
from agendacli.words.times.hours import stretches

READ = {
    "9am-10am": "09:00-10:00",
    "9 - 10:30 a.m.": "09:00-10:30",
    "9:00 AM - 10:30 AM": "09:00-10:30",
    "11Am-1PM": "11:00-13:00",
    "12:00 PM - 1:00 PM": "12:00-13:00",
    "noon-13:00": "12:00-13:00",
    "10:30 a. m. - 12:00 m.": "10:30-12:00",
    "12:00 m.d. - 1:15 p.m.": "12:00-13:15",
    "12 m. d. - 1 p. m.": "12:00-13:00",
    "12 NN - 1 PM": "12:00-13:00",
    "noon-1:30 p.m.": "12:00-13:30",
    "3-4.30 p.m.": "15:00-16:30",
    "4.30 to 6 p.m.": "16:30-18:00",
    "1-5pm": "13:00-17:00",
    "9-5pm": "09:00-17:00",
    "9am-12": "09:00-12:00",
    "3pm-16:00": "15:00-16:00",
    "14:00 pm-15:00 pm": "14:00-15:00",
    "10 PM-12 AM": "22:00-24:00",
    "11:30 PM - 12:30 AM": "23:30-00:30 +1",
    "12 am - 1 am": "00:00-01:00",
    "10pm-2am +1": "22:00-02:00 +1",
    "9-10": "09:00-10:00",
    "9-10:30": "09:00-10:30",
    "9:30-11": "09:30-11:00",
    "9-5": "09:00-17:00",
    "11-1": "11:00-13:00",
    "9-18": "09:00-18:00",
    "0-24": "00:00-24:00",
    "01-02": "01:00-02:00",
    "15h-18h30": "15:00-18:30",
    "9h00-12h30": "09:00-12:30",
    "10 h 30 – 12 h": "10:30-12:00",
    "de 9h à 12h": "09:00-12:00",
    "10.00 – 13.00 Uhr": "10:00-13:00",
    "von 10 bis 13 Uhr": "10:00-13:00",
    "0800-1000": "08:00-10:00",
    "9.:15 - 10.00": "09:15-10:00",
    "10:00\u00ad11:00": "10:00-11:00",
    "22:00-midnight": "22:00-24:00",
    "18:00": "18:00-",
    "08H30": "08:30-",
    "at 3pm": "15:00-",
    "1400 hrs": "14:00-",
    "ab 18 Uhr": "18:00-",
    "17:00-late": "17:00-",
    "20h - open end": "20:00-",
    "9-": "09:00-",
    "10:00 for 45 min": "10:00-10:45",
    "23:30 (1h)": "23:30-00:30 +1",
    "TBC": "hours unknown",
    "time to be announced": "hours unknown",
    "?": "hours unknown",
    "All-day": "all day",
    "ganztägig": "all day",
}
TWO_READINGS = {
    "1-2": ("01:00-02:00", "13:00-14:00"),
    "2-3 Uhr": ("02:00-03:00", "14:00-15:00"),
    "1:30-3": ("01:30-03:00", "13:30-15:00"),
    "12-1": ("00:00-01:00", "12:00-13:00"),
    "6-8": ("06:00-08:00", "18:00-20:00"),
    "11-12 am": ("11:00-12:00", "23:00-24:00"),
    "11 am - 12 am": ("11:00-24:00", "11:00-12:00"),
    "12 am - 1 pm": ("00:00-13:00", "12:00-13:00"),
    "12 am": ("00:00-", "12:00-"),
    "3-": ("03:00-", "15:00-"),
}
REFUSED = {
    "18-9": "`18-9` ends before it begins; over midnight write `18:00-09:00 +1`",
    "25-26": "`25` is not a time of day; write `00:00` to `24:00`",
    "9am-13 am": "`13 am` is not a time of day; write `00:00` to `24:00`",
    "midnight-2am": "midnight may begin this day or end it; write `00:00` under the day that it begins",
    "3-4 (tbc)": "`3-4` could be 03:00-04:00 or 15:00-16:00; write `03:00-04:00` or `15:00-16:00`",
    "14-15 h (TBC)": "`14-15 h (tbc)` is to be confirmed; write `14:00-15:00`, and `status: tentative` below it",
    "9-12, 14-15": "one stretch of time is wanted here, not `9-12` and `14-15`",
    "9-12, 1-2": "`1-2` could be 01:00-02:00 or 13:00-14:00; write `01:00-02:00` or `13:00-14:00`",
}
NO_TIME = [
    "",
    "18",
    "1400",
    "title",
    "Room 1.04 and more",
    "15 mins",
    "after lunch",
    "before 5",
    "10:00 for long",
    "2026-05-04",
    "9.5",
]


@pytest.mark.parametrize(("text", "key"), READ.items())
def test_hours_that_are_unmistakable_are_read(text: str, key: str) -> None:
    read = parse_clock(text)
    assert isinstance(read, FromTo | Hours), read
    assert hours_key(read) == key


@pytest.mark.parametrize(("text", "readings"), TWO_READINGS.items())
def test_hours_with_two_readings_are_refused_with_both(text: str, readings: tuple[str, str]) -> None:
    first, second = readings
    read = parse_clock(text)
    assert isinstance(read, Fault)
    assert read.message == f"`{text}` could be {first} or {second}; write `{first}` or `{second}`"


@pytest.mark.parametrize(("text", "message"), REFUSED.items())
def test_hours_that_cannot_be_meant_are_refused(text: str, message: str) -> None:
    read = parse_clock(text)
    assert isinstance(read, Fault)
    assert read.message == message


@pytest.mark.parametrize("text", NO_TIME)
def test_text_that_is_no_time_is_refused(text: str) -> None:
    read = parse_clock(text)
    assert isinstance(read, Fault)
    assert read.message.startswith(f"`{text}` is not a time; write")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("in the morning", "morning"),
        ("nachmittags", "afternoon"),
        ("Abend", "evening"),
        ("before 10am", "before 10:00"),
        ("nach 18 Uhr", "after 18:00"),
    ],
)
def test_part_of_a_day_is_read(text: str, meant: str) -> None:
    read, same = parse_clock(text), parse_clock(meant)
    assert isinstance(read, PartOfDay)
    assert isinstance(same, PartOfDay)
    assert (read.start.minutes, read.end.minutes) == (same.start.minutes, same.end.minutes)


@pytest.mark.parametrize("text", READ)
def test_parts_of_a_time_are_those_of_the_text(text: str) -> None:
    read = parse_clock(text)
    if isinstance(read, FromTo) and read.start.part:
        start, length = read.start.part
        assert 0 <= start < start + length <= len(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("9.00-12.30, 14.30-18.30", ["9.00-12.30", "14.30-18.30"]),
        ("9.00-12.30 and 14.30-18.30", ["9.00-12.30", "14.30-18.30"]),
        ("9h-12h / 14h-18h", ["9h-12h", "14h-18h"]),
        ("9-12, 13-14; 15-16", ["9-12", "13-14", "15-16"]),
        ("9-12", []),
        ("9-12, 14", []),
        ("morning, before 10:00", []),
    ],
)
def test_stretches_are_found_in_a_text(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in stretches(text)] == parts


@given(st.text(" 0123456789:-+–.,ahmpntoUhr()", max_size=30))
def test_any_hours_are_read_or_refused(text: str) -> None:
    parse_clock(text)
    stretches(text)
