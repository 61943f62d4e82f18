"""Clashes in the order in which they are told."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import count
from operator import itemgetter

from agendacli.analysis.conflicts.board import Board
from agendacli.analysis.conflicts.certainty import Finding

Hit = tuple[int, int, int, str, Finding]
"""Two indexes into the board, the place of the kind among all kinds, a person's id or nothing, and the finding."""


def in_order(hits: Iterable[Hit], board: Board) -> Sequence[tuple[Hit, bool]]:
    """The clashes in order, the first session of each first, and whether more of the same session are left out.

    What two files with the same session give twice is told once. Of two times of one repeated session only the first
    two that clash in a way are told: more of them say nothing new, and there may be thousands.
    """
    found = list(hits)
    touched = {*map(itemgetter(0), found), *map(itemgetter(1), found)}
    ids = {index: board.occurrence(index).id for index in touched}
    rank = _ranks(ids, board)
    turned = [hit if rank[hit[0]] < rank[hit[1]] else (hit[1], hit[0], *hit[2:]) for hit in found]
    turned.sort(key=lambda hit: (rank[hit[0]] * len(rank) + rank[hit[1]], hit[2], hit[3]))
    return _folded(_of_two(turned, ids), board)


def _ranks(ids: Mapping[int, str], board: Board) -> Mapping[int, int]:
    """The place of each session among all that clash: the earlier start first, then the later end, then the id."""
    starts, ends = board.positions(ids)
    # The last criterion first: each further sort keeps the order of what is equal, and compares plain numbers.
    ordered = sorted(ids, key=ids.__getitem__)
    ordered.sort(key=ends.__getitem__, reverse=True)
    ordered.sort(key=starts.__getitem__)
    return dict(zip(ordered, count()))


def _of_two(hits: Sequence[Hit], ids: Mapping[int, str]) -> Sequence[Hit]:
    """Each clash of two sessions once; two that have one id are one session."""
    if len(set(ids.values())) == len(ids):
        return hits
    unique: dict[Hashable, Hit] = {}
    for hit in hits:
        if ids[hit[0]] != ids[hit[1]]:
            unique.setdefault((ids[hit[0]], ids[hit[1]], *hit[2:4]), hit)
    return tuple(unique.values())


def _folded(hits: Sequence[Hit], board: Board) -> Sequence[tuple[Hit, bool]]:
    """The clashes without further ones of a session with itself."""
    if not board.columns.repeated:
        return [(hit, False) for hit in hits]
    found: dict[Hashable, tuple[Hit, bool]] = {}
    for hit in hits:
        one, other = (board.occurrence(index).session for index in hit[:2])
        own = one if one is other else None
        key = hit[:4] if own is None else (id(own), *hit[2:4])
        found[key] = (found[key][0], True) if key in found else (hit, own is not None and id(own) in board.thinned)
    return tuple(found.values())
