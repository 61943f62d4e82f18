import pytest

from agendacli.records.table import cell_text, field_value, pickers

RECORD = {
    "id": "vienna/panel-1",
    "end": None,
    "sources": ["letter:41", "web:19"],
    "people": [{"id": "sanchez", "name": "Ana Sánchez", "role": "panellist", "confirmed": True}],
}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", "vienna/panel-1"),
        ("end", None),
        ("sources", ["letter:41", "web:19"]),
        ("sources.1", "web:19"),
        ("sources.2", None),
        ("sources.-1", None),
        ("sources.first", None),
        ("people.0.name", "Ana Sánchez"),
        ("people.0.shoe", None),
        ("id.0", None),
        ("end.0", None),
        ("shoe", None),
        ("", None),
    ],
)
def test_picked_reaches_inside_or_gives_nothing(name: str, value: object) -> None:
    assert field_value(RECORD, name) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("a\tb", "a\tb"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (90, "90"),
        ([], ""),
        (["letter:41", "web:19"], "letter:41; web:19"),
        ({"id": None, "name": "Ana Sánchez", "role": "chair", "confirmed": True}, "Ana Sánchez (chair)"),
        ({"name": "Ana Sánchez", "role": "chair", "confirmed": False}, "Ana Sánchez (chair, to be confirmed)"),
        ([{"name": "A", "role": "chair"}, {"name": "B", "role": "host"}], "A (chair); B (host)"),
        ([{"start": "a", "end": "b"}, {"start": "c", "end": "d"}], "a/b; c/d"),
        ({"message": "first given here", "file": None, "line": 3}, "message: first given here, line: 3"),
    ],
)
def test_cell_text_is_one_text(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_pickers_pick_in_the_order_of_the_names() -> None:
    names = ["sources.1", "id", "end", "id", "shoe", "people.0.shoe"]
    assert [pick(RECORD) for pick in pickers(names)] == [field_value(RECORD, name) for name in names]
