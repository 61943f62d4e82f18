"""Sessions side by side as boxes: rooms across, time down, as values."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import accumulate, chain
from typing import TypeVar

from agendacli.analysis.room_names import Room
from agendacli.analysis.timetable.columns import Column, RoomOrder
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Timed

T = TypeVar("T")

Items = Mapping[str, tuple[Occurrence, ...]]
"""The items inside of a block by its id."""


@frozen
class Box:
    """An occurrence in the lanes from `left` to before `right`, for the UTC interval `time`.

    `open`: its end is stated nowhere, the box only reaches to the next hour at which something begins or ends. `items`
    are those of a block, in its rooms. `elsewhere`: its columns are not those of its rooms.
    """

    occurrence: Occurrence
    time: Interval
    left: int
    right: int
    open: bool = False
    items: tuple[Occurrence, ...] = ()
    elsewhere: bool = False


@frozen
class BoxGrid:
    """Columns from left to right and boxes in them; no two share an instant and a lane."""

    columns: tuple[Column, ...]
    boxes: tuple[Box, ...]

    @property
    def lanes(self) -> int:
        """The number of lanes of all columns together."""
        return sum(each.lanes for each in self.columns)

    @property
    def hours(self) -> tuple[datetime, ...]:
        """Every UTC instant at which a box begins or ends, in order."""
        return tuple(sorted({hour for each in self.boxes for hour in (each.time.start, each.time.end)}))

    @property
    def time(self) -> Interval:
        """From the first hour to the last."""
        return Interval(min(each.time.start for each in self.boxes), max(each.time.end for each in self.boxes))

    @property
    def stated(self) -> frozenset[datetime]:
        """The hours at which something is known to begin or end."""
        ends = (each.time.end for each in self.boxes if not each.open)
        return frozenset((*(each.time.start for each in self.boxes), *ends))

    def part(self, left: int, right: int) -> "BoxGrid":
        """The columns and boxes in the lanes from `left` to before `right`, as a grid of its own."""
        ends = [*accumulate(each.lanes for each in self.columns)]
        columns = (each for each, end in zip(self.columns, ends, strict=True) if left < end <= right)
        inside = (each for each in self.boxes if each.left < right and left < each.right)
        cut = (replace(each, left=max(each.left, left) - left, right=min(each.right, right) - left) for each in inside)
        return BoxGrid(tuple(columns), tuple(cut))


@frozen
class _Stretch:
    """An occurrence and the time that its box takes."""

    occurrence: Occurrence
    time: Interval
    open: bool


def boxed(
    occurrences: Sequence[Occurrence], columns: Mapping[Room | None, Column], order: RoomOrder, items: Items
) -> BoxGrid:
    """The occurrences in boxes in the columns of their rooms.

    Two at once in one room get lanes of their own; one in several rooms stands in each, in one box where these are
    neighbours.
    """
    firsts = _first_lanes(columns)
    boxes: list[Box] = []
    for key, home in _by_room(occurrences, order).items():
        first, width = firsts[key], columns[key].lanes
        for each, lane, beside in _lanes(home):
            # The last of a narrower group takes the lanes that only another hour of that room needs.
            end = width if lane + 1 == beside else lane + 1
            boxes.append(_box(each, range(first + lane, first + end), items, elsewhere=key is None))
    return BoxGrid(tuple(columns.values()), tuple(sorted(_joined(boxes), key=_reading_order)))


def with_guest(
    grid: BoxGrid, guest: Occurrence, columns: Mapping[Room | None, Column], order: RoomOrder
) -> BoxGrid | None:
    """The grid with a box for what takes nobody's time or is cancelled; None where there is no room for it.

    It stands in the column of its room, or if it has none there, across the most lanes side by side that are free.
    """
    stretch = _stretch(guest, grid.hours)
    taken = {lane for each in grid.boxes if each.time.overlaps(stretch.time) for lane in range(each.left, each.right)}
    first = _first_lanes(columns)
    keys = [each for each in order.rooms(guest) if each and each in columns]
    own = [range(first[key], first[key] + columns[key].lanes) for key in keys]
    wanted = own[0] if own else _widest_run([each for each in range(grid.lanes) if each not in taken])
    if not wanted or not taken.isdisjoint(wanted):
        return None
    box = Box(guest, stretch.time, left=wanted.start, right=wanted.stop, open=stretch.open, elsewhere=not own)
    return BoxGrid(grid.columns, tuple(sorted((*grid.boxes, box), key=_reading_order)))


def lanes_needed(occurrences: Sequence[Occurrence], order: RoomOrder) -> dict[Room | None, int]:
    """How many lanes each room needs for these occurrences."""
    rooms = _by_room(occurrences, order).items()
    return {key: max(beside for _, _, beside in _lanes(home)) for key, home in rooms}


def crowded(occurrences: Sequence[Occurrence], order: RoomOrder, most: int) -> frozenset[str]:
    """The ids of those that are in one room at once with more than `most` in all."""
    rooms = _by_room(occurrences, order).values()
    lanes = chain.from_iterable(map(_lanes, rooms))
    return frozenset(each.occurrence.id for each, _, beside in lanes if beside > most)


def clusters(in_order: Iterable[T], time: Callable[[T], Interval]) -> list[list[T]]:
    """What shares instants in groups such that none of one group meets one of another; given by their start."""
    found: list[list[T]] = []
    reach: datetime | None = None
    for each in in_order:
        taken = time(each)
        if reach is None or taken.start >= reach:
            found.append([])
            reach = taken.end
        found[-1].append(each)
        reach = max(reach, taken.end)
    return found


def _first_lanes(columns: Mapping[Room | None, Column]) -> dict[Room | None, int]:
    firsts = accumulate((each.lanes for each in columns.values()), initial=0)
    return dict(zip(columns, firsts, strict=False))


def _by_room(occurrences: Sequence[Occurrence], order: RoomOrder) -> dict[Room | None, list[_Stretch]]:
    has_open = any(map(_is_open, occurrences))
    hours = sorted({hour for each in occurrences for hour in _hours(each)}) if has_open else ()
    found: dict[Room | None, list[_Stretch]] = {}
    for each in occurrences:
        stretch = _stretch(each, hours)
        for key in order.rooms(each):
            found.setdefault(key, []).append(stretch)
    return found


def _hours(occurrence: Occurrence) -> Iterator[datetime]:
    time = occurrence.bounds
    yield time.start
    if not _is_open(occurrence):
        yield time.end


def _is_open(occurrence: Occurrence) -> bool:
    return isinstance(occurrence.when, Timed) and occurrence.when.end is None


def _stretch(occurrence: Occurrence, hours: Sequence[datetime]) -> _Stretch:
    """The time of a box; that of an unknown end reaches to the next of the hours, else a minute."""
    time = occurrence.bounds
    if not _is_open(occurrence):
        return _Stretch(occurrence, time, open=False)
    end = next((each for each in hours if each > time.start), time.start + timedelta(minutes=1))
    return _Stretch(occurrence, Interval(time.start, end), open=True)


def _lanes(home: Iterable[_Stretch]) -> Iterator[tuple[_Stretch, int, int]]:
    """Each of one room with its lane, the first that is free, and the number of lanes of those that it is beside."""
    for cluster in clusters(sorted(home, key=_longest_first), lambda each: each.time):
        lanes = _first_free(cluster)
        count = max(lanes) + 1
        yield from ((each, lane, count) for each, lane in zip(cluster, lanes, strict=True))


def _first_free(cluster: Sequence[_Stretch]) -> list[int]:
    """The lane of each of those that are given by their start."""
    lanes: list[int] = []
    free: list[int] = []
    taken: list[tuple[datetime, int]] = []
    for each in cluster:
        while taken and taken[0][0] <= each.time.start:
            heappush(free, heappop(taken)[1])
        lanes.append(heappop(free) if free else len(taken))
        heappush(taken, (each.time.end, lanes[-1]))
    return lanes


def _longest_first(stretch: _Stretch) -> tuple[datetime, float, str]:
    return stretch.time.start, -stretch.time.end.timestamp(), stretch.occurrence.id


def _box(stretch: _Stretch, lanes: range, items: Items, *, elsewhere: bool) -> Box:
    return Box(
        stretch.occurrence,
        stretch.time,
        left=lanes.start,
        right=lanes.stop,
        open=stretch.open,
        items=items.get(stretch.occurrence.id, ()),
        elsewhere=elsewhere,
    )


def _joined(boxes: Iterable[Box]) -> Iterator[Box]:
    """The boxes, those of one occurrence in columns side by side as one."""
    by_occurrence: dict[str, list[Box]] = {}
    for each in boxes:
        by_occurrence.setdefault(each.occurrence.id, []).append(each)
    for several in by_occurrence.values():
        first, *others = sorted(several, key=_reading_order)
        joined = [first]
        for each in others:
            if each.left == joined[-1].right:
                joined[-1] = replace(joined[-1], right=each.right)
            else:
                joined.append(each)
        yield from joined


def _reading_order(box: Box) -> tuple[datetime, int]:
    return box.time.start, box.left


def _widest_run(lanes: Sequence[int]) -> range:
    """The longest run of lanes side by side, the first of several."""
    runs: list[range] = []
    for each in lanes:
        if runs and runs[-1].stop == each:
            runs[-1] = range(runs[-1].start, each + 1)
        else:
            runs.append(range(each, each + 1))
    return max(runs, key=len, default=range(0))
