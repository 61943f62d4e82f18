"""The rows of tables as slots: a time with a cell for each column, or a grid of rooms or days."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from agendacli.formats.documents.page import Line, PageCell, PageRow
from agendacli.formats.documents.slots.cells import begins_range
from agendacli.formats.documents.slots.grid_rows import GridRow, grid_slots
from agendacli.formats.documents.slots.headings import day_heading, is_numbered_part, is_part_of_day, leader_in, leads
from agendacli.formats.documents.slots.hours_for_all import HOURS_FOR_ALL, room_with_hours
from agendacli.formats.documents.slots.letters import is_due
from agendacli.formats.documents.slots.part_rooms import room_beside_part
from agendacli.formats.documents.slots.slot import DayHeading, Slot
from agendacli.formats.documents.slots.state import WalkState
from agendacli.formats.documents.slots.tables import TableSoFar
from agendacli.formats.documents.slots.trailing import title_before, trailing_hours
from agendacli.formats.documents.tokens.hours import HoursWords, hours_in, leading_hours
from agendacli.formats.documents.tokens.roles import role_label
from agendacli.formats.documents.tokens.rooms import is_room_code, names_room
from agendacli.formats.documents.tokens.statuses import is_only_status
from agendacli.words.kinds import is_transparent, kind_in_title

_LONGEST_DAY = 90
_PART = re.compile(
    r"\W*(?:session|s[ée]ance|sitzung|sektion|sesi[óo]n|block|teil|bloque|part)\s+[\dIVX]+\b", re.IGNORECASE
)
_SIGN = re.compile(r"\s+[–—-]\s+|\s*[(:,|]")


class RowWalk:
    """Takes rows in order; what is not a row of a timetable goes to `take_line`."""

    def __init__(self, state: WalkState, take_line: Callable[[Line], None]) -> None:
        self._state = state
        self._take_line = take_line
        self._last: tuple[int, list[Slot]] = (-1, [])
        self.takes_plain_times = False

    def interrupt(self) -> None:
        """A line between rows: what stands below it is no more of those above."""
        self._last = (-1, [])

    def take(self, row: PageRow, table: TableSoFar) -> None:
        """The next row of a table."""
        table.row += 1
        self._state.has_heads = False
        cells = row.own
        if not cells or self._is_header(row, table):
            return
        if self._is_day(cells, table, row):
            return
        self._day_in_column(cells, table)
        time = table.time_in(row)
        if time is not None and self._are_times(time):
            self._open(row, table, time)
        elif table.has_own_times and table.headers:
            grid_slots(GridRow(row, (), cells[0][1].lines[0]), table, self._state)
        elif len(cells) > 1 and is_only_status(cells[0][1].text):  # `cancelled | Reading`: it has no time any more
            self._last = (-1, [])
            self._state.open_slots = []
            self._state.found.loose += [line for _, cell in cells for line in cell.lines]
        elif (above := self._beside(row, table)) and time is None:
            made = self._record(row, row.own, table, ((above.hours,), above.at))
            self._last = (row.table, made)
        else:
            self._without_time(row, next(iter(table.rows[table.row + 1 :]), None))

    def _beside(self, row: PageRow, table: TableSoFar) -> Slot | None:
        """The slot above at whose time a row is, too, which has no time, but a title and a room of its own."""
        columns = {table.column(number) for number, _ in row.own}
        is_own = "room" in columns and columns & {"title", "main"} and "time" not in columns
        is_person = any(role_label(cell.text) for _, cell in row.own)
        above = self._last[1][0] if self._last[0] == row.table and self._last[1] else None
        return above if above and is_own and not (is_person or table.headers) else None

    def _is_header(self, row: PageRow, table: TableSoFar) -> bool:
        if not table.take_header(row, self._state.place):
            return False
        days = {each.day for each in table.headers.values() if each.day}
        said = [cell for _, cell in row.own if not table.headers]
        heading = next((day for cell in said for line in cell.lines if (day := self._heading(line))), None)
        if heading and not days:
            self._state.new_day(heading)
        return True

    def _heading(self, line: Line) -> DayHeading | None:
        day = day_heading(line)
        return DayHeading(day, line, self._state.place) if day else None

    def _is_day(self, cells: Sequence[tuple[int, PageCell]], table: TableSoFar, row: PageRow) -> bool:
        """Whether the row is the heading of a day."""
        if table.time_in(row) is not None or len(cells) > 2 or any(len(cell.text) >= _LONGEST_DAY for _, cell in cells):
            return False
        if is_due(" ".join(cell.text for _, cell in cells)):  # `Book by: | 12 June`
            return False
        lines = [_whole(cell) for _, cell in cells]
        lines += [line for _, cell in cells for line in cell.lines]
        found = next((day for line in lines if not leading_hours(line.text)[0] and (day := self._heading(line))), None)
        if found is None:
            return False
        self._state.new_day(found)
        self._last = (-1, [])
        return True

    def _day_in_column(self, cells: Sequence[tuple[int, PageCell]], table: TableSoFar) -> None:
        for number, cell in cells:
            if table.column(number) == "day" and (day := self._day_of(cell)):
                self._state.new_day(day)
                self._last = (-1, [])

    def _day_of(self, cell: PageCell) -> DayHeading | None:
        """The day that a cell names as a whole, or its first line."""
        return self._heading(_whole(cell)) or self._heading(cell.lines[0])

    def _are_times(self, cell: PageCell) -> bool:
        hours, _ = leading_hours(cell.text)
        return bool(hours) and (not hours[0].is_plain or self.takes_plain_times)

    def _open(self, row: PageRow, table: TableSoFar, time: PageCell) -> None:
        hours, rest = leading_hours(time.text)
        last = max(time.lines[0].last, time.lines[-1].line) if len(time.lines) > 1 else time.lines[0].last
        first = replace(time.lines[0], last=last)
        left = replace(first, text=rest, pieces=()) if len(rest) > 1 else None
        table.hours[table.row] = hours[0]
        others = [(number, cell) for number, cell in _said_of(row, table) if cell is not time]
        ends = next((cell for number, cell in others if table.column(number) == "end"), None)
        hours = _with_end(hours, ends)
        made = (
            grid_slots(GridRow(row, hours, first, left), table, self._state)
            if table.headers
            else self._record(row, others, table, (hours, first))
        )
        for slot in made:
            slot.end_at = ends.lines[0] if ends else None
        if time.of_all:
            _note_hours_of_all(made, time.of_all)
        for slot in made if left else []:
            if left and (names_room(left.text) or is_room_code(left.text)) and slot.room is None:
                slot.room = left
            elif left and not slot.grid:
                slot.put("main" if not slot.columns.get("title") and not slot.columns.get("main") else "more", (left,))
        self._last = (row.table, made)
        self._state.open_slots = made

    def _record(
        self,
        row: PageRow,
        others: Sequence[tuple[int, PageCell]],
        table: TableSoFar,
        hours: tuple[Sequence[HoursWords], Line],
    ) -> list[Slot]:
        """Slots of a row whose columns each hold another part of one session."""
        made = self._state.open(*hours, None, is_row=True)
        day = self._day_within(others)
        for slot in made:
            slot.day = day or slot.day
            for number, cell in others:
                if table.column(number) not in {"skip", "end", "day"}:
                    lines = cell.lines[1:] if day and cell.lines[0] == day.line else cell.lines
                    slot.put(table.column(number), lines, table.roles.get(number))
                    slot.unsaid += lines if number in table.unsaid and table.column(number) != "main" else ()
            slot.room = _room_above(row, table) or slot.room
        return self._parted(made) if len(made) == 1 else made

    def _day_within(self, others: Sequence[tuple[int, PageCell]]) -> DayHeading | None:
        """The day with which a cell begins, above its title."""
        for _, cell in others:
            day = self._heading(cell.lines[0]) if len(cell.lines) > 1 else None
            if day and day.day.is_dated and not hours_in(cell.lines[0].text):
                self._state.day = day
                self._state.found.add_days(day)
                return day
        return None

    def _parted(self, made: list[Slot]) -> list[Slot]:
        """The slots, and those of a programme inside of a cell, which has times of its own."""
        slot = made[0]
        parts: list[Slot] = []
        for column, lines in list(slot.columns.items()):
            if sum(begins_range(each.text) for each in lines) > 1:
                slot.columns[column] = list(takewhile(lambda line: not begins_range(line.text), lines))
                parts += self._inner(lines[len(slot.columns[column]) :])
        self._state.open_slots = made
        return [*made, *parts]

    def _inner(self, lines: Sequence[Line]) -> list[Slot]:
        found: list[Slot] = []
        for line in lines:
            hours, rest = leading_hours(line.text)
            if hours and hours[0].end:
                found += self._state.open(hours, line, replace(line, text=rest, pieces=()) if rest else None)
            else:
                found[-1].lines.append(line)
        return found

    def _without_time(self, row: PageRow, ahead: PageRow | None) -> None:
        """A row without a time is more of the slots above it, or lines of their own; `ahead` is the row below it."""
        is_more = self._last[0] == row.table and self._last[1]
        cells = [cell for _, cell in row.own]
        if len(cells) == 1 and len(cells[0].lines) == 1 and (hours := trailing_hours(cells[0].lines[0])):
            self._state.open((hours,), cells[0].lines[0], title_before(cells[0].lines[0], hours), is_row=True)
        elif len(cells) == 1 and (room := room_beside_part(cells[0].lines[0])):
            self._last = (-1, [])
            self._state.room, self._state.open_slots = room, []
        elif lead := self._leader(cells, ahead):
            self._last = (-1, [])
            self._state.end_part(cells[0].lines[0])
            self._state.lead = lead
        elif is_more and not _is_title_of_part(cells, row):
            for slot in self._last[1]:
                slot.below += [line for cell in cells for line in cell.lines]
        elif self._state.found.slots and len(cells) == 1 and any(role_label(line.text) for line in cells[0].lines):
            for slot in self._state.open_slots or self._state.found.slots[-1:]:
                slot.below += cells[0].lines
        else:
            self._last = (-1, [])
            self._loose([_set_apart(each) for each in cells] if _is_title_of_part(cells, row) else cells)

    def _leader(self, cells: Sequence[PageCell], ahead: PageRow | None) -> Line | None:
        """Who leads what follows, as a row says behind the title of a part, or alone below a break, above none."""
        first, *others = (line for cell in cells for line in cell.lines)
        if len(others) == len(cells) - 1 == 1 and is_numbered_part(first.text) and leads(others[0]):
            return others[0]  # `Session II: Floods`, and in the column of people `Chair: Ida Holm`
        line = first if not others else None
        if line is None or (ahead and any(is_transparent(kind_in_title(cell.text)) for _, cell in ahead.own)):
            return None
        label = role_label(line.text)
        if label is None:
            return leader_in(line)
        above = self._last[1][-1].texts() if self._last[1] else []
        is_below_break = not self._last[1] or any(is_transparent(kind_in_title(each.text)) for each in above)
        return line if leads(line) and is_below_break else None

    def _loose(self, cells: Sequence[PageCell]) -> None:
        self._state.open_slots = []
        for line in (each for cell in cells for each in cell.lines):
            if len(cells) == 1 or leading_hours(line.text)[0]:
                self._take_line(line)
            elif names_room(line.text) and self._state.found.slots:
                self._state.room = line
            else:
                found = self._state.found
                (found.loose if found.slots else found.before).append(line)


def _note_hours_of_all(slots: Sequence[Slot], line: Line) -> None:
    """Doubt the hours that a line says once for all rows; a room that it names is theirs."""
    room = room_with_hours(line)
    for slot in slots:
        slot.doubts.append(HOURS_FOR_ALL)
        slot.room = slot.room or room


def _said_of(row: PageRow, table: TableSoFar) -> Iterator[tuple[int, PageCell]]:
    """The cells that begin in a row, and the rooms that go on in it from the rows above."""
    for number, (cell, begins) in enumerate(zip(row.cells, row.begins, strict=True)):
        is_room = table.column(number) == "room" and not table.headers
        is_hanging = is_room and number and cell is not row.cells[number - 1]
        if cell.lines and (begins or is_hanging):
            yield number, cell


def _with_end(hours: tuple[HoursWords, ...], cell: PageCell | None) -> tuple[HoursWords, ...]:
    """The hours with the end that stands in a column of its own."""
    found = leading_hours(cell.text)[0] if cell else ()
    if len(hours) != 1 or hours[0].end or not found:
        return hours
    return (replace(hours[0], end=found[0].start, is_open=False),)


def _room_above(row: PageRow, table: TableSoFar) -> Line | None:
    """The room in a cell that begins in a row above and goes over this one."""
    pairs = zip(row.cells, row.begins, strict=True)
    above = [cell for number, (cell, begins) in enumerate(pairs) if not begins and table.column(number) == "room"]
    return next((cell.lines[0] for cell in above if cell.lines and cell.rows > 1), None)


def _whole(cell: PageCell) -> Line:
    """The lines of a cell as one."""
    first, last = cell.lines[0], cell.lines[-1]
    return Line(cell.text, first.line, first.page, level=first.level, last=last.ends)


def _is_title_of_part(cells: Sequence[PageCell], row: PageRow) -> bool:
    """Whether a row is one bold line over the whole table, as over a part of the day."""
    only = cells[0] if len(cells) == 1 else None
    is_wide = only is not None and len(row.cells) > 1 and only.columns >= len(row.cells) - 1
    if only is None or not is_wide:
        return False
    head = replace(only.lines[0], text=_SIGN.split(only.text)[0])
    is_part = _PART.match(only.text) is not None or is_part_of_day(head)
    return is_part or (only.lines[0].is_bold and role_label(only.text) is None)


def _set_apart(cell: PageCell) -> PageCell:
    """The cell as a heading, which a row over the whole table is."""
    return replace(cell, lines=tuple(replace(line, is_bold=True) for line in cell.lines))
