"""The items of a block, which move with it: their hours are written as much later as the block begins."""

from collections.abc import Iterator

from agendacli.formats.definition.edit.keys import ItemEdit, edit_item
from agendacli.formats.definition.edit.layout import BY_HAND, DefinitionText
from agendacli.formats.definition.nodes import Mapping, Node, NodeList
from agendacli.formats.definition.schema.session import ITEMS
from agendacli.model.asked import Refusal
from agendacli.words.times.forms import MINUTES_OF_DAY, FromTo
from agendacli.words.times.grammar import parse_clock


def put_hours(data: bytes, line: int, edit: ItemEdit) -> bytes | Refusal:
    """The definition with the item edited that begins on a line; what it holds begins as much later as it does.

    Only where its beginning alone is another, and its end is not, the items stay; so does one without hours.
    """
    layout = DefinitionText.of(data)
    place = layout.place_of(line) if not isinstance(layout, Refusal) else None
    if place is None:
        return Refusal(BY_HAND)
    made = edit_item(data, line, edit)
    minutes = _later(place.item.entries[0][0].text, edit.time) if edit.time else 0
    for each in _held(place.item) if minutes else ():
        hours = _shifted(each.entries[0][0].text, minutes)
        if hours and isinstance(made, bytes):
            made = edit_item(made, each.entries[0][0].span.line, ItemEdit(hours))
    return made


def _held(item: Mapping) -> Iterator[Mapping]:
    """The items of a block, the last first: so an edit of one moves no other that is to come."""
    lists: list[Node] = [value for key, value in item.entries[1:] if key.text == ITEMS.name]
    for each in lists:
        if isinstance(each, NodeList):
            yield from (one for one in reversed(each.items) if isinstance(one, Mapping) and one.entries)


def _later(old: str, new: str) -> int:
    """By how many minutes the items of a block move with it."""
    before, after = parse_clock(old), parse_clock(new)
    if not isinstance(before, FromTo) or not isinstance(after, FromTo):
        return 0
    ends = _end(before), _end(after)
    return 0 if ends[0] == ends[1] is not None else after.start.minutes - before.start.minutes


def _end(clock: FromTo) -> int | None:
    """Where it ends, in minutes from the midnight before its start."""
    return clock.end.minutes + clock.later_days * MINUTES_OF_DAY if clock.end else None


def _shifted(hours: str, minutes: int) -> str | None:
    """Hours so many minutes later; None for those that are not times of day, or say which of two they are."""
    clock = parse_clock(hours)
    if not isinstance(clock, FromTo) or clock.start.fold is not None or (clock.end and clock.end.fold is not None):
        return None
    days, start = divmod(clock.start.minutes + minutes, MINUTES_OF_DAY)
    end = _end(clock)
    if end is None:
        return f"{_clock(start)}-"
    later, end = divmod(end + minutes - days * MINUTES_OF_DAY, MINUTES_OF_DAY)
    return f"{_clock(start)}-{_clock(end)}" + (f" +{later}" if later else "")


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
