"""Doubts that somebody noted in comments."""

from agendacli.formats.definition.yaml.doubts import doubts_in


def test_doubt_is_a_comment_and_no_text_in_quotes() -> None:
    text = 'title: "Tea # ? no doubt"\nroom: Hall  # ? or Attic\n'
    assert [*doubts_in(text)] == [(2, (13, "or Attic"))]


def test_doubt_is_found_in_what_is_no_yaml_too() -> None:
    assert [*doubts_in("title: [Tea  # ? or cake\n}\n")] == [(1, (14, "or cake"))]
