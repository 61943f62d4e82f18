"""The decision table of docs/conflict-rules.md: every precision against every other, near and far."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from agendacli.analysis.conflicts import Conflict, Kind, find_conflicts
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import City, Gazetteer, Transfer
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When

ZONE = "Europe/Vienna"
NINE_HOURS_APART = Gazetteer(
    cities=(City("north", "North"), City("south", "South")),
    transfers=(Transfer(("North", "South"), timedelta(hours=9)),),
)
PAGE = Path(__file__).parents[3] / "docs" / "conflict-rules.md"


def at(day: int, clock: str) -> datetime:
    return datetime.fromisoformat(f"2017-12-{day:02}T{clock}:00")


def on(day: int) -> date:
    return date(2017, 12, day)


def about(day: int) -> dict[str, When]:
    return {
        "timed": Timed(at(day, "10:00"), at(day, "13:00"), ZONE),
        "end unknown": Timed(at(day, "12:00"), None, ZONE),
        "part": TimeWindow(at(day, "00:00"), at(day, "13:00"), ZONE),
        "part with length": TimeWindow(at(day, "10:00"), at(day, "13:00"), ZONE, timedelta(hours=2)),
        "hours unknown": Days(on(day), on(day + 1), ZONE),
        "all day": Days(on(day), on(day + 1), ZONE, Hours.ALL),
        "window": DayWindow(on(day - 1), on(day + 2), ZONE),
        "long window": DayWindow(on(day - 1), on(day + 2), ZONE, days=2),
    }


def cells(heading: str) -> list[tuple[str, str, str]]:
    """The cells of a decision table of the page: line, column, answer."""
    _, _, below = PAGE.read_text(encoding="utf-8").partition(f"### {heading}")
    lines = [line.strip("| ").split(" | ") for line in below.partition("#")[0].splitlines() if line.startswith("|")]
    head, _, *rows = lines
    return [(row[0].strip("* "), column, answer) for row in rows for column, answer in zip(head, row[1:], strict=True)]


def said(conflict: Conflict) -> str:
    kind = "travel " if conflict.kind is Kind.TRAVEL else ""
    if conflict.candidates is None or conflict.free is None:
        return f"{kind}{conflict.certainty}"
    return f"{kind}{conflict.certainty} {conflict.candidates - conflict.free}/{conflict.candidates}"


def answer(*occurrences: Occurrence) -> str:
    found = find_conflicts(occurrences, NINE_HOURS_APART)
    return ", ".join(sorted(map(said, found))) or "–"


@pytest.mark.parametrize(("line", "column", "expected"), cells("One day, one city"))
def test_cell_of_one_day_in_one_city(
    occurrence: Callable[..., Occurrence], line: str, column: str, expected: str
) -> None:
    one, other = about(4)[line], about(4)[column]
    assert answer(occurrence("a/one", one, city="North"), occurrence("b/other", other, city="North")) == expected


@pytest.mark.parametrize(("line", "column", "expected"), cells("One day, two cities"))
def test_cell_of_one_day_in_two_far_cities(
    occurrence: Callable[..., Occurrence], line: str, column: str, expected: str
) -> None:
    one, other = about(4)[line], about(4)[column]
    assert answer(occurrence("a/one", one, city="North"), occurrence("b/other", other, city="South")) == expected


@pytest.mark.parametrize(("line", "column", "expected"), cells("The line on one day"))
def test_cell_of_two_days_in_two_far_cities(
    occurrence: Callable[..., Occurrence], line: str, column: str, expected: str
) -> None:
    one, other = about(4)[line], about(5)[column]
    assert answer(occurrence("a/one", one, city="North"), occurrence("b/other", other, city="South")) == expected


@pytest.mark.parametrize("line", ["timed", "end unknown", "part", "part with length", "hours unknown", "all day"])
@pytest.mark.parametrize("column", ["timed", "end unknown", "part", "part with length", "hours unknown", "all day"])
def test_the_day_after_in_one_city_is_no_conflict(
    occurrence: Callable[..., Occurrence], line: str, column: str
) -> None:
    one, other = about(4)[line], about(5)[column]
    assert answer(occurrence("a/one", one), occurrence("b/other", other)) == "–"


def test_table_names_every_precision() -> None:
    precisions = list(about(4))
    pairs = [(line, column) for line in precisions for column in precisions]
    for heading in ("One day, one city", "One day, two cities", "The line on one day"):
        assert [(line, column) for line, column, _ in cells(heading)] == pairs
