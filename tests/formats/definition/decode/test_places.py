from collections.abc import Callable

import pytest

from agendacli.model.places import City, Coordinates, Gazetteer, Place, Venue
from agendacli.model.programme import Programme
from agendacli.words.directory import Directory

Decode = Callable[..., tuple[Programme, list[str]]]
SOUTH, NORTH = Coordinates(47.07, 15.44), Coordinates(47.08, 15.45)
CITIES = (City("graz", "Graz", "Austria", "Europe/Vienna", SOUTH, ("Gratz",)), City("linz", "Linz"))
VENUES = (
    Venue("hall", "Town Hall", "graz", NORTH, ("Green Room", "Room 1"), ("City Hall",)),
    Venue("mill", "Old Mill", "graz"),
    Venue("lost", "Lost House", "nowhere"),
)
DIRECTORY = Directory((), Gazetteer(CITIES, VENUES))
GRAZ = Place("Graz", "Austria", None, SOUTH, "Europe/Vienna")
HALL = Place("Graz", "Austria", "Town Hall", NORTH, "Europe/Vienna")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Graz", GRAZ),
        ("gratz", GRAZ),
        ("Town Hall", HALL),
        ("City Hall, Graz", HALL),
        ("Old Mill, Graz", Place("Graz", "Austria", "Old Mill", SOUTH, "Europe/Vienna")),
        ("Lost House", Place(venue="Lost House")),
        ("Museum, Graz", Place("Graz", "Austria", "Museum", SOUTH, "Europe/Vienna")),
        ("Town Hall, Linz", Place("Linz", None, "Town Hall")),
        ("Main Square 1, Museum, Graz", Place("Graz", "Austria", "Main Square 1, Museum", SOUTH, "Europe/Vienna")),
        ("Somewhere", Place("Somewhere")),
        ("Museum, Somewhere", Place("Museum, Somewhere")),
        ("{city: Graz}", GRAZ),
        ("{venue: Museum, city: Graz}", Place("Graz", "Austria", "Museum", SOUTH, "Europe/Vienna")),
        (
            "{city: Oslo, country: Norway, coordinates: [59.91, 10.75], zone: Europe/Oslo}",
            Place("Oslo", "Norway", None, Coordinates(59.91, 10.75), "Europe/Oslo"),
        ),
        ("{venue: Museum}", Place(venue="Museum")),
    ],
)
def test_place_is_declared_or_written_out(decode: Decode, text: str, place: Place) -> None:
    programme, told = decode(f"title: Bees\nplace: {text}\ndates: 2026-03-10\n", DIRECTORY)
    assert (programme.place, told) == (place, [])


@pytest.mark.parametrize(
    ("text", "column", "name", "near"),
    [
        ("Towm Hall, Graz", 8, "Towm Hall", "Town Hall"),
        ("Town Hall, Grz", 19, "Grz", "Graz"),
        ("Old Mil", 8, "Old Mil", "Old Mill"),
        ("{city: Grz}", 15, "Grz", "Graz"),
    ],
)
def test_place_that_is_nearly_declared_is_told(decode: Decode, text: str, column: int, name: str, near: str) -> None:
    _, told = decode(f"title: Bees\nplace: {text}\ndates: 2026-03-10\n", DIRECTORY)
    advice = "correct it, or add it to the aliases in places.yaml"
    assert told == [f"2:{column} near-place: “{name}” is nearly “{near}”, a declared place; {advice}"]


def test_place_that_is_no_text_is_told(decode: Decode) -> None:
    programme, told = decode("title: Bees\nplace: [Graz]\ndates: 2026-03-10\n", DIRECTORY)
    message = "2:8 wrong-type: expected a place such as `Venue, City`, not a list"
    assert (programme.place, told) == (Place(), [message])


@pytest.mark.parametrize(
    ("place", "room", "near"),
    [
        ("Town Hall", "green  room", None),
        ("Town Hall", "Gren Room", "Green Room"),
        ("Town Hall", "Room 2", None),
        ("Town Hall", "Rom 1", "Room 1"),
        ("Town Hall", "Cellar", None),
        ("Old Mill", "Gren Room", None),
        ("Graz", "Gren Room", None),
        ("Museum, Graz", "Gren Room", None),
        ("{venue: Town Hall, city: Graz}", "Gren Room", "Green Room"),
    ],
)
def test_room_that_is_nearly_one_of_its_venue_is_told(decode: Decode, place: str, room: str, near: str | None) -> None:
    programme, told = decode(f"title: Bees\nplace: {place}\nroom: {room}\ndates: 2026-03-10\n", DIRECTORY)
    message = f"“{room}” is nearly “{near}”, a room of Town Hall; correct it, or add it in places.yaml"
    assert programme.room == room
    assert told == ([f"3:7 near-room: {message}"] if near else [])
