"""What a structured text is made of, whatever its syntax: scalars, items and mappings, each with its span."""

from dataclasses import field

from agendacli.model.frozen import frozen
from agendacli.model.span import Span


@frozen
class Scalar:
    """A text as written; nothing is converted, so `12:30` is not a number and `no` is not false."""

    text: str
    span: Span = field(compare=False)

    def part(self, offset: int, length: int) -> Span:
        """Where a part of the text stands; the whole scalar where it is not written in one piece on one line."""
        quote = (self.span.length - len(self.text)) // 2
        if self.span.sheet is not None or self.span.length not in (len(self.text), len(self.text) + 2):
            return self.span
        return Span(self.span.file, self.span.line, self.span.column + quote + offset, length)


@frozen
class NodeList:
    """A list."""

    items: "tuple[Node, ...]"
    span: Span = field(compare=False)


@frozen
class Mapping:
    """Keys and values in the order of the text; no key appears twice."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    span: Span = field(compare=False)


Node = Scalar | NodeList | Mapping


def describe(node: Node) -> str:
    """What a reader would call the node: `a text`, `a list`, `keys with values`, `nothing`."""
    match node:
        case Scalar():
            return "a text" if node.text.strip() else "blanks only" if node.text else "nothing"
        case NodeList():
            return "a list"
        case _:
            return "keys with values"
