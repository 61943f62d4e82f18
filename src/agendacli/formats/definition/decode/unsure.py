"""Doubts that stand as comments behind values, `# ? reason`: each a warning, and the times they speak of unsure."""

from collections.abc import Iterator
from dataclasses import replace

from agendacli.formats.definition.nodes import Mapping, Node, NodeList
from agendacli.formats.definition.schema.programme import PROGRAMME_DAYS
from agendacli.formats.definition.yaml.doubts import doubts_in
from agendacli.model.codes import UNSURE
from agendacli.model.findings import Findings
from agendacli.model.programme import Programme
from agendacli.model.span import Span

_OF_TITLE = "title: "


def with_unsure_times(programme: Programme, root: Node, text: str, findings: Findings) -> Programme:
    """The programme with sessions whose time or day a comment doubts marked so; every doubt is reported."""
    found = dict(doubts_in(text))
    for line, (column, reason) in found.items():
        span = Span(programme.file, line, column, len(text.split("\n")[line - 1]) - column + 1)
        findings.report(UNSURE, span, f"{_sentence(reason)}; delete the comment to confirm what it doubts")
    of_times = {line for line, (_, reason) in found.items() if _is_of_time(reason)}
    unsure = {line for key, items in _days(root) for line in _lines_of(items) if {key, line} & of_times}
    if not unsure:
        return programme
    sessions = tuple(
        replace(each, unsure=True) if each.span and each.span.line in unsure else each for each in programme.sessions
    )
    return replace(programme, sessions=sessions)


def _sentence(reason: str) -> str:
    return reason.rstrip(".") or "somebody doubts this value"


def _is_of_time(reason: str) -> bool:
    return any(not part.startswith(_OF_TITLE) for part in reason.split("; "))


def _days(root: Node) -> Iterator[tuple[int, Node]]:
    """The line of each key of a day, and what stands under it."""
    entries = root.entries if isinstance(root, Mapping) else ()
    days = next((value for key, value in entries if key.text == PROGRAMME_DAYS.name), None)
    for key, items in days.entries if isinstance(days, Mapping) else ():
        yield key.span.line, items


def _lines_of(items: Node) -> Iterator[int]:
    """The lines on which items begin, those of blocks too."""
    for each in items.items if isinstance(items, NodeList) else ():
        if isinstance(each, Mapping) and each.entries:
            yield each.entries[0][0].span.line
            yield from (line for _, value in each.entries[1:] for line in _lines_of(value))
