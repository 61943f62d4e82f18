"""Who of a delegation takes which path of a flow: whoever has a seat there, else whoever has had the least to do."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from agendacli.analysis.cover.routes import Node, Routes, stop_of
from agendacli.analysis.cover.stops import Stops
from agendacli.model.frozen import frozen

Paths = Sequence[Sequence[int]]
"""The stops of each delegate in order of time."""


@frozen
class Crew:
    """So many delegates, of whom the first have `seats`: the stops at which each of these has to be."""

    size: int
    seats: Sequence[frozenset[int]] = ()

    def owner(self, stop: int) -> int | None:
        """Who has to be at a stop; the first of several."""
        return next((one for one, seats in enumerate(self.seats) if stop in seats), None)

    def may(self, one: int, stop: int, stops: Stops) -> bool:
        """Whether a delegate who goes to a stop keeps the own seats."""
        if one >= len(self.seats):
            return True
        return all(stop == seat or not stops.clash(stop, seat) for seat in self.seats[one])


def shared_evenly(stops: Stops, kept: Iterable[int], crew: Crew) -> Paths | None:
    """The paths if each stop goes to whoever has had the least to do of those who can be there; None if nobody can."""
    found = _Found(stops, crew)
    for stop in sorted(kept, key=lambda each: (stops.starts[each], *found.rank(each))):
        if not found.send((one for one in range(crew.size) if found.can_reach(one, stop)), stop):
            return None
    return found.paths


def paths_of(routes: Routes, crew: Crew) -> Paths | None:
    """The paths of a flow by delegate; None if somebody would have to leave a path for a seat on another one."""
    at: dict[Node | None, list[int]] = defaultdict(list, {None: list(range(crew.size))})
    found = _Found(routes.stops, crew)
    for node, onwards in routes.onwards():
        here = at.pop(node)
        for head, units in sorted(onwards, key=lambda each: found.rank(stop_of(each[0]))):
            stop = stop_of(head)
            gone = here[:units] if stop is None else found.send(here, stop)
            if not gone:
                return None
            here = [each for each in here if each not in gone]
            at[head] += gone if head else ()
    return found.paths if found.keeps_seats else None


class _Found:
    """The paths as far as they are found, and how much each delegate has had to do."""

    def __init__(self, stops: Stops, crew: Crew) -> None:
        self._stops, self._crew = stops, crew
        self._loads = [0] * crew.size
        self.paths: list[list[int]] = [[] for _ in range(crew.size)]

    @property
    def keeps_seats(self) -> bool:
        """Whether everybody is at the own seats."""
        return all(seats.issubset(path) for seats, path in zip(self._crew.seats, self.paths, strict=False))

    def rank(self, stop: int | None) -> tuple[bool, bool, int]:
        """In which order stops are given: seats, then what takes longest, then waiting."""
        if stop is None:
            return True, True, 0
        return False, self._crew.owner(stop) is None, -self._stops.ends[stop]

    def can_reach(self, one: int, stop: int) -> bool:
        """Whether a delegate can be at a stop after the last one."""
        return not self.paths[one] or self._stops.follows(self.paths[one][-1], stop)

    def send(self, here: Iterable[int], stop: int) -> list[int]:
        """Who goes to a stop, of those who are there: one, or none if nobody may."""
        owner = self._crew.owner(stop)
        able = [one for one in here if owner in (None, one) and self._crew.may(one, stop, self._stops)]
        if not able:
            return []
        one = min(able, key=lambda each: (self._loads[each], each))
        self._loads[one] += self._stops.minutes[stop]
        self.paths[one].append(stop)
        return [one]
