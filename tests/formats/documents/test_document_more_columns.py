"""Columns of ends and of rooms, whatever their heads say, and words broken at the end of a line of a cell."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]


def table(*rows: str) -> str:
    """A page with a day and a table, whose cells `|` parts."""
    cells = "".join(f"<tr>{''.join(f'<td>{each.strip()}</td>' for each in row.split('|'))}</tr>" for row in rows)
    return f"<p>Monday, 9 March 2026</p><table>{cells}</table>"


@pytest.mark.parametrize(
    "head", ["Starts | Ends | What | Where", "Empieza | Termina | Actividad | Lugar", "Beginn | Feierabend | Was | Wo"]
)
def test_a_column_of_single_times_behind_the_starts_holds_the_ends(shown: Shown, head: str) -> None:
    rows = ("9.30 | 10.30 | Warm up | Room 4", "11.00 | 12.30 | Workshop | Room 5", "12.30 | 2.00 | Lunch | ")
    assert [each[11:].split(" ?")[0] for each in shown(table(head, *rows), "x.html")] == [
        "09:30-10:30 Warm up @Room 4",
        "11:00-12:30 Workshop @Room 5",
        "12:30-14:00 Lunch",
    ]


def test_places_that_recur_before_titles_are_rooms(shown: Shown) -> None:
    rows = (
        "9:00-9:20 | Dock A | Opening plenary | Ms Ida Holm",
        "9:20-10:30 | Dock A | Revision of clause 6 | Dr Nora Weiss",
        "10:30-11:00 | Lobby | Coffee | ",
        "11:00-12:30 | Dock B | Bar codes | Mr Paul Kern",
        "12:30-13:30 | Galley | Lunch | ",
        "13:30-15:00 | Dock A | Comments | Dr Nora Weiss",
        "15:00-15:30 | Dock B | Next steps | Dr Nora Weiss",
    )
    rooms = [each.partition("@")[2].split(" +")[0].split(" ?")[0] for each in shown(table(*rows), "x.html")]
    assert rooms == ["Dock A", "Dock A", "Lobby", "Dock B", "Galley", "Dock A", "Dock B"]


def test_kinds_that_recur_before_titles_are_none(shown: Shown) -> None:
    rows = [
        f"{n}:00 | {kind} | Tides of {n} seas"
        for n, kind in enumerate(("Talk", "Talk", "Workshop", "Talk", "Workshop", "Talk"), 9)
    ]
    assert [each.partition(" ?")[0][18:] for each in shown(table(*rows), "x.html")][:3] == [
        "Talk: Tides of 9 seas",
        "Talk: Tides of 10 seas",
        "Workshop: Tides of 11 seas",
    ]


def test_a_word_broken_at_the_end_of_a_line_of_a_cell_is_whole(shown: Shown) -> None:
    text = table("Zeit | Was | Wo", "9:00 | Dampf | Lehrlingswerk-<br>statt", "10:00 | Rad | Haus-<br>und Hofstube")
    assert [each.partition("@")[2].split(" ?")[0] for each in shown(text, "x.html")] == [
        "Lehrlingswerkstatt",
        "Haus- und Hofstube",
    ]


@pytest.mark.parametrize("head", ["Starts | Lasts | What | Where", "Beginn | So lange | Was | Wo"])
def test_a_column_of_lengths_gives_the_ends_whatever_its_head(shown: Shown, head: str) -> None:
    rows = ("10.00 | 15 min | Fanfare | Stairs", "10.30 | 1 hour | Tour | Foyer", "12.30 | | Recital | Bar")
    assert [each[11:].split(" ?")[0] for each in shown(table(head, *rows), "x.html")] == [
        "10:00-10:15 Fanfare @Stairs",
        "10:30-11:30 Tour @Foyer",
        "12:30- Recital @Bar",
    ]
