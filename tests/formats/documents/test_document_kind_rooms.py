"""Rooms that a sentence says of each kind of sessions, and lists of definitions, where people stand below a title."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.tokens.session_kinds import kind_of_session, kinds_named
from agendacli.formats.documents.values.told import WHOLE_PART, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
Shown = Callable[..., list[str]]

DAY = "\n\nMonday, 6 July 2026\n\n"
ENGLISH = (
    "9:00-10:00 Lecture: Tides\n10:00-11:00 Practical: Maps\n11:00-11:30 Coffee break\n12:00-13:00 Lunch\n14:00 Close\n"
)
GERMAN = (
    "9:00-10:00 Vortrag: Tiden\n10:00-11:00 Übung: Karten\n11:00-11:30 Kaffeepause\n12:00-13:00 Mittagessen\n"
    "14:00 Ende\n"
)
FRENCH = "9h-10h Conférence : Marées\n10h-11h Atelier : Cartes\n11h-11h30 Pause café\n12h-13h Déjeuner\n14h Fin\n"
SPANISH = (
    "9:00-10:00 Ponencia: Mareas\n10:00-11:00 Taller: Mapas\n11:00-11:30 Pausa café\n14:00-15:00 Comida\n16:00 Fin\n"
)


def rooms(found: tuple[ToldSession, ...]) -> list[str | None]:
    assert all(WHOLE_PART in each.room.doubts for each in found if each.room)
    return [each.room.value if each.room else None for each in found]


@pytest.mark.parametrize(
    ("above", "programme", "expected"),
    [
        (
            "All lectures are in the Kay Lecture Theatre; practicals are in Lab 2.17 (bring a laptop).",
            ENGLISH,
            ["Kay Lecture Theatre", "Lab 2.17", None, None, None],
        ),
        (
            "Lectures: Grand Hall. Practicals: Room 4. Lunch and coffee are served in Foyer 2.",
            ENGLISH,
            ["Grand Hall", "Room 4", "Foyer 2", "Foyer 2", None],
        ),
        ("Lectures and practicals take place in Room 4.", ENGLISH, ["Room 4", "Room 4", None, None, None]),
        (
            "Die Vorträge finden im Hörsaal 3 statt, die Übungen im PC-Raum 2.14. Mittags sind wir in der Mensa.",
            GERMAN,
            ["Hörsaal 3", "PC-Raum 2.14", None, None, None],
        ),
        (
            "Kaffee gibt es im Foyer Nord und Mittagessen in der Mensa.",
            GERMAN,
            [None, None, "Foyer Nord", "Mensa", None],
        ),
        (
            "Les conférences ont lieu dans l'amphi Curie, les ateliers en salle 14.",
            FRENCH,
            ["amphi Curie", "salle 14", None, None, None],
        ),
        (
            "Lectures are in the lecture theatre and practicals in the computer lab.",
            ENGLISH,
            ["lecture theatre", "computer lab", None, None, None],
        ),
        (
            "Les conférences ont lieu en salle 12 et les ateliers en salle 14.",
            FRENCH,
            ["salle 12", "salle 14", None, None, None],
        ),
        (
            "Las ponencias son en el Aula Magna; los talleres, en la Sala 3.",
            SPANISH,
            ["Aula Magna", "Sala 3", None, None, None],
        ),
    ],
)
def test_each_kind_of_session_is_in_the_room_that_a_sentence_says(
    sessions: Sessions, above: str, programme: str, expected: list[str | None]
) -> None:
    assert rooms(sessions(f"{above}{DAY}{programme}")) == expected


def test_a_kind_that_no_title_says_leaves_its_room_to_all(sessions: Sessions) -> None:
    text = f"All talks are in Room 4; the workshops are in Room 5.{DAY}9:00-10:00 Tides\n10:00-11:00 Workshop: Maps\n"
    assert rooms(sessions(text)) == ["Room 4", "Room 5"]


def test_a_room_of_its_own_stays(sessions: Sessions) -> None:
    above = "Lectures are in Room 4, practicals in Room 5."
    text = f"{above}{DAY}9:00-10:00 Lecture: Tides\nRoom 7\n10:00-11:00 Practical: Maps\n"
    assert [each.room.value if each.room else None for each in sessions(text)] == ["Room 7", "Room 5"]


def test_the_kind_may_stand_in_a_column(sessions: Sessions) -> None:
    rows = "|Time|Type|Title|\n|---|---|---|\n|9:00-10:00|Lecture|Tides|\n|10:00-11:00|Practical|Maps|\n"
    text = f"Lectures are in Room 4, practicals in Room 5.{DAY}{rows}"
    assert rooms(sessions(text, "x.md")) == ["Room 4", "Room 5"]


def test_a_deadline_says_no_room(sessions: Sessions) -> None:
    text = f"Register for lectures in Room 4 and for practicals in Room 5.{DAY}{ENGLISH}"
    assert rooms(sessions(text)) == [None] * 5


def test_a_sentence_that_is_a_session_says_no_room_of_others(sessions: Sessions) -> None:
    text = "9 March 2026\n\n9:00 Dinner in the Dining Room, lectures in Room 4\n10:00 Lecture: Tides\n11:00 Lunch\n"
    assert rooms(sessions(text)[1:]) == [None, None]


def test_sentences_of_two_paragraphs_are_not_one(sessions: Sessions) -> None:
    text = f"We meet in Lab 2.17 (bring a laptop).\n\n## Day 1 — Monday 6 July 2026\n\n{ENGLISH}"
    assert rooms(sessions(text, "x.md"))[:2] == ["Lab 2.17", "Lab 2.17"]


def test_kinds_in_words() -> None:
    assert [kind for kind, _, _ in kinds_named("Die Vorträge, Übungen und Plenarsitzungen")] == [
        "lecture",
        "practical",
        "plenary",
    ]
    assert [*map(kind_of_session, ("Plenary: Tides", "Lunch (Mensa)", "Desayuno", "Lectures on ice", "Tides"))] == [
        "plenary",
        "meal",
        "meal",
        "",
        "",
    ]


def test_a_definition_stands_below_its_term(shown: Shown) -> None:
    text = (
        "# Week\n\n6 July 2026\n\n**09:30–10:45** Lecture: Spelling\n: *Dr. Marguerite Oyelaran* (Leiderdorp)\n"
        ": Reading: Rissanen (1989), pp. 16–19.\n\n**11:00–13:00** Practical: VARD\n"
        ":   *Tobias Wennerlund* and *Ben Ahlers*\n"
    )
    assert shown(text, "x.md") == [
        (
            "2026-07-06 09:30-10:45 Lecture: Spelling +Dr. Marguerite Oyelaran, Leiderdorp (speaker) "
            "~Reading: Rissanen (1989), pp. 16–19."
        ),
        "2026-07-06 11:00-13:00 Practical: VARD +Tobias Wennerlund (speaker) +Ben Ahlers (speaker)",
    ]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (
            "Vorträge und Übungen sind in Raum E.07 (Erdgeschoss), die Kaffeepausen im Foyer.",
            ["Raum E.07", "Raum E.07", "Foyer", "Raum E.07"],
        ),
        ("Vorträge sind im Hörsaal 3, Übungen in Raum 7.", ["Hörsaal 3", "Raum 7", None, "Hörsaal 3"]),
    ],
)
def test_talks_are_what_says_no_kind_where_none_says_that_it_is_a_talk(
    sessions: Sessions, above: str, expected: list[str | None]
) -> None:
    programme = "9:00-10:00 Trend und Saison\n10:00-11:00 Übung: Karten\n11:00-11:30 Kaffeepause\n12:00 Ausreißer\n"
    assert rooms(sessions(f"{above}{DAY}{programme}")) == expected


def test_sittings_are_all_that_is_no_break(sessions: Sessions) -> None:
    above = "All sittings are held in Room 12. Breaks and lunch: Winter Garden."
    programme = "9:00-11:00 Evidence of the first witness\n11:00-11:30 Break\n12:00-13:00 Lunch\n"
    assert rooms(sessions(f"{above}{DAY}{programme}")) == ["Room 12", "Winter Garden", "Winter Garden"]


def test_drinks_are_a_break(sessions: Sessions) -> None:
    above = "*Lectures in the Lecture Theatre, workshops in Room 4 unless stated. Refreshments in the Refectory.*"
    programme = "9:30 Queens and drones\n10:30 Coffee\n11:00 Workshop: Frames\n"
    assert rooms(sessions(f"{above}{DAY}{programme}")) == ["Lecture Theatre", "Refectory", "Room 4"]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (
            "On Thursday\neverything is in Computational Foundry 104, on Friday everything is in Faraday B.",
            ["Computational Foundry 104", "Computational Foundry 104", "Faraday B"],
        ),
        ("Am Donnerstag sind wir im Kubus, am Freitag in Raum 5.", ["Kubus", None, "Raum 5"]),
        ("On Friday we are in the Loft.", [None, None, "Loft"]),
        ("Please register on Friday in the Loft.", [None, None, None]),
        ("On Friday we rest.", [None, None, None]),
    ],
)
def test_a_sentence_says_the_room_of_each_weekday(sessions: Sessions, above: str, expected: list[str | None]) -> None:
    days = "Thursday, 15 October 2026\n\n10:00 Boats\n11:00 Tea break\n\nFriday, 16 October 2026\n\n10:00 Nets\n"
    assert rooms(sessions(f"Hello all,\n\n{above}\n\n{days}")) == expected
