"""The lines of a slot: which of them is the title, and what names people and rooms."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]

TALKS = "the names below it are left in the notes: they read like talks without times"


@pytest.mark.parametrize(
    ("lines", "shown_as"),
    [
        ("Tea\nFoto: Ida Holm", "Tea"),
        ("Tides\nProf. Holm", "Tides +Prof. Holm (speaker)"),
        ("Tides in the north [pdf] Ida Holm", "Tides in the north +Ida Holm (speaker)"),
        ("Tea\nRoom: Hall\nRoom: Kitchen", "Tea @Room Hall ~Room: Kitchen"),
        ("Tea\nLocation: TBA", "Tea"),
        ("Tea\nSpeaker: TBA", "Tea"),
        ("Tea\nChair: whoever is there", "Tea ~Chair: whoever is there"),
        ("Ida Holm\n“Tides in the north”", "“Tides in the north” +Ida Holm (speaker)"),
        ("“Tides in the\nnorth”", "“Tides in the north” ?joined from several lines"),
        ("Keynote:\nTides in the north", "Keynote: Tides in the north ?a general word and the line below it"),
        ("Keynote\nIt is about the sea.\nTides in the north", "Keynote ~It is about the sea. ~Tides in the north"),
        (
            "Dr. Ida Holm of the sea and the sand\nTides in the north",
            (
                "Tides in the north +Dr. Ida Holm (speaker) ~Dr. Ida Holm of the sea and the sand "
                "?the first line reads like a person, the next like a title ?named in a sentence below the title"
            ),
        ),
        (
            "Tides\nXyzzy Plugh, Anna Meyer, Peter Smith",
            "Tides +Xyzzy Plugh (speaker) +Anna Meyer (speaker) +Peter Smith (speaker) ?a name by its form only",
        ),
        (
            "Tides\nSpeakers: Xyzzy Plugh, Anna Meyer, Peter Smith",
            "Tides +Xyzzy Plugh (speaker) +Anna Meyer (speaker) +Peter Smith (speaker)",
        ),
        (
            "Tides\nMayor Deputy Officer Linda Castillo",
            "Tides +Linda Castillo, Mayor Deputy Officer (speaker)",
        ),
        (
            "Talks\nIda Holm\nTides in the north\nBen Ahlers\nSand and wind\nNora Weiss\nBoats",
            (
                "Talks ~Ida Holm ~Tides in the north ~Ben Ahlers ~Sand and wind ~Nora Weiss ~Boats "
                f"?{TALKS} ?`Ida Holm` below it may be a person ?`Ben Ahlers` below it may be a person "
                "?`Nora Weiss` below it may be a person"
            ),
        ),
        ("?", "? ?hardly a title"),
        ("Tides and sand " * 20, f"{('Tides and sand ' * 20).strip()} ?very long"),
    ],
)
def test_lines_of_a_slot(shown: Shown, lines: str, shown_as: str) -> None:
    assert shown(f"9 March 2026\n\n9:00-10:00 {lines}\n") == [f"2026-03-09 09:00-10:00 {shown_as}"]


def test_name_in_a_slant_behind_the_title_is_who_speaks(shown: Shown) -> None:
    page = "<p>9 March 2026<p>9:00 <b>Tides in the north</b> <i>Ida Holm</i>"
    assert shown(page, "x.html") == ["2026-03-09 09:00- Tides in the north +Ida Holm (speaker)"]


@pytest.mark.parametrize(
    ("headings", "cells", "shown_as"),
    [
        (("Time", "Speaker"), ("9:00", "Ida Holm"), "Ida Holm ?reads like a person"),
        (("Time", "Title", "Speaker"), ("9:00", "Tides", "Ida<br>Holm"), "Tides +Ida Holm (speaker)"),
    ],
    ids=["people alone", "a name on two lines"],
)
def test_column_of_people(shown: Shown, headings: tuple[str, ...], cells: tuple[str, ...], shown_as: str) -> None:
    rows = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in (headings, cells))
    assert shown(f"<p>9 March 2026<table>{rows}</table>", "x.html") == [f"2026-03-09 09:00- {shown_as}"]


def test_room_of_others_above_a_title_is_its_room(shown: Shown) -> None:
    page = (
        "<p>9 March 2026<table><tr><td>Time<td>Title<td>Room<tr><td>9:00<td>Tides<td>Blue Lagoon"
        "<tr><td>10:00<td>Blue Lagoon<br>Sand on the shore<td></table>"
    )
    assert shown(page, "x.html") == [
        "2026-03-09 09:00- Tides @Blue Lagoon",
        "2026-03-09 10:00- Sand on the shore @Blue Lagoon ?a room by its form",
    ]


def test_hours_of_a_whole_morning_above_its_parts_are_no_session(shown: Shown) -> None:
    text = "# 9 March 2026\n\n## Morning\n\nTime: 9:00-12:00\n\n9:00-10:00 Tea\n\n10:00-12:00 Cake\n"
    assert shown(text, "x.md") == [
        "2026-03-09 09:00-10:00 Tea",
        "2026-03-09 10:00-12:00 Cake",
    ]


def test_session_that_is_said_again_is_one(shown: Shown) -> None:
    assert shown("9 March 2026\n\n9:00-10:00 Tea\n\n9:00-10:00 Tea\n") == ["2026-03-09 09:00-10:00 Tea"]


def test_headings_whose_time_is_said_below_them(shown: Shown) -> None:
    text = "# 9 March 2026\n\n## Tides in the north\n\nWhen: 10:00\n\n## Sand\n\nWhen: 11:00\n"
    assert shown(text, "x.md") == ["2026-03-09 10:00- Tides in the north", "2026-03-09 11:00- Sand"]


def test_sentence_calls_by_one_word_what_no_line_above_calls_otherwise(shown: Shown) -> None:
    assert shown("Sea\n\nWe sail.\n\nThe meeting will be held on 9 March 2026 at 10:00.\n") == [
        (
            "2026-03-09 10:00- meeting ?read from a sentence "
            "?begins with a small letter: something may be missing before it"
        )
    ]


def test_records_that_follow_each_other(shown: Shown) -> None:
    text = (
        "Fecha: 9 de marzo de 2026\nHora: 10:00, en la playa\nTítulo: Mareas\nPonente: Ida Holm\n"
        "Fecha: 10 de marzo de 2026\nHora: 11:00\nTítulo: Arenas\nPonente: Ida Holm\n"
    )
    assert shown(text) == [
        "2026-03-09 10:00- Mareas @playa +Ida Holm (speaker)",
        "2026-03-10 11:00- Arenas +Ida Holm (speaker)",
    ]


def test_record_without_a_day_is_on_that_of_the_heading(shown: Shown) -> None:
    text = "9 March 2026\n\nHora: 10:00\nTítulo: Mareas\nPonente: Ida Holm\n"
    assert shown(text) == ["2026-03-09 10:00- Mareas +Ida Holm (speaker)"]


def test_heads_of_columns_that_stand_twice_are_heads(shown: Shown) -> None:
    heads = "Time           Title            Room\n"
    text = (
        f"9 March 2026\n\n{heads}\n{heads}9:00           Tides            Hall\n10:00          Sand             Hall\n"
    )
    assert shown(text) == ["2026-03-09 09:00- Tides @Hall", "2026-03-09 10:00- Sand @Hall"]
