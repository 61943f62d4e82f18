"""UTC instants as whole seconds: what a sweep over a hundred thousand sessions can afford to compare."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from agendacli.model.zones import instant, midnight, steady_offset

DAY = 86_400
HOUR = 3_600
MINUTE = 60
EPOCH = datetime(2010, 1, 1, tzinfo=UTC)
"""Where the seconds begin: the numbers of our decades then have 30 bits, and such Python sorts in half the time."""

WALL_EPOCH = EPOCH.replace(tzinfo=None)
EPOCH_DAY = WALL_EPOCH.toordinal()
UNSTEADY = -(1 << 60)
"""In place of the midnight of a day on which clocks change: with any time of day added it lies before everything."""


class Midnights(dict[int, int]):
    """The instant at which each civil day of a zone begins, by the days since the epoch; worked out when asked for.

    A time of that day lies so many seconds later as its clock says. Where the clocks change on the day that does not
    hold, and it is `UNSTEADY`.
    """

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone

    def __missing__(self, number: int) -> int:
        offset = _offset_all_day(number, self._zone)
        begins = self[number] = UNSTEADY if offset is None else number * DAY - offset
        return begins


class ZoneMidnights(dict[str, Midnights]):
    """The midnights of every zone by its name."""

    def __missing__(self, zone: str) -> Midnights:
        found = self[zone] = Midnights(zone)
        return found


def seconds(wall_time: datetime, zone: str) -> int:
    """The instant of a naive wall time in a zone, as `model.zones.instant` has it, in seconds since the epoch.

    Of two instants (the clocks go back) `fold` picks the second. Parts of a second are cut off, as in iCalendar.
    """
    since = wall_time - WALL_EPOCH
    offset = _offset_all_day(since.days, zone)
    if offset is None:
        return since_epoch(instant(wall_time, zone))
    return since.days * DAY + since.seconds - offset


def day_begins(day: date, zone: str) -> int:
    """The instant at which a civil day begins in a zone, in seconds since the epoch."""
    return since_epoch(midnight(day, zone))


def moment(since_epoch: int) -> datetime:
    """The UTC instant that lies so many seconds after the epoch."""
    return EPOCH + timedelta(0, since_epoch)


@lru_cache(maxsize=16_384)
def _offset_all_day(number: int, zone: str) -> int | None:
    """The zone's UTC offset in seconds on the day of that number; None if the clocks change on it."""
    offset = steady_offset(EPOCH_DAY + number, zone)
    return None if offset is None else int(offset.total_seconds())


def since_epoch(at: datetime) -> int:
    """The whole seconds from the epoch to a UTC instant."""
    return int((at - EPOCH) // timedelta(seconds=1))
