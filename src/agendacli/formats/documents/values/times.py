"""The hours of each slot in minutes: half of the day, ends that rows say, with a doubt for what is inferred."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.hours import HoursWords
from agendacli.formats.documents.values.told import Told
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded
from agendacli.words.times.times_of_day import TimeOfDay

_HALF, _DAY, _HOUR = 720, 1440, 60
_EARLIEST = 7 * _HOUR
_LEAP = 9 * _HOUR
_LONGEST = 10 * _HOUR
_EVENING_WORDS = re.compile(
    r"(?:\w+ ){0,2}(?:dinner|supper|abendessen|diner|cena|evening|abend|soiree|nightcap|banquet)\b"
)
_OF_DAY = re.compile(r"\d *(?:Uhr|uhr|[hH](?:\d\d)?)\b")  # where nobody counts in twelve hours
NEXT_ROW = "the end is where the next row begins"
"""Why the end of what stands in a grid of starts is doubted; one without a cell over several rows says no ends."""

_EVENING, _SMALL_HOURS = 18 * _HOUR, 6 * _HOUR


@frozen
class SlotTimes:
    """The start and the end of a slot."""

    start: Told[int]
    end: Told[int | None]


@dataclass(slots=True)
class _Clock:
    """How the document writes its times, and the start of the last slot of each day."""

    is_whole_day: bool
    drawn: frozenset[int] = frozenset()  # the hours of grids that draw how long something lasts
    last: dict[object, int] = field(default_factory=dict)


def slot_times(slots: Sequence[Slot]) -> tuple[SlotTimes, ...]:
    """The hours of all slots, in order: where no half of the day is said, what fits what stands before."""
    times = [time for slot in slots for time in (slot.hours.start, slot.hours.end) if time]
    grids = (slot.grid for slot in slots if slot.grid)
    drawn = frozenset(id(each.hours) for each in grids if each.rows > 1)
    is_whole_day = any(each.is_of_whole_day for each in times) or any(_OF_DAY.search(each.hours.text) for each in slots)
    clock = _Clock(is_whole_day, drawn)
    return tuple(_reading(slot, clock) for slot in slots)


def clock_words(minutes: int) -> str:
    """`10:15`; a time on the next day is told by its hour of that day."""
    return f"{minutes // _HOUR % 24:02}:{minutes % _HOUR:02}"


def _reading(slot: Slot, clock: _Clock) -> SlotTimes:
    hours, day = slot.hours, slot.day
    before = clock.last.get(day)
    start = _start(hours, clock, before, slot_says_evening=_is_of_evening(slot))
    end = _end(hours, start.value, clock)
    if slot.end_at and hours.end and hours.end.is_number and not slot.is_row:
        end = end.doubted(f"a number behind other words: {slot.end_at.text}")
    if hours.is_approximate:
        start = start.doubted("about that time")
    if not _is_inside_row(slot):
        clock.last[day] = start.value
    return _in_grid(
        slot,
        SlotTimes(Told(start.value, (slot.at,), start.doubts), Told(end.value, (slot.end_at or slot.at,), end.doubts)),
        clock,
    )


def _is_inside_row(slot: Slot) -> bool:
    """Whether a slot has a time of its own in a cell of a grid, beside which the row goes on."""
    grid = slot.grid
    return grid is not None and grid.row in grid.hours and slot.hours is not grid.hours[grid.row]


def _is_of_evening(slot: Slot) -> bool:
    """Whether the first words of a slot name what takes place in the evening."""
    return any(_EVENING_WORDS.match(folded(line.text)) for line in slot.texts()[:1])


def _options(time: TimeOfDay, clock: _Clock) -> tuple[int, ...]:
    """What a time may mean."""
    if time.half == "a" and time.plain >= _HALF:
        return (time.plain - _HALF, time.plain)
    if time.half or time.is_midnight:
        return time.minutes(is_loose=False)[:1]
    if clock.is_whole_day or time.plain >= _HALF + _HOUR or time.plain < _HOUR:
        return (time.plain,)
    return tuple(sorted((time.plain % _HALF, time.plain % _HALF + _HALF)))


def _options_of_start(hours: HoursWords, clock: _Clock) -> tuple[int, ...]:
    """What the start may mean: in either half of the day, too, where the mark stands behind the end alone."""
    start = hours.start
    shares = hours.end is not None and hours.end.half == "p" and start.half is None and _HOUR <= start.plain < _HALF
    return (start.plain, start.plain + _HALF) if shares else _options(start, clock)


def _start(hours: HoursWords, clock: _Clock, before: int | None, *, slot_says_evening: bool) -> Told[int]:
    options = _options_of_start(hours, clock)
    if len(options) == 1:
        return Told(options[0])
    if hours.start.half:  # 12 a.m. is midnight, but for many who write it noon
        is_noon = before is not None and before >= _EARLIEST
        return (
            Told[int](options[1], (), ("12 a.m. is taken for noon, after what comes before",))
            if is_noon
            else Told(options[0])
        )
    if hours.end and hours.end.half:
        end = _options(hours.end, clock)[-1]
        return Told(max((each for each in options if each < end), default=options[0]))
    if slot_says_evening:
        return Told(options[1], (), ("half of the day inferred: it is an evening",))
    if before is None:
        morning, afternoon = options
        return Told(afternoon, (), ("half of the day inferred",)) if morning < _EARLIEST else Told(morning)
    return _by_order(options, before)


def _by_order(options: tuple[int, ...], before: int) -> Told[int]:
    """The start that fits what stands before; where that were at night, the list goes back."""
    fitting = next((each for each in options if each >= before), options[0])
    if fitting - before > _LEAP and options[0] >= _EARLIEST:
        return Told(options[0], (), ("no a.m. or p.m. is printed, and it stands below what begins later",))
    is_plain = fitting < _HALF + _HOUR
    reason = "no a.m. or p.m. is printed: taken for the afternoon, after what comes before"
    return Told(fitting, (), () if is_plain else (reason,))


def _end(hours: HoursWords, start: int, clock: _Clock) -> Told[int | None]:
    if hours.end is None:
        return Told(
            None,
            (),
            ("a dash, and no end behind it",) if hours.is_open and hours.text.rstrip()[-1] in "-–—\u00ad" else (),
        )
    options = _options(hours.end, clock)
    later = [each for each in options if each > start]
    end = min(later) if later else options[-1]
    if end > start:
        long = end - start > _LONGEST and start < _EVENING
        return Told[int | None](end).doubted("longer than ten hours" if long else "")
    if end == 0:
        return Told(_DAY)
    if start >= _EVENING and end <= _SMALL_HOURS:
        return Told(end + _DAY, (), ("ends on the next day",))
    if hours.end.half == "a" and end + _HALF > start:
        end += _HALF
        return Told(end, (), (f"`{hours.text.strip()}` is printed: taken for {clock_words(end)}",))
    return Told(None, (), (f"`{hours.text.strip()}` is printed, which ends before it begins",))


def _in_grid(slot: Slot, reading: SlotTimes, clock: _Clock) -> SlotTimes:
    """The reading with the end of the last row over which a cell of a grid goes, or the start of the row below."""
    grid = slot.grid
    if grid is None or slot.hours is not grid.hours.get(grid.row):
        return reading
    start, end = reading.start.value, reading.end.value
    within = [hours for row, hours in sorted(grid.hours.items()) if grid.row < row < grid.row + grid.rows]
    last = _end(within[-1], start, clock).value if within and within[-1].end else None
    if last is not None and end is not None and last > end:
        return SlotTimes(reading.start, Told(last, reading.end.lines, ("its cell goes over several rows",)))
    below = [hours for row, hours in sorted(grid.hours.items()) if row >= grid.row + grid.rows]
    are_ranges = 2 * sum(each.end is not None for each in grid.hours.values()) > len(grid.hours)
    if end is None and below and id(grid.hours) in clock.drawn and not are_ranges:
        found = min((each for each in _options(below[0].start, clock) if each > start), default=None)
        if found:
            return SlotTimes(reading.start, Told(found, reading.end.lines, (NEXT_ROW,)))
    return reading
