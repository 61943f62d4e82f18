"""The occurrences laid out for a search: each once, as read, with bounds in seconds and places."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from itertools import compress
from operator import eq

from agendacli.analysis.conflicts.columns import Columns, Repeated, columns_of
from agendacli.analysis.conflicts.places import Atlas, Spot
from agendacli.analysis.conflicts.times.placements import Shape, shape
from agendacli.analysis.conflicts.times.sweep import Bounds, picked
from agendacli.analysis.doubts import persons_behind
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Person
from agendacli.model.programme import Programme

_OWN_UID = "@agendacli"  # as the iCalendar writer ends a UID: SESSION.EVENT@agendacli

Position = tuple[int, int, str]
"""What occurrences are sorted by when they are told: the start, the end downwards, the id."""


@frozen
class Board:
    """Columns of one length, as they were read. An index stands for an occurrence; it says nothing of its time.

    What is `loose` has bounds that are not known to be its start and end. `places` are indexes into `spots`.
    """

    columns: Columns
    bounds: Bounds
    loose: frozenset[int]
    spots: Sequence[Spot]
    repeated: Repeated
    shapes: dict[int, Shape] = field(default_factory=dict)
    positions: dict[int, Position] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.columns.occurrences)

    @property
    def places(self) -> Sequence[int]:
        """Where each is, as a number of the spots."""
        return self.columns.places

    def occurrence(self, index: int) -> Occurrence:
        """The occurrence itself."""
        return self.columns.occurrences[index]

    def is_tentative(self, index: int) -> bool:
        """Whether it, or its programme, is not confirmed."""
        return index in self.columns.tentative

    def spot(self, index: int) -> Spot:
        """Where one occurrence is."""
        return self.spots[self.columns.places[index]]

    def shape(self, index: int) -> Shape:
        """Every placement of one occurrence; worked out once."""
        found = self.shapes.get(index)
        if found is None:
            found = self.shapes[index] = shape(self.occurrence(index))
        return found

    def position(self, index: int) -> Position:
        """What tells its place in the order of telling; worked out once. What belongs to no zone is there in UTC."""
        found = self.positions.get(index)
        if found is None:
            start, end = self.columns.loose.get(index) or (self.bounds.low[index], self.bounds.high[index])
            found = self.positions[index] = start, -end, self.occurrence(index).id
        return found

    def in_order(self, members: Iterable[int]) -> Sequence[int]:
        """Some in the order of telling: the earlier start first, then the later end, then the id."""
        starts = self.bounds.starts
        found = sorted(members, key=starts.__getitem__)
        begins = picked(starts, found)
        for start in set(compress(begins, map(eq, begins, begins[1:]))):
            at_once = slice(bisect_left(begins, start), bisect_right(begins, start))
            found[at_once] = sorted(found[at_once], key=self.position)
        return found

    def homes(self, members: Sequence[int]) -> Sequence[str]:
        """The city of each of some occurrences."""
        homes, places = [spot.home for spot in self.spots], self.places
        return [homes[places[index]] for index in members]

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
        for index, seats in enumerate(self.columns.seats if positions else ()):
            for person in {each.id: each for seat in seats for each in persons_behind(seat, positions)}:
                found[person].append(index)
        return found

    def by_person(self) -> Mapping[str, Sequence[int]]:
        """The occurrences in which each person has a seat, by the person's id."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, seats in enumerate(self.columns.seats):
            for seat in seats:
                if (somebody := seat.person) is not None:
                    found[somebody.id].append(index)
        return {person: own if len(own) == len(once := set(own)) else sorted(once) for person, own in found.items()}

    def by_category(self) -> Mapping[tuple[str, str], Sequence[int]]:
        """The occurrences of each category of an event, by both."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index, occurrence in enumerate(self.columns.occurrences):
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
    repeats = _repeats(columns, attending) if columns.repeated else Repeated()
    if repeats.needless:
        kept = [each for number, each in enumerate(columns.occurrences) if number not in repeats.needless]
        columns = columns_of(kept, atlas, include_transparent=include_transparent)
    return Board(columns, _bounds(columns), frozenset(columns.loose), spots=atlas.spots, repeated=repeats)


def _repeats(columns: Columns, attending: frozenset[str] | None) -> Repeated:
    from agendacli.analysis.conflicts.repeats import self_overlaps

    return self_overlaps(columns, attending)


def _bounds(columns: Columns) -> Bounds:
    """The bounds of each, and where it begins: what belongs to no zone, in UTC."""
    if not columns.loose:
        return Bounds(columns.low, columns.low, columns.high)
    starts = list(columns.low)
    for number, (start, _) in columns.loose.items():
        starts[number] = start
    slack = max(start - columns.low[number] for number, (start, _) in columns.loose.items())
    return Bounds(starts, columns.low, columns.high, slack)


def each_once(occurrences: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """The occurrences without second copies of one session.

    Such are an older revision beside a newer one, and a calendar beside the event that it was exported from.
    """
    programmes = {id(each.programme): each.programme for each in occurrences}
    if not _may_hold_copies(occurrences, programmes.values()):
        return occurrences
    unique: dict[str, Occurrence] = {}
    for each in sorted(occurrences, key=lambda each: (each.programme.older, "@" in each.session.id)):
        unique.setdefault(identity(each), each)
    return tuple(unique.values())


def identity(occurrence: Occurrence) -> str:
    """What makes it the same session wherever it is read: its UID in a calendar, else the ids that make its UID."""
    session, event = occurrence.session.id, occurrence.programme.id
    if session.endswith(_OWN_UID):
        session, _, event = session.removesuffix(_OWN_UID).partition(".")
    name = session if "@" in session else f"{event}/{session}"
    return f"{name}/{occurrence.original}"


def _may_hold_copies(occurrences: Sequence[Occurrence], programmes: Collection[Programme]) -> bool:
    """Whether one session may stand in two of the programmes: they have one id, or one is a calendar, with UIDs."""
    if len(programmes) <= 1:
        return False
    return len({each.id for each in programmes}) < len(programmes) or any(
        "@" in each.session.id for each in occurrences
    )
