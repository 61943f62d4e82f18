from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.model.interval import Interval

NOON = datetime(2017, 9, 4, 12, tzinfo=UTC)


def between(start: int, end: int) -> Interval:
    return Interval(NOON + timedelta(minutes=start), NOON + timedelta(minutes=end))


minutes = st.integers(-60, 60)
intervals = st.builds(lambda a, b: between(min(a, b), max(a, b)), minutes, minutes).filter(lambda i: i.minutes > 0)
modest = settings(max_examples=50, deadline=None)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((0, 60), (30, 90), True),
        ((0, 60), (15, 30), True),
        ((0, 60), (0, 60), True),
        ((0, 60), (59, 90), True),
        ((0, 60), (60, 90), False),
        ((0, 60), (61, 90), False),
    ],
)
def test_overlaps_needs_a_shared_instant_either_way(
    first: tuple[int, int], second: tuple[int, int], *, expected: bool
) -> None:
    one, other = between(*first), between(*second)

    assert (one.overlaps(other), other.overlaps(one)) == (expected, expected)


def test_shared_is_the_common_part() -> None:
    assert between(0, 60).shared(between(30, 90)) == between(30, 60)


def test_shared_with_one_inside_is_the_inner_one() -> None:
    assert between(0, 60).shared(between(15, 30)) == between(15, 30)


def test_minutes_are_whole() -> None:
    interval = Interval(NOON, NOON + timedelta(minutes=90, seconds=59))

    assert interval.minutes == 90


def test_minutes_count_the_hour_that_clocks_go_over_twice() -> None:
    start, end = (datetime.fromisoformat(each) for each in ("2017-10-29T01:00+02:00", "2017-10-29T04:00+01:00"))

    assert Interval(start.astimezone(UTC), end.astimezone(UTC)).minutes == 240


def test_intervals_are_ordered_by_start_then_end() -> None:
    assert sorted([between(5, 9), between(0, 9), between(0, 5)]) == [between(0, 5), between(0, 9), between(5, 9)]


@modest
@given(intervals, intervals)
def test_overlap_is_the_same_both_ways(one: Interval, other: Interval) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@modest
@given(intervals, intervals)
def test_what_overlapping_intervals_share_lies_in_both(one: Interval, other: Interval) -> None:
    shared = one.shared(other)

    assert one.overlaps(other) == (shared.minutes > 0)
    assert one.shared(shared) == other.shared(shared) == shared
