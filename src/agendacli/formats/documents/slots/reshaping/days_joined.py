"""Cards on which a day, its hours and a place have lines of their own: these as one line, as in lists of dates."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Block, Line
from agendacli.formats.documents.slots.dated import day_first
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.places import is_place

_LEAST, _MOSTLY, _MOST_OF_DAY = 2, 0.8, 3  # `Fri`, `12`, `March`
_MARKS = " \t,;:.|–—-·•()"
_ORDERS = ("dhp", "hdp", "dh", "hd", "dth")  # day, hours, place, title


def with_days_joined(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks; where nearly all times are those of such cards, the day and the hours of each in one line."""
    times = sum(isinstance(each, Line) and bool(leading_hours(each.text)[0]) for each in blocks)
    ways = (_turned(blocks), *(_joined(blocks, order) for order in _ORDERS))
    cards, joined = max(ways, key=lambda made: made[0])
    return joined if cards >= max(_LEAST, _MOSTLY * times) else blocks


def _turned(blocks: Sequence[Block]) -> tuple[int, list[Block]]:
    """How many lines begin with hours and their day, and the blocks with these as day and hours."""
    found = [_with_day_first(each) if isinstance(each, Line) else each for each in blocks]
    return sum(one is not other for one, other in zip(found, blocks, strict=True)), found


def _with_day_first(line: Line) -> Line:
    hours, rest = leading_hours(line.text)
    day = day_first(replace(line, text=rest)) if hours and not hours[0].is_plain else None
    if day is None or not day.is_dated:
        return line
    behind = rest[day.to :].lstrip(_MARKS)
    said = line.text[hours[0].at : hours[-1].to].strip()
    return replace(line, text=f"{rest[: day.to]}, {said}{f': {behind}' if behind else ''}", pieces=())


def _joined(blocks: Sequence[Block], order: str) -> tuple[int, list[Block]]:
    """How many cards in that order there are, and the blocks with their lines joined."""
    found: list[Block] = []
    cards = at = 0
    while at < len(blocks):
        size, card = _card(blocks[at : at + _MOST_OF_DAY + len(order)], order)
        found += card
        cards += size > 1
        at += size
    return cards, found


def _card(ahead: Sequence[Block], order: str) -> tuple[int, Sequence[Block]]:
    """How many blocks the head of a card takes, and what it is then; the first block alone where none begins."""
    for count in range(_MOST_OF_DAY, 0, -1):
        size = count + len(order) - 1
        lines = [each for each in ahead[:size] if isinstance(each, Line)]
        begins = order.index("d")
        whole = [_whole(lines[begins : begins + count])] if len(lines) == size else []
        parts = dict(zip(order, [*lines[:begins], *whole, *lines[begins + count :]], strict=False)) if whole else {}
        if parts and all(_FITS[part](line) for part, line in parts.items()):
            said = [parts[part] for part in "dhp" if part in parts]
            head = replace(_whole(said), text=", ".join(line.text for line in said))
            return size, [head, *(line for part, line in parts.items() if part == "t")]
    return 1, ahead[:1]


def _whole(lines: Sequence[Line]) -> Line:
    """Several lines as one, at the place of the first of them."""
    first = min(lines, key=lambda each: (each.page, each.line))
    last = max(each.ends for each in lines)
    return replace(first, text=" ".join(each.text for each in lines), pieces=(), last=last if last > first.line else 0)


def _is_day(line: Line) -> bool:
    day = day_first(line)
    return day is not None and not line.text[day.to :].strip(_MARKS)


def _are_hours(line: Line) -> bool:
    hours, rest = leading_hours(line.text)
    return bool(hours) and not hours[0].is_plain and not rest


def _may_be_title(line: Line) -> bool:
    return not (days_in(line.text) or leading_hours(line.text)[0] or is_place(line.text))


_FITS: dict[str, Callable[[Line], bool]] = {
    "d": _is_day,
    "h": _are_hours,
    "p": lambda line: is_place(line.text),
    "t": _may_be_title,
}
