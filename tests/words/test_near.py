import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.words.folded import normal
from agendacli.words.near import NearNames, nearest, plain, suggestion

NAMES = ("Rafael Mariano Grossi", "Mark Shaw", "Marc Pecsteen de Buytswerve", "Juan José Gómez Camacho", "Room 1")


@pytest.mark.parametrize(
    ("name", "compared"),
    [("  Jo   DOE ", "jo doe"), ("Go\u0301mez", "g\u00f3mez"), ("Gomez", "gomez"), ("Stra\u00dfe", "strasse")],
)
def test_normal_ignores_case_and_white_space_only(name: str, compared: str) -> None:
    assert normal(name) == compared


@pytest.mark.parametrize(
    ("name", "guessed"), [("Gómez-Camacho, J.", "gomez camacho j"), ("Room M2", "room m2"), ("—", "")]
)
def test_plain_ignores_accents_and_punctuation_too(name: str, guessed: str) -> None:
    assert plain(name) == guessed


@pytest.mark.parametrize(
    ("word", "found"), [("titel", "title"), ("Room", "room"), ("weather", None), ("", None), ("rooom", "room")]
)
def test_nearest_gives_the_word_that_is_most_alike(word: str, found: str | None) -> None:
    assert nearest(word, ("title", "room", "zone")) == found


def test_nearest_does_not_depend_on_the_order_of_the_words() -> None:
    assert nearest("etc gmt 1", {"Etc/GMT+1", "Etc/GMT-1"}) == nearest("etc gmt 1", ["Etc/GMT-1", "Etc/GMT+1"])


def test_suggestion_ends_a_message_or_says_nothing() -> None:
    assert suggestion("titel", ["title"]) == "; did you mean `title`?"
    assert suggestion("weather", ["title"]) == ""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Rafael Mariano Grosi", "Rafael Mariano Grossi"),
        ("Rafael Grossi Mariano", None),
        ("Rafael M. Grossi", None),
        ("Juan Jose Gomez Camacho", "Juan José Gómez Camacho"),
        ("Marc Shaw", "Mark Shaw"),
        ("Room 2", None),
        ("Rooom 1", "Room 1"),
        ("Nobody Like Them", None),
    ],
)
def test_near_names_finds_a_slip_and_nothing_else(name: str, found: str | None) -> None:
    assert NearNames(NAMES, cutoff=0.84).nearest(name) == found


def test_near_names_suggests_like_suggestion() -> None:
    near = NearNames(["vienna", "graz"])
    assert [near.suggestion(name) for name in ("viena", "viena", "linz")] == ["; did you mean `vienna`?"] * 2 + [""]


def test_near_names_does_not_compare_by_a_word_that_too_many_have() -> None:
    many = NearNames([f"Speaker {'x' * n}" for n in range(300)])
    assert many.nearest("Speaker Johanna") is None


def test_near_names_of_a_name_without_end_finds_nothing() -> None:
    assert NearNames(NAMES).nearest("Rafael " * 100_000) is None


def test_near_names_of_nothing_finds_nothing() -> None:
    assert NearNames([]).nearest("Jo Doe") is None


@given(st.text(st.characters(codec="utf-8", categories=["L"]), min_size=5, max_size=12), st.integers(0, 11))
def test_near_names_finds_every_name_that_lacks_one_letter(word: str, place: int) -> None:
    name = f"{word} Doe"
    slip = name[:place] + name[place + 1 :]
    same = slip == name or plain(slip) == plain(name) or not plain(slip)
    assert same or NearNames([name]).nearest(slip) == nearest(slip, [name])
