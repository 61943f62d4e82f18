"""UTC instants as whole seconds since 1970: what a sweep over a hundred thousand sessions can afford to compare."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from agendacli.model.zones import instant, midnight

DAY = 86_400
HOUR = 3_600
MINUTE = 60
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WALL_EPOCH = EPOCH.replace(tzinfo=None)


def seconds(wall_time: datetime, zone: str) -> int:
    """The instant of a naive wall time in a zone, as `model.zones.instant` has it, in seconds since 1970 UTC.

    Of two instants (the clocks go back) `fold` picks the second. Parts of a second are cut off, as in iCalendar.
    """
    since = wall_time - WALL_EPOCH
    offset = _offset_all_day(since.days, zone)
    if offset is None:
        return since_epoch(instant(wall_time, zone))
    return since.days * DAY + since.seconds - offset


def both_seconds(start: datetime, end: datetime, zone: str) -> tuple[int, int]:
    """The instants of two naive wall times of one zone, as `seconds` has each; quicker for two of one day."""
    first, last = start - WALL_EPOCH, end - WALL_EPOCH
    offset = _offset_all_day(first.days, zone)
    if offset is None or first.days != last.days:
        return seconds(start, zone), seconds(end, zone)
    midnight_there = first.days * DAY - offset
    return midnight_there + first.seconds, midnight_there + last.seconds


def day_begins(day: date, zone: str) -> int:
    """The instant at which a civil day begins in a zone, in seconds since 1970 UTC."""
    return since_epoch(midnight(day, zone))


def moment(since_epoch: int) -> datetime:
    """The UTC instant that lies so many seconds after 1970 began."""
    return EPOCH + timedelta(seconds=since_epoch)


@lru_cache(maxsize=16_384)
def _offset_all_day(number: int, zone: str) -> int | None:
    """The zone's UTC offset in seconds on the day of that number; None if the clocks change on it."""
    day = WALL_EPOCH.date() + timedelta(days=number)
    begins = number * DAY - day_begins(day, zone)
    ends = (number + 1) * DAY - day_begins(day + timedelta(days=1), zone)
    return begins if begins == ends else None


def since_epoch(at: datetime) -> int:
    """The whole seconds from the beginning of 1970 to a UTC instant."""
    return int((at - EPOCH) // timedelta(seconds=1))
