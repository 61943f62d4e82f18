"""Times in words at the head of a line, or at its end."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]


def hours(shown: Shown, *lines: str) -> list[str]:
    return [
        each.removeprefix("2026-03-14 ").partition(" ?")[0] for each in shown("14 March 2026\n\n" + "\n".join(lines))
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("half past two: Egg race", "14:30- Egg race"),
        ("At quarter to ten: Egg race", "09:45- Egg race"),
        ("at seven o'clock in the evening: Supper", "19:00- Supper"),
        ("from two to half past three: Games", "14:00-15:30 Games"),
        ("um halb drei: Kaffee", "14:30- Kaffee"),
        ("Viertel nach acht – Kaffee", "08:15- Kaffee"),
        ("von drei bis vier Uhr: Theater", "15:00-16:00 Theater"),
        ("um acht Uhr abends: Tanz", "20:00- Tanz"),
        ("À deux heures et demie : goûter", "14:30- goûter"),
        ("De 14 heures à 15 heures et demie : jeux", "14:00-15:30 jeux"),
        ("A seize heures : goûter", "16:00- goûter"),
        ("A las seis y cuarto: merienda", "18:15- merienda"),
        ("De cuatro a cinco y media de la tarde: juegos", "16:00-17:30 juegos"),
        ("A las diez de la mañana: juegos", "10:00- juegos"),
    ],
)
def test_a_time_in_words_begins_a_line(shown: Shown, line: str, expected: str) -> None:
    assert hours(shown, line) == [expected]


@pytest.mark.parametrize(
    "line", ["Las dos hermanas", "Halb so wild", "Trois heures de marche", "Half past nine club meets", "Las 21 rosas"]
)
def test_words_that_begin_a_title_are_no_time(shown: Shown, line: str) -> None:
    assert hours(shown, "9:00 Opening", line) == [f"09:00- Opening ~{line}"]


def test_times_in_words_end_lines(shown: Shown) -> None:
    assert hours(shown, "Race ..... half past two", "Tug of war ..... quarter to four", "Fire ..... 9 pm") == [
        "14:30- Race",
        "15:45- Tug of war",
        "21:00- Fire",
    ]
    assert hours(shown, "Salida: 8 h", "Visita: sobre las 9.30 h", "Comida: a las dos", "Regreso: 18 h") == [
        "08:00- Salida",
        "09:30- Visita",
        "14:00- Comida",
        "18:00- Regreso",
    ]
    assert hours(shown, "Départ : 8h", "Arrivée : vers 9h30", "Repas : midi", "Retour : 16h") == [
        "08:00- Départ",
        "09:30- Arrivée",
        "12:00- Repas",
        "16:00- Retour",
    ]


def test_a_length_behind_a_title_is_no_time(shown: Shown) -> None:
    assert hours(shown, "9:00 Opening", "Marche : deux heures") == ["09:00- Opening ~Marche : deux heures"]
