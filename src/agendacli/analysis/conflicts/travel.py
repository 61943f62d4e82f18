"""Two sessions as places: the way between them, the room that they share, and who may have to travel."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from functools import partial

from agendacli.analysis.conflicts.board import Board
from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.conflicts.times.certainty import Way
from agendacli.analysis.conflicts.times.sweep import Groups, Neighbours, Slice, following
from agendacli.analysis.conflicts.values import Kind, Rules
from agendacli.analysis.rooms_meant import shared_keys
from agendacli.model.frozen import frozen
from agendacli.model.programme import Status

SIDE_BY_SIDE = frozenset({"poster"})
"""Kinds of which many sessions share a room at once."""


@frozen
class Ways:
    """What lies between the places of two sessions of a board."""

    board: Board
    atlas: Atlas
    known: dict[tuple[int, int], Way] = field(default_factory=dict)

    def between(self, one: int, other: int) -> Way:
        """The way from one place to the other; worked out once for two places."""
        places = self.board.places[one], self.board.places[other]
        if places not in self.known:
            self.known[places] = self.atlas.way(self.board.spot(one), self.board.spot(other))
        return self.known[places]

    def shared_room(self, one: int, other: int) -> tuple[str, ...] | None:
        """On what it hangs that two are in one room; None if they are not. Posters hang side by side."""
        if all(self.board.occurrence(each).session.kind in SIDE_BY_SIDE for each in (one, other)):
            return None
        return self.board.spot(one).shared_room(self.board.spot(other))

    def room_name(self, one: int, other: int) -> str:
        """The rooms that two share, by the names that they have there; both names of what may be one room."""
        here, there = (self.atlas.room_texts(self.board.occurrence(each)) for each in (one, other))
        # In order of the first session, by the text that says no house, if there is one.
        texts = {key: min(filter(None, (here.get(key), there.get(key))), key=_says_house) for key in (*here, *there)}
        rooms = (
            [text for key, text in texts.items() if key in keys] or sorted(keys)
            for keys in shared_keys(self.board.spot(one).rooms, self.board.spot(other).rooms)
        )
        return " and ".join(" or ".join(each) for each in rooms)


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


def _says_house(text: str) -> bool:
    return "," in text
