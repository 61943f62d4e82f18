"""Sessions that repeat before they end: they overlap themselves, and a few occurrences show all that thousands do."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from agendacli.analysis.conflicts.columns import Columns, Repeated
from agendacli.analysis.conflicts.times.placements import EASTMOST, WESTMOST

MANY = 500
"""How often times of one session may overlap each other until only as many are kept as cover the same stretches."""

Row = tuple[int, int, int]
"""The bounds of an occurrence, and its number."""


def self_overlaps(columns: Columns, attending: frozenset[str] | None = None) -> Repeated:
    """What overlaps itself, and the times of it that need not be looked at because it does so over and over.

    What remains covers every instant that all of them cover, so nothing that clashes with such a session is missed; of
    those in `attending` and of the others each. The first two that overlap each other remain.
    """
    series = [rows for members in _series(columns, attending) if _meet(rows := _rows(columns, members))]
    left_out = {number for rows in series for number in _needless(rows)}
    sessions = frozenset(id(columns.occurrences[rows[0][2]].session) for rows in series)
    thinned = frozenset(id(columns.occurrences[number].session) for number in left_out)
    return Repeated(sessions, thinned, frozenset(left_out))


def _series(columns: Columns, attending: frozenset[str] | None) -> Iterator[list[int]]:
    """The times of each repeated session, wanted ones apart."""
    found: dict[int, list[int]] = defaultdict(list)
    for number in columns.repeated:
        found[id(columns.occurrences[number].session)].append(number)
    for members in found.values():
        if attending is None:
            yield members
        else:
            wanted = {number for number in members if columns.occurrences[number].id in attending}
            yield sorted(wanted)
            yield [number for number in members if number not in wanted]


def _rows(columns: Columns, members: Sequence[int]) -> Sequence[Row]:
    return sorted((*_stretch(columns, number), number) for number in members)


def _meet(rows: Sequence[Row]) -> bool:
    """Whether any two of them overlap: then two do that stand side by side."""
    return any(other[0] < one[1] for one, other in pairwise(rows))


def _needless(rows: Sequence[Row]) -> set[int]:
    """Of the times of one session, those that can be left out; none unless they overlap each other many times."""
    starts = [low for low, _, _ in rows]
    if sum(bisect_left(starts, high) - place for place, (_, high, _) in enumerate(rows, 1)) <= MANY:
        return set()
    first = next(place for place, (one, other) in enumerate(pairwise(rows)) if other[0] < one[1])
    numbers = {number for _, _, number in rows}
    return numbers.difference(_cover(rows), (number for _, _, number in rows[first : first + 2]))


def _stretch(columns: Columns, number: int) -> tuple[int, int]:
    """The bounds of one; of days that belong to no zone those in UTC, so that a day does not overlap the next one."""
    low, high, occurrence = columns.low[number], columns.high[number], columns.occurrences[number]
    if number in columns.loose and not (occurrence.zone or occurrence.place.zone):
        return low + EASTMOST, high - WESTMOST
    return low, high


def _cover(rows: Sequence[Row]) -> Iterator[int]:
    """As few of them as cover every instant that all of them cover; they stand in order of their starts."""
    reach, (_, furthest, best) = rows[0][0], rows[0]
    for low, high, number in rows:
        if low > reach:
            yield best
            reach = max(furthest, low)
        if high > furthest:
            furthest, best = high, number
    yield best
