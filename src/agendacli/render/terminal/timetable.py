"""A timetable on a terminal: day by day as a list, or as a grid of rooms where sessions run side by side."""

from collections.abc import Iterable
from typing import Literal

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from agendacli.analysis.grid import bands, grid_of
from agendacli.analysis.timetable import Day, Section, Timetable, Window
from agendacli.model.harmless import one_line
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.when import Days, DayWindow, days_touched
from agendacli.model.wording import clock_text, days_text, plain_day, window_text
from agendacli.render.terminal import styles
from agendacli.render.terminal.grid import GridDrawing, lanes_that_fit
from agendacli.render.terminal.phrases import is_quiet, joined, people, said, title, zones_text
from agendacli.render.terminal.stack import stack

Layout = Literal["auto", "list", "grid"]

_WIDE_TIME = 14  # "22:00–02:00 +1"; longer words wrap
_WIDE_SECOND = 17  # "22:00 −1–02:00 −1"
_NARROWEST_TITLE = 22
_ROOM_FROM = 76  # below this width the room stands under the title
_SECOND_FROM = 52  # below this width the clocks of a second zone stand under those of the first
_GAP = 2
_EACH = "each one’s own zone"


def draw_timetable(timetable: Timetable, layout: Layout = "auto", width: int = 80) -> RenderableType:
    """The timetable for a terminal of that many columns.

    `auto` draws a grid for days on which sessions run side by side and a list for all else. A grid that does not fit,
    and a day with clocks of several zones, is drawn as a list.
    """
    if not timetable.sections:
        return Text("nothing on these days", style=styles.QUIET)
    alone = len(timetable.programmes) == 1
    drawing = _Drawing(timetable, width, alone=alone)
    parts = [drawing.section(each, layout) for each in timetable.sections]
    head = [_head(timetable.programmes[0])] if alone else []
    return stack([*head, *parts])


def draw_ids(timetable: Timetable, width: int = 80) -> RenderableType:
    """The timetable of one programme as a list that has each session's address where its people would stand."""
    drawing = _Drawing(timetable, width, alone=True, ids=True)
    return stack(drawing.section(each, "list") for each in timetable.sections)


