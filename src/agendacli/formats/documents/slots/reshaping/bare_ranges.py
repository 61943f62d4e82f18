"""Ranges of hours without minutes at the head of lines among others with times: `3–4 Discussion` below `2–2.45 Tea`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from agendacli.formats.documents.page import Block, Line
from agendacli.formats.documents.tokens.bare_hours import bare_hours_first
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import HoursWords, leading_hours

_LEAST, _HOURS, _DIAL, _LONGEST_GAP = 3, 12, 12 * 60, 6 * 60


def with_bare_ranges(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; where several lines begin with ranges of times, bare ones that come next on the dial are times.

    So are bare ones alone, where three or more follow each other, each from the hour to which the one above goes.
    """
    firsts = [_first(each) for each in blocks]
    ranges = sum(each is not None and each.end is not None for each in firsts)
    bares = [each for block in blocks if (each := _bare(block, None))]
    are_joined = len(bares) >= _LEAST and all(one[1] % _HOURS == other[0] % _HOURS for one, other in pairwise(bares))
    above = bares[0][0] * 60 if are_joined and not any(firsts) else None
    ranges = max(ranges, _LEAST) if above is not None else ranges
    for block, hours in zip(blocks, firsts, strict=True):
        bare = _bare(block, above) if ranges >= _LEAST and above is not None and hours is None else None
        above = _ends(hours) if hours else bare[1] * 60 if bare else above
        yield _written_out(block, bare) if bare and isinstance(block, Line) else block


def _first(block: Block) -> HoursWords | None:
    hours = leading_hours(block.text)[0] if isinstance(block, Line) else ()
    return hours[-1] if hours and not hours[-1].is_plain else None


def _ends(hours: HoursWords) -> int:
    return (hours.end or hours.start).plain


def _bare(block: Block, above: int | None) -> tuple[int, int, int] | None:
    """The bare range of a line that is no date, if it begins soon after the time above it."""
    if not isinstance(block, Line) or any(each.at == 0 for each in days_in(block.text)):
        return None
    bare = bare_hours_first(block.text)
    return bare if bare and (above is None or (bare[0] * 60 - above) % _DIAL <= _LONGEST_GAP) else None


def _written_out(line: Line, bare: tuple[int, int, int]) -> Line:
    first, last, to = bare
    return replace(line, text=f"{first}:00–{last}:00{line.text[to:]}")
