"""Do two occurrences clash: in every placement that the known facts allow, in some, or in none?

`docs/conflict-rules.md` is this module in words, with the decision table.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from agendacli.analysis.conflicts.instants import DAY, HOUR, MINUTE
from agendacli.analysis.conflicts.placements import NIGHT, WORKING_DAY, Block, Placement, aligned
from agendacli.model.frozen import frozen

# A journey that takes longer cannot lie between two full working days on one day; a shorter one makes two cities one.
FAR = DAY - 2 * WORKING_DAY
HALF_A_DAY = 12 * HOUR

Separated = Callable[[int, int], bool]
"""Whether something else lies wholly between two instants, so that one need not go straight from one to the other."""


@frozen
class Clash:
    """How one placement of each clashes: together in time (`overlap`), or too far apart for the time between.

    `start` and `end` bound the shared time or, apart, the time between; `measured` says that both are known exactly.
    """

    overlap: bool
    certain: bool
    start: int
    end: int
    measured: bool
    days: tuple[date, ...] = ()


@frozen
class Finding:
    """How two occurrences clash in one way, over all placements; the fields are those of a conflict."""

    start: int
    end: int
    certain: bool
    minutes: int | None = None
    days: tuple[date, ...] | None = None
    free: int | None = None
    candidates: int | None = None
    clear: int | None = None


@frozen
class Judgement:
    """How two occurrences clash: by overlap, by travel, by either on different days of a window, or not at all."""

    overlap: Finding | None = None
    travel: Finding | None = None


@frozen
class Outcome:
    """A clash, and the day on which the one window of the pair would begin in it."""

    clash: Clash
    begins: date | None


def judge(
    first: Sequence[Placement], second: Sequence[Placement], journey: int | None, separated: Separated
) -> Judgement:
    """How two occurrences clash, given all placements of each and the seconds from one place to the other."""
    outcomes = tuple(_outcomes(first, second, journey, separated))
    total = len(first) * len(second)
    certain = len(outcomes) == total and all(outcome.clash.certain for outcome in outcomes)
    by_overlap = tuple(outcome for outcome in outcomes if outcome.clash.overlap)
    by_travel = tuple(outcome for outcome in outcomes if not outcome.clash.overlap)
    windows = (len(first) > 1) + (len(second) > 1)
    clear = total - len(outcomes)
    return Judgement(
        _finding(by_overlap, certain=certain, windows=windows, total=total, clear=clear),
        _finding(by_travel, certain=certain, windows=windows, total=total, clear=clear),
    )


def placement_clash(first: Placement, second: Placement, journey: int | None, separated: Separated) -> Clash | None:
    """How one placement of each clashes. Travel counts only where nothing overlaps."""
    pairs = ((one, other) for one in first for other in _near(second, one, journey or 0))
    clashes = [clash for one, other in pairs if (clash := block_clash(one, other, journey, separated))]
    if not clashes:
        return None
    told = [clash for clash in clashes if clash.overlap] or clashes
    return Clash(
        told[0].overlap,
        any(clash.certain for clash in clashes),
        min(clash.start for clash in told),
        max(clash.end for clash in told),
        all(clash.measured for clash in told),
        tuple(sorted({day for clash in told for day in clash.days})),
    )


def block_clash(one: Block, other: Block, journey: int | None, separated: Separated) -> Clash | None:
    """How two blocks clash, if the journey between their places takes so many seconds (None: not known)."""
    one, other = aligned(one, other)
    overlap = _share_a_day(one, other) if one.day and other.day else _may_overlap(one, other)
    if not overlap and not (journey and _too_far(one, other, journey, separated)):
        return None
    certain = _never_kept(one, other, journey or 0)
    start, end = _shared(one, other) if overlap else _between(one, other)
    measured = one.exact and other.exact and not (one.day and other.day)
    day = one.day or other.day
    return Clash(overlap, certain, start, end, measured, () if measured or day is None else (day,))


def _may_overlap(one: Block, other: Block) -> bool:
    return one.earliest_start < other.latest_end and other.earliest_start < one.latest_end


def _share_a_day(one: Block, other: Block) -> bool:
    """Whether two civil days are one day: each as it is there, so that neighbours are not one for a shared hour."""
    apart = abs(one.earliest_start - other.earliest_start)
    return apart < HALF_A_DAY or (apart == HALF_A_DAY and one.day == other.day)


def _too_far(one: Block, other: Block, journey: int, separated: Separated) -> bool:
    """Whether the journey may not fit between two blocks that do not overlap."""
    first, second = sorted((one, other), key=lambda block: (block.earliest_start, block.latest_end))
    if first.latest_end + journey <= second.earliest_start or journey <= _nights_between(first, second):
        return False
    return not separated(first.latest_end, second.earliest_start)


def _nights_between(first: Block, second: Block) -> int:
    """The time that is there for a journey anyway: between two days a night, and every whole day between them."""
    if first.day and second.day:
        return NIGHT + DAY * max(0, round((second.earliest_start - first.latest_end) / DAY))
    return 0 if first.hours_known and second.hours_known else NIGHT


def _never_kept(one: Block, other: Block, journey: int) -> bool:
    """Whether neither can be reached after the other, even if they end and start as may suit."""
    by_day = journey > FAR and not (one.hours_known and other.hours_known)
    return all(
        _soonest_end(first, by_day=by_day) + journey > _last_start(second, by_day=by_day)
        for first, second in ((one, other), (other, one))
    )


def _soonest_end(block: Block, *, by_day: bool) -> int:
    return block.by_day[0] if by_day and block.by_day else block.earliest_end


def _last_start(block: Block, *, by_day: bool) -> int:
    return block.by_day[1] if by_day and block.by_day else block.latest_start


def _shared(one: Block, other: Block) -> tuple[int, int]:
    if one.day and other.day:
        return one.earliest_start, one.latest_end
    return max(one.earliest_start, other.earliest_start), min(one.latest_end, other.latest_end)


def _between(one: Block, other: Block) -> tuple[int, int]:
    if one.day and other.day:
        return one.earliest_start, one.latest_end
    first, second = sorted((one, other), key=lambda block: (block.earliest_start, block.latest_end))
    leaves = first.latest_end if first.exact else first.earliest_start
    return leaves, second.earliest_start if second.exact else second.latest_end


def _near(row: Placement, block: Block, journey: int) -> Placement:
    """The blocks of a row that are near enough in time to clash with a block, whatever their zones."""
    reach = journey + 2 * DAY
    low = bisect_left(row, block.earliest_start - reach, key=lambda each: each.latest_end)
    high = bisect_left(row, block.latest_end + reach, key=lambda each: each.earliest_start)
    return row[low:high]


def _outcomes(
    first: Sequence[Placement], second: Sequence[Placement], journey: int | None, separated: Separated
) -> Iterator[Outcome]:
    for one in first:
        for other in _near_placements(second, one, journey or 0):
            clash = placement_clash(one, other, journey, separated)
            if clash:
                yield Outcome(clash, one[0].day if len(first) > 1 else other[0].day)


def _near_placements(rows: Sequence[Placement], placement: Placement, journey: int) -> Sequence[Placement]:
    reach = journey + 2 * DAY
    low = bisect_left(rows, placement[0].earliest_start - reach, key=lambda each: each[-1].latest_end)
    high = bisect_left(rows, placement[-1].latest_end + reach, key=lambda each: each[0].earliest_start)
    return rows[low:high]


def _finding(outcomes: Sequence[Outcome], *, certain: bool, windows: int, total: int, clear: int) -> Finding | None:
    if not outcomes:
        return None
    clashes = [outcome.clash for outcome in outcomes]
    start, end = min(clash.start for clash in clashes), max(clash.end for clash in clashes)
    if windows:
        begins = sorted({outcome.begins for outcome in outcomes if outcome.begins})
        days = tuple(begins) if windows == 1 else None
        return Finding(start, end, certain, None, days, total - len(outcomes), total, clear)
    [clash] = clashes
    minutes = (end - start) // MINUTE if clash.measured else None
    return Finding(start, end, certain, minutes, clash.days or None)
