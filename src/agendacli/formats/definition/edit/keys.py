"""Keys of an item, or of a programme, changed in the text itself: everything around them stays as it is."""

from collections.abc import Iterable, Sequence

from agendacli.formats.definition.edit.layout import BY_HAND, DefinitionText, Patch
from agendacli.formats.definition.edit.said import replaced, said_of, says_the_same, unplaced
from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar
from agendacli.formats.definition.yaml.text import double_quoted, scalar
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen

Value = str | tuple[str, ...] | dict[str, str]
"""A text; a list of texts; or texts by key, which are written in braces."""

_Entry = tuple[int, Scalar, Node]
"""The line on which a key stands, the key, and its value."""

_FLOW = frozenset("{}[],")


@frozen
class KeyEdit:
    """A key and what is to stand under it (None: nothing); `also` are other words for the key."""

    name: str
    value: Value | None
    also: tuple[str, ...] = ()


@frozen
class ItemEdit:
    """What is to be different in an item: its hours, its title, and keys."""

    time: str | None = None
    title: str | None = None
    keys: tuple[KeyEdit, ...] = ()


def edit_item(data: bytes, line: int, edit: ItemEdit) -> bytes | Refusal:
    """The definition with an item changed that begins on a line; a refusal where its layout does not allow it."""
    layout = DefinitionText.of(data)
    place = layout.place_of(line) if not isinstance(layout, Refusal) else None
    if isinstance(layout, Refusal) or place is None:
        return Refusal(BY_HAND)
    last = layout.item_lines(place)[1]
    editing = _Editing(layout, place.item, last)
    if edit.time is not None:
        editing.put_time(edit.time)
    if edit.title is not None:
        editing.put_title(edit.title)
    return editing.done(edit.keys, below=last)


def edit_head(data: bytes, keys: Sequence[KeyEdit]) -> bytes | Refusal:
    """The definition with keys of the programme itself changed; new ones stand below its title."""
    layout = DefinitionText.of(data)
    if isinstance(layout, Refusal) or not layout.root.entries:
        return Refusal(BY_HAND)
    root, last = layout.root, len(layout.lines)
    return _Editing(layout, root, last).done(keys, below=layout.entry_lines(root, 0, last)[1])


class _Editing:
    """One mapping that is edited: the patches of its text so far, and what it is to say."""

    def __init__(self, layout: DefinitionText, mapping: Mapping, last: int) -> None:
        self._layout, self._mapping, self._last = layout, mapping, last
        self._entries: list[_Entry | None] = [(key.span.line, key, value) for key, value in mapping.entries]
        self._patches: list[Patch] = []

    def put_time(self, time: str) -> None:
        """Write other hours in the place of the first key."""
        key, title = self._mapping.entries[0]
        self._patches.append(self._in_line(key, scalar(time)))
        self._entries[0] = key.span.line, unplaced(time), title

    def put_title(self, title: str) -> None:
        """Write another title behind the first key."""
        key, value = self._mapping.entries[0]
        if isinstance(value, Scalar) and _is_in_line(value):
            self._patches.append(self._in_line(value, scalar(title)))
        time = self._entries[0][1] if self._entries[0] else key
        self._entries[0] = key.span.line, time, unplaced(title)

    def done(self, keys: Iterable[KeyEdit], *, below: int) -> bytes | Refusal:
        """The definition with those keys changed as well; new ones stand below that line."""
        new: list[str] = []
        for each in keys:
            number = self._number(each)
            if number is not None:
                self._change(number, each)
            elif each.value is not None:
                new += self._lines(each.name, each.value)
                self._entries.append((below, unplaced(each.name), _node(each.value)))
        self._patches += [self._layout.below(below, new)] if new else []
        written = self._layout.patched(self._patches)
        entries = sorted((each for each in self._entries if each), key=lambda each: each[0])
        wanted = Mapping(tuple((key, value) for _, key, value in entries), self._mapping.span)
        whole = replaced(self._layout.root, self._mapping, wanted)
        return written if whole is not None and says_the_same(written, whole) else Refusal(BY_HAND)

    def _number(self, edit: KeyEdit) -> int | None:
        names = (edit.name, *edit.also)
        return next((n for n, (key, _) in enumerate(self._mapping.entries) if key.text in names), None)

    def _change(self, number: int, edit: KeyEdit) -> None:
        key, value = self._mapping.entries[number]
        first, last = self._layout.entry_lines(self._mapping, number, self._last)
        if edit.value is None:
            self._patches.append(self._layout.without(first, last))
            self._entries[number] = None
            return
        if isinstance(edit.value, str) and isinstance(value, Scalar) and _is_in_line(value):
            self._patches.append(self._in_line(value, scalar(edit.value)))
            self._entries[number] = key.span.line, key, unplaced(edit.value)
        else:
            kept = self._items_by_text(value, last)
            lines = [kept.get(each.strip(), each) for each in self._lines(edit.name, edit.value)]
            self._patches.append(self._layout.instead(first, last, lines))
            self._entries[number] = key.span.line, unplaced(edit.name), _node(edit.value)

    def _items_by_text(self, value: Node, last: int) -> dict[str, str]:
        """The lines of a list that stands line by line, by what each is without its comment."""
        items = [each for each in value.items if isinstance(each, Scalar)] if isinstance(value, NodeList) else []
        lines = [each.span.line for each in items]
        if len({*lines}) < len(lines) or not isinstance(value, NodeList) or len(items) < len(value.items):
            return {}
        ends = (*lines[1:], last + 1)
        whole = (
            "".join(self._layout.lines[n - 1 : end - 1]).rstrip("\r\n") for n, end in zip(lines, ends, strict=True)
        )
        return {
            f"- {scalar(each.text)}": text
            for each, text in zip(items, whole, strict=True)
            if text.lstrip().startswith("- ")
        }

    def _in_line(self, node: Scalar, text: str) -> Patch:
        start = self._layout.offset(node.span.line, node.span.column)
        return Patch(start, start + node.span.length, text)

    def _lines(self, name: str, value: Value) -> list[str]:
        """The lines of a key, indented as the keys of the mapping are."""
        inside = " " * (self._mapping.entries[0][0].span.column - 1)
        if isinstance(value, str):
            return [f"{inside}{name}: {scalar(value)}"]
        if isinstance(value, dict):
            return [f"{inside}{name}: {{{', '.join(f'{key}: {_in_flow(each)}' for key, each in value.items())}}}"]
        return [f"{inside}{name}:", *(f"{inside}  - {scalar(each)}" for each in value)]


def _is_in_line(value: Scalar) -> bool:
    """Whether a text stands on one line: of one over several lines a span says no length."""
    return bool(value.text) and value.span.length >= len(value.text)


def _node(value: Value) -> Node:
    if isinstance(value, dict):
        return Mapping(tuple((unplaced(key), unplaced(text)) for key, text in value.items()), unplaced("").span)
    return said_of(value)


def _in_flow(text: str) -> str:
    return double_quoted(text) if _FLOW.intersection(text) else scalar(text)
