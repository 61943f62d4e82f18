"""Occurrences by day: what a timetable shows, in which order, as values."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date, datetime, timedelta

from agendacli.analysis.blocks import Held, held_by, items_inside
from agendacli.model.asked import Clock
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence, order
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Programme
from agendacli.model.when import DAY, Days, DayWindow, Timed, TimeWindow, days_touched, in_zone

OWN_ZONE = "event"
_LONGEST = 7 * DAY


@frozen
class Section:
    """What stands under one heading: occurrences of the days from `start` (inclusive) to `end` (exclusive)."""

    start: date
    end: date
    occurrences: tuple[Occurrence, ...]

    @property
    def clocked(self) -> tuple[Occurrence, ...]:
        """Those of its occurrences that have hours; all where none has."""
        return tuple(each for each in self.occurrences if isinstance(each.when, Timed | TimeWindow)) or self.occurrences

    @property
    def zones(self) -> tuple[str, ...]:
        """The zones of its clocks, each once; where nothing has hours, those that its days belong to."""
        return _each_once(each.zone for each in self.clocked)

    @property
    def city(self) -> str | None:
        """The city of all its occurrences; None for several, or where one has none."""
        first, *others = {each.place.city for each in self.occurrences}
        return None if others else first

    @property
    def cities(self) -> Mapping[str, tuple[str, ...]]:
        """By the id of each event the cities of its sessions, each once."""
        found: dict[str, dict[str, None]] = {}
        for each in self.occurrences:
            cities = found.setdefault(each.programme.id, {})
            if each.place.city:
                cities[each.place.city] = None
        return {event: tuple(cities) for event, cities in found.items()}

    @property
    def has_cities(self) -> bool:
        """Whether an event on show has sessions in several cities, so that each has to tell its own."""
        return any(len(each) > 1 for each in self.cities.values())

    @property
    def held(self) -> Held:
        """The block of each item that stands inside of one."""
        return held_by(self.occurrences)

    @property
    def programmes(self) -> tuple[Programme, ...]:
        """The programmes that its occurrences belong to, each once, in order."""
        return _programmes(self.occurrences)


@frozen
class Day(Section):
    """One civil day: first what has no hours, then the earlier start. A session stands on the day it begins.

    An item stands behind its block, even after midnight.
    """

    @property
    def date(self) -> date:
        """The day itself."""
        return self.start


@frozen
class DaySpan(Section):
    """Several days that the same occurrences take as a whole, their hours unknown or all: said once, not once a day."""


@frozen
class Window(Section):
    """Days between which, or among which, its occurrences lie; it is not known on which."""

    days: int | None = None
    among: tuple[date, ...] = ()


@frozen
class Timetable:
    """Days, spans of days and windows in order of their first day; of one first day the vaguer stands first.

    `second` is the zone of other clocks that are shown beside the first: an IANA name, or `event` for each one's own.
    `changed` has what changed since an older version, in words, by the address of a session or of one time of it.
    `clock` tells which day is today and what goes on, `gazetteer` the order of rooms. `events` are
    all that stand beside it, where these are more than its own.
    """

    sections: tuple[Section, ...]
    second: str | None = None
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    clock: Clock | None = None
    gazetteer: Gazetteer = Gazetteer()
    events: tuple[Programme, ...] = ()

    @property
    def zones(self) -> tuple[str, ...]:
        """Every zone on show, each once, in order."""
        return _each_once(zone for each in self.sections for zone in each.zones)

    @property
    def programmes(self) -> tuple[Programme, ...]:
        """Every programme on show, each once, in order."""
        return _programmes(each for section in self.sections for each in section.occurrences)

    @property
    def days(self) -> tuple[Day, ...]:
        """Those of its sections that are one day."""
        return tuple(each for each in self.sections if isinstance(each, Day))

    def going_on(self) -> dict[date, list[Occurrence]]:
        """By day, what began on a day before and is known to end later than the midnight between.

        What takes more than a week is told once, as spans of days are.
        """
        dates = [each.date for each in self.days]
        found: dict[date, list[Occurrence]] = {}
        for day in self.days:
            for each in day.occurrences:
                for later in dates[bisect_right(dates, day.date) : bisect_left(dates, _day_after(each))]:
                    found.setdefault(later, []).append(each)
        return found

    def beside(self, section: Section) -> dict[str, Occurrence]:
        """By id, what of a section has hours, on the other clocks; empty where those are the section's own clocks."""
        if self.second is None:
            return {}
        clocked = [each for each in section.occurrences if isinstance(each.when, Timed | TimeWindow)]
        others = {each.id: shown_in(each, _zone_beside(each, self.second)) for each in clocked}
        return others if any(each.zone != others[each.id].zone for each in clocked) else {}


