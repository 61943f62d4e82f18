"""A timetable on a terminal: day by day as a list, or as a grid of rooms where sessions run side by side."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Literal

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from agendacli.analysis.timetable.bands import bands
from agendacli.analysis.timetable.grid import grid_of
from agendacli.analysis.timetable.sections import Day, Section, Timetable, Window
from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.when import Days, DayWindow, Hours, days_touched
from agendacli.render.terminal import styles
from agendacli.render.terminal.grid import GridDrawing, lanes_that_fit
from agendacli.render.terminal.phrases import (
    changes_of,
    is_quiet,
    joined,
    people_lines,
    said,
    title,
    zones_text,
)
from agendacli.render.terminal.rows import Cell, Inside, Rows
from agendacli.render.terminal.stack import stack
from agendacli.words.harmless import one_line
from agendacli.words.prose import clock_text, days_text, plain_day, window_text

Layout = Literal["auto", "list", "grid"]

_WIDE_TIME = len("22:00–02:00 +1")  # longer words wrap
_WIDE_SECOND = len("22:00 −1–02:00 −1")
_NARROWEST_TITLE = 22
_ROOM_FROM = 76  # below this width the room stands under the title
_SECOND_FROM = 52  # below this width the clocks of a second zone stand under those of the first
_GAP = 2
_EACH = "each one’s own zone"
_USUAL_KIND = "session"  # which says nothing


def draw_timetable(
    timetable: Timetable,
    layout: Layout = "auto",
    width: int = 80,
    dial: Dial = Dial.TWENTY_FOUR,
    *,
    headed: bool = True,
) -> RenderableType:
    """The timetable for a terminal of that many columns; that of one programme with its titles above (`headed`).

    `auto` draws a grid for days on which sessions run side by side and a list for all else. A grid that does not fit,
    and a day with clocks of several zones, is drawn as a list.
    """
    if not timetable.sections:
        return Text("nothing on these days", style=styles.QUIET)
    alone = headed and len(timetable.programmes) == 1
    drawing = _Drawing(timetable, width, dial, alone=alone)
    parts = (drawing.section(each, layout) for each in timetable.sections)
    head = [_head(timetable.programmes[0])] if alone else []
    return stack(chain(head, parts))


def draw_ids(timetable: Timetable, width: int = 80, dial: Dial = Dial.TWENTY_FOUR) -> RenderableType:
    """The timetable of one programme as a list that has each session's address where its people would stand."""
    drawing = _Drawing(timetable, width, dial, alone=True, ids=True)
    return stack(drawing.section(each, "list") for each in timetable.sections)


