"""Two sessions as places: the way between them, and the room that they share."""

from dataclasses import field

from agendacli.analysis.conflicts.board import Board
from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.conflicts.times.certainty import Way
from agendacli.model.frozen import frozen

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
