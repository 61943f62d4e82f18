"""Do two occurrences clash: in every placement that the known facts allow, in some, or in none?

Windows have as many placements as days on which they may begin. These are not tried: what counts is how far apart two
of them begin.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from math import prod

from agendacli.analysis.conflicts.times.certainty import Way, block_clash, earlier_first
from agendacli.analysis.conflicts.times.day_pairs import ClashingDays, common_zones, days_with_block, days_with_days
from agendacli.analysis.conflicts.times.days import (
    NO_DAYS,
    DayRuns,
    Runs,
    common_days,
    days_later,
    size,
    union,
    widened,
    without,
)
from agendacli.analysis.conflicts.times.instants import MINUTE, day_start
from agendacli.analysis.conflicts.times.placements import Block, DayRow, Shape, day_block
from agendacli.analysis.conflicts.times.sweep import Neighbours
from agendacli.model.frozen import frozen

Span = Callable[[Runs], tuple[int, int, bool]]
"""Of days of the first session that clash: when that begins and ends, and whether both are known exactly."""


@frozen
class Finding:
    """How two occurrences clash in one way, over all placements; the fields are those of a conflict."""

    start: int
    end: int
    certain: bool
    minutes: int | None = None
    days: DayRuns | None = None
    free: int | None = None
    candidates: int | None = None
    clear: int | None = None


@frozen
class Judgement:
    """How two occurrences clash: by overlap, by travel, by either on different days of a window, or not at all."""

    overlap: Finding | None = None
    travel: Finding | None = None


NO_CLASH = Judgement()


@frozen
class Reach:
    """Clashing days, and what takes them: it begins from `least` to `most` (exclusive) days before each of them.

    `back` leads from these days to those of the first session.
    """

    days: ClashingDays
    least: int
    most: int
    back: int = 0

    def starts(self, days: Runs) -> Runs:
        """Where something may begin that takes any of some days."""
        return widened(days, self.most - 1, -self.least)

    def journeys(self, starts: Runs) -> Runs:
        """The first session's days of travel among those that something takes which begins on any of some days."""
        return days_later(common_days(widened(starts, -self.least, self.most - 1), self.days.travel), self.back)


@frozen
class ClashingStarts:
    """The days on which one of two may begin so that it clashes with the other, and how many clash for certain.

    `journeys` are the days of the first session that lie too near to a day of the other.
    """

    overlap: Runs
    travel: Runs
    certain: int
    journeys: Runs


@frozen
class Counts:
    """How many windows there are, how many placements of both, how many of these are clear, and whether all clash."""

    windows: int
    total: int
    clear: int
    certain: bool


def judge(first: Shape, second: Shape, way: Way, neighbours: Neighbours) -> Judgement:
    """How two occurrences clash, given all placements of each and the way from one place to the other.

    The `neighbours` are what one may go to in between, so that there is no need to go straight.
    """
    if isinstance(first, Block) and isinstance(second, Block):
        return _blocks(first, second, way, neighbours)
    if isinstance(first, Block):
        return judge(second, first, way, neighbours)
    if isinstance(second, Block):
        return _row_and_block(first, second, way, neighbours)
    return _rows(first, second, way, neighbours)


def _blocks(one: Block, other: Block, way: Way, neighbours: Neighbours) -> Judgement:
    clash = block_clash(one, other, way)
    if clash is None:
        return NO_CLASH
    minutes = (clash.end - clash.start) // MINUTE if clash.measured else None
    found = Finding(clash.start, clash.end, clash.certain, minutes)
    if clash.overlap:
        return Judgement(overlap=found)
    leaves, arrives = earlier_first(one, other)
    return NO_CLASH if neighbours.separate(leaves.latest_end, arrives.earliest_start) else Judgement(travel=found)


def _row_and_block(row: DayRow, block: Block, way: Way, neighbours: Neighbours) -> Judgement:
    days = days_with_block(row, block, way, neighbours)
    if not days:
        return NO_CLASH
    counted = _counted([Reach(days, 0, row.days)], row.begins)
    span = partial(_span_with_block, row, block, way)
    return _judgement([counted], days.overlap, span, _windows(row))


def _rows(one: DayRow, other: DayRow, way: Way, neighbours: Neighbours) -> Judgement:
    pairs = days_with_days(one, other, way, neighbours)
    if not pairs:
        return NO_CLASH
    together = union(run for each in pairs for run in each.overlap)
    span = partial(_span_of_days, common_zones(one, other)[0])
    return _judgement([*_all_counted(one, other, pairs)], together, span, _windows(one, other))


