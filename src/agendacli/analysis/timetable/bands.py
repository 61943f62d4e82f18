"""A grid that is too wide, as several to be drawn one below the other."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from agendacli.analysis.room_names import RoomNames
from agendacli.analysis.timetable.grid import Cell, Column, Grid, arranged
from agendacli.model.occurrence import Occurrence


def bands(grid: Grid, most: int) -> tuple[Grid, ...]:
    """The grid as grids of at most `most` lanes, to be drawn one below the other; none if a room alone needs more.

    Where the whole does not fit, the day is cut at hours at which nothing goes on, and only a stretch that is still too
    wide into groups of rooms: so later hours stand below earlier ones as far as they can.
    """
    if any(each.lanes > most for each in grid.columns):
        return ()
    if grid.lanes <= most:
        return (grid,)
    first, *others = (
        band for each in _stretches(grid, most) for band in _side_by_side(arranged(each, grid.rooms, grid), most)
    )
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
            found[-1] += _said_in(cell)
        else:
            found.append(_said_in(cell))
        reach = max(reach, cell.bottom)
    return _joined(found, grid.rooms, most)


def _joined(
    stretches: Iterable[tuple[Occurrence, ...]], rooms: RoomNames, most: int
) -> Sequence[tuple[Occurrence, ...]]:
    joined: list[tuple[Occurrence, ...]] = []
    for each in stretches:
        if joined and arranged(joined[-1] + each, rooms).lanes <= most:
            joined[-1] += each
        else:
            joined.append(each)
    return joined


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
    ends = [*accumulate(each.lanes for each in grid.columns)]
    columns = [each for each, end in zip(grid.columns, ends, strict=True) if left < end <= right]
    found = (one for each in grid.cells if each.left < right and left < each.right for one in _said_in(each))
    return arranged(found, grid.rooms, grid, columns)


def _said_in(cell: Cell) -> tuple[Occurrence, ...]:
    return (cell.occurrence, *cell.items)
