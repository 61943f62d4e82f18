"""Where the sessions of an event run in parallel, and how many people it takes to see all of them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from heapq import heappush, heapreplace
from itertools import groupby

from agendacli.analysis.conflicts.blocks import Blocks
from agendacli.analysis.conflicts.board import Board, board_of, each_once
from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.conflicts.times.instants import moment
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence, order
from agendacli.model.places import Gazetteer


@frozen
class Parallel:
    """A stretch of time from `start` to `end` (UTC) in which each session overlaps another one of it.

    `people` is the least number of people of whom somebody is in every session from its start to its end.
    """

    start: datetime
    end: datetime
    sessions: tuple[Occurrence, ...]
    people: int


def parallel_stretches(occurrences: Sequence[Occurrence], *, include_transparent: bool = False) -> Iterator[Parallel]:
    """Where sessions of one event run in parallel, in order of time. What has no known start and end is left out.

    A block stands for its items: whoever sees it sees them.
    """
    board = board_of(
        sorted(each_once(occurrences), key=order), Atlas(Gazetteer()), include_transparent=include_transparent
    )
    held = Blocks.of(board).blocks
    exact = (index for index in range(len(board)) if index not in board.loose and index not in held)
    events = sorted(exact, key=lambda index: board.occurrence(index).programme.id)  # in order of time in each
    by_event = groupby(events, key=lambda index: board.occurrence(index).programme.id)
    found = [tuple(each) for _, members in by_event for each in _stretches(list(members), board)]
    return (_parallel(each, board) for each in sorted(found))


def _stretches(members: Sequence[int], board: Board) -> Iterator[Sequence[int]]:
    """The members in groups that hang together in time, of which those of one session are left out."""
    group: list[int] = []
    reach = 0
    for index in members:
        if group and board.bounds.low[index] >= reach:
            yield from [group] if len(group) > 1 else []
            group = []
        reach = max(reach, board.bounds.high[index]) if group else board.bounds.high[index]
        group.append(index)
    yield from [group] if len(group) > 1 else []


def _parallel(members: Sequence[int], board: Board) -> Parallel:
    start, end = min(board.bounds.low[index] for index in members), max(board.bounds.high[index] for index in members)
    sessions = tuple(board.occurrence(index) for index in members)
    return Parallel(moment(start), moment(end), sessions, _people(members, board))


def _people(members: Sequence[int], board: Board) -> int:
    """As many as sessions are on at once: whoever is free first goes to the next one."""
    free_at: list[int] = []
    for index in members:
        start, end = board.bounds.low[index], board.bounds.high[index]
        (heapreplace if free_at and free_at[0] <= start else heappush)(free_at, end)
    return len(free_at)
