"""Rooms that stand with the time, above the title."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
DAY = "6 July 2026\n\n"
BESIDE = "`{}` beside the time is taken for a room"


def read(sessions: Sessions, *cards: str) -> list[tuple[str, str]]:
    found = sessions(DAY + "\n\n".join(cards))
    return [(each.title.value, each.room.value if each.room else "") for each in found]


@pytest.mark.parametrize(
    ("cards", "read_as"),
    [
        (
            ("10:00–11:00 | Old Library\nTides", "11:00–12:00 | Chapel\nSilt", "12:00–13:00 | Old Library\nMud"),
            [("Tides", "Old Library"), ("Silt", "Chapel"), ("Mud", "Old Library")],
        ),
        (
            ("10–11 Uhr, Aula\nWatt", "11–12 Uhr, Raum 12\nMarsch", "12–13 Uhr, Turnhalle\nGeest"),
            [("Watt", "Aula"), ("Marsch", "Raum 12"), ("Geest", "Turnhalle")],
        ),
        (
            ("10h, Salle 3\nSable", "11h, Salle des fêtes\nVase", "12h, Salle 3\nTerre"),
            [("Sable", "Salle 3"), ("Vase", "Salle des fêtes"), ("Terre", "Salle 3")],
        ),
        (
            ("10:00 · Sala 2\nBarro", "11:00 · Salón de Actos\nArena", "12:00 · Sala 2\nTierra"),
            [("Barro", "Sala 2"), ("Arena", "Salón de Actos"), ("Tierra", "Sala 2")],
        ),
    ],
)
def test_rooms_stand_with_the_time(sessions: Sessions, cards: tuple[str, ...], read_as: list[tuple[str, str]]) -> None:
    assert read(sessions, *cards) == read_as


def test_what_is_no_room_by_its_name_is_doubted(sessions: Sessions) -> None:
    cards = ("10:00 | Old Library\nTides", "11:00 | Room 2\nSilt", "12:00 | Town Hall\nMud", "13:00 | The Ark\nSand")
    found = sessions(DAY + "\n\n".join(cards))
    assert [each.room and each.room.value for each in found] == ["Old Library", "Room 2", "Town Hall", "The Ark"]
    assert BESIDE.format("The Ark") in found[3].title.doubts


@pytest.mark.parametrize(
    "cards",
    [
        ("10:00 Silt (Room 1)\nWith Ida", "11:00 Sand (Room 2)\nWith Ben", "12:00 Mud – Town Hall\nWith Una"),
        ("10:00 Silt\nRoom 1", "11:00 Sand\nRoom 2", "12:00 Mud\nTown Hall"),
        ("10:00 Lunch\nRoom 1", "11:00 Coffee break\nRoom 2", "12:00 Dinner\nTown Hall"),
        ("10:00 Old Library\n- a tour", "11:00 Chapel\n- a tour", "12:00 Town Hall\n- a tour"),
        ("10:00 Great Silt\nbring boots", "11:00 Great Silt\nbring boots", "12:00 Great Silt\nbring boots"),
    ],
)
def test_titles_stand_with_the_time(sessions: Sessions, cards: tuple[str, ...]) -> None:
    firsts = [each.partition(" ")[2].partition("\n")[0].partition(" (")[0].partition(" – ")[0] for each in cards]
    assert [title for title, _ in read(sessions, *cards)] == firsts


def test_a_title_that_is_a_place_may_be_its_room(sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}10:00 Old Library\nThe lost rivers of the fens\n")
    assert (found.title.value, "it may be its room" in found.title.doubts) == ("Old Library", True)


def test_a_talk_that_says_where_it_is_before_a_colon_is_no_room(sessions: Sessions) -> None:
    assert read(sessions, "10:00 Talk in the Long Gallery: Salt", "11:00 Long Gallery: Silver") == [
        ("Talk in the Long Gallery: Salt", "Long Gallery"),
        ("Silver", "Long Gallery"),
    ]


@pytest.mark.parametrize(
    ("told", "read_as"),
    [
        ("Farewell", "Farewell"),
        ("Registration", "Registration"),
        ("Coffee break – Lounge", "Coffee break"),
    ],
)
def test_a_title_in_the_column_of_rooms_is_the_title(sessions: Sessions, told: str, read_as: str) -> None:
    rows = f"| 10:00 | Tides | Main Hall |\n| 11:00 | Silt | Chapel |\n| 12:00 | | {told} |\n"
    found = sessions(DAY + "| Time | Topic | Room |\n|---|---|---|\n" + rows)
    assert [each.title.value for each in found] == ["Tides", "Silt", read_as]
    assert found[2].title.doubts == ("the title stands in the column of rooms",)


@pytest.mark.parametrize("told", ["Chapel", "Main Hall", "Room 9"])
def test_a_room_without_a_title_stays_one(sessions: Sessions, told: str) -> None:
    rows = f"| 10:00 | Tides | Main Hall |\n| 11:00 | Silt | Chapel |\n| 12:00 | | {told} |\n"
    found = sessions(DAY + "| Time | Topic | Room |\n|---|---|---|\n" + rows)
    assert [each.title.value for each in found][:2] == ["Tides", "Silt"]
    assert not any(each.title.value == told for each in found)


def test_what_stands_in_brackets_before_who_speaks_is_the_room_where_most_are(sessions: Sessions) -> None:
    said = ["Tides (Main Hall) - Ida Holm", "Silt (Hot Bins) - Ben Weber", "Sand (Room 2) - Nora Weiss", "Mud (Room 3)"]
    found = sessions(DAY + "".join(f"{n}:00 {each}\n" for n, each in enumerate(said, 9)))
    assert [(each.title.value, each.room and each.room.value) for each in found] == [
        ("Tides", "Main Hall"),
        ("Silt", "Hot Bins"),
        ("Sand", "Room 2"),
        ("Mud", "Room 3"),
    ]


def test_what_recurs_behind_dots_is_the_room(sessions: Sessions) -> None:
    said = ["Tides · Larch", "Silt · Larch", "Sand · Cinema 2", "Mud · Cinema 2", "Clay · Larch"]
    found = sessions(DAY + "".join(f"{n}:00 · 30 min · {each}\n" for n, each in enumerate(said, 9)))
    assert [f"{each.title.value} · {each.room.value if each.room else ''}" for each in found] == said
