from collections.abc import Callable

import pytest

from agendacli.formats.definition.decode.entries import Entries, read_entries
from agendacli.formats.definition.nodes import Mapping, Node
from agendacli.formats.definition.schema.declared import TRANSFER
from agendacli.formats.definition.schema.keys import Table
from agendacli.formats.definition.schema.programme import ISSUER, SOURCE, SOURCE_TITLE
from agendacli.formats.definition.schema.session import SESSION
from agendacli.formats.definition.schema.shared import ROLE_FIELDS, URL
from agendacli.model.findings import Findings
from agendacli.model.span import Span

Nodes = Callable[[str], tuple[Node | None, list[str]]]


def held(nodes: Nodes, text: str, table: Table, skip: int = 0) -> tuple[Entries, list[str]]:
    root, _ = nodes(text)
    assert isinstance(root, Mapping)
    findings = Findings()
    return Entries(root, table, findings, skip), [str(each) for each in findings.all]


def test_entries_read_values_and_know_their_places(nodes: Nodes) -> None:
    entries, told = held(nodes, "title: Letter\nurl: https://example.org\n", SOURCE)
    assert told == []
    assert (entries.read(SOURCE_TITLE), entries.read(ISSUER)) == ("Letter", None)
    assert (entries.has(URL), entries.has(ISSUER)) == (True, False)
    assert (entries.span(URL), entries.span(ISSUER)) == (Span("x.yaml", 2, 6, 19), Span("x.yaml", 1, 1))
    assert entries.names == ("title", "url")


def test_entries_know_a_field_by_its_other_name(nodes: Nodes) -> None:
    entries, _ = held(nodes, "chair: Jo Doe\n", SESSION)
    assert entries.names == ("chairs",)
    assert entries.node(ROLE_FIELDS["chair"])
    assert entries.node(ROLE_FIELDS["speaker"]) is None


@pytest.mark.parametrize(
    ("first", "second"), [("chair", "chairs"), ("chairs", "chair"), ("thematic expert", "thematic experts")]
)
def test_two_names_of_one_key_are_told(nodes: Nodes, first: str, second: str) -> None:
    _, told = held(nodes, f"{first}: Jo Doe\n{second}: Max Roe\n", SESSION)
    assert told == [f"x.yaml:2:1: error[duplicate-key]: `{second}` means the same as `{first}`; keep one of them"]


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("romm", "; did you mean `room`?"),
        ("weather", "; say it under `notes`, or delete it"),
        ("11:00-12:00", "; begin a new item: `- 11:00-12:00: …`"),
    ],
)
def test_unknown_key_of_a_session_is_told_with_a_way_out(nodes: Nodes, key: str, hint: str) -> None:
    _, told = held(nodes, f"10:00-11:00: Bees\n{key}: x\n", SESSION, skip=1)
    assert told == [f"x.yaml:2:1: error[unknown-key]: `{key}` is not a key here{hint}"]


def test_unknown_key_of_a_short_table_is_told_with_all_keys(nodes: Nodes) -> None:
    _, told = held(nodes, "between: [a, b]\ntime: 1 h\nby: train\n", TRANSFER)
    assert told == ["x.yaml:3:1: error[unknown-key]: `by` is not a key here; there are `between`, `time`"]


def test_key_that_is_there_already_is_not_suggested(nodes: Nodes) -> None:
    _, told = held(nodes, "time: 1 h\nbetween: [a, b]\ntimes: 2 h\n", TRANSFER)
    assert told == ["x.yaml:3:1: error[unknown-key]: `times` is not a key here; there are `between`, `time`"]


def test_missing_key_is_told_at_the_mapping(nodes: Nodes) -> None:
    _, told = held(nodes, "\n  issuer: Jo Doe\n", SOURCE)
    assert told == ["x.yaml:2:3: error[missing-key]: `title` is missing; add `title: …`"]


@pytest.mark.parametrize(
    ("text", "found"), [("a\n", "a text"), ("[a]\n", "a list"), ("''\n", "nothing"), ("' '\n", "blanks only")]
)
def test_read_entries_of_no_mapping_is_told(nodes: Nodes, text: str, found: str) -> None:
    root, _ = nodes(text)
    findings = Findings()
    assert root
    assert read_entries(root, SOURCE, findings, "the keys of a document") is None
    assert [str(each) for each in findings.all] == [
        f"x.yaml:1:1: error[wrong-type]: expected the keys of a document, not {found}"
    ]
