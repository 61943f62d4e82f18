"""The occurrences laid out for a search: in order, each with its bounds in plain seconds and its place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from agendacli.analysis.conflicts.instants import seconds, since_epoch
from agendacli.analysis.conflicts.placements import Placement, outer_bounds, placements
from agendacli.analysis.conflicts.places import Atlas, Spot
from agendacli.analysis.conflicts.sweep import Bounds
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Status
from agendacli.model.when import Timed

SPAN = 1 << 40  # seconds: more than any calendar has

Measured = tuple[int, int, bool, int]


@dataclass(frozen=True, slots=True)
class Board:
    """Columns of one length, sorted as `model.occurrence.order` has it; an index stands for an occurrence.

    `exact` says that the bounds are known to be its start and end.
    """

    occurrences: Sequence[Occurrence]
    bounds: Bounds
    exact: Sequence[bool]
    spots: Sequence[Spot]
    homes: Sequence[str]
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
    measured = ((each, _measure(each)) for each in kept if each.status is not Status.CANCELLED)
    taking = [(each, bounds) for each, bounds in measured if bounds]
    ordered = [taking[index] for index in _in_order(taking)]
    spots = [atlas.spot(each) for each, _ in ordered]
    return Board(
        [each for each, _ in ordered],
        Bounds([measured[0] for _, measured in ordered], [measured[1] for _, measured in ordered]),
        [measured[2] for _, measured in ordered],
        spots,
        [spot.home for spot in spots],
    )


def _measure(occurrence: Occurrence) -> Measured | None:
    """The outer bounds, whether they are exact, and a key to sort by; None for what takes no time at all."""
    when = occurrence.when
    if isinstance(when, Timed) and when.end:
        start, end = seconds(when.start, when.zone), seconds(when.end, when.zone)
        return (start, end, True, start * SPAN - end) if start < end else None
    rows = placements(occurrence)
    if not rows:
        return None
    hull = occurrence.bounds
    return (*outer_bounds(rows), False, since_epoch(hull.start) * SPAN - since_epoch(hull.end))


def _in_order(taking: Sequence[tuple[Occurrence, Measured]]) -> Iterator[int]:
    """The indexes by key; only where keys are equal are ids compared, which are slow to build and to compare."""
    keys = [measured[3] for _, measured in taking]
    for _, equal in groupby(sorted(range(len(keys)), key=keys.__getitem__), keys.__getitem__):
        run = list(equal)
        yield from run if len(run) == 1 else sorted(run, key=lambda index: taking[index][0].id)
