"""Two sessions as places: the way between them, and the room that they share."""

from dataclasses import field

from agendacli.analysis.conflicts.board import Board
from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.conflicts.shared_rooms import shared_keys
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


def _says_house(text: str) -> bool:
    return "," in text
