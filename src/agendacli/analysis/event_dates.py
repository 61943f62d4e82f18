"""When a programme as a whole takes place."""

from collections.abc import Sequence
from datetime import date, datetime

from agendacli.analysis.occurrences import expand
from agendacli.model.programme import Programme
from agendacli.model.when import DAY, Days, DayWindow, Timed, When, bounds, days_touched, in_zone
from agendacli.model.zones import wall


def event_dates(programme: Programme) -> When | None:
    """When the programme takes place: its stated dates, else the hull of its sessions; None without either.

    Only sessions that take time and are not cancelled count, so that a report two weeks earlier does not make the
    meeting begin earlier; where there are none of those, all count. Several sessions give the days that they touch,
    or the hours if all have hours on one day; a window of days counts only where nothing is known better. Of a repeat
    that never ends its first year counts.
    """
    if programme.dates:
        return programme.dates
    occurrences = expand((programme,))
    counted = [each for each in occurrences if each.session.takes_time] or occurrences
    return _hull(tuple(dict.fromkeys(each.when for each in counted)), programme.zone)


def dates_shown(programme: Programme, zone: str | None) -> When | None:
    """The dates of the programme as the clocks of that zone show them; None: as its own do. Days stay what they are."""
    dates = event_dates(programme)
    return in_zone(dates, zone) if dates and zone else dates


def _hull(whens: Sequence[When], zone: str | None) -> When | None:
    if len(whens) <= 1:
        return whens[0] if whens else None
    settled = [each for each in whens if not isinstance(each, DayWindow)]
    first, after = _outer_days(settled or whens)
    own = zone or (settled or whens)[0].zone
    if not settled:
        return DayWindow(first, after, own)
    timed = [each for each in settled if isinstance(each, Timed)]
    if len(timed) == len(settled) and after - first == DAY:
        return _hours(timed, own or timed[0].zone)
    return Days(first, after, own)


def _outer_days(whens: Sequence[When]) -> tuple[date, date]:
    touched = [days_touched(each) for each in whens]
    return min(start for start, _ in touched), max(after for _, after in touched)


def _hours(timed: Sequence[Timed], zone: str) -> Timed:
    start = min(bounds(each).start for each in timed)
    end = _known_end(timed)
    return Timed(_clock(start, zone), end and _clock(end, zone), zone)


def _known_end(timed: Sequence[Timed]) -> datetime | None:
    """The instant at which the last one ends; None if one whose end is not stated may end later."""
    latest = max(timed, key=lambda each: bounds(each).end)
    return bounds(latest).end if latest.end else None


def _clock(moment: datetime, zone: str) -> datetime:
    return wall(moment, zone).replace(tzinfo=None)
