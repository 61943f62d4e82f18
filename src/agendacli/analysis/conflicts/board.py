"""The occurrences laid out for a search: in the order of telling, with bounds in plain seconds and places."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from agendacli.analysis.conflicts.columns import Columns, columns_of
from agendacli.analysis.conflicts.places import Atlas, Spot
from agendacli.analysis.conflicts.repeats import Repeated, self_overlaps
from agendacli.analysis.conflicts.times.placements import Shape, shape
from agendacli.analysis.conflicts.times.sweep import Bounds, picked
from agendacli.analysis.doubts import persons_behind
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Person


@frozen
class Board:
    """Columns of one length: the earlier start first, then the later end, then the id. An index stands for one.

    What is `loose` has bounds that are not known to be its start and end. `places` are indexes into `spots`. `order`
    says where in the columns each was read.
    """

    columns: Columns
    order: Sequence[int]
    bounds: Bounds
    loose: frozenset[int]
    places: Sequence[int]
    spots: Sequence[Spot]
    repeated: Repeated
    shapes: dict[int, Shape] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.order)

    def occurrence(self, index: int) -> Occurrence:
        """The occurrence itself."""
        return self.columns.occurrences[self.order[index]]

    def is_tentative(self, index: int) -> bool:
        """Whether it, or its programme, is not confirmed."""
        return self.order[index] in self.columns.tentative

    def spot(self, index: int) -> Spot:
        """Where one occurrence is."""
        return self.spots[self.places[index]]

    def shape(self, index: int) -> Shape:
        """Every placement of one occurrence; worked out once."""
        found = self.shapes.get(index)
        if found is None:
            found = self.shapes[index] = shape(self.occurrence(index))
        return found

    def homes(self, members: Sequence[int]) -> Sequence[str]:
        """The city of each of some occurrences."""
        homes = [spot.home for spot in self.spots]
        return [homes[self.places[index]] for index in members]

    @property
    def is_one_city(self) -> bool:
        """Whether all of them are known to be in one city, or in one programme's."""
        return len({spot.home for spot in self.spots}) <= 1

    def by_room(self) -> Mapping[tuple[str, str], Sequence[int]]:
        """The occurrences that may be in each room, or part of one, by its home and name; of two houses together."""
        doors: dict[tuple[str, str], list[int]] = {}
        users = [[doors.setdefault((spot.home, atom), []) for atom in spot.atoms] for spot in self.spots]
        for index, place in enumerate(self.places):
            for members in users[place]:
                members.append(index)
        return doors

    def by_position(self, positions: Mapping[str, Sequence[Person]]) -> Mapping[str, Sequence[int]]:
        """The occurrences that may name a person behind the comma of another, by the person's id."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, seats in enumerate(picked(self.columns.seats, self.order) if positions else ()):
            for person in {each.id: each for seat in seats for each in persons_behind(seat, positions)}:
                found[person].append(index)
        return found

    def by_person(self) -> Mapping[str, Sequence[int]]:
        """The occurrences in which each person has a seat, by the person's id."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, seats in enumerate(picked(self.columns.seats, self.order)):
            for seat in seats:
                if (somebody := seat.person) is not None:
                    found[somebody.id].append(index)
        return {person: own if len(own) == len(once := set(own)) else sorted(once) for person, own in found.items()}

    def by_category(self) -> Mapping[tuple[str, str], Sequence[int]]:
        """The occurrences of each category of an event, by both."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index in range(len(self)):
            occurrence = self.occurrence(index)
            for category in dict.fromkeys(occurrence.session.categories):
                found[occurrence.programme.id, category].append(index)
        return found


def board_of(
    occurrences: Iterable[Occurrence],
    atlas: Atlas,
    *,
    include_transparent: bool,
    attending: frozenset[str] | None = None,
) -> Board:
    """The board of all occurrences that take somebody's time. Cancelled ones never do.

    Of a session that repeats before it ends many times, those that nobody wants (`attending`) may be left out.
    """
    columns = columns_of(occurrences, atlas, include_transparent=include_transparent)
    repeats = self_overlaps(columns, attending) if columns.repeated else Repeated()
    numbers = range(len(columns.low))
    kept = [each for each in numbers if each not in repeats.needless] if repeats.needless else numbers
    starts = _starts(columns)
    order = _in_order(kept, starts, columns)
    low, high = picked(columns.low, order), picked(columns.high, order)
    begins = picked(starts, order) if columns.loose else low
    slack = max((begins[index] - low[index] for index in range(len(order))), default=0) if columns.loose else 0
    loose = (
        frozenset(index for index, each in enumerate(order) if each in columns.loose) if columns.loose else frozenset()
    )
    bounds = Bounds(begins, low, high, slack)
    return Board(
        columns,
        order=order,
        bounds=bounds,
        loose=loose,
        places=picked(columns.places, order),
        spots=atlas.spots,
        repeated=repeats,
    )


def _starts(columns: Columns) -> Sequence[int]:
    """Where each begins; what belongs to no zone, in UTC."""
    if not columns.loose:
        return columns.low
    starts = list(columns.low)
    for number, (start, _) in columns.loose.items():
        starts[number] = start
    return starts


def _ends(columns: Columns) -> Sequence[int]:
    ends = list(columns.high)
    for number, (_, end) in columns.loose.items():
        ends[number] = end
    return ends


def _in_order(numbers: Sequence[int], starts: Sequence[int], columns: Columns) -> Sequence[int]:
    """The numbers by start, then by the later end, then by id."""
    ends = _ends(columns) if columns.loose else columns.high
    # Three sorts, the last criterion first: each keeps the order of what is equal, and compares plain values.
    order = sorted(numbers, key=_ids(columns).__getitem__)
    order.sort(key=ends.__getitem__, reverse=True)
    order.sort(key=starts.__getitem__)
    return order


def _ids(columns: Columns) -> Sequence[str]:
    """What puts them in the order of their ids: within one programme that is the session's own."""
    occurrences = columns.occurrences
    if columns.repeated or len({each.programme.id for each in occurrences}) > 1:
        return [each.id for each in occurrences]
    return [each.session.id for each in occurrences]
