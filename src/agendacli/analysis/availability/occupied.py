"""The time that an occurrence takes: surely, and possibly where its time is not wholly known."""

from collections.abc import Iterable
from datetime import date

from agendacli.model.asked import DateRange
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Status
from agendacli.model.when import DAY, Days, DayWindow, Timed, TimeWindow, bounds, days_touched, in_zone
from agendacli.model.zones import midnight


@frozen
class Occupied:
    """The instants that an occurrence takes in any case, and those that it may take (None: nothing beyond the sure)."""

    sure: Interval | None
    possible: Interval | None = None


def occupied(occurrence: Occurrence, zone: str) -> Occupied:
    """What an occurrence takes that takes time; `zone` is that of days which have none.

    Days take all of their hours, known or not. An end that is not stated lies no later than the end of that day; that
    it begins is sure: an interval without length. A window takes for sure what every placement takes. Nothing of a
    tentative session is sure.
    """
    whole = bounds(occurrence.when, zone)
    sure = _sure(occurrence, whole, zone)
    return Occupied(sure) if sure == whole else Occupied(sure, whole)


def days_occupied(occurrence: Occurrence, zone: str | None) -> tuple[tuple[date, date], tuple[date, date]]:
    """The civil days that an occurrence takes surely, and those that it may touch: each first day and the one after.

    Timed ones are seen in `zone`, or (None) in their own; days are the same in any. The first pair is empty where no
    day is sure. A part of one day takes that day.
    """
    touched = days_touched(in_zone(occurrence.when, zone) if zone else occurrence.when)
    return (touched if _is_sure(occurrence, touched) else _core_days(occurrence, touched)), touched


def outer_days(occurrences: Iterable[Occurrence], zone: str | None) -> DateRange | None:
    """The civil days from the first that may be taken to the last, seen as in `days_occupied`; None if none may be."""
    touched = [days_occupied(each, zone)[1] for each in occurrences if each.takes_time]
    return DateRange(min(first for first, _ in touched), max(after for _, after in touched)) if touched else None


def _sure(occurrence: Occurrence, whole: Interval, zone: str) -> Interval | None:
    when = occurrence.when
    if occurrence.status is Status.TENTATIVE:
        return None
    if isinstance(when, DayWindow):
        start, end = _core_days(occurrence, (when.start, when.end))
        return Interval(midnight(start, when.zone or zone), midnight(end, when.zone or zone)) if start < end else None
    if isinstance(when, TimeWindow):
        core = Interval(whole.end - when.length, whole.start + when.length) if when.length else None
        return core if core and core.start < core.end else None
    return Interval(whole.start, whole.start) if isinstance(when, Timed) and when.end is None else whole


def _is_sure(occurrence: Occurrence, touched: tuple[date, date]) -> bool:
    """Whether it surely takes each of the days that it touches."""
    if occurrence.status is Status.TENTATIVE:
        return False
    if isinstance(occurrence.when, TimeWindow):
        return touched[1] - touched[0] == DAY
    return isinstance(occurrence.when, Timed | Days)


def _core_days(occurrence: Occurrence, touched: tuple[date, date]) -> tuple[date, date]:
    """The days that every placement of a window takes; none (equal bounds) where two placements are apart."""
    when = occurrence.when
    if not isinstance(when, DayWindow) or occurrence.status is Status.TENTATIVE:
        return touched[0], touched[0]
    length = (when.days or 1) * DAY
    start, end = when.end - length, when.start + length
    return (start, end) if start < end else (start, start)
