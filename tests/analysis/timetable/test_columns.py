"""The rooms of a day in their order, and groups of them that fit."""

from datetime import datetime

import pytest

from agendacli.analysis.timetable.columns import Column, RoomOrder, columns_in_order, lane_groups, natural
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import City, DeclaredRoom, Gazetteer, Place, Venue
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed

HALL = Venue("hall", "City Hall", "york", rooms=(DeclaredRoom("Tower"), DeclaredRoom("Annex", aliases=("The Annexe",))))
DECLARED = Gazetteer(cities=(City("york", "York"),), venues=(HALL,))


def in_room(room: str | None, place: Place = Place("York")) -> Occurrence:  # noqa: B008 (a frozen value)
    when = Timed(datetime.fromisoformat("2017-09-27T10:00"), None, "Europe/London")
    session = Session(room or "none", "Talk", when, room=room, place=place)
    return Occurrence(Programme("p", "P", "p.yaml"), session, when)


def rooms(*names: str | None, declared: Gazetteer = DECLARED) -> list[str | None]:
    found = [*map(in_room, names)]
    return [each.room for each in columns_in_order(found, RoomOrder(found, declared), lambda _: 1).values()]


def test_rooms_stand_in_their_natural_order_and_that_of_none_last() -> None:
    assert rooms("Room 10", None, "Room 2", "Aula") == ["Aula", "Room 2", "Room 10", None]


def test_declared_rooms_stand_first_in_the_order_of_the_file() -> None:
    assert rooms("Aula", "Annex", "Tower") == ["Tower", "Annex", "Aula"]


def test_spellings_of_one_room_are_one_column() -> None:
    assert rooms("The Annexe", "annex", "tower", "Tower") == ["Tower", "Annex"]


def test_item_in_another_house_is_not_inside_its_block() -> None:
    block, there, elsewhere = in_room("Aula"), in_room("Aula"), in_room("Aula", Place("Leeds"))
    order = RoomOrder([block, there, elsewhere])
    assert [order.is_inside(each, block) for each in (there, elsewhere)] == [True, False]


def test_rooms_of_one_name_in_two_houses_are_two_columns() -> None:
    found = [in_room("Hall", Place("York", venue="Museum")), in_room("Hall", Place("York", venue="Library"))]
    assert len(columns_in_order(found, RoomOrder(found), lambda _: 1)) == 2


def test_what_is_no_room_of_a_house_is_none() -> None:
    found = in_room("Zoom"), in_room(None)
    assert [RoomOrder(found).rooms(each) for each in found] == [(None,), (None,)]


def test_numbers_in_names_count_as_numbers() -> None:
    assert sorted(["B10", "B9", "b8", "A"], key=natural) == ["A", "b8", "B9", "B10"]


@pytest.mark.parametrize(
    ("lanes", "most", "groups"),
    [
        ((1, 1, 1), 3, ((0, 3),)),
        ((1, 1, 1, 1, 1), 4, ((0, 3), (3, 5))),
        ((1, 2, 1), 2, ((0, 1), (1, 3), (3, 4))),
        ((1, 3), 2, ()),
        ((), 2, ()),
    ],
)
def test_groups_of_columns_are_about_equally_wide(
    lanes: tuple[int, ...], most: int, groups: tuple[tuple[int, int], ...]
) -> None:
    assert lane_groups([Column(str(n), lanes=each) for n, each in enumerate(lanes)], most) == groups
