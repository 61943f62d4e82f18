"""Rooms that are said in ways of their own: if nothing else is said, in bad weather, below a name, in small letters."""

import pytest
from tests.formats.documents.conftest import Sessions, Shown

from agendacli.formats.documents.tokens.groups import is_group
from agendacli.formats.documents.tokens.places import is_place

DAY = "Samstag, 14. März 2026\n\n"


@pytest.mark.parametrize(
    ("said", "room"),
    [
        ("Tagungsraum ist, soweit im Ablauf nichts anderes in Klammern steht: Großer Saal.", "Großer Saal"),
        ("Wenn nichts anderes angegeben ist, sind wir im Kleinen Saal.", "Kleinen Saal"),
        ("Sans autre indication, tout a lieu en salle des Fêtes.", "salle des Fêtes"),
        ("En cas de pluie, les concerts ont lieu au gymnase Pasteur.", None),
        ("En cas de pluie, tous les\nconcerts ont lieu au gymnase Pasteur.", None),
        ("Bei Regen findet alles in der Turnhalle statt.", None),
        ("If it rains, everything is in the Great Hall.", None),
        ("Si llueve, todo se celebra en el Salón de Actos.", None),
    ],
)
def test_a_room_for_all_is_no_room_for_bad_weather(said: str, room: str | None, sessions: Sessions) -> None:
    found = sessions(f"Frühlingsfest\n\n{said}\n\n{DAY}10:00 Tides\n11:00 Gauges\n")
    assert [each.room.value if each.room else None for each in found] == [room, room]


def test_the_room_of_plenaries_may_be_named_with_its_house(sessions: Sessions) -> None:
    text = (
        "# Assembly\n\nAll plenary meetings are in the Great Hall of Brannock Civic Centre.\n\n## 16 April 2027\n\n"
        "- 9:00 Plenary: Where we stand\n- 10:00 Coffee (Foyer)\n- 11:00 Workshop 1 (Room 2)\n"
        "- 12:00 Lunch (Restaurant)\n- 13:00 Plenary: Votes\n"
    )
    rooms = [each.room.value if each.room else None for each in sessions(text, "x.md")]
    hall = "Great Hall of Brannock Civic Centre"
    assert rooms == [hall, "Foyer", "Room 2", "Restaurant", hall]


def test_a_room_in_brackets_below_a_name_is_that_of_the_session(shown: Shown) -> None:
    text = (
        "<table><tr><th>Zeit</th><th>Montag, 27.7.2026</th><th>Dienstag, 28.7.2026</th></tr>"
        "<tr><td>9-10</td><td>Probe<br>Ida Holm<br>(Großer Saal)</td><td>Ankunft<br>(Foyer)</td></tr>"
        "<tr><td>10-11</td><td>Lied<br>Nora Weiss<br>(Coast Office)</td><td>Fest<br>(Stiftskirche)</td></tr></table>"
    )
    assert [each.partition(" ?")[0].split(" ", 2)[2] for each in shown(text, "x.html")] == [
        "Probe @Großer Saal +Ida Holm (speaker)",
        "Ankunft @Foyer",
        "Lied +Nora Weiss, Coast Office (speaker)",
        "Fest @Stiftskirche",
    ]


def test_rooms_where_others_have_theirs_may_be_in_small_letters_and_elsewhere_than_all(sessions: Sessions) -> None:
    text = (
        "Fête du jeu\n\nToutes les activités ont lieu à la Halle aux Grains.\n\nSamedi 28 mars 2026\n\n"
        "- 10h Ouverture\n- 11h Conférence, avec Ida Holm – Salle des Mariages\n"
        "- 14h Bal folk — square des Tanneurs\n- 15h Conte — square des Tanneurs\n"
        "- 20h Nuit du jeu (dès 16 ans) – Salle des Mariages\n"
    )
    rooms = [each.room.value if each.room else None for each in sessions(text, "x.md")]
    assert rooms[1:] == ["Salle des Mariages", "square des Tanneurs", "square des Tanneurs", "Salle des Mariages"]


@pytest.mark.parametrize(
    "name",
    [
        "Archivo Municipal",
        "Diputación Provincial",
        "Gesundheitsamt Oberwinden",
        "Gemeinde Rottleben",
        "Lower Fen Allotments",
    ],
)
def test_an_institution_is_no_person(name: str) -> None:
    assert is_group(name)


@pytest.mark.parametrize(
    "text",
    ["Teeküche im 1. Stock", "Wirtshaus Zum Krebs", "Templo parroquial", "rue Basse", "boulodrome", "Grand'chambre"],
)
def test_words_for_places(text: str) -> None:
    assert is_place(text)
