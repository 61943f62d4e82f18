"""Grids: columns of days or of rooms beside a column of times."""

import re
from collections.abc import Iterator, Sequence

from agendacli.formats.documents.page import Line, PageCell, PageRow
from agendacli.formats.documents.slots.columns import header_columns
from agendacli.formats.documents.slots.headings import day_heading
from agendacli.formats.documents.slots.slot import DayHeading
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.rooms import is_room_code, names_room
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded

_LONGEST, _LONGEST_NAME, _LONGEST_DAY = 45, 26, 60
_TRACK = re.compile(r"(?:track|stream|strand|salon|gruppe|group|parcours)\b", re.IGNORECASE)
_ROOMS = re.compile(r"\b(?:aula|room|raum|salle|sala|saal|hall)\b")
_TIMES = re.compile(r"\b(?:hora|time|zeit|uhrzeit|heure|horaire)\b")


@frozen
class GridHeader:
    """What a column of a grid is: a day, a room, or a track of its own."""

    day: DayHeading | None = None
    room: Line | None = None
    track: str = ""


def grid_headers(row: PageRow, times: int | None, *, place: int, is_first: bool) -> dict[int, GridHeader]:
    """The headers of a grid by column; nothing where the row is no header of one."""
    cells = [(number, cell) for number, cell in row.own() if number != times]
    corner = dict(row.own()).get(times if times is not None else -1)
    if len(cells) < 2 or times is None or (corner and hours_in(corner.text)):
        return {}
    found = {number: header for number, cell in cells if (header := _header(cell, place, is_header=row.is_header))}
    if sum(not each.track for each in found.values()) > 1 or (row.is_header and len(found) == len(cells)):
        return _spread(found, row)
    return _spread(_by_names(cells, corner.text if corner else "", row, is_first=is_first), row)


def _header(cell: PageCell, place: int, *, is_header: bool) -> GridHeader | None:
    if hours_in(cell.text):
        return None
    if len(cell.text) < _LONGEST_DAY and (day := day_heading(_as_heading(cell))):
        return GridHeader(DayHeading(day, cell.lines[0], place))
    if len(cell.text) < _LONGEST and names_room(cell.text):
        return GridHeader(room=cell.lines[0])
    is_track = len(cell.text) < _LONGEST and (is_header or _TRACK.match(cell.text))
    return GridHeader(track=cell.text) if is_track else None


def _as_heading(cell: PageCell) -> Line:
    first = cell.lines[0]
    return Line(cell.text, first.line, first.page, level=1)


def _by_names(
    cells: Sequence[tuple[int, PageCell]], corner: str, row: PageRow, *, is_first: bool
) -> dict[int, GridHeader]:
    """Columns with short names that are no words of a header: rooms by their codes, or by what the corner says."""
    texts = [folded(cell.text) for _, cell in cells]
    is_short = all(len(each) <= _LONGEST_NAME for each in texts) and len(set(texts)) == len(texts)
    if not is_short or header_columns(row) or any(hours_in(cell.text) for _, cell in cells):
        return {}
    is_bold = all(line.is_bold for _, cell in cells for line in cell.lines)
    are_codes = all(is_room_code(cell.text) for _, cell in cells)
    if not (_TIMES.search(folded(corner)) or (is_first and (are_codes or is_bold or row.is_header))):
        return {}
    are_rooms = are_codes or _ROOMS.search(folded(corner)) is not None
    return {
        number: GridHeader(room=cell.lines[0]) if are_rooms else GridHeader(track=cell.text) for number, cell in cells
    }


def _spread(found: dict[int, GridHeader], row: PageRow) -> dict[int, GridHeader]:
    """The headers by every column that they stand over."""
    whole = dict(found)
    for number, header in found.items():
        for other in range(number + 1, len(row.cells)):
            if row.cells[other] is not row.cells[number]:
                break
            whole[other] = header
    return whole


def days_over(headers: dict[int, GridHeader], row: PageRow, number: int) -> Iterator[DayHeading]:
    """The days over which the cell of a column goes, each once."""
    seen: list[DayHeading] = []
    for other in range(number, len(row.cells)):
        if row.cells[other] is not row.cells[number]:
            break
        day = headers[other].day if other in headers else None
        if day and day not in seen:
            seen.append(day)
            yield day
