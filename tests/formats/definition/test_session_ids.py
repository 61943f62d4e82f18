from collections.abc import Callable

import pytest

from agendacli.formats.definition.nodes import Mapping, Node
from agendacli.formats.definition.session_ids import Name, id_to_state, item_names

Nodes = Callable[[str], tuple[Node | None, list[str]]]


@pytest.fixture
def named(nodes: Nodes) -> Callable[[str], list[tuple[Name, ...]]]:
    """The names of the items of each list in a text."""

    def read(text: str) -> list[tuple[Name, ...]]:
        root, _ = nodes(text)
        assert isinstance(root, Mapping)
        return item_names(value for _, value in root.entries)

    return read


Named = Callable[[str], list[tuple[Name, ...]]]


def ids(names: list[tuple[Name, ...]]) -> list[str]:
    return [each.id for found in names for each in found]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (["1: Lunch", "2: Lunch", "3: lunch"], ["lunch", "lunch-2", "lunch-3"]),
        (['1: "Talk: A"', '2: "Talk: B"', '3: "Talk: B"'], ["talk", "talk-b", "talk-b-2"]),
        (["1: Lunch", "2: Lunch", "3: Lunch 2"], ["lunch", "lunch-3", "lunch-2"]),
        (['1: "Talk: A"', '2: "Talk: B"', "3: Talk B"], ["talk", "talk-b-2", "talk-b"]),
        (["1: Lunch", "2: [no, title]", "{2: Dinner, id: lunch}"], ["lunch-2", "", "lunch"]),
        (["{1: A, id: a}", "{2: B, id: a}"], ["a", "a"]),
        (["{1: A, id: Not One}", "{1: A, id: [a]}"], ["a", "a-2"]),
        (["{1: A, id: go\u0301}"], ["gó"]),
        (["1: 昼食", "2: Обед", "3: 🎉", "4: 昼食"], ["昼食", "обед", "item", "昼食-2"]),
        (["1:", "room: X", "text", "{}"], ["", "", "", ""]),
    ],
)
def test_no_two_items_have_one_id_unless_it_is_stated(named: Named, items: list[str], expected: list[str]) -> None:
    assert ids(named("a:\n" + "".join(f"  - {each}\n" for each in items))) == expected


def test_names_say_which_id_is_taken(named: Named) -> None:
    assert named("a: [{1: Lunch}]\nb: text\nc: [{1: Lunch}, {1: Dinner}]\n") == [
        (Name("lunch"),),
        (),
        (Name("lunch-2", "lunch"), Name("dinner")),
    ]


@pytest.mark.parametrize(("title", "found"), [("Lunch", "lunch-3"), ("Lunch: late", "lunch-3"), ("Dinner", None)])
def test_new_item_states_an_id_where_its_title_is_there(title: str, found: str | None) -> None:
    assert id_to_state(title, {"lunch", "lunch-2"}) == found
