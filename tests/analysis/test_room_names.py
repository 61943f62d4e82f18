"""One name for each room, whatever texts call it: as conflicts take it."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.conflicts import Certainty, Kind, Rules, find_conflicts
from agendacli.analysis.room_names import Room, RoomNames
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import City, DeclaredRoom, Gazetteer, Place, Venue
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed

WHEN = Timed(datetime(2026, 3, 10, 9), datetime(2026, 3, 10, 10), "Europe/Lisbon")  # noqa: DTZ001 - wall time
EVENTS = {each: Programme(each, each, f"{each}.yaml") for each in ("a", "b")}
PORTO = Place("Porto")
ROOMS = (
    DeclaredRoom("Blue Room", aliases=("Sala Azul",)),
    DeclaredRoom("Ballroom AB", parts=("Ballroom A", "Ballroom B")),
    DeclaredRoom("Foyer", many=True),
)
DECLARED = Gazetteer((City("porto", "Porto"),), (Venue("mar", "Hotel Mar", "porto", rooms=ROOMS),), rooms=ROOMS)


def occurrence(*rooms: str, place: Place = PORTO, event: str = "a") -> Occurrence:
    session = Session("s", "S", WHEN, room=", ".join(rooms), rooms=rooms if rooms[1:] else (), place=place)
    return Occurrence(EVENTS[event], session, WHEN)


def names(*occurrences: Occurrence) -> list[list[str]]:
    found = RoomNames(occurrences, DECLARED)
    return [[each.name for each in found.of(it)] for it in occurrences]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Crystal A", "crystal-a"), ["Crystal A", "Crystal A"]),
        (("Crystal A", "Crystal A, Hyatt Regency"), ["Crystal A", "Crystal A"]),
        (("Sala Azul", "blue room"), ["Blue Room", "Blue Room"]),
        (("Hall 1", "Hall 2"), ["Hall 1", "Hall 2"]),
        (("Hall, Hyatt", "Hall, Hilton"), ["Hall, Hyatt", "Hall, Hilton"]),
        (("Hall, Hyatt", "Hall, Hyatt, 5 Main Street"), ["Hall, Hyatt", "Hall, Hyatt"]),
    ],
)
def test_texts_that_mean_one_room_have_one_name(texts: tuple[str, ...], found: list[str]) -> None:
    assert names(*map(occurrence, texts)) == [[each] for each in found]


@pytest.mark.parametrize("text", ["Zoom", "Microsoft Teams Meeting", "Room TBD", "https://example.org/join"])
def test_what_is_no_room_is_none(text: str) -> None:
    assert names(occurrence(text), occurrence(text, "Hall")) == [[], ["Hall"]]


def test_whole_and_its_parts_are_taken_together() -> None:
    whole, part, other = (occurrence(each) for each in ("Ballroom AB", "Ballroom A", "Ballroom B"))
    found = RoomNames((whole, part, other), DECLARED)
    assert [[each.name for each in found.taken(it)] for it in (whole, part, other)] == [
        ["Ballroom AB", "Ballroom A", "Ballroom B"],
        ["Ballroom A", "Ballroom AB"],
        ["Ballroom B", "Ballroom AB"],
    ]


def test_venue_that_one_text_has_is_that_of_the_room() -> None:
    said = occurrence("Blue Room, Hotel Mar"), occurrence("Blue Room", place=Place("Porto", venue="Hotel Mar"))
    assert [RoomNames(said, DECLARED).of(each) for each in said] == [(Room("Blue Room", "Hotel Mar", "Porto"),)] * 2


TEXTS = ("Hall", "hall", "Hall, Hyatt", "Hall, Hilton", "Zoom", "Sala Azul", "Blue Room", "Ballroom AB", "Ballroom A")


@st.composite
def sessions(draw: st.DrawFn) -> Occurrence:
    place = Place(draw(st.sampled_from([None, "Porto"])), venue=draw(st.sampled_from([None, "Hyatt", "Hotel Mar"])))
    return occurrence(draw(st.sampled_from(TEXTS)), place=place, event=draw(st.sampled_from(["a", "b"])))


@given(sessions(), sessions())
def test_room_is_taken_twice_where_conflicts_say_so_for_certain(one: Occurrence, other: Occurrence) -> None:
    pair = tuple(Occurrence(it.programme, Session(f"s{n}", "S", WHEN, room=it.room, place=it.place), WHEN)
                 for n, it in enumerate((one, other)))  # fmt: skip
    found = RoomNames(pair, DECLARED)
    certain = find_conflicts(pair, DECLARED, Rules(kinds=frozenset({Kind.ROOM})))
    is_one = not set(found.taken(pair[0])).isdisjoint(found.of(pair[1]))
    assert is_one == any(each.certainty is Certainty.CERTAIN for each in certain)


def test_house_may_stand_before_the_room() -> None:
    assert names(occurrence("Blue Room"), occurrence("Hotel Mar, Sala Azul")) == [["Blue Room"], ["Blue Room"]]


def test_room_that_is_part_of_itself_is_one_room() -> None:
    rooms = (DeclaredRoom("East", parts=("West",)), DeclaredRoom("West", parts=("East", "West")))
    found = RoomNames([occurrence("East"), occurrence("West")], Gazetteer(rooms=rooms))
    assert [each.name for each in found.of(occurrence("East"))] == ["East"]
