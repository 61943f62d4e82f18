"""What is known of a time, as placements: every way in which the session could lie in time.

On the clock that is one block; by days it is a row of them, or as many rows as there are days on which it may begin.
Thousands of days are never made: a row is a few numbers.
"""

from datetime import time

from agendacli.analysis.conflicts.times.days import Runs, size, union, widened
from agendacli.analysis.conflicts.times.instants import HOUR, day_begins, day_start, seconds
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

    `day` is the ordinal of the civil day of a block that is known by its day; its hours are unknown or it takes the
    whole day. `by_day` holds the soonest end and the last start that custom allows, where it allows less than the
    bounds.
    """

    earliest_start: int
    latest_start: int
    earliest_end: int
    latest_end: int
    zone: str
    day: int | None = None
    hours_known: bool = True
    by_day: tuple[int, int] | None = None

    candidates = 1

    @property
    def exact(self) -> bool:
        """Whether both start and end are known."""
        return self.earliest_start == self.latest_start and self.earliest_end == self.latest_end

    @property
    def takes_time(self) -> bool:
        """Whether it ends after it begins."""
        return self.earliest_start < min(self.earliest_end, self.latest_end)


@frozen
class DayRow:
    """So many days in a row, each of them taken, the first of which is any of `begins` (ordinals).

    `zone` is None for days that belong to no zone.
    """

    begins: Runs
    days: int
    zone: str | None
    hours_known: bool

    @property
    def takes_time(self) -> bool:
        """Whether there is a day that may be taken."""
        return bool(self.begins) and self.days > 0

    @property
    def first(self) -> int:
        """The first day that may be taken."""
        return self.begins[0][0]

    @property
    def after(self) -> int:
        """The day after the last one that may be taken."""
        return self.begins[-1][1] + self.days - 1

    @property
    def candidates(self) -> int:
        """On how many days it may begin."""
        return size(self.begins)

    @property
    def taken(self) -> Runs:
        """The days that may be taken."""
        return widened(self.begins, 0, self.days - 1)


Shape = Block | DayRow
"""All placements of an occurrence."""


def shape(occurrence: Occurrence) -> Shape:
    """Every placement of an occurrence."""
    when = occurrence.when
    if isinstance(when, Timed | TimeWindow):
        return timed_block(when) if isinstance(when, Timed) else part_of_day(when)
    return _row(when, when.zone or occurrence.place.zone)


def timed_block(when: Timed) -> Block:
    """The block of a start on the clock. An unknown end lies after the start, and no later than that day's end."""
    start = seconds(when.start, when.zone)
    if when.end is None:
        return Block(
            start,
            latest_start=start,
            earliest_end=start + 1,
            latest_end=day_begins(when.start.date() + DAY, when.zone),
            zone=when.zone,
        )
    end = seconds(when.end, when.zone)
    return Block(start, latest_start=start, earliest_end=end, latest_end=end, zone=when.zone)


def part_of_day(when: TimeWindow) -> Block:
    """The block of something that lies between two wall times; if its length is not known, it is not nothing.

    What opens at midnight ("before 10:00") means the morning by custom.
    """
    opens, closes = seconds(when.start, when.zone), seconds(when.end, when.zone)
    if when.length is None and when.start.time() == time():
        morning = min(opens + NIGHT, closes), closes - 1
        return Block(
            opens, latest_start=closes - 1, earliest_end=opens + 1, latest_end=closes, zone=when.zone, by_day=morning
        )
    length = 1 if when.length is None else min(int(when.length.total_seconds()), closes - opens)
    return Block(opens, latest_start=closes - length, earliest_end=opens + length, latest_end=closes, zone=when.zone)


def day_block(day: int, zone: str, *, hours_known: bool) -> Block:
    """The block of a civil day: all of it, or some unknown part of it."""
    return block_of_day(day, day_start(day, zone), day_start(day + 1, zone), zone, hours_known=hours_known)


def block_of_day(day: int, begins: int, ends: int, zone: str, *, hours_known: bool) -> Block:
    """The block of a day between two instants."""
    if hours_known:
        return Block(begins, latest_start=begins, earliest_end=ends, latest_end=ends, zone=zone, day=day)
    by_day = begins + WORKING_DAY, ends - WORKING_DAY
    return Block(
        begins,
        latest_start=ends - 1,
        earliest_end=begins + 1,
        latest_end=ends,
        zone=zone,
        day=day,
        hours_known=False,
        by_day=by_day,
    )


def outer_bounds(known: Shape) -> tuple[int, int]:
    """The first instant that any placement may touch and the one after the last, wherever a day without zone is."""
    if isinstance(known, Block):
        return known.earliest_start, known.latest_end
    low, high = (day_start(day, known.zone or "UTC") for day in (known.first, known.after))
    return (low, high) if known.zone else (low - EASTMOST, high + WESTMOST)


def _row(when: Days | DayWindow, zone: str | None) -> DayRow:
    first, after = when.start.toordinal(), when.end.toordinal()
    if isinstance(when, Days):
        return DayRow([(first, first + 1)], after - first, zone, when.hours is Hours.ALL)
    days = when.days or 1
    some = ((day.toordinal(), day.toordinal() + 1) for day in when.among)
    return DayRow(union(some if when.among else [(first, after - days + 1)]), days, zone, hours_known=False)
