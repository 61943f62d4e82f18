"""A key with any value set in the text of an item, or of the programme; what stays of a list keeps its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.definition.edit.layout import BY_HAND, DefinitionText, Patch
from agendacli.formats.definition.edit.said import read_back, replaced, says_the_same
from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar
from agendacli.formats.definition.schema.programme import PROGRAMME_DAYS
from agendacli.formats.definition.schema.session import ITEMS
from agendacli.formats.definition.schema.shared import DISAGREEMENT, FROM
from agendacli.formats.definition.yaml.doubts import doubts_in
from agendacli.formats.definition.yaml.layout import Value, list_lines, mapping_lines
from agendacli.formats.definition.yaml.text import scalar
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen

_CLOSING = frozenset({FROM.name, DISAGREEMENT.name, ITEMS.name})

Member = Node | Value
"""A member of a list: a node that stands there already, or a new value."""


@frozen
class EntryPlace:
    """A key of an item, or of the programme where `line` is None; `also` are other words for the key."""

    line: int | None
    name: str
    also: tuple[str, ...] = ()


def put_entry(data: bytes, place: EntryPlace, value: Value | None) -> bytes | Refusal:
    """The definition with that value under the key, or without the key."""
    found = _Found.of(data, place)
    if isinstance(found, Refusal):
        return found
    node = found.node
    if isinstance(value, str) and isinstance(node, Scalar) and node.text and node.span.length >= len(node.text):
        return found.with_text(node, value)
    return found.with_lines(() if value is None else tuple(mapping_lines({place.name: value}, found.indent)))


def put_members(data: bytes, place: EntryPlace, plural: str, members: Sequence[Member]) -> bytes | Refusal:
    """The definition with those members under the key: one under its name, several as a list under its plural."""
    found = _Found.of(data, replace(place, also=(*place.also, plural)))
    if isinstance(found, Refusal) or not members:
        return found if isinstance(found, Refusal) else found.with_lines(())
    kept = found.member_lines()
    if kept:
        return found.with_lines((*found.head(), *_lines(members, kept, found.dash)))
    values = [node_value(each) if isinstance(each, Scalar | NodeList | Mapping) else each for each in members]
    said: dict[str, Value] = {place.name: values[0]} if len(values) == 1 else {plural: values}
    return found.with_lines(tuple(mapping_lines(said, found.indent)))


def put_inside(data: bytes, place: EntryPlace, key: str, value: Value) -> bytes | Refusal:
    """The definition with `key: value` in the mapping that stands under the place, which begins with it if need be."""
    found = _Found.of(data, place)
    if isinstance(found, Refusal):
        return found
    inner = found.node
    if not isinstance(inner, Mapping) or not inner.entries or not _is_block_mapping(inner):
        known = node_value(inner) if isinstance(inner, Mapping) else {}
        return found.with_lines(tuple(mapping_lines({place.name: _with(known, key, value)}, found.indent)))
    inside = " " * (inner.span.column - 1)
    new = tuple(mapping_lines({key: value}, inside))
    number = next((n for n, (name, _) in enumerate(inner.entries) if name.text == key), None)
    return found.with_inner(inner, number, new)


def drop_inside(data: bytes, place: EntryPlace, key: str) -> bytes | Refusal:
    """The definition without that key of the mapping under the place, and without that where it holds no other."""
    found = _Found.of(data, place)
    inner = None if isinstance(found, Refusal) else found.node
    if isinstance(found, Refusal) or not isinstance(inner, Mapping):
        return found if isinstance(found, Refusal) else data
    number = next((n for n, (name, _) in enumerate(inner.entries) if name.text == key), None)
    if number is None:
        return data
    others = inner.entries[:number] + inner.entries[number + 1 :]
    if others and _is_block_mapping(inner):
        return found.with_inner(inner, number, ())
    left = {name.text: node_value(value) for name, value in others}
    return found.with_lines(tuple(mapping_lines({place.name: left}, found.indent)) if left else ())


def doubts_inside(data: bytes, place: EntryPlace) -> dict[str, str]:
    """The reasons to doubt what stands behind the keys of the mapping under a place, by key."""
    found = _Found.of(data, place)
    if isinstance(found, Refusal) or not isinstance(found.node, Mapping):
        return {}
    doubts = {line: reason for line, (_, reason) in doubts_in(found.layout.text)}
    lines = ((key.text, key.span.line) for key, _ in found.node.entries)
    return {key: doubts[line] for key, line in lines if line in doubts}


def line_of_entry(data: bytes, place: EntryPlace) -> int | None:
    """The line on which a key stands; None where it does not."""
    found = _Found.of(data, place)
    return None if isinstance(found, Refusal) or found.number is None else found.entry[0].span.line


def node_value(node: Node) -> Value:
    """What a node says, as a value to be written."""
    match node:
        case Scalar(text=text):
            return text
        case NodeList(items=items):
            return [node_value(each) for each in items]
    return {key.text: node_value(value) for key, value in node.entries}


@frozen
class _Found:
    """A mapping of a definition, its last line, the line below which new keys go, and which of its keys is meant."""

    layout: DefinitionText
    mapping: Mapping
    last: int
    below: int
    number: int | None

    @staticmethod
    def of(data: bytes, place: EntryPlace) -> "_Found | Refusal":
        layout = DefinitionText.of(data)
        item = None if isinstance(layout, Refusal) or place.line is None else layout.place_of(place.line)
        if isinstance(layout, Refusal) or (place.line is not None and item is None):
            return Refusal(BY_HAND)
        mapping = item.item if item else layout.root
        last = layout.item_lines(item)[1] if item else len(layout.lines)
        names = place.name, *place.also
        number = next((n for n, (key, _) in enumerate(mapping.entries) if key.text in names), None)
        below = _above_the_rest(layout, mapping, last) if item else _end_of_head(layout)
        return _Found(layout, mapping, last, below=below, number=number)

    @property
    def entry(self) -> tuple[Scalar, Node]:
        return self.mapping.entries[self.number or 0]

    @property
    def node(self) -> Node | None:
        """The value under the key, if it is there."""
        return None if self.number is None else self.entry[1]

    @property
    def indent(self) -> str:
        return " " * (self.mapping.entries[0][0].span.column - 1)

    @property
    def dash(self) -> str:
        """The indentation of the list under the key."""
        return " " * (self.node.span.column - 1) if isinstance(self.node, NodeList) else f"{self.indent}  "

    def head(self) -> tuple[str, ...]:
        """The lines of the key above its list."""
        first = self.node.items[0].span.line if isinstance(self.node, NodeList) else 0
        return self._texts(self.entry[0].span.line, first - 1)

    def member_lines(self) -> dict[Node, tuple[str, ...]]:
        """The lines of each member of a list that stands line by line; of any other none."""
        node = self.node
        if not isinstance(node, NodeList) or not node.items or self.number is None:
            return {}
        starts = [each.span.line for each in node.items]
        last = self.layout.entry_lines(self.mapping, self.number, self.last)[1]
        ends = [*(each - 1 for each in starts[1:]), last]
        found = {each: self._texts(*span) for each, *span in zip(node.items, starts, ends, strict=True)}
        return found if all(each and each[0].lstrip().startswith("-") for each in found.values()) else {}

    def with_text(self, node: Scalar, text: str) -> bytes | Refusal:
        """The definition with another text in the place of one that stands on one line."""
        start = self.layout.offset(node.span.line, node.span.column)
        written = self.layout.patched([Patch(start, start + node.span.length, scalar(text))])
        return self._checked(written, replaced(self.layout.root, node, Scalar(text, node.span)))

    def with_lines(self, lines: Sequence[str]) -> bytes | Refusal:
        """The definition with these lines for the key and its value."""
        entries = [*self.mapping.entries]
        new = _entry_of(lines)
        if self.number is None:
            place = next((n for n, (key, _) in enumerate(entries) if key.span.line > self.below), len(entries))
            entries[place:place] = new
            patches = [self.layout.below(self.below, lines)] if lines else []
        else:
            entries[self.number : self.number + 1] = new
            patches = [self.layout.instead(*self.layout.entry_lines(self.mapping, self.number, self.last), lines)]
        return self._checked(self.layout.patched(patches), self._root(tuple(entries)))

    def with_inner(self, inner: Mapping, number: int | None, lines: Sequence[str]) -> bytes | Refusal:
        """The definition with these lines for a key of the mapping that is the value."""
        entries = [*inner.entries]
        last = self.layout.entry_lines(self.mapping, self.number or 0, self.last)[1]
        if number is None:
            patch = self.layout.below(last, lines)
            entries += _entry_of(lines)
        else:
            patch = self.layout.instead(*self.layout.entry_lines(inner, number, last), lines)
            entries[number : number + 1] = _entry_of(lines)
        wanted = replaced(self.layout.root, inner, Mapping(tuple(entries), inner.span))
        return self._checked(self.layout.patched([patch]), wanted)

    def _root(self, entries: tuple[tuple[Scalar, Node], ...]) -> Node | None:
        return replaced(self.layout.root, self.mapping, Mapping(entries, self.mapping.span))

    def _checked(self, written: bytes, wanted: Node | None) -> bytes | Refusal:
        return written if wanted is not None and says_the_same(written, wanted) else Refusal(BY_HAND)

    def _texts(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(each.rstrip("\r\n") for each in self.layout.lines[first - 1 : last])


def _entry_of(lines: Sequence[str]) -> tuple[tuple[Scalar, Node], ...]:
    """The key and the value that these lines say."""
    found = read_back("\n".join(lines).encode()) if lines else None
    return found.entries if isinstance(found, Mapping) else ()


def _lines(members: Sequence[Member], kept: dict[Node, tuple[str, ...]], indent: str) -> Iterator[str]:
    for each in members:
        if isinstance(each, Scalar | NodeList | Mapping):
            yield from kept.get(each) or list_lines([node_value(each)], indent)
        else:
            yield from list_lines([each], indent)


def _with(known: Value, key: str, value: Value) -> Value:
    """A mapping with one more key."""
    return {**known, key: value} if isinstance(known, dict) else {key: value}


def _is_block_mapping(node: Mapping) -> bool:
    first = node.entries[0][0].span
    return (first.line, first.column) == (node.span.line, node.span.column)


def _above_the_rest(layout: DefinitionText, item: Mapping, last: int) -> int:
    """The last line of an item before what it closes with: its citations, and what it holds."""
    entries = item.entries
    count = len(entries)
    while count > 1 and entries[count - 1][0].text in _CLOSING:
        count -= 1
    return last if count == len(entries) else layout.entry_lines(item, count - 1, last)[1]


def _end_of_head(layout: DefinitionText) -> int:
    """The last line of what a definition says before its days."""
    names = [key.text for key, _ in layout.root.entries]
    number = names.index(PROGRAMME_DAYS.name) if PROGRAMME_DAYS.name in names else len(names)
    return layout.entry_lines(layout.root, max(number - 1, 0), len(layout.lines))[1]
