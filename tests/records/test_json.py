import json
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.records import json as json_formats
from agendacli.records.json import in_ascii
from agendacli.records.table import Record

RECORDS: list[dict[str, object]] = [
    {"id": "a/b", "title": "Überlebende „heute“", "end": None, "people": [{"name": "Ana Sánchez"}]},
    {"id": "a/c", "title": 'say "no"', "end": "2017-09-05", "people": []},
]


def to_json(records: Iterable[Record], fields: Sequence[str] | None = None) -> str:
    return "".join(json_formats.to_json(records, fields))


def to_jsonl(records: Iterable[Record], fields: Sequence[str] | None = None) -> str:
    return "".join(json_formats.to_jsonl(records, fields))


def test_to_json_is_an_indented_array_with_a_final_newline() -> None:
    assert to_json(RECORDS) == (
        """\
[
  {
    "id": "a/b",
    "title": "Überlebende „heute“",
    "end": null,
    "people": [
      {
        "name": "Ana Sánchez"
      }
    ]
  },
  {
    "id": "a/c",
    "title": "say \\"no\\"",
    "end": "2017-09-05",
    "people": []
  }
]
"""
    )


def test_to_json_of_nothing_is_an_empty_array() -> None:
    assert to_json([]) == "[]\n"


def test_to_json_picks_fields_in_the_order_asked() -> None:
    assert json.loads(to_json(RECORDS, ["people.0.name", "id"])) == [
        {"people.0.name": "Ana Sánchez", "id": "a/b"},
        {"people.0.name": None, "id": "a/c"},
    ]


def test_to_jsonl_is_one_object_a_line() -> None:
    assert to_jsonl(RECORDS) == (
        '{"id": "a/b", "title": "Überlebende „heute“", "end": null, "people": [{"name": "Ana Sánchez"}]}\n'
        '{"id": "a/c", "title": "say \\"no\\"", "end": "2017-09-05", "people": []}\n'
    )


def test_to_jsonl_of_nothing_is_nothing() -> None:
    assert to_jsonl([]) == ""


def test_to_jsonl_picks_fields_in_the_order_asked() -> None:
    assert to_jsonl(RECORDS, ["end", "id"]) == '{"end": null, "id": "a/b"}\n{"end": "2017-09-05", "id": "a/c"}\n'


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("\x1b[31m", "\\u001b[31m"),
        ("\x9b31m", "\\u009b31m"),
        ("a\u2028b", "a\\u2028b"),
        ("a\nb", "a\\nb"),
        ("\u202egnp", "\\u202egnp"),
        ("caf\udce9", "caf\\udce9"),
    ],
)
def test_to_jsonl_escapes_what_could_drive_a_terminal(text: str, escaped: str) -> None:
    assert to_jsonl([{"title": text}]) == f'{{"title": "{escaped}"}}\n'


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(st.characters(codec=None))))
def test_any_text_is_read_back_as_it_was(texts: list[str]) -> None:
    records = [{"title": each} for each in texts]

    lines = to_jsonl(records).encode().decode().splitlines()

    assert [json.loads(each) for each in lines] == json.loads(to_json(records)) == records


def test_in_ascii_is_the_same_json() -> None:
    records = [{"title": "Überlebende 👩 漢", "end": None}]
    assert in_ascii(to_jsonl(records)) == '{"title": "\\u00dcberlebende \\ud83d\\udc69 \\u6f22", "end": null}\n'
    assert json.loads(in_ascii(to_json(records))) == records


plain_words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | plain_words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(plain_words, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.dictionaries(plain_words, values, max_size=4), max_size=3))
def test_to_json_is_what_the_standard_library_writes(records: list[dict[str, object]]) -> None:
    assert to_json(records) == json.dumps(records, indent=2, ensure_ascii=False) + "\n"


def test_to_json_gives_a_piece_for_each_record() -> None:
    assert list(json_formats.to_json([{"id": "a"}, {"id": "b"}])) == [
        '[\n  {\n    "id": "a"\n  }',
        ',\n  {\n    "id": "b"\n  }',
        "\n]\n",
    ]
