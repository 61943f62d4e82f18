"""The occurrences laid out for a search: in order, each with its bounds in plain seconds and its place."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from agendacli.analysis.conflicts.instants import both_seconds, since_epoch
from agendacli.analysis.conflicts.placements import Placement, outer_bounds, placements
from agendacli.analysis.conflicts.places import Atlas, Spot
from agendacli.analysis.conflicts.sweep import Bounds
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Status
from agendacli.model.when import Timed

SPAN = 1 << 40  # seconds: more than any calendar has

Measured = tuple[int, int, int, bool, Occurrence]


@dataclass(frozen=True, slots=True)
class Board:
    """Columns of one length, in order of the earlier start, then the later end; an index stands for an occurrence.

    `exact` says that the bounds are known to be its start and end. `keys` are whole numbers in the same order; equal
    keys are told apart by id, and only where something is told of them: ids are slow to build and to compare.
    """

    occurrences: Sequence[Occurrence]
    bounds: Bounds
    exact: Sequence[bool]
    spots: Sequence[Spot]
    homes: Sequence[str]
    keys: Sequence[int]
    one_home: bool
    rows: dict[int, tuple[Placement, ...]] = field(default_factory=dict)

    def placements(self, index: int) -> tuple[Placement, ...]:
        """Every placement of one occurrence; worked out once."""
        found = self.rows.get(index)
        if found is None:
            found = self.rows[index] = placements(self.occurrences[index])
        return found

    def by_room(self) -> Mapping[tuple[str, str], Sequence[int]]:
        """The occurrences that name a room, by home and room; those of two houses are still together."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index, spot in enumerate(self.spots):
            if spot.room is not None:
                found[spot.home, spot.room].append(index)
        return found

    def by_person(self) -> Mapping[str, Sequence[int]]:
        """The occurrences in which each named person has a seat, by the person's id."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, occurrence in enumerate(self.occurrences):
            for participant in occurrence.session.participants:
                if participant.person:
                    found[participant.person.id].append(index)
        return {person: list(dict.fromkeys(indexes)) for person, indexes in found.items() if len(indexes) > 1}


def lay_out(occurrences: Iterable[Occurrence], atlas: Atlas, *, include_transparent: bool) -> Board:
    """The board of all occurrences that take somebody's time. Cancelled ones never do."""
    kept = (each for each in occurrences if include_transparent or not each.session.transparent)
    measured = [_measure(each) for each in kept if each.status is not Status.CANCELLED]
    rows = [row for row in measured if row[1] < row[2]]
    keys = [row[0] for row in rows]
    ordered = [rows[index] for index in sorted(range(len(keys)), key=keys.__getitem__)]
    spots = [atlas.spot(row[4]) for row in ordered]
    homes = [spot.home for spot in spots]
    return Board(
        [row[4] for row in ordered],
        Bounds([row[1] for row in ordered], [row[2] for row in ordered]),
        [row[3] for row in ordered],
        spots,
        homes,
        [row[0] for row in ordered],
        one_home=len(set(homes)) == 1,
    )


def _measure(occurrence: Occurrence) -> Measured:
    """A key to sort by, the outer bounds (nothing, for what takes no time), whether they are exact, and the thing."""
    when = occurrence.when
    if isinstance(when, Timed) and when.end:
        start, end = both_seconds(when.start, when.end, when.zone)
        return start * SPAN - end, start, end, True, occurrence
    rows = placements(occurrence)
    if not rows:
        return 0, 0, 0, False, occurrence
    hull = occurrence.bounds
    return since_epoch(hull.start) * SPAN - since_epoch(hull.end), *outer_bounds(rows), False, occurrence
