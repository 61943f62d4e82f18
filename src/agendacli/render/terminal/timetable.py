"""A timetable on a terminal: day by day as a list, or as a grid of rooms where sessions run side by side."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Literal

from rich.cells import cell_len

from agendacli.analysis.timetable.columns import RoomOrder
from agendacli.analysis.timetable.day_plan import plan_of
from agendacli.analysis.timetable.sections import Day, Section, Timetable
from agendacli.analysis.upcoming import on_now
from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Timed, days_touched
from agendacli.render.terminal import styles
from agendacli.render.terminal.days.day import WIDEST_LINE, DayDrawing
from agendacli.render.terminal.days.event_signs import NO_SIGNS, EventSigns
from agendacli.render.terminal.days.heading import NO_HEAD, TimetableHead, section_days
from agendacli.render.terminal.days.margin import NOW, Margin
from agendacli.render.terminal.days.said import SaidOf, hours_text
from agendacli.render.terminal.drawing import Drawable, Group
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
from agendacli.render.terminal.text import Text
from agendacli.words.harmless import one_line
from agendacli.words.prose import clock_text

Layout = Literal["auto", "list", "grid"]

_WIDE_TIME = len("22:00–02:00 +1")  # longer words wrap
_WIDE_SECOND = len("22:00 −1–02:00 −1")
_NARROWEST_TITLE = 22
_ROOM_FROM = 76  # below this width the room stands under the title
_SECOND_FROM = 52  # below this width the clocks of a second zone stand under those of the first
_GAP = 2
_EACH = "each one’s own zone"


def draw_timetable(
    timetable: Timetable,
    layout: Layout = "auto",
    width: int = 80,
    dial: Dial = Dial.TWENTY_FOUR,
    *,
    headed: bool = True,
) -> Drawable:
    """The timetable for a terminal of that many columns; that of one programme with its titles above (`headed`).

    A day is drawn as a printed programme has it, with boxes where sessions run side by side; as a `list`, where that
    does not fit, and where a day has clocks of several zones, each session is a row.
    """
    if not timetable.sections:
        return Text("nothing on these days", style=styles.QUIET)
    alone = headed and len(timetable.programmes) == 1
    drawing = _Drawing(timetable, width, dial, alone=alone)
    head = [drawing.head.drawn(timetable.programmes[0], drawing.rule(layout))] if alone else []
    return stack(chain(head, (drawing.section(each, layout) for each in timetable.sections)))


def draw_ids(timetable: Timetable, width: int = 80, dial: Dial = Dial.TWENTY_FOUR) -> Drawable:
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
        self.clock = timetable.clock
        self.signs = EventSigns(timetable.events or timetable.programmes)
        self.order = RoomOrder(rows, timetable.gazetteer)
        self.before = timetable.going_on()
        self.head = TimetableHead.of(timetable, self.zones) if alone and not ids else NO_HEAD
        wider = 2 * (dial.width - Dial.TWENTY_FOUR.width)  # two hours stand in a column
        self.time = min(max(cell_len(self.hours(each)) for each in rows), _WIDE_TIME + wider)
        self.second = min(max(cell_len(self.clock_beside(each)) for each in rows), _WIDE_SECOND + wider)
        self.stacks_clocks = width < _SECOND_FROM + 2 * wider
        widest_room = max(cell_len(one_line(each.room or "")) for each in rows)
        self.room = min(widest_room, width // 5) if width >= _ROOM_FROM + self.second else 0

    def section(self, section: Section, layout: Layout) -> Drawable:
        """One section with its heading."""
        plan = None if layout == "list" else self.plan(section)
        return Group(self.heading(section, layout), plan or self.rows(section, section.occurrences))

    def rule(self, layout: Layout) -> int:
        """How wide a section is."""
        return self.width if layout == "list" else min(self.width, WIDEST_LINE)

    def heading(self, section: Section, layout: Layout) -> Drawable:
        """The day, what of programme, city and zone the head does not say for all days, and a rule."""
        only = None if self.alone or section.programmes[1:] else section.programmes[0]
        programme = self.signs.before(only, said(only.name, styles.NAME)) if only else None
        city = None if self.head.city else section.city
        zones = None if self.head.zones else self.zones(section)
        what = joined([said(section_days(section, self.head, self.clock), styles.HEADING), programme])
        where = joined([city, zones], styles.QUIET)
        line = joined([what, where])
        lines = (line,) if line.cell_len <= self.width else (what, where)
        legend = [joined(_legend(section, self.signs))] if section.programmes[1:] else []
        return Group(*lines, *legend, Text("─" * self.rule(layout), style=styles.RULE, no_wrap=True))

    def zones(self, section: Section) -> str | None:
        """The zone of a section with its offset, and that of the clocks beside."""
        own, others = zones_text(section.clocked), self.beside(section)
        return f"{own or _EACH} and {zones_text(others) or _EACH}" if others else own

    def beside(self, section: Section) -> tuple[Occurrence, ...]:
        """What of a section is shown on the clocks beside."""
        return (
            tuple(self.others[each.id] for each in section.occurrences if each.id in self.others) if self.others else ()
        )

    def hours(self, occurrence: Occurrence) -> str:
        """The hours in a column."""
        return hours_text(occurrence, self.dial, aligned=True)

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
        first = Text(self.hours(occurrence), style, overflow="fold")
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
        words = self.title(occurrence)
        words = self.signs.before(occurrence.programme, words) if mixed.programmes else words
        found = (words, *below, *changes, *self.details(mixed, occurrence))
        yield Inside(found) if block else found

    def title(self, occurrence: Occurrence) -> Text:
        """The title, marked if it is on at the moment of the clock."""
        found = title(occurrence)
        if self.clock and isinstance(occurrence.when, Timed) and on_now((occurrence,), self.clock):
            found.append("  ").append(NOW, styles.NOW)
        return found

    def details(self, mixed: "_Mixed", occurrence: Occurrence) -> Iterable[Text]:
        """What stands below a title: where it belongs when rows differ in that, then the people."""
        origin = joined(self.origin(mixed, occurrence), styles.QUIET)
        if origin:
            yield origin
        yield from (said(occurrence.id, styles.QUIET),) if self.ids else people_lines(occurrence.session.participants)

    def origin(self, mixed: "_Mixed", occurrence: Occurrence) -> Iterable[Text | str | None]:
        """City and zone of a row, each only where the section holds several."""
        if mixed.cities:
            yield occurrence.place.city
        if mixed.zones:
            yield zones_text([occurrence])
        if mixed.zones_beside and occurrence.id in self.others:
            yield zones_text([self.others[occurrence.id]])

    def plan(self, section: Section) -> DayDrawing | None:
        """A day as its plan; None for what is not a day of one zone, and where it does not fit."""
        others = dict.fromkeys(each.zone for each in self.beside(section) if each.zone)
        if not isinstance(section, Day) or len(section.zones) != 1 or len(others) > 1:
            return None
        zones = (*section.zones, *others)
        found = plan_of(section, self.order, self.before.get(section.date, ()))
        margin = Margin.of(found, section.date, zones, self.dial, clock=self.clock)
        signs = self.signs if section.programmes[1:] else NO_SIGNS
        say = SaidOf(self.dial, signs, section.has_cities, others=self.others, changed=self.changed)
        return DayDrawing.fitting(found, margin, say, self.width)


def _legend(section: Section, signs: EventSigns) -> Iterable[Text]:
    """The events of a section behind their signs, each with its city where these differ."""
    cities = {} if section.city else section.cities
    for each, name in zip(section.programmes, signs.legend(section.programmes), strict=True):
        only = cities.get(each.id, ())
        yield name.append(f" ({one_line(only[0])})", styles.QUIET) if len(only) == 1 else name


@frozen
class _Mixed:
    """In what the rows of a section differ, so that each has to say it."""

    programmes: bool
    cities: bool
    zones: bool
    zones_beside: bool

    @classmethod
    def of(cls, section: Section, beside: Sequence[Occurrence]) -> "_Mixed":
        return cls(len(section.programmes) > 1, section.has_cities, len(section.zones) > 1, zones_text(beside) is None)
