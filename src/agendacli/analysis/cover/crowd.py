"""How many people it takes at a moment: as many as there are sessions there of which no two can be kept by one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from agendacli.analysis.cover.routes import Routes
from agendacli.analysis.cover.stops import Coverage, Gap, Stops


class Crowd:
    """The sessions that clash at a moment: those that are on at settled times, and the pairs that are tied."""

    def __init__(self, coverage: Coverage, gap: Gap) -> None:
        self._coverage, self._gap = coverage, gap
        self._on: set[int] = set()
        self._tied: defaultdict[int, Counter[int]] = defaultdict(Counter)
        self._counted: dict[frozenset[int], int] = {}

    def turn(self, index: int) -> None:
        """Count in a settled session that begins, or out one that has ended."""
        self._on ^= {index}

    def tie(self, pair: tuple[int, int], times: int) -> None:
        """Count a pair that is tied from now on once more, or (-1) once less."""
        for one, other in (pair, pair[::-1]):
            self._tied[one][other] += times
            if not self._tied[one][other]:
                del self._tied[one][other]
            if not self._tied[one]:
                del self._tied[one]

    @property
    def members(self) -> set[int]:
        """Every session of it."""
        return self._on.union(self._tied)

    def people(self) -> int:
        """How many it takes: for the settled ones, or for those that are not with all that clashes with each of them.

        Never too many. It might be too few where days that are not known overlap in other ways than stretches do.
        """
        found, seen = self._of_settled(self.members), set[int]()
        for index in self._loose(self._tied):
            if index not in seen:
                together, people = self._together(index)
                seen |= together
                found = max(found, people)
        return found

    def _loose(self, indexes: Iterable[int]) -> Sequence[int]:
        """The unsettled ones of some, those first that are tied to most."""
        unsettled = self._coverage.unsettled.intersection(indexes)
        return sorted(unsettled, key=lambda each: (-len(self._tied[each]), each))

    def _together(self, index: int) -> tuple[set[int], int]:
        """Unsettled sessions, this one among them, of which each two are tied, and how many people these take at least.

        Taken one by one: the more of them, the fewer settled ones clash with each.
        """
        found, near = {index}, set(self._tied[index])
        people = 1 + self._of_settled(near)
        for other in self._loose(near):
            if other in near:
                found.add(other)
                near &= self._tied[other].keys()
                people = max(people, len(found) + self._of_settled(near))
        return found, people

    def _of_settled(self, indexes: Iterable[int]) -> int:
        settled = frozenset(indexes) - self._coverage.unsettled
        if settled <= self._on:
            return len(settled)
        if settled not in self._counted:
            self._counted[settled] = fewest(self._coverage, sorted(settled), self._gap)
        return self._counted[settled]


def fewest(coverage: Coverage, indexes: Sequence[int], gap: Gap) -> int:
    """How few people are at all of some sessions: no more than one goes where one can go from one to the other.

    What names no city is no way from one to another, so without these it may take more.
    """
    stops = Stops.of(coverage, indexes, gap)
    placed = [index for stop, index in enumerate(indexes) if stops.is_placed(stop)]
    found = Routes.of(stops, [1] * len(indexes)).network.flow(len(indexes))
    return found if len(placed) in (0, len(indexes)) else max(found, fewest(coverage, placed, gap))
