"""Who cannot be in two sessions at once: the users of each room, each person, the attendee."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from agendacli.analysis.conflicts.attendance import Attendance
from agendacli.analysis.conflicts.board import Board
from agendacli.analysis.conflicts.times.sweep import (
    NOTHING_BETWEEN,
    Groups,
    Neighbours,
    Slice,
    any_overlap,
    following,
    overlapping,
)
from agendacli.analysis.conflicts.travel import Travel
from agendacli.analysis.conflicts.values import Kind, Rules
from agendacli.model.frozen import frozen

Sides = tuple[frozenset[int], frozenset[int]]


@frozen
class Party:
    """Sessions of which no two should be at once; two that are make a conflict of that kind.

    `persons` are the ids of those whose sessions they are; none for a room or an attendee. What they `travel` through,
    if they do, are the `neighbours`: what one may go to in between. With a `pause`, in seconds, no two may follow each
    other sooner, and that alone is the conflict. `subject` is the category that they share. Where there are `sides`,
    only two of which one is on each count. `room` is that of a room's users, by home and name.
    """

    kind: Kind
    members: Sequence[int]
    persons: tuple[str, ...] = ()
    travels: bool = False
    neighbours: Neighbours = NOTHING_BETWEEN
    pause: int = 0
    subject: str = ""
    sides: Sides | None = None
    room: tuple[str, str] | None = None

    def expects(self, one: int, other: int) -> bool:
        """Whether two members are on different sides, where there are any."""
        if self.sides is None:
            return True
        here, there = self.sides
        return (one in here and other in there) or (one in there and other in here)


class Row(NamedTuple):
    """The sessions of a party that may clash with one of them: together in time with it, or (`groups`) far from it.

    `within`: only those in one city with it.
    """

    party: Party
    part: Slice
    groups: Groups | None = None
    within: bool = False

    @property
    def others(self) -> Iterable[int]:
        """The sessions."""
        members = self.party.members
        if self.groups is None:
            return members[self.part.first : self.part.after]
        return map(members.__getitem__, self.groups.others(self.part))


@frozen
class Parties:
    """The parties of a board."""

    board: Board
    travel: Travel
    rules: Rules
    attendance: Attendance

    def __iter__(self) -> Iterator[Party]:
        yield from self._rooms()
        yield from self._people()
        yield from self._attendee()
        yield from self._pauses()
        yield from self._categories()

    def rows(self, party: Party) -> Iterator[Row]:
        """For each session of a party those that may clash with it, the earlier one first."""
        if self._may_have_any(party):
            yield from self._rows_of(replace(party, members=self.board.in_order(party.members)))

    def _may_have_any(self, party: Party) -> bool:
        """Whether any two may clash. Most people have nothing at once: then their sessions need no order."""
        if party.pause or party.travels:
            return True
        return party.kind in self.rules.kinds and any_overlap(party.members, self.board.bounds)

    def _rows_of(self, party: Party) -> Iterator[Row]:
        """The rows of a party whose members are in the order of telling."""
        bounds, members = self.board.bounds, party.members
        if party.pause:
            each = Groups.by(members)
            parts = following(members, bounds, groups=each, neighbours=party.neighbours, reach=party.pause)
            yield from (Row(party, part, each) for part in parts)
            return
        # What overlaps may also be too far apart, unless both times are exact.
        if party.kind in self.rules.kinds or (party.travels and not self.board.loose.isdisjoint(members)):
            yield from (Row(party, part) for part in overlapping(members, bounds))
        if party.travels:
            yield from (Row(party, *each) for each in self.travel.journeys(members, party.neighbours))

    def _rooms(self) -> Iterator[Party]:
        if Kind.ROOM in self.rules.kinds:
            yield from (Party(Kind.ROOM, members, room=room) for room, members in self.board.by_room().items())

    def _people(self) -> Iterator[Party]:
        if self.rules.kinds.isdisjoint({Kind.PERSON, Kind.TRAVEL}):
            return
        travels = self.travel.is_among(range(len(self.board)))
        sure = self.board.by_person()
        for person, members in sure.items():
            yield (
                self._travelling(Kind.PERSON, members, (person,)) if travels else Party(Kind.PERSON, members, (person,))
            )
        for sides, persons in self._doubtful(sure):
            members, between = sorted(sides[0] | sides[1]), _theirs(persons, sure)
            yield replace(self._travelling(Kind.PERSON, members, persons, between), sides=sides)

    def _doubtful(self, sure: Mapping[str, Sequence[int]]) -> Iterator[tuple[Sides, tuple[str, ...]]]:
        """The sessions of persons who may be one, and of those whom a position may name, against the others."""
        maybe = self.board.by_position(self.rules.doubts.positions)
        for person, members in maybe.items():
            unsure = frozenset(members).difference(sure.get(person, ()))
            yield (unsure, unsure.union(sure.get(person, ()))), (person,)
        for pair in self.rules.doubts.people:
            one, other = (frozenset(sure.get(each, ())).union(maybe.get(each, ())) for each in pair)
            if one - other and other - one:
                yield (one - other, other - one), pair

    def _attendee(self) -> Iterator[Party]:
        if self.rules.kinds.isdisjoint({Kind.OVERLAP, Kind.TRAVEL}) or self.attendance.is_empty:
            return
        wanted, members = self.rules.attending, range(len(self.board))
        own = members if wanted is None else [index for index in members if self.board.occurrence(index).id in wanted]
        yield self._travelling(Kind.OVERLAP, own, ())

    def _pauses(self) -> Iterator[Party]:
        """The rooms that need time between two sessions, and the people that do."""
        turnover, rest = (_seconds(each) for each in (self.rules.turnover, self.rules.rest))
        if turnover and Kind.TURNOVER in self.rules.kinds:
            for room, members in self.board.by_room().items():
                yield replace(self._pausing(Kind.TURNOVER, members, turnover), room=room)
        if rest and Kind.REST in self.rules.kinds:
            sure = self.board.by_person()
            yield from (self._pausing(Kind.REST, members, rest, (person,)) for person, members in sure.items())
            for sides, persons in self._doubtful(sure):
                members, between = sorted(sides[0] | sides[1]), _theirs(persons, sure)
                party = self._pausing(Kind.REST, members, rest, persons)
                yield replace(party, sides=sides, neighbours=self._kept(between))

    def _pausing(self, kind: Kind, members: Sequence[int], pause: int, persons: tuple[str, ...] = ()) -> Party:
        return Party(kind, members, persons, neighbours=self._kept(members), pause=pause)

    def _kept(self, members: Sequence[int]) -> Neighbours:
        """What parts two sessions as far as a pause goes: it is confirmed, at a known time."""
        sure = [index for index in members if index not in self.board.loose and not self.board.is_tentative(index)]
        return Neighbours.of(sure, self.board.bounds)

    def _categories(self) -> Iterator[Party]:
        if Kind.CATEGORY in self.rules.kinds:
            for (_, category), members in self.board.by_category().items():
                yield Party(Kind.CATEGORY, members, subject=category)

    def _travelling(
        self, kind: Kind, members: Sequence[int], persons: tuple[str, ...], between: Sequence[int] | None = None
    ) -> Party:
        """The members as a party that may travel, via what lies `between` (by default the members)."""
        if not self.travel.is_among(members):
            return Party(kind, members, persons)
        neighbours = self.travel.neighbours(members if between is None else between)
        return Party(kind, members, persons, travels=True, neighbours=neighbours)


def _theirs(persons: Iterable[str], sure: Mapping[str, Sequence[int]]) -> Sequence[int]:
    """The sessions in which any of the persons surely sits: where they are one, all of these are theirs."""
    return sorted({index for person in persons for index in sure.get(person, ())})


def _seconds(length: timedelta) -> int:
    return int(length.total_seconds())
