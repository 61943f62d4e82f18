"""What stands in for characters that an encoding lacks."""

import pytest

from agendacli.words.encodable import encodable, in_plain_signs, replacement


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("Jürg Lauber", "ascii", "Jurg Lauber"),
        ("Ju\u0308rg", "ascii", "Jurg"),
        ("Møller, Łódź, straße", "ascii", "Moller, Lodz, strase"),
        ("“Plenary” – 10:00…", "ascii", '"Plenary" - 10:00.'),
        ("ﬁnal №", "ascii", "final No"),
        ("夜 会", "ascii", "? ?"),
        ("Jürg 夜", "latin-1", "Jürg ?"),
        ("Jürg 夜", "utf-8", "Jürg 夜"),
        ("a\udc80", "utf-8", "a?"),
    ],
)
def test_encodable_text(text: str, encoding: str, expected: str) -> None:
    assert encodable(text, encoding) == expected


@pytest.mark.parametrize(("character", "expected"), [("a", "a"), ("é", "e"), ("\u0301", ""), ("–", "-"), ("夜", None)])
def test_replacement_of_a_character(character: str, expected: str | None) -> None:
    assert replacement(character, "ascii") == expected


def test_replacement_for_an_encoding_that_does_not_exist() -> None:
    assert replacement("a", "klingon") is None


def test_plain_signs_leave_letters_as_they_are() -> None:
    assert in_plain_signs("─▶ Zoë, Łódź") == "-> Zoë, Łódź"
