"""Pairs of sessions at both of which one person cannot be, or may not be able to, but for plain overlaps.

An overlap of two sessions that surely take place, at times that are known, needs no judging: it is seen by counting.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from agendacli.analysis.conflicts.wording import way_unknowns
from agendacli.analysis.cover.stops import Coverage, Stops
from agendacli.analysis.cover.verdicts import Verdict, verdict
from agendacli.model.frozen import frozen


@frozen
class Tie:
    """Two sessions by their indexes on the board, and the verdict on them."""

    sessions: tuple[int, int]
    verdict: Verdict


def ties(coverage: Coverage) -> Iterator[Tie]:
    """Every pair but for plain overlaps."""
    yield from _too_far(coverage)
    if coverage.unsettled:
        yield from _of_unsettled(coverage, Stops.of(coverage, coverage.indexes, coverage.grounds.usual))


def _too_far(coverage: Coverage) -> Iterator[Tie]:
    """Settled sessions of which one begins before somebody can be there who comes from the other."""
    stops = Stops.of(coverage, coverage.settled, coverage.grounds.usual)
    by_ground = _by_ground(stops) if stops.longest else {}
    for one, ground in enumerate(stops.grounds if by_ground else ()):
        for there in stops.grounds_soon(one):
            for other in _soon(stops, one, by_ground[there], stops.gap(stops.places[ground], stops.places[there])):
                yield Tie((stops.indexes[one], stops.indexes[other]), _of_way(coverage, stops, one, other))


def _by_ground(stops: Stops) -> dict[int, Sequence[int]]:
    """The stops of each ground in order of their starts."""
    found: dict[int, list[int]] = {}
    for stop in stops.order:
        found.setdefault(stops.grounds[stop], []).append(stop)
    return {ground: tuple(each) for ground, each in found.items()}


def _soon(stops: Stops, one: int, others: Sequence[int], gap: int) -> Sequence[int]:
    """Those that begin after a stop has ended, but sooner than so many seconds later."""
    end = stops.ends[one]
    first = bisect_left(others, end, key=stops.starts.__getitem__)
    return others[first : bisect_left(others, end + gap, first, key=stops.starts.__getitem__)]


def _of_way(coverage: Coverage, stops: Stops, one: int, other: int) -> Verdict:
    """The verdict on two settled sessions between which there is too little time: as long as the way takes."""
    first, second = stops.indexes[one], stops.indexes[other]
    way = coverage.grounds.way(
        coverage.spots[coverage.board.places[first]], coverage.spots[coverage.board.places[second]]
    )
    start, is_sure = stops.ends[one], stops.starts[other] - stops.ends[one] < way.least
    if is_sure:
        return Verdict(((start, start + way.least),))
    told = way_unknowns(coverage.board.occurrence(first), coverage.board.occurrence(second), way)
    return Verdict(((start, start + way.usual),), told)


def _of_unsettled(coverage: Coverage, stops: Stops) -> Iterator[Tie]:
    for one, other in _pairs(coverage, stops):
        pair = stops.indexes[one], stops.indexes[other]
        if stops.clash(one, other) and (found := verdict(coverage, *pair)):
            yield Tie(pair, found)


def _pairs(coverage: Coverage, stops: Stops) -> Iterator[tuple[int, int]]:
    """Every pair near enough to clash, once, of which one at least is not settled."""
    order = stops.order
    for place, one in enumerate(order):
        after = bisect_right(order, stops.ends[one] + stops.longest, place, key=stops.starts.__getitem__)
        others: Iterable[int] = order[place + 1 : after]
        if stops.indexes[one] not in coverage.unsettled:
            others = (each for each in others if stops.indexes[each] in coverage.unsettled)
        yield from ((one, each) for each in others)
