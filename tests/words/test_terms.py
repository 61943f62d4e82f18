"""Kinds, roles and names of rooms as they are compared."""

import pytest

from agendacli.words.terms import matching_names, matching_terms, term


def test_term_singular_and_without_hyphens() -> None:
    assert {term(each) for each in ("side event", "Side-Events", "SIDE_EVENT")} == {"side event"}


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("plenary", "Plenaries"),
        ("lunch", "lunches"),
        ("press conference", "press-conferences"),
        ("press", "presses"),
        ("box", "boxes"),
        ("head of delegation", "heads of delegation"),
        ("séance plénière", "seances plenieres"),
    ],
)
def test_term_of_a_plural_is_that_of_the_singular(singular: str, plural: str) -> None:
    assert term(singular) == term(plural)


def test_matching_terms_whole_only() -> None:
    known = ("thematic expert", "expert", "co-facilitator")
    assert matching_terms(("experts", "co facilitators"), known) == {"expert", "co-facilitator"}


def test_matching_names_the_name_itself_first() -> None:
    assert matching_names(("room m2",), ("Room M2", "Room M2 annex")) == {"Room M2"}


def test_matching_names_by_words() -> None:
    assert matching_names(("plenary", "m2"), ("Plenary Room", "Room M2", "GA Hall")) == {"Plenary Room", "Room M2"}


def test_matching_names_without_words_match_nothing() -> None:
    assert matching_names(("", "-"), ("Plenary Room",)) == frozenset()
