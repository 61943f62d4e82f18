"""Months that stand above the days of which they are, as headings do: `March`, and below it `Tuesday 3rd`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Block, Line, PageCell
from agendacli.formats.documents.tokens.days import days_in, month_alone
from agendacli.formats.documents.tokens.hours import hours_in, leading_hours

_NUMBER = re.compile(r"\W*\d{1,2}(?:(?:st|nd|rd|th|er|º)\b|\.?(?=[\s,:–-])(?!:\d))")
_MARKS = " \t,;:–—-·•|"


def with_months(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, each day that says no month with the one that stands next above it, which goes into its days."""
    month, heading = "", list[Block]()
    for block in blocks:
        if said := month_alone(_text_alone(block)):
            yield from heading
            month, heading = said, [block]
            continue
        made = _with_month(block, month) if month else block
        yield from heading if made == block else ()
        heading = []
        yield made
    yield from heading


def _text_alone(block: Block) -> str:
    """The text of a line, or that of a row in which nothing else stands."""
    if isinstance(block, Line):
        return block.text
    return block.own[0][1].text if len(block.own) == 1 else ""


def _with_month(block: Block, month: str) -> Block:
    if isinstance(block, Line):
        return _dated(block, month)
    cell = block.cells[0] if block.begins[:1] == (True,) else PageCell()
    lines = tuple(_dated(line, month) for line in cell.lines[:1]) + cell.lines[1:]
    return replace(block, cells=(replace(cell, lines=lines), *block.cells[1:])) if lines else block


def _dated(line: Line, month: str) -> Line:
    end = _end_of_day(line.text)
    return replace(line, text=f"{line.text[:end]} {month}{line.text[end:]}") if end else line


def _end_of_day(text: str) -> int:
    """Where the day ends with which a text begins, if it says no month: a weekday and its number, or a number alone."""
    day = next(iter(days_in(text)), None)
    if day:
        is_first = day.day is not None and day.month is None and not text[: day.at].strip(_MARKS)
        return day.to if is_first else 0
    number = _NUMBER.match(text)
    behind = text[number.end() :].lstrip(_MARKS) if number else ""
    is_day = number is not None and (leading_hours(behind)[0] if number[0][-1:].isdigit() else hours_in(behind))
    return number.end() if number and is_day else 0
