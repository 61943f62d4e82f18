from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar
from agendacli.formats.definition.yaml import reader as yaml_reader
from agendacli.formats.definition.yaml.reader import read_nodes
from agendacli.model.findings import Findings
from agendacli.model.span import Span

Nodes = Callable[[str], tuple[Node | None, list[str]]]


def as_values(node: Node) -> object:
    match node:
        case Scalar():
            return node.text
        case NodeList():
            return [as_values(each) for each in node.items]
        case Mapping():
            return {key.text: as_values(value) for key, value in node.entries}


def spans(node: Node) -> list[tuple[int, int, int]]:
    own = [(node.span.line, node.span.column, node.span.length)]
    match node:
        case Scalar():
            return own
        case NodeList():
            return own + [place for each in node.items for place in spans(each)]
        case Mapping():
            return own + [place for key, value in node.entries for place in spans(key) + spans(value)]


def test_read_nodes_leaves_every_value_a_text(nodes: Nodes) -> None:
    root, told = nodes("a: 12:30\nb: no\nc: [1, ~, 2017-09-04]\nd: {e: 0x1F}\nf:\n")
    assert root
    assert as_values(root) == {"a": "12:30", "b": "no", "c": ["1", "~", "2017-09-04"], "d": {"e": "0x1F"}, "f": ""}
    assert told == []


def test_read_nodes_gives_every_node_line_column_and_length(nodes: Nodes) -> None:
    root, _ = nodes("größe: Gómez\n🐝: [b, 'cd']\n")
    assert root
    assert spans(root) == [(1, 1, 1), (1, 1, 5), (1, 8, 5), (2, 1, 1), (2, 4, 1), (2, 5, 1), (2, 8, 4)]


@pytest.mark.parametrize("text", ["", "# only this\n", "\n\n"])
def test_read_nodes_of_nothing_is_nothing(nodes: Nodes, text: str) -> None:
    assert nodes(text) == (None, [])


def test_duplicate_key_is_told_with_the_place_of_the_first() -> None:
    findings = Findings()
    root = read_nodes("a: 1\nb: 2\na: 3\n", "x.yaml", findings)
    assert root
    assert as_values(root) == {"a": "1", "b": "2"}
    (found,) = findings.all
    assert (str(found), found.notes[0].span) == (
        "x.yaml:3:1: error[duplicate-key]: `a` appears twice; keep one of them",
        Span("x.yaml", 1, 1),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[a]: b\n", ["1:1 wrong-type: a key has to be a text, not a list"]),
        ("? {a: b}\n: c\n", ["1:3 wrong-type: a key has to be a text, not keys with values"]),
    ],
)
def test_key_that_is_no_text_is_told_and_left_out(nodes: Nodes, text: str, told: list[str]) -> None:
    assert nodes(text) == (Mapping((), Span("")), told)


def test_alias_is_told_once_and_never_unfolds(nodes: Nodes) -> None:
    root, told = nodes("a: &x [1]\nb: [*x, *x]\nc: *x\n")
    assert root
    assert as_values(root) == {"a": ["1"], "b": ["*x", "*x"], "c": "*x"}
    assert told == ["2:5 alias: `*x` is an alias; write the text out, in quotes if it is the text"]


def test_alias_as_a_key_is_told(nodes: Nodes) -> None:
    assert nodes("&x a: b\n*x : c\n")[1] == [
        "2:1 alias: `*x` is an alias; write the text out, in quotes if it is the text"
    ]


def test_second_document_is_told_and_the_first_is_read(nodes: Nodes) -> None:
    assert nodes("a\n---\nb\n---\nc\n") == (
        Scalar("a", Span("")),
        ["2:1 several-documents: a second document begins here; put each programme into a file of its own"],
    )


@pytest.mark.parametrize(("depth", "told"), [(40, 0), (41, 1), (100_000, 1)])
def test_nesting_is_read_to_a_depth_of_forty(nodes: Nodes, depth: int, told: int) -> None:
    root, found = nodes("[" * depth + "]" * depth)
    assert (root is None, len(found)) == (bool(told), told)


def test_read_nodes_reads_on_behind_texts_that_lack_quotes(nodes: Nodes) -> None:
    root, told = nodes("a: b: c\nd: @e # f\ng: h\ng: i\n")
    assert root
    assert as_values(root) == {"a": "b: c", "d": "@e", "g": "h"}
    assert [each.split(": ")[0] for each in told] == ["1:4 unquoted-colon", "2:4 yaml-syntax", "4:1 duplicate-key"]


def test_read_nodes_stops_mending_a_long_text(nodes: Nodes) -> None:
    root, told = nodes("".join(f"a{n}: b: c\n" for n in range(1000)))
    assert (root, len(told)) == (None, 301)


def test_read_nodes_without_the_c_parser_reads_the_same(nodes: Nodes, monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    text = "a: [b, 'c d']\ne:\n  - f: g\n"
    fast = nodes(text)
    monkeypatch.setattr(yaml_reader, "_LOADER", yaml.BaseLoader)
    assert nodes(text) == fast


def test_fault_without_a_place_is_told_at_the_beginning(nodes: Nodes) -> None:
    assert nodes("a: \x07\n") == (None, ["1:1 yaml-syntax: the text is not YAML"])


VALUES = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(value=VALUES, flow=st.booleans())
def test_read_nodes_reads_what_another_writer_wrote(value: object, *, flow: bool) -> None:
    import yaml

    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, default_style="'", width=20)
    findings = Findings()
    root = read_nodes(text, "x.yaml", findings)
    assert root
    assert (as_values(root), findings.all) == (value, ())


@given(st.text())
@example("\x85'")  # YAML ends a line there
def test_read_nodes_of_any_text_raises_nothing(text: str) -> None:
    read_nodes(text, "x.yaml", Findings())


@given(st.text("ab \t\n:-#'\"[]{},&*!|>%@?", max_size=60))
def test_read_nodes_of_any_signs_points_into_the_text(text: str) -> None:
    findings = Findings()
    read_nodes(text, "x.yaml", findings)
    lines = text.split("\n")
    for each in findings.all:
        assert each.span.line <= len(lines) + 1
        assert each.span.line > len(lines) or each.span.column <= len(lines[each.span.line - 1]) + 1
