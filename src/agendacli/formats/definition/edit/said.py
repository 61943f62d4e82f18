"""The content of a definition regardless of its layout: its nodes, compared before and after an edit."""

import re
from collections.abc import Mapping as PyMapping

from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar
from agendacli.formats.definition.yaml.reader import read_nodes
from agendacli.formats.encoding import read_text
from agendacli.model.findings import Findings
from agendacli.model.span import Span

LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")
NOWHERE = Span("")
_LINE_END = re.compile(r"\r\n?|\n")


def read_back(data: bytes) -> Node | None:
    """The root node of a definition; None for what is none."""
    findings = Findings()
    text = read_text(data, "", findings)
    return read_nodes(text, "", findings) if text else None


def says_the_same(data: bytes, wanted: Node) -> bool:
    """Whether these bytes have the content of the node: detects whatever an edit has overlooked."""
    return _trimmed(read_back(data)) == _trimmed(wanted)


def unplaced(text: str) -> Scalar:
    """A text that stands nowhere yet."""
    return Scalar(text, NOWHERE)


def said_of(value: str | tuple[str, ...]) -> Node:
    """A text, or a list of texts."""
    return unplaced(value) if isinstance(value, str) else NodeList(tuple(map(unplaced, value)), NOWHERE)


def line_end(text: str) -> str:
    """How the lines of a text end; a line feed if it has but one."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def replaced(node: Node, old: Node, new: Node | None) -> Node | None:
    """The node with that very node in it replaced, or left out with the key or place that it has."""
    return replaced_each(node, {id(old): new})


def replaced_each(node: Node, others: PyMapping[int, Node | None]) -> Node | None:
    """The node with those in it replaced that have an `id()` among the keys; those without another are left out."""
    if id(node) in others:
        return others[id(node)]
    match node:
        case NodeList(items=items):
            kept = (replaced_each(each, others) for each in items)
            return NodeList(tuple(each for each in kept if each is not None), node.span)
        case Mapping(entries=entries):
            pairs = ((key, replaced_each(value, others)) for key, value in entries)
            return Mapping(tuple((key, value) for key, value in pairs if value is not None), node.span)
    return node


def _trimmed(node: Node | None) -> Node | None:
    """The node without the blanks that texts end in: they say nothing, and a line that gets its end adds one.

    A mapping of which everything was taken out is read back as a key with nothing behind it.
    """
    match node:
        case Mapping(entries=()):
            return unplaced("")
        case Scalar(text=text):
            return unplaced(text.rstrip())
        case NodeList(items=items):
            return NodeList(tuple(filter(None, map(_trimmed, items))), NOWHERE)
        case Mapping(entries=entries):
            return Mapping(tuple((key, _trimmed(value) or value) for key, value in entries), NOWHERE)
    return None
