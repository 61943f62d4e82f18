"""UTC instants as whole seconds since 1970: what a sweep over a hundred thousand sessions can afford to compare."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from agendacli.model.zones import instant, midnight

DAY = 86_400
HOUR = 3_600
MINUTE = 60
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EPOCH_DAY = EPOCH.toordinal()


def seconds(wall_time: datetime, zone: str) -> int:
    """The instant of a naive wall time in a zone, as `model.zones.instant` has it, in seconds since 1970 UTC.

    Of two instants (the clocks go back) `fold` picks the second. Parts of a second are cut off, as in iCalendar.
    """
    ordinal = wall_time.toordinal()
    offset = _offset_all_day(ordinal, zone)
    if offset is None:
        return since_epoch(instant(wall_time, zone))
    clock = wall_time.hour * HOUR + wall_time.minute * MINUTE + wall_time.second
    return (ordinal - EPOCH_DAY) * DAY + clock - offset


def day_begins(day: date, zone: str) -> int:
    """The instant at which a civil day begins in a zone, in seconds since 1970 UTC."""
    return since_epoch(midnight(day, zone))


def moment(since_epoch: int) -> datetime:
    """The UTC instant that lies so many seconds after 1970 began."""
    return EPOCH + timedelta(seconds=since_epoch)


@lru_cache(maxsize=16_384)
def _offset_all_day(ordinal: int, zone: str) -> int | None:
    """The zone's UTC offset in seconds on a day that has only one; None for a day on which the clocks change."""
    begins = (ordinal - EPOCH_DAY) * DAY - day_begins(date.fromordinal(ordinal), zone)
    ends = (ordinal + 1 - EPOCH_DAY) * DAY - day_begins(date.fromordinal(ordinal + 1), zone)
    return begins if begins == ends else None


def since_epoch(at: datetime) -> int:
    """The whole seconds from the beginning of 1970 to a UTC instant."""
    return int((at - EPOCH) // timedelta(seconds=1))
