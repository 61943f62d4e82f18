"""Pairs of what stands nearest on a line, the nearest first, without comparing all with all."""

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise

Point = tuple[float, str, int]
"""Where something stands, what decides between equals, and its number."""


def nearest_pairs(old: Sequence[Point], new: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """The numbers of an old and a new one, the nearest two first, then of those that are left; in n log n steps.

    The nearest two always stand side by side, so only neighbours are compared. Of pairs that are equally near the one
    that stands first comes first, whichever side is the old one.
    """
    line = sorted((*((point, True) for point in old), *((point, False) for point in new)))
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    near = [(line[b][0][0] - line[a][0][0], a, b) for a, b in pairwise(range(len(line))) if line[a][1] != line[b][1]]
    heapify(near)
    taken = [False] * len(line)
    while near:
        _, a, b = heappop(near)
        if taken[a] or taken[b]:
            continue
        taken[a] = taken[b] = True
        yield (line[a][0][2], line[b][0][2]) if line[a][1] else (line[b][0][2], line[a][0][2])
        left, right = before[a], after[b]
        if left >= 0:
            after[left] = right
        if right < len(line):
            before[right] = left
        if left >= 0 and right < len(line) and line[left][1] != line[right][1]:
            heappush(near, (line[right][0][0] - line[left][0][0], left, right))
