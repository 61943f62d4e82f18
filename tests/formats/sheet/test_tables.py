"""Tables as people lay them out: headings in several rows or again, rooms and days across, signs for nothing."""

from collections.abc import Callable

import pytest

from agendacli.formats.file_formats import recognised_format
from agendacli.model.said import Said

Items = Callable[..., list[str]]
ReadSheet = Callable[..., Said]


def test_the_row_with_most_headings_has_them(items: Items) -> None:
    text = ",When,,What,\nDate,Start,End,Title,Room\n2026-03-09,09:00,10:00,Tea,A\n"
    assert items(text) == ["2026-03-09, 09:00-10:00 | Tea | A"]


def test_a_heading_above_the_headings_is_no_title(read_sheet: ReadSheet) -> None:
    said = read_sheet(",Time,\nDate,Start,Title\n2026-03-09,09:00,Tea\n")
    assert said.programme
    assert said.programme.title == "sheet"


def test_headings_that_stand_again_are_no_session(items: Items) -> None:
    text = "Date,Time,Title\n2026-03-09,09:00,Tea\nDate,Time,Title\n2026-03-10,09:00,Cake\n"
    assert items(text) == ["2026-03-09, 09:00 | Tea | None", "2026-03-10, 09:00 | Cake | None"]


def test_headings_further_below_are_those_of_another_table(items: Items) -> None:
    first = "9 March 2026\nTime,Foyer,Court,Attic\n09:00-10:00,Tea,Cake,-\n"
    text = f"{first}10 March 2026\nTime,Kitchen,Barn\n09:00-10:00,Pie,Jam\n"
    assert items(text) == [
        "2026-03-09, 09:00-10:00 | Tea | Foyer",
        "2026-03-09, 09:00-10:00 | Cake | Court",
        "2026-03-10, 09:00-10:00 | Pie | Kitchen",
        "2026-03-10, 09:00-10:00 | Jam | Barn",
    ]


@pytest.mark.parametrize("names", [("Hall A", "Hall B"), ("Room 1", "Room 2"), ("Track 1", "Track 2"), ("Saal 1", "X")])
def test_rooms_across_below_a_day_in_the_corner(items: Items, names: tuple[str, str]) -> None:
    rows = "{0} March 2026,{1},{2}\n09:00-10:00,Tea {0},Cake {0}\n10:00-11:00,–,Pie {0}\n"
    expected = "2026-03-{0}, 09:00-10:00 | Tea {0} | {1};2026-03-{0}, 09:00-10:00 | Cake {0} | {2};"
    expected += "2026-03-{0}, 10:00-11:00 | Pie {0} | {2};"
    both = ("".join(text.format(day, *names) for day in (10, 11)) for text in (rows, expected))
    assert ";".join([*items(next(both)), ""]) == next(both)


def test_rooms_across_below_an_empty_corner(items: Items) -> None:
    text = "9 March 2026\n,Hall,Court\n9:00,Tea,Cake\n,Hall,Court\n10:00,,Pie\n"
    assert items(text.replace("Hall", "Salon 1").replace("Court", "Salon 2")) == [
        "2026-03-09, 9:00 | Tea | Salon 1",
        "2026-03-09, 9:00 | Cake | Salon 2",
        "2026-03-09, 10:00 | Pie | Salon 2",
    ]


def test_days_across(items: Items) -> None:
    text = "Time,Monday 9 March 2026,Tue 10 March 2026\n09:00-10:00,Tea,Cake\n10:00-11:00,,Pie\n"
    assert items(text) == [
        "2026-03-09, 09:00-10:00 | Tea | None",
        "2026-03-10, 09:00-10:00 | Cake | None",
        "2026-03-10, 10:00-11:00 | Pie | None",
    ]


def test_days_across_without_a_date_are_told(read_sheet: ReadSheet) -> None:
    said = read_sheet("Time,Mon,Tue\n09:00-10:00,Tea,Cake\n10:00-11:00,,Pie\n")
    message = "names no single date, and rows stand below it; write it like `2026-03-09`"
    assert [str(each) for each in said.diagnostics] == [
        f"sheet.csv:1:{column}: error[sheet-row]: `{name}` {message}" for column, name in ((6, "Mon"), (10, "Tue"))
    ]


def test_a_dash_says_nothing_but_in_a_title_and_where_this_tool_wrote_it(read_sheet: ReadSheet) -> None:
    text = "Date,Start,Title,Room,Speaker,Status\n2026-03-09,9:00,-,—,n/a,\n"
    own = text.replace("Date", "id,Date").replace("2026", "x,2026")
    for sheet, room, people in ((text.replace("n/a,", "n/a,–"), None, 0), (own, "—", 1)):
        said = read_sheet(sheet)
        assert (said.diagnostics, bool(said.programme)) == ((), True)
        (found,) = said.programme.sessions if said.programme else ()
        assert (found.title, found.room, len(found.participants)) == ("-", room, people)


def test_codes_of_others_are_ids_in_small_letters(read_sheet: ReadSheet) -> None:
    said = read_sheet("Code,Date,Title\nT 01,2026-03-09,Tea\nXK3Q9A,2026-03-09,Cake\nmain/pie,2026-03-09,Pie\n")
    assert said.diagnostics == ()
    assert said.programme
    assert [each.id for each in said.programme.sessions] == ["t-01", "xk3q9a", "pie"]


def test_what_excel_is_told_of_its_separator_is_no_title(read_sheet: ReadSheet) -> None:
    text = "sep=;\r\nDate;Start;Title\r\n2026-03-09;9:00;Tea, or cake\r\n"
    assert recognised_format(text.encode(), "sheet.csv") is not None
    said = read_sheet(text)
    assert said.programme
    assert (said.programme.title, said.programme.sessions[0].title) == ("sheet", "Tea, or cake")
