"""A day whose sessions run side by side, as a grid of values: rooms across, time down."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from functools import lru_cache

from agendacli.analysis.blocks import held_by
from agendacli.analysis.room_names import RoomNames
from agendacli.analysis.timetable.sections import Day
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.when import Timed


@frozen
class Column:
    """A room by its one name (None: no room is stated), its city, and how many lanes its sessions need side by side."""

    room: str | None
    city: str | None = None
    lanes: int = 1


@frozen
class Cell:
    """An occurrence in the rows from `top` to before `bottom` and the lanes from `left` to before `right`.

    Rows lie between neighbouring boundaries. `open`: its end is stated nowhere, the cell only reaches to the next
    boundary. `items` are those of a block, in its rooms.
    """

    occurrence: Occurrence
    top: int
    bottom: int
    left: int
    right: int
    open: bool = False
    items: tuple[Occurrence, ...] = ()


@frozen
class Grid:
    """What stands above the grid, its columns from left to right, its time boundaries from top to bottom, its cells.

    Boundaries are UTC instants; a last one of None stands for an end that is stated nowhere. `rooms` names the rooms.
    """

    untimed: tuple[Occurrence, ...]
    columns: tuple[Column, ...]
    boundaries: tuple[datetime | None, ...]
    cells: tuple[Cell, ...]
    rooms: RoomNames = field(default_factory=lambda: RoomNames(()), compare=False, repr=False)

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


def grid_of(day: Day, rooms: RoomNames | None = None) -> Grid:
    """The day as one grid, however wide: rooms in order of first use, by the names in `rooms`, else in that day.

    Two sessions at once in one room get lanes of their own. A session without a room stands across all columns when
    nothing else runs meanwhile, else in a column without a name; one with several stands in each, in one cell where
    these are neighbours. What has no hours, or no length, stands above. The items of a block are inside of its cell.
    """
    return arranged(day.occurrences, rooms or RoomNames(day.occurrences))


def arranged(
    occurrences: Iterable[Occurrence],
    names: RoomNames,
    like: Grid | None = None,
    columns: Iterable[Column] | None = None,
) -> Grid:
    """The occurrences as one grid: with rooms in the order that they have in another one, or only some `columns`."""
    once = tuple({each.id: each for each in occurrences}.values())
    inside = _inside(once, names)
    outside = tuple(each for each in once if each.id not in inside.held)
    timed = tuple(each for each in outside if _has_length(each))
    boundaries = _boundaries(timed)
    rows = {moment: n for n, moment in enumerate(boundaries)}
    rooms = _only(columns, _rooms(tuple(_block(each, rows) for each in timed), names))
    lanes = {room: _lanes([block for block, home in rooms if home == room]) for room in _as_in(like, _across(rooms))}
    found = tuple(Column(room[2], room[0], _count(placed)) for room, placed in lanes.items())
    cells = (replace(each, items=inside.items.get(each.occurrence.id, ())) for each in _joined(_cells(rooms, lanes)))
    untimed = tuple(each for each in outside if not _has_length(each))
    ordered = tuple(sorted(cells, key=_reading_order))
    return Grid(untimed, columns=found, boundaries=boundaries, cells=ordered, rooms=names)


@frozen
class _Inside:
    """What stands inside of the cells of blocks: the ids of these items, and the items of each block by its id."""

    held: frozenset[str]
    items: Mapping[str, tuple[Occurrence, ...]]


def _inside(occurrences: Sequence[Occurrence], names: RoomNames) -> _Inside:
    """The items that are in the rooms of their block; one that is elsewhere has a cell of its own."""
    held = {id_: block for id_, block in held_by(occurrences).items() if _has_length(block)}
    items: dict[str, tuple[Occurrence, ...]] = {}
    there = [each for each in occurrences if each.id in held and _is_in(each, held[each.id], names)]
    for each in there:
        block = held[each.id].id
        items[block] = (*items.get(block, ()), each)
    return _Inside(frozenset(each.id for each in there), items)


def _is_in(item: Occurrence, block: Occurrence, names: RoomNames) -> bool:
    if item.place == block.place and item.rooms == block.rooms:
        return True
    return item.place == block.place and set(names.of(block)).issuperset(names.of(item))


def _only(
    columns: Iterable[Column] | None, rooms: Sequence[tuple[_Block, _Room | None]]
) -> Sequence[tuple[_Block, _Room | None]]:
    """Those in these columns; all of them without any."""
    if columns is None:
        return rooms
    wanted = {(each.city, each.room) for each in columns}
    return [(block, home) for block, home in rooms if home is None or (home[0], home[2]) in wanted]


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


def _rooms(blocks: Sequence[_Block], names: RoomNames) -> Sequence[tuple[_Block, _Room | None]]:
    """Each block with each of its columns; None for one that stands across all columns."""
    homes = [(block, home) for block in blocks for home in _homes(block.occurrence, names)]
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


def _homes(occurrence: Occurrence, names: RoomNames) -> Sequence[_Room]:
    """Its rooms in their city and house."""
    return [(each.city, each.venue, each.name) for each in names.of(occurrence)] or [_NO_ROOM]


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


def _joined(cells: Iterable[Cell]) -> Iterator[Cell]:
    """The cells, those of one occurrence in columns side by side as one."""
    by_occurrence: dict[str, list[Cell]] = {}
    for each in cells:
        by_occurrence.setdefault(each.occurrence.id, []).append(each)
    for first, *others in by_occurrence.values():
        joined = [first]
        for each in sorted(others, key=_reading_order):
            if each.left == joined[-1].right:
                joined[-1] = replace(joined[-1], right=each.right)
            else:
                joined.append(each)
        yield from joined


def _cell(block: _Block, left: int, right: int) -> Cell:
    return Cell(block.occurrence, top=block.top, bottom=block.bottom, left=left, right=right, open=block.open)


def _reading_order(cell: Cell) -> tuple[int, int]:
    return cell.top, cell.left
