"""Who of a delegation takes which path of a flow: whoever has a seat there, else whoever has had the least to do."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

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
    busy: list[tuple[int, int]] = []
    free = [(0, one) for one in range(crew.size)]
    for stop in sorted(kept, key=lambda each: (stops.starts[each], *found.rank(each))):
        while busy and busy[0][0] <= stops.starts[stop]:
            heappush(free, found.loaded(heappop(busy)[1]))
        if (one := _taken(free, stop, found)) is None:
            return None
        found.send([one], stop)
        heappush(busy, (stops.ends[stop], one))
    return found.paths


def _taken(free: list[tuple[int, int]], stop: int, found: "_Found") -> int | None:
    """The first of those who are free that can be at a stop; it is taken out."""
    passed_over = []
    while free and not found.can_take(free[0][1], stop):
        passed_over.append(heappop(free))
    one = heappop(free)[1] if free else None
    for each in passed_over:
        heappush(free, each)
    return one


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

    def loaded(self, one: int) -> tuple[int, int]:
        """How much a delegate has had to do, and who it is."""
        return self._loads[one], one

    def can_take(self, one: int, stop: int) -> bool:
        """Whether a delegate can be at a stop after the last one, and may."""
        return self._may(one, stop) and self._stops.can_join(reversed(self.paths[one]), stop)

    def _may(self, one: int, stop: int) -> bool:
        return self._crew.owner(stop) in (None, one) and self._crew.may(one, stop, self._stops)

    def send(self, here: Iterable[int], stop: int) -> list[int]:
        """Who goes to a stop, of those who are there: one, or none if nobody may."""
        able = [one for one in here if self._may(one, stop)]
        if not able:
            return []
        one = min(able, key=self.loaded)
        self._loads[one] += self._stops.minutes[stop]
        self.paths[one].append(stop)
        return [one]
