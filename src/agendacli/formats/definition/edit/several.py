"""Several items of one definition edited one after another, each found again wherever the edits before it put it."""

from collections.abc import Callable, Sequence

from agendacli.formats.definition.edit.layout import BY_HAND, DefinitionText
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen


@frozen
class Edited:
    """A definition after an edit, and the line (from 1) on which the item begins now; None where it is gone."""

    data: bytes
    line: int | None


ItemStep = Callable[[bytes, int], Edited | Refusal]
"""An edit of the item that begins on a line of a definition."""


def edit_each(data: bytes, steps: Sequence[tuple[int, ItemStep]]) -> bytes | Refusal:
    """The definition after all of the steps, each with the line on which its item begins before the first of them.

    What goes with another item that is taken out needs no step of its own.
    """
    known = [first for first, _ in _spots(data)]
    if not {line for line, _ in steps}.issubset(known):
        return Refusal(BY_HAND)
    numbers: list[int | None] = [known.index(line) for line, _ in steps]
    for place, (_, step) in enumerate(steps):
        number = numbers[place]
        if number is None:
            continue
        before = _spots(data)
        first, last = before[number]
        made = step(data, first)
        if isinstance(made, Refusal):
            return made
        data, held = made.data, [n for n, (line, _) in enumerate(before) if first <= line <= last]
        to = None if made.line is None else [line for line, _ in _spots(data)].index(made.line)
        numbers = [each if each is None else _after(each, range(held[0], held[-1] + 1), to) for each in numbers]
    return data


def _spots(data: bytes) -> list[tuple[int, int]]:
    """The first and the last line of every item, in the order of the file."""
    layout = DefinitionText.of(data)
    return [] if isinstance(layout, Refusal) else [layout.item_lines(each) for each in layout.places()]


def _after(number: int, moved: range, to: int | None) -> int | None:
    """The number of an item after those of a range were taken out, or went so that the first of them has another."""
    if number in moved:
        return None if to is None else to + number - moved.start
    found = number - len(moved) if number > moved.start else number
    return found + len(moved) if to is not None and found >= to else found
