"""Sessions that were moved to another room, as programmes write it behind their titles."""

from collections.abc import Callable

import pytest

DAY = "Monday, 9 March 2026\n9:00 Opening, Room 1\n"
Shown = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("words", "room"),
    [
        ("now in Room 7", "Room 7"),
        ("moved to Room 7", "Room 7"),
        ("has been moved to Room 7", "Room 7"),
        ("moved to the Library", "Library"),
        ("wird verlegt in Raum 5", "Raum 5"),
        ("verlegt nach Raum 5", "Raum 5"),
        ("jetzt in Raum 5", "Raum 5"),
        ("déplacé en salle 5", "salle 5"),
        ("trasladado a la Sala 5", "Sala 5"),
        ("ahora en la Sala 5", "Sala 5"),
    ],
)
def test_the_room_is_that_to_which_it_was_moved_with_a_doubt(shown: Shown, words: str, room: str) -> None:
    line = shown(f"{DAY}10:00 Knots ({words})\n11:00 Felt, Room 2\n")[1]
    assert line.startswith(f"2026-03-09 10:00- Knots @{room} ?")
    assert f"?`{words}` is printed with it" in line


def test_the_room_of_before_is_no_part_of_the_title(shown: Shown) -> None:
    line = shown(f"{DAY}10:00 Knots, Room 3 (moved to Room 7)\n11:00 Felt, Room 2\n")[1]
    assert line == "2026-03-09 10:00- Knots @Room 7 ?`moved to Room 7` is printed with it ?not `Room 3`"


def test_a_column_of_rooms_says_it(shown: Shown) -> None:
    rows = "| 9:00 | Opening | Room 1 |\n| 10:00 | Knots | moved to Room 7 |\n"
    text = f"## Monday, 9 March 2026\n\n| Time | Title | Room |\n|--|--|--|\n{rows}"
    assert shown(text, "x.md")[1] == "2026-03-09 10:00- Knots @Room 7 ?`moved to Room 7` is printed with it"
