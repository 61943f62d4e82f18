"""Numbers of items before their times, as in agendas: `3. 19.10 – 19.25 Budget`, `TOP 3  19:10 Uhr  Haushalt`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from agendacli.formats.documents.page import Block, Line
from agendacli.formats.documents.tokens.hours import leading_hours

_NUMBER = re.compile(
    r"\W*(?:(?:agenda )?(?:top|item|punkt|point|punto|nr|no)\b\.?\s*)?\(?(?P<n>\d{1,2})(?:[.):]\s+|\s+)(?=\w)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W*(?:time|uhrzeit|zeit|heure|horaire|hora)\s*:\s*(?=\S)", re.IGNORECASE)
_LEAST = 3


def without_numbers(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; lines that count items before their times without these numbers, and without a word for the time."""
    lines = {n: each for n, each in enumerate(blocks) if isinstance(each, Line)}
    counted = {n: found for n, line in lines.items() if (found := _before_time(_NUMBER, line))}
    labels = {n: found for n, line in lines.items() if (found := _before_time(_LABEL, line))}
    cut = counted if _are_counted([int(each["n"]) for each in counted.values()]) else {}
    cut |= labels if len(labels) >= _LEAST else {}
    for n, block in enumerate(blocks):
        yield replace(block, text=block.text[cut[n].end() :]) if n in cut and isinstance(block, Line) else block


def _before_time(pattern: re.Pattern[str], line: Line) -> re.Match[str] | None:
    """What stands before the time and the title of a line by a pattern."""
    found = pattern.match(line.text)
    hours, rest = leading_hours(line.text[found.end() :]) if found else ((), "")
    return found if hours and rest and not hours[0].is_plain else None


def _are_counted(numbers: Sequence[int]) -> bool:
    """Whether numbers count: each greater than that before it or the first again, most by one."""
    steps = [*pairwise(numbers)]
    next_ones = sum(other == one + 1 for one, other in steps)
    return (
        len(numbers) >= _LEAST
        and all(one < other or other == 1 for one, other in steps)
        and 2 * next_ones >= len(steps)
    )