def lay_out(occurrences: Iterable[Occurrence], zone: str | None = None, second: str | None = None) -> Timetable:
    """The occurrences under the headings they stand under.

    With `zone` (an IANA name) every clock time is converted, and with it the day; with None each stays in its own.
    Days without hours belong to where they are and are never converted. `second`: see `Timetable`.
    """
    found: dict[tuple[date, int, date, int, tuple[date, ...]], list[Occurrence]] = {}
    shown = sorted((shown_in(each, zone) for each in occurrences), key=_within)
    held = held_by(shown)
    for each in items_inside(shown, held):
        found.setdefault(_heading(held.get(each.id, each)), []).append(each)
    return Timetable(tuple(_section(tuple(found[key])) for key in sorted(found)), second)


def shown_in(occurrence: Occurrence, zone: str | None) -> Occurrence:
    """The occurrence as the clocks of that zone show it; None: as its own do."""
    return occurrence if zone is None else replace(occurrence, when=in_zone(occurrence.when, zone))


def _zone_beside(occurrence: Occurrence, second: str) -> str | None:
    return occurrence.session.own_zone if second == OWN_ZONE else second


def clock(occurrence: Occurrence) -> Interval:
    """The UTC interval that is known to be taken: of an end that is nowhere stated, the first minute."""
    bounds = occurrence.bounds
    if isinstance(occurrence.when, Timed) and occurrence.when.end is None:
        return Interval(bounds.start, bounds.start + timedelta(minutes=1))
    return bounds


def _day_after(occurrence: Occurrence) -> date:
    """The day after the last that an occurrence with hours, of a week at most, is known to touch."""
    when = occurrence.when
    is_known = isinstance(when, Timed) and when.end is not None and when.end - when.start <= _LONGEST
    return days_touched(when)[1] if is_known else date.min


def takes_hours(occurrence: Occurrence) -> bool:
    """Whether it takes hours that are kept: it is not cancelled, and not transparent."""
    return occurrence.takes_time and isinstance(occurrence.when, Timed)


def _within(occurrence: Occurrence) -> tuple[bool, tuple[datetime, float, str]]:
    return not isinstance(occurrence.when, Days), order(occurrence)


def _heading(occurrence: Occurrence) -> tuple[date, int, date, int, tuple[date, ...]]:
    """A sort key and the identity of a section: first day, vagueness, last day, length, and the only days if so."""
    when = occurrence.when
    if isinstance(when, DayWindow):
        return when.start, 1, when.end, when.days or 0, when.among
    if isinstance(when, Days) and when.end - when.start > DAY:
        return when.start, 0, when.end, 0, ()
    first, _ = days_touched(when)
    return first, 2, first + DAY, 0, ()


def _section(occurrences: tuple[Occurrence, ...]) -> Section:
    start, vagueness, end, days, among = _heading(occurrences[0])
    if vagueness == 1:
        return Window(start, end=end, occurrences=occurrences, days=days or None, among=among)
    return (Day if vagueness else DaySpan)(start, end, occurrences)


def _each_once(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _programmes(occurrences: Iterable[Occurrence]) -> tuple[Programme, ...]:
    return tuple({each.programme.id: each.programme for each in occurrences}.values())
