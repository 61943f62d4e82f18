import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.formats.definition.nodes import Mapping, NodeList, Scalar
from agendacli.formats.definition.yaml.reader import read_nodes
from agendacli.formats.definition.yaml.text import double_quoted, scalar
from agendacli.model.findings import Findings


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Opening", "Opening"),
        ("Mr. Juan José Gómez, Mexico (tbc)", "Mr. Juan José Gómez, Mexico (tbc)"),
        ("Tea at 10:15", "Tea at 10:15"),
        ("10:15-13:00", "10:15-13:00"),
        ("C# and F#", "C# and F#"),
        ("PANEL 1: Tea", '"PANEL 1: Tea"'),
        ("Tea:", '"Tea:"'),
        ("Tea #1", '"Tea #1"'),
        ("# 1", '"# 1"'),
        ("- a dash", '"- a dash"'),
        ("“Tea”", "“Tea”"),
        ('"Tea"', '"\\"Tea\\""'),
        ("two\nlines", '"two\\nlines"'),
        ("\x1b[31m\x9b", '"\\u001b[31m\\u009b"'),
        (" blank ", '" blank "'),
        ("", '""'),
        ("...", '"..."'),
    ],
)
def test_scalar_is_quoted_where_yaml_needs_it(text: str, written: str) -> None:
    assert scalar(text) == written


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_text_is_read_back_as_it_was(text: str) -> None:
    written = f"{scalar(text)}: {scalar(text)}\nlist:\n  - {scalar(text)}\n  - {double_quoted(text)}\n"
    found = read_nodes(written, "x.yaml", Findings())
    assert isinstance(found, Mapping)
    (key, value), (_, items) = found.entries
    assert (key.text, value) == (text, Scalar(text, key.span))
    assert isinstance(items, NodeList)
    assert items.items == (value, value)
