import pytest

from agendacli.words.rooms import rooms_in_name


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ballroom AB", [("Ballroom A", "Ballroom B")]),
        ("Hall 1, Hall 2", [("Hall 1", "Hall 2"), ("Hall 1", "Hall Hall 2")]),
        ("Hall 1+2", [("Hall 1", "2"), ("Hall 1", "Hall 2")]),
        ("Salon 1 und 2", [("Salon 1", "2"), ("Salon 1", "Salon 2")]),
        ("Rooms 3/4", [("Rooms 3", "4"), ("Rooms 3", "Rooms 4"), ("Room 3", "Room 4")]),
        ("Hall 1-3", [("Hall 1", "Hall 2", "Hall 3")]),
        ("Salles A–C", [("Salles A", "Salles B", "Salles C"), ("Salle A", "Salle B", "Salle C")]),
        ("Red & Blue", [("Red", "Blue")]),
        ("Plenary Room", []),
        ("Room 12", []),
        ("Room 2017-2018", []),
        ("Room 1-99", []),
        ("BALLROOM", []),
    ],
)
def test_rooms_of_which_a_name_may_be_put_together(name: str, found: list[tuple[str, ...]]) -> None:
    assert list(rooms_in_name(name)) == found
