"""Texts, ids, choices and coordinates."""

import re
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from agendacli.formats.definition.nodes import Node, NodeList, Scalar
from agendacli.formats.definition.shapes.shape import STRING, STRINGS, JsonSchema, Shape, expect_text, reader_of
from agendacli.model.codes import BAD_COORDINATES, BAD_ID, NOT_A_CHOICE
from agendacli.model.fault import Fault
from agendacli.model.places import Coordinates
from agendacli.model.programme import Privacy, Status
from agendacli.words.lists import listed

if TYPE_CHECKING:
    from agendacli.model.findings import Findings

Choice = TypeVar("Choice", bound=StrEnum)

_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
_NUMBER = re.compile(r"-?\d{1,3}(\.\d{1,12})?")
_PRIORITY = re.compile(r"[0-9]{1,3}")
LATEST_FORMAT = 1
"""The version of the definition format that this tool reads and writes."""
_LONGEST_UID = 255  # octets that every program keeps (RFC 7986 5.3)
_YES = {"yes": True, "true": True, "no": False, "false": False}


def _text(node: Node, findings: "Findings") -> str | None:
    scalar = expect_text(node, findings)
    return scalar.text.strip() if scalar else None


def _texts(node: Node, findings: "Findings") -> tuple[str, ...] | None:
    nodes = node.items if isinstance(node, NodeList) else (node,)
    texts = (_text(each, findings) for each in nodes)
    return tuple(text for text in texts if text is not None)


def _choice(choices: type[Choice], what_it_is_not: str) -> Shape[Choice]:
    """The shape of a value that is one of some words."""
    words = listed(list(choices), "or")

    def parse(text: str) -> Choice | Fault:
        if text in list(choices):
            return choices(text)
        return Fault(NOT_A_CHOICE, f"`{text}` {what_it_is_not}; write {words}")

    return Shape(words, {"enum": list(choices)}, reader_of(parse))


def _uid(text: str) -> str | Fault:
    if len(text.encode()) > _LONGEST_UID or not text.strip().isprintable():
        return Fault(BAD_ID, f"`{text[:40]}` is not a UID; it has at most {_LONGEST_UID} octets, on one line")
    return text.strip()


def _yes_no(text: str) -> bool | Fault:
    return _YES[text] if text in _YES else Fault(NOT_A_CHOICE, f"`{text}` is neither `yes` nor `no`")


def _priority(text: str) -> int | Fault:
    if _PRIORITY.fullmatch(text):
        return int(text)
    return Fault(NOT_A_CHOICE, f"`{text}` is not a priority; write a whole number from 0 to 999: more counts more")


def _format(text: str) -> int | Fault:
    if text == str(LATEST_FORMAT):
        return LATEST_FORMAT
    hint = f"write `format: {LATEST_FORMAT}`; what the event is stands under `kind`"
    return Fault(NOT_A_CHOICE, f"`{text}` is not a version of this format; {hint}")


def _id(text: str) -> str | Fault:
    return text if _ID.fullmatch(text) else _no_id(text)


def _session_name(text: str) -> str | Fault:
    return text if _ID.fullmatch(text) else _in_other_script(text) or _no_id(text)


def _in_other_script(text: str) -> str | None:
    from agendacli.words.ids import read_id  # with the tables of Unicode: nearly every id is ASCII

    return read_id(text)


def _no_id(text: str) -> Fault:
    return Fault(BAD_ID, f"`{text}` is not an id; use small letters, digits and hyphens")


def _coordinates(node: Node, findings: "Findings") -> Coordinates | None:
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


def _degrees(most: int) -> JsonSchema:
    return {"type": ["number", "string"], "minimum": -most, "maximum": most, "pattern": f"^{_NUMBER.pattern}$"}


ID_PATTERN = f"^{_ID.pattern}$"
# Of ASCII what an id may hold; letters of other scripts are beyond the patterns of JSON Schema.
_SESSION_NAME_PATTERN = r"^[^\x00-/:-\x60{-\x7f][^\x00-,/:-\x5e\x60{-\x7f]*$"
_PLACE_ON_EARTH: JsonSchema = {
    "type": "array",
    "prefixItems": [_degrees(90), _degrees(180)],
    "minItems": 2,
    "maxItems": 2,
}

TEXT = Shape("text", STRING, _text)
TEXTS = Shape("text, or a list of texts", STRINGS, _texts)
STATUS = _choice(Status, "is not a status")
PRIVACY = _choice(Privacy, "does not say who may see it")
FORMAT_NUMBER = Shape(
    f"`{LATEST_FORMAT}`",
    {"enum": [LATEST_FORMAT, str(LATEST_FORMAT)]},
    reader_of(_format, f"the number {LATEST_FORMAT}"),
)
UID = Shape("UID", STRING, reader_of(_uid))
YES_NO = Shape("`yes` or `no`", {"enum": [*_YES, True, False]}, reader_of(_yes_no, "`yes` or `no`"))
PRIORITY = Shape(
    "whole number from 0 to 999",
    {"type": ["integer", "string"], "minimum": 0, "maximum": 999, "pattern": f"^{_PRIORITY.pattern}$"},
    reader_of(_priority, "a whole number"),
)
ID = Shape("id", {"type": ["string", "integer"], "pattern": ID_PATTERN}, reader_of(_id))
SESSION_NAME = Shape("id", {"type": ["string", "integer"], "pattern": _SESSION_NAME_PATTERN}, reader_of(_session_name))
COORDINATES = Shape("`[north, east]` in degrees", _PLACE_ON_EARTH, _coordinates)
