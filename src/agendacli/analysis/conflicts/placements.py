"""What is known of a time, as placements: every way in which the session could lie in time.

A time has one placement or, for a window of days, one for each day on which it could begin. A placement is a row of
blocks, all of them taken: one, or one for each of its days.
"""

from datetime import date, time

from agendacli.analysis.conflicts.instants import HOUR, day_begins, seconds
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import DAY, Days, DayWindow, Hours, Timed, TimeWindow

# Days that belong to no zone are read in UTC; somewhere on earth they begin 14 hours earlier or end 12 hours later.
EASTMOST = 14 * HOUR
WESTMOST = 12 * HOUR

# Two customs, for what is known by its day only: nobody meets at night, and a meeting fills a working day.
NIGHT = 8 * HOUR
WORKING_DAY = 10 * HOUR


@frozen
class Block:
    """One stretch of time whose start and end each lie between two instants (whole seconds, UTC).

    `day` is the civil day of a block that is known by its day; its hours are unknown or it takes the whole day.
    `zone` is None for a day that belongs to no zone: its instants are then those of UTC.

    `by_day` holds the soonest end and the last start that custom allows, where it allows less than the bounds.
    """

    earliest_start: int
    latest_start: int
    earliest_end: int
    latest_end: int
    zone: str | None
    day: date | None = None
    hours_known: bool = True
    by_day: tuple[int, int] | None = None

    @property
    def exact(self) -> bool:
        """Whether both start and end are known."""
        return self.earliest_start == self.latest_start and self.earliest_end == self.latest_end


Placement = tuple[Block, ...]


def placements(occurrence: Occurrence) -> tuple[Placement, ...]:
    """Every placement of an occurrence, in order of time; none for what takes no time at all."""
    when = occurrence.when
    if isinstance(when, Timed | TimeWindow):
        block = timed_block(when) if isinstance(when, Timed) else part_of_day(when)
        return ((block,),) if block.earliest_start < min(block.earliest_end, block.latest_end) else ()
    zone = when.zone or occurrence.place.zone
    candidates = when.candidates if isinstance(when, DayWindow) else (when,)
    found = (_blocks(candidate, zone) for candidate in candidates)
    return tuple(placement for placement in found if placement)


def timed_block(when: Timed) -> Block:
    """The block of a start on the clock. An unknown end lies after the start, and no later than that day's end."""
    start = seconds(when.start, when.zone)
    if when.end is None:
        return Block(start, start, start + 1, day_begins(when.start.date() + DAY, when.zone), when.zone)
    end = seconds(when.end, when.zone)
    return Block(start, start, end, end, when.zone)


def part_of_day(when: TimeWindow) -> Block:
    """The block of something that lies between two wall times; if its length is not known, it is not nothing.

    What opens at midnight ("before 10:00") means the morning by custom.
    """
    opens, closes = seconds(when.start, when.zone), seconds(when.end, when.zone)
    if when.length is None and when.start.time() == time():
        morning = min(opens + NIGHT, closes), closes - 1
        return Block(opens, closes - 1, opens + 1, closes, when.zone, by_day=morning)
    length = 1 if when.length is None else min(int(when.length.total_seconds()), closes - opens)
    return Block(opens, closes - length, opens + length, closes, when.zone)


def day_block(day: date, zone: str | None, *, hours_known: bool) -> Block:
    """The block of a civil day: all of it, or some unknown part of it."""
    begins, ends = day_begins(day, zone or "UTC"), day_begins(day + DAY, zone or "UTC")
    if hours_known:
        return Block(begins, begins, ends, ends, zone, day)
    by_day = begins + WORKING_DAY, ends - WORKING_DAY
    return Block(begins, ends - 1, begins + 1, ends, zone, day, hours_known=False, by_day=by_day)


def outer_bounds(rows: tuple[Placement, ...]) -> tuple[int, int]:
    """The first instant that any placement may touch and the one after the last, wherever a day without zone is."""
    first, last = rows[0][0], rows[-1][-1]
    low = first.earliest_start - (0 if first.zone else EASTMOST)
    return low, last.latest_end + (0 if last.zone else WESTMOST)


def aligned(one: Block, other: Block) -> tuple[Block, Block]:
    """The two blocks with instants that can be compared: a day without a zone is read in the other's zone."""
    if one.zone is None and one.day and other.zone:
        return day_block(one.day, other.zone, hours_known=one.hours_known), other
    if other.zone is None and other.day and one.zone:
        return one, day_block(other.day, one.zone, hours_known=other.hours_known)
    return one, other


def _blocks(when: Days, zone: str | None) -> Placement:
    count = (when.end - when.start).days
    known = when.hours is Hours.ALL
    return tuple(day_block(when.start + n * DAY, zone, hours_known=known) for n in range(count))
