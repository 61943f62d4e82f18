"""People who look odd as they were read: a firm, half a name, a word before them that may be a role."""

import pytest

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.values.odd.people import with_odd_people
from agendacli.formats.documents.values.told import Told, ToldPerson, ToldSession


def doubts(title: str, *people: str, page: int = 0, position: str = "") -> list[tuple[str, ...]]:
    said = tuple(ToldPerson(name, position, "speaker", Line(name, n + 2, page)) for n, name in enumerate(people))
    session = ToldSession(Told(None), Told(540), Told(None), Told(title), people=said)
    return [each.doubts for each in with_odd_people(session).people]


@pytest.mark.parametrize(
    ("people", "found"),
    [
        (("Mercy Wambui", "Zurvano Holtz"), [(), ("it may be where Mercy Wambui is from",)]),
        (("Zurvano Holtz", "Mercy Wambui"), [(), ()]),
        (("Mercy Wambui", "Dr Zurvano Holtz"), [(), ()]),
    ],
)
def test_the_second_may_be_where_the_first_is_from(people: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    assert doubts("Tides", *people) == found


def test_who_has_a_position_has_no_firm_behind_it() -> None:
    assert doubts("Tides", "Mercy Wambui", "Zurvano Holtz", position="Harbour Office") == [(), ()]


def test_a_name_may_go_on_in_the_next_line_of_a_page() -> None:
    halves = [("the name may go on",), ("the name may go on from Mme Fatou",)]
    assert doubts("Tides", "Mme Fatou", "Binta Barry", page=1) == halves
    assert doubts("Tides", "Mme Fatou", "Binta Barry") == [(), ()]


def test_a_word_before_somebody_in_a_title_may_be_a_role() -> None:
    reason = "named in the title, behind a word that may be a role"
    assert doubts("Opening Steward: Ida Holm", "Ida Holm") == [(reason,)]
    assert doubts("Opening by Ida Holm", "Ida Holm") == [()]


def test_nobody_is_not_odd() -> None:
    assert doubts("Tides") == []
