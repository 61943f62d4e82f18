"""Rooms on their floors, and houses that are named above a programme and are no rooms of its sessions."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.tokens.places import is_place, is_room


@pytest.mark.parametrize(
    "text",
    [
        "Conservation Lab, floor -1",
        "Conservation Lab, level 2",
        "Reading Room 3rd floor",
        "Hörsaal, 2. Stock",
        "Salle Goya, 1er étage",
        "Aula Magna, piso 3",
        "Parador",
        "Mesón del Puente",
    ],
)
def test_a_place_may_say_its_floor(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Old Magistrates’ Court", False),
        ("Crown Court", False),
        ("County Court", False),
        ("Tennis Court", True),
        ("Court 2", True),
    ],
)
def test_a_court_of_law_is_a_house(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert (is_place(text), is_room(text)) == (True, is_one)


def test_a_house_above_a_programme_is_no_room_of_its_sessions(shown: Callable[..., list[str]]) -> None:
    text = "Budget Day, 24 January 2026\n\nOld Magistrates’ Court, Station Road. Parking: £3.20.\n\n0900 – 0930 Tea\n"
    assert shown(text) == ["2026-01-24 09:00-09:30 Tea"]


def test_a_room_on_its_floor_stands_below_a_title(shown: Callable[..., list[str]]) -> None:
    text = (
        "Summer school, 8 September 2025\n\n  09:00-10:30   Reading\n                Dr. Elias Haddad (Beirut)\n"
        "  11:00-12:30   Hands on: parchment\n                Conservation Lab, floor -1. Instructor: Ms. Hadas Peled\n"
    )
    assert shown(text)[1].startswith(
        "2025-09-08 11:00-12:30 Hands on: parchment @Conservation Lab, floor -1 +Ms. Hadas"
    )


def test_an_inn_in_brackets_is_where_people_dine(shown: Callable[..., list[str]]) -> None:
    assert "@Parador" in shown("Jornada, 8 de mayo de 2026\n\n21:00 h. Cena de clausura (Parador)\n")[0]
