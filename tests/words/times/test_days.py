"""Days as people write them: what is unmistakable is read, what has two readings is refused with both."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.model.asked import Refusal
from agendacli.words.times.canonical import day_key
from agendacli.words.times.days import read_day_words
from agendacli.words.times.forms import Here

WEDNESDAY = date(2026, 7, 8)
ANYWHERE = {  # read alike in a definition and in an option
    "14 July 2026": "2026-07-14",
    "Tuesday, 14th of July 2026": "2026-07-14",
    "July 14, 2026": "2026-07-14",
    "November, 18th 2025": "2025-11-18",
    "2026-07-14 (Tuesday)": "2026-07-14",
    "2026/7/14": "2026-07-14",
    "20260714": "2026-07-14",
    "14.07.2026": "2026-07-14",
    "13/9/2017": "2017-09-13",
    "4-4-2017": "2017-04-04",
    "Fri 03/04/2026": "2026-04-03",
    "Di., 14. Juli 2026": "2026-07-14",
    "mardi 14 juillet 2026": "2026-07-14",
    "mar. 14 juil. 2026": "2026-07-14",
    "1er août 2026": "2026-08-01",
    "14 de julio de 2026": "2026-07-14",
    "14-15 July 2026": "2026-07-14 to 2026-07-15",
    "14–15 July 2026": "2026-07-14 to 2026-07-15",
    "14 and 15 July 2026": "2026-07-14 to 2026-07-15",
    "July 14-15, 2026": "2026-07-14 to 2026-07-15",
    "4-5 September 2017": "2017-09-04 to 2017-09-05",
    "14.-15. Juli 2026": "2026-07-14 to 2026-07-15",
    "14.-15.07.2026": "2026-07-14 to 2026-07-15",
    "14.07.\u00ad15.07.2026": "2026-07-14 to 2026-07-15",
    "vom 14. bis 15. Juli 2026": "2026-07-14 to 2026-07-15",
    "du 14 au 15 juillet 2026": "2026-07-14 to 2026-07-15",
    "del 14 al 15 de julio de 2026": "2026-07-14 to 2026-07-15",
    "14 a 16 de julio de 2026": "2026-07-14 to 2026-07-16",
    "30 June - 2 July 2026": "2026-06-30 to 2026-07-02",
    "Mon 29 June-Thu 2 July 2026": "2026-06-29 to 2026-07-02",
    "28 December - 3 January 2027": "2026-12-28 to 2027-01-03",
    "28 Dec 2026 - 3 Jan": "2026-12-28 to 2027-01-03",
    "2026-07-14/2026-07-15": "2026-07-14 to 2026-07-15",
    "2026-07-14..2026-07-15": "2026-07-14 to 2026-07-15",
    "2026-W11 to 2026-W12": "2026-03-09 to 2026-03-22",
    "mid-March to mid-April 2026": "2026-03-11 to 2026-04-20",
    "May 2026": "some day in 2026-05",
    "2026": "some day in 2026-01-01 to 2026-12-31",
    "10 or 12 May 2026": "2026-05-10 or 2026-05-12",
    "10 or 11 May 2026": "some day in 2026-05-10 to 2026-05-11",
    "2026-W11": "some day in 2026-03-09 to 2026-03-15",
    "week 11 2026": "some day in 2026-03-09 to 2026-03-15",
    "KW 11/2026": "some day in 2026-03-09 to 2026-03-15",
    "2026-W53": "some day in 2026-12-28 to 2027-01-03",
    "2026-W36-2": "2026-09-01",
    "week of 6 July 2026": "some day in 2026-07-06 to 2026-07-12",
    "w/c 8 July 2026": "some day in 2026-07-08 to 2026-07-14",
    "Q3 2027": "some day in 2027-07-01 to 2027-09-30",
    "2027-Q3": "some day in 2027-07-01 to 2027-09-30",
    "third quarter of 2027": "some day in 2027-07-01 to 2027-09-30",
    "H2 2027": "some day in 2027-07-01 to 2027-12-31",
    "mid-March 2027": "some day in 2027-03-11 to 2027-03-20",
    "Mitte März 2027": "some day in 2027-03-11 to 2027-03-20",
    "mi-mars 2027": "some day in 2027-03-11 to 2027-03-20",
    "end of March 2027": "some day in 2027-03-21 to 2027-03-31",
    "first half of June 2026": "some day in 2026-06-01 to 2026-06-15",
    "early 2027": "some day in 2027-01-01 to 2027-04-30",
    "some day in 2026-Q2": "some day in 2026-04-01 to 2026-06-30",
    "some 2 days in June 2026": "some 2 days in 2026-06",
}
SEEN_FROM_WEDNESDAY = {
    "today": "2026-07-08",
    "day after tomorrow": "2026-07-10",
    "in 3 days": "2026-07-11",
    "in a week": "2026-07-15",
    "2 weeks from today": "2026-07-22",
    "3 days ago": "2026-07-05",
    "+2w": "2026-07-22",
    "next 7 days": "2026-07-08 to 2026-07-14",
    "weekend": "2026-07-11 to 2026-07-12",
    "last weekend": "2026-07-04 to 2026-07-05",
    "this friday": "2026-07-10",
    "Freitag": "2026-07-10",
    "week 11": "some day in 2027-03-15 to 2027-03-21",
    "W30": "some day in 2026-07-20 to 2026-07-26",
    "Q3": "some day in 2026-07-01 to 2026-09-30",
    "4-5 September": "2026-09-04 to 2026-09-05",
    "28 Dec - 3 Jan": "2026-12-28 to 2027-01-03",
    "10 March": "2027-03-10",
    "29 feb": "2028-02-29",
    "13/9": "2026-09-13",
    "10 or 12 May": "2027-05-10 or 2027-05-12",
}
TWO_READINGS = {
    "03/04/2026": ("2026-04-03", "2026-03-04"),
    "04.09.-05.09.2017": ("2017-09-04 to 2017-09-05", "2017-04-09 to 2017-05-09"),
    "week of 8 July 2026": ("2026-07-06 to 2026-07-12", "2026-07-08 to 2026-07-14"),
    "week of 03/04/2026": ("2026-04-03", "2026-03-04"),
    "next friday": ("2026-07-10", "2026-07-17"),
    "next weekend": ("2026-07-11 to 2026-07-12", "2026-07-18 to 2026-07-19"),
    "1-2": ("2027-02-01", "2027-01-02"),
}
REFUSED = {
    "Wednesday 14 July 2026": "14 July 2026 is not a Wednesday; write `2026-07-14` or `Tuesday 14 July 2026`",
    "15-14 July 2026": "`15-14 July 2026` ends before it begins; turn the two round or correct them",
    "14 and 16 July 2026": "`14 and 16 July 2026` names days that are apart; write each of them by itself",
    "30 February 2026": "`30 February 2026` is not in the calendar; write a date like `2017-09-04`",
    "week 31 February 2026": "`week 31 February 2026` is not in the calendar; write a date like `2017-09-04`",
    "2025-W53": "`2025-W53` is not in the calendar; write a date like `2017-09-04`",
    "31/31/2017": "`31/31/2017` is not in the calendar; write a date like `2017-09-04`",
    "some 40 days in June 2026": "40 days do not fit into these 30; correct one of the two",
}
NO_DAYS = ["", "soon", "tbc", "Nächster Donnerstag", "sep fourth", "2026-07-14 2026-07-15", "spring 2027", "15 mins"]


def read(text: str, here: Here) -> str:
    found = read_day_words(text, here)
    assert found is not None, text
    return str(found) if isinstance(found, Refusal) else day_key(found)


@pytest.mark.parametrize(("text", "key"), ANYWHERE.items())
@pytest.mark.parametrize("here", [Here(), Here(WEDNESDAY), Here(year=1999)], ids=["definition", "option", "letter"])
def test_days_that_are_unmistakable_are_read_everywhere(text: str, key: str, here: Here) -> None:
    assert read(text, here) == key


@pytest.mark.parametrize(("text", "key"), SEEN_FROM_WEDNESDAY.items())
def test_days_that_leave_something_out_are_read_forwards(text: str, key: str) -> None:
    assert read(text, Here(WEDNESDAY)) == key


@pytest.mark.parametrize("text", SEEN_FROM_WEDNESDAY)
def test_days_that_hang_on_today_are_refused_in_a_definition(text: str) -> None:
    assert read(text, Here()) in (
        f"`{text}` depends on the day on which it is read; write a date such as `2017-09-04`",
        f"`{text}` names no year; write that as well",
    )


@pytest.mark.parametrize(("text", "key"), [("10 March", "2017-03-10"), ("4.-5. Sept.", "2017-09-04 to 2017-09-05")])
def test_year_of_a_letter_is_that_of_dates_without_one(text: str, key: str) -> None:
    assert read(text, Here(year=2017)) == key


@pytest.mark.parametrize(("text", "readings"), TWO_READINGS.items())
def test_days_with_two_readings_are_refused_with_both(text: str, readings: tuple[str, str]) -> None:
    refusal = read(text, Here(WEDNESDAY))
    assert refusal.startswith(f"`{text}` could be ")
    assert refusal.endswith("; write `{}` or `{}`".format(*readings))


@pytest.mark.parametrize(("text", "message"), REFUSED.items())
def test_days_that_cannot_be_meant_are_refused(text: str, message: str) -> None:
    assert read(text, Here()) == message


@pytest.mark.parametrize("text", NO_DAYS)
def test_text_that_is_no_day_means_none(text: str) -> None:
    assert read_day_words(text, Here(WEDNESDAY)) is None


def test_week_of_a_sunday_begins_on_it_where_weeks_do() -> None:
    assert read("week of 5 July 2026", Here(WEDNESDAY, week_start=6)) == "some day in 2026-07-05 to 2026-07-11"


def test_weekend_on_a_sunday_is_that_weekend() -> None:
    assert read("weekend", Here(date(2026, 7, 12))) == "2026-07-11 to 2026-07-12"


@settings(max_examples=80)
@given(st.text(" 0123456789-–./,~|+abcdefghijklmnopqrstuvwyzé", max_size=30), st.dates())
def test_any_text_is_read_or_refused(text: str, today: date) -> None:
    read_day_words(text, Here(today))
    read_day_words(text, Here())
