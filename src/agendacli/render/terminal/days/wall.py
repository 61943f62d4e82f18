"""A wall calendar on a terminal: weeks with their days side by side, months as a grid."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from agendacli.analysis.timetable.calendar_weeks import (
    CalendarDays,
    CalendarEntry,
    CalendarWeek,
    calendar_entries,
    months_of,
    programmes_in,
    without_day,
)
from agendacli.analysis.timetable.sections import Timetable
from agendacli.model.asked import EVER, DateRange
from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.when import DayWindow
from agendacli.render.terminal import styles
from agendacli.render.terminal.days.event_signs import EventSigns
from agendacli.render.terminal.days.wall_grid import WallGrid
from agendacli.render.terminal.drawing import Drawable
from agendacli.render.terminal.phrases import title
from agendacli.render.terminal.text import Line, Text
from agendacli.words.prose import window_text

_WIDEST = 168
_SATURDAY = 5


@frozen
class WallCalendar:
    """The calendar of a timetable in so many columns, by weeks that begin on a weekday (Monday 0), or by `months`.

    Each of several events has a colour and a sign of its own, and stands in a month as a whole; what has no day yet is
    below. Only months and weeks with days that were `asked` for are there.
    """

    timetable: Timetable
    width: int
    week_start: int
    months: bool
    asked: DateRange = EVER
    dial: Dial = Dial.TWENTY_FOUR

    def drawn(self, width: int) -> Iterator[Line]:
        """The lines of the calendar."""
        entries = calendar_entries(self.timetable, whole_events=self.months)
        signs = EventSigns(programmes_in(entries))
        drawn = self._by_month(entries, signs) if self.months else self._by_week(entries, signs)
        for n, part in enumerate(chain(drawn, ([*self._vague()], [*signs.legend()]))):
            lines = [line for text in part for line in text.wrapped(width)]
            yield from ([[]] if n and lines else [])
            yield from (line.pieces() for line in lines)

    def _by_month(self, entries: tuple[CalendarEntry, ...], signs: EventSigns) -> Iterator[Iterable[Text]]:
        grid = WallGrid.filling(range(7), min(self.width, _WIDEST), signs, dial=self.dial, today=self._today)
        days = CalendarDays.of(entries)
        for start, end in (each for each in months_of(entries) if self.asked.touches(*each)):
            yield grid.month(start, tuple(days.weeks(start, end, self.week_start)))

    def _by_week(self, entries: tuple[CalendarEntry, ...], signs: EventSigns) -> Iterator[Iterable[Text]]:
        if not entries:
            return
        start, end = min(each.start for each in entries), max(each.end for each in entries)
        width, today = min(self.width, _WIDEST), self._today
        first, last = max(start, self.asked.start), min(end, self.asked.end)
        for week in CalendarDays.of(entries).weeks(first, last, self.week_start):
            if not week.is_empty:
                columns = _shown(week)
                grid = WallGrid.filling(columns, width, signs, dial=self.dial, today=today)
                yield grid.week(week)

    def _vague(self) -> Iterator[Text]:
        """What lies on a day that is not known."""
        for each in without_day(self.timetable):
            if isinstance(each.when, DayWindow):
                words = Text(overflow="fold").append(window_text(each.when), styles.UNSETTLED)
                yield words.append("  ").append_text(title(each))

    @property
    def _today(self) -> date | None:
        clock, zones = self.timetable.clock, self.timetable.zones
        return clock.today(zones[0] if len(zones) == 1 else None) if clock else None


def _shown(week: CalendarWeek) -> tuple[int, ...]:
    """The days of a week; a Saturday or Sunday on which nothing is takes no room."""
    barred = {n for bar in week.bars for n in range(bar.first, bar.last + 1)}
    return tuple(n for n, day in enumerate(week.days) if day.weekday() < _SATURDAY or week.entries[n] or n in barred)


def draw_wall(calendar: WallCalendar) -> Drawable:
    """The calendar, or a word that nothing is on."""
    return calendar if calendar.timetable.sections else Text("nothing on these days", style=styles.QUIET)
