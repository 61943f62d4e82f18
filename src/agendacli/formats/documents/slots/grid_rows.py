"""The rows of grids as slots: one for each part of a cell, on each day over which the cell goes."""

import re
from collections.abc import Iterable, Sequence

from agendacli.formats.documents.page import Line, PageRow
from agendacli.formats.documents.slots.cells import CellPart, parts_of
from agendacli.formats.documents.slots.grids import GridHeader, days_over
from agendacli.formats.documents.slots.slot import DayHeading, GridPlace, Slot
from agendacli.formats.documents.slots.state import WalkState
from agendacli.formats.documents.slots.tables import TableSoFar
from agendacli.formats.documents.tokens.hours import HoursWords
from agendacli.formats.documents.tokens.rooms import is_room_code, names_room
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded

_NOTHING = re.compile(r"[\W_]*|\W*(?:cancel?led|withdrawn|entfällt|abgesagt|annulée?|cancelad[oa])\W*", re.IGNORECASE)


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
    cells = [(number, cell) for number, cell in row.row.own if number != table.times and number in table.headers]
    cells = [each for each in cells if not _is_said_before(table, row.row, each[0])]
    made: list[Slot] = []
    for number, cell in cells:
        header = _header(table, row.row, number)
        is_over = len({headers.room for headers in _over(table, row.row, number) if headers.room}) > 1
        beside = sum(table.headers[other].day == table.headers[number].day for other, _ in cells)
        place = GridPlace(
            table.row,
            cell.rows,
            table.hours,
            is_alone=beside == 1,
            is_over_rooms=is_over,
            may_be_over=_may_be_over(table, row.row, number),
        )
        for part in parts_of(cell):
            for day in (*days_over(table.headers, row.row, number),) or (state.day,):
                made += _slots_of(part, row, day, state)
                _place(made, place, row.room or header.room)
    return made


def _beside(table: TableSoFar, number: int) -> list[int]:
    """The columns of the same day."""
    return [other for other, each in table.headers.items() if each.day == table.headers[number].day]


def _is_for_all(table: TableSoFar, row: PageRow, number: int) -> bool:
    """Whether all cells of a day say the same in a row, as breaks stand in tables that cannot merge cells."""
    texts = [row.cells[other].text if other < len(row.cells) else "" for other in _beside(table, number)]
    return len(texts) > 1 and bool(texts[0]) and len({*map(folded, texts)}) == 1


def _is_said_before(table: TableSoFar, row: PageRow, number: int) -> bool:
    return number > min(_beside(table, number)) and _is_for_all(table, row, number)


def _may_be_over(table: TableSoFar, row: PageRow, number: int) -> bool:
    """Whether a cell is the first of its day and the others hold nothing, so that it may be meant for all of them."""
    others = [other for other in _beside(table, number) if other != number]
    cells = [row.cells[other] for other in others if other < len(row.cells)]
    return min(others, default=0) > number and not any(cell.lines for cell in cells)


def _over(table: TableSoFar, row: PageRow, number: int) -> list[GridHeader]:
    """The headers of all columns over which a cell goes."""
    columns = (other for other in table.headers if other < len(row.cells) and row.cells[other] is row.cells[number])
    return [table.headers[other] for other in columns]


def _header(table: TableSoFar, row: PageRow, number: int) -> GridHeader:
    """The header of a cell; one that goes over the whole grid, or over all rooms of its day, is in no room."""
    header = table.headers[number]
    over = {other for other in table.headers if other < len(row.cells) and row.cells[other] is row.cells[number]}
    is_over = len(over) > 1 and over.issuperset(_beside(table, number))
    return GridHeader(day=header.day) if is_over or _is_for_all(table, row, number) else header


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
