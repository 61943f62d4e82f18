"""Ranges of hours without minutes at the head of lines: times among other times, else left over."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.drafting import read_as_draft
from agendacli.formats.documents.tokens.bare_hours import bare_hours_first
from agendacli.formats.documents.values.told import Asked

Shown = Callable[..., list[str]]
MORNING = "9 March 2026\n\n9–9.30 Tea\n9.30–10.30 Boats\n10.30–11 Walk\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("11–12 Reefs", "11:00-12:00 Reefs"),
        ("11 bis 12 Riffe", "11:00-12:00 Riffe"),
        ("de 11 à 12 : Récifs", "11:00-12:00 Récifs"),
        ("de 11 a 1: Arrecifes", "11:00-13:00 Arrecifes"),
        ("2 to 3 Reefs", "14:00-15:00 Reefs"),
    ],
)
def test_a_bare_range_that_comes_next_is_a_time(shown: Shown, line: str, expected: str) -> None:
    assert [each.partition(" ?")[0] for each in shown(MORNING + line)][3:] == [f"2026-03-09 {expected}"]


@pytest.mark.parametrize(
    "line", ["3–4 people bring cake", "11–12 Personen je Boot", "11–12 June 2026", "11–11 Tie", "23–2 Night"]
)
def test_numbers_of_something_are_no_times(line: str) -> None:
    drafted = read_as_draft((MORNING + line).encode(), "x.txt", Asked())
    assert (len(drafted.sessions), [each.text for each in drafted.left if each.kind == "time"]) == (3, [])


@pytest.mark.parametrize("text", ["9:00 Tea\n11–12 Walk\n", f"{MORNING}6–7 Gulls\n"])
def test_a_bare_range_that_is_no_time_is_left_over(text: str) -> None:
    left = read_as_draft(f"9 March 2026\n\n{text}".encode(), "x.txt", Asked()).left
    assert [each.kind for each in left] == ["time"]


def test_where_a_bare_range_ends() -> None:
    assert [bare_hours_first(each) for each in ("• 9–12 Tea", "9–12", "0–3 Tea")] == [(9, 12, 6), None, None]


def test_bare_ranges_that_follow_each_other_are_times(shown: Shown) -> None:
    text = "14 March 2026\n\n10-11 Choir\n11-12 Strings\n12-1 Lunch\n1-3 all together\n"
    assert [each.partition(" ?")[0] for each in shown(text)] == [
        "2026-03-14 10:00-11:00 Choir",
        "2026-03-14 11:00-12:00 Strings",
        "2026-03-14 12:00-13:00 Lunch",
        "2026-03-14 13:00-15:00 all together",
    ]
    assert shown("14 March 2026\n\n10-11 eggs\n2-3 spoons\n4-5 cups\n") == []
