"""Paragraphs that begin with a title and have the time on a line of its own below: the time is put first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Block, Line
from agendacli.formats.documents.slots.headings import day_heading
from agendacli.formats.documents.tokens.bare_hours import hours_among_times
from agendacli.formats.documents.tokens.hours import hours_in, leading_hours
from agendacli.formats.documents.tokens.places import place_of_line
from agendacli.words.kinds import is_transparent, kind_in_title

_LEAST, _MOSTLY, _MOST_LINES, _LONGEST = 2, 0.7, 6, 110


def with_times_first(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; where most times that stand alone end a paragraph with a title, each goes before its title."""
    parts = [*_paragraphs(blocks)]
    below = [_time_below(part) for part in parts]
    is_usual = _are_usual(parts, below)
    for part, at in zip(parts, below, strict=True):
        yield from _turned(part, at) if is_usual and at else part


def _are_usual(parts: Sequence[Sequence[Block]], below: Sequence[int]) -> bool:
    """Whether times stand below titles as a rule, the first of all, too, and no title stands last."""
    timed = [n for n, part in enumerate(parts) if any(map(_hours_alone, part))]
    count = sum(map(bool, below))
    if count < _LEAST or count < _MOSTLY * len(timed) or not below[timed[0]]:
        return False
    last = parts[timed[-1]]
    behind = [part[0] for part in parts[timed[-1] + 1 :]]
    is_apart = _is_next(last[0], last[1])
    return is_apart or not any(isinstance(each, Line) and each.is_set_apart for each in behind)


def _paragraphs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks in parts: lines that follow each other, or a line that is set apart and the time below it."""
    part: list[Block] = []
    for block in blocks:
        if part and not _goes_on(part[-1], block):
            yield part
            part = []
        part.append(block)
    yield part


def _goes_on(above: Block, block: Block) -> bool:
    if not (isinstance(above, Line) and isinstance(block, Line)) or block.is_set_apart or above.page:
        return False
    return _is_next(above, block) or (above.is_set_apart and bool(_hours_alone(block)))


def _is_next(above: Block, block: Block) -> bool:
    return isinstance(above, Line) and isinstance(block, Line) and block.line - above.ends == 1


def _time_below(part: Sequence[Block]) -> int:
    """Which line of a paragraph is its only time, below a title; 0 if none is."""
    lines = [each for each in part if isinstance(each, Line)]
    times = [n for n, line in enumerate(lines) if hours_in(line.text) or _hours_alone(line)]
    if len(times) != 1 or not _hours_alone(lines[times[0]]) or len(lines) > _MOST_LINES:
        return 0
    is_title = len(lines[0].text) <= _LONGEST and not lines[0].level and not any(map(day_heading, lines))
    return times[0] if is_title else 0


def _hours_alone(block: Block) -> str:
    """The hours that a line is, perhaps with a place behind them; nothing if it is none."""
    if not isinstance(block, Line):
        return ""
    if not block.text.strip().isdigit() and (written := hours_among_times(block.text)):
        return written
    hours, rest = leading_hours(block.text)
    is_place = bool(place_of_line(rest)) and not is_transparent(kind_in_title(rest))  # `Pause café` is none
    is_alone = bool(hours) and not hours[0].is_plain and (not rest or is_place)
    return block.text[: len(block.text) - len(rest)].rstrip(" ,;|–—-") if is_alone else ""


def _turned(part: Sequence[Block], at: int) -> Iterator[Block]:
    """The lines of a paragraph, its time first, and what stands behind that last."""
    lines = [each for each in part if isinstance(each, Line)]
    time = lines.pop(at)
    rest = leading_hours(time.text)[1] if hours_in(time.text) else ""
    yield replace(time, text=_hours_alone(time), pieces=())
    yield from lines
    yield from [replace(time, text=rest, pieces=())] if rest else []
