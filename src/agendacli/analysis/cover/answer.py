"""The answer to who goes where: how few cover everything, when each further one is needed, and a plan."""

from collections.abc import Sequence

from agendacli.analysis.cover.crowd import fewest
from agendacli.analysis.cover.needed import Needed, needed_stretches
from agendacli.analysis.cover.plan import CoverPlan, plan_from, sharing_among, smallest_sharing
from agendacli.analysis.cover.stops import Coverage
from agendacli.analysis.cover.task import Task
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Person


@frozen
class Smallest:
    """How few cover everything: whatever is not known yet, and in any case (`certain`); and when each further one goes.

    `depends_on` says what decides between the two.
    """

    certain: int
    possible: int
    needed: tuple[Needed, ...]

    @property
    def depends_on(self) -> tuple[str, ...]:
        """A phrase for each thing that is not known and takes more people than are needed in any case."""
        more = (each for each in self.needed if each.people > self.certain)
        return tuple(dict.fromkeys(phrase for each in more for phrase in each.depends_on))


@frozen
class Impossible:
    """Sessions that all have to be attended, by a person or by somebody, and cannot be."""

    sessions: tuple[Occurrence, ...]
    person: Person | None = None


def smallest_number(task: Task) -> tuple[Smallest, CoverPlan]:
    """How few delegates cover everything, none of whose seats clash, and their plan."""
    sharing = smallest_sharing(task)
    size, needed = len(sharing.paths), needed_stretches(task.coverage)
    certain = size if _is_known(task.coverage, needed) else min(size, _certain(task, needed))
    return Smallest(certain, size, needed), plan_from(task, sharing)


def best_plan(task: Task, size: int) -> CoverPlan | Impossible:
    """What so many delegates keep, at least as many as there are persons; or which musts they cannot all keep.

    Of more than there are sessions the others have nothing to do, and are left out.
    """
    sharing = sharing_among(task, min(size, max(len(task.stops), len(task.seats))))
    lost = [stop for stop in sharing.missed if task.stops.indexes[stop] in task.aims.musts]
    return _lost(task, lost[0]) if lost else plan_from(task, sharing)


def clashing_seats(task: Task) -> tuple[Impossible, ...]:
    """What one person alone would have to attend at once."""
    board = task.coverage.board
    return tuple(
        Impossible((board.occurrence(one), board.occurrence(other)), person)
        for person, (one, other) in task.clashing_seats()
    )


def _lost(task: Task, stop: int) -> Impossible:
    """A must that is missed, and those that clash with it."""
    wanted = frozenset().union(*task.seats)
    others = (each for each, index in enumerate(task.stops.indexes) if index in task.aims.musts or each in wanted)
    clashing = [each for each in others if each == stop or task.stops.clash(each, stop)]
    indexes = dict.fromkeys(task.stops.indexes[each] for each in clashing)
    return Impossible(tuple(map(task.coverage.board.occurrence, indexes)))


def _is_known(coverage: Coverage, needed: Sequence[Needed]) -> bool:
    return not coverage.unsettled and not any(each.depends_on for each in needed)


def _certain(task: Task, needed: Sequence[Needed]) -> int:
    """What is needed in any case: for what surely takes place, and while sessions clash however they come to lie."""
    settled = fewest(task.coverage, task.coverage.settled, task.coverage.grounds.least)
    stretches = (each.people for each in needed if not each.depends_on)
    return max(settled, len(task.seats), min(1, len(task.stops)), *stretches)
