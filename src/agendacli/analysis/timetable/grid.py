"""A day whose sessions run side by side, as a grid of values: rooms across, time down."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from agendacli.analysis.timetable.sections import Day
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.when import Timed


@frozen
class Column:
    """A room as printed (None: no room is stated), its city, and how many lanes its sessions need side by side."""

    room: str | None
    city: str | None = None
    lanes: int = 1


@frozen
class Cell:
    """An occurrence in the rows from `top` to before `bottom` and the lanes from `left` to before `right`.

    Rows lie between neighbouring boundaries. `open`: its end is stated nowhere, the cell only reaches to the next
    boundary.
    """

    occurrence: Occurrence
    top: int
    bottom: int
    left: int
    right: int
    open: bool = False


@frozen
class Grid:
    """What stands above the grid, its columns from left to right, its time boundaries from top to bottom, its cells.

    Boundaries are UTC instants; a last one of None stands for an end that is stated nowhere.
    """

    untimed: tuple[Occurrence, ...]
    columns: tuple[Column, ...]
    boundaries: tuple[datetime | None, ...]
    cells: tuple[Cell, ...]

    @property
    def lanes(self) -> int:
        """The number of lanes of all columns together."""
        return sum(each.lanes for each in self.columns)


@frozen
class _Block:
    """A timed occurrence in its rows, before it has a place across."""

    occurrence: Occurrence
    top: int
    bottom: int
    open: bool

    def meets(self, other: "_Block") -> bool:
        return self.top < other.bottom and other.top < self.bottom


_Room = tuple[str | None, str | None, str | None]
_NO_ROOM: _Room = (None, None, None)


def grid_of(day: Day) -> Grid:
    """The day as one grid, however wide: rooms in order of first use.

    Two sessions at once in one room get lanes of their own. A session without a room stands across all columns when
    nothing else runs meanwhile, else in a column without a name. What has no hours, or no length, stands above.
    """
    return _grid(day.occurrences)


def bands(grid: Grid, most: int) -> tuple[Grid, ...]:
    """The grid as grids of at most `most` lanes, to be drawn one below the other; none if a room alone needs more.

    Where the whole does not fit, the day is cut at hours at which nothing goes on, and only a stretch that is still too
    wide into groups of rooms: so later hours stand below earlier ones as far as they can.
    """
    if any(each.lanes > most for each in grid.columns):
        return ()
    if grid.lanes <= most:
        return (grid,)
    first, *others = (band for each in _stretches(grid, most) for band in _side_by_side(_grid(each, grid), most))
    return replace(first, untimed=grid.untimed), *others


def _side_by_side(grid: Grid, most: int) -> Iterable[Grid]:
    """The grid as it is if it fits, else its rooms in groups."""
    if grid.lanes <= most:
        return (grid,)
    return (_band(grid, left, right) for left, right in pairwise(_cuts(grid.columns, _even(grid.columns, most))))


def _stretches(grid: Grid, most: int) -> Sequence[tuple[Occurrence, ...]]:
    """The occurrences in stretches between which nothing goes on, each as long as it fits."""
    found: list[tuple[Occurrence, ...]] = []
    reach = 0
    for cell in grid.cells:
        if found and cell.top < reach:
            found[-1] += (cell.occurrence,)
        else:
            found.append((cell.occurrence,))
        reach = max(reach, cell.bottom)
    return _joined(found, most)


def _joined(stretches: Iterable[tuple[Occurrence, ...]], most: int) -> Sequence[tuple[Occurrence, ...]]:
    joined: list[tuple[Occurrence, ...]] = []
    for each in stretches:
        if joined and _grid(joined[-1] + each).lanes <= most:
            joined[-1] += each
        else:
            joined.append(each)
    return joined


def _grid(occurrences: Sequence[Occurrence], like: Grid | None = None) -> Grid:
    """The occurrences as one grid, its rooms in the order that they have in another one."""
    timed = tuple(each for each in occurrences if _has_length(each))
    boundaries = _boundaries(timed)
    rows = {moment: n for n, moment in enumerate(boundaries)}
    blocks = tuple(_block(each, rows) for each in timed)
    rooms = _rooms(blocks)
    lanes = {room: _lanes([block for block, home in rooms if home == room]) for room in _as_in(like, _across(rooms))}
    columns = tuple(Column(room[2], room[0], _count(placed)) for room, placed in lanes.items())
    untimed = tuple(each for each in occurrences if not _has_length(each))
    return Grid(untimed, columns, boundaries, tuple(sorted(_cells(rooms, lanes), key=_reading_order)))


def _has_length(occurrence: Occurrence) -> bool:
    return isinstance(occurrence.when, Timed) and not occurrence.when.is_moment


def _extent(occurrence: Occurrence) -> tuple[datetime, datetime | None]:
    bounds: Interval = occurrence.bounds
    is_open = isinstance(occurrence.when, Timed) and occurrence.when.end is None
    return bounds.start, None if is_open else bounds.end


def _boundaries(timed: Sequence[Occurrence]) -> tuple[datetime | None, ...]:
    extents = [_extent(each) for each in timed]
    stated = sorted({moment for extent in extents for moment in extent if moment is not None})
    needs_open_end = any(end is None and start == stated[-1] for start, end in extents)
    return (*stated, None) if needs_open_end else tuple(stated)


def _block(occurrence: Occurrence, rows: Mapping[datetime | None, int]) -> _Block:
    start, end = _extent(occurrence)
    return _Block(occurrence, rows[start], rows[start] + 1 if end is None else rows[end], end is None)


def _rooms(blocks: Sequence[_Block]) -> Sequence[tuple[_Block, _Room | None]]:
    """Each block with its column; None for one that stands across all columns."""
    homes = [(block, _room(block.occurrence)) for block in blocks]
    named = list(dict.fromkeys(home for _, home in homes if home != _NO_ROOM))
    if not named:
        return homes
    return [(block, None if home == _NO_ROOM and _alone(block, blocks) else home) for block, home in homes]


def _across(rooms: Iterable[tuple[_Block, _Room | None]]) -> list[_Room]:
    """The columns in order of first use, where that is the same in the programme's order; that without a name last."""
    used = dict.fromkeys(room for _, room in sorted(rooms, key=_first_use) if room is not None)
    return sorted(used, key=_NO_ROOM.__eq__)


