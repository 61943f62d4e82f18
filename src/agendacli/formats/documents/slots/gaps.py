"""Empty lines of a text: where no slot has one inside, the one below the last slot ends the programme."""

from collections.abc import Sequence
from itertools import pairwise

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.slot import Found, Slot

_LEAST = 4


def close_at_gap(found: Found) -> None:
    """Take what stands below an empty line from the last slot, where no other has an empty line inside."""
    *others, last = found.slots if len(found.slots) >= _LEAST else [None]
    if last is None or any(_gap(each) is not None for each in others if each):
        return
    gap = _gap(last)
    if gap:
        found.loose += last.lines[gap:]
        del last.lines[gap:]


def _gap(slot: Slot) -> int | None:
    """Before which of its lines an empty one stands; None where none does."""
    lines: Sequence[Line] = slot.lines if not slot.is_row and not slot.at.page else ()
    pairs = enumerate(pairwise(lines))
    return next((n + 1 for n, (one, other) in pairs if other.line > max(one.line, one.last) + 1), None)
