"""Arithmetic of half-open intervals: what several take together, and what they leave."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from agendacli.model.interval import Interval


def united(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The instants in any of the intervals, as few intervals as possible in order; touching ones are one.

    An interval without length stays where no other covers it.
    """
    found: list[Interval] = []
    for each in sorted(intervals):
        if found and each.start <= found[-1].end:
            found[-1] = Interval(found[-1].start, max(found[-1].end, each.end))
        else:
            found.append(each)
    return tuple(found)


def left_over(window: Interval, taken: Sequence[Interval]) -> Iterator[Interval]:
    """The parts of a window that none of the taken intervals covers, in order; `taken` as `united` gives them.

    A taken interval without length parts what lies before it from what lies after it.
    """
    free_from = window.start
    for each in islice(taken, bisect_right(taken, window.start, key=lambda one: one.end), None):
        if each.start >= window.end:
            break
        if each.start > free_from:
            yield Interval(free_from, each.start)
        free_from = each.end
    if free_from < window.end:
        yield Interval(free_from, window.end)


def clipped(intervals: Iterable[Interval], window: Interval) -> tuple[Interval, ...]:
    """The parts of the intervals that lie in the window; those without length are left out."""
    return tuple(each.shared(window) for each in intervals if each.start < each.end and each.overlaps(window))


def minutes_of(intervals: Iterable[Interval]) -> int:
    """The whole minutes that the intervals take together, no instant counted twice."""
    return sum(each.minutes for each in united(intervals))
