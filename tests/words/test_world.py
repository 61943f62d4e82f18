import pytest

from agendacli.model.places import Coordinates
from agendacli.words.world import KnownCity, known_city


@pytest.mark.parametrize("name", ["Buenos Aires", "buenos  aires", "Buénos Aires"])
def test_city_that_names_a_zone_is_known(name: str) -> None:
    assert known_city(name) == KnownCity("Buenos Aires", "America/Argentina/Buenos_Aires", Coordinates(-34.6, -58.45))


@pytest.mark.parametrize(
    ("zone", "is_known"),
    [(None, True), ("Europe/London", True), ("Europe/Jersey", True), ("America/Toronto", False), ("no zone", False)],
)
def test_city_on_other_clocks_is_a_namesake(zone: str | None, *, is_known: bool) -> None:
    assert (known_city("London", zone) is not None) == is_known


def test_city_that_names_no_zone_is_not_known() -> None:
    assert known_city("Puerto Vallarta") is None
