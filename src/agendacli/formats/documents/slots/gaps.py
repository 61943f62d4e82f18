"""Where a programme ends below its last slot: at an empty line, at the foot of a page, at a word for notes."""

from collections.abc import Sequence
from itertools import pairwise

from agendacli.formats.documents.slots.headings import heads_notes
from agendacli.formats.documents.slots.slot import Found, Slot

_FEW, _SHORT = 3, 3


def close_at_gap(found: Found) -> None:
    """Take from the last slot what stands below it, from where no other slot has the like of it inside."""
    if len(found.slots) < _FEW or found.slots[-1].is_row or found.slots[-1].at.page:
        return
    *others, last = found.slots
    ways = (_notes, *((_gap,) if len(others) >= _FEW else ()))
    ends = [way(last) for way in ways if all(way(each) is None for each in others)]
    end = min((each for each in (_foot(last, others), *ends) if each), default=None)
    if end:
        found.loose += last.lines[end:]
        del last.lines[end:]


def _gap(slot: Slot) -> int | None:
    """Before which of its lines an empty one stands; None where none does."""
    pairs = enumerate(pairwise(() if slot.is_row else slot.lines))
    return next((n + 1 for n, (one, other) in pairs if other.line > one.ends + 1), None)


def _foot(slot: Slot, others: Sequence[Slot]) -> int | None:
    """Which of its lines is the first outside of the element of a web page in which the lines of all others are."""
    floor = min(max(each.at.depth, 0) for each in others)
    floor = min((line.depth for each in others for line in each.lines[1:]), default=floor)
    return next((n for n, line in enumerate(slot.lines) if n and line.depth < floor), None)


def _notes(slot: Slot) -> int | None:
    """Which of its lines is the first that says that what follows is about the event."""
    return next((n for n, line in enumerate(slot.lines) if n and _is_head(line.text)), None)


def _is_head(text: str) -> bool:
    """Whether a line heads notes, or is one with its head: `Contact: Ida Holm`."""
    return heads_notes(text) and (":" in text or len(text.split()) <= _SHORT)
