"""Citations, and what they say elsewhere."""

import re
from typing import TYPE_CHECKING

from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar, describe
from agendacli.formats.definition.shapes.shape import (
    STRING,
    JsonSchema,
    Located,
    Shape,
    expect_text,
    keyed,
    one_or_more,
)
from agendacli.model.codes import BAD_CITATION, WRONG_TYPE
from agendacli.model.source import Citation, Variant
from agendacli.model.span import Span

if TYPE_CHECKING:
    from agendacli.model.findings import Findings

_CITATION = re.compile(r"([a-z0-9][a-z0-9._-]*)(?::(?:p(\d{1,5})\.)?(\d{1,7}))?")


def read_citation(text: str, span: Span, findings: "Findings") -> Located[Citation] | None:
    """A citation `SOURCE`, `SOURCE:LINE` or `SOURCE:pPAGE.LINE` that stands at `span`."""
    match = _CITATION.fullmatch(text)
    if not match:
        findings.report(BAD_CITATION, span, f"`{text}` is not a citation; write `SOURCE` or `SOURCE:LINE`")
        return None
    line, page = (int(match[n]) if match[n] else None for n in (3, 2))
    return Located(Citation(match[1], line, page), span)


def _citations(node: Node, findings: "Findings") -> tuple[Located[Citation], ...] | None:
    nodes = node.items if isinstance(node, NodeList) else (node,)
    scalars = [scalar for each in nodes if (scalar := expect_text(each, findings, "citations such as `letter:41`"))]
    parts = (part for scalar in scalars for part in _parts(scalar))
    found = (read_citation(text, span, findings) for text, span in parts)
    return tuple(each for each in found if each)


def _parts(scalar: Scalar) -> list[tuple[str, Span]]:
    """The texts between the commas of a scalar, each with its own span."""
    texts = ((match.start(), match[0].rstrip()) for match in re.finditer(r"[^,\s][^,]*", scalar.text))
    return [(text, scalar.part(start, len(text))) for start, text in texts] or [(scalar.text, scalar.span)]


def _variants(node: Node, findings: "Findings") -> tuple[Located[Variant], ...] | None:
    if not isinstance(node, Mapping):
        findings.report(WRONG_TYPE, node.span, f"expected `SOURCE:LINE: what it says`, not {describe(node)}")
        return None
    found: list[Located[Variant]] = []
    for key, value in node.entries:
        cited = read_citation(key.text, key.span, findings)
        if cited:
            found += _variants_of(cited, value, findings)
    return tuple(found)


def _variants_of(cited: Located[Citation], node: Node, findings: "Findings") -> list[Located[Variant]]:
    fields = node.entries if isinstance(node, Mapping) else ((Scalar("itself", node.span), node),)
    texts = ((field.text, expect_text(value, findings)) for field, value in fields)
    return [Located(Variant(cited.value, field, scalar.text.strip()), cited.span) for field, scalar in texts if scalar]


_CITED: JsonSchema = {
    "type": "string",
    "pattern": rf"^[,\s]*{_CITATION.pattern}(\s*,[,\s]*{_CITATION.pattern})*[,\s]*$",
}
_SAID: JsonSchema = {"anyOf": [STRING, {"type": "object", "additionalProperties": STRING}]}

CITATIONS = Shape("citations", one_or_more(_CITED), _citations)
ELSEWHERE = Shape("citations with what they say", keyed(f"^{_CITATION.pattern}$", _SAID), _variants)
