"""The rooms of a day as columns, in an order that is the same on every day."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from agendacli.analysis.room_names import NOWHERE, Room, RoomNames
from agendacli.analysis.rooms_meant import RoomTable
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Gazetteer, Place
from agendacli.words.folded import spelled

_NUMBERS = r"(\d+)"


@frozen
class Column:
    """A room by its one name (None: no room is stated), its city, and how many lanes its sessions need side by side."""

    room: str | None
    city: str | None = None
    lanes: int = 1


Rank = tuple[int, tuple[tuple[bool, int, str], ...]]


class RoomOrder:
    """Which rooms sessions are in, and how rooms stand: in the order of places.yaml, else in the natural one."""

    def __init__(self, occurrences: Iterable[Occurrence], gazetteer: Gazetteer = NOWHERE) -> None:
        self._names = RoomNames(occurrences, gazetteer)
        self._declared = RoomTable(gazetteer)

    def rooms(self, occurrence: Occurrence) -> tuple[Room | None, ...]:
        """The rooms of one of the occurrences; None alone where no room is stated."""
        return self._names.of(occurrence) or (None,)

    def rank(self, room: Room) -> Rank:
        """A sort key of a room: its place among the declared ones, then its name, `Room 2` before `Room 10`."""
        names = [spelled(each) for each in self._declared.names_in(Place(room.city, venue=room.venue))]
        key = spelled(room.name)
        return names.index(key) if key in names else len(names), natural(room.name)

    def is_inside(self, item: Occurrence, block: Occurrence) -> bool:
        """Whether an item is in the rooms of its block."""
        if item.place != block.place:
            return False
        return item.rooms == block.rooms or set(self._names.of(block)).issuperset(self._names.of(item))


def natural(text: str) -> tuple[tuple[bool, int, str], ...]:
    """A sort key by which the numbers in names count as numbers."""
    parts = re.split(_NUMBERS, text.casefold())
    return tuple((each.isdecimal(), int(each) if each.isdecimal() else 0, each) for each in parts if each)


def columns_in_order(
    occurrences: Iterable[Occurrence], order: RoomOrder, lanes: Callable[[Room | None], int]
) -> dict[Room | None, Column]:
    """The column of every room of the occurrences, with as many lanes as are asked for; that without a room is last."""
    found = dict.fromkeys(room for each in occurrences for room in order.rooms(each))
    rooms = sorted((each for each in found if each), key=lambda room: (*_house(room), order.rank(room)))
    columns: dict[Room | None, Column] = {each: Column(each.name, each.city, lanes(each)) for each in rooms}
    return columns | ({None: Column(None, None, lanes(None))} if None in found else {})


def _house(room: Room) -> tuple[str, str, str]:
    return room.city or "", room.venue or "", room.event or ""


def lane_groups(columns: Sequence[Column], most: int) -> tuple[tuple[int, int], ...]:
    """The lanes from the first to before the second of each group of columns that are drawn side by side.

    No group has more than `most` lanes, and all are about equally wide; none where a column alone has more.
    """
    if not columns or max(each.lanes for each in columns) > most:
        return ()
    widest = max(each.lanes for each in columns)
    count = len(tuple(_groups(columns, most)))
    even = next(limit for limit in range(widest, most + 1) if len(tuple(_groups(columns, limit))) == count)
    return tuple(_groups(columns, even))


def _groups(columns: Sequence[Column], most: int) -> Iterator[tuple[int, int]]:
    first = 0
    for column, end in zip(columns, accumulate(each.lanes for each in columns), strict=True):
        if end - first > most:
            yield first, end - column.lanes
            first = end - column.lanes
    yield first, sum(each.lanes for each in columns)
