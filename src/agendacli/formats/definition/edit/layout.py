"""Where in a definition something stands: the lines of an item, of a key with its value; and texts put in its place."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from agendacli.formats.definition.edit.said import LINE, line_end, read_back
from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen

BY_HAND = "it is laid out in a way that cannot be changed here; edit it by hand: `agenda edit`"


@frozen
class Patch:
    """A text to stand in the place of the characters from `start` to before `end`, counted from 0."""

    start: int
    end: int
    text: str


@frozen
class ItemPlace:
    """An item, the list that it is in (with the key above that), and the first line that is no more of that list."""

    item: Mapping
    among: NodeList
    key: Scalar
    limit: int


class DefinitionText:
    """A definition as text and as nodes. Lines count from 1, columns from 1, as spans do."""

    def __init__(self, data: bytes, root: Mapping) -> None:
        self.root = root
        self.text = data.decode()
        self.lines = LINE.findall(self.text)
        self.end = line_end(self.text)

    @classmethod
    def of(cls, data: bytes) -> "DefinitionText | Refusal":
        """The layout of a definition; a refusal for what is none."""
        root = read_back(data)
        return cls(data, root) if isinstance(root, Mapping) else Refusal(BY_HAND)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line))
        return starts

    def offset(self, line: int, column: int = 1) -> int:
        """The number of the character at a line and column; the one after the last line is the end of the text."""
        return self._starts[min(line - 1, len(self.lines))] + column - 1

    def places(self) -> Iterator[ItemPlace]:
        """Every item in the order of the file, those that a block holds behind it."""
        return self._places(self.root, len(self.lines) + 1)

    def place_of(self, line: int) -> ItemPlace | None:
        """The item that begins on a line."""
        return next((each for each in self.places() if _line(each.item) == line), None)

    def last_line(self, first: int, limit: int, column: int) -> int:
        """The last line before `limit` of what begins on `first` in that column: deeper comments belong to it."""
        own = (n for n in range(limit - 1, first, -1) if self._belongs(n, column))
        return next(own, first)

    def item_lines(self, place: ItemPlace) -> tuple[int, int]:
        """The first and the last line of an item."""
        number = next(n for n, each in enumerate(place.among.items) if each is place.item)
        later = place.among.items[number + 1 :]
        limit = later[0].span.line if later else place.limit
        return place.item.span.line, self.last_line(place.item.span.line, limit, place.among.span.column)

    def entry_lines(self, mapping: Mapping, number: int, last: int) -> tuple[int, int]:
        """The first and the last line of a key of a mapping, with its value; `last` is the last line of the mapping."""
        key = mapping.entries[number][0]
        later = mapping.entries[number + 1 :]
        limit = later[0][0].span.line if later else last + 1
        return key.span.line, self.last_line(key.span.line, limit, key.span.column)

    def without(self, first: int, last: int) -> Patch:
        """The lines from one to another taken out."""
        return Patch(self.offset(first), self.offset(last + 1), "")

    def instead(self, first: int, last: int, new: Sequence[str]) -> Patch:
        """The lines from one to another replaced by others, which have no ends yet."""
        return Patch(self.offset(first), self.offset(last + 1), "".join(f"{each}{self.end}" for each in new))

    def below(self, line: int, new: Sequence[str]) -> Patch:
        """Lines put below a line, which gets its end if it has none."""
        at = self.offset(line + 1)
        open_end = "" if self.text[:at].endswith(("\n", "\r")) else self.end
        return Patch(at, at, open_end + "".join(f"{each}{self.end}" for each in new))

    def patched(self, patches: Iterable[Patch]) -> bytes:
        """The text with all of the patches, which do not overlap."""
        text = self.text
        for each in sorted(patches, key=lambda patch: patch.start, reverse=True):
            text = text[: each.start] + each.text + text[each.end :]
        return text.encode()

    def _belongs(self, line: int, column: int) -> bool:
        words = self.lines[line - 1].strip()
        indent = len(self.lines[line - 1]) - len(self.lines[line - 1].lstrip())
        return bool(words) and (not words.startswith("#") or indent >= column)

    def _places(self, node: Node, limit: int, key: Scalar | None = None) -> Iterator[ItemPlace]:
        """Every item of every list, with the key above its list."""
        if isinstance(node, Mapping):
            lines = [each.span.line for each, _ in node.entries][1:]
            for (name, value), end in zip(node.entries, (*lines, limit), strict=True):
                yield from self._places(value, end, name)
        elif isinstance(node, NodeList):
            lines = [each.span.line for each in node.items][1:]
            for item, end in zip(node.items, (*lines, limit), strict=False):
                if isinstance(item, Mapping) and key is not None:
                    yield ItemPlace(item, node, key, limit)
                yield from self._places(item, end, key)


def _line(item: Mapping) -> int:
    return item.entries[0][0].span.line if item.entries else 0
