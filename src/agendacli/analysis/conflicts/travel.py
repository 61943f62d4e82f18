"""Who may have to travel between two sessions, and which pairs are looked at for it. How long it takes: `places`."""

from collections.abc import Iterator, Sequence
from functools import partial

from agendacli.analysis.conflicts.board import Board
from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.conflicts.times.sweep import Groups, Neighbours, Slice, following
from agendacli.analysis.conflicts.values import Kind, Rules
from agendacli.model.frozen import frozen
from agendacli.model.programme import Status


@frozen
class Travel:
    """The journeys between the sessions of a board."""

    board: Board
    atlas: Atlas
    rules: Rules

    def is_among(self, members: Sequence[int]) -> bool:
        """Whether any of these lie far enough apart for a journey."""
        if Kind.TRAVEL not in self.rules.kinds:
            return False
        if self.atlas.longest_within_a_city:
            return True
        return not self.board.is_one_city and len(set(self.board.homes(members))) > 1

    def journeys(self, members: Sequence[int], neighbours: Neighbours) -> Iterator[tuple[Slice, Groups, bool]]:
        """The pairs between which somebody may have to travel: between cities, and between rooms of a city (True)."""
        follow = partial(following, members, self.board.bounds, neighbours=neighbours)
        cities = Groups.by(self.board.homes(members))
        yield from ((part, cities, False) for part in follow(groups=cities, reach=self.atlas.longest))
        within = self.atlas.longest_within_a_city
        if within:
            rooms = Groups.by([self.board.places[index] for index in members])
            yield from ((part, rooms, True) for part in follow(groups=rooms, reach=within))

    def neighbours(self, members: Sequence[int]) -> Neighbours:
        """What parts two items as far as travel goes: it takes place, at a known time, in a known city."""
        sure = [index for index in members if index not in self.board.loose and self._takes_place(index)]
        return Neighbours.of(sure, self.board.bounds)

    def _takes_place(self, index: int) -> bool:
        spot, status = self.board.spot(index), self.board.occurrence(index).status
        is_placed = spot.coordinates is not None and (spot.room is not None or not self.atlas.longest_within_a_city)
        return is_placed and spot.city is not None and status is Status.CONFIRMED
