"""Sheets as programmes: the headings, days and hours that people write, and what is told of them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.steps import grows_evenly

from agendacli.formats.given import Given
from agendacli.formats.readers import READERS
from agendacli.formats.sheet.headings import meaning_of
from agendacli.model.programme import Session
from agendacli.model.said import Said
from agendacli.model.when import Days, Timed
from agendacli.model.zones import instant

Items = Callable[..., list[str]]
ReadSheet = Callable[..., Said]
CASES = Path(__file__).parents[3].parent / "shared" / "cases" / "exchange" / "csv"
EXPECTED: dict[str, Any] = json.loads((CASES / "expected.json").read_text()) if CASES.is_dir() else {}
DAY_ORDER = "has two readings, and nothing says which number is the day; say `--day-first` or `--month-first`"


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Session Title", "title"), ("Titel", "title"), ("Start", "start"), ("Time Start", "start"), ("Ende", "end"),
        ("Start Date", "date"), ("End Date", "end date"), ("Start Date/Time", "start"), ("Uhrzeit", "time"),
        ("Room/Location", "room"), ("Raum", "room"), ("Speaker Name", "speakers"), ("Speaker 2", "speakers"),
        ("Referent/in", "speakers"), ("Moderator", "moderators"), ("Session Chair", "chairs"), ("Vorsitz", "chairs"),
        ("Hora de inicio", "start"), ("Intervenants", "speakers"), ("Statut", "status"), ("Zeitzone", "zone"),
        ("All Day Event", "all day"), ("Private", "privacy"), ("panellists", "panellists"), ("Budget", None),
        ("", None), ("Wann", "time"), ("Speaker(s)", "speakers"), ("Referent*in", "speakers"),
        ("Redner:innen", "speakers"), ("Intervenant·e·s", "speakers"), ("startsAt", "start"), ("Endzeit", "end"),
        ("Startdatum", "date"), ("Enddatum", "end date"), ("von - bis", "time"), ("From/To", "time"), ("Slot", "time"),
        ("Date (dd/mm/yyyy)", "date"), ("Dauer (h)", "duration"), ("Room no.", "room"), ("Titel des Vortrags", "title"),
        ("Agenda item", "title"), ("Title of session", "title"), ("Start (CET)", None), ("Start (UTC+1)", None),
        ("Name(s)", None), ("Link to slides", None), ("Session no.", None),
    ],
)  # fmt: skip
def test_meaning_of_headings(heading: str, meaning: str | None) -> None:
    assert meaning_of(heading) == meaning


@pytest.mark.parametrize("name", EXPECTED)
def test_sheets_of_the_cases(name: str) -> None:
    data, expected = (CASES / name).read_bytes(), EXPECTED[name]
    said = READERS["csv"](Given(data, name, "Europe/Lisbon"))
    if "day_first" in expected:
        assert [(each.code.name, DAY_ORDER in each.message) for each in said.diagnostics] == [("sheet-day-order", True)]
        said = READERS["csv"](Given(data, name, "Europe/Lisbon", day_first=True))
    assert said.diagnostics == ()
    assert said.programme
    found = {each.title: as_expected(each) for each in said.programme.sessions}
    assert found == {each[2]: tuple(each) if each[4:] else (*each, [], "confirmed") for each in expected["sessions"]}


def as_expected(session: Session) -> tuple[object, ...]:
    if isinstance(session.when, Days):
        bounds = [str(session.when.start), str(session.when.end)]
    else:
        assert isinstance(session.when, Timed)
        moments = (session.when.start, session.when.end)
        bounds = [instant(each, session.when.zone).isoformat() if each else None for each in moments]  # type: ignore[misc]
    people = [each.name for each in session.participants]
    return (*bounds, session.title, session.room, people, session.status.value)


@pytest.mark.parametrize(
    ("row", "hours"),
    [
        ("9:00;10:30;", "9:00-10:30"), ("9.00;10.30;", "9.00-10.30"), ("9:00 AM;1:30 PM;", "9:00 AM-1:30 PM"),
        ("9;10;", "9:00-10:00"), ("09:00:00;10:00:00;", "09:00-10:00"), ("9h30;11h;", "9h30-11h"),
        ("19:00;;", "19:00"), ("23:00;01:00;", "23:00-01:00 +1"), (";;", "hours unknown"),
        ("9:00;;45", "9:00-09:45"), ("9:00;;1:30", "9:00-10:30"), ("23:30;;1 h", "23:30-00:30 +1"),
        ("all day;;", "all day"), ("09:00-10:00;;", "09:00-10:00"), ("before 10:00;;", "before 10:00"),
    ],
)  # fmt: skip
def test_hours(items: Items, row: str, hours: str) -> None:
    assert items(f"Date;Title;Start;End;Duration\n2026-03-09;Tea;{row}\n") == [f"2026-03-09, {hours} | Tea | None"]


@pytest.mark.parametrize(
    ("day", "options", "read"),
    [
        ("2026-03-09", {}, "2026-03-09"), ("9 March 2026", {}, "2026-03-09"), ("Mo, 9. März 2026", {}, "2026-03-09"),
        ("13.3.2026", {}, "2026-03-13"), ("3/13/2026", {}, "2026-03-13"), ("5/5/2026", {}, "2026-05-05"),
        ("09/03/2026", {"day_first": True}, "2026-03-09"), ("09/03/26", {"day_first": False}, "2026-09-03"),
        ("some day in 2026-03", {}, "some day in 2026-03"),
    ],
)  # fmt: skip
def test_days(items: Items, day: str, options: dict[str, bool], read: str) -> None:
    assert items(f'Date;Title\n"{day}";Tea\n', **options) == [f"{read}, hours unknown | Tea | None"]


def test_one_date_proves_the_order_of_all(items: Items) -> None:
    found = items("Date;Title\n09/03/2026;Tea\n13/03/2026;Cake\n")
    assert [each[:10] for each in found] == ["2026-03-09", "2026-03-13"]


def test_order_that_is_not_proved_is_asked_for_once(items: Items) -> None:
    assert items("Date;Title\n09/03/2026;Tea\n10/03/2026;Cake\n") == [
        f"sheet.csv:2:1: error[sheet-day-order]: `09/03/2026` {DAY_ORDER}"
    ]


def test_a_day_holds_for_the_rows_below_it(items: Items) -> None:
    days = "Mon 9 March 2026\nTime,Title,Room\n9:00-10:00,Tea,A\n10 March 2026,,\n9:00,Cake,B"
    text = f"Spring School\n{days}\n,,\nBring cups,,\n"
    assert items(text) == ["2026-03-09, 9:00-10:00 | Tea | A", "2026-03-10, 9:00 | Cake | B"]


def test_text_above_the_headings_is_the_title_and_notes_below_are_counted(read_sheet: ReadSheet) -> None:
    said = read_sheet("Spring School\nDate,Title,Budget\n2026-03-09,Tea,3\n\nBring cups,,\n")
    assert said.programme
    assert said.programme.title == "Spring School"
    assert said.left_out == ("the column `Budget`", "1 row without a time and a title")


def test_rooms_across(items: Items) -> None:
    text = 'Date,Time,Hall A,Hall B\n2026-03-09,9:00-10:00,"Tea\nwith Ann",Cake\n,10:00-11:00,,Pie\n'
    assert items(text) == [
        "2026-03-09, 9:00-10:00 | Tea | Hall A",
        "2026-03-09, 9:00-10:00 | Cake | Hall B",
        "2026-03-09, 10:00-11:00 | Pie | Hall B",
    ]


def test_people_status_rooms_and_words_in_other_languages(read_sheet: ReadSheet) -> None:
    text = (
        "Datum;Titel;Raum;Referent/in;Speaker 2;Moderation;Status;Privat\n"
        '2026-03-09;Tee;"A; B";Ann Poe & Bea Roe;"Ms. Dot Fox, Harbour";N.N.;abgesagt;ja\n'
    )
    said = read_sheet(text)
    assert (said.diagnostics, bool(said.programme)) == ((), True)
    (tea,) = said.programme.sessions if said.programme else ()
    seats = [(each.role, each.name, each.position) for each in tea.participants]
    assert seats == [
        ("moderator", "N.N.", None),
        ("speaker", "Ann Poe", None),
        ("speaker", "Bea Roe", None),
        ("speaker", "Dot Fox", "Harbour"),
    ]
    assert (tea.rooms, tea.status.value, tea.privacy.value) == (("A", "B"), "cancelled", "private")


def test_name_in_small_letters_is_a_name_in_a_sheet(read_sheet: ReadSheet) -> None:
    said = read_sheet('Date,Title,Speakers\n2026-03-09,Tea,"jinxx; Ann Poe; tbc"\n')
    assert said.diagnostics == ()
    (tea,) = said.programme.sessions if said.programme else ()
    assert [(each.name, each.person and each.person.id) for each in tea.participants] == [
        ("jinxx", "jinxx"),
        ("Ann Poe", "ann-poe"),
        ("tbc", None),
    ]


def test_columns_as_they_are_named(items: Items) -> None:
    text = "Tag;Wozu;Klo\n2026-03-09;Tee;A\n"
    columns = (("Wozu", "title"), ("klo", "room"))
    assert items(text, columns=columns) == ["2026-03-09, hours unknown | Tee | A"]
    message = 'name the columns, as with `--columns "Beginn=start,Raum=room"`'
    assert items(text, columns=(*columns, ("Ort", "room"))) == [
        f"sheet.csv:1:1: error[sheet-columns]: no column is called `Ort`; there are `Tag`, `Wozu` and `Klo`; {message}"
    ]


def test_moments_with_an_offset(items: Items) -> None:
    text = "Start,End,Title\n2026-03-09T09:00:00+00:00,2026-03-09T23:30:00Z,Tea\n"
    assert items(text) == ["2026-03-09, 10:00-00:30 +1 | Tea | None"]


MARKDOWN = """\
# Spring School

