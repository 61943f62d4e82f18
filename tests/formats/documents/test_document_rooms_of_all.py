"""Rooms said once for all or for a day: in sentences, behind labels and houses, and which of several counts."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
DAY = "9:00 Tides\n10:30 Coffee\n11:00 Sand\n12:30 Lunch\n14:00 Wind\n"


def rooms(found: tuple[ToldSession, ...]) -> list[str | None]:
    return [each.room.value if each.room else None for each in found]


@pytest.mark.parametrize(
    ("above", "room"),
    [
        (
            "9 March 2026\nMtoni Centre, Uhuru Avenue\n(All sessions are in Baraka Hall unless noted otherwise.)",
            "Baraka Hall",
        ),
        (
            "9 March 2026, Annexe (Level 2, North Wing)\nUnless noted otherwise we are in the Kay Theatre.",
            "Kay Theatre",
        ),
        ("9. März 2026, Haus B\nOrt, wenn nicht anders angegeben: Großer Saal (3. OG)", "Großer Saal"),
        ("9 mars 2026 – Centre Curie\nLieu, sauf indication contraire : salle Berlioz", "salle Berlioz"),
        ("9 de marzo de 2026\nCasa Goya, calle Mayor 3\nSalvo indicación contraria, todo es en la Sala 2.", "Sala 2"),
        ("Lund, Hall C, 9 March 2026 (all talks in the Fair Theatre, stand C:40)", "Fair Theatre"),
        ("9 March 2026 – Town Hall\nRoom unless otherwise stated: The Bindery", "The Bindery"),
        ("Unless noted otherwise we are in Room 9.\nBirch Hall, Market Place\n9 March 2026", "Room 9"),
        ("9 March 2026 – Room 5\nLunch is in the canteen unless it rains.", "Room 5"),
        ("9 March 2026 – Room 5\nAll breaks are in the Foyer.", "Room 5"),
    ],
)
def test_a_sentence_of_all_goes_before_a_house_and_before_the_day(sessions: Sessions, above: str, room: str) -> None:
    found = rooms(sessions(f"{above}\n\n{DAY}"))
    assert [found[0], found[2], found[4]] == [room] * 3


@pytest.mark.parametrize(
    ("above", "room"),
    [
        ("9 March 2026\nRoom: Ballroom East", "Ballroom East"),
        ("9. März 2026\nSaal: Europa", "Europa"),
        ("9. März 2026\nRaum: Linde (Erdgeschoss)", "Linde"),
        ("9 mars 2026\nSalle : Marie Curie", "Marie Curie"),
        ("9 de marzo de 2026\nSala: Goya", "Sala Goya"),
        ("9 March 2026\nRoom: tbc", None),
        ("9 de marzo de 2026\nSala: por confirmar", None),
        ("9. März 2026 (Raum Linde)", "Raum Linde"),
        ("9 March 2026 – Ballroom West", "Ballroom West"),
        ("9. März 2026\nKlinik Eichenau, Hörsaal (Haus B)", "Hörsaal"),
        ("9. März 2026\nHauptgebäude, Hörsaal 4", "Hörsaal 4"),
        ("9 mars 2026\nFaculté des Lettres – Amphi 3", "Amphi 3"),
        ("9 de marzo de 2026\nFundación Manos, Sala 2", "Sala 2"),
        ("Study day\nSt Mary's Hospital, Lister Theatre\n9 March 2026", "Lister Theatre"),
        ("Para el 9 de marzo de 2026. Todo será en el Aula Grande de la sede (calle Sol, 2).", "Aula Grande"),
        ("9 mars 2026\nToute la journée se tient à l'auditorium.", "auditorium"),
        ("9 mars 2026\nLa journée se tient en salle de lecture.", "salle de lecture"),
        ("9. März 2026\nDer Tag findet im großen Saal statt.", "großen Saal"),
        ("9 March 2026\nWe are in the Lister Room all day.", "Lister Room"),
        ("9 March 2026\nAll sessions, coffee and lunches take place in the Pilot House.", "Pilot House"),
    ],
)
def test_the_room_of_a_day_is_that_of_its_breaks_and_meals(sessions: Sessions, above: str, room: str | None) -> None:
    assert rooms(sessions(f"{above}\n\n{DAY}")) == [room] * 5


@pytest.mark.parametrize(
    ("above", "of_sessions", "of_coffee", "of_lunch"),
    [
        (
            "9 mars 2026 – Toutes les conférences ont lieu à l'auditorium. Les pauses sont servies au Salon Bleu.",
            "auditorium",
            "Salon Bleu",
            None,
        ),
        (
            "9 March 2026\nBoardroom, Kestrel House, for everything except lunch, which is in the Fig Restaurant.",
            "Boardroom, Kestrel House",
            "Boardroom, Kestrel House",
            "Fig Restaurant",
        ),
        (
            "9 March 2026\nExcept for coffee, which is in the Foyer, we are in the Lister Room all day.",
            "Lister Room",
            "Foyer",
            "Lister Room",
        ),
        (
            "9 March 2026\nVenue for the whole day: Kay Theatre, Kirk Road. Registration and breaks are in the Atrium.",
            "Kay Theatre",
            "Atrium",
            "Kay Theatre",
        ),
        (
            "9. März 2026\nAlle Termine finden im Saal 3 statt, wenn nichts anderes gesagt ist, Pausen im Lichthof.",
            "Saal 3",
            "Lichthof",
            None,
        ),
        (
            "9 mars 2026\nToutes les séances, accueil compris, ont lieu à la Salle Rops.",
            "Salle Rops",
            None,
            None,
        ),
    ],
)
def test_breaks_and_meals_may_be_elsewhere(
    sessions: Sessions, above: str, of_sessions: str, of_coffee: str | None, of_lunch: str | None
) -> None:
    assert rooms(sessions(f"{above}\n\n{DAY}")) == [of_sessions, of_coffee, of_sessions, of_lunch, of_sessions]


def test_each_day_has_the_room_below_its_heading_whatever_parts_it_has(sessions: Sessions) -> None:
    text = (
        "9 March 2026\nMain Building, Room 4\n\n9:00 Tides\n\nBlock 1: Shores\n10:00 Sand\n\n"
        "10 March 2026\nRoom: Lister B\n\nBlock 2: Seas\n9:00 Wind\n10:30 Tea\n\n"
        "11 March 2026\nLecture Theatre 2\n\n9:00 Rain\n10:30 Tea\n"
    )
    assert rooms(sessions(text)) == ["Room 4", "Room 4", "Lister B", "Lister B", "Lecture Theatre 2", None]


def test_hours_below_a_day_are_not_those_of_all_by_a_word_that_begins_alike(sessions: Sessions) -> None:
    text = (
        "<h2>9. März 2026 (Kapitelsaal)</h2><p><b>14.00–15.00 Uhr: Allmenden im Bruch</b></p>"
        "<p><b>15.00–16.00 Uhr: Schreibwerkstatt: Die ersten Seiten</b></p>"
    )
    found = sessions(text, "klausur.html")
    assert [(each.start.value, each.title.value) for each in found] == [
        (840, "Allmenden im Bruch"),
        (900, "Schreibwerkstatt: Die ersten Seiten"),
    ]
    assert rooms(found) == ["Kapitelsaal", "Kapitelsaal"]
