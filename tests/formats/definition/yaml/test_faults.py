from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.formats.definition.nodes import Mapping, Node, Scalar
from agendacli.formats.definition.yaml.faults import Stop, quoted, report_stop
from agendacli.formats.definition.yaml.reader import read_nodes
from agendacli.model.findings import Findings

Nodes = Callable[[str], tuple[Node | None, list[str]]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: x\n\tb: y\n", ["2:1 tab: a tab indents this line; indent with spaces"]),
        (
            "a:\n  - b\n \t- c\nd: e\n\t\tf: g\n",
            [
                "3:2 tab: a tab indents this line; indent with spaces",
                "5:1 tab: a tab indents this line; indent with spaces",
            ],
        ),
        ("a:\n  -\tb: c\n", ["2:4 tab: a tab indents this line; indent with spaces"]),
        (
            "a: b\n c: d\n",
            ["2:3 yaml-syntax: a text cannot go on with a key; quote the text, or indent this line as the keys above"],
        ),
        ("a: {b: c: d}\n", ["1:9 unquoted-colon: a text inside brackets contains this colon; quote that text"]),
        ("a: [b: c: d]\n", ["1:9 unquoted-colon: a text inside brackets contains this colon; quote that text"]),
        (
            "a: [b, c\nd: e\n",
            ["1:4 yaml-syntax: the bracket `[` is not closed; close it, or quote the text that it begins"],
        ),
        (
            "a: {b: c\nd: e\n",
            ["1:4 yaml-syntax: the brace `{` is not closed; close it, or quote the text that it begins"],
        ),
        ("a: 'b\nc: d\n", ["1:4 yaml-syntax: the quotation that begins here does not end; close the quote"]),
        (
            "a: b\nc\nd: e\n",
            ["2:1 yaml-syntax: this key has no colon and value; add them, or indent it if the text above goes on"],
        ),
        (
            "a:\n  - b\n - c\n",
            ["3:2 yaml-syntax: this does not line up with the keys above it; indent it as they are"],
        ),
        (
            "- a\nb: c\n",
            ["2:1 yaml-syntax: this does not line up with the items above it; indent it as they are"],
        ),
        ('a: "b" c\n', ["1:8 yaml-syntax: the value ends before this; quote the whole text"]),
        ("- @a\n", ["1:3 yaml-syntax: no text can begin with this character; quote the text"]),
        ("- *\n", ["1:3 yaml-syntax: no text can begin with this character; quote the text"]),
        ('a: "\\q"\n', ["1:5 yaml-syntax: no escape is written so in double quotes; write `\\\\` for a backslash"]),
        ('a: "\\xq"\n', ["1:7 yaml-syntax: no escape is written so in double quotes; write `\\\\` for a backslash"]),
        ("a: ]\n", ["1:4 yaml-syntax: a value is missing here; write it, or quote the text"]),
        (
            "a: b\n...\nc: d\n",
            ["3:1 yaml-syntax: this follows the end of the document; delete what does not belong to it"],
        ),
        ("a: !<b\n", ["1:7 yaml-syntax: did not find the expected '>'"]),
    ],
)
def test_text_that_cannot_be_mended_is_told_where_and_how(nodes: Nodes, text: str, told: list[str]) -> None:
    root, found = nodes(text)
    assert (root, found) == (None, told)


@pytest.mark.parametrize(
    ("text", "values", "told"),
    [
        ("a: [b]: c\n", {"a": "[b]: c"}, '1:4 unquoted-colon: the text contains a colon; quote it: "[b]: c"'),
        ("a: b: c\n", {"a": "b: c"}, '1:4 unquoted-colon: the text contains a colon; quote it: "b: c"'),
        ("a: b: c  # d\n", {"a": "b: c"}, '1:4 unquoted-colon: the text contains a colon; quote it: "b: c"'),
        ('a: b: "c"\n', {"a": 'b: "c"'}, "1:4 unquoted-colon: the text contains a colon; quote it: 'b: \"c\"'"),
        (
            "a: b\\: it's: c\n",
            {"a": "b\\: it's: c"},
            "1:4 unquoted-colon: the text contains a colon; quote it: 'b\\: it''s: c'",
        ),
        (
            "a: b: c\n  d\n\n",
            {"a": "b: c d"},
            "1:4 unquoted-colon: the text contains a colon; quote it, from here to the end of line 2",
        ),
        (
            "a: `b`\nc: d\n",
            {"a": "`b`", "c": "d"},
            "1:4 yaml-syntax: no text can begin with this character; quote the text",
        ),
        ("a: %b\n", {"a": "%b"}, "1:4 yaml-syntax: no text can begin with this character; quote the text"),
        (
            "a: *b*\nc: d\n",
            {"a": "*b*", "c": "d"},
            "1:4 yaml-syntax: no text can begin with this character; quote the text",
        ),
        ("a: & b\n", {"a": "& b"}, "1:4 yaml-syntax: no text can begin with this character; quote the text"),
    ],
)
def test_text_that_lacks_quotes_is_told_and_read(nodes: Nodes, text: str, values: dict[str, str], told: str) -> None:
    root, found = nodes(text)
    assert isinstance(root, Mapping)
    assert {key.text: value.text for key, value in root.entries if isinstance(value, Scalar)} == values
    assert found == [told]


def test_unclosed_bracket_notes_where_reading_fails() -> None:
    findings = Findings()
    read_nodes("a: [b\nc: d\n", "x.yaml", findings)
    assert [(note.message, str(note.span)) for note in findings.all[0].notes] == [
        ("reading on fails here", "x.yaml:2:2")
    ]


def test_stop_behind_the_last_line_is_told() -> None:
    findings = Findings()
    assert report_stop(Stop("odd", 7, 0), "a", "x.yaml", findings) is None
    assert [str(each) for each in findings.all] == ["x.yaml:8:1: error[yaml-syntax]: odd"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_quoted_text_reads_back_as_it_was(text: str) -> None:
    assert read_nodes(f"a: {quoted(text)}", "x.yaml", Findings()) == read_nodes(
        "a: '" + text.replace("'", "''") + "'", "x.yaml", Findings()
    )
