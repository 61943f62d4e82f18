"""Lines whose parts stand between bars, below titles."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Shed 4 | Played by: Ida Quilter | 45 min", "09:45 The crane @Shed 4 +Ida Quilter (speaker)"),
        ("Salle 2 | Mise en scène : Ida Quilter | Durée : 45 min", "09:45 The crane @Salle 2 +Ida Quilter (speaker)"),
        ("Ida Holm (chair) | Raum 3", "The crane @Raum 3 +Ida Holm (chair)"),
    ],
)
def test_each_part_between_bars_is_read_by_itself(shown: Shown, line: str, said: str) -> None:
    text = f"Monday, 9 March 2026\n\n9:00 The crane\n{line}\n\n10:00 Walk\n\n11:00 Rest\n"
    assert said in shown(text)[0]


def test_rooms_between_bars_that_recur_are_rooms(shown: Shown) -> None:
    below = "Remise | Spiel: Poldi Wenninger\n"
    text = f"Montag, 9. März 2026\n\n9:00 Kasperl\n{below}\n10:00 Krokodil\n{below}\n11:00 Gretel\n{below}\n"
    assert all("@Remise +Poldi Wenninger (speaker)" in each for each in shown(text))


def test_a_line_with_bars_alone_below_a_title_is_no_table(shown: Shown) -> None:
    text = "Monday, 9 March 2026\n\n9:00 The crane\nShed 4 | Match: Ida Quilter | free\n\n10:00 Walk\n11:00 Rest\n"
    assert [each[11:].split(" ?")[0] for each in shown(text)] == [
        "09:00- The crane @Shed 4 +Ida Quilter (speaker) ~free",
        "10:00- Walk",
        "11:00- Rest",
    ]
