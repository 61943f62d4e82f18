from datetime import timedelta

from agendacli.model.people import Person
from agendacli.model.places import City, Gazetteer, Transfer, Venue
from agendacli.words.directory import Directory, declared_names

DOE = Person("doe", "Johanna Doe", aliases=("Jo Doe",))
ROE = Person("roe", "Max Roe")
GRAZ = City("graz", "Graz", aliases=("Gratz",))
HALL = Venue("hall", "Town Hall", "graz")
DIRECTORY = Directory((DOE, ROE), Gazetteer((GRAZ,), (HALL,)))


def test_directory_finds_persons_by_id_name_and_alias() -> None:
    found = DIRECTORY.person_by_id("doe"), DIRECTORY.person_by_name("johanna  DOE"), DIRECTORY.person_by_name("Jo Doe")
    assert found == (DOE, DOE, DOE)
    assert DIRECTORY.person_by_name("Johanna Dóe") is None


def test_directory_finds_places_by_name_alias_and_id() -> None:
    assert (DIRECTORY.city("GRATZ"), DIRECTORY.city_by_id("graz"), DIRECTORY.venue("town hall")) == (GRAZ, GRAZ, HALL)
    assert (DIRECTORY.city("Linz"), DIRECTORY.city_by_id("linz"), DIRECTORY.venue("Graz")) == (None, None, None)


def test_directory_finds_what_is_nearly_declared() -> None:
    assert DIRECTORY.nearest_id("do") == "doe"
    assert DIRECTORY.nearest_place("Towm Hall") == "Town Hall"


def test_directory_without_declarations_finds_nothing() -> None:
    empty = Directory()
    assert (empty.person_by_id("doe"), empty.nearest_place("Graz")) == (None,) * 2


def test_earlier_declaration_holds_a_name_that_two_claim() -> None:
    other = Person("other", "Jo Doe")
    assert Directory((DOE, other)).person_by_name("Jo Doe") == DOE
    assert Directory((other, DOE)).person_by_name("Jo Doe") == other


def test_directory_behind_another_adds_what_that_one_does_not_declare() -> None:
    mine, vienna = City("graz", "Graz", zone="Europe/Vienna"), City("vienna", "Vienna")
    way = Transfer(("Graz", "Vienna"), timedelta(hours=3))
    both = Directory((ROE,), Gazetteer((mine,))).followed_by(
        Directory((DOE, Person("roe", "Another Roe")), Gazetteer((GRAZ, vienna), (HALL,), (way,)))
    )
    assert both.people == (ROE, DOE)
    assert both.gazetteer == Gazetteer((mine, vienna), (HALL,), (way,))
    assert both.person_by_name("Another Roe") is None


def test_names_of_a_declaration_are_its_name_and_aliases() -> None:
    assert declared_names(DOE) == ("Johanna Doe", "Jo Doe")
