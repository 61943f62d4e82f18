"""Arithmetic of half-open intervals."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.availability.intervals import clipped, left_over, minutes_of, united
from agendacli.model.interval import Interval

MIDNIGHT = datetime(2017, 9, 4, tzinfo=UTC)
LAST = 12


def span(start: int, end: int) -> Interval:
    return Interval(MIDNIGHT + timedelta(hours=start), MIDNIGHT + timedelta(hours=end))


def spans(*bounds: tuple[int, int]) -> tuple[Interval, ...]:
    return tuple(span(*each) for each in bounds)


def test_united_overlapping_and_touching() -> None:
    assert united(spans((5, 7), (1, 3), (2, 4), (7, 8), (10, 11))) == spans((1, 4), (5, 8), (10, 11))


def test_united_contained() -> None:
    assert united(spans((1, 9), (2, 3))) == spans((1, 9))


def test_united_without_length() -> None:
    assert united(spans((5, 5), (1, 3), (2, 2))) == spans((1, 3), (5, 5))


def test_left_over_between() -> None:
    assert tuple(left_over(span(2, 10), spans((0, 1), (1, 3), (5, 6), (9, 12), (13, 14)))) == spans((3, 5), (6, 9))


def test_left_over_all_or_nothing() -> None:
    assert tuple(left_over(span(2, 10), ())) == spans((2, 10))
    assert tuple(left_over(span(2, 10), spans((0, 12)))) == ()


def test_left_over_parted_by_what_has_no_length() -> None:
    assert tuple(left_over(span(2, 10), spans((5, 5)))) == spans((2, 5), (5, 10))


def test_clipped_to_a_window() -> None:
    assert clipped(spans((0, 3), (4, 4), (5, 12), (12, 13)), span(2, 10)) == spans((2, 3), (5, 10))


def test_minutes_of_parallel_ones_once() -> None:
    assert minutes_of(spans((1, 3), (2, 4))) == 180


_BOUNDS = st.tuples(st.integers(0, LAST), st.integers(0, LAST)).map(lambda pair: (min(pair), max(pair)))


@settings(max_examples=50)
@given(st.lists(_BOUNDS), _BOUNDS)
def test_left_over_is_what_no_hour_of_is_taken(taken: list[tuple[int, int]], window: tuple[int, int]) -> None:
    hours = {each for start, end in taken for each in range(start, end)}
    free = tuple(left_over(span(*window), united(spans(*taken))))
    expected = set(range(*window)) - hours
    assert {each for each in range(LAST) if any(each_free.overlaps(span(each, each + 1)) for each_free in free)} == (
        expected
    )
    assert minutes_of(free) == 60 * len(expected)
