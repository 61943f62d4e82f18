"""What somebody who picks sessions elsewhere has to know besides their hours."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from agendacli.analysis.conflicts.picking import picking
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Gazetteer, Transfer
from agendacli.model.programme import Status
from agendacli.model.when import Days, Timed

Build = Callable[..., Occurrence]
BUFFER = timedelta()
WAYS = Gazetteer(transfers=(Transfer(("M1", "M2"), timedelta(minutes=10)),))


def at(hour: int, *, is_open: bool = False) -> Timed:
    start = datetime.fromisoformat("2026-03-09T00:00") + timedelta(hours=hour)
    return Timed(start, None if is_open else start + timedelta(hours=1), "Europe/Vienna")


def test_certain_hours_are_left_to_arithmetic(occurrence: Build) -> None:
    found = picking([occurrence("a/1", at(9)), occurrence("a/2", at(9))], Gazetteer(), BUFFER)
    assert (found.spots, found.ways, found.clashes) == ({}, {}, {})


def test_ways_are_told_by_the_numbers_of_places(occurrence: Build) -> None:
    found = picking([occurrence("a/1", at(9), room="M1"), occurrence("a/2", at(10), room="M2")], WAYS, BUFFER)
    (pair,) = found.ways
    assert pair.split(",") == [str(each) for each in sorted(found.spots.values())]
    assert found.ways[pair] == (600, 600)


def test_what_has_no_certain_hours_is_told_with_its_conflicts(occurrence: Build) -> None:
    day = Days(date(2026, 3, 9), date(2026, 3, 10), "Europe/Vienna")
    sessions = [occurrence("a/1", at(9, is_open=True)), occurrence("a/2", at(9)), occurrence("a/3", day)]
    called_off = occurrence("a/4", day, status=Status.CANCELLED)
    found = picking([*sessions, called_off], Gazetteer(), BUFFER).clashes
    assert {one: {other: told[:2] for other, told in others.items()} for one, others in found.items()} == {
        "a/3": {"a/1": (False, "overlap"), "a/2": (False, "overlap")},
        "a/1": {"a/2": (True, "overlap")},
    }
