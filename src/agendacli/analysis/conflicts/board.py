"""The occurrences laid out for a search: in order of time, each with its bounds in plain seconds and its place."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from agendacli.analysis.conflicts.columns import Columns, columns_of
from agendacli.analysis.conflicts.instants import since_epoch
from agendacli.analysis.conflicts.placements import Placement, placements
from agendacli.analysis.conflicts.places import Atlas, Spot
from agendacli.analysis.conflicts.repeats import needless
from agendacli.analysis.conflicts.sweep import Bounds, picked
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence

Column = Sequence[int] | Mapping[int, int]


@frozen
class Board:
    """Columns of one length, in order of the first second that something may touch; an index stands for an occurrence.

    What is `loose` has bounds that are not known to be its start and end. `places` are indexes into `spots`. `thinned`
    are those sessions, by `id()`, of which only some times are here. `order` says where in the columns each was read.
    """

    columns: Columns
    order: Sequence[int]
    bounds: Bounds
    loose: frozenset[int]
    places: Sequence[int]
    spots: Sequence[Spot]
    thinned: frozenset[int]
    rows: dict[int, tuple[Placement, ...]] = field(default_factory=dict)

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

    def placements(self, index: int) -> tuple[Placement, ...]:
        """Every placement of one occurrence; worked out once."""
        found = self.rows.get(index)
        if found is None:
            found = self.rows[index] = placements(self.occurrence(index))
        return found

    def position(self, index: int) -> tuple[int, int]:
        """What to sort by: the earlier start first, then the later end."""
        if index not in self.loose:
            return self.bounds.low[index], -self.bounds.high[index]
        hull = self.occurrence(index).bounds
        return since_epoch(hull.start), -since_epoch(hull.end)

    def positions(self, members: Iterable[int]) -> tuple[Column, Column]:
        """The two columns to sort some by: those of `position`, the second one downwards."""
        if not self.loose:
            return self.bounds.low, self.bounds.high
        found = {index: self.position(index) for index in members}
        return {index: start for index, (start, _) in found.items()}, {index: -end for index, (_, end) in found.items()}

    def homes(self, members: Sequence[int]) -> Sequence[str]:
        """The city of each of some occurrences."""
        homes = [spot.home for spot in self.spots]
        return [homes[self.places[index]] for index in members]

    @property
    def is_one_city(self) -> bool:
        """Whether all of them are known to be in one city, or in one programme's."""
        return len({spot.home for spot in self.spots}) <= 1

    def by_room(self) -> Sequence[Sequence[int]]:
        """The occurrences in each room of a city; those of two houses are still together."""
        doors: dict[tuple[str, str], list[int]] = {}
        users = [doors.setdefault((spot.home, spot.room), []) if spot.room else [] for spot in self.spots]
        for index, place in enumerate(self.places):
            users[place].append(index)
        return tuple(doors.values())

    def by_person(self) -> Mapping[str, Sequence[int]]:
        """The occurrences in which each person has a seat, by the person's id; twice where somebody has two in one."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, seats in enumerate(picked(self.columns.seats, self.order)):
            for seat in seats:
                if (somebody := seat.person) is not None:
                    found[somebody.id].append(index)
        return found


def lay_out(
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
    left_out = needless(columns, attending)
    numbers = range(len(columns.low))
    kept = [each for each in numbers if each not in left_out] if left_out else numbers
    order = sorted(kept, key=columns.low.__getitem__)
    return Board(
        columns,
        order,
        Bounds(picked(columns.low, order), picked(columns.high, order)),
        frozenset(index for index, each in enumerate(order) if each in columns.loose) if columns.loose else frozenset(),
        picked(columns.places, order),
        atlas.spots,
        frozenset(id(columns.occurrences[each].session) for each in left_out),
    )