Times are those of Europe/Lisbon.

## Mon 9 March 2026

| start | title | room |
|-------|-------|------|
| 09:00 | **Tea** \\| cake | A |

## Tue 10 March 2026

| start | title | room |
|-------|-------|------|
| 10:00 | Pie<br>and more | |
"""


def test_markdown_tables_under_their_days(items: Items, read_sheet: ReadSheet) -> None:
    assert items(MARKDOWN, file="x.md", zone=None) == [
        "2026-03-09, 09:00 | Tea | cake | A",
        "2026-03-10, 10:00 | Pie and more | None",
    ]
    said = read_sheet(MARKDOWN, file="x.md", zone=None)
    assert said.programme
    assert (said.programme.title, said.programme.zone) == ("Spring School", "Europe/Lisbon")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a,b\n1,2\n", "1:1: error[sheet-columns]: no row has headings that are known; there are `a` and `b`; WAY"),
        ("", "1:1: error[empty]: the file is empty; begin with `title:` and `days:`"),
        ("Date,Title\n", "1:1: error[empty]: the sheet contains no sessions below its headings"),
        ("Title,Room\nTea,A\n", ("1:1: error[sheet-columns]: no row has headings that are known; there are `Title` and "
         "`Room`; WAY")),
        ("Date,Title,Start\n2026-03-09,Tea,25:00\n",
         ("2:16: error[bad-time]: `25:00` is not a time; write `10:15-13:00`, `18:00-` (end not stated), "
         "`before 10:00`, `hours unknown` or `all day`")),
        ("Date,Title\n31.02.2026,Tea\n",
         "2:1: error[bad-date]: `31.02.2026` is not in the calendar; write a date like `2017-09-04`"),
        ("Date,Title,Status\n2026-03-09,Tea,perhaps\n",
         "2:16: error[not-a-choice]: `perhaps` is not a status; write `confirmed`, `tentative` or `cancelled`"),
        ("Date,Title,Start\n,Tea,9:00\n",
         "2:2: error[sheet-row]: “Tea” is left out: there is no day in its row or above it"),
        ("Date,Title,Start\n2026-03-09,,9:00\n",
         "2:13: error[sheet-row]: `9:00` is left out: the row has a time and no title"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_cell(items: Items, text: str, told: str) -> None:
    way = 'name the columns, as with `--columns "Beginn=start,Raum=room"`'
    assert items(text)[:1] == [f"sheet.csv:{told.replace('WAY', way)}"]


def test_cells_with_line_breaks_keep_lines_counted(items: Items) -> None:
    text = 'Date,Title,Start\r\n2026-03-09,"Tea ""and""\r\ncake",9:00\r\n2026-03-09,Pie,25:00\r\n'
    assert [each[:45] for each in items(text)] == ["sheet.csv:4:16: error[bad-time]: `25:00` is n"]


def test_zone_is_asked_for_only_where_there_are_hours(items: Items) -> None:
    assert items("Date,Title\n2026-03-09,Tea\n", zone=None) == ["2026-03-09, hours unknown | Tea | None"]
    assert items("Date,Title,Start\n2026-03-09,Tea,9:00\n", zone=None) == [
        "sheet.csv:2:16: error[no-zone]: the times have no time zone; name it, as with `--zone Europe/Vienna`"
    ]


@given(st.text(st.sampled_from('Date,Title;"|\n\t9:0-/ 2026ä'), max_size=300))
def test_any_text_gives_diagnostics_and_raises_nothing(text: str) -> None:
    for name in ("csv", "markdown"):
        READERS[name](Given(f"Date,Title,Start\n{text}".encode(), "x.csv", "Europe/Berlin"))


def test_rows_with_open_quotes_take_the_same_steps_each() -> None:
    assert grows_evenly(
        lambda rows: READERS["csv"](Given(b"Date,Title\n" + b'"a,b\n' * rows, "x.csv", "Europe/Berlin")), 100
    )


def test_unicode_text_of_a_spreadsheet_is_read() -> None:
    text = "Date\tStart\tTitle\r\n2026-03-09\t9:00\tTea\r\n"
    said = READERS["csv"](Given(text.encode("utf-16"), "x.txt", "Europe/Berlin"))
    assert said.programme
    assert [(each.title, each.when_text) for each in said.programme.sessions] == [("Tea", "2026-03-09, 9:00")]


THERE = '`Date`, `Start` and `Room`; name the columns, as with `--columns "Beginn=start,Raum=room"`'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Name,Title,Date,Start\nAda,Tea,2026-03-09,9:00\n", "2026-03-09, 9:00 | Tea | None"),
        (
            "Start,Title\n2026-02-30T09:00:00+01:00,Tea\n",
            "sheet.csv:2:27: error[sheet-row]: “Tea” is left out: there is no day in its row or above it",
        ),
        (
            "Date,Start,Room\n2026-03-09,9:00,Hall\n",
            f"sheet.csv:1:1: error[sheet-columns]: no column is known to hold the title; there are {THERE}",
        ),
    ],
)
def test_headings_that_say_less(items: Items, text: str, found: str) -> None:
    assert items(text) == [found]


def test_days_of_both_orders_are_read_where_each_can_only_be_one(items: Items) -> None:
    text = "Date,Start,Title\n13/4/2026,9:00,Tea\n4/14/2026,9:00,Cake\n"
    assert items(text) == ["2026-04-13, 9:00 | Tea | None", "2026-04-14, 9:00 | Cake | None"]


def test_table_of_markdown_that_is_no_text_is_told() -> None:
    said = READERS["markdown"](Given(b"| Date | Title |\n\x00\xff\n", "x.md"))
    assert (said.programme, [each.code.name for each in said.diagnostics]) == (None, ["binary"])
