"""Who goes where: a plan for people who are alike, but for the seats that some of them have."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from agendacli.analysis.cover.besides import Sharing, with_possible
from agendacli.analysis.cover.crew import Crew, paths_of, shared_evenly
from agendacli.analysis.cover.routes import Routes
from agendacli.analysis.cover.seated import best_by_seats
from agendacli.analysis.cover.stops import Stops
from agendacli.analysis.cover.task import Task
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence


@frozen
class Delegate:
    """One of a delegation, by name or number, with the sessions to attend in order of time."""

    name: str
    sessions: tuple[Occurrence, ...]


@frozen
class Missed:
    """A session that nobody attends, and where those are who might: each by name with the sessions that clash."""

    session: Occurrence
    busy: tuple[Delegate, ...]


@frozen
class CoverPlan:
    """Who attends what, and what is missed. `depends_on` says, a phrase each, on what it rests that this can be kept.

    `is_best`: no plan for as many keeps more; else this is the best of those that were looked at.
    """

    delegates: tuple[Delegate, ...]
    missed: tuple[Missed, ...]
    depends_on: tuple[str, ...] = ()
    is_best: bool = True


@frozen
class _Row:
    """The path of a delegate, and until when at the latest any stop up to each of it takes."""

    name: str
    path: Sequence[int]
    reach: Sequence[int]

    @classmethod
    def of(cls, stops: Stops, name: str, path: Sequence[int]) -> "_Row":
        """That of a path in order of time."""
        return cls(name, path, tuple(accumulate((stops.ends[each] for each in path), max)))

    def near(self, stops: Stops, stop: int) -> Sequence[int]:
        """The stops of the path that may clash with another one."""
        first = bisect_right(self.reach, stops.starts[stop] - stops.longest)
        last = bisect_left(self.path, stops.ends[stop] + stops.longest, key=stops.starts.__getitem__)
        return self.path[first:last]


def sharing_among(task: Task, size: int) -> Sharing:
    """How so many delegates, none of whose seats clash, keep as much as can be."""
    routes = Routes.of(task.stops, task.worths)
    routes.network.flow(size)
    return with_possible(task, _shared(task, routes, task.crew(size)))


def smallest_sharing(task: Task) -> Sharing:
    """How as few delegates as can be surely keep everything."""
    every = range(len(task.stops))
    routes = Routes.of(task.stops, [1] * len(every))
    size = max(routes.network.flow(len(every)), len(task.seats))
    sharing = _shared(task, routes, task.crew(size))
    while sharing.missed:  # somebody has seats on two paths, or would be in two cities
        size += 1
        sharing = sharing_among(task, size)
    while (fewer := _with_one_less(task, sharing)) is not None:
        sharing = fewer
    return sharing


def _with_one_less(task: Task, sharing: Sharing) -> Sharing | None:
    """How one delegate less keeps everything, where times that are not known leave room for it whatever they are."""
    size = len(sharing.paths) - 1
    if not task.coverage.unsettled or size < max(1, len(task.seats)):
        return None
    fewer = sharing_among(task, size)
    return None if fewer.missed or fewer.depends_on else fewer


def _shared(task: Task, routes: Routes, crew: Crew) -> Sharing:
    """The stops of a flow by delegate: as evenly as is cheap; where seats are in the way, the best of all sharings."""
    kept = tuple(routes.kept())
    paths = shared_evenly(task.stops, kept, crew) if _keeps(kept, crew) else None
    is_best = True
    if paths is None:
        paths = paths_of(routes, crew)
    if paths is None or not all(_is_sound(task.stops, path) for path in paths):
        paths, is_best = best_by_seats(task.stops, task.worths, crew)
    there = {stop for path in paths for stop in path}
    missed = (stop for stop in range(len(task.stops)) if stop not in there)
    return Sharing(tuple(map(tuple, paths)), tuple(missed), is_best=is_best)


def _is_sound(stops: Stops, path: Sequence[int]) -> bool:
    """Whether one person can go a path, also past what names no city."""
    return all(stops.can_join(path[place::-1], stop) for place, stop in enumerate(path[1:]))


def _keeps(kept: Sequence[int], crew: Crew) -> bool:
    """Whether every seat is kept."""
    return frozenset().union(*crew.seats).issubset(kept)


def plan_from(task: Task, sharing: Sharing) -> CoverPlan:
    """The plan that a sharing comes to."""
    persons = [each.name for each in task.aims.persons]
    names = (*persons, *(str(number) for number in range(len(persons) + 1, len(sharing.paths) + 1)))
    delegates = tuple(
        Delegate(name, tuple(_occurrence(task, stop) for stop in path))
        for name, path in zip(names, sharing.paths, strict=True)
    )
    rows = [_Row.of(task.stops, name, path) for name, path in zip(names, sharing.paths, strict=True)]
    missed = tuple(Missed(_occurrence(task, stop), tuple(_busy(task, rows, stop))) for stop in sharing.missed)
    return CoverPlan(delegates, missed, sharing.depends_on, sharing.is_best)


def _busy(task: Task, rows: Sequence[_Row], stop: int) -> Iterator[Delegate]:
    """The delegates who are elsewhere, each with what clashes."""
    clashing = (
        (row.name, [each for each in row.near(task.stops, stop) if task.stops.clash(each, stop)]) for row in rows
    )
    return (Delegate(name, tuple(_occurrence(task, each) for each in found)) for name, found in clashing if found)


def _occurrence(task: Task, stop: int) -> Occurrence:
    return task.coverage.board.occurrence(task.stops.indexes[stop])
