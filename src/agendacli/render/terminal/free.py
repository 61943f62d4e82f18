"""Free time on a terminal: runs of days, or hours day by day, with what they depend on."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from rich.table import Table

from agendacli.analysis.availability.free import ALL_DAYS, Free, FreeDay, FreeTime
from agendacli.model.asked import DailyHours
from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Status
from agendacli.model.when import DAY, Timed
from agendacli.model.zones import wall
from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Group, Indented
from agendacli.render.terminal.phrases import joined, said
from agendacli.render.terminal.text import Text
from agendacli.words.prose import clock_text, day_text, days_text, length_text, weekdays_text, when_text, zone_text

_GAP = 2


def draw_free(answer: Free, width: int = 80, dial: Dial = Dial.TWENTY_FOUR, second: str | None = None) -> Drawable:
    """What is free: neighbouring days as one run, hours under their day, and how much it is in all.

    `second` is an IANA zone whose hours stand beside.
    """
    zones = _zones(answer.zone, second)
    head = Group(_head(answer, zones, dial), Text("─" * width, style=styles.RULE, no_wrap=True))
    days = [each for each in answer.found if isinstance(each, FreeDay)]
    times = [each for each in answer.found if isinstance(each, FreeTime)]
    if not days and not times:
        return Group(head, Text("nothing is free", styles.QUIET))
    table = _table(_days(days) if days else _times(times, zones, dial), width, dial)
    return Group(head, table, Text(), _count(days) if days else _sum(times))


def _zones(zone: str, second: str | None) -> tuple[str, ...]:
    return (zone, second) if second and second != zone else (zone,)


def _head(answer: Free, zones: Sequence[str], dial: Dial) -> Text:
    """The days that were asked for, and of hours their zones."""
    wanted = answer.wanted
    which = None if wanted.weekdays == ALL_DAYS else weekdays_text(sorted(wanted.weekdays))
    holidays = f"{len(wanted.holidays)} holiday{_s(len(wanted.holidays))} left out" if wanted.holidays else None
    there = [f"within {_daily(hours, dial)} {zone}" for hours, zone in wanted.elsewhere]
    starts = [each.interval.start for each in answer.found if isinstance(each, FreeTime)]
    zone = " and ".join(zone_text(each, starts[0]) for each in zones) if starts else None
    days = said(days_text(wanted.days.start, wanted.days.end), styles.HEADING)
    return joined([days, which, holidays, zone, *there], styles.QUIET)


def _daily(hours: DailyHours, dial: Dial) -> str:
    """Hours of every day: `09:00–18:00`."""
    return f"{dial.hour(hours.start)}–{dial.end_of_day() if hours.end == time(0) else dial.hour(hours.end)}"


def _days(days: Sequence[FreeDay]) -> Sequence["_Row"]:
    """A row a run of neighbouring days that depend on the same."""
    rows = []
    for run in _runs(days):
        text = Text(days_text(run[0].day, run[-1].day + DAY), styles.TIME)
        rows.append(_Row((text, Text(f"{len(run)} day{_s(len(run))}")), run[0].depends_on))
    return rows


def _times(times: Sequence[FreeTime], zones: Sequence[str], dial: Dial) -> Sequence["_Row"]:
    """A row a stretch; its day only where it is another one than above."""
    rows = []
    above: date | None = None
    for each in times:
        begins = wall(each.interval.start, zones[0]).date()
        day = Text("" if begins == above else day_text(begins), styles.TIME)
        hours = (clock_text(_shown(each.interval, zone), begins, dial, aligned=True) for zone in zones)
        clocks = (Text(text, styles.QUIET if n else styles.TIME) for n, text in enumerate(hours))
        length = Text(length_text(each.interval.end - each.interval.start))
        rows.append(_Row((day, *clocks, length), each.depends_on))
        above = begins
    return rows


@frozen
class _Row:
    """The cells of a row, the last at the right of its column, and what it depends on."""

    cells: tuple[Text, ...]
    depends_on: tuple[Occurrence, ...]

    @property
    def mark(self) -> Text:
        """Whether it is only possibly free."""
        return Text("possible" if self.depends_on else "", styles.UNSETTLED)


def _table(rows: Sequence[_Row], width: int, dial: Dial) -> Drawable:
    """The rows in columns that all share, or where these have no room as lines; below each what it depends on."""
    widths = [max(each.cell_len for each in column) for column in zip(*(row.cells for row in rows), strict=True)]
    wide = sum(widths) + _GAP * len(widths) + len("possible") <= width
    parts: list[Drawable] = []
    for row in rows:
        line = _in_columns(row, widths) if wide else joined([*map(_unaligned, row.cells), row.mark])
        parts += [line, *(Indented(_reason(each, dial), _GAP) for each in row.depends_on)]
    return Group(*parts)


def _unaligned(cell: Text) -> Text:
    return Text(cell.plain.lstrip(), cell.style)


def _in_columns(row: _Row, widths: Sequence[int]) -> Table:
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    for number, width in enumerate(widths, start=1):
        table.add_column(width=width, justify="right" if number == len(widths) else "left")
    table.add_column()
    table.add_row(*row.cells, row.mark)
    return table


def _reason(occurrence: Occurrence, dial: Dial) -> Text:
    tentative = "tentative" if occurrence.status is Status.TENTATIVE else None
    return joined([said(occurrence.id, styles.QUIET), when_text(occurrence.when, dial), tentative], styles.QUIET)


def _runs(days: Sequence[FreeDay]) -> Sequence[Sequence[FreeDay]]:
    """Days that follow each other and depend on the same, together."""
    runs: list[list[FreeDay]] = []
    for each in days:
        last = runs[-1][-1] if runs else None
        if last and each.day - last.day == DAY and each.depends_on == last.depends_on:
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _shown(interval: Interval, zone: str) -> Timed:
    start, end = (wall(each, zone).replace(tzinfo=None) for each in (interval.start, interval.end))
    return Timed(start, end, zone)


def _count(days: Sequence[FreeDay]) -> Text:
    possible = sum(not each.is_certain for each in days)
    return Text(f"{len(days)} day{_s(len(days))}" + (f", {possible} only possibly" if possible else ""), styles.HEADING)


def _sum(times: Sequence[FreeTime]) -> Text:
    """The hours that are certain; those that only may be free overlap with them and are not added."""
    certain = [each.interval for each in times if each.is_certain]
    length = length_text(sum((each.end - each.start for each in certain), timedelta()))
    words = "nothing for certain" if not certain else f"{length}{' for certain' if len(certain) < len(times) else ''}"
    return Text(words, styles.HEADING)


def _s(count: int) -> str:
    return "" if count == 1 else "s"
