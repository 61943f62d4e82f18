"""The most valuable flow through a network in which every edge leads onwards, found in as few rounds as paths differ.

Successive shortest paths with potentials (Edmonds and Karp, 1972): a round finds how much one more unit is worth at
most, and sends as many units as it can for that.
"""

from collections.abc import Iterator
from heapq import heappop, heappush

UNLIMITED = 1 << 60
_FAR = 1 << 100


class Network:
    """Nodes are numbers; an edge leads from a lower one to a higher one. The first is the source, the last the sink.

    Edges stand in pairs: the one after an even one is its way back, whose capacity is the flow.
    """

    def __init__(self, nodes: int) -> None:
        self._edges: list[list[int]] = [[] for _ in range(nodes)]
        self._heads: list[int] = []
        self._capacities: list[int] = []
        self._costs: list[int] = []
        self._potentials: list[int] = []

    def connect(self, tail: int, head: int, capacity: int = UNLIMITED, worth: int = 0) -> None:
        """Add an edge, each unit through which is worth so much."""
        for end, other, room, cost in ((tail, head, capacity, -worth), (head, tail, 0, worth)):
            self._edges[end].append(len(self._heads))
            self._heads.append(other)
            self._capacities.append(room)
            self._costs.append(cost)

    def flow(self, most: int) -> int:
        """Send at most so many units, and none that adds nothing: of all flows of that many the most valuable one.

        Returns how many it sent.
        """
        self._potentials = self._first_potentials()
        sent = 0
        while sent < most and self._potentials[-1] - self._potentials[0] < 0:
            dead: set[int] = set()
            while sent < most and (path := self._path(dead)):
                for edge in path:
                    self._capacities[edge] -= 1
                    self._capacities[edge ^ 1] += 1
                sent += 1
            if sent < most:
                self._raise_potentials()
        return sent

    def flowing(self, node: int) -> Iterator[tuple[int, int]]:
        """The nodes to which something flows from this one, and how much."""
        for edge in self._edges[node]:
            if not edge & 1 and self._capacities[edge ^ 1]:
                yield self._heads[edge], self._capacities[edge ^ 1]

    def _first_potentials(self) -> list[int]:
        """The cost of the cheapest way to each node: in the order of their numbers, since there is no way back yet."""
        found = [0, *[_FAR] * (len(self._edges) - 1)]
        for node, edges in enumerate(self._edges):
            for edge in edges:
                if self._capacities[edge] and found[node] + self._costs[edge] < found[self._heads[edge]]:
                    found[self._heads[edge]] = found[node] + self._costs[edge]
        return found

    def _raise_potentials(self) -> None:
        """Add to each potential how much dearer the cheapest way has become (Dijkstra on what a way adds)."""
        more = self._distances()
        self._potentials = [each + min(added, _FAR) for each, added in zip(self._potentials, more, strict=True)]

    def _distances(self) -> list[int]:
        found = [0, *[_FAR] * (len(self._edges) - 1)]
        waiting = [(0, 0)]
        while waiting:
            far, node = heappop(waiting)
            for edge in self._edges[node] if far == found[node] else ():
                head = self._heads[edge]
                if self._capacities[edge] and (along := far + self._added(node, edge)) < found[head]:
                    found[head] = along
                    heappush(waiting, (along, head))
        return found

    def _added(self, node: int, edge: int) -> int:
        """How much dearer an edge is than the cheapest way; never less than nothing where there is room."""
        return self._costs[edge] + self._potentials[node] - self._potentials[self._heads[edge]]

    def _path(self, dead: set[int]) -> list[int]:
        """The edges of a cheapest way to the sink; nodes from which none was found are `dead` for this round."""
        path: list[int] = []
        node, sink = 0, len(self._edges) - 1
        rests = {0: iter(self._edges[0])}
        while node != sink:
            edge = next((each for each in rests[node] if self._is_cheapest(node, each, dead)), None)
            if edge is None:
                if not path:
                    return []
                node = self._heads[path.pop() ^ 1]
                continue
            path.append(edge)
            node = self._heads[edge]
            rests[node] = iter(self._edges[node])
            dead.add(node)
        dead.difference_update({sink, *(self._heads[edge ^ 1] for edge in path)})
        return path

    def _is_cheapest(self, node: int, edge: int, dead: set[int]) -> bool:
        return bool(self._capacities[edge]) and self._heads[edge] not in dead and not self._added(node, edge)
