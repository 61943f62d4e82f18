"""Blocks: the items of an item."""

from collections.abc import Callable
from datetime import datetime

import pytest

from agendacli.analysis.occurrences import expand
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, Timed, TimeWindow

Decode = Callable[..., tuple[Programme, list[str]]]
ZURICH = "Europe/Zurich"
HEAD = "title: Tides\nzone: Europe/Zurich\nroom: Foyer\ndays:\n"


def at(start: str, end: str) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end), ZURICH)


def sessions(decode: Decode, text: str) -> dict[str, Session]:
    programme, told = decode(HEAD + text)
    assert told == []
    return {each.id: each for each in programme.sessions}


def block(*items: str, keys: str = "", day: str = "2026-06-08", hours: str = "09:00-10:30") -> str:
    said = "".join(f"        - {each}\n" for each in items)
    return f"  {day}:\n    - {hours}: Sea level\n{keys}      items:\n{said}"


def test_items_stand_behind_their_block_with_its_id(decode: Decode) -> None:
    found = sessions(decode, block("09:00-09:20: Gauges", "09:20-10:30: Satellites"))
    assert [(each.id, each.parent, each.when) for each in found.values()] == [
        ("sea-level", None, at("2026-06-08T09:00", "2026-06-08T10:30")),
        ("gauges", "sea-level", at("2026-06-08T09:00", "2026-06-08T09:20")),
        ("satellites", "sea-level", at("2026-06-08T09:20", "2026-06-08T10:30")),
    ]


def test_items_have_room_place_and_status_of_their_block(decode: Decode) -> None:
    keys = "      room: Hall\n      place: {city: Bern, zone: Europe/Zurich}\n      status: tentative\n"
    found = sessions(decode, block("09:00-09:20: Gauges", keys=keys))
    held, around = found["gauges"], found["sea-level"]
    assert (held.room, held.place, held.status) == ("Hall", around.place, Status.TENTATIVE)


def test_items_of_a_block_in_several_rooms_take_them_all(decode: Decode) -> None:
    found = sessions(decode, block("09:00-09:20: Gauges", keys="      rooms: [Hall, Attic]\n"))
    assert {(each.room, each.rooms) for each in found.values()} == {("Hall, Attic", ("Hall", "Attic"))}


def test_an_item_takes_one_of_the_rooms_of_its_block(decode: Decode) -> None:
    text = block("{09:00-09:20: Gauges, room: Attic}", keys="      rooms: [Hall, Attic]\n")
    held = sessions(decode, text)["gauges"]
    assert (held.room, held.rooms) == ("Attic", ())


def test_an_item_may_spell_the_room_of_its_block_otherwise(decode: Decode) -> None:
    text = block("{09:00-09:20: Gauges, room: crystal-a}", keys="      room: Crystal A\n")
    assert sessions(decode, text)["gauges"].room == "crystal-a"


def test_a_cancelled_block_cancels_its_items(decode: Decode) -> None:
    text = block("{09:00-09:20: Gauges, status: tentative}", keys="      status: cancelled\n")
    assert sessions(decode, text)["gauges"].status is Status.CANCELLED


def test_items_of_a_private_block_are_no_less_private(decode: Decode) -> None:
    said = ("09:00-09:30: A", "{09:30-10:00: B, privacy: public}", "{10:00-10:30: C, privacy: confidential}")
    found = sessions(decode, block(*said, keys="      privacy: private\n"))
    assert [each.privacy.value for each in found.values()] == ["private", "private", "private", "confidential"]


def test_items_after_midnight_are_on_the_next_day(decode: Decode) -> None:
    text = block("22:00-23:00: Film", "00:15-01:00: Talk", hours="21:30-01:00 +1")
    found = sessions(decode, text)
    assert found["film"].when == at("2026-06-08T22:00", "2026-06-08T23:00")
    assert found["talk"].when == at("2026-06-09T00:15", "2026-06-09T01:00")


def test_items_of_a_block_without_hours_may_have_hours(decode: Decode) -> None:
    found = sessions(decode, block("09:00-09:20: Gauges", "hours unknown: Satellites", hours="hours unknown"))
    assert [type(each.when) for each in found.values()] == [Days, Timed, Days]


def test_items_of_a_block_without_a_stated_end_come_after_its_start(decode: Decode) -> None:
    _, told = decode(HEAD + block("08:00-09:20: Gauges", "22:00-23:00: Satellites", hours="09:00-"))
    assert [each.partition(";")[0] for each in told] == [
        "8:11 outside-block: `gauges` lies outside its block `sea-level`"
    ]


