"""Which days of two sessions clash: found by how far apart they lie, not pair by pair.

Two days clash like any two others that lie as far apart, as long as no clocks change. So there is one look at each
distance, and one more for each change.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial

from agendacli.analysis.conflicts.times.certainty import Clash, Way, block_clash, earlier_first
from agendacli.analysis.conflicts.times.days import NO_DAYS, Run, Runs, common_days, days_later, union, without
from agendacli.analysis.conflicts.times.instants import DAY, EPOCH_DAY, HOUR, Steady, day_start, steady_days
from agendacli.analysis.conflicts.times.placements import Block, DayRow, block_of_day, day_block
from agendacli.analysis.conflicts.times.sweep import Neighbours
from agendacli.model.frozen import frozen

_LONGEST_DAY = 26 * HOUR
_ZONES_APART = 30 * HOUR  # no two zones are further apart
Gap = Callable[[int], Run]
"""The instants between a day and what it clashes with: when one leaves, and when one has to be there."""

_SLACK = 2  # days round an instant among which is its own, in any zone


@frozen
class ClashingDays:
    """Days of one session by how they clash with those of another that begin `shift` days later (or with its block).

    Some of those that overlap, or are too far apart (`travel`), are `certain`.
    """

    shift: int = 0
    overlap: Runs = NO_DAYS
    travel: Runs = NO_DAYS
    certain: Runs = NO_DAYS

    def __bool__(self) -> bool:
        return bool(self.overlap or self.travel)


def days_with_days(one: DayRow, other: DayRow, way: Way, neighbours: Neighbours) -> Sequence[ClashingDays]:
    """The days of the first that clash with days of the second, by the distance between the two."""
    here, there = common_zones(one, other)
    reach = _reach(way.usual, same_zone=here == there)
    pairs = (
        _at_distance(one, other, shift=shift, way=way, neighbours=neighbours) for shift in range(-reach, reach + 1)
    )
    return [each for each in pairs if each]


def days_with_block(row: DayRow, block: Block, way: Way, neighbours: Neighbours) -> ClashingDays:
    """The days of a row that clash with a block on the clock.

    A day that lies wholly within what the block takes in any case needs no look.
    """
    zone = row.zone or block.zone
    hull, reach = (row.first, row.after), way.usual // DAY + _SLACK
    outer = _cut(hull, _day(block.earliest_start) - reach, _day(block.latest_end) + reach + 1)
    inner = _cut(hull, _day(block.latest_start) + _SLACK, _day(block.earliest_end) - _SLACK)
    edges = [outer] if inner[0] >= inner[1] else [(outer[0], inner[0]), (inner[1], outer[1])]
    clashes = _one_by_one(row, block, zone=zone, way=way, runs=edges)
    found = _among(row.taken, _sorted_out(clashes, inner))
    return _with_journeys(0, found, partial(_gap_to_block, block, zone), neighbours)


def common_zones(one: DayRow, other: DayRow) -> tuple[str, str]:
    """The zones in which the days of two are read: a day without one in the other's."""
    return one.zone or other.zone or "UTC", other.zone or one.zone or "UTC"


def _reach(journey: int, *, same_zone: bool) -> int:
    """How many days apart two days can be that clash."""
    drift = 0 if same_zone else _ZONES_APART
    return (journey + _LONGEST_DAY + drift) // DAY if journey else min(drift, 1)


def _at_distance(one: DayRow, other: DayRow, shift: int, way: Way, neighbours: Neighbours) -> ClashingDays:
    here, there = common_zones(one, other)
    known = one.hours_known, other.hours_known
    hull = _cut((one.first, one.after), other.first - shift, other.after - shift)
    pieces = _pieces(hull, steady_days(here, one.first, one.after), steady_days(there, other.first, other.after), shift)
    clashes = ((run, _alike(offsets, later, shift=shift, known=known, way=way)) for run, offsets, later in pieces)
    found = _among(common_days(one.taken, days_later(other.taken, -shift)), _sorted_out(clashes))
    return _with_journeys(shift, found, partial(_gap_of_days, here, there, shift), neighbours)


