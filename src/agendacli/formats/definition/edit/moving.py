"""An item taken out of a definition, or put under another day with all that stands in it, comments too."""

from agendacli.formats.definition.edit.insert import Inserted, NewItem, insert_item
from agendacli.formats.definition.edit.layout import BY_HAND, DefinitionText, ItemPlace
from agendacli.formats.definition.edit.said import replaced, says_the_same
from agendacli.formats.definition.yaml.nodes import Node, Scalar
from agendacli.model.asked import Refusal


def remove_item(data: bytes, line: int) -> bytes | Refusal:
    """The definition without the item that begins on a line; a day that has no other goes with it."""
    layout = DefinitionText.of(data)
    place = layout.place_of(line) if not isinstance(layout, Refusal) else None
    if isinstance(layout, Refusal) or place is None:
        return Refusal(BY_HAND)
    is_alone = len(place.among.items) == 1
    first, last = layout.item_lines(place)
    if is_alone:
        first, last = place.key.span.line, layout.last_line(first, place.limit, place.key.span.column)
    written = layout.patched([layout.without(first, last + _blanks_below(layout, last))])
    gone: Node = place.among if is_alone else place.item
    wanted = replaced(layout.root, gone, None)
    return written if wanted is not None and says_the_same(written, wanted) else Refusal(BY_HAND)


def move_item(data: bytes, line: int, day: str) -> Inserted | Refusal:
    """The definition with the item under another day, in order of time there, its lines as they are."""
    layout = DefinitionText.of(data)
    place = layout.place_of(line) if not isinstance(layout, Refusal) else None
    if isinstance(layout, Refusal) or place is None or layout.root is place.item:
        return Refusal(BY_HAND)
    time, title = place.item.entries[0]
    without = remove_item(data, line)
    if isinstance(without, Refusal) or not isinstance(title, Scalar):
        return Refusal(BY_HAND)
    return insert_item(without, NewItem(day, time.text, title.text, rest=_rest(layout, place)))


def _rest(layout: DefinitionText, place: ItemPlace) -> tuple[str, ...]:
    """What follows the time on the first line of an item, and its other lines without its indentation."""
    first, last = layout.item_lines(place)
    time = place.item.entries[0][0].span
    lines = [each.rstrip("\r\n") for each in layout.lines[first - 1 : last]]
    return lines[0][time.column - 1 + time.length :], *(each[time.column - 1 :] for each in lines[1:])


def _blanks_below(layout: DefinitionText, last: int) -> int:
    """How many blank lines follow what is taken out, where a blank line stands above it as well."""
    count = 0
    while last + count < len(layout.lines) and not layout.lines[last + count].strip():
        count += 1
    return count
