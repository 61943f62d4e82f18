"""What a VTIMEZONE has to say of a zone in the years in use, found from zoneinfo and as every reader understands it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from agendacli.model.frozen import frozen
from agendacli.model.zones import wall

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = timedelta(days=1)
_WEEK = 7
_LAST = -1
_FOURTH = 4
# zoneinfo cannot look past the calendar's own ends: a zone is described within these years.
_FIRST_YEAR, _LAST_YEAR = 3, 9998


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


@frozen
class ZoneDefinition:
    """All that a VTIMEZONE says of a zone: its IANA name and its observances, standard time first where both repeat."""

    tzid: str
    observances: tuple[Observance, ...]


def zone_definition(tzid: str, first_year: int, last_year: int) -> ZoneDefinition:
    """What holds in a zone from the first to the last of those years, both inclusive, and just before them.

    Two yearly observances where one BYDAY each gives every change of those years; else their changes one by one,
    after the last change of the year before; one STANDARD where nothing changes. Raises KeyError for an unknown zone.
    """
    first, last = max(first_year, _FIRST_YEAR), min(last_year, _LAST_YEAR)
    changes = tuple(_changes(tzid, datetime(first - 1, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 2, tzinfo=UTC)))
    within = tuple(each for each in changes if first <= each.onset.year <= last)
    earlier = tuple(each for each in changes if each.onset.year < first)[-1:] or (_steady(tzid, first, within),)
    if not within:
        return ZoneDefinition(tzid, (replace(earlier[0], daylight=False),))
    return ZoneDefinition(tzid, _repeating(within, range(first, last + 1)) or earlier + within)


def _changes(tzid: str, start: datetime, end: datetime) -> Iterator[Observance]:
    """Every change of offset between two UTC instants, in order, found to the second."""
    moments = [start + n * _DAY for n in range((end - start).days + 1)]
    offsets = [_offset(tzid, each) for each in moments]
    negative = any(_saving(tzid, each) < timedelta() for each in moments)
    for n, later in enumerate(moments[1:], start=1):
        if offsets[n - 1] != offsets[n]:
            yield _change(tzid, _turn(tzid, moments[n - 1], later), offsets[n - 1], negative=negative)


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
    return Observance(onset, old, _offset(tzid, moment), _name(tzid, moment), daylight)


def _steady(tzid: str, first: int, within: Sequence[Observance]) -> Observance:
    """What has held since the beginning of the year before the first one in use, up to the first change."""
    since = datetime.combine(date(first - 1, 1, 1), time())
    moment = datetime(first, 1, 1, tzinfo=UTC) + _DAY
    offset = within[0].offset_from if within else _offset(tzid, moment)
    return Observance(since, offset, offset, _name(tzid, moment), daylight=False)


def _repeating(within: Sequence[Observance], years: Sequence[int]) -> tuple[Observance, ...] | None:
    """The two yearly observances, standard time first, that give these changes and no other in these years."""
    back = _yearly([each for each in within if each.offset_to < each.offset_from], years)
    forward = _yearly([each for each in within if each.offset_to > each.offset_from], years)
    if back is None or forward is None:
        return None
    if (back.offset_from, back.offset_to) != (forward.offset_to, forward.offset_from):
        return None
    return replace(back, daylight=False), replace(forward, daylight=True)


def _yearly(changes: Sequence[Observance], years: Sequence[int]) -> Observance | None:
    """One observance for a change that comes once in each of these years; it begins in the year before them."""
    alike = {(each.onset.time(), each.offset_from, each.offset_to) for each in changes}
    if len(alike) != 1 or [each.onset.year for each in changes] != list(years):
        return None
    rules = [rule for rule in _rules(changes[0].onset.date()) if _gives(rule, changes)]
    if not rules:
        return None
    onset = datetime.combine(rules[0].day_in(years[0] - 1), changes[0].onset.time())
    return replace(changes[-1], onset=onset, rule=rules[0])


def _rules(day: date) -> Iterator[YearlyRule]:
    """The rules that a day may follow: the last such weekday of its month first, the commoner custom."""
    if (day + _WEEK * _DAY).month != day.month:
        yield YearlyRule(day.month, _LAST, day.weekday())
    ordinal = (day.day - 1) // _WEEK + 1
    if ordinal <= _FOURTH:
        yield YearlyRule(day.month, ordinal, day.weekday())


def _gives(rule: YearlyRule, changes: Sequence[Observance]) -> bool:
    return all(rule.day_in(each.onset.year) == each.onset.date() for each in changes)


def _offset(tzid: str, moment: datetime) -> timedelta:
    return wall(moment, tzid).utcoffset() or timedelta()


def _saving(tzid: str, moment: datetime) -> timedelta:
    return wall(moment, tzid).dst() or timedelta()


def _name(tzid: str, moment: datetime) -> str:
    return wall(moment, tzid).tzname() or tzid
