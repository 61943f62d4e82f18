"""What the benchmarks measure with: the same for a seed, and of the kind that it says."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from benchmarks.inputs import (
    calendar,
    conference,
    definition,
    equal_titles,
    later_calendar,
    reminders,
    series,
    spans,
    windows,
    write,
)
from benchmarks.meetings import SEED, meetings

from agendacli.analysis.changes.compare import compare
from agendacli.load.programmes import load

Generator = Callable[..., Iterator[str]]


def three_days(count: int, seed: int = SEED) -> Iterator[str]:
    return series(count, "MO,WE,FR", seed)


def with_ids(count: int, seed: int = SEED) -> Iterator[str]:
    return equal_titles(count, seed, ids=True, later=True)


ALL: list[Generator] = [calendar, later_calendar, series, three_days, definition, with_ids, reminders]


@pytest.mark.parametrize("lines", ALL)
def test_input_is_the_same_for_a_seed(lines: Generator) -> None:
    assert [*lines(50, seed=7)] == [*lines(50, seed=7)]


@pytest.mark.parametrize("lines", ALL)
def test_input_differs_for_another_seed(lines: Generator) -> None:
    assert [*lines(50, seed=7)] != [*lines(50, seed=8)]


def test_meetings_have_every_zone_and_whole_days() -> None:
    zones = {each.zone for each in meetings(200)}
    assert zones == {"Europe/Vienna", "America/New_York", "Asia/Tokyo", "UTC", ""}


def test_lines_of_a_calendar_have_75_octets_at_most() -> None:
    assert max(len(line.encode()) for line in calendar(200)) == 75


@pytest.mark.parametrize("lines", [calendar, series, three_days])
def test_calendar_is_read_without_a_word(lines: Generator, tmp_path: Path) -> None:
    loaded = load([str(write(tmp_path / "made.ics", lines(40), "\r\n"))])
    assert (loaded.diagnostics, [len(each.sessions) for each in loaded.programmes]) == ((), [40])


def test_events_of_a_calendar_have_some_540_bytes(tmp_path: Path) -> None:
    path = write(tmp_path / "made.ics", calendar(1000), "\r\n")
    assert 520 <= path.stat().st_size / 1000 <= 560


@pytest.mark.parametrize("lines", [definition, conference, windows])
def test_definition_is_read_without_a_word(lines: Generator, tmp_path: Path) -> None:
    loaded = load([str(write(tmp_path / "made.yaml", lines(40)))])
    assert (loaded.diagnostics, [len(each.sessions) for each in loaded.programmes]) == ((), [40])


def test_later_version_has_few_changes(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{each.__name__}.ics", each(200), "\r\n") for each in (calendar, later_calendar)]
    old, new = (load([str(each)]).programmes[0] for each in paths)
    assert Counter(each.kind.value for each in compare(old, new).changes) == {"removed": 2, "moved": 2, "room": 2}


def test_definitions_of_one_title_have_ids_or_numbers(tmp_path: Path) -> None:
    for ids in (True, False):
        loaded = load([str(write(tmp_path / f"{ids}.yaml", equal_titles(40, ids=ids)))])
        numbered = [each.numbered for each in loaded.programmes[0].sessions[1:]]
        assert (loaded.is_sound, set(numbered)) == (True, {not ids})


def test_reminders_of_hours_and_of_days() -> None:
    timed, whole = (next(each for each in reminders(200) if (" AT " in each) is timed) for timed in (True, False))
    assert (timed, whole) == (
        "REM 2026-01-11 AT 16:45 DURATION 0:30 MSG Joint panel 0: health, Room 0",
        "REM 2018-05-18 MSG Regional plenary 4: data; methods, Room 11",
    )


def test_spans_are_as_long_as_they_are_meant_to_be(tmp_path: Path) -> None:
    loaded = load([str(write(tmp_path / "made.ics", spans(3), "\r\n"))])
    assert {each.code.name for each in loaded.diagnostics} == {"long-span"}
    assert [len(each.sessions) for each in loaded.programmes] == [3]
