"""Tables in which a cell holds a day and its hours, or days stand beside hours and no head names them."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
Shown = Callable[..., list[str]]

EXPECTED = ["2027-03-12 19:00- Ferns of the north", "2027-03-20 19:30- Mosses and moors"]


def page(*rows: str) -> str:
    """A page with a table of these rows, whose cells a bar parts."""
    cells = ("".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows)
    return f"<html><h1>Spring talks</h1><table>{''.join(f'<tr>{each}</tr>' for each in cells)}</table>"


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        ("When", "12 March 2027, 19:00", "20 March 2027, 19:30"),
        ("Date", "Fri 12.03.2027 19:00", "Sat 20.03.2027 19:30"),
        ("Datum", "Fr., 12.03.2027, 19 Uhr", "Sa., 20.03.2027, ab 19:30 Uhr"),
        ("Date et heure", "vendredi 12 mars 2027 à 19h", "samedi 20 mars 2027 à 19h30"),
        ("Fecha y hora", "12 de marzo de 2027, a las 19.00 h", "20 de marzo de 2027, 19.30 h"),
        ("Date & time", "March 12, 2027<br>7 p.m.", "March 20, 2027<br>7:30 p.m."),
        ("Start", "2027-03-12 19:00", "2027-03-20 19:30"),
    ],
)
def test_a_day_before_the_hours_of_a_cell(shown: Shown, head: str, first: str, second: str) -> None:
    rows = (f"{head} | Title", f"{first} | Ferns of the north", f"{second} | Mosses and moors")
    assert shown(page(*rows), "x.html") == EXPECTED


def test_day_and_hours_below_a_column_of_titles(shown: Shown) -> None:
    rows = ("Ferns of the north | 12 March 2027, 19:00", "Mosses and moors | 20 March 2027, 19:30")
    assert shown(page(*rows), "x.html") == EXPECTED


def test_day_and_hours_below_the_second_head_of_a_text(shown: Shown) -> None:
    head = f"{'Title':22}{'When':26}Who\n"
    rows = (("Ferns of the north", "12 March 2027, 19:00", "Ida Holm"), ("Moors", "20 March 2027, 19:30", "Ben Ahlers"))
    assert shown("Talks\n\n" + head + "".join(f"{one:22}{two:26}{three}\n" for one, two, three in rows)) == [
        "2027-03-12 19:00- Ferns of the north +Ida Holm (speaker)",
        "2027-03-20 19:30- Moors +Ben Ahlers (speaker)",
    ]


def test_a_day_holds_for_the_hours_below_it(shown: Shown) -> None:
    rows = ("When | Hall A | Hall B", "12 March 2027, 19:00 | Ferns | Sand", "20:00 | Moors | Stone")
    assert shown(page(*rows), "x.html") == [
        "2027-03-12 19:00- Ferns @Hall A",
        "2027-03-12 19:00- Sand @Hall B",
        "2027-03-12 20:00- Moors @Hall A",
        "2027-03-12 20:00- Stone @Hall B",
    ]


def test_start_and_end_each_with_their_day(shown: Shown) -> None:
    rows = ("Start | End | Subject", "12.03.2027 19:00 | 12.03.2027 21:00 | Ferns")
    more = ("20.03.2027 19:00 | 20.03.2027 22:30 | Moors",)
    assert shown(page(*rows, *more), "x.html") == ["2027-03-12 19:00-21:00 Ferns", "2027-03-20 19:00-22:30 Moors"]


def test_several_columns_beside_dates_are_no_rooms(shown: Shown) -> None:
    rows = ("Date | Home | Guests", "Sat 13.03.2027 15:30 | Adler | Bach", "Sun 14.03.2027 11:00 | Fels | Quelle")
    doubt = "stands in a column beside it, and no head says what that holds"
    assert shown(page(*rows), "x.html") == [
        f"2027-03-13 15:30- Adler ~Bach ?`Bach` {doubt}",
        f"2027-03-14 11:00- Fels ~Quelle ?`Quelle` {doubt}",
    ]


def test_days_beside_hours_without_heads(shown: Shown) -> None:
    rows = ("Ferns of the north | 12.03.2027 | 19:00", "Mosses and moors | 20.03.2027 | 19:30")
    assert shown(page(*rows), "x.html") == EXPECTED


def test_a_cell_over_several_rows_holds_for_each_of_them(shown: Shown) -> None:
    row = "<tr><td rowspan=2>12 March 2027, 19:00<td>Ferns of the north<tr><td>Sand"
    assert shown(f"<html><table>{row}<tr><td>20 March 2027, 19:30<td>Mosses and moors</table>", "x.html") == [
        "2027-03-12 19:00- Ferns of the north ?another session begins at the same time",
        "2027-03-12 19:00- Sand ?another session begins at the same time",
        "2027-03-20 19:30- Mosses and moors",
    ]


def test_a_date_and_hours_over_each_column_are_heads(sessions: Sessions) -> None:
    rows = ("12 March 2027, 9:00–12:00 | 13 March 2027, 9:00–12:00", "Ferns | Sand")
    assert sessions(page(*rows), "x.html") == ()


@pytest.mark.parametrize("head", ["Deadline", "Abgabe", "Published", "À rendre", "Fecha límite"])
def test_dates_below_a_head_that_names_no_day_are_not_the_days_of_the_rows(shown: Shown, head: str) -> None:
    rows = (f"Time | Item | {head}", "09:00 | Budget | 12 March 2027", "10:00 | Staff | 19 March 2027")
    found = shown(page(*rows).replace("<table>", "<h2>Monday 1 March 2027</h2><table>"), "x.html")
    assert [each.partition(" ~")[0] for each in found] == ["2027-03-01 09:00- Budget", "2027-03-01 10:00- Staff"]


def test_days_below_an_empty_head_are_those_of_the_rows(shown: Shown) -> None:
    rows = (" | Time | Title", "12 March 2027 | 19:00 | Ferns of the north", "20 March 2027 | 19:30 | Mosses and moors")
    assert shown(page(*rows), "x.html") == EXPECTED
