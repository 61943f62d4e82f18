from collections.abc import Callable

import pytest

from agendacli.formats.definition.decode.programme import decode_programme
from agendacli.formats.definition.nodes import Node
from agendacli.formats.definition.yaml.reader import read_nodes
from agendacli.model.diagnostic import in_order
from agendacli.model.findings import Findings
from agendacli.model.programme import Programme
from agendacli.words.directory import Directory

Told = list[str]
NO_DIRECTORY = Directory()


def told(findings: Findings) -> Told:
    """`line:column code: message` of each diagnostic, in order."""
    found = in_order(findings.all)
    return [f"{each.span.line}:{each.span.column} {each.code.name}: {each.message}" for each in found]


@pytest.fixture
def nodes() -> Callable[[str], tuple[Node | None, Told]]:
    """The root node of a YAML text, and what is told of it."""

    def read(text: str) -> tuple[Node | None, Told]:
        findings = Findings()
        return read_nodes(text, "x.yaml", findings), told(findings)

    return read


@pytest.fixture
def decode() -> Callable[..., tuple[Programme, Told]]:
    """The programme that a text says, and what is told of it."""

    def read(text: str, directory: Directory = NO_DIRECTORY, file: str = "meeting.yaml") -> tuple[Programme, Told]:
        findings = Findings()
        node = read_nodes(text, file, findings)
        programme = decode_programme(node, file, directory, findings) if node else None
        assert programme, told(findings)
        return programme, told(findings)

    return read
