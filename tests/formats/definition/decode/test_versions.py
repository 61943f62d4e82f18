"""Definitions of other versions of the format, and keys that have another name since."""

from collections.abc import Callable

import pytest

from agendacli import __version__
from agendacli.formats.definition.decode.entries import Entries
from agendacli.formats.definition.decode.programme import decode_programme
from agendacli.formats.definition.json_schema import table_schema
from agendacli.formats.definition.nodes import Mapping, Node
from agendacli.formats.definition.schema.keys import Key, table_of
from agendacli.formats.definition.shapes.plain import TEXT
from agendacli.formats.definition.yaml.reader import read_nodes
from agendacli.model.findings import Findings
from agendacli.model.programme import Programme
from agendacli.words.directory import Directory

Told = list[str]
BODY = "title: Tea\nzone: UTC\ndays:\n  2026-03-02:\n    - 09:00-10:00: Tea\n"
ROOM = Key("room", TEXT, "The room.", was="hall")
TABLE = table_of("thing", "A thing.", ROOM, Key("note", TEXT, "A note."))
Decode = Callable[[str], tuple[Programme | None, Told]]
Nodes = Callable[[str], tuple[Node | None, Told]]


@pytest.mark.parametrize("stated", ["", "format: 1\n", "format: '1'\n"])
def test_format_of_today_is_read_whether_it_is_said_or_not(stated: str, decode: Decode) -> None:
    programme, told = decode(stated + BODY)
    assert ([each.id for each in programme.sessions] if programme else [], told) == (["tea"], [])


@pytest.mark.parametrize(("number", "said"), [("2", "2"), ("10", "10"), ("007", "7"), ("9" * 400, "9" * 9)])
def test_of_a_later_format_only_that_is_told(number: str, said: str) -> None:
    findings = Findings()
    node = read_nodes(f"format: {number}\n{BODY}frobnicate: [1]\n", "x.yaml", findings)
    assert node
    assert decode_programme(node, "x.yaml", Directory(), findings) is None
    [told] = findings.all
    assert (str(told.span), told.code.name) == ("x.yaml:1:9", "newer-format")
    assert told.message == f"format {said} needs a later agendacli than {__version__}; update it"


@pytest.mark.parametrize("value", ["0", "one", "1.0", "-1", "hybrid", "²"])
def test_what_is_no_format_is_told_and_the_rest_is_read(value: str, decode: Decode) -> None:
    programme, told = decode(f"format: {value}\n{BODY}")
    assert programme is not None
    hint = "write `format: 1`; what the event is stands under `kind`"
    assert told == [f"1:9 not-a-choice: `{value}` is not a version of this format; {hint}"]


def test_what_cannot_be_a_number_is_told(decode: Decode) -> None:
    assert decode(f"format: [2]\n{BODY}")[1] == ["1:9 wrong-type: expected the number 1, not a list"]


def entries(text: str, nodes: Nodes, findings: Findings) -> Entries:
    node, _ = nodes(text)
    assert isinstance(node, Mapping)
    return Entries(node, TABLE, findings)


def test_a_key_is_read_under_its_old_name_with_a_warning(nodes: Nodes) -> None:
    findings = Findings()
    assert entries("hall: M2\n", nodes, findings).read(ROOM) == "M2"
    [told] = findings.all
    assert (told.severity.value, told.code.name, told.message) == (
        "warning",
        "renamed-key",
        "`hall` is called `room` now; rename it",
    )


def test_a_key_under_its_new_name_is_no_finding(nodes: Nodes) -> None:
    findings = Findings()
    assert entries("room: M2\n", nodes, findings).read(ROOM) == "M2"
    assert list(findings.all) == []


def test_both_names_at_once_are_one_too_many(nodes: Nodes) -> None:
    findings = Findings()
    entries("room: M2\nhall: M3\n", nodes, findings)
    assert [each.message for each in findings.all] == ["`hall` means the same as `room`; keep one of them"]


def test_schema_marks_an_old_name_as_deprecated() -> None:
    properties = table_schema(TABLE)["properties"]
    assert isinstance(properties, dict)
    assert [name for name, each in properties.items() if each.get("deprecated")] == ["hall"]
