"""What stands where other sessions of a document have their room is one as well, whatever it is called."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.tokens.places import is_place
from agendacli.formats.documents.values.rooms.usual_place import AS_OTHERS
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
Shown = Callable[..., list[str]]
DAY = "Programme\n\nMonday, 6 July 2026\n\n"


def placed(found: tuple[ToldSession, ...]) -> list[tuple[str, str | None, bool]]:
    """The titles, rooms, and whether these are doubted for where they stand."""
    return [
        (each.title.value, each.room.value if each.room else None, bool(each.room and AS_OTHERS in each.room.doubts))
        for each in found
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "9:00 Open, Main Hall\n10:00 Carve, Room 2\n11:00 Mend, Top Shelf\n12:00 Run, Ash Row\n13:00 Go, Ash Row\n",
            [
                ("Open", "Main Hall", False),
                ("Carve", "Room 2", False),
                ("Mend", "Top Shelf", True),
                ("Run", "Ash Row", False),
                ("Go", "Ash Row", False),
            ],
        ),
        (
            "9:00 Begrüßung (Saal 1)\n10:00 Filzen (Werkraum)\n11:00 Klettern (Kemenate)\n12:00 Ausflug (Kl. 5)\n",
            [
                ("Begrüßung", "Saal 1", False),
                ("Filzen", "Werkraum", False),
                ("Klettern", "Kemenate", True),
                ("Ausflug (Kl. 5)", None, False),
            ],
        ),
        (
            "9:00 Accueil – Salle 3\n10:00 Vannerie – Salle 4\n11:00 Contes – Pré Vert\n12:00 Jeux – Tous et Toutes\n",
            [
                ("Accueil", "Salle 3", False),
                ("Vannerie", "Salle 4", False),
                ("Contes", "Pré Vert", True),
                ("Jeux – Tous et Toutes", None, False),
            ],
        ),
    ],
)
def test_behind_titles(lines: str, expected: list[tuple[str, str | None, bool]], sessions: Sessions) -> None:
    assert placed(sessions(DAY + lines)) == expected


def test_few_rooms_say_nothing_of_others(sessions: Sessions) -> None:
    found = sessions(DAY + "9:00 Opening, Main Hall\n10:00 Carving, Bring Gloves\n11:00 Mending, Bring Gloves\n")
    assert [each[1] for each in placed(found)] == ["Main Hall", None, None]


def test_what_is_mostly_something_else_is_none(sessions: Sessions) -> None:
    lines = "9:00 Opening, Main Hall\n10:00 Talk, Room 2\n11:00 A, Salt\n12:00 B, Rope\n13:00 C, Hymn\n"
    assert [each[1] for each in placed(sessions(DAY + lines))] == ["Main Hall", "Room 2", None, None, None]


def test_below_titles(sessions: Sessions) -> None:
    found = sessions(
        DAY + "9:00 Eröffnung\nGroße Bühne\n\n10:00 Tanz\nGroße Bühne\n\n11:00 Rudern\nInnenhafen. Startgeld 5 Euro\n\n"
        "12:00 Segeln\nInnenhafen, bei Wind\n\n13:00 Parade\nInnenhafen\n\n14:00 Basteln\nFischerkai\n"
    )
    assert placed(found)[2:] == [
        ("Rudern", "Innenhafen", False),
        ("Segeln", "Innenhafen", False),
        ("Parade", "Innenhafen", False),
        ("Basteln", "Fischerkai", True),
    ]
    assert [line.text for each in found for line in each.notes] == ["Startgeld 5 Euro", "bei Wind"]


def test_what_reads_like_people_by_its_form_alone(sessions: Sessions) -> None:
    found = sessions(
        DAY + "9:00 Apertura\nSalón de Plenos\n\n10:00 Lectura\nPlaza de Viriato\n\n11:00 Recital\nPeña Ramos\n\n"
        "12:00 Coro\nPeña Ramos\n"
    )
    assert [each[1] for each in placed(found)] == ["Salón de Plenos", "Plaza de Viriato", "Peña Ramos", "Peña Ramos"]
    assert not any(each.people for each in found)


def test_behind_people(sessions: Sessions) -> None:
    found = sessions(
        DAY
        + "9:00 Opening\nHarbour Stage\n\n10:00 Dance\nHarbour Stage\n\n11:00 Welcome\nDr. Ida Holm, Harbour Stage\n\n"
        "12:00 Stories\nDr. Ben Ahlers, Lantern Tent (for all)\n\n13:00 Science\nDr. Ann Birk, Coast Office\n"
    )
    assert placed(found)[2:] == [
        ("Welcome", "Harbour Stage", False),
        ("Stories", "Lantern Tent", True),
        ("Science", None, False),
    ]
    assert [(each.name, each.position) for one in found for each in one.people] == [
        ("Dr. Ida Holm", ""),
        ("Dr. Ben Ahlers", ""),
        ("Dr. Ann Birk", "Coast Office"),
    ]


def test_beside_a_column_of_rooms(sessions: Sessions) -> None:
    table = (
        "| Time | Title | Room |\n|---|---|---|\n| 9:00 | Opening, Top Shelf | Room 1 |\n| 10:00 | Carving | Room 2 |\n"
        "| 11:00 | Mending, Top Shelf | Room 3 |\n"
    )
    assert [each.title.value for each in sessions(f"# 6 July 2026\n\n{table}", "letter.md")][2] == "Mending, Top Shelf"


def test_a_last_sentence_is_a_room_where_it_recurs(sessions: Sessions) -> None:
    found = sessions(
        DAY
        + "9:00 Opening\nThe mayor cuts the ribbon. Old Dairy\n\n10:00 Tanz\nGreat Hall\n\n11:00 Song\nGreat Hall\n\n"
        "12:00 Auction\nAll is sold by noon. Old Dairy\n\n13:00 Tea\nIt is strong. Very Hot\n"
    )
    assert [each[1] for each in placed(found)] == ["Old Dairy", "Great Hall", "Great Hall", "Old Dairy", None]
    assert [each.text for each in found[0].notes] == ["The mayor cuts the ribbon."]


def test_the_laboratory_of_a_person_is_where_that_one_works(sessions: Sessions) -> None:
    found = sessions(
        DAY + "9:00 Coffee (Quay Café)\n10:00 Stand-up (Net Loft)\n11:00 Lunch (Quay Café)\n"
        "12:00 Talk\nDr. Ida Holm, Access Lab\n"
    )
    assert placed(found)[3][1] is None
    assert found[3].people[0].position == "Access Lab"


@pytest.mark.parametrize(
    "place", ["Mat 1", "Steg B", "Fire Station 1", "Quai 3", "Poste de secours", "Halle aux grains"]
)
def test_places_by_their_number_or_their_first_word(place: str) -> None:
    assert is_place(place)


def test_a_line_that_only_its_form_makes_a_person_is_a_room_where_others_have_theirs(sessions: Sessions) -> None:
    found = sessions(f"{DAY}9:00 Opening\nGreat Hall\n\n10:00 Tanz\nGreat Hall\n\n11:00 Song\nQuilla Marsh\n", "x.md")
    assert [each[1] for each in placed(found)] == ["Great Hall", "Great Hall", "Quilla Marsh"]
    assert not found[2].people


def test_rooms_are_the_first_words_below_titles_before_who_comes_and_behind_in(sessions: Sessions) -> None:
    text = (
        "9 March 2026\n\n10:00 Full choir\nGreat Barn, with our conductor Helena Frayne.\n\n"
        "11:00 Lunch\nDining Hall. Bring a mug.\n\n12:00 Sopranos\nGreat Barn, taken by Ida Holm.\n\n"
        "13:00 Songs\nIn the Dining Hall. Free for all.\n\n14:00 Puppets\nIn the Children's Nook. Ann Poe shows hers.\n"
    )
    assert [each.room and each.room.value for each in sessions(text)] == [
        "Great Barn",
        "Dining Hall",
        "Great Barn",
        "Dining Hall",
        "Children's Nook",
    ]
    assert [each.name for each in sessions(text)[0].people] == ["Helena Frayne"]


def test_a_room_is_the_last_sentence_below_a_title(shown: Shown) -> None:
    (read,) = shown("9 March 2026\n\n10:00 Mending\nBring something with a hole in it. Committee Room.\n")
    assert read.startswith("2026-03-09 10:00- Mending @Committee Room")


def test_rooms_stand_last_in_the_cells_of_a_grid_of_days(sessions: Sessions) -> None:
    text = (
        "| | Mon 2 March 2026 | Tue 3 March 2026 |\n|---|---|---|\n"
        "| 10:00-11:00 | Kites<br>Ida Holm<br>Hall | Bread<br>Jon Lie<br>Kitchen |\n"
        "| 11:00-12:00 | Drums<br>Ann Poe<br>Hall | Knots<br>Ida Holm<br>Vestry |\n"
    )
    rooms = {each.title.value: each.room and each.room.value for each in sessions(text, "a.md")}
    assert rooms == {"Kites": "Hall", "Bread": "Kitchen", "Drums": "Hall", "Knots": "Vestry"}