def _all_counted(one: DayRow, other: DayRow, pairs: Sequence[ClashingDays]) -> Iterator[ClashingStarts]:
    """One count where at most one of the two is a window, else one for each distance between their first days."""
    if other.candidates == 1:
        yield _counted([Reach(each, 0, one.days) for each in pairs], one.begins)
    elif one.candidates == 1:
        seen = [Reach(_seen_from_the_other(each), 0, other.days, -each.shift) for each in pairs]
        yield _counted(seen, other.begins)
    else:
        for apart in _distances(one, other, pairs):
            yield _counted(_reaches(one.days, other.days, apart, pairs), _first_days(one, other, apart))


def _windows(*rows: DayRow) -> Sequence[DayRow]:
    return [row for row in rows if row.candidates > 1]


def _seen_from_the_other(days: ClashingDays) -> ClashingDays:
    """The days of the other session that clash."""
    overlap, travel, certain = (days_later(each, days.shift) for each in (days.overlap, days.travel, days.certain))
    return ClashingDays(days.shift, overlap, travel, certain)


def _distances(one: DayRow, other: DayRow, pairs: Sequence[ClashingDays]) -> Iterable[int]:
    """How many days after the first the other may begin so that days of both clash."""
    first = max(pairs[0].shift - other.days + 1, other.begins[0][0] - one.begins[-1][1] + 1)
    last = min(pairs[-1].shift + one.days - 1, other.begins[-1][1] - 1 - one.begins[0][0])
    return range(first, last + 1)


def _reaches(days: int, others: int, apart: int, pairs: Sequence[ClashingDays]) -> Sequence[Reach]:
    """What takes both days of a clash: the one session for `days` days, the other so much later for `others`."""
    found = (Reach(each, max(0, apart - each.shift), min(days, apart - each.shift + others)) for each in pairs)
    return [each for each in found if each.least < each.most]


def _first_days(one: DayRow, other: DayRow, apart: int) -> Runs:
    """The days on which the first may begin so that the other may begin so many days later."""
    return common_days(one.begins, days_later(other.begins, -apart))


def _counted(reaches: Sequence[Reach], allowed: Runs) -> ClashingStarts:
    overlap = _starts(((each, each.days.overlap) for each in reaches), allowed)
    travel = without(_starts(((each, each.days.travel) for each in reaches), allowed), overlap)
    certain = _starts(((each, each.days.certain) for each in reaches), allowed)
    journeys = union(run for each in reaches for run in each.journeys(travel)) if travel else NO_DAYS
    return ClashingStarts(overlap, travel, size(certain), journeys)


def _starts(found: Iterable[tuple[Reach, Runs]], allowed: Runs) -> Runs:
    return common_days(union(run for reach, days in found if days for run in reach.starts(days)), allowed)


def _judgement(counted: Sequence[ClashingStarts], together: Runs, span: Span, windows: Sequence[DayRow]) -> Judgement:
    """What the counts come to; `together` are the days of the first session on which the two overlap."""
    overlap, travel = [each.overlap for each in counted], [each.travel for each in counted]
    total = prod(each.candidates for each in windows)
    certain = sum(each.certain for each in counted) == total
    counts = Counts(len(windows), total, total - sum(map(size, (*overlap, *travel))), certain=certain)
    journeys = union(run for each in counted for run in each.journeys)
    return Judgement(_finding(together, overlap, span, counts), _finding(journeys, travel, span, counts))


def _finding(days: Runs, starts: Sequence[Runs], span: Span, counts: Counts) -> Finding | None:
    if not any(starts):
        return None
    start, end, measured = span(days)
    if not counts.windows:
        minutes, on = ((end - start) // MINUTE, None) if measured else (None, DayRuns(days))
        return Finding(start, end=end, certain=counts.certain, minutes=minutes, days=on)
    begins = DayRuns(starts[0]) if counts.windows == 1 else None
    free = counts.total - sum(map(size, starts))
    return Finding(
        start,
        end=end,
        certain=counts.certain,
        minutes=None,
        days=begins,
        free=free,
        candidates=counts.total,
        clear=counts.clear,
    )


def _span_of_days(zone: str, days: Runs) -> tuple[int, int, bool]:
    return day_start(days[0][0], zone), day_start(days[-1][1], zone), False


def _span_with_block(row: DayRow, block: Block, way: Way, days: Runs) -> tuple[int, int, bool]:
    """From the clash of the first of the days to that of the last one."""
    ends = (
        day_block(day, row.zone or block.zone, hours_known=row.hours_known) for day in (days[0][0], days[-1][1] - 1)
    )
    first, last = (clash for each in ends if (clash := block_clash(each, block, way)))
    return first.start, last.end, first.measured
