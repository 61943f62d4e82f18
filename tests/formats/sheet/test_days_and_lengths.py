"""Days under which rows stand, and lengths, as people write them in sheets: nothing goes to another day unseen."""

from collections.abc import Callable

import pytest

from agendacli.model.said import Said

Items = Callable[..., list[str]]
ReadSheet = Callable[..., Said]


@pytest.mark.parametrize(
    "heading",
    [
        "Day 2: 10 March 2026", "Tuesday 10 March 2026 - Workshops", "Tag 2 – Dienstag, 10.03.2026",
        '"Dienstag, 10. März 2026 (Tag 2)"', "DAY TWO | 2026-03-10", "Day 2 (Tue 10 March 2026)", "10-Mar-2026",
        "10-Mar-26",
    ],
)  # fmt: skip
def test_day_in_a_heading_with_other_words_holds_for_the_rows_below_it(items: Items, heading: str) -> None:
    text = f"9 March 2026\nTime;Session;Room\n09:00-10:00;One;A\n{heading}\n09:00-10:00;Two;B\n"
    found = items(text.replace(";", "\t"), day_first=True)
    assert found == ["2026-03-09, 09:00-10:00 | One | A", "2026-03-10, 09:00-10:00 | Two | B"]


@pytest.mark.parametrize(
    "heading",
    ["Tuesday", "Mardi", "Day 2", "DAY TWO", "Tag 2 - Workshops", "Tuesday 10 March", "10 March", "10.3.",
     "Programme of 10 March 2026"],
)  # fmt: skip
def test_heading_that_begins_another_day_without_a_date_is_told_and_no_row_goes_to_the_day_before(
    read_sheet: ReadSheet, heading: str
) -> None:
    said = read_sheet(f"9 March 2026\nTime,Session\n09:00-10:00,One\n{heading}\n09:00-10:00,Two\n10:00,Three\n")
    message = f"`{heading}` names no single date, and rows stand below it; write it like `2026-03-09`"
    assert [str(each) for each in said.diagnostics] == [f"sheet.csv:4:1: error[sheet-row]: {message}"]
    assert said.programme
    assert [each.title for each in said.programme.sessions] == ["One"]


def test_note_in_a_row_of_its_own_is_no_day(items: Items, read_sheet: ReadSheet) -> None:
    rows = "2026-03-09,09:00,One\nAfternoon,,\n,14:00,Two\nBring 2 cups on Tuesday\nRegister by 1 March\n"
    text = f"Date,Time,Session\n{rows}"
    assert items(text) == ["2026-03-09, 09:00 | One | None", "2026-03-09, 14:00 | Two | None"]
    assert read_sheet(text).left_out == ("3 rows without a time and a title",)


@pytest.mark.parametrize(
    ("row", "hours"),
    [
        ("9:00;;90 Minuten", "9:00-10:30"), ("9:00;;1 Std.", "9:00-10:00"), ("9:00;;1 h 30", "9:00-10:30"),
        ("9:00;;1,5", "9:00-10:30"), ("9:00;;1.25", "9:00-10:15"), ("9:00;;PT1H30M", "9:00-10:30"),
        ("9:00;;2 heures", "9:00-11:00"), ("9:00;;1,5 Std", "9:00-10:30"), ("9:00;;0", "9:00"),
        ("9:00;9:00;", "9:00"), ("0900;1000;", "0900-1000"), ("1000;;45", "1000-10:45"), ("09:00;1000;", "09:00-1000"),
    ],
)  # fmt: skip
def test_lengths_and_hours(items: Items, row: str, hours: str) -> None:
    assert items(f"Date;Title;Start;End;Duration\n2026-03-09;Tea;{row}\n") == [f"2026-03-09, {hours} | Tea | None"]


def test_length_in_hours_where_the_heading_says_so(items: Items) -> None:
    text = "Date;Title;Start;Duration (h)\n2026-03-09;Tea;9:00;2\n;Cake;11:00;0,5\n"
    assert items(text) == ["2026-03-09, 9:00-11:00 | Tea | None", "2026-03-09, 11:00-11:30 | Cake | None"]


def test_length_that_cannot_be_read_is_told(read_sheet: ReadSheet) -> None:
    said = read_sheet("Date;Title;Start;Duration\n2026-03-09;Tea;9:00;a while\n")
    message = "`a while` is not a duration; write `45 min` or `1:30`"
    assert [str(each) for each in said.diagnostics] == [f"sheet.csv:2:21: error[sheet-row]: {message}"]


def test_end_without_a_start_is_told(read_sheet: ReadSheet) -> None:
    said = read_sheet("Date;Title;Start;End\n2026-03-09;Tea;;10:00\n")
    message = "`10:00` is an end without a start; write the start, or `before 10:00` there"
    assert [str(each) for each in said.diagnostics] == [f"sheet.csv:2:17: error[sheet-row]: {message}"]


def test_length_that_is_not_that_between_start_and_end_is_told_and_the_end_counts(read_sheet: ReadSheet) -> None:
    text = "Date;Title;Start;End;Duration\n2026-03-09;Tea;9:00;10:00;1:30\n;Cake;10:00;11:00;60\n;Pie;11:00;12:00;60\n"
    said = read_sheet(text)
    message = "`1:30` is not the time between 9:00 and 10:00; the end counts: correct one of them"
    assert [str(each) for each in said.diagnostics] == [f"sheet.csv:2:27: warning[sheet-duration]: {message}"]
    assert said.programme
    assert [each.when_text for each in said.programme.sessions][:1] == ["2026-03-09, 9:00-10:00"]


def test_length_on_the_night_when_clocks_change_is_that_which_passes(items: Items) -> None:
    text = "Date;Title;Start;End;Duration\n2026-03-28;Night;23:00;04:00 +1;4:00\n"
    assert items(text) == ["2026-03-28, 23:00-04:00 +1 | Night | None"]


def test_length_beside_an_end_that_is_no_time_is_not_compared(items: Items) -> None:
    text = "Date;Title;Start;End;Duration\n2026-03-09;Tea;9:00;late;60\n"
    assert items(text) == ["2026-03-09, 9:00-late | Tea | None"]


def test_length_on_a_day_that_is_not_in_the_calendar_is_not_compared(items: Items) -> None:
    text = "Date;Title;Start;End;Duration\n2026-02-30;Tea;9:00;10:00;90\n"
    message = "`2026-02-30` is not a day of the calendar; write `2017-09-04`"
    assert items(text) == [f"sheet.csv:2:1: error[bad-date]: {message}"]