def times(decode: Decode, text: str, name: str) -> list[tuple[str, str]]:
    programme, told = decode(HEAD + text)
    assert told == []
    found = (each for each in expand((programme,)) if each.session.id == name)
    return [(f"{each.when.start:%m-%dT%H:%M}", each.status.value) for each in found]


WEEKLY = "every Tuesday from 2026-06-09 to 2026-06-30"
EXCEPT = "      except: {2026-06-16: cancelled, 2026-06-23: 2026-06-24 14:00-15:30, 2026-06-30: none}\n"


def test_items_repeat_move_and_are_cancelled_with_their_block(decode: Decode) -> None:
    text = block("09:20-09:50: Gauges", keys=EXCEPT, day=WEEKLY)
    assert times(decode, text, "gauges") == [
        ("06-09T09:20", "confirmed"),
        ("06-16T09:20", "cancelled"),
        ("06-24T14:20", "confirmed"),
    ]


def test_what_an_item_says_of_a_date_counts_before_what_its_block_says(decode: Decode) -> None:
    own = "{09:20-09:50: Gauges, except: {2026-06-09: none, 2026-06-23: 2026-06-24 15:00-15:30}}"
    assert times(decode, block(own, keys=EXCEPT, day=WEEKLY), "gauges") == [
        ("06-16T09:20", "cancelled"),
        ("06-24T15:00", "confirmed"),
    ]


def test_items_without_hours_move_by_whole_days(decode: Decode) -> None:
    text = block("hours unknown: Gauges", keys=EXCEPT, day=WEEKLY)
    assert [start for start, _ in times(decode, text, "gauges")] == ["06-09T00:00", "06-16T00:00", "06-24T00:00"]


def test_a_day_hangs_on_an_item(decode: Decode) -> None:
    text = block("09:00-09:20: Gauges") + "  1 day after gauges:\n    - 09:00-10:00: Tour\n"
    assert sessions(decode, text)["tour"].when == at("2026-06-09T09:00", "2026-06-09T10:00")


def test_an_item_has_an_id_of_its_own_among_all(decode: Decode) -> None:
    programme, told = decode(HEAD + block('09:00-09:20: "Sea level: gauges"', "{09:20-09:40: Gauges, id: sea-level}"))
    assert [each.id for each in programme.sessions] == ["sea-level-2", "sea-level-gauges", "sea-level"]
    assert [each.partition(" ")[2].split(":")[0] for each in told] == ["derived-id"]


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ("nothing", "7:14 wrong-type: expected a list of items such as `- 10:15-10:35: Title`, not a text"),
        (
            "{09:00-09:20: Gauges}",
            "7:14 wrong-type: expected a list of items such as `- 10:15-10:35: Title`, not keys with",
        ),
        ("[Gauges]", "7:15 wrong-type: expected an item such as `10:15-13:00: Title`, not a text"),
    ],
)
def test_items_that_are_no_list_of_items_are_told(decode: Decode, items: str, told: str) -> None:
    programme, found = decode(f"{HEAD}  2026-06-08:\n    - 09:00-10:30: Sea level\n      items: {items}\n")
    assert [each.id for each in programme.sessions] == ["sea-level"]
    assert [each[: len(told)] for each in found] == [told]


def test_room_and_rooms_together_are_told(decode: Decode) -> None:
    text = "  2026-06-08:\n    - 09:00-10:30: Sea level\n      room: Hall\n      rooms: [Hall, Attic]\n"
    assert decode(HEAD + text)[1] == ["8:14 duplicate-key: `rooms` and `room` both say where it is; keep one of them"]


def test_an_item_before_a_time_moves_with_its_block(decode: Decode) -> None:
    moved = "      except: {2026-06-15: 2026-06-16}\n"
    text = block("before 10:00: Gauges", keys=moved, day="every Monday from 2026-06-08 to 2026-06-15")
    programme, _ = decode(HEAD + text)
    found = [each.when for each in expand((programme,)) if each.session.title == "Gauges"]
    assert [f"{each.start} to {each.end}" for each in found if isinstance(each, TimeWindow)] == [
        "2026-06-08 00:00:00 to 2026-06-08 10:00:00",
        "2026-06-16 00:00:00 to 2026-06-16 10:00:00",
    ]
