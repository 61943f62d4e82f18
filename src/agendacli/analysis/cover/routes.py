"""The ways from session to session that one person can take, as a network: a path through it is a person's plan.

Whoever has left a session waits on a line of time: on that of a place for the sessions there, as soon as the way to it
is done; and once the longest way is done, on one line for all places. So there are hardly more edges than sessions.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from agendacli.analysis.cover.flow import Network
from agendacli.analysis.cover.stops import Stops
from agendacli.model.frozen import frozen

_LEAVE, _WAIT, _ENTER = range(3)
"""What happens first where times are equal."""

_ANYWHERE = -1
Lines = dict[int, Sequence[int]]
"""By the number of a ground, or for all of them, the times at which somebody leaves the line."""

Node = tuple[int, int, int]
"""A time, what happens then, and the stop, or the line on which somebody waits: of a ground, or of all."""


@frozen
class Routes:
    """The network of some stops: the number of each node, and its edges. The source is 0, the sink comes last."""

    stops: Stops
    nodes: Sequence[Node]
    network: Network

    @classmethod
    def of(cls, stops: Stops, worths: Sequence[int]) -> "Routes":
        """Those of the stops, of which each is worth so much to whoever is the first there."""
        lines = _lines(stops)
        waiting = ((time, _WAIT, line) for line, times in lines.items() for time in times)
        nodes = sorted(chain(waiting, *map(_of_stop, range(len(stops)), stops.starts, stops.ends)))
        numbers = {node: number for number, node in enumerate(nodes, start=1)}
        network = Network(len(nodes) + 2)
        for time in lines[_ANYWHERE][:1]:
            network.connect(0, numbers[time, _WAIT, _ANYWHERE])
        for one, other in chain(_waits(lines), _entries(stops, lines), _departures(stops, lines)):
            network.connect(numbers[one], numbers[other])
        for stop, worth in enumerate(worths):
            arrives, leaves = _of_stop(stop, stops.starts[stop], stops.ends[stop])
            network.connect(numbers[arrives], numbers[leaves], 1, worth)
            network.connect(numbers[leaves], len(nodes) + 1, 1)
        return cls(stops, nodes, network)

    def kept(self) -> Iterator[int]:
        """The stops at which somebody is."""
        entered = ((stop_of(node), number) for number, node in enumerate(self.nodes, start=1))
        return (stop for stop, number in entered if stop is not None and any(self.network.flowing(number)))

    def onwards(self) -> Iterator[tuple[Node | None, Sequence[tuple[Node | None, int]]]]:
        """Each node to which somebody comes, in order of time, and how many go on from it where to.

        None is the source or the sink.
        """
        for number in range(len(self.nodes) + 1):
            if heads := tuple(self.network.flowing(number)):
                yield self._node(number), tuple((self._node(head), units) for head, units in heads)

    def _node(self, number: int) -> Node | None:
        return self.nodes[number - 1] if 0 < number <= len(self.nodes) else None


def stop_of(node: Node | None) -> int | None:
    """The stop that somebody enters at a node."""
    return node[2] if node and node[1] == _ENTER else None


def _lines(stops: Stops) -> Lines:
    """The times at which somebody may have to go from each line of time to a session."""
    anywhere: Lines = {_ANYWHERE: sorted(set(stops.starts))}
    if all(stops.gap(each, each) == stops.longest for each in stops.places):
        return anywhere
    grounds: dict[int, set[int]] = defaultdict(set)
    for start, ground in zip(stops.starts, stops.grounds, strict=True):
        grounds[ground].add(start)
    return anywhere | {ground: sorted(times) for ground, times in grounds.items()}


def _of_stop(stop: int, start: int, end: int) -> tuple[Node, Node]:
    """The nodes of entering and of leaving a stop."""
    return (start, _ENTER, stop), (end, _LEAVE, stop)


def _waits(lines: Lines) -> Iterator[tuple[Node, Node]]:
    for line, times in lines.items():
        yield from (((one, _WAIT, line), (other, _WAIT, line)) for one, other in pairwise(times))


def _entries(stops: Stops, lines: Lines) -> Iterator[tuple[Node, Node]]:
    for stop, (start, ground) in enumerate(zip(stops.starts, stops.grounds, strict=True)):
        own = (line for line in (_ANYWHERE, ground) if line in lines)
        yield from (((start, _WAIT, line), (start, _ENTER, stop)) for line in own)


def _departures(stops: Stops, lines: Lines) -> Iterator[tuple[Node, Node]]:
    """Where somebody may wait who leaves a stop: for what begins before the longest way is done, on the line of it."""
    for stop, end in enumerate(stops.ends):
        for line in (_ANYWHERE, *stops.grounds_soon(stop)):
            if (ready := _ready(stops, stop, line, lines.get(line, ()))) is not None:
                yield (end, _LEAVE, stop), (ready, _WAIT, line)


def _ready(stops: Stops, stop: int, line: int, times: Sequence[int]) -> int | None:
    """From when on somebody who leaves a stop waits on a line; None where nothing is left to wait for there alone."""
    end, last = stops.ends[stop], stops.ends[stop] + stops.longest
    if line == _ANYWHERE:
        return _first(times, last)
    ready = _first(times, end + stops.gap(stops.places[stops.grounds[stop]], stops.places[line]))
    return ready if ready is not None and ready < last else None


def _first(times: Sequence[int], since: int) -> int | None:
    """The first of some times that is no sooner."""
    place = bisect_left(times, since)
    return times[place] if place < len(times) else None
