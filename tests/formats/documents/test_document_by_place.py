"""Programmes listed by place: the headings below which the times begin again are rooms, each with a doubt."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.rooms.above import BESIDE_ROOM
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]


def rooms(found: tuple[ToldSession, ...]) -> list[str | None]:
    return [each.room.value if each.room else None for each in found]


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("fair.txt", "== {} =="),
        ("fair.txt", "[{}]"),
        ("fair.txt", "--- {} ---"),
        ("fair.md", "## {}"),
        ("fair.txt", "{}"),
    ],
)
def test_times_begin_again_below_places(sessions: Sessions, name: str, sign: str) -> None:
    first, second, third = (sign.format(each) for each in ("Nave", "Chapter House", "Belfry"))
    text = (
        f"Open day, 12 September 2026\n\n{first}\n\n9.30-9.45am Bells\n5.30-6.15pm Song\n\n"
        f"{second}\n\n10.30-11am Monks\n2-3pm Roofs\n\n{third}\n\n10.15-11am Stairs\n1.45-2.30pm Stairs again\n"
    )
    found = sessions(text, name)
    assert rooms(found) == ["Nave"] * 2 + ["Chapter House"] * 2 + ["Belfry"] * 2
    assert all(each.room and each.room.doubts == (BESIDE_ROOM,) for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "== Bells ==\n9:00 Tides\n10:00 Sand\n== Chapter House ==\n11:00 Wind\n12:00 Rain",  # the times go on
        "== Choir ==\n9:00 Tides\n10:00 Sand\n== Dance ==\n9:00 Wind\n10:00 Rain",  # none is known for a place
        "== Choir ==\n9:00 Tides\n== Loft ==\n8:00 Wind\n",  # each of them is the title of one
        "== Session 1 ==\n9:00 Tides\n10:00 Sand\n== Session 2 ==\n9:00 Wind\n10:00 Rain",
    ],
)
def test_other_headings_are_no_places(sessions: Sessions, text: str) -> None:
    assert not {"Bells", "Choir", "Dance", "Session 1"} & {*rooms(sessions(f"12 September 2026\n\n{text}\n"))}


def test_a_table_beside_places_is_read_as_ever(sessions: Sessions) -> None:
    text = (
        "# 12 September 2026\n\n## Nave\n\n9:00 Bells\n\n11:00 Song\n\n## Chapter House\n\n9:30 Monks\n\n10:00 Ale\n\n"
        "## Notes\n\n| Tickets | Price |\n|---|---|\n| Tower | 4 |\n"
    )
    assert rooms(sessions(text, "fair.md")) == ["Nave", "Nave", "Chapter House", "Chapter House"]


def test_times_begin_again_on_each_day(sessions: Sessions) -> None:
    text = (
        "12 September 2026\n\n== Bells ==\n9:00 Tides\n11:00 Sand\n\n13 September 2026\n\n"
        "== Chapter House ==\n9:00 Wind\n10:00 Rain\n"
    )
    assert rooms(sessions(text))[:2] == [None, None]
