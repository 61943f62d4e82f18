"""The shapes that values of a definition take: how each is read, and how JSON Schema says it."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Generic, TypeVar

from agendacli.formats.definition.yaml.nodes import Mapping, Node, NodeList, Scalar, describe
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
from agendacli.model.fault import Fault
from agendacli.model.findings import Findings
from agendacli.model.frozen import frozen
from agendacli.model.places import Coordinates
from agendacli.model.programme import Privacy, Status
from agendacli.model.source import Citation, Variant
from agendacli.model.span import Span
from agendacli.model.zones import is_zone
from agendacli.words.ids import read_id
from agendacli.words.times.forms import DAYS_PATTERN, LENGTH_PATTERN, DayKey

JsonSchema = dict[str, object]
T = TypeVar("T")


@frozen
class Shape(Generic[T]):
    """What a value looks like: in words, as JSON Schema, and the reader that gives it or None (and a diagnostic)."""

    words: str
    schema: JsonSchema
    read: Callable[[Node, Findings], T | None]


@frozen
class Located(Generic[T]):
    """A value and where it stands."""

    value: T
    span: Span


_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
_NUMBER = re.compile(r"-?\d{1,3}(\.\d{1,12})?")
_CITATION = re.compile(r"([a-z0-9][a-z0-9._-]*)(?::(\d{1,7}))?")
_HINTS = {
    "nothing": "; write it, or delete the key",
    "blanks only": "; write it, or delete the key",
    "keys with values": "; a text that holds a colon has to be quoted",
}
_LONGEST_UID = 255  # octets that every program keeps (RFC 7986 5.3)
_YES = {"yes": True, "true": True, "no": False, "false": False}


def expect_text(node: Node, findings: Findings, words: str = "a text") -> Scalar | None:
    """The node if it is a text that is not empty; else a diagnostic that says what was expected."""
    if isinstance(node, Scalar) and node.text.strip():
        return node
    found = describe(node)
    findings.report(WRONG_TYPE, node.span, f"expected {words}, not {found}{_HINTS.get(found, '')}")
    return None


def report_fault(fault: Fault, scalar: Scalar, findings: Findings) -> None:
    """Report a fault of a text, at its own part of it where that is known."""
    findings.report(fault.code, scalar.part(*fault.part) if fault.part else scalar.span, fault.message)


def _text(node: Node, findings: Findings) -> str | None:
    scalar = expect_text(node, findings)
    return scalar.text.strip() if scalar else None


def _texts(node: Node, findings: Findings) -> tuple[str, ...] | None:
    nodes = node.items if isinstance(node, NodeList) else (node,)
    texts = (_text(each, findings) for each in nodes)
    return tuple(text for text in texts if text is not None)


def _date(node: Node, findings: Findings) -> date | None:
    from agendacli.words.times.grammar import parse_date

    scalar = expect_text(node, findings, "a date such as `2017-09-04`")
    if not scalar:
        return None
    found = parse_date(scalar.text)
    if isinstance(found, Fault):
        findings.report(BAD_DATE, scalar.span, found.message)
        return None
    return found


def _days(node: Node, findings: Findings) -> DayKey | None:
    from agendacli.words.times.grammar import parse_days

    scalar = expect_text(node, findings, "days such as `2017-09-04 to 2017-09-05`")
    if not scalar:
        return None
    found = parse_days(scalar.text)
    if isinstance(found, Fault):
        report_fault(found, scalar, findings)
        return None
    return found


def _zone(node: Node, findings: Findings) -> str | None:
    scalar = expect_text(node, findings, "a time zone such as `Europe/Vienna`")
    if not scalar:
        return None
    if "/" in scalar.text and is_zone(scalar.text):  # as nearly every zone is
        return scalar.text
    from agendacli.words.typed_zones import read_zone

    zone = read_zone(scalar.text)
    if isinstance(zone, str):
        return zone
    findings.report(UNKNOWN_ZONE, scalar.span, str(zone))
    return None


def _status(node: Node, findings: Findings) -> Status | None:
    scalar = expect_text(node, findings)
    if scalar and scalar.text in list(Status):
        return Status(scalar.text)
    if scalar:
        message = f"`{scalar.text}` is no status; write `confirmed`, `tentative` or `cancelled`"
        findings.report(NOT_A_CHOICE, scalar.span, message)
    return None


def _privacy(node: Node, findings: Findings) -> Privacy | None:
    scalar = expect_text(node, findings)
    if scalar and scalar.text in list(Privacy):
        return Privacy(scalar.text)
    if scalar:
        message = f"`{scalar.text}` does not say who may see it; write `public`, `private` or `confidential`"
        findings.report(NOT_A_CHOICE, scalar.span, message)
    return None


def _uid(node: Node, findings: Findings) -> str | None:
    scalar = expect_text(node, findings)
    if scalar and (len(scalar.text.encode()) > _LONGEST_UID or not scalar.text.strip().isprintable()):
        message = f"`{scalar.text[:40]}` is no UID; it has at most {_LONGEST_UID} octets, on one line"
        findings.report(BAD_ID, scalar.span, message)
        return None
    return scalar.text.strip() if scalar else None


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


def _session_name(node: Node, findings: Findings) -> str | None:
    scalar = expect_text(node, findings)
    found = read_id(scalar.text) if scalar else None
    if scalar and found is None:
        message = f"`{scalar.text}` is no id; use small letters, digits and hyphens"
        findings.report(BAD_ID, scalar.span, message)
    return found


def _length(node: Node, findings: Findings) -> timedelta | None:
    from agendacli.words.times.lengths import parse_length

    scalar = expect_text(node, findings, "a length such as `1 h 30 min`")
    length = parse_length(scalar.text) if scalar else None
    if scalar and length is None:
        findings.report(BAD_TIME, scalar.span, f"`{scalar.text}` is no length; write `45 min` or `1 h 30 min`")
    return length


def _coordinates(node: Node, findings: Findings) -> Coordinates | None:
    numbers = [_number(each) for each in node.items] if isinstance(node, NodeList) else []
    match numbers:
        case [float(north), float(east)] if abs(north) <= 90 and abs(east) <= 180:  # noqa: PLR2004 (degrees)
            return Coordinates(north, east)
    findings.report(
        BAD_COORDINATES, node.span, "no coordinates; write `[48.2350, 16.4167]`, north then east in degrees"
    )
    return None


def _number(node: Node) -> float | None:
    text = node.text if isinstance(node, Scalar) else ""
    return float(text) if _NUMBER.fullmatch(text) else None


def read_citation(text: str, span: Span, findings: Findings) -> Located[Citation] | None:
    """A citation `SOURCE` or `SOURCE:LINE` that stands at `span`."""
    match = _CITATION.fullmatch(text)
    if not match:
        findings.report(BAD_CITATION, span, f"`{text}` is no citation; write `SOURCE` or `SOURCE:LINE`")
        return None
    return Located(Citation(match[1], int(match[2]) if match[2] else None), span)


def _citations(node: Node, findings: Findings) -> tuple[Located[Citation], ...] | None:
    nodes = node.items if isinstance(node, NodeList) else (node,)
    scalars = [scalar for each in nodes if (scalar := expect_text(each, findings, "citations such as `letter:41`"))]
    parts = (part for scalar in scalars for part in _parts(scalar))
    found = (read_citation(text, span, findings) for text, span in parts)
    return tuple(each for each in found if each)


def _parts(scalar: Scalar) -> list[tuple[str, Span]]:
    """The texts between the commas of a scalar, each with its own span."""
    texts = ((match.start(), match[0].rstrip()) for match in re.finditer(r"[^,\s][^,]*", scalar.text))
    return [(text, scalar.part(start, len(text))) for start, text in texts] or [(scalar.text, scalar.span)]


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


def keyed(pattern: str, values: JsonSchema) -> JsonSchema:
    """The schema of a mapping whose keys are data and match a pattern."""
    return {"type": "object", "propertyNames": {"pattern": pattern}, "additionalProperties": values}


def _one_or_more(schema: JsonSchema) -> JsonSchema:
    return {"anyOf": [schema, {"type": "array", "items": schema}]}


def _degrees(most: int) -> JsonSchema:
    return {"type": ["number", "string"], "minimum": -most, "maximum": most, "pattern": f"^{_NUMBER.pattern}$"}


# Editors type what is text here: `title: 2017` is a number to them, `tbc: yes` may be true.
STRING: JsonSchema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
STRINGS = _one_or_more(STRING)
ID_PATTERN = f"^{_ID.pattern}$"
# Of ASCII what an id may hold; letters of other scripts are beyond the patterns of JSON Schema.
_SESSION_NAME_PATTERN = r"^[^\x00-/:-\x60{-\x7f][^\x00-,/:-\x5e\x60{-\x7f]*$"
_CITED: JsonSchema = {
    "type": "string",
    "pattern": rf"^[,\s]*{_CITATION.pattern}(\s*,[,\s]*{_CITATION.pattern})*[,\s]*$",
}
_SAID: JsonSchema = {"anyOf": [STRING, {"type": "object", "additionalProperties": STRING}]}
_PLACE_ON_EARTH: JsonSchema = {
    "type": "array",
    "prefixItems": [_degrees(90), _degrees(180)],
    "minItems": 2,
    "maxItems": 2,
}

TEXT = Shape("text", STRING, _text)
TEXTS = Shape("text, or a list of texts", STRINGS, _texts)
DATE = Shape("date", {"type": "string", "pattern": DAYS_PATTERN}, _date)
DAYS: Shape[DayKey] = Shape("days", {"type": "string", "pattern": DAYS_PATTERN}, _days)
ZONE = Shape("IANA time zone", {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_+/-]*$"}, _zone)
STATUS = Shape("`confirmed`, `tentative` or `cancelled`", {"enum": list(Status)}, _status)
PRIVACY = Shape("`public`, `private` or `confidential`", {"enum": list(Privacy)}, _privacy)
UID = Shape("UID", STRING, _uid)
YES_NO = Shape("`yes` or `no`", {"enum": [*_YES, True, False]}, _yes_no)
ID = Shape("id", {"type": ["string", "integer"], "pattern": ID_PATTERN}, _id)
SESSION_NAME = Shape("id", {"type": ["string", "integer"], "pattern": _SESSION_NAME_PATTERN}, _session_name)
LENGTH = Shape("length", {"type": "string", "pattern": LENGTH_PATTERN}, _length)
COORDINATES = Shape("`[north, east]` in degrees", _PLACE_ON_EARTH, _coordinates)
CITATIONS = Shape("citations", _one_or_more(_CITED), _citations)
ELSEWHERE = Shape("citations with what they say", keyed(f"^{_CITATION.pattern}$", _SAID), _variants)


def part(words: str, schema: JsonSchema) -> Shape[Node]:
    """The shape of a value that has a structure of its own, which its own reader takes on."""
    return Shape(words, schema, _anything)
