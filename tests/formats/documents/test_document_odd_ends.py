"""Doubts about a missing end: what may say it, and what says something else."""

from collections.abc import Callable

import pytest

DAY = "Monday, 9 March 2026\n\n"
Shown = Callable[..., list[str]]


@pytest.mark.parametrize("line", ["1930-2100", "830"])
def test_a_number_below_a_title_may_be_its_end(shown: Shown, line: str) -> None:
    text = f"<p>Monday, 9 March 2026</p><ul><li>9:00 Tides<br>{line}</li><li>10:00 Walk</li><li>11:00 Rest</li></ul>"
    assert any(each.endswith(f"?it may be {line}") for each in shown(text, "x.html"))


@pytest.mark.parametrize(
    ("said", "length"),
    [
        ("Tour of the tower (again), starts at the gate, 45 mins. Bring boots", "45 mins"),
        ("Talk\nThe talk will last an hour and a half or so.", "an hour and a half"),
        ("Visite\nComptez une heure et demie en tout, dit le guide.", "une heure et demie"),
    ],
)
def test_a_length_among_other_words_may_give_it(shown: Shown, said: str, length: str) -> None:
    assert f"it may last {length}" in shown(f"{DAY}9:00 {said}\n11:00 Walk\n12:00 Rest\n")[0]


@pytest.mark.parametrize(
    "below",
    [
        "It is a 10 minutes' walk from the station.",
        "We wait at most ten minutes.",
        "Wir warten höchstens\nzehn Minuten auf alle.",
        "Vers 19h nous serons de retour.",
        "Be there 20 minutes before.",
    ],
)
def test_lengths_of_other_things_do_not(shown: Shown, below: str) -> None:
    assert "it may last" not in shown(f"{DAY}9:00 Tides\n{below}\n11:00 Walk\n12:00 Rest\n")[0]


def test_breaks_and_the_like_need_no_end_where_most_have_one(shown: Shown) -> None:
    meant = "".join(f"{n}:00-{n}:30 Tides {n}\n" for n in range(11, 16))
    text = f"{DAY}9:00-9:30 Boats\n10:00 Coffee break\n{meant}16:00 Knots\n"
    doubted = [each for each in shown(text) if "most others have an end" in each]
    assert [each.split(" ?")[0] for each in doubted] == ["2026-03-09 16:00- Knots"]
