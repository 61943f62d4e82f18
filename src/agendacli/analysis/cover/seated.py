"""The best plan where a flow does not see enough, as for seats on several paths: all ways of sharing the sessions."""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import takewhile
from typing import NamedTuple

from agendacli.analysis.cover.crew import Crew, Paths
from agendacli.analysis.cover.stops import Stops

MOST = 2_000
"""How many ways of sharing are followed at once; with more of them the best is found for most programmes, not all."""

_FEWEST, _STEPS = 20, 500_000

_Key = tuple[tuple[int, ...], ...]
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
    states, is_best = [_State(0, (None,) * crew.size)], True
    most = min(MOST, max(_FEWEST, _STEPS // (len(stops) * crew.size + 1)))
    for stop in stops.order:
        found: dict[_Key, _State] = {}
        for each in (step for state in states for step in _steps(state, stop, worths[stop], stops=stops, crew=crew)):
            key = _key(each, stops.starts[stop], stops, crew)
            found[key] = max(found.get(key, each), each, key=_worth)
        is_best &= len(found) <= most
        states = nlargest(most, found.values(), key=_worth)
    return [tuple(_backwards(path))[::-1] for path in max(states, key=_worth).paths], is_best


def _worth(state: _State) -> int:
    return state.worth


def _steps(state: _State, stop: int, worth: int, stops: Stops, crew: Crew) -> Iterator[_State]:
    """The state if nobody goes to a stop, unless somebody has a seat there, and if each one does who can."""
    owner = crew.owner(stop)
    if owner is None:
        yield state
    for one, path in enumerate(state.paths):
        if owner in (None, one) and crew.may(one, stop, stops) and stops.can_join(_backwards(path), stop):
            yield _State(state.worth + worth, (*state.paths[:one], (stop, path), *state.paths[one + 1 :]))


def _key(state: _State, now: int, stops: Stops, crew: Crew) -> _Key:
    """What counts of a state for all that comes: where each named one is bound, and the others whoever they are."""
    bound = [_bound(path, now, stops) for path in state.paths]
    named = len(crew.seats)
    return (*bound[:named], *sorted(bound[named:]))


def _bound(path: Path, now: int, stops: Stops) -> tuple[int, ...]:
    """The last stops of a path as far as they say where somebody is that may still be on the way."""
    recent = takewhile(lambda each: stops.ends[each] + stops.longest > now, _backwards(path))
    found = []
    for stop in recent:
        found.append(stop)
        if stops.is_placed(stop):
            break
    return tuple(found)


def _backwards(path: Path) -> Iterator[int]:
    while path:
        stop, path = path
        yield stop
