"""When a programme as a whole takes place, and what of it goes on without end."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from agendacli.analysis.occurrences import expand, expansion
from agendacli.model.lazy import SLACK, LazySessions
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session
from agendacli.model.when import DAY, Days, DayWindow, Timed, When, bounds, days_touched, in_zone
from agendacli.model.zones import wall

if TYPE_CHECKING:
    from agendacli.model.rules.rule import Rule

_REACHES = tuple(half_days * 43_200 for half_days in (5, 10, 80, 640))
"""How far from its ends many sessions are looked at, one after the other, until the rest surely lies between."""


def event_dates(programme: Programme) -> When | None:
    """When the programme takes place: its stated dates, else the hull of its sessions; None without either.

    Only sessions that take time and are not cancelled count, so that a report two weeks earlier does not make the
    meeting begin earlier; where there are none of those, all count. Several sessions give the days that they touch,
    or the hours if all have hours on one day; a window of days counts only where nothing is known better. Of a repeat
    that never ends its first year counts.
    """
    if programme.dates:
        return programme.dates
    whens = _outer_whens(programme) or _whens(expand((programme,)))
    return _hull(whens, programme.zone)


def _whens(occurrences: Sequence[Occurrence]) -> tuple[When, ...]:
    counted = [each for each in occurrences if each.session.takes_time] or occurrences
    return tuple(dict.fromkeys(each.when for each in counted))


def _outer_whens(programme: Programme) -> tuple[When, ...]:
    """When the outermost of many sessions take place, if the others surely lie between; else nothing."""
    sessions = programme.sessions
    if not isinstance(sessions, LazySessions):
        return ()
    first, last = sessions.extent()
    for reach in _REACHES:
        early, late = first + reach, last - reach
        outer = replace(programme, sessions=tuple(sessions.beyond(early, late) if early < late else ()))
        found = expansion((outer,))
        whens = _whens([each for each in found.occurrences if each.session.takes_time])
        if not found.cuts and len(whens) > 1 and _lie_round(whens, early - 3 * SLACK, late + 3 * SLACK):
            return whens
    return ()


def _lie_round(whens: Sequence[When], early: int, late: int) -> bool:
    """Whether one begins before `early` and one ends after `late`, each of which is known better than by days."""
    known = [bounds(each) for each in whens if not isinstance(each, DayWindow)]
    begun = any(each.start.timestamp() <= early for each in known)
    return begun and any(each.end.timestamp() >= late for each in known)


def dates_shown(programme: Programme, zone: str | None) -> When | None:
    """The dates of the programme as the clocks of that zone show them; None: as its own do. Days stay what they are."""
    dates = event_dates(programme)
    return in_zone(dates, zone) if dates and zone else dates


def endless(programme: Programme) -> tuple[Session, ...]:
    """The sessions that repeat without end; none where the programme states its dates.

    Of those that take time and are not cancelled, as far as there are any.
    """
    if programme.dates is not None:
        return ()
    sessions = programme.sessions
    may_be = sessions.without_end() if isinstance(sessions, LazySessions) else sessions
    found = [each for each in may_be if endless_rule(each)]
    counted = [each for each in found if each.takes_time]
    is_left = bool(found) and not counted and not any(each.takes_time for each in sessions)
    return tuple(found if is_left else counted)


def endless_rule(session: Session) -> "Rule | None":
    """The first of its rules that never ends; None where all of it does."""
    return _endless_among(session.repeat.rules) if session.repeat else None


@lru_cache(maxsize=1024)
def _endless_among(texts: tuple[str, ...]) -> "Rule | None":
    from agendacli.model.rules.rule import Rule, read_rule  # what does not repeat needs no rules

    rules = map(read_rule, texts)
    return next((each for each in rules if isinstance(each, Rule) and each.is_endless), None)


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
