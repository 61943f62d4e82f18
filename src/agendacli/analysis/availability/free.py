"""Days and hours on which nothing takes place, for sure or as long as something unknown does not fall on them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from agendacli.analysis.availability.intervals import clipped, left_over, united
from agendacli.analysis.availability.occupied import days_occupied, occupied
from agendacli.model.asked import WHOLE_DAY, Clock, DailyHours, DateRange
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence, order
from agendacli.model.when import DAY

WORKING_DAYS = frozenset(range(5))
ALL_DAYS = frozenset(range(7))


@frozen
class Wanted:
    """What is asked to be free: a closed range of days, of which weekdays (Monday 0), at which hours, how long.

    `elsewhere` are hours on the clocks of other zones, within which it has to be as well. `holidays` are not wanted.
    """

    days: DateRange
    weekdays: frozenset[int] = WORKING_DAYS
    hours: DailyHours = WHOLE_DAY
    at_least: timedelta = timedelta()
    elsewhere: tuple[tuple[DailyHours, str], ...] = ()
    holidays: frozenset[date] = frozenset()

    @property
    def civil_days(self) -> tuple[date, ...]:
        """Each day of the range that falls on a wanted weekday and is not a holiday, in order."""
        return tuple(filter(self._is_wanted, self.days.days))

    def windows(self, zone: str) -> tuple[Interval, ...]:
        """The wanted hours (UTC) on the clocks of `zone`, as far as they are those of every other zone too."""
        found = united(self.hours.on(day, zone) for day in self.civil_days)
        around = DateRange(self.days.start - DAY, self.days.end + DAY).days  # a day begins elsewhere up to a day sooner
        for hours, other in self.elsewhere:
            there = united(hours.on(day, other) for day in around if self._is_wanted(day))
            found = tuple(part for window in found for part in clipped(there, window))
        return found

    def _is_wanted(self, day: date) -> bool:
        return day.weekday() in self.weekdays and day not in self.holidays


@frozen
class FreeDay:
    """A civil day on which nothing surely takes place; the occurrences in `depends_on` may yet fall on it."""

    day: date
    depends_on: tuple[Occurrence, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether nothing may fall on it."""
        return not self.depends_on


@frozen
class FreeTime:
    """A stretch (UTC) in which nothing surely takes place; the occurrences in `depends_on` may yet fall in it."""

    interval: Interval
    depends_on: tuple[Occurrence, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether nothing may fall in it."""
        return not self.depends_on


@frozen
class Free:
    """An answer: what was wanted, and what is free of it, in order; hours are those on the clocks of `zone`."""

    wanted: Wanted
    zone: str
    found: tuple[FreeDay | FreeTime, ...]


def free_days(occurrences: Iterable[Occurrence], wanted: Wanted, clock: Clock) -> tuple[FreeDay, ...]:
    """The wanted days that are free, in order; hours and length do not matter.

    Days are those of the clock's zone, else of each event's own. A day with a session on it is not free, whether its
    hours are known or not. What is tentative or has a window makes its days depend on it.
    """
    taken: set[date] = set()
    depends_on: dict[date, list[Occurrence]] = {}
    for each in sorted((each for each in occurrences if each.takes_time), key=order):
        sure, touched = days_occupied(each, clock.zone)
        taken.update(wanted.days.shared(DateRange(*sure)).days)
        for day in wanted.days.shared(DateRange(*touched)).days:
            depends_on.setdefault(day, []).append(each)
    free = (day for day in wanted.civil_days if day not in taken)
    return tuple(FreeDay(day, tuple(depends_on.get(day, ()))) for day in free)


def free_hours(occurrences: Iterable[Occurrence], wanted: Wanted, zone: str) -> tuple[FreeTime, ...]:
    """The stretches of the wanted hours, on the clocks of `zone`, that are free, in order of time.

    Whole days that follow each other are one stretch. A stretch that depends on something stands beside the parts of
    it that depend on nothing, where these are long enough. A day whose hours are unknown is taken as a whole.
    """
    users = tuple(sorted((each for each in occurrences if each.takes_time), key=order))
    taken = [(each, occupied(each, zone)) for each in users]
    sure = united(each.sure for _, each in taken if each.sure)
    possible = tuple((user, each.possible) for user, each in taken if each.possible)
    stretches = (stretch for window in wanted.windows(zone) for stretch in left_over(window, sure))
    found = (free for stretch in stretches for free in _with_certain_parts(stretch, possible))
    return tuple(each for each in found if each.interval.end - each.interval.start >= wanted.at_least)


def _with_certain_parts(stretch: Interval, possible: Sequence[tuple[Occurrence, Interval]]) -> Iterator[FreeTime]:
    """The stretch, and if it depends on something the parts of it that do not."""
    near = [(each, interval) for each, interval in possible if interval.overlaps(stretch)]
    yield FreeTime(stretch, tuple(each for each, _ in near))
    if near:
        yield from (FreeTime(part) for part in left_over(stretch, united(interval for _, interval in near)))
