"""The holidays of a city: days on which nobody works there."""

from collections.abc import Iterator
from datetime import date

from agendacli.formats.definition.nodes import Node, NodeList
from agendacli.formats.definition.shapes.shape import expect_text
from agendacli.model.codes import BAD_DATE
from agendacli.model.findings import Findings
from agendacli.model.when import DAY
from agendacli.words.times.forms import EachDay
from agendacli.words.times.grammar import parse_days

_MOST = 366
_HELP = "write `2026-05-01` or `2026-12-24 to 2026-12-26`"


def holidays_of(node: Node, findings: Findings) -> tuple[date, ...]:
    """Each day that a list names, in order and once; what is not a day is reported and left out."""
    items = node.items if isinstance(node, NodeList) else (node,)
    return tuple(sorted({day for each in items for day in _days(each, findings)}))


def _days(node: Node, findings: Findings) -> Iterator[date]:
    scalar = expect_text(node, findings, "a day such as `2026-05-01`")
    if scalar is None:
        return
    found = parse_days(scalar.text)
    if isinstance(found, EachDay) and (found.end - found.start).days <= _MOST:
        yield from (found.start + n * DAY for n in range((found.end - found.start).days))
    else:
        findings.report(BAD_DATE, scalar.span, f"`{scalar.text}` names no holidays; {_HELP}")
