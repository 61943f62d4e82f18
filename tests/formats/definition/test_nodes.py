from collections.abc import Callable

import pytest

from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar, describe
from agendacli.model.span import Span

Nodes = Callable[[str], tuple[Node | None, list[str]]]
HERE = Span("x.yaml", 3, 5, 4)


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (Scalar("", HERE), "nothing"),
        (Scalar("text", HERE), "a text"),
        (NodeList((), HERE), "a list"),
        (Mapping((), HERE), "keys with values"),
    ],
)
def test_describe_names_a_node_as_a_reader_would(node: Node, words: str) -> None:
    assert describe(node) == words


def test_nodes_are_equal_wherever_they_stand() -> None:
    assert Scalar("text", HERE) == Scalar("text", Span("y.yaml"))


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("abc def", (1, 8, 3)),
        ('"abc def"', (1, 9, 3)),
        ("'abc def'", (1, 9, 3)),
        ('"abc\\u0020def"', (1, 4, 14)),
        ("abc\n  def", (1, 4, 1)),
        ('"abc\n  def"', (1, 4, 1)),
        (">-\n  abc def", (1, 4, 1)),
    ],
)
def test_part_of_a_scalar_stands_in_it_or_is_the_scalar(
    nodes: Nodes, written: str, place: tuple[int, int, int]
) -> None:
    root, _ = nodes(f"a: {written}\n")
    assert isinstance(root, Mapping)
    scalar = root.entries[0][1]
    assert isinstance(scalar, Scalar)
    assert scalar.text == "abc def"
    assert scalar.part(4, 3) == Span("x.yaml", *place)
