"""People, roles and rooms in running text."""

import pytest

from agendacli.formats.documents.tokens.people import PeopleSense, honored_in
from agendacli.formats.documents.tokens.roles import role_inside, role_label
from agendacli.formats.documents.tokens.rooms import names_room, room_at_end, room_label

SENSE = PeopleSense()


def names(text: str) -> list[str] | None:
    found = SENSE.people(text)
    return [each.name for each in found] if found else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Andy Zeng and Richard Xu", ["Andy Zeng", "Richard Xu"]),
        ("Thomas Schiex (INRAE, Toulouse)", ["Thomas Schiex"]),
        ("Ms. Anne T. Gallagher, Academic Adviser", ["Ms. Anne T. Gallagher"]),
        ("Mr. Paul Kern, Harbour Master Ms. Ida Holm, Director", ["Mr. Paul Kern", "Ms. Ida Holm"]),
        ("H.E. Ms. Ana Sá, Head of X, and H.E. Mr. Jon Lie", ["H.E. Ms. Ana Sá", "H.E. Mr. Jon Lie"]),
        ("Dr Imran Sheikh and Beth Lowe", ["Dr Imran Sheikh", "Beth Lowe"]),
        ("Mayor Linda Castillo", ["Linda Castillo"]),
        ("Schulrätin Birgit Lenz, Schülersprecher Ben Aydin", ["Birgit Lenz", "Ben Aydin"]),
        ("the artist Tom Redmond", ["Tom Redmond"]),
        ("Nadia Benali, urbaniste ; Zoltanka Vrbin, maire de Givors", None),
        ("Nadia Benali ; Luc Perrin ; Zoltanka Vrbin", ["Nadia Benali", "Luc Perrin", "Zoltanka Vrbin"]),
    ],
)
def test_a_list_of_people(text: str, found: list[str] | None) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text", ["Coffee Break", "Digital Replicants and Mind-Uploading", "Staff", "TBC", "Room 3", ""]
)
def test_no_people(text: str) -> None:
    assert names(text) is None


def test_a_position_stands_behind_a_name() -> None:
    found = SENSE.people("Mr. Mark Shaw, Director, Global Initiative (tbc)") or ()
    assert [(each.position, each.is_confirmed) for each in found] == [("Director, Global Initiative", False)]


def test_what_is_said_to_be_a_person_needs_no_known_name() -> None:
    assert SENSE.people("Gayannee Kedia") is None
    assert SENSE.people("Gayannee Kedia", "form") is not None


def test_names_with_an_honorific_in_a_sentence() -> None:
    assert honored_in("as Mr. Paul Kern told Dr. Nora Weiss there") == ("Mr. Paul Kern", "Dr. Nora Weiss")


def test_roles() -> None:
    assert [
        (each.role, each.rest) for each in map(role_label, ("Moderators: Ann", "chaired by Bea", "Panelists:")) if each
    ] == [
        ("moderator", "Ann"),
        ("chair", "Bea"),
        ("panellist", ""),
    ]
    assert role_label("Keynotes of the day") is None
    assert role_inside("Learning (Hall; session chair: Ann Poe)") == len("Learning (Hall; ")


def test_rooms() -> None:
    assert (names_room("GA Hall"), names_room("Aula 3"), names_room("Roomy houses")) == (True, True, False)
    assert (room_label("Location: Level 37"), room_label("Raum: 5"), room_label("Raumplan: neu")) == (
        "Level 37",
        "Raum 5",
        None,
    )
    assert room_at_end("Reception, Main Foyer") == ("Reception", "Main Foyer")


def test_an_acronym_and_a_city_are_nobody() -> None:
    assert [SENSE.is_name(each, "said") for each in ("ENS Lyon", "KIM Anna")] == [False, True]
