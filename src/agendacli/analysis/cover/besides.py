"""What may be kept besides what surely is: the plan then rests on it that nothing unknown turns out ill."""

from collections.abc import Iterator, Sequence

from agendacli.analysis.cover.task import Task
from agendacli.analysis.cover.verdicts import Verdict, verdict
from agendacli.model.frozen import frozen


@frozen
class Sharing:
    """The stops of each delegate, those that nobody goes to, and on what it rests that all of it can be kept."""

    paths: tuple[tuple[int, ...], ...]
    missed: tuple[int, ...]
    depends_on: tuple[str, ...] = ()
    is_best: bool = True


def with_possible(task: Task, sharing: Sharing) -> Sharing:
    """A sharing with each missed session given to a delegate who may be there, what is worth most first."""
    if task.coverage.is_settled:
        return sharing
    paths, told = [list(each) for each in sharing.paths], list(sharing.depends_on)
    left = []
    for stop in sorted(sharing.missed, key=lambda each: -task.worths[each]):
        found = min(_able(task, paths, stop), key=lambda each: len(each[1]), default=None)
        if found is None:
            left.append(stop)
        else:
            paths[found[0]].append(stop)
            told += found[1]
    ordered = (tuple(sorted(each, key=task.stops.starts.__getitem__)) for each in paths)
    return Sharing(tuple(ordered), tuple(sorted(left)), tuple(dict.fromkeys(told)), sharing.is_best)


def _able(task: Task, paths: Sequence[Sequence[int]], stop: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each delegate who may be at a stop, and on what that hangs."""
    for one, path in enumerate(paths):
        verdicts = [_verdict(task, stop, other) for other in path if task.stops.clash(stop, other)]
        clashes = [each for each in verdicts if each]
        if all(each.depends_on for each in clashes):
            yield one, tuple(phrase for each in clashes for phrase in each.depends_on)


def _verdict(task: Task, one: int, other: int) -> Verdict | None:
    first, second = sorted((task.stops.indexes[one], task.stops.indexes[other]))
    return verdict(task.coverage, first, second)
