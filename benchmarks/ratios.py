"""The arithmetic of the table: ratios pair by pair, and the power with which something grows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from statistics import linear_regression, median, quantiles


@dataclass(frozen=True, slots=True)
class Ratio:
    """The median of several ratios, and between what the middle half of them lies."""

    median: float
    low: float
    high: float


def ratio(measured: Sequence[float], yardstick: Sequence[float]) -> Ratio:
    """Each measure by the yardstick of its own round; what one of them has more rounds of is left out.

    Raises ValueError when there is no pair.
    """
    pairs = [a / b for a, b in zip(measured, yardstick, strict=False)]
    if not pairs:
        message = "no round has both"
        raise ValueError(message)
    low, _, high = quantiles(pairs, method="inclusive") if len(pairs) > 1 else pairs * 3
    return Ratio(median(pairs), low, high)


def less(measured: Sequence[float], floor: Sequence[float]) -> tuple[float, ...]:
    """Each measure without the floor of its own round; never below a hundredth of itself."""
    return tuple(max(a - b, a / 100) for a, b in zip(measured, floor, strict=False))


def exponent(times: Mapping[int, float]) -> float:
    """The power of the size with which the time grows: the slope of a line through the logarithms.

    Raises StatisticsError for fewer than two sizes.
    """
    return linear_regression([log(size) for size in times], [log(time) for time in times.values()]).slope
