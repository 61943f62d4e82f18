"""Cards with a heading above the line of the hours and the place: the heading is put below the hours."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Block, Line
from agendacli.formats.documents.slots.headings import day_heading
from agendacli.formats.documents.tokens.hours import hours_in, leading_hours
from agendacli.formats.documents.tokens.places import is_place

_LEAST, _MOSTLY, _SOME, _LONGEST = 3, 0.7, 0.3, 60
_LEADING = " \t,;:|–—-·•@"


def with_cards_unfolded(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, of each card the hours, its title and its place in this order, each a line of its own.

    Where the text behind the hours is rarely a place, it is the title, and the heading above that of a part.
    """
    places = {n: rest for n in range(1, len(blocks)) if (rest := _behind_hours(blocks[n]))}
    cards = {n: rest for n, rest in places.items() if _is_title(blocks[n - 1])}
    known = sum(map(is_place, cards.values()))
    if len(cards) < max(_LEAST, _MOSTLY * len(places)) or known < _SOME * len(cards):
        cards = {}
    for n, block in enumerate(blocks):
        if n in cards and isinstance(block, Line):
            hours = block.text[: block.text.rindex(cards[n])].rstrip(_LEADING)
            yield from (replace(block, text=hours, pieces=()), blocks[n - 1], replace(block, text=cards[n], pieces=()))
        elif n + 1 not in cards:
            yield block


def _behind_hours(block: Block) -> str:
    """The few words that stand behind the hours with which a line begins."""
    hours, rest = leading_hours(block.text) if isinstance(block, Line) else ((), "")
    text = rest.strip(_LEADING)
    return text if hours and not hours[0].is_plain and text and len(text) <= _LONGEST else ""


def _is_title(block: Block) -> bool:
    """Whether it is a heading of one card: neither that of a day, nor a time."""
    return isinstance(block, Line) and block.is_set_apart and not day_heading(block) and not hours_in(block.text)
