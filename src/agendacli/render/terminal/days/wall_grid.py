"""The lines of weeks in a grid of days: numbers, bars of several days, what is on each day below."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from agendacli.analysis.timetable.calendar_weeks import CalendarEntry, CalendarWeek, WeekBar
from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.programme import Status
from agendacli.model.when import DAY, Timed, TimeWindow
from agendacli.render.terminal import styles
from agendacli.render.terminal.days.event_signs import EventSigns
from agendacli.render.terminal.phrases import is_quiet
from agendacli.render.terminal.text import Text
from agendacli.words.harmless import one_line
from agendacli.words.prose import MONTHS, WEEKDAYS, clock_text, day_text, plain_days

_HOURS_FROM = 18  # columns of a cell from which a line of a month has the hour too
_NARROWEST = 7  # columns of a cell in which a title is still one
_LONGEST_WEEKDAY = max(map(len, WEEKDAYS))
_CANCELLED = "×"


@frozen
class WallGrid:
    """The grid: which days of a week it has (numbers), how wide each is, and what is marked."""

    columns: tuple[int, ...]
    widths: tuple[int, ...]
    signs: EventSigns
    dial: Dial
    today: date | None

    @classmethod
    def filling(
        cls, columns: Sequence[int], width: int, signs: EventSigns, dial: Dial, today: date | None
    ) -> "WallGrid":
        """The grid that fills so many columns of a terminal."""
        inner, count = width - len(columns) + 1, len(columns)
        widths = (inner // count + (n < inner % count) for n in range(count))
        return cls(tuple(columns), widths=tuple(widths), signs=signs, dial=dial, today=today)

    @property
    def width(self) -> int:
        """All of its columns."""
        return sum(self.widths) + len(self.widths) - 1

    def week(self, week: CalendarWeek) -> Iterator[Text]:
        """One week under its days, with whole titles."""
        shown = [week.days[n] for n in self.columns]
        yield Text(plain_days(shown[0], shown[-1] + DAY).upper(), styles.HEADING)
        yield self._rule("─")
        yield self._row([self._named(day) for day in shown])
        yield from self._bars(week)
        cells = [
            [line for each in week.entries[n] for line in self._said(each).wrapped(width)]
            for n, width in zip(self.columns, self.widths, strict=True)
        ]
        yield from map(self._row, zip_longest(*cells, fillvalue=Text()))

    def month(self, month: date, weeks: Sequence[CalendarWeek]) -> Iterator[Text]:
        """One month, a line an entry; where titles have no room, the days are marked and what is on stands below."""
        yield Text(f"{MONTHS[month.month - 1]} {month.year}".upper(), styles.HEADING)
        weekdays = (WEEKDAYS[weeks[0].days[n].weekday()] for n in self.columns)
        letters = None if min(self.widths) > _LONGEST_WEEKDAY else 3
        yield self._row([Text(each[:letters], styles.QUIET) for each in weekdays])
        is_small = min(self.widths) < _NARROWEST
        for week in weeks:
            yield self._rule("┼")
            yield self._row([self._number(week, n, month, is_small=is_small) for n in self.columns])
            if not is_small:
                yield from self._bars(week)
                with_hour = min(self.widths) >= _HOURS_FROM
                cells = [[self._said(each, with_hour=with_hour) for each in week.entries[n]] for n in self.columns]
                yield from map(self._row, zip_longest(*cells, fillvalue=Text()))
        if is_small:
            yield self._rule("─")
            yield from self._told(weeks)

    def _told(self, weeks: Iterable[CalendarWeek]) -> Iterator[Text]:
        """What is on, an entry a line behind its day."""
        found: dict[int, CalendarEntry] = {}
        for week in weeks:
            found |= {id(bar.entry): bar.entry for bar in week.bars}
            found |= {id(each): each for day in week.entries for each in day}
        for each in found.values():
            days = day_text(each.start) if not each.is_bar else plain_days(each.start, each.end)
            yield Text(overflow="fold").append(f"{days}  ", styles.TIME).append_text(self._said(each))

    def _named(self, day: date) -> Text:
        text = f"{WEEKDAYS[day.weekday()][:3]} {day.day}"
        return Text(f"▶ {text}", styles.NOW) if day == self.today else Text(text, styles.HEADING)

    def _number(self, week: CalendarWeek, number: int, month: date, *, is_small: bool) -> Text:
        """The number of a day, marked if it is today; nothing for a day of another month."""
        day = week.days[number]
        if (day.year, day.month) != (month.year, month.month):
            return Text()
        bars = (bar for bar in week.bars if bar.first <= number <= bar.last)
        is_taken = week.entries[number] or not all(bar.entry.is_quiet for bar in bars)
        mark = "•" if is_small and is_taken else ""
        if day == self.today:
            return Text(f"▶{day.day}{mark}", styles.NOW)
        return Text(f"{day.day}{mark}", styles.TIME if is_taken else styles.QUIET)

    def _said(self, entry: CalendarEntry, *, with_hour: bool = True) -> Text:
        """An entry: its sign, its hour if it has one, its title."""
        occurrence = entry.occurrence
        sign, colour = self.signs.sign(occurrence.programme)
        line = Text(overflow="fold").append(f"{sign} " if sign else "", colour)
        line.append(self._hour(entry) if with_hour else "", styles.TIME)
        if occurrence.status is Status.CANCELLED:
            return line.append(f"{_CANCELLED} {_words(entry)}", styles.CANCELLED)
        return line.append(_words(entry), styles.QUIET if is_quiet(occurrence) else colour)

    def _hour(self, entry: CalendarEntry) -> str:
        """When it begins, as far as that is known; nothing of what has no hours, or takes several days."""
        when = entry.occurrence.when
        if entry.is_event or entry.is_bar or not isinstance(when, Timed | TimeWindow):
            return ""
        return f"{clock_text(when, dial=self.dial) if isinstance(when, TimeWindow) else self.dial.hour(when.start)} "

    def _bars(self, week: CalendarWeek) -> Iterator[Text]:
        """The bars of a week, a line a lane."""
        for lane in range(max((bar.lane for bar in week.bars), default=-1) + 1):
            here = {self.columns.index(bar.first): bar for bar in week.bars if bar.lane == lane}
            line, at = Text(), 0
            while at < len(self.columns):
                line.append("│" if at else "", styles.RULE)
                bar = here.get(at)
                after = self.columns.index(bar.last) + 1 if bar else at + 1
                width = sum(self.widths[at:after]) + after - at - 1
                line.append_text(self._bar(bar, width) if bar else Text(" " * width))
                at = after
            yield line

    def _bar(self, bar: WeekBar, width: int) -> Text:
        """A bar of so many columns, with an arrow where it comes from before or goes on."""
        sign, colour = self.signs.sign(bar.entry.occurrence.programme)
        words = f"{sign} {_words(bar.entry)}" if sign else _words(bar.entry)
        left, right = "→ " if bar.from_before else "", "→" if bar.goes_on else "╴"
        text = Text().append(left, styles.QUIET).append(words, colour or styles.TITLE)
        text.truncate(max(width - 2, 1), overflow="ellipsis")
        return text.append(f" {'─' * (width - text.cell_len - 2)}{right}", colour or styles.QUIET)

    def _row(self, cells: Sequence[Text]) -> Text:
        line = Text()
        for n, (cell, width) in enumerate(zip(cells, self.widths, strict=True)):
            fitted = cell.copy()
            fitted.truncate(width, overflow="ellipsis", pad=True)
            line.append("│" if n else "", styles.RULE).append_text(fitted)
        return line

    def _rule(self, crossing: str) -> Text:
        return Text(crossing.join("─" * width for width in self.widths), styles.RULE)


def _words(entry: CalendarEntry) -> str:
    """What an entry is called: an event by its short title."""
    occurrence = entry.occurrence
    if entry.is_event or occurrence.session.title == occurrence.programme.title:
        return one_line(occurrence.programme.name)
    return one_line(occurrence.session.title)
