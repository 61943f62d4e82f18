"""Blocks and their items: which of the occurrences on show is inside which other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from agendacli.analysis.occurrences import expand
from agendacli.model.occurrence import Occurrence, session_address

Held = Mapping[str, Occurrence]
"""The block of each item by the id of the item."""


def held_by(occurrences: Sequence[Occurrence]) -> Held:
    """The block of each item that lies in the time of its block, where that is among these as well."""
    items = [each for each in occurrences if each.session.parent]
    if not items:
        return {}
    wanted = {each.parent for each in items}
    blocks: dict[str, list[Occurrence]] = {}
    for each in occurrences:
        if (address := session_address(each)) in wanted:
            blocks.setdefault(address, []).append(each)
    found = {each.id: _around(each, blocks.get(each.parent or "", ())) for each in items}
    return {id_: block for id_, block in found.items() if block}


def items_of(block: Occurrence) -> tuple[Occurrence, ...]:
    """The items of a block in order, of one that repeats those that lie in its time."""
    sessions = tuple(each for each in block.programme.sessions if each.parent == block.session.id)
    if not sessions:
        return ()
    alone = replace(block.programme, sessions=sessions)
    if block.original is None:
        return expand((alone,))
    return expand((alone,), block.bounds.start, block.bounds.end)


def items_inside(occurrences: Sequence[Occurrence], held: Held) -> tuple[Occurrence, ...]:
    """The occurrences in their order, but each item right behind its block."""
    if not held:
        return tuple(occurrences)
    items: dict[str, list[Occurrence]] = {}
    for each in occurrences:
        if each.id in held:
            items.setdefault(held[each.id].id, []).append(each)
    outside = (each for each in occurrences if each.id not in held)
    return tuple(one for each in outside for one in (each, *items.get(each.id, ())))


def _around(item: Occurrence, blocks: Iterable[Occurrence]) -> Occurrence | None:
    """The one of several times of a block that the item touches."""
    inner = item.bounds
    return next((each for each in blocks if each.bounds.start < inner.end and inner.start < each.bounds.end), None)
