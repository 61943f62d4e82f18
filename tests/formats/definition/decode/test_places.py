from collections.abc import Callable

import pytest

from agendacli.model.places import City, Coordinates, DeclaredRoom, Gazetteer, Place, Venue
from agendacli.model.programme import Programme
from agendacli.words.directory import Directory

Decode = Callable[..., tuple[Programme, list[str]]]
SOUTH, NORTH = Coordinates(47.07, 15.44), Coordinates(47.08, 15.45)
CITIES = (City("graz", "Graz", "Austria", "Europe/Vienna", SOUTH, ("Gratz",)), City("linz", "Linz"))
VENUES = (
    Venue("hall", "Town Hall", "graz", NORTH, (DeclaredRoom("Green Room"), DeclaredRoom("Room 1")), ("City Hall",)),
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
        ("Museum, Somewhere", Place("Somewhere", venue="Museum")),
        ("Graz, Styria", GRAZ),
        ("Paris, France", Place("Paris, France")),
        ("Portland, OR", Place("Portland, OR")),
        ("Assembly Rooms, Blake St, York, UK", Place("York, UK", venue="Assembly Rooms, Blake St")),
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