class _Drawing:
    """What all sections of one timetable share: its columns, and what need not be said again in each row."""

    def __init__(self, timetable: Timetable, width: int, *, alone: bool, ids: bool = False) -> None:
        rows = [each for section in timetable.sections for each in section.occurrences]
        self.others = {id_: each for section in timetable.sections for id_, each in timetable.beside(section).items()}
        self.width = width
        self.alone = alone
        self.ids = ids
        self.time = min(max(cell_len(_clock(each)) for each in rows), _WIDE_TIME)
        self.second = min(max(cell_len(self.clock_beside(each)) for each in rows), _WIDE_SECOND)
        widest_room = max(cell_len(one_line(each.room or "")) for each in rows)
        self.room = min(widest_room, width // 5) if width >= _ROOM_FROM + self.second else 0

    def section(self, section: Section, layout: Layout) -> RenderableType:
        """One section with its heading."""
        body = self.grids(section) if _wants_grid(section, layout) else ()
        return Group(self.heading(section), *(body or (self.rows(section, section.occurrences),)))

    def heading(self, section: Section) -> RenderableType:
        """Day, city and zone with its offset; the programme when the timetable holds several, and a rule."""
        programme = None if self.alone or section.programmes[1:] else said(section.programmes[0].name, styles.NAME)
        city = None if section.cities[1:] else " ".join(section.cities)
        what = joined([said(_days(section), styles.HEADING), programme])
        where = joined([city, self.zones(section)], styles.QUIET)
        line = joined([what, where])
        lines = (line,) if line.cell_len <= self.width else (what, where)
        return Group(*lines, Text("─" * self.width, style=styles.RULE, no_wrap=True))

    def zones(self, section: Section) -> str | None:
        """The zone of a section with its offset, and that of the clocks beside."""
        own, others = zones_text(section.occurrences), self.beside(section)
        return f"{own or _EACH} and {zones_text(others) or _EACH}" if others else own

    def beside(self, section: Section) -> tuple[Occurrence, ...]:
        """What of a section is shown on the clocks beside."""
        return tuple(self.others[each.id] for each in section.occurrences if each.id in self.others)

    def clock_beside(self, occurrence: Occurrence) -> str:
        """The hours on the clocks beside, marked where it is another day there; nothing where there are none."""
        other = self.others.get(occurrence.id)
        return clock_text(other.when, days_touched(occurrence.when)[0]) if other else ""

    def rows(self, section: Section, occurrences: Iterable[Occurrence]) -> Table:
        """A row an occurrence: its hours, its room, its title with what belongs to it below."""
        table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
        is_double = bool(self.beside(section))
        for width in self.time_columns(is_double=is_double):
            table.add_column(width=width)
        room_beside = self.room > 0 and any(each.room for each in section.occurrences)
        if room_beside:
            table.add_column(width=self.room)
        table.add_column(overflow="fold")
        for each in occurrences:
            table.add_row(*self.clocks(each, is_double=is_double), *self.row(section, each, room_beside=room_beside))
        return table

    def time_columns(self, *, is_double: bool) -> tuple[int, ...]:
        """The widths of the columns of hours: one for each zone, or one for both where two leave no room for titles."""
        if not is_double:
            return (self.time,)
        if self.width >= _SECOND_FROM:
            return self.time, self.second
        return (max(self.time, min(self.second, self.width - _NARROWEST_TITLE)),)

    def clocks(self, occurrence: Occurrence, *, is_double: bool) -> tuple[RenderableType, ...]:
        """The cells of hours of one row."""
        first = said(_clock(occurrence), styles.QUIET if is_quiet(occurrence) else styles.TIME)
        second = said(self.clock_beside(occurrence), styles.QUIET)
        if not is_double:
            return (first,)
        return (first, second) if self.width >= _SECOND_FROM else (Group(first, *((second,) if second else ())),)

    def row(self, section: Section, occurrence: Occurrence, *, room_beside: bool) -> Iterable[RenderableType]:
        """The other cells of one row; the room in one of its own (`room_beside`) or below the title."""
        style = styles.QUIET if is_quiet(occurrence) else ""
        room = said(occurrence.room or "", style)
        if room_beside:
            yield room
        below = () if room_beside or not room else (room,)
        yield Group(title(occurrence), *below, *self.details(section, occurrence))

    def details(self, section: Section, occurrence: Occurrence) -> Iterable[Text]:
        """What stands below a title: where it belongs when rows differ in that, then the people."""
        origin = joined(self.origin(section, occurrence), styles.QUIET)
        if origin:
            yield origin
        yield from (said(occurrence.id, styles.QUIET),) if self.ids else people(occurrence.session.participants)

    def origin(self, section: Section, occurrence: Occurrence) -> Iterable[Text | str | None]:
        """Programme, city and zone of a row, each only where the section holds several."""
        if section.programmes[1:]:
            yield said(occurrence.programme.name, styles.NAME)
        if section.cities[1:]:
            yield occurrence.place.city
        if section.zones[1:]:
            yield zones_text([occurrence])
        if occurrence.id in self.others and not zones_text(self.beside(section)):
            yield zones_text([self.others[occurrence.id]])

    def grids(self, section: Section) -> tuple[RenderableType, ...]:
        """The section as bands of a grid, below what has no hours; empty when it does not fit."""
        others = dict.fromkeys(each.zone for each in self.beside(section) if each.zone)
        if not isinstance(section, Day) or len(section.zones) != 1 or len(others) > 1:
            return ()
        zones = (*section.zones, *others)
        drawn = bands(grid_of(section), lanes_that_fit(self.width, len(zones)))
        if not drawn or not drawn[0].cells:
            return ()
        above = [self.rows(section, drawn[0].untimed)] if drawn[0].untimed else []
        several = bool(section.programmes[1:])
        grids = [GridDrawing(each, section.date, zones, several=several) for each in drawn]
        return (stack([*above, *grids]),)


def _clock(occurrence: Occurrence) -> str:
    """The hours; a letter or a deadline has a day and no hours that could be unknown, so its kind stands there."""
    by_days = isinstance(occurrence.when, Days | DayWindow)
    return (
        one_line(occurrence.session.kind) if by_days and occurrence.session.transparent else clock_text(occurrence.when)
    )


def _wants_grid(section: Section, layout: Layout) -> bool:
    return layout == "grid" or (layout == "auto" and isinstance(section, Day) and section.parallel)


def _head(programme: Programme) -> RenderableType:
    """The programme's name, its full title, and what is printed of this revision."""
    full = () if programme.title == programme.name else (said(programme.title, styles.QUIET),)
    revision = f"revision of {plain_day(programme.revision)}" if programme.revision else None
    stage = joined([programme.stage, revision], styles.QUIET)
    return Group(said(programme.name, styles.HEADING), *full, *((stage,) if stage else ()))


def _days(section: Section) -> str:
    if isinstance(section, Window):
        words = window_text(DayWindow(section.start, section.end, None, section.days))
        return words[:1].upper() + words[1:]
    return days_text(section.start, section.end)
