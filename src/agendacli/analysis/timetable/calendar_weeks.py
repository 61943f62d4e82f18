"""Weeks as a wall calendar has them: what is on each day, and what takes several days as bars."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from agendacli.analysis.timetable.sections import Day, Timetable, Window
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.when import DAY, DayWindow, Timed, days_touched

WEEK = 7 * DAY


@frozen
class CalendarEntry:
    """What stands in a calendar on the days from `start` to before `end`: an occurrence, or its event as a whole."""

    occurrence: Occurrence
    start: date
    end: date
    is_event: bool = False

    @property
    def is_bar(self) -> bool:
        """Whether it takes several days."""
        return self.end - self.start > DAY

    @property
    def is_quiet(self) -> bool:
        """Whether it is a stretch of days that takes nobody's time, such as a process: no reason to look at a week."""
        return self.is_bar and not self.occurrence.takes_time

    def touches(self, start: date, end: date) -> bool:
        """Whether it is on, on a day from `start` to before `end`."""
        return self.start < end and start < self.end


@frozen
class WeekBar:
    """A part of an entry of several days: from one day of a week to another (numbers), in the same lane as no other."""

    entry: CalendarEntry
    first: int
    last: int
    lane: int
    from_before: bool
    goes_on: bool


@frozen
class CalendarWeek:
    """Seven days, the bars over them, and what stands on each."""

    days: tuple[date, ...]
    bars: tuple[WeekBar, ...]
    entries: tuple[tuple[CalendarEntry, ...], ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is on that takes time or begins then."""
        return all(bar.entry.is_quiet and bar.from_before for bar in self.bars) and not any(self.entries)


def calendar_entries(timetable: Timetable, *, whole_events: bool) -> tuple[CalendarEntry, ...]:
    """What a calendar shows of a timetable, in order.

    With `whole_events` each of several events is one entry, but for one's own calendar, and but for an event that takes
    nobody's time. The items of a block are not there, nor what lies on a day that is not known (`without_day`).
    """
    one_by_one = not whole_events or len(timetable.programmes) == 1
    events: dict[str, list[Occurrence]] = {}
    found: list[CalendarEntry] = []
    for section in timetable.sections:
        held = section.held
        for each in () if isinstance(section, Window) else section.occurrences:
            if one_by_one or each.programme.is_diary:
                found += [] if each.id in held else [_entry(each, section.start if isinstance(section, Day) else None)]
            else:
                events.setdefault(each.programme.address, []).append(each)
    found += (entry for occurrences in events.values() for entry in _event(occurrences))
    return tuple(sorted(found, key=lambda each: (each.start, -each.end.toordinal(), _hour(each), each.occurrence.id)))


def without_day(timetable: Timetable) -> tuple[Occurrence, ...]:
    """What lies on a day that is not known."""
    windows = (each for each in timetable.sections if isinstance(each, Window))
    return tuple(one for each in windows for one in each.occurrences)


@frozen
class CalendarDays:
    """The entries of a calendar where they are looked for: those of one day by it, and those of several."""

    on: Mapping[date, Sequence[CalendarEntry]]
    bars: Sequence[CalendarEntry]

    @classmethod
    def of(cls, entries: Iterable[CalendarEntry]) -> "CalendarDays":
        """The entries, in the order given."""
        on: dict[date, list[CalendarEntry]] = {}
        bars: list[CalendarEntry] = []
        for each in entries:
            (bars if each.is_bar else on.setdefault(each.start, [])).append(each)
        return cls(on, bars)

    def weeks(self, start: date, end: date, week_start: int) -> Iterator[CalendarWeek]:
        """Every week that touches the days from `start` to before `end`; in each only what is on these."""
        first = start - ((start.weekday() - week_start) % 7) * DAY
        while first < end:
            days = tuple(first + n * DAY for n in range(7))
            on = tuple(tuple(self.on.get(day, ())) if start <= day < end else () for day in days)
            bars = _bars(self.bars, max(first, start), min(first + WEEK, end), first)
            yield CalendarWeek(days, tuple(bars), on)
            first += WEEK


def months_of(entries: Iterable[CalendarEntry]) -> tuple[tuple[date, date], ...]:
    """The months, each from its first day to before the next one's, on which something is that takes time or begins."""
    found = {month for each in entries for month in _months(each)}
    return tuple((month, _next_month(month)) for month in sorted(found))


def programmes_in(entries: Iterable[CalendarEntry]) -> tuple[Programme, ...]:
    """The events of the entries, each once, in order."""
    return tuple({each.occurrence.programme.id: each.occurrence.programme for each in entries}.values())


def _entry(occurrence: Occurrence, day: date | None) -> CalendarEntry:
    """An occurrence on its day; only what has no hours, or takes a day and more, takes several."""
    when = occurrence.when
    start, end = days_touched(when)
    if day is not None and isinstance(when, Timed) and (when.end is None or when.end - when.start < DAY):
        return CalendarEntry(occurrence, day, day + DAY)
    return CalendarEntry(occurrence, start, start + DAY if isinstance(when, DayWindow) else end)


def _event(occurrences: Sequence[Occurrence]) -> Iterator[CalendarEntry]:
    """An event as a whole on each run of the days on which it takes time; if it never does, each of its sessions."""
    users = [each for each in occurrences if each.takes_time]
    if not users:
        yield from (_entry(each, days_touched(each.when)[0]) for each in occurrences)
        return
    days: dict[date, Occurrence] = {}
    for each in users:
        entry = _entry(each, days_touched(each.when)[0])
        for n in range((entry.end - entry.start).days):
            days.setdefault(entry.start + n * DAY, each)
    in_order = sorted(days)
    starts = [each for each in in_order if each - DAY not in days]
    ends = [each + DAY for each in in_order if each + DAY not in days]
    is_whole = len(users) > 1
    yield from (CalendarEntry(days[one], one, other, is_whole) for one, other in zip(starts, ends, strict=True))


def _bars(entries: Iterable[CalendarEntry], start: date, end: date, first: date) -> Iterator[WeekBar]:
    """The bars of a week, each in the first lane that is free."""
    free: list[date] = []
    for each in (one for one in entries if one.touches(start, end)):
        one, after = max(each.start, start), min(each.end, end)
        lane = next((n for n, since in enumerate(free) if since <= one), len(free))
        free[lane : lane + 1] = [after]
        yield WeekBar(
            each,
            first=(one - first).days,
            last=(after - first).days - 1,
            lane=lane,
            from_before=each.start < one,
            goes_on=after < each.end,
        )


def _months(entry: CalendarEntry) -> Iterator[date]:
    month = entry.start.replace(day=1)
    while month < entry.end:
        yield month
        if entry.is_quiet:
            return
        month = _next_month(month)


def _next_month(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def _hour(entry: CalendarEntry) -> float:
    return entry.occurrence.bounds.start.timestamp()
