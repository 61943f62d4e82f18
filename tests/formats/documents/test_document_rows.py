"""Rows of tables: what stands beside a time, in a cell with times of its own, and in rows without one."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]

DAY = "<p>9 March 2026"
DATE = "2026-03-09"


def table(*rows: tuple[str, ...]) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}' for cell in row) for row in rows)}</table>"


@pytest.mark.parametrize(
    ("page", "shown_as"),
    [
        pytest.param(
            table((DAY, "Title", "Room"), ("9:00", "Tea", "Hall"), ("10:00", "Cake", "Hall")),
            [f"{DATE} 09:00- Tea @Hall", f"{DATE} 10:00- Cake @Hall"],
            id="the day among the headings",
        ),
        pytest.param(
            DAY + table(("9:00 Room 1", "Tea"), ("10:00 Room 2", "Cake")),
            [f"{DATE} 09:00- Tea @Room 1", f"{DATE} 10:00- Cake @Room 2"],
            id="a room behind the time",
        ),
        pytest.param(
            DAY + table(("9:00 Plenary", "Tea"), ("10:00 Workshop", "Cake")),
            [f"{DATE} 09:00- Tea ~Plenary", f"{DATE} 10:00- Cake ~Workshop"],
            id="words behind the time",
        ),
        pytest.param(
            DAY + table(("9:00", "Tea"), ("10:00", "Cake")) + table(("Chair: Ida Holm",)),
            [
                f"{DATE} 09:00- Tea",
                f"{DATE} 10:00- Cake +Ida Holm (chair) ?rows without a time below it are taken as part of it",
            ],
            id="who leads, below the table",
        ),
        pytest.param(
            DAY + table(("9:00", "Tea"), ("10:00", "Cake")) + table(("Room 5", "upstairs")) + "<p>11:00 Pie",
            [
                f"{DATE} 09:00- Tea",
                f"{DATE} 10:00- Cake",
                f"{DATE} 11:00- Pie @Room 5 ?it is outside the table ?named for the whole part",
            ],
            id="a room below the table",
        ),
        pytest.param(
            table(("", "Room 1", "Room 2"), ("9:00", "Tea", "Cake"), ("10:00", "Pie", "Jam")),
            [
                "None 09:00- Tea @Room 1",
                "None 09:00- Cake @Room 2",
                "None 10:00- Pie @Room 1",
                "None 10:00- Jam @Room 2",
            ],
            id="a grid without a day",
        ),
        pytest.param(
            DAY + table(("", "Room 1", "Room 2"), ("14:00", "Tea", "Cake"), ("9:00", "Pie", "Jam")),
            [
                f"{DATE} 14:00- Tea @Room 1",
                f"{DATE} 14:00- Cake @Room 2",
                f"{DATE} 09:00- Pie @Room 1",
                f"{DATE} 09:00- Jam @Room 2",
            ],
            id="a grid whose times go back",
        ),
        pytest.param(
            f"{DAY}<table><tr><td>9:00<td>Tea<td rowspan=3>Hall<tr><td>10:00<td>Cake<tr><tr><td>11:00<td>Pie</table>",
            [f"{DATE} 09:00- Tea @Hall", f"{DATE} 10:00- Cake @Hall", f"{DATE} 11:00- Pie"],
            id="a cell that hangs down beside an empty row",
        ),
        pytest.param(
            DAY + table(("9:00-10:00", "Welcome<br>Boats (Room A)<br>Nets (Room B)"), ("10:00-11:00", "Tea")),
            [
                f"{DATE} 09:00-10:00 Welcome ?another session begins at the same time",
                f"{DATE} 09:00-10:00 Boats @Room A ?it shares the time of its slot",
                f"{DATE} 09:00-10:00 Nets @Room B ?it shares the time of its slot",
                f"{DATE} 10:00-11:00 Tea",
            ],
            id="parallel sessions below a title",
        ),
    ],
)
def test_rows(shown: Shown, page: str, shown_as: list[str]) -> None:
    assert shown(page, "x.html") == shown_as


@pytest.mark.parametrize(
    ("cell", "first"),
    [
        (
            "Morning<br>9:00-10:00 Tea<br>for all<br>10:00-11:00 Cake",
            [
                f"{DATE} 09:00-12:00 Morning @Hall",
                f"{DATE} 09:00-10:00 Tea ~for all ?another session begins at the same time",
            ],
        ),
        ("9:00-10:00<br>Tea<br>for all<br>10:00-11:00 Cake", [f"{DATE} 09:00-10:00 Tea ~for all"]),
    ],
    ids=["below a title", "without a title"],
)
def test_times_within_a_cell(shown: Shown, cell: str, first: list[str]) -> None:
    page = DAY + table(("Time", "Title", "Room"), ("9:00-12:00", cell, "Hall"), ("13:00-14:00", "Lunch", "Hall"))
    assert shown(page, "x.html") == [*first, f"{DATE} 10:00-11:00 Cake", f"{DATE} 13:00-14:00 Lunch @Hall"]


def test_column_of_few_words_that_recur_says_the_kind(shown: Shown) -> None:
    rows = [
        ("9:00", "Talk", "Tides in the north"),
        ("10:00", "Break", "Coffee and cake"),
        ("11:00", "Talk", "Sand and wind"),
        ("12:00", "Break", "Lunch for all"),
        ("13:00", "Talk", "Boats at sea"),
    ]
    assert shown(DAY + table(*rows), "x.html") == [
        f"{DATE} 09:00- Talk: Tides in the north",
        f"{DATE} 10:00- Break: Coffee and cake",
        f"{DATE} 11:00- Talk: Sand and wind",
        f"{DATE} 12:00- Break: Lunch for all",
        f"{DATE} 13:00- Talk: Boats at sea",
    ]


@pytest.mark.parametrize(
    ("page", "shown_as"),
    [
        ("<?php\n echo 1 ?><p>9 March 2026<p>9:00 Tea", [f"{DATE} 09:00- Tea"]),
        ("<p>9 March 2026<div hidden><i>now</b></i></div><p>9:00 Tea", [f"{DATE} 09:00- Tea"]),
        ("<p>9 March 2026<p/>9:00 <b/>Tea", [f"{DATE} 09:00- Tea"]),
        ("<p>9 March 2026<tr><td>9:00 Tea</table><p>10:00 Cake", [f"{DATE} 09:00- Tea", f"{DATE} 10:00- Cake"]),
        ("", []),
    ],
    ids=["instructions", "hidden", "closed at once", "a row outside of a table", "nothing"],
)
def test_pages_of_odd_tags(shown: Shown, page: str, shown_as: list[str]) -> None:
    assert shown(page, "x.html") == shown_as


def test_lines_with_signs_between_their_parts_and_text_below_them_are_no_rows(shown: Shown) -> None:
    text = (
        "9 March 2026\n\n16:00 - 17:00 | Newcomers | Library Bar\nHost: Ida Holm\nMeet people.\n\n"
        "18:00 - 21:00 | Heavy games | Moor Room\nWith Jon Lie\n\n21:30 - 23:00 | Night walk | Moor Room\n"
    )
    assert shown(text) == [
        "2026-03-09 16:00-17:00 Newcomers @Library Bar +Ida Holm (host) ~Meet people.",
        "2026-03-09 18:00-21:00 Heavy games @Moor Room +Jon Lie (speaker)",
        "2026-03-09 21:30-23:00 Night walk @Moor Room",
    ]


def test_lines_with_signs_between_their_parts_are_rows_without_text_below(shown: Shown) -> None:
    text = "9 March 2026\n\n16:00 | Newcomers | Bar\n18:00 | Games | Bar\n21:30 | Walk | Bar\n"
    assert [each.split(" ?")[0] for each in shown(text)] == [
        "2026-03-09 16:00- Newcomers @Bar",
        "2026-03-09 18:00- Games @Bar",
        "2026-03-09 21:30- Walk @Bar",
    ]
