"""An item that names several stretches of a day is as many items of one title."""

from collections.abc import Callable

import pytest

from agendacli.model.programme import Programme
from agendacli.words.prose import when_text

Decode = Callable[..., tuple[Programme, list[str]]]


def day(*items: str) -> str:
    return "\n".join(
        ["title: Bees", "zone: Europe/Brussels", "days:", "  2026-06-08:", *(f"    {each}" for each in items), ""]
    )


def sessions(programme: Programme) -> list[tuple[str, str, str]]:
    return [(each.id, each.title, when_text(each.when).partition(", ")[2]) for each in programme.sessions]


@pytest.mark.parametrize("time", ["9.00-12.30, 14.30-18.30", "9.00-12.30 and 14.30-18.30", "9h-12h30 / 14h30-18h30"])
def test_two_stretches_are_two_items_of_one_title(decode: Decode, time: str) -> None:
    programme, told = decode(day(f"- {time}: Committee on Fisheries", "  room: A"))
    assert sessions(programme) == [
        ("committee-on-fisheries", "Committee on Fisheries", "09:00–12:30"),
        ("committee-on-fisheries-2", "Committee on Fisheries", "14:30–18:30"),
    ]
    assert ([each.room for each in programme.sessions], told) == (["A", "A"], [])


def test_further_stretch_has_the_id_of_the_item_with_its_number(decode: Decode) -> None:
    programme, told = decode(day("- 9-10, 11-12, 14-15: Committee", "  id: fish"))
    assert ([each.id for each in programme.sessions], told) == (["fish", "fish-2", "fish-3"], [])


def test_stretches_of_a_title_that_comes_again_are_warned_of_like_its_other_items(decode: Decode) -> None:
    programme, told = decode(day("- 9-10, 11-12: Committee", "- 14:00-15:00: Committee"))
    assert [each.id for each in programme.sessions] == ["committee", "committee-2", "committee-3"]
    assert [each.split()[1] for each in told] == ["derived-id:"]


def test_fault_of_one_stretch_is_told_at_its_place(decode: Decode) -> None:
    programme, told = decode(day("- 9-10, 1-2: Committee"))
    assert len(programme.sessions) == 1
    assert told == ["5:13 bad-time: `1-2` could be 01:00-02:00 or 13:00-14:00; write `01:00-02:00` or `13:00-14:00`"]
