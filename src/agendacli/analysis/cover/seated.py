"""The best plan where seats are on paths of their own: all ways of sharing the sessions, the hopeless ones left out."""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from typing import NamedTuple

from agendacli.analysis.cover.crew import Crew, Paths
from agendacli.analysis.cover.stops import Stops

MOST = 2_000
"""How many ways of sharing are followed at once; with more of them the best is found for most programmes, not all."""

_FREE = -1
Path = tuple[int, "Path"] | None
"""The last stop of a delegate, and the path to it."""


class _State(NamedTuple):
    """What a way of sharing is worth so far, and the path of each delegate."""

    worth: int
    paths: tuple[Path, ...]


def best_by_seats(stops: Stops, worths: Sequence[int], crew: Crew) -> tuple[Paths, bool]:
    """The paths that are worth most, with every seat kept, and whether it is certain that nothing is worth more.

    No two seats of one delegate may clash.
    """
    states = [_State(0, (None,) * crew.size)]
    is_best = True
    for stop in sorted(range(len(stops)), key=stops.starts.__getitem__):
        found: dict[tuple[int, ...], _State] = {}
        for each in (step for state in states for step in _steps(state, stop, worths[stop], stops=stops, crew=crew)):
            key = _key(each, stops.starts[stop], stops, crew)
            found[key] = max(found.get(key, each), each, key=_worth)
        is_best &= len(found) <= MOST
        states = nlargest(MOST, found.values(), key=_worth)
    return [_in_order(path) for path in max(states, key=_worth).paths], is_best


def _worth(state: _State) -> int:
    return state.worth


def _steps(state: _State, stop: int, worth: int, stops: Stops, crew: Crew) -> Iterator[_State]:
    """The state if nobody goes to a stop, unless somebody has a seat there, and if each one does who can."""
    owner = crew.owner(stop)
    if owner is None:
        yield state
    for one, path in enumerate(state.paths):
        if owner in (None, one) and crew.may(one, stop, stops) and (path is None or stops.follows(path[0], stop)):
            yield _State(state.worth + worth, (*state.paths[:one], (stop, path), *state.paths[one + 1 :]))


def _key(state: _State, now: int, stops: Stops, crew: Crew) -> tuple[int, ...]:
    """What counts of a state for all that comes: where each named one is bound, and the others whoever they are."""
    bound = [_bound(path, now, stops) for path in state.paths]
    named = len(crew.seats)
    return (*bound[:named], *sorted(bound[named:]))


def _bound(path: Path, now: int, stops: Stops) -> int:
    return path[0] if path and stops.ends[path[0]] + stops.longest > now else _FREE


def _in_order(path: Path) -> Sequence[int]:
    found: list[int] = []
    while path:
        stop, path = path
        found.append(stop)
    return found[::-1]
