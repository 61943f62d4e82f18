"""The table: for a terminal, in a page, and what it says of goals."""

from pathlib import Path

import pytest
from benchmarks.figures import Figure, Section, compared, divided, grown, least, most, single, taken
from benchmarks.measuring import Race, Reading
from benchmarks.ratios import Ratio
from benchmarks.tables import machine, markdown, number, put_into, text, verdict

RACE = Race(
    {"ours": (Reading(2.0, 1), Reading(6.0, 1)), "floor": (Reading(1.0, 1), Reading(2.0, 1))},
    {"khal": "exit code 1: ?"},
)
SECTION = Section(
    "start",
    "Start-up",
    "Whole processes.",
    (
        compared(RACE, "ours", "floor", most(2.2)),
        compared(RACE, "khal", "ours"),
        compared(RACE, "remind", "ours").with_note("2 events"),
        single("exponent", "1,000 → 100,000", 1.04, most(1.1), unit=""),
        divided(("theirs", [1200.0]), ("ours", [1.0]), least(100)).with_note("a|b"),
    ),
)


def test_table_for_a_terminal() -> None:
    assert (
        text(SECTION)
        == """
Start-up
what      measured against  ratio    middle half  goal
ours      floor             2.5 ×    2.25 – 2.75  ≤ 2.2  **missed**
khal      ours              –                            khal: exit code 1: ?
remind    ours              –                            remind: not installed
exponent  1,000 → 100,000   1.04                  ≤ 1.1  met
theirs    ours              1,200 ×               ≥ 100  met, a|b"""
    )


def test_table_as_markdown() -> None:
    assert (
        markdown([SECTION], "Measured today.")
        == """\
Measured today.

Missed: ours by floor (2.5, goal ≤ 2.2).

### Start-up

Whole processes.

| what | measured against | ratio | middle half | goal |  |
|---|---|---|---|---|---|
| ours | floor | 2.5 × | 2.25 – 2.75 | ≤ 2.2 | **missed** |
| khal | ours | – |  |  | khal: exit code 1: ? |
| remind | ours | – |  |  | remind: not installed |
| exponent | 1,000 → 100,000 | 1.04 |  | ≤ 1.1 | met |
| theirs | ours | 1,200 × |  | ≥ 100 | met, a\\|b |
"""
    )


def test_growth_is_an_exponent_of_medians() -> None:
    found = Race({str(size): (Reading(size**2, 1), Reading(9 * size**2, 1)) for size in (10, 100)}, {})
    assert grown(found, (10, 100), "pairs", most(1.1)) == Figure(
        "exponent of pairs", "10 → 100", Ratio(2, 2, 2), most(1.1), unit=""
    )


def test_growth_of_what_failed_says_so() -> None:
    found = Race({"10": (Reading(1, 1),)}, {"100": "exit code 1: ?"})
    assert grown(found, (10, 100), "pairs", None).note == "100: exit code 1: ?"


def test_memory_is_by_the_size_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 50)
    found = Race({"a": (Reading(1, 100), Reading(1, 150))}, {"b": "?"})
    memory, failed = taken(found, "a", path, "memory", most(4)), taken(found, "b", path, "memory", most(4))
    assert (memory.value, memory.is_missed, failed.value, failed.note) == (Ratio(3, 3, 3), False, None, "b: ?")


def test_verdict_without_a_miss() -> None:
    assert verdict([Section("a", "A", "", (single("x", "y", 1, most(1)), Figure("z", "y")))]) == "Every goal is met."


def test_verdict_does_not_take_what_failed_for_met() -> None:
    failed = compared(RACE, "khal", "ours", least(1))
    assert verdict([Section("a", "A", "", (failed,))]) == "Not measured: khal by ours (goal ≥ 1)."


def test_page_keeps_its_own_words(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("above\n<!-- benchmarks: the table -->\nold\n<!-- benchmarks: end -->\nbelow\n")
    put_into(page, "new \\1\n")
    assert page.read_text() == ("above\n<!-- benchmarks: the table -->\nnew \\1\n<!-- benchmarks: end -->\nbelow\n")


def test_page_that_is_not_there_is_made(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    put_into(page, "new\n")
    assert page.read_text() == "<!-- benchmarks: the table -->\nnew\n<!-- benchmarks: end -->\n"


@pytest.mark.parametrize(
    ("value", "shown"), [(0.01734, "0.0173"), (1.2, "1.2"), (13.44, "13.4"), (99.96, "100"), (1234.5, "1,234")]
)
def test_number_has_three_digits_that_count(value: float, shown: str) -> None:
    assert number(value) == shown


def test_machine_is_told_without_its_name() -> None:
    assert machine().split(", ")[0].endswith(" cores")