class _Drawing:
    """What all sections of one timetable share: its columns, and what need not be said again in each row."""

    def __init__(self, timetable: Timetable, width: int, dial: Dial, *, alone: bool, ids: bool = False) -> None:
        rows = [each for section in timetable.sections for each in section.occurrences]
        self.others = {id_: each for section in timetable.sections for id_, each in timetable.beside(section).items()}
        self.held = {id_: block for section in timetable.sections for id_, block in section.held.items()}
        self.width = width
        self.dial = dial
        self.alone = alone
        self.ids = ids
        self.changed = timetable.changed
        self.rooms = timetable.rooms
        wider = 2 * (dial.width - Dial.TWENTY_FOUR.width)  # two hours stand in a column
        self.time = min(max(cell_len(self.clock(each)) for each in rows), _WIDE_TIME + wider)
        self.second = min(max(cell_len(self.clock_beside(each)) for each in rows), _WIDE_SECOND + wider)
        self.stacks_clocks = width < _SECOND_FROM + 2 * wider
        widest_room = max(cell_len(one_line(each.room or "")) for each in rows)
        self.room = min(widest_room, width // 5) if width >= _ROOM_FROM + self.second else 0

    def section(self, section: Section, layout: Layout) -> RenderableType:
        """One section with its heading."""
        body = self.grids(section) if _wants_grid(section, layout) else ()
        return Group(self.heading(section), *(body or (self.rows(section, section.occurrences),)))

    def heading(self, section: Section) -> RenderableType:
        """Day, city and zone with its offset; the programme when the timetable holds several, and a rule."""
        programme = None if self.alone or section.programmes[1:] else said(section.programmes[0].name, styles.NAME)
        what = joined([said(_days(section), styles.HEADING), programme])
        where = joined([section.city, self.zones(section)], styles.QUIET)
        line = joined([what, where])
        lines = (line,) if line.cell_len <= self.width else (what, where)
        return Group(*lines, Text("─" * self.width, style=styles.RULE, no_wrap=True))

    def zones(self, section: Section) -> str | None:
        """The zone of a section with its offset, and that of the clocks beside."""
        own, others = zones_text(section.clocked), self.beside(section)
        return f"{own or _EACH} and {zones_text(others) or _EACH}" if others else own

    def beside(self, section: Section) -> tuple[Occurrence, ...]:
        """What of a section is shown on the clocks beside."""
        return (
            tuple(self.others[each.id] for each in section.occurrences if each.id in self.others) if self.others else ()
        )

    def clock(self, occurrence: Occurrence) -> str:
        """The hours; a letter or a deadline has a day and no hours that could be unknown, so its kind stands there."""
        when, session = occurrence.when, occurrence.session
        has_no_hours = isinstance(when, DayWindow) or (isinstance(when, Days) and when.hours is Hours.UNKNOWN)
        if has_no_hours and session.transparent and session.kind != _USUAL_KIND:
            return one_line(session.kind)
        return clock_text(occurrence.when, dial=self.dial, aligned=True)

    def clock_beside(self, occurrence: Occurrence) -> str:
        """The hours on the clocks beside, marked where it is another day there; nothing where there are none."""
        other = self.others.get(occurrence.id) if self.others else None
        return clock_text(other.when, days_touched(occurrence.when)[0], self.dial, aligned=True) if other else ""

    def rows(self, section: Section, occurrences: Iterable[Occurrence]) -> Rows:
        """A row an occurrence: its hours, its room, its title with what belongs to it below."""
        beside = self.beside(section)
        mixed = _Mixed.of(section, beside)
        room_beside = self.room > 0 and any(each.room for each in section.occurrences)
        widths = (*self.time_columns(is_double=bool(beside)), *((self.room,) if room_beside else ()))
        return Rows(
            widths,
            _GAP,
            (
                (*self.clocks(each, is_double=bool(beside)), *self.row(mixed, each, room_beside=room_beside))
                for each in occurrences
            ),
        )

    def time_columns(self, *, is_double: bool) -> tuple[int, ...]:
        """The widths of the columns of hours: one for each zone, or one for both where two leave no room for titles."""
        if not is_double:
            return (self.time,)
        if not self.stacks_clocks:
            return self.time, self.second
        return (max(self.time, min(self.second, self.width - _NARROWEST_TITLE)),)

    def clocks(self, occurrence: Occurrence, *, is_double: bool) -> tuple[Cell, ...]:
        """The cells of hours of one row."""
        style = styles.QUIET if is_quiet(occurrence) else styles.TIME
        first = Text(self.clock(occurrence), style, overflow="fold")
        if not is_double:
            return ((first,),)
        second = Text(self.clock_beside(occurrence), styles.QUIET, overflow="fold")
        return ((first, *((second,) if second else ())),) if self.stacks_clocks else ((first,), (second,))

    def row(self, mixed: "_Mixed", occurrence: Occurrence, *, room_beside: bool) -> Iterable[Cell]:
        """The other cells of one row; the room in one of its own (`room_beside`) or below the title."""
        style = styles.QUIET if is_quiet(occurrence) else ""
        block = self.held.get(occurrence.id)
        room = said("" if block and block.room == occurrence.room else occurrence.room or "", style)
        if room_beside:
            yield (room,)
        below = () if room_beside or not room else (room,)
        changes = changes_of(occurrence, self.changed)
        found = (title(occurrence), *below, *changes, *self.details(mixed, occurrence))
        yield Inside(found) if block else found

    def details(self, mixed: "_Mixed", occurrence: Occurrence) -> Iterable[Text]:
        """What stands below a title: where it belongs when rows differ in that, then the people."""
        origin = joined(self.origin(mixed, occurrence), styles.QUIET)
        if origin:
            yield origin
        yield from (said(occurrence.id, styles.QUIET),) if self.ids else people_lines(occurrence.session.participants)

    def origin(self, mixed: "_Mixed", occurrence: Occurrence) -> Iterable[Text | str | None]:
        """Programme, city and zone of a row, each only where the section holds several."""
        if mixed.programmes:
            yield said(occurrence.programme.name, styles.NAME)
        if mixed.cities:
            yield occurrence.place.city
        if mixed.zones:
            yield zones_text([occurrence])
        if mixed.zones_beside and occurrence.id in self.others:
            yield zones_text([self.others[occurrence.id]])

    def grids(self, section: Section) -> tuple[RenderableType, ...]:
        """The section as bands of a grid, below what has no hours; empty when it does not fit."""
        others = dict.fromkeys(each.zone for each in self.beside(section) if each.zone)
        if not isinstance(section, Day) or len(section.zones) != 1 or len(others) > 1:
            return ()
        zones = (*section.zones, *others)
        drawn = bands(grid_of(section, self.rooms), lanes_that_fit(self.width, len(zones), self.dial))
        if not drawn or not drawn[0].cells:
            return ()
        above = [self.rows(section, drawn[0].untimed)] if drawn[0].untimed else []
        several, cities = bool(section.programmes[1:]), section.city is None
        grids = [
            GridDrawing(
                each,
                day=section.date,
                zones=zones,
                programmes=several,
                cities=cities,
                dial=self.dial,
                changed=self.changed,
            )
            for each in drawn
        ]
        return (stack([*above, *grids]),)


@frozen
class _Mixed:
    """In what the rows of a section differ, so that each has to say it."""

    programmes: bool
    cities: bool
    zones: bool
    zones_beside: bool

    @classmethod
    def of(cls, section: Section, beside: Sequence[Occurrence]) -> "_Mixed":
        return cls(
            len(section.programmes) > 1, section.city is None, len(section.zones) > 1, zones_text(beside) is None
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
        words = window_text(
            DayWindow(section.start, end=section.end, zone=None, days=section.days, among=section.among)
        )
        return words[:1].upper() + words[1:]
    return days_text(section.start, section.end)
