"""What a misspelt word was probably meant to be, and names in a sentence."""

import pytest

from agendacli.words.guesses import guesses, hint
from agendacli.words.lists import listed


def test_guesses_begun_come_before_close_ones() -> None:
    assert guesses("pan", ("plan", "panel", "Panama")) == ("panel", "Panama")


def test_guesses_close_ones_without_accents() -> None:
    assert guesses("lajcek", ("Lajčák", "Lauber")) == ("Lajčák",)


def test_guesses_nothing() -> None:
    assert guesses("", ("a", "b")) == ()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        (["a"], "`a`"),
        (["a", "b"], "`a` and `b`"),
        (["a", "b", "c"], "`a`, `b` and `c`"),
        (list("abcdefghij"), "`a`, `b`, `c`, `d`, `e`, `f`, `g`, `h` and 2 more"),
    ],
)
def test_listed(names: list[str], expected: str) -> None:
    assert listed(names) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["panel-1", "lunch"], "did you mean `panel-1`?"),
        (["lunch", "closing"], "there are `closing` and `lunch`"),
        (["lunch"], "there is only `lunch`"),
        ([], "there is none"),
    ],
)
def test_hint(names: list[str], expected: str) -> None:
    assert hint("panel", names) == expected
