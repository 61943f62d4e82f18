"""Grids: columns of days or of rooms beside a column of times."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from agendacli.formats.documents.page import Line, PageCell, PageRow
from agendacli.formats.documents.slots.columns.heads import header_columns
from agendacli.formats.documents.slots.headings import day_heading, has_hours
from agendacli.formats.documents.slots.slot import DayHeading
from agendacli.formats.documents.tokens.rooms import is_room_code, names_room
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded

_LONGEST, _LONGEST_NAME, _LONGEST_DAY = 45, 26, 60
_TRACK = re.compile(r"(?:track|stream|strand|salon|gruppe|group|parcours)\b", re.IGNORECASE)
_CORNER = re.compile(r"\b(?:hora|time|zeit|uhrzeit|heure|horaire|aula|room|raum|salle|sala|saal|hall)\b")


@frozen
class GridHeader:
    """What a column of a grid is: a day, a room, or a track of its own."""

    day: DayHeading | None = None
    room: Line | None = None
    track: str = ""


def grid_headers(row: PageRow, times: int | None, *, place: int, is_first: bool) -> dict[int, GridHeader]:
    """The headers of a grid by column; nothing where the row is not a header of one."""
    cells = [(number, cell) for number, cell in row.own if number != times]
    corner = dict(row.own).get(times if times is not None else -1)
    if len(cells) < 2 or times is None or (corner and has_hours(corner.text)):
        return {}
    known = {number: header for number, cell in cells if (header := _header(cell, place))}
    named = {number: _named(cell) for number, cell in cells if len(cell.text) < _LONGEST and not has_hours(cell.text)}
    if sum(not each.track for each in known.values()) > 1:
        return _spread(known if any(each.day for each in known.values()) else named | known, row)
    if row.is_header and len(named | known) == len(cells):
        return _spread(named | known, row)
    return _spread(_by_names(cells, corner.text if corner else "", row, is_first=is_first), row)


def _header(cell: PageCell, place: int) -> GridHeader | None:
    """The header that a cell is by its words; None where they do not tell."""
    if has_hours(cell.text):
        return None
    if len(cell.text) < _LONGEST_DAY and (day := day_heading(_as_heading(cell))):
        return GridHeader(DayHeading(day, cell.lines[0], place))
    if len(cell.text) < _LONGEST and any(names_room(each) for each in (cell.text, *(line.text for line in cell.lines))):
        return GridHeader(room=next((line for line in cell.lines if names_room(line.text)), cell.lines[0]))
    return GridHeader(track=cell.text) if len(cell.text) < _LONGEST and _TRACK.match(cell.text) else None


def _named(cell: PageCell) -> GridHeader:
    """The header of a column with a name: a track that says so, else a place."""
    return GridHeader(track=cell.text) if _TRACK.match(cell.text) else GridHeader(room=cell.lines[0])


def _as_heading(cell: PageCell) -> Line:
    first = cell.lines[0]
    return Line(cell.text, first.line, first.page, level=1)


def _by_names(
    cells: Sequence[tuple[int, PageCell]], corner: str, row: PageRow, *, is_first: bool
) -> dict[int, GridHeader]:
    """Columns with short names that are not words of a header: rooms by their codes, or by what the corner says."""
    texts = [folded(cell.text) for _, cell in cells]
    is_short = all(len(each) <= _LONGEST_NAME for each in texts) and _are_names(texts)
    if not is_short or set(header_columns(row).values()) - {"time"} or any(_says_hours(cell.text) for _, cell in cells):
        return {}
    is_bold = all(line.is_bold for _, cell in cells for line in cell.lines)
    are_codes = all(is_room_code(cell.text) for _, cell in cells)
    is_one = any(names_room(cell.text) for _, cell in cells)
    is_named = are_codes or is_bold or is_one or row.is_header or not corner.strip()
    if not (_CORNER.search(folded(corner)) or (is_first and is_named)):
        return {}
    return {number: _named(cell) for number, cell in cells}


def _are_names(texts: Sequence[str]) -> bool:
    """Whether each text stands over one column, or each as often as the others: once below each day."""
    counts = Counter(texts)
    return all(any(map(str.isalpha, each)) or is_room_code(each) for each in counts) and (
        len(counts) > 1 and len(set(counts.values())) == 1
    )


def _says_hours(text: str) -> bool:
    return has_hours(text) and not is_room_code(text)


def _spread(found: dict[int, GridHeader], row: PageRow) -> dict[int, GridHeader]:
    """The headers by every column that they stand over."""
    whole = dict(found)
    for number, header in found.items():
        for other in range(number + 1, len(row.cells)):
            if row.cells[other] is not row.cells[number]:
                break
            whole[other] = header
    return whole


def are_places(headers: dict[int, GridHeader]) -> bool:
    """Whether some of the headers are days, or rooms by their words."""
    return any(each.day or (each.room and names_room(each.room.text)) for each in headers.values())


def are_rooms(headers: dict[int, GridHeader]) -> bool:
    """Whether several of the headers are rooms by their words, or one is a day."""
    rooms = sum(each.room is not None and names_room(each.room.text) for each in headers.values())
    return rooms > 1 or any(each.day for each in headers.values())


def below(above: dict[int, GridHeader], headers: dict[int, GridHeader]) -> dict[int, GridHeader]:
    """The headers of a second row of them, each with the day or the room that stands over it in the first."""
    return {number: _joined(above.get(number, GridHeader()), header) for number, header in headers.items()}


def _joined(above: GridHeader, header: GridHeader) -> GridHeader:
    return GridHeader(header.day or above.day, header.room or above.room, header.track or above.track)


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
