"""Items edited each apart from the rest of its definition, so that a long file is read but once for all of them."""

from collections.abc import Iterable, Sequence

from agendacli.formats.definition.edit.layout import BY_HAND, DefinitionText, ItemPlace, Patch
from agendacli.formats.definition.edit.said import read_back, replaced_each, says_the_same
from agendacli.formats.definition.edit.several import ItemStep, edit_each
from agendacli.formats.definition.nodes import Mapping, Node, NodeList
from agendacli.formats.definition.schema.session import ITEMS
from agendacli.formats.definition.yaml.text import scalar
from agendacli.model.asked import Refusal

_FIRST = 3  # the line of an item that is apart: below `days:` and its day


def edit_apart(data: bytes, steps: Sequence[tuple[int, ItemStep]]) -> bytes | Refusal:
    """The definition after all of the steps, each with the line on which its item begins, and each leaving it there."""
    layout = DefinitionText.of(data)
    if isinstance(layout, Refusal):
        return layout
    patches: list[Patch] = []
    nodes: dict[int, Node | None] = {}
    for place in outermost(layout):
        first, last = layout.item_lines(place)
        own = [(line - first + _FIRST, step) for line, step in steps if first <= line <= last]
        made = _edited_apart(layout, place, own) if own else None
        if isinstance(made, Refusal):
            return made
        if made:
            nodes[id(place.item)], text = made
            patches.append(Patch(layout.offset(first), layout.offset(last + 1), text))
    written = layout.patched(patches)
    wanted = replaced_each(layout.root, nodes)
    return written if wanted is not None and says_the_same(written, wanted) else Refusal(BY_HAND)


def outermost(layout: DefinitionText) -> Iterable[ItemPlace]:
    """The items that stand under a day, without those that a block holds."""
    after = 0
    for place in layout.places():
        first, last = layout.item_lines(place)
        if first > after:
            after = last
            yield place


def lines_of_items(data: bytes) -> list[int]:
    """The lines on which items begin, those that a block holds behind it."""
    layout = DefinitionText.of(data)
    if isinstance(layout, Refusal):
        return []
    under_days = {id(each.item) for each in outermost(layout)}
    found = (each for each in layout.places() if id(each.item) in under_days or each.key.text == ITEMS.name)
    return [layout.item_lines(each)[0] for each in found]


def _edited_apart(
    layout: DefinitionText, place: ItemPlace, steps: Sequence[tuple[int, ItemStep]]
) -> tuple[Node, str] | Refusal:
    """The item after its steps, as a node and as its lines."""
    first, last = layout.item_lines(place)
    text = "".join(layout.lines[first - 1 : last]).rstrip("\r\n")
    head = f"days:{layout.end} {scalar(place.key.text)}:{layout.end}"
    made = edit_each(f"{head}{text}{layout.end}".encode(), steps)
    if isinstance(made, Refusal):
        return made
    item = _only_item(read_back(made))
    if item is None:
        return Refusal(BY_HAND)
    is_last_open = not layout.lines[last - 1].endswith(("\r", "\n"))
    lines = made.decode().removeprefix(head)
    return item, lines.rstrip("\r\n") if is_last_open else lines


def _only_item(root: Node | None) -> Node | None:
    """The item of a definition that has but one."""
    node = root
    while isinstance(node, Mapping) and len(node.entries) == 1:
        node = node.entries[0][1]
        if isinstance(node, NodeList):
            return node.items[0] if len(node.items) == 1 else None
    return None
