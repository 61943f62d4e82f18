"""Addresses of houses in brackets are no rooms, and rooms with numbers are no addresses."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.tokens.addresses import is_house_address
from agendacli.formats.documents.tokens.places import is_place
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]


@pytest.mark.parametrize(
    "text",
    ["12 Cooper Street", "Hauptstraße 3", "Martinikerkhof 10", "3, rue du Port", "Calle Mayor, 14", "Am Uferweg 2a"],
)
def test_a_house_in_a_street_is_no_room(text: str) -> None:
    assert is_house_address(text)
    assert not is_place(text)


@pytest.mark.parametrize("text", ["Room 12", "Platz 2", "Salle 9", "HS 3", "Studio 2", "Main Street", "Pier 4"])
def test_a_room_with_a_number_is_no_address(text: str) -> None:
    assert not is_house_address(text)


def test_addresses_that_recur_in_brackets_are_no_rooms(sessions: Sessions) -> None:
    text = (
        "9 March 2026\n10:00 Ferns (Blue Hall)\n11:00 Mosses (Blue Hall)\n12:00 Sand (Red Room)\n"
        "18:00 Tower visit (Oude Kerkhof 3)\n\n10 March 2026\n18:00 Tower visit (Oude Kerkhof 3)\n"
    )
    rooms = [each.room.value if each.room else None for each in sessions(text)]
    assert rooms == ["Blue Hall", "Blue Hall", "Red Room", None, None]