def _as_in(grid: Grid | None, rooms: list[_Room]) -> list[_Room]:
    """The rooms as the columns of that grid stand, others behind them; as they are without one."""
    columns = grid.columns if grid else ()
    place = {(each.city, each.room): n for n, each in enumerate(columns)}
    return sorted(rooms, key=lambda room: place.get((room[0], room[2]), len(columns)))


def _first_use(placed: tuple[_Block, _Room | None]) -> tuple[int, int]:
    return placed[0].top, _position(placed[0].occurrence)


def _position(occurrence: Occurrence) -> int:
    """Where a session stands in its programme: at its line, so that no other session of it has to be looked at."""
    span = occurrence.session.span
    return span.line if span else _positions(occurrence.programme).get(occurrence.session.id, 0)


@lru_cache(maxsize=8)
def _positions(programme: Programme) -> dict[str, int]:
    """Where each session stands in a programme that was read from no file."""
    return {each.id: n for n, each in enumerate(programme.sessions)}


def _room(occurrence: Occurrence) -> _Room:
    place = occurrence.place
    return (place.city, place.venue, occurrence.room) if occurrence.room else _NO_ROOM


def _alone(block: _Block, blocks: Iterable[_Block]) -> bool:
    return not any(block.meets(other) for other in blocks if other is not block)


def _lanes(blocks: Sequence[_Block]) -> dict[_Block, tuple[int, int, int]]:
    """For each block of one column its first lane, the one after its last, and the lanes of those it runs beside."""
    placed: dict[_Block, tuple[int, int, int]] = {}
    for cluster in _clusters(blocks):
        lanes: list[list[_Block]] = []
        for block in cluster:
            free = (lane for lane in lanes if lane[-1].bottom <= block.top)
            _add(lanes, next(free, None), block)
        placed |= {block: (n, n + 1, len(lanes)) for n, lane in enumerate(lanes) for block in lane}
    return placed


def _add(lanes: list[list[_Block]], lane: list[_Block] | None, block: _Block) -> None:
    if lane is None:
        lanes.append([block])
    else:
        lane.append(block)


def _clusters(blocks: Sequence[_Block]) -> list[list[_Block]]:
    """The blocks in groups such that no block of one group meets one of another, from top to bottom."""
    clusters: list[list[_Block]] = []
    reach = -1
    for block in sorted(blocks, key=lambda each: (each.top, -each.bottom, each.occurrence.id)):
        if block.top >= reach:
            clusters.append([])
        clusters[-1].append(block)
        reach = max(reach, block.bottom)
    return clusters


def _count(placed: dict[_Block, tuple[int, int, int]]) -> int:
    return max(lanes for _, _, lanes in placed.values())


def _cells(
    rooms: Sequence[tuple[_Block, _Room | None]], lanes: dict[_Room, dict[_Block, tuple[int, int, int]]]
) -> Iterable[Cell]:
    first = 0
    for placed in lanes.values():
        width = _count(placed)
        for block, (left, right, beside) in placed.items():
            # The last of a narrower group takes the lanes that only another hour of that room needs.
            yield _cell(block, first + left, first + (width if right == beside else right))
        first += width
    for block, room in rooms:
        if room is None:
            yield _cell(block, 0, first)


def _cell(block: _Block, left: int, right: int) -> Cell:
    return Cell(block.occurrence, block.top, block.bottom, left, right, block.open)


def _reading_order(cell: Cell) -> tuple[int, int]:
    return cell.top, cell.left


def _cuts(columns: Sequence[Column], most: int) -> list[int]:
    """The lanes at which a new band begins, with the first and the one after the last."""
    cuts, lane = [0], 0
    for column in columns:
        if lane + column.lanes - cuts[-1] > most:
            cuts.append(lane)
        lane += column.lanes
    return [*cuts, lane]


def _even(columns: Sequence[Column], most: int) -> int:
    """The smallest limit that needs no more bands than `most` does, so that bands are about equally wide."""
    count = len(_cuts(columns, most))
    widest = max(column.lanes for column in columns)
    return next(limit for limit in range(widest, most + 1) if len(_cuts(columns, limit)) == count)


def _band(grid: Grid, left: int, right: int) -> Grid:
    """The lanes from `left` to before `right` of a stretch, which has nothing that stands across all of them."""
    return _grid([each.occurrence for each in grid.cells if left <= each.left < right], grid)
