"""The shapes that values of a definition take: how each is read, and how JSON Schema says it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from agendacli.model.codes import (
    BAD_CITATION,
    BAD_COORDINATES,
    BAD_DATE,
    BAD_ID,
    BAD_TIME,
    NOT_A_CHOICE,
    UNKNOWN_ZONE,
    WRONG_TYPE,
)
from agendacli.model.places import Coordinates
from agendacli.model.programme import Status
from agendacli.model.source import Citation, Variant
from agendacli.model.span import Span
from agendacli.model.zones import is_zone, zone_names
from agendacli.source.findings import Findings
from agendacli.source.near import suggestion
from agendacli.source.nodes import Items, Mapping, Node, Scalar, describe
from agendacli.source.times import DayKey, Fault, parse_date, parse_days, parse_length

JsonSchema = dict[str, object]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """What a value looks like: in words, as JSON Schema, and the reader that gives it or None (and a diagnostic)."""

    words: str
    schema: JsonSchema
    read: Callable[[Node, Findings], T | None]


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """A value and where it stands."""

    value: T
    span: Span


_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
_CITATION = re.compile(r"([a-z0-9][a-z0-9._-]*)(?::(\d{1,7}))?")
_YES = {"yes": True, "true": True, "no": False, "false": False}


def expect_text(node: Node, findings: Findings, words: str = "a text") -> Scalar | None:
    """The node if it is a text that is not empty; else a diagnostic that says what was expected."""
    if isinstance(node, Scalar) and node.text.strip():
        return node
    findings.report(WRONG_TYPE, node.span, f"expected {words}, not {describe(node)}")
    return None


def report_fault(fault: Fault, span: Span, findings: Findings) -> None:
    """Report a fault of a text that stands at `span`, at its own part of it where that is known."""
    offset, length = fault.part or (0, span.length)
    part = Span(span.file, span.line, span.column + offset, length) if fault.part else span
    findings.report(fault.code, part, fault.message)


def _text(node: Node, findings: Findings) -> str | None:
    scalar = expect_text(node, findings)
    return scalar.text.strip() if scalar else None


def _texts(node: Node, findings: Findings) -> tuple[str, ...] | None:
    nodes = node.items if isinstance(node, Items) else (node,)
    texts = (_text(each, findings) for each in nodes)
    return tuple(text for text in texts if text is not None)


def _date(node: Node, findings: Findings) -> date | None:
    scalar = expect_text(node, findings, "a date such as `2017-09-04`")
    if not scalar:
        return None
    found = parse_date(scalar.text)
    if isinstance(found, Fault):
        findings.report(BAD_DATE, scalar.span, found.message)
        return None
    return found


def _days(node: Node, findings: Findings) -> DayKey | None:
    scalar = expect_text(node, findings, "days such as `2017-09-04 to 2017-09-05`")
    if not scalar:
        return None
    found = parse_days(scalar.text)
    if isinstance(found, Fault):
        report_fault(found, scalar.span, findings)
        return None
    return found


def _zone(node: Node, findings: Findings) -> str | None:
    scalar = expect_text(node, findings, "a time zone such as `Europe/Vienna`")
    if not scalar:
        return None
    if is_zone(scalar.text):
        return scalar.text
    message = f"`{scalar.text}` is no IANA time zone{suggestion(scalar.text, zone_names())}"
    findings.report(UNKNOWN_ZONE, scalar.span, message)
    return None


def _status(node: Node, findings: Findings) -> Status | None:
    scalar = expect_text(node, findings)
    if scalar and scalar.text in list(Status):
        return Status(scalar.text)
    if scalar:
        message = f"`{scalar.text}` is no status; write {', '.join(f'`{each}`' for each in Status)}"
        findings.report(NOT_A_CHOICE, scalar.span, message)
    return None


def _yes_no(node: Node, findings: Findings) -> bool | None:
    scalar = expect_text(node, findings, "`yes` or `no`")
    if scalar and scalar.text not in _YES:
        findings.report(NOT_A_CHOICE, scalar.span, f"`{scalar.text}` is neither `yes` nor `no`")
    return _YES.get(scalar.text) if scalar else None


def _id(node: Node, findings: Findings) -> str | None:
    scalar = expect_text(node, findings)
    if not scalar:
        return None
    if not _ID.fullmatch(scalar.text):
        findings.report(BAD_ID, scalar.span, f"`{scalar.text}` is no id; use small letters, digits and hyphens")
        return None
    return scalar.text


def _length(node: Node, findings: Findings) -> timedelta | None:
    scalar = expect_text(node, findings, "a length such as `1 h 30 min`")
    length = parse_length(scalar.text) if scalar else None
    if scalar and length is None:
        findings.report(BAD_TIME, scalar.span, f"`{scalar.text}` is no length; write `45 min` or `1 h 30 min`")
    return length


def _coordinates(node: Node, findings: Findings) -> Coordinates | None:
    numbers = [_number(each) for each in node.items] if isinstance(node, Items) else []
    match numbers:
        case [float(north), float(east)] if abs(north) <= 90 and abs(east) <= 180:  # noqa: PLR2004 (degrees)
            return Coordinates(north, east)
    findings.report(
        BAD_COORDINATES, node.span, "no coordinates; write `[48.2350, 16.4167]`, north then east in degrees"
    )
    return None


def _number(node: Node) -> float | None:
    text = node.text if isinstance(node, Scalar) else ""
    return float(text) if re.fullmatch(r"-?\d{1,3}(\.\d{1,12})?", text) else None


def read_citation(text: str, span: Span, findings: Findings) -> Located[Citation] | None:
    """A citation `SOURCE` or `SOURCE:LINE` that stands at `span`."""
    match = _CITATION.fullmatch(text)
    if not match:
        findings.report(BAD_CITATION, span, f"`{text}` is no citation; write `SOURCE` or `SOURCE:LINE`")
        return None
    return Located(Citation(match[1], int(match[2]) if match[2] else None), span)


def _citations(node: Node, findings: Findings) -> tuple[Located[Citation], ...] | None:
    nodes = node.items if isinstance(node, Items) else (node,)
    scalars = [scalar for each in nodes if (scalar := expect_text(each, findings, "citations such as `letter:41`"))]
    parts = (part for scalar in scalars for part in _parts(scalar))
    found = (read_citation(text, span, findings) for text, span in parts)
    return tuple(each for each in found if each)


def _parts(scalar: Scalar) -> list[tuple[str, Span]]:
    """The texts between the commas of a scalar, each with its own span."""
    span, found = scalar.span, []
    for match in re.finditer(r"[^,\s][^,]*", scalar.text):
        text = match[0].rstrip()
        found.append((text, Span(span.file, span.line, span.column + match.start(), len(text))))
    return found


def _variants(node: Node, findings: Findings) -> tuple[Located[Variant], ...] | None:
    if not isinstance(node, Mapping):
        findings.report(WRONG_TYPE, node.span, f"expected `SOURCE:LINE: what it says`, not {describe(node)}")
        return None
    found: list[Located[Variant]] = []
    for key, value in node.entries:
        cited = read_citation(key.text, key.span, findings)
        if cited:
            found += _variants_of(cited, value, findings)
    return tuple(found)


def _variants_of(cited: Located[Citation], node: Node, findings: Findings) -> list[Located[Variant]]:
    fields = node.entries if isinstance(node, Mapping) else ((Scalar("itself", node.span), node),)
    texts = ((field.text, expect_text(value, findings)) for field, value in fields)
    return [Located(Variant(cited.value, field, scalar.text.strip()), cited.span) for field, scalar in texts if scalar]


def _anything(node: Node, _: Findings) -> Node | None:
    return node


def refer(name: str) -> JsonSchema:
    """A reference to another table of the schema."""
    return {"$ref": f"#/$defs/{name}"}


def _pattern(pattern: str) -> JsonSchema:
    return {"type": "string", "pattern": f"^{pattern}$"}


_STRING: JsonSchema = {"type": "string", "minLength": 1}
_STRINGS: JsonSchema = {"anyOf": [_STRING, {"type": "array", "items": _STRING}]}
_SAID: JsonSchema = {"anyOf": [_STRING, {"type": "object", "additionalProperties": _STRING}]}
_DEGREES: JsonSchema = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}

TEXT = Shape("text", _STRING, _text)
TEXTS = Shape("text, or a list of texts", _STRINGS, _texts)
DATE = Shape("date", _pattern(r"\d{4}-\d{2}-\d{2}"), _date)
DAYS: Shape[DayKey] = Shape("days", _STRING, _days)
ZONE = Shape("IANA time zone", _STRING, _zone)
STATUS = Shape("`confirmed`, `tentative` or `cancelled`", {"enum": list(Status)}, _status)
YES_NO = Shape("`yes` or `no`", {"enum": ["yes", "no", True, False]}, _yes_no)
ID = Shape("id", _pattern(_ID.pattern), _id)
LENGTH = Shape("length", _STRING, _length)
COORDINATES = Shape("`[north, east]` in degrees", _DEGREES, _coordinates)
CITATIONS = Shape("citations", _STRINGS, _citations)
ELSEWHERE = Shape("citations with what they say", {"type": "object", "additionalProperties": _SAID}, _variants)


def part(words: str, schema: JsonSchema) -> Shape[Node]:
    """The shape of a value that has a structure of its own, which its own reader takes on."""
    return Shape(words, schema, _anything)
