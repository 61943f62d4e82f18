"""Certain and possible mean every placement and some placement: held against trying all placements."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.conflicts import Certainty, find_conflicts
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import City, Gazetteer, Transfer
from agendacli.model.when import Days, Hours, Timed, TimeWindow, When

# Everything is told in steps of four hours and placed in steps of two: finer steps have no other order.
STEP = 2
MORNING = datetime.fromisoformat("2017-09-04T00:00")
Placement = tuple[int, int]


def hour(number: int) -> datetime:
    return MORNING + timedelta(hours=number)


fours = st.integers(0, 12).map(lambda n: 4 * n)
widths = st.integers(1, 4).map(lambda n: 4 * n)
on_the_clock: st.SearchStrategy[When] = st.one_of(
    st.builds(lambda start, width: Timed(hour(start), hour(start + width), "UTC"), fours, widths),
    st.builds(lambda start: Timed(hour(start), None, "UTC"), fours),
    st.builds(lambda start, width: TimeWindow(hour(start), hour(start + width), "UTC"), fours, widths),
    st.builds(
        lambda start, width: TimeWindow(hour(start), hour(start + width), "UTC", timedelta(hours=4)), fours, widths
    ),
)
by_day: st.SearchStrategy[When] = st.builds(
    lambda day, hours: Days(hour(24 * day).date(), hour(24 * day + 24).date(), "UTC", hours),
    st.integers(0, 2),
    st.sampled_from(Hours),
)


def since(moment: datetime) -> int:
    return (moment - MORNING) // timedelta(hours=1)


def within(start: int, end: int) -> Iterator[Placement]:
    return ((low, high) for low in range(start, end, STEP) for high in range(low + STEP, end + 1, STEP))


def every_placement(when: When) -> list[Placement]:
    if isinstance(when, Days):
        first = since(datetime.combine(when.start, MORNING.time()))
        return [(first, first + 24)] if when.hours is Hours.ALL else list(within(first, first + 24))
    assert isinstance(when, Timed | TimeWindow)
    start = since(when.start)
    if when.end is None:
        midnight = start // 24 * 24 + 24
        return [(start, end) for end in range(start + STEP, midnight + 1, STEP)]
    end = since(when.end)
    if isinstance(when, Timed):
        return [(start, end)]
    placed = within(start, end)
    return [each for each in placed if when.length is None or each[1] - each[0] == 4]


def expected(one: When, other: When, journey: int) -> Certainty | None:
    clashes = [
        here[0] < there[1] + journey and there[0] < here[1] + journey
        for here in every_placement(one)
        for there in every_placement(other)
    ]
    if all(clashes):
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if any(clashes) else None


def found(one: Occurrence, other: Occurrence, journey: int) -> Certainty | None:
    cities = (City("vienna", "Vienna"), City("geneva", "Geneva"))
    transfers = (Transfer(("Vienna", "Geneva"), timedelta(hours=journey)),)
    conflicts = find_conflicts((one, other), Gazetteer(cities, transfers=transfers))
    assert len(conflicts) < 2
    return conflicts[0].certainty if conflicts else None


@settings(max_examples=80, deadline=None)
@given(one=on_the_clock | by_day, other=on_the_clock | by_day)
def test_one_city_is_judged_as_by_trying_all_placements(
    occurrence: Callable[..., Occurrence], one: When, other: When
) -> None:
    assert found(occurrence("a/1", one), occurrence("b/2", other), 0) == expected(one, other, 0)


@settings(max_examples=80, deadline=None)
@given(one=on_the_clock, other=on_the_clock, journey=st.sampled_from((4, 8, 12)))
def test_two_cities_are_judged_as_by_trying_all_placements(
    occurrence: Callable[..., Occurrence], one: When, other: When, journey: int
) -> None:
    here, there = occurrence("a/1", one), occurrence("b/2", other, city="Geneva")
    assert found(here, there, journey) == expected(one, other, journey)


@pytest.mark.parametrize("length", [timedelta(hours=3), timedelta(hours=9)])
def test_length_that_does_not_fit_takes_the_whole_window(
    occurrence: Callable[..., Occurrence], length: timedelta
) -> None:
    window = TimeWindow(hour(9), hour(12), "UTC", length)
    lunch = Timed(hour(11), hour(13), "UTC")
    assert found(occurrence("a/1", window), occurrence("b/2", lunch), 0) is Certainty.CERTAIN
