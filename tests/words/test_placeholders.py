import pytest

from agendacli.words.placeholders import is_no_room, is_placeholder, is_seat

SEATS = [
    "Representative of Kenya",
    "Permanent Representative of Chad to the United Nations",
    "Ständiger Vertreter von Kenia",
    "Vertreterin der Schweiz",
    "Représentant permanent du Tchad",
    "Representante Permanente de Chile",
    "Moderator",
    "Various speakers",
    "the invited experts",
    "Staff",
    "Secretariat",
    "Sekretariat",
    "Secrétariat",
    "Secretaría",
    "Speaker TBC",
    "Delegation of Kenya",
    "Délégué de la France",
    "Alle Teilnehmenden",
    "Organising committee",
    "Comité organizador",
    "Keynote speaker",
]
ROOMLESS = [
    "WEBEX",
    "Zoom",
    "via Zoom",
    "Online (Zoom)",
    "Microsoft Teams Meeting",
    "Microsoft Teams-Besprechung",
    "https://example.org/j/1",
    "Zoom: https://example.org/j/1",
    "virtual meeting",
    "Room TBD",
    "Raum: noch offen",
    "Salle à confirmer",
    "to be advised",
    "Various rooms",
    "en ligne",
    "en línea",
    "hybrid",
    "Reunión de Microsoft Teams",
    "zoom.us/j/123",
    "Telefonkonferenz",
]


@pytest.mark.parametrize("text", SEATS)
def test_words_that_name_no_one_are_a_seat(text: str) -> None:
    assert (is_seat(text), is_placeholder(text)) == (True, False)


@pytest.mark.parametrize(
    "text", ["Jo Doe", "Permanent Representative", "Maria Alle", "Representative", "Chair of Bees"]
)
def test_other_words_are_no_seat(text: str) -> None:
    assert is_seat(text) is False


@pytest.mark.parametrize("text", ["TBC", "(tba)", "N.N.", "?", "To be announced", "à confirmer", "", " – "])
def test_words_that_say_only_that_a_name_is_not_known(text: str) -> None:
    assert (is_placeholder(text), is_no_room(text)) == (True, True)


@pytest.mark.parametrize("text", ROOMLESS)
def test_words_that_are_no_room(text: str) -> None:
    assert is_no_room(text) is True


@pytest.mark.parametrize(
    "text", ["Room 1", "Teams Room 2", "Meeting Room", "Plenary", "Open Space", "Web Hall", "Zoom Ballroom"]
)
def test_words_that_are_a_room(text: str) -> None:
    assert is_no_room(text) is False
