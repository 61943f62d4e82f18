"""Rooms on a terminal: day by day as bars on one time scale, or all days of each together."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from rich.cells import cell_len
from rich.table import Table

from agendacli.analysis.availability.rooms import RoomDay, RoomUse
from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.when import DAY, DayWindow
from agendacli.model.zones import wall
from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Group
from agendacli.render.terminal.phrases import joined, said
from agendacli.render.terminal.stack import stack
from agendacli.render.terminal.text import Text
from agendacli.words.harmless import one_line
from agendacli.words.prose import clock_text, days_text, window_text, zone_text

_GAP = 2
_MINUTES = len("1440 min")
_NARROWEST_BAR = 16
_WIDEST_BAR = 72
_USED, _FREE = "▆", "▂"


def draw_room_days(days: Sequence[RoomDay], width: int = 80, dial: Dial = Dial.TWENTY_FOUR) -> Drawable:
    """The rooms under a heading a day: minutes of use, a bar on the scale of that day, and when they are free."""
    if not days:
        return Text("no room is used", styles.QUIET)
    names = min(max(cell_len(one_line(each.room.name)) for each in days), width // 4)
    groups = [tuple(group) for _, group in groupby(days, key=_heading)]
    return stack(_section(each, names, width, dial) for each in _runs(groups))


def draw_room_uses(uses: Sequence[RoomUse]) -> Drawable:
    """A row a room: its minutes on all days together, on how many, and from when to when."""
    if not uses:
        return Text("no room is used", styles.QUIET)
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    for justify in ("left", "right", "right", "left"):
        table.add_column(justify=justify, overflow="fold")
    for each in uses:
        table.add_row(*_use(each))
    total = Text(f"{sum(each.minutes for each in uses)} min in all", styles.HEADING)
    return Group(table, *([Text(), total] if uses[1:] else []))


def _use(use: RoomUse) -> Iterable[Text | Group]:
    count = len(use.days)
    yield said(use.room.name, styles.HEADING)
    yield Text(f"{use.minutes} min")
    yield Text(f"{count} day{'' if count == 1 else 's'}")
    dates = Text(days_text(use.days[0].day, use.days[-1].day + DAY), styles.TIME, overflow="fold")
    where = joined([use.room.venue, use.room.city], styles.QUIET)
    yield Group(dates, *([where] if where else []))


def _heading(day: RoomDay) -> tuple[date, str, str, str]:
    return day.day, day.room.city or "", day.room.venue or "", day.zone


@frozen
class _Run:
    """The rooms of one building on one day, or on the days up to `last` that all are like it: no hours are known."""

    days: tuple[RoomDay, ...]
    last: date


def _runs(groups: Iterable[tuple[RoomDay, ...]]) -> Sequence[_Run]:
    """The groups in order; those that follow each other by a day and tell the same of unknown hours are one."""
    runs: list[_Run] = []
    for each in groups:
        before = runs[-1] if runs else None
        if before and each[0].day - before.last == DAY and _unsettled(before.days) == _unsettled(each) is not None:
            runs[-1] = _Run(before.days, each[0].day)
        else:
            runs.append(_Run(each, each[0].day))
    return runs


def _unsettled(days: Sequence[RoomDay]) -> Sequence[object] | None:
    """What is told of days on which no hours are known; None where some are."""
    return None if any(map(_shown, days)) else [(each.room, each.zone, each.unknown) for each in days]


def _section(run: _Run, names: int, width: int, dial: Dial) -> Drawable:
    """The rooms under their day and building."""
    days, first = run.days, run.days[0]
    moment = min(each.start for day in days for each in _shown(day)) if any(map(_shown, days)) else None
    zone = zone_text(first.zone, moment) if moment else first.zone
    what = said(days_text(first.day, run.last + DAY), styles.HEADING)
    where = joined([first.room.venue, first.room.city, zone], styles.QUIET)
    line = joined([what, where])
    head = (line,) if line.cell_len <= width else (what, where)
    return Group(*head, Text("─" * width, style=styles.RULE, no_wrap=True), _rows(days, names, width, dial))


def _rows(days: Sequence[RoomDay], names: int, width: int, dial: Dial) -> Table:
    """A row a room, then the hours of the scale, where there is one and it has room."""
    bar = min(width - names - _MINUTES - 2 * _GAP, _WIDEST_BAR)
    scale = _scale(days, bar, dial) if bar >= _NARROWEST_BAR else None
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    table.add_column(width=names, overflow="fold")
    table.add_column(width=_MINUTES, justify="right")
    table.add_column(overflow="fold")
    for each in days:
        bars = [scale.bar(each)] if scale and _shown(each) else []
        table.add_row(said(each.room.name), f"{each.minutes} min", Group(*bars, *_words(each, dial)))
    if scale:
        table.add_row("", "", scale.ticks(days))
    return table


def _words(day: RoomDay, dial: Dial) -> Iterable[Text]:
    if day.free:
        yield Text(
            f"free {', '.join(_hours(each, day.zone, dial) for each in day.free)}", styles.QUIET, overflow="fold"
        )
    for each in day.unknown:
        words = window_text(each.when) if isinstance(each.when, DayWindow) else clock_text(each.when, dial=dial)
        yield joined([said(words, styles.UNSETTLED), said(each.id, styles.QUIET)])


def _hours(interval: Interval, zone: str, dial: Dial) -> str:
    start, end = wall(interval.start, zone), wall(interval.end, zone)
    return f"{dial.hour(start)}–{dial.end_of_day() if end.date() > start.date() else dial.hour(end)}"


def _shown(day: RoomDay) -> tuple[Interval, ...]:
    return (*day.used, *day.free)


@frozen
class _Scale:
    """The instants that the bars of one day show, in so many cells."""

    start: datetime
    end: datetime
    width: int
    zone: str
    dial: Dial

    def at(self, moment: datetime) -> int:
        return round((moment - self.start) / (self.end - self.start) * self.width)

    def bar(self, day: RoomDay) -> Text:
        """Thick where the room is used, thin where it is free."""
        cells = [" "] * self.width
        for intervals, sign in ((day.free, _FREE), (day.used, _USED)):
            for each in intervals:
                left = min(self.at(each.start), self.width - 1)
                right = max(self.at(each.end), left + 1)
                cells[left:right] = sign * (right - left)
        return _coloured("".join(cells))

    def ticks(self, days: Sequence[RoomDay]) -> Text:
        """The hours at which a stretch begins or ends, each below its place, as far as there is room."""
        line = " " * self.width
        moments = sorted({moment for day in days for each in _shown(day) for moment in (each.start, each.end)})
        for moment in (moments[0], moments[-1], *moments[1:-1]):
            line = self.with_tick(line, moment)
        return Text(line.rstrip(), styles.TIME, no_wrap=True)

    def with_tick(self, line: str, moment: datetime) -> str:
        """The line with that hour, where there is room for it."""
        label = self.dial.hour(wall(moment, self.zone))
        left = max(0, min(self.at(moment), self.width - len(label)))
        if line[max(left - 1, 0) : left + len(label) + 1].strip():
            return line
        return line[:left] + label + line[left + len(label) :]


def _coloured(bar: str) -> Text:
    text = Text(no_wrap=True)
    for sign, run in groupby(bar):
        text.append("".join(run), styles.TIME if sign == _USED else styles.QUIET)
    return text


def _scale(days: Sequence[RoomDay], width: int, dial: Dial) -> _Scale | None:
    """From the first to the last that is used or free on that day; None where no hours are known."""
    shown = [each for day in days for each in _shown(day)]
    if not shown:
        return None
    start, end = min(each.start for each in shown), max(each.end for each in shown)
    return _Scale(start, end=end, width=width, zone=days[0].zone, dial=dial) if end - start > timedelta() else None
