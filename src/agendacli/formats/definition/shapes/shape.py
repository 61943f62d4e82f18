"""What a shape is, and how a text is read as one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from agendacli.formats.definition.nodes import Node, Scalar, describe
from agendacli.model.codes import WRONG_TYPE
from agendacli.model.fault import Fault
from agendacli.model.frozen import frozen
from agendacli.model.span import Span

if TYPE_CHECKING:
    from agendacli.model.findings import Findings

JsonSchema = dict[str, object]
T = TypeVar("T")
Reader = Callable[[Node, "Findings"], T | None]

_HINTS = {
    "nothing": "; write it, or delete the key",
    "blanks only": "; write it, or delete the key",
    "keys with values": "; a text that contains a colon has to be quoted",
}


@frozen
class Shape(Generic[T]):
    """What a value looks like: in words, as JSON Schema, and the reader that gives it or None (and a diagnostic)."""

    words: str
    schema: JsonSchema
    read: Reader[T]


@frozen
class Located(Generic[T]):
    """A value and where it stands."""

    value: T
    span: Span


def expect_text(node: Node, findings: "Findings", words: str = "a text") -> Scalar | None:
    """The node if it is a text that is not empty; else a diagnostic that says what was expected."""
    if isinstance(node, Scalar) and node.text.strip():
        return node
    found = describe(node)
    findings.report(WRONG_TYPE, node.span, f"expected {words}, not {found}{_HINTS.get(found, '')}")
    return None


def report_fault(fault: Fault, scalar: Scalar, findings: "Findings") -> None:
    """Report a fault of a text, at its own part of it where that is known."""
    findings.report(fault.code, scalar.part(*fault.part) if fault.part else scalar.span, fault.message)


def reader_of(parse: Callable[[str], T | Fault], words: str = "a text") -> Reader[T]:
    """The reader of a shape whose values are texts: what `parse` makes of one, or a report of its fault."""

    def read(node: Node, findings: "Findings") -> T | None:
        scalar = expect_text(node, findings, words)
        if scalar is None:
            return None
        found = parse(scalar.text)
        if not isinstance(found, Fault):
            return found
        report_fault(found, scalar, findings)
        return None

    return read


def part(words: str, schema: JsonSchema) -> Shape[Node]:
    """The shape of a value that has a structure of its own, which its own reader takes on."""
    return Shape(words, schema, _anything)


def _anything(node: Node, _: "Findings") -> Node | None:
    return node


def refer(name: str) -> JsonSchema:
    """A reference to another table of the schema."""
    return {"$ref": f"#/$defs/{name}"}


def keyed(pattern: str, values: JsonSchema) -> JsonSchema:
    """The schema of a mapping whose keys are data and match a pattern."""
    return {"type": "object", "propertyNames": {"pattern": pattern}, "additionalProperties": values}


def one_or_more(schema: JsonSchema) -> JsonSchema:
    """The schema of a value or a list of such values."""
    return {"anyOf": [schema, {"type": "array", "items": schema}]}


# Editors type what is text here: `title: 2017` is a number to them, `tbc: yes` may be true.
STRING: JsonSchema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
STRINGS = one_or_more(STRING)
