"""A cell of a grid as its parts: what has the time of its row, and what has times of its own."""

import re
from collections.abc import Iterator
from dataclasses import replace

from agendacli.formats.documents.page import Line, PageCell
from agendacli.formats.documents.tokens.hours import HoursWords, leading_hours
from agendacli.model.frozen import frozen

_IN_BRACKETS = re.compile(r"\s*\(\s*([^()]{3,20}?)[\s!?.]*\)\s*$")


@frozen
class CellPart:
    """Lines of a cell and the hours that stand in it for them; None where those of the row are theirs."""

    hours: HoursWords | None
    at: Line
    lines: tuple[Line, ...]
    is_in_brackets: bool = False


def parts_of(cell: PageCell) -> tuple[CellPart, ...]:
    """The parts of a cell in order, each of which is a session; none where it holds times alone."""
    if bracketed := _hours_in_brackets(cell):
        return (bracketed,)
    return tuple(each for each in _parts(cell) if each.lines)


def _parts(cell: PageCell) -> Iterator[CellPart]:
    hours, at, lines = None, cell.lines[0], list[Line]()
    for line in cell.lines:
        found, rest = leading_hours(line.text)
        if found and not (found[0].is_plain or found[0].text.isalpha()):  # `Midnight Trams`
            yield CellPart(hours, at, tuple(lines))
            hours, at, lines = found[0], line, []
            line = replace(line, text=rest, pieces=())  # noqa: PLW2901 (the line without its time)
        lines += [line] if line.text else []
    yield CellPart(hours, at, tuple(lines))


def _hours_in_brackets(cell: PageCell) -> CellPart | None:
    """The cell with the time in brackets at its end, which is that of the whole of it."""
    *others, last = cell.lines
    found = _IN_BRACKETS.search(last.text)
    hours = leading_hours(found[1])[0] if found else ()
    if found is None or len(hours) != 1 or hours[0].to != len(found[1].rstrip()):
        return None
    lines = (*others, replace(last, text=last.text[: found.start()]))
    return CellPart(hours[0], cell.lines[0], lines, is_in_brackets=True)


def begins_range(text: str) -> bool:
    """Whether a text begins with a time and its end."""
    hours, _ = leading_hours(text)
    return bool(hours) and hours[0].end is not None