def _cut(hull: Run, first: int, after: int) -> Run:
    return max(hull[0], first), min(hull[1], after)


def _day(instant: int) -> int:
    return instant // DAY + EPOCH_DAY


def _pieces(hull: Run, here: Sequence[Steady], there: Sequence[Steady], shift: int) -> Iterator[tuple[Run, Run, Run]]:
    """The days in runs in which no clocks change, neither here nor `shift` days later there, and both offsets."""
    one = other = 0
    day, after = hull
    while day < after:
        while here[one].after <= day:
            one += 1
        while there[other].after <= day + shift:
            other += 1
        ends = min(after, here[one].after, there[other].after - shift)
        yield (day, ends), here[one].offsets, there[other].offsets
        day = ends


@lru_cache(maxsize=4096)
def _alike(
    here: tuple[int, int], there: tuple[int, int], shift: int, known: tuple[bool, bool], way: Way
) -> Clash | None:
    """How any two days clash that lie so far apart and begin and end at these offsets."""
    one = block_of_day(EPOCH_DAY, -here[0], DAY - here[1], "", hours_known=known[0])
    begins, ends = shift * DAY - there[0], (shift + 1) * DAY - there[1]
    return block_clash(one, block_of_day(EPOCH_DAY + shift, begins, ends, "", hours_known=known[1]), way)


def _one_by_one(
    row: DayRow, block: Block, zone: str, way: Way, runs: Iterable[Run]
) -> Iterator[tuple[Run, Clash | None]]:
    for day in (day for run in runs for day in range(*run)):
        yield (day, day + 1), block_clash(day_block(day, zone, hours_known=row.hours_known), block, way)


def _sorted_out(found: Iterable[tuple[Run, Clash | None]], certain: Run = (0, 0)) -> ClashingDays:
    """The days by how they clash; those of one more run overlap for certain."""
    clashing = [(run, clash) for run, clash in found if clash]
    return ClashingDays(
        0,
        union((certain, *(run for run, clash in clashing if clash.overlap))),
        union(run for run, clash in clashing if not clash.overlap),
        union((certain, *(run for run, clash in clashing if clash.certain))),
    )


def _among(days: Runs, found: ClashingDays) -> ClashingDays:
    """Those of the days that are taken at all."""
    overlap, travel, certain = (common_days(each, days) for each in (found.overlap, found.travel, found.certain))
    return ClashingDays(found.shift, overlap, travel, certain)


def _with_journeys(shift: int, found: ClashingDays, gap: Gap, neighbours: Neighbours) -> ClashingDays:
    """The days without those on which something lies between, so that nobody goes straight from one to the other."""
    parted = union(_parted(found.travel, gap, neighbours)) if neighbours.starts else NO_DAYS
    return ClashingDays(shift, found.overlap, without(found.travel, parted), without(found.certain, parted))


def _parted(days: Runs, gap: Gap, neighbours: Neighbours) -> Iterator[Run]:
    """The days on which a neighbour lies wholly in the gap; those on which none can are passed over."""
    for first, after in days:
        day = first
        while day < after:
            leaves, arrives = gap(day)
            end = neighbours.next_end(leaves)
            if end is None:
                return
            if end <= arrives:
                yield day, day + 1
            day += max(1, (end - arrives) // DAY - _SLACK)


def _gap_of_days(here: str, there: str, shift: int, day: int) -> Run:
    """The instants between a day and the one so many days later."""
    one, other = (
        (day_start(each, zone), day_start(each + 1, zone)) for each, zone in ((day, here), (day + shift, there))
    )
    first, second = sorted((one, other))
    return first[1], second[0]


def _gap_to_block(block: Block, zone: str, day: int) -> Run:
    first, second = earlier_first(day_block(day, zone, hours_known=True), block)
    return first.latest_end, second.earliest_start
