"""`absent:` of people.yaml and of a programme: nodes to the times at which people are not there."""

from collections.abc import Iterable, Iterator

from agendacli.formats.definition.nodes import Mapping, Node, NodeList, describe
from agendacli.formats.definition.shapes.shape import expect_text, report_fault
from agendacli.model.codes import NOBODY_ABSENT, WRONG_TYPE
from agendacli.model.fault import Fault
from agendacli.model.findings import Findings
from agendacli.model.people import Absence, Person
from agendacli.words.directory import declared_names
from agendacli.words.folded import normal
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.near import NearNames
from agendacli.words.times.absences import parse_absence


def decode_absences(node: Node, people: Iterable[Person], findings: Findings) -> tuple[Absence, ...]:
    """The absences by person; a name that is none of the people is reported."""
    if not isinstance(node, Mapping):
        findings.report(WRONG_TYPE, node.span, f"expected times under names of persons, not {describe(node)}")
        return ()
    names = {name: each.id for each in people for name in (each.id, *declared_names(each))}
    bearers = {normal(name): person for name, person in names.items()}
    found: list[Absence] = []
    for key, value in node.entries:
        person = bearers.get(normal(name_and_honorifics(key.text)[0])) or bearers.get(normal(key.text))
        if person is None:
            hint = NearNames(names).suggestion(key.text) or "; correct the name, or delete it"
            findings.report(NOBODY_ABSENT, key.span, f"nobody here is called “{key.text}”{hint}")
        found += absences_of(person or key.text, value, findings)
    return tuple(found)


def absences_of(person: str, node: Node, findings: Findings) -> tuple[Absence, ...]:
    """The absences in one text or a list of texts."""
    nodes = node.items if isinstance(node, NodeList) else (node,)
    return tuple(absence for each in nodes for absence in _absence(person, each, findings))


def _absence(person: str, node: Node, findings: Findings) -> Iterator[Absence]:
    scalar = expect_text(node, findings, "a time such as `before 12:00 on 2026-03-09`")
    if scalar is None:
        return
    away = parse_absence(scalar.text)
    if isinstance(away, Fault):
        report_fault(away, scalar, findings)
        return
    yield Absence(person, text=" ".join(scalar.text.split()), start=away.start, end=away.end, span=scalar.span)
