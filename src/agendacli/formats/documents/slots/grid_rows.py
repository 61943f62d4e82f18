"""The rows of grids as slots: one for each part of a cell, on each day over which the cell goes."""

import re
from collections.abc import Iterable, Sequence

from agendacli.formats.documents.page import Line, PageCell, PageRow
from agendacli.formats.documents.slots.cells import CellPart, parts_of
from agendacli.formats.documents.slots.grids import GridHeader, days_over
from agendacli.formats.documents.slots.slot import DayHeading, GridPlace, Slot
from agendacli.formats.documents.slots.state import WalkState
from agendacli.formats.documents.slots.tables import TableSoFar
from agendacli.formats.documents.tokens.hours import HoursWords
from agendacli.formats.documents.tokens.rooms import is_room_code, names_room
from agendacli.model.frozen import frozen

_NOTHING = re.compile(r"[\W_]*")


@frozen
class GridRow:
    """A row of a grid with its hours, if it has any, the line on which they stand, and what stands there beside."""

    row: PageRow
    hours: Sequence[HoursWords]
    at: Line
    beside: Line | None = None

    @property
    def room(self) -> Line | None:
        """The room that stands beside the hours."""
        is_room = self.beside and (names_room(self.beside.text) or is_room_code(self.beside.text))
        return self.beside if is_room else None


def grid_slots(row: GridRow, table: TableSoFar, state: WalkState) -> list[Slot]:
    """The slots of a row of a grid, opened in order."""
    cells = [(number, cell) for number, cell in row.row.own() if number != table.times and number in table.headers]
    made: list[Slot] = []
    for number, cell in cells:
        header = _header(table, number, cell)
        place = GridPlace(table.row, cell.rows, table.hours, is_alone=len(cells) == 1)
        for part in parts_of(cell):
            for day in (*days_over(table.headers, row.row, number),) or (state.day,):
                made += _slots_of(part, row, day, state)
                _place(made, place, row.room or header.room)
    return made


def _header(table: TableSoFar, number: int, cell: PageCell) -> GridHeader:
    """The header of a cell; one that goes over the whole grid is in no room."""
    is_whole = cell.columns >= max(2, len(table.headers))
    return GridHeader(day=table.headers[number].day) if is_whole else table.headers[number]


def _slots_of(part: CellPart, row: GridRow, day: DayHeading | None, state: WalkState) -> list[Slot]:
    """Slots of a part of a cell on a day, at its own hours or else at those of the row."""
    if all(_NOTHING.fullmatch(line.text) for line in part.lines):
        return []
    at = part.at if part.hours and not part.is_in_brackets else row.at
    made = state.open((part.hours,) if part.hours else row.hours, at, None, is_row=True)
    if day is not None:
        state.found.add_days(day)
    for slot in made:
        slot.day, slot.lines = day, [*part.lines]
        slot.doubts += ["its own time is in brackets"] if part.is_in_brackets else []
    return made


def _place(slots: Iterable[Slot], place: GridPlace, room: Line | None) -> None:
    """Say of slots where in the grid they stand."""
    for slot in slots:
        if slot.grid is None:
            slot.grid, slot.room = place, room or slot.room
