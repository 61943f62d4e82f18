"""Ratios pair by pair, exponents, and what is taken off."""

import pytest
from benchmarks.ratios import Ratio, exponent, less, ratio


def test_ratio_is_the_median_of_the_pairs() -> None:
    assert ratio([2.0, 30.0, 8.0], [1.0, 10.0, 2.0]) == Ratio(3.0, 2.5, 3.5)


def test_ratio_leaves_out_rounds_without_a_pair() -> None:
    assert ratio([2.0, 9.0, 9.0], [1.0]) == Ratio(2.0, 2.0, 2.0)


def test_ratio_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no round has both"):
        ratio([1.0], [])


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_exponent_is_the_power_of_growth(power: float) -> None:
    assert exponent({size: 3e-6 * size**power for size in (1_000, 10_000, 30_000)}) == pytest.approx(power)


def test_less_takes_off_the_floor_of_the_same_round() -> None:
    assert less([5.0, 7.0], [1.0, 2.0]) == (4.0, 5.0)


def test_less_never_goes_below_a_hundredth() -> None:
    assert less([5.0], [6.0]) == (0.05,)
