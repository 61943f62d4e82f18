"""What `free` asks for: between which days, at which hours, in which zone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from agendacli.analysis.availability.absent import absent
from agendacli.analysis.availability.free import ALL_DAYS, Free, Wanted, free_days, free_hours
from agendacli.analysis.availability.occupied import outer_days
from agendacli.analysis.occurrences import Expansion, expand, expansion
from agendacli.analysis.selection.addresses import addressed
from agendacli.analysis.selection.select import select
from agendacli.analysis.whereabouts import place_key
from agendacli.cli.options.groups import Selecting
from agendacli.cli.query.clock import EVENT
from agendacli.cli.query.lengths import hours_there, length_of
from agendacli.cli.query.nearby import Expanding, Keep, expansion_on
from agendacli.cli.query.reading import Reading
from agendacli.cli.query.selecting import selection_asked
from agendacli.cli.run.outcome import refuse
from agendacli.load.programmes import load
from agendacli.model.asked import ANY_DATES, WHOLE_DAY, AskedDates, Clock, DailyHours, DateRange, Refusal
from agendacli.model.diagnostic import Severity
from agendacli.model.frozen import frozen
from agendacli.model.places import City
from agendacli.model.programme import Programme
from agendacli.model.when import DAY, Days, days_touched
from agendacli.model.zones import midnight
from agendacli.words.times.typed.days import read_dates

OFFICE_HOURS = DailyHours(time(9), time(18))


@frozen
class FreeWishes:
    """Whether hours rather than days are wanted, on all days or the working ones, between which times, for how long.

    `elsewhere` are hours of other zones, `holidays` the calendar files of days that are not wanted.
    """

    by_hour: bool
    all_days: bool
    hours: DailyHours
    at_least: timedelta
    elsewhere: tuple[tuple[DailyHours, str], ...] = ()
    holidays: tuple[str, ...] = ()


def wished(by: str | None, at_least: str | None, hours: Sequence[str], *, all_days: bool) -> FreeWishes:
    """The options of `free` as they were typed; `--min` and `--hours` ask for hours, so they exclude `--by day`."""
    length, daily = length_of("--min", at_least), [hours_there("--hours", each) for each in hours]
    if by == "day" and (length or daily):
        refuse("--by day: whole days have no --min and no --hours; leave those out, or take `--by hour`")
    own = [each for each, zone in daily if zone is None]
    if own[1:]:
        refuse("--hours: of several, all but one need a zone behind them: `--hours '09:00-18:00 America/New_York'`")
    elsewhere = tuple((each, zone) for each, zone in daily if zone)
    usual = OFFICE_HOURS if not elsewhere else WHOLE_DAY
    wanted = own[0] if own else usual
    by_hour = by == "hour" or bool(length or daily)
    return FreeWishes(by_hour, all_days, wanted, at_least=length or timedelta(), elsewhere=elsewhere)


def expansion_for(selecting: Selecting) -> Expanding:
    """Expands what may be on the days asked for; everything where a bound of them is open."""

    def expanded(programmes: Sequence[Programme], clock: Clock, _: Keep = tuple) -> Expansion:
        asked = read_dates(clock, selecting.first, selecting.last, selecting.on)
        found = [days for _, days in asked.ranges] if isinstance(asked, AskedDates) else []
        first = min((each.start for each in found), default=date.min)
        after = max((each.end for each in found), default=date.max)
        if first == date.min or after == date.max:
            return expansion(programmes, moment=clock.now)
        return expansion_on(programmes, clock, first - DAY, after + DAY)

    return expanded


def find_free(reading: Reading, selecting: Selecting, wishes: FreeWishes) -> Free:
    """What is free of everything that was read without regard to its dates; days in the zone of the result."""
    clock = reading.clock_at_home
    days = _days(reading, clock, selecting)
    working_days = frozenset(reading.settings.working_days)
    wanted = Wanted(
        days,
        weekdays=ALL_DAYS if wishes.all_days else working_days,
        hours=wishes.hours,
        at_least=wishes.at_least,
        elsewhere=wishes.elsewhere,
        holidays=_holidays(wishes.holidays, days) | _of_city(reading, selecting, days),
    )
    zone = _zone(reading, clock, days)
    taken = (*reading.occurrences, *absent(reading.occurrences, _persons(reading, selecting), days))
    if wishes.by_hour:
        return Free(wanted, zone, free_hours(taken, wanted, zone))
    return Free(wanted, zone, free_days(taken, wanted, clock))


def _holidays(paths: Sequence[str], days: DateRange) -> frozenset[date]:
    """The whole days of calendar files that lie in a range; a file that cannot be read ends the run."""
    if not paths:
        return frozenset()
    loaded = load(paths)
    errors = [f"{each.span}: {each.message}" for each in loaded.diagnostics if each.severity is Severity.ERROR]
    for fault in (*loaded.problems, *errors):
        refuse(f"--holidays: {fault}")
    found = expand(loaded.programmes, midnight(days.start, "UTC") - DAY, midnight(days.end, "UTC") + DAY)
    whole = (each.when for each in found if isinstance(each.when, Days))
    return frozenset(day for when in whole for day in days.shared(DateRange(when.start, when.end)).days)


def _of_city(reading: Reading, selecting: Selecting, days: DateRange) -> frozenset[date]:
    """The holidays of the cities asked for, else of the one city in which everything is."""
    cities = [each for each in reading.loaded.gazetteer.cities if each.holidays]
    asked = {place_key(each) for each in selecting.city or ()} if cities else set()
    named = asked or (_cities_of_all(reading, selecting) if cities else set())
    if len(named) > 1 and not asked:
        return frozenset()
    cities = [each for each in cities if named.intersection(_keys(each))]
    return frozenset(day for each in cities for day in each.holidays if days.start <= day < days.end)


def _cities_of_all(reading: Reading, selecting: Selecting) -> set[str]:
    """The cities of all that the options select, on whatever days."""
    every = expand(reading.programmes)
    selection = selection_asked(selecting, ANY_DATES, reading.loaded.programmes)
    found = select(addressed(every, reading.targets) if reading.targets else every, selection, reading.clock)
    return {place_key(each.place.city) for each in found if each.place.city}


def _keys(city: City) -> Iterator[str]:
    return map(place_key, (city.id, city.name, *city.aliases))


def _persons(reading: Reading, selecting: Selecting) -> frozenset[str]:
    """The ids of the persons asked for."""
    return frozenset(selection_asked(selecting, ANY_DATES, reading.loaded.programmes).persons)


def second_zone(reading: Reading, answer: Free) -> str | None:
    """The zone of the clocks beside; of each event's own, the one that all events have on the days in question."""
    second = reading.clock.second
    if second != EVENT:
        return second
    return _zone(reading, replace(reading.clock_at_home, zone=None), answer.wanted.days)


def _days(reading: Reading, clock: Clock, selecting: Selecting) -> DateRange:
    """The days asked for; where a bound is open, that of the events."""
    asked = read_dates(clock, selecting.first, selecting.last, selecting.on)
    if isinstance(asked, Refusal):
        refuse(str(asked))
    days = asked.seen_from(clock)
    if days.start > date.min and days.end < date.max:
        return days
    outer = outer_days(reading.occurrences, clock.zone)
    closed = days.shared(outer) if outer else None
    if closed is None or closed.is_empty:
        refuse("no event bounds these days: say from when to when, with --from and --to or with --on")
    return closed


def _zone(reading: Reading, clock: Clock, days: DateRange) -> str:
    """The zone of `--tz`, else the one zone of what takes time on these days, else that of this machine."""
    timed = (each for each in reading.occurrences if each.zone and each.takes_time)
    own = {each.zone for each in timed if days.touches(*days_touched(each.when))}
    return clock.zone_for(own.pop() if len(own) == 1 else None)
