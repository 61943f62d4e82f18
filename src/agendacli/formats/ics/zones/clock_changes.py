"""What happens to the clocks of a zone, found from zoneinfo: each change of their offset, to the second."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise

from agendacli.model.frozen import frozen
from agendacli.model.zones import wall, zone_of

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = timedelta(days=1)
_WEEK = 7
_LAST = -1
_FOURTH = 4


@frozen
class YearlyRule:
    """A day of every year: the `ordinal`-th (1 to 4, or -1 for the last) `weekday` (Monday 0) of `month`."""

    month: int
    ordinal: int
    weekday: int

    @property
    def byday(self) -> str:
        """The day as BYDAY has it (RFC 5545 3.3.10): `-1SU`."""
        return f"{self.ordinal}{WEEKDAYS[self.weekday]}"

    def day_in(self, year: int) -> date:
        """The day on which it falls in that year."""
        if self.ordinal == _LAST:
            last = date(year + self.month // 12, self.month % 12 + 1, 1) - _DAY
            return last - (last.weekday() - self.weekday) % _WEEK * _DAY
        first = date(year, self.month, 1)
        return first + ((self.weekday - first.weekday()) % _WEEK + _WEEK * (self.ordinal - 1)) * _DAY


def yearly_rules(day: date) -> Iterator[YearlyRule]:
    """The rules that a day may follow: the last such weekday of its month first, the commoner custom."""
    if (day + _WEEK * _DAY).month != day.month:
        yield YearlyRule(day.month, _LAST, day.weekday())
    ordinal = (day.day - 1) // _WEEK + 1
    if ordinal <= _FOURTH:
        yield YearlyRule(day.month, ordinal, day.weekday())


@frozen
class Observance:
    """A STANDARD or DAYLIGHT part (RFC 5545 3.6.5): from `onset` on the clocks go from one offset to another.

    `onset` is naive and read on the clocks before the change. With a `rule` it is the first of one onset a year.
    """

    onset: datetime
    offset_from: timedelta
    offset_to: timedelta
    name: str
    daylight: bool
    rule: YearlyRule | None = None

    def onset_in(self, year: int) -> datetime:
        """When it begins in a year, if it does so every year."""
        return datetime.combine(self.rule.day_in(year), self.onset.time()) if self.rule else self.onset

    def last_onset(self, wall_time: datetime) -> datetime | None:
        """When it began the last time before a naive wall time; None if it did not yet."""
        found = (self.onset_in(year) for year in (wall_time.year, wall_time.year - 1))
        return next((each for each in found if self.onset <= each <= wall_time), None)


@lru_cache(maxsize=256)
def clock_changes(tzid: str, first_year: int, last_year: int) -> tuple[Observance, ...]:
    """Every change of offset in those years, both inclusive, in order. Raises KeyError for an unknown zone."""
    start, end = datetime(first_year, 1, 1, tzinfo=UTC) - _DAY, datetime(last_year + 1, 1, 2, tzinfo=UTC)
    found = _between(tzid, start, end)
    return tuple(each for each in found if first_year <= each.onset.year <= last_year)


def unchanged_since(tzid: str, year: int, moment: datetime) -> Observance:
    """What holds at a naive wall time, if nothing has changed since the beginning of that year."""
    began = moment.replace(tzinfo=UTC)
    offset = _offset(tzid, began)
    return Observance(datetime.combine(date(year, 1, 1), time()), offset, offset, _name(tzid, began), daylight=False)


def _between(tzid: str, start: datetime, end: datetime) -> Iterator[Observance]:
    # Every day is looked at: nothing but the zone itself is called for each.
    zone, usual = zone_of(tzid), timedelta()
    days = [(start + n * _DAY).astimezone(zone) for n in range((end - start).days + 1)]
    offsets = [each.utcoffset() or usual for each in days]
    changed = [n for n, (old, new) in enumerate(pairwise(offsets)) if old != new]
    negative = bool(changed) and any((each.dst() or usual) < usual for each in days)
    for n in changed:
        turn = _turn(tzid, start + n * _DAY, start + (n + 1) * _DAY)
        yield _change(tzid, turn, offsets[n], negative=negative)


def _turn(tzid: str, before: datetime, after: datetime) -> datetime:
    """The first second of the new offset, between an instant that has the old one and an instant that has not."""
    old = _offset(tzid, before)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before).total_seconds() // 2)
        before, after = (middle, after) if _offset(tzid, middle) == old else (before, middle)
    return after


def _change(tzid: str, moment: datetime, old: timedelta, *, negative: bool) -> Observance:
    # Some zones call winter the exception (a negative saving, as in Ireland): readers expect summer to be DAYLIGHT.
    saving = _saving(tzid, moment)
    daylight = saving >= timedelta() if negative else saving > timedelta()
    onset = moment.replace(tzinfo=None) + old
    return Observance(
        onset, offset_from=old, offset_to=_offset(tzid, moment), name=_name(tzid, moment), daylight=daylight
    )


def _offset(tzid: str, moment: datetime) -> timedelta:
    return wall(moment, tzid).utcoffset() or timedelta()


def _saving(tzid: str, moment: datetime) -> timedelta:
    return wall(moment, tzid).dst() or timedelta()


def _name(tzid: str, moment: datetime) -> str:
    return wall(moment, tzid).tzname() or tzid
