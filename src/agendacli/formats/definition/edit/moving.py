"""An item taken out of a definition, or put under another day with all that stands in it, comments too."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from agendacli.formats.definition.edit.grown import NewItem
from agendacli.formats.definition.edit.insert import Inserted, insert_item
from agendacli.formats.definition.edit.layout import BY_HAND, DefinitionText, ItemPlace, Patch
from agendacli.formats.definition.edit.said import replaced_each, says_the_same
from agendacli.formats.definition.nodes import Node, Scalar
from agendacli.model.asked import Refusal


def remove_item(data: bytes, line: int) -> bytes | Refusal:
    """The definition without the item that begins on a line; a day that has no other goes with it."""
    return remove_items(data, (line,))


def remove_items(data: bytes, lines: Collection[int]) -> bytes | Refusal:
    """The definition without the items that begin on those lines, each with what it holds."""
    layout = DefinitionText.of(data)
    if isinstance(layout, Refusal):
        return layout
    places = _outer(layout, [each for each in layout.places() if line_of(each) in lines])
    if not places:
        return data if not lines else Refusal(BY_HAND)
    gone: dict[int, Node | None] = {}
    patches = [each for among in _by_list(places) for each in _without(layout, among, gone)]
    wanted = replaced_each(layout.root, gone)
    written = layout.patched(patches)
    return written if wanted is not None and says_the_same(written, wanted) else Refusal(BY_HAND)


def _outer(layout: DefinitionText, places: Iterable[ItemPlace]) -> list[ItemPlace]:
    """The places without those that lie in another one."""
    found: list[ItemPlace] = []
    last = 0
    for each in places:
        if line_of(each) > last:
            found.append(each)
            last = layout.item_lines(each)[1]
    return found


def _by_list(places: Iterable[ItemPlace]) -> Iterable[list[ItemPlace]]:
    """The places of each list together."""
    found: dict[int, list[ItemPlace]] = {}
    for each in places:
        found.setdefault(id(each.among), []).append(each)
    return found.values()


def _without(layout: DefinitionText, places: Sequence[ItemPlace], gone: dict[int, Node | None]) -> Iterator[Patch]:
    """What takes items of one list out, and if they are all of it the key above it; the nodes go among those `gone`."""
    one = places[0]
    if len(places) == len(one.among.items):
        gone[id(one.among)] = None
        last = layout.last_line(line_of(places[-1]), one.limit, one.key.span.column)
        yield layout.without(one.key.span.line, last + _blanks_below(layout, last))
        return
    for each in places:
        gone[id(each.item)] = None
        first, last = layout.item_lines(each)
        yield layout.without(first, last + _blanks_below(layout, last))


def line_of(place: ItemPlace) -> int:
    """The line on which an item begins; 0 for one without keys."""
    return place.item.entries[0][0].span.line if place.item.entries else 0


def move_item(data: bytes, line: int, day: str) -> Inserted | Refusal:
    """The definition with the item under another day, in order of time there, its lines as they are."""
    layout = DefinitionText.of(data)
    place = layout.place_of(line) if not isinstance(layout, Refusal) else None
    if isinstance(layout, Refusal) or place is None or layout.root is place.item:
        return Refusal(BY_HAND)
    without = remove_item(data, line)
    item = item_apart(layout, place, day)
    return Refusal(BY_HAND) if isinstance(without, Refusal) or item is None else insert_item(without, item)


def item_apart(layout: DefinitionText, place: ItemPlace, day: str) -> NewItem | None:
    """An item with all that stands in it, to be put under a day; None for one without a title, or below its brace."""
    time, title = place.item.entries[0]
    if not isinstance(title, Scalar) or time.span.line != place.item.span.line:
        return None
    opening, *rest = _parts(layout, place)
    return NewItem(day, time.text, title.text, rest=tuple(rest), opening=opening)


def _parts(layout: DefinitionText, place: ItemPlace) -> Iterator[str]:
    """What stands before the time of an item, what behind it on that line, and its other lines without indentation."""
    first, last = layout.item_lines(place)
    time, column = place.item.entries[0][0].span, place.item.span.column - 1
    head, *others = (each.rstrip("\r\n") for each in layout.lines[first - 1 : last])
    yield head[column : time.column - 1]
    yield head[time.column - 1 + time.length :]
    yield from (each[column:] for each in others)


def _blanks_below(layout: DefinitionText, last: int) -> int:
    """How many blank lines follow what is taken out, where a blank line stands above it as well."""
    count = 0
    while last + count < len(layout.lines) and not layout.lines[last + count].strip():
        count += 1
    return count
