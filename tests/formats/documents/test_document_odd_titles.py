"""Doubts that a title raises by how it looks and by what stands below it."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.values.odd.titles import odd_title
from agendacli.formats.documents.values.told import Told, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]

SENSE = PeopleSense({"tides"})


def doubts(title: str, *below: str, page: int = 0) -> list[str]:
    notes = tuple(Line(text, n, page) for n, text in enumerate(below, 6))
    told = ToldSession(Told(None), Told(540), Told(None), Told(title, (Line(title, 5, page),)), notes=notes)
    return [*odd_title(told, SENSE)]


@pytest.mark.parametrize("title", ["Tides of the", "Lower Bound for F", "Gezeiten und", "Mareas de la"])
def test_a_title_that_ends_as_if_it_went_on(title: str) -> None:
    assert doubts(title) == ["ends as if it went on"]


@pytest.mark.parametrize("title", ["Session A", "Group B", "Tides (part 2)", "“Silt”"])
def test_a_title_that_ends(title: str) -> None:
    assert doubts(title) == []


def test_a_title_that_holds_more_than_itself() -> None:
    assert doubts("Tides (and gauges") == ["a bracket or a quotation mark in it is not closed"]
    assert doubts("Tides, Chair: Ida Holm") == ["a role is named in it"]
    assert doubts("Tides 9:00-10:00") == ["a time stands in it"]


@pytest.mark.parametrize(
    "title",
    [
        "Sleeping at The Old Mill, a history",
        "Essen im Roten Ochsen (Selbstzahler)",
        "Tanz auf dem Kleinen Anger",
        "Repas au Lion Bleu – à la carte",
    ],
)
def test_where_a_title_may_say_that_it_is(title: str) -> None:
    assert [each.endswith("may be a room") for each in doubts(title)] == [True]


def test_a_title_of_one_word_above_another_line_of_its_page() -> None:
    assert doubts("Computing", "Bianchi-Maass forms", page=2) == ["it may go on in the line below it"]
    assert doubts("Computing", "Bianchi-Maass forms") == []
    assert doubts("Lunch", "with music", page=2) == []


def test_who_may_be_a_person_below_a_title() -> None:
    assert doubts("Tides and gauges", "Zoltanka Vrbin", "about silt") == ["`Zoltanka Vrbin` below it may be a person"]


def test_company_in_a_line_below_a_title_may_be_people() -> None:
    assert doubts("Tides", "Picture-book hour with Zoltanka Vrbin") == [
        "`Picture-book hour with Zoltanka Vrbin` below it may name a person"
    ]


@pytest.mark.parametrize(
    ("title", "is_doubted"),
    [
        ("Coach leaves York (Leeman Road exit)", True),
        ("Tides (repeat)", False),
        ("Tides (English)", False),
        ("Tides (J. S. Bach)", False),
        ("Tides (part 2)", False),
    ],
)
def test_words_in_brackets_may_be_a_place(title: str, *, is_doubted: bool) -> None:
    assert any(each.endswith("may be where it is, or who speaks") for each in doubts(title)) == is_doubted


@pytest.mark.parametrize(
    ("title", "reasons"),
    [
        ("Paella gigante. Frontón.", ["`Frontón` may be a room"]),
        ("Paella gigante. Con música.", []),
        ("Background; Zoltanka Vrbin, analyst (Hall)", ["reads as if it named a person"]),
        ("Paella gigante. Nora Weiss.", []),
        ("St. Johns", []),
    ],
)
def test_a_word_behind_a_full_stop_may_be_a_room(title: str, reasons: list[str]) -> None:
    assert doubts(title) == reasons


def test_who_may_be_people_in_a_title_or_below_it() -> None:
    assert doubts("Tides and gauges – Zoltanka Vrbin") == ["reads as if it named a person"]
    assert doubts("Tides", "Zoltanka Vrbin, Elspo Gunn") == ["`Zoltanka Vrbin, Elspo Gunn` below it may be a person"]


def test_below_heads_of_columns_of_which_none_was_read_titles_are_doubted(sessions: Sessions) -> None:
    found = sessions("9 March 2026\n\nTime Title Speaker Room\n9:00 Tides Nora Weiss Lab 3\n")
    assert [(each.room, each.title.doubts) for each in found] == [
        (None, ("heads of columns stand above it, and no columns were read", "seems to name a person"))
    ]


def test_a_day_beside_a_session_that_is_not_its_own_is_doubted(sessions: Sessions) -> None:
    found = sessions("Monday 9 March 2026\n\n9:00 Tides\n10:00 Silt on Tuesday\n")
    assert [each.day.doubts for each in found] == [(), ("`Tuesday` is printed with it",)]


@pytest.mark.parametrize(
    ("title", "pieces", "reasons"),
    [
        ("Lunch at the Red Lion", (), ["`Red Lion` may be a room"]),
        ("Talk at noon", (), []),
        ("Welcome Chair", ("Welcome", "Chair"), ["`Chair` stands apart in it"]),
        ("Talk on Galleys", ("Talk on", "Galleys"), []),
        ("Talk on Galleys", ("Talk", "on Galleys of the old sea"), []),
    ],
)
def test_what_is_somewhere_or_stands_apart_is_doubted(title: str, pieces: tuple[str, ...], reasons: list[str]) -> None:
    told = ToldSession(Told(None), Told(540), Told(None), Told(title, (Line(title, 5, pieces=pieces),)))
    assert [*odd_title(told, SENSE)] == reasons


@pytest.mark.parametrize(
    ("title", "doubted"),
    [
        ("Birds of the lakes, binoculars provided for those who need some", True),
        ("Vögel am See, festes Schuhwerk wird dringend empfohlen bei Regen", True),
        ("Oiseaux des étangs, jumelles fournies pour ceux qui en veulent", True),
        ("Aves del lago, prismáticos disponibles para quien no los tenga", True),
        ("Birds, sulphide or the colour of old lake mud", False),
        ("Birds of the lakes, boots provided", False),
        ("Birds of the lakes, with a walk for all who come", False),
    ],
)
def test_many_small_words_behind_a_comma_may_be_a_remark(title: str, *, doubted: bool) -> None:
    assert any(each.endswith("may be a remark") for each in doubts(title)) == doubted
