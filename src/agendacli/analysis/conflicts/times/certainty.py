"""How two blocks of time clash: in every way in which both may lie, in some, or in none.

`docs/conflict-rules.md` is this module in words, with the decision table.
"""

from agendacli.analysis.conflicts.times.instants import DAY, HOUR
from agendacli.analysis.conflicts.times.placements import NIGHT, WORKING_DAY, Block
from agendacli.model.frozen import frozen

# A journey that takes longer cannot lie between two full working days on one day; a shorter one makes two cities one.
FAR = DAY - 2 * WORKING_DAY
HALF_A_DAY = 12 * HOUR


@frozen
class Way:
    """The seconds from one place to another: at least, and usually. A time that is stated is both.

    A way that is not known is as long as it may be. `hangs_on` says which doubts about rooms make it longer or shorter.
    """

    least: int
    usual: int
    is_estimate: bool = False
    is_known: bool = True
    hangs_on: tuple[str, ...] = ()


def exactly(seconds: int) -> Way:
    """A way whose length is known."""
    return Way(seconds, seconds)


NO_WAY = exactly(0)


@frozen
class Clash:
    """How two blocks clash: together in time (`overlap`), or too far apart for the time between.

    `start` and `end` bound the shared time or, apart, the time between; `measured` says that both are known exactly.
    """

    overlap: bool
    certain: bool
    start: int
    end: int
    measured: bool


def block_clash(one: Block, other: Block, way: Way) -> Clash | None:
    """How two blocks clash that lie so far apart; what parts them on the way is not looked at."""
    overlap = _share_a_day(one, other) if one.day and other.day else _may_overlap(one, other)
    if not overlap and not (way.usual and _too_far(one, other, way.usual)):
        return None
    start, end = _shared(one, other) if overlap else between(one, other)
    measured = one.exact and other.exact and not (one.day and other.day)
    return Clash(overlap, certain=_never_kept(one, other, way.least), start=start, end=end, measured=measured)


def earlier_first(one: Block, other: Block) -> tuple[Block, Block]:
    """The two blocks, the earlier one first."""
    is_first = (one.earliest_start, one.latest_end) <= (other.earliest_start, other.latest_end)
    return (one, other) if is_first else (other, one)


def between(one: Block, other: Block) -> tuple[int, int]:
    """The time between two blocks that do not overlap, or its outer bounds."""
    if one.day and other.day:
        return one.earliest_start, one.latest_end
    first, second = earlier_first(one, other)
    leaves = first.latest_end if first.exact else first.earliest_start
    return leaves, second.earliest_start if second.exact else second.latest_end


def _may_overlap(one: Block, other: Block) -> bool:
    return one.earliest_start < other.latest_end and other.earliest_start < one.latest_end


def _share_a_day(one: Block, other: Block) -> bool:
    """Whether two civil days are one day: each as it is there, so that neighbours are not one for a shared hour."""
    apart = abs(one.earliest_start - other.earliest_start)
    return apart < HALF_A_DAY or (apart == HALF_A_DAY and one.day == other.day)


def _too_far(one: Block, other: Block, journey: int) -> bool:
    """Whether the journey may not fit between two blocks that do not overlap."""
    first, second = earlier_first(one, other)
    return first.latest_end + journey > second.earliest_start and journey > _nights_between(first, second)


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
