"""People who look odd as they were read: a firm, half a name, a word before them that may be a role."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.values.odd.people import with_odd_people
from agendacli.formats.documents.values.odd.signatures import MAY_SIGN
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.sorting import BY_FORM
from agendacli.formats.documents.values.told import Asked, Told, ToldPerson, ToldSession


def doubts(title: str, *people: str, page: int = 0) -> list[tuple[str, ...]]:
    said = tuple(ToldPerson(name, "", "speaker", Line(name, n + 2, page)) for n, name in enumerate(people))
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


@pytest.mark.parametrize(("text", "is_firm"), [("Mercy Wambui, Harbour Office", False), ("Pilot Mercy Wambui", True)])
def test_who_has_a_position_behind_the_name_has_no_firm_behind_it(text: str, *, is_firm: bool) -> None:
    position = text.replace("Mercy Wambui", "").strip(", ")
    first = ToldPerson("Mercy Wambui", position, "speaker", Line(text, 2))
    second = ToldPerson("Zurvano Holtz", "", "speaker", Line("Zurvano Holtz", 3))
    session = ToldSession(Told(None), Told(540), Told(None), Told("Tides"), people=(first, second))
    reasons = ("it may be where Mercy Wambui is from",) if is_firm else ()
    assert [each.doubts for each in with_odd_people(session).people] == [(), reasons]


def test_a_name_that_says_of_what_may_be_an_office() -> None:
    assert doubts("Tides", "Leiterin des Hafens") == [("it may be an office",)]


def test_a_name_may_go_on_in_the_next_line_of_a_page() -> None:
    halves = [("the name may go on",), ("the name may go on from Mme Fatou",)]
    assert doubts("Tides", "Mme Fatou", "Binta Barry", page=1) == halves
    assert doubts("Tides", "Mme Fatou", "Binta Barry") == [(), ()]
    assert doubts("Tides", "Mag. Cornelia", page=1) == [("the name may go on",)]
    assert doubts("Tides", "Mary Tudge", "Karim", page=1) == [(), ("the name may go on",)]
    assert doubts("Tides", "J. Cornelia", page=1) == [()]


def test_a_word_before_somebody_in_a_title_may_be_a_role() -> None:
    reason = "named in the title, behind a word that may be a role"
    assert doubts("Opening Steward: Ida Holm", "Ida Holm") == [(reason,)]
    assert doubts("Opening by Ida Holm", "Ida Holm") == [()]


def test_nobody_is_not_odd() -> None:
    assert doubts("Tides") == []


def marked(text: str, name: str = "x.txt") -> list[list[str]]:
    """The people of each session, each with the reasons of this module behind the name."""
    known = {BY_FORM, MAY_SIGN}
    found = sessions_of(read_document(f"9 March 2026\n\n{text}".encode(), name), Asked())[0]
    return [[" ?".join((one.name, *sorted(known & {*one.doubts}))) for one in each.people] for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:00 Muster, Engine Bay\n10:00 Walk, Engine Bay\n11:00 Talk, Engine Bay\n", f"Engine Bay ?{BY_FORM}"),
        ("9:00 Muster (Engine Bay)\n10:00 Talk (Engine Bay)\n11:00 Tea (Engine Bay)\n", f"Engine Bay ?{BY_FORM}"),
        ("9:00 Appel – Grue Verte\n10:00 Repas – Grue Verte\n11:00 Thé – Grue Verte\n", f"Grue Verte ?{BY_FORM}"),
        ("9:00 Muster, Zorb Quint\n10:00 Walk, Zorb Quint\nGuide: Zorb Quint\n11:00 Talk, Zorb Quint\n", "Zorb Quint"),
        ("9:00 Muster, J. Quint\n10:00 Walk, J. Quint\n11:00 Talk, J. Quint\n", "J. Quint"),
    ],
)
def test_nothing_but_its_form_and_place_speaks_for_a_name(text: str, expected: str) -> None:
    assert marked(text)[0] == [expected]


def test_in_a_column_of_people_nobody_is_one_by_the_form_alone() -> None:
    assert marked("| Time | What | Who |\n|---|---|---|\n| 9:00 | Tea | Zorb Quint |\n", "x.md") == [["Zorb Quint"]]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("If all goes wrong, ring Daphne, at any hour.\nDaphne Lockyer, Secretary", f"Daphne Lockyer ?{MAY_SIGN}"),
        ("En cas de problème, appelez-nous sans hésiter.\nAnne Morel, secrétaire", f"Anne Morel ?{MAY_SIGN}"),
        ("Bitte bringt gute Laune mit.\nAnke Vogt, Schriftführerin", f"Anke Vogt ?{MAY_SIGN}"),
        ("Os esperamos a todos con ilusión.\nAna Gil, secretaria", f"Ana Gil ?{MAY_SIGN}"),
        ("\nDaphne Lockyer\nSecretary", f"Daphne Lockyer ?{MAY_SIGN}"),
        ("Daphne Lockyer, Secretary", "Daphne Lockyer"),
        ("If all goes wrong, ring Daphne, at any hour.\nHost: Daphne Lockyer", "Daphne Lockyer"),
    ],
)
def test_who_stands_apart_below_the_last_session_may_sign(below: str, expected: str) -> None:
    assert marked(f"9:00 Boats\n14:00 Departure\n{below}\n") == [[], [expected]]


def test_who_stands_behind_a_gap_everywhere_signs_nothing() -> None:
    assert marked("9:00 Boats\n\nIda Holm\n\n14:00 Walk\n\nAnn Coyne\n") == [["Ida Holm"], ["Ann Coyne"]]


@pytest.mark.parametrize("line", ["Ida and Jonas Holm", "Ida & Jonas Holm", "Ida und Jonas Holm", "Ida et Jonas Holm"])
def test_two_may_have_one_family_name(sessions: Callable[..., tuple[ToldSession, ...]], line: str) -> None:
    (found,) = sessions(f"9 March 2026\n\n9:00 Boats\n{line}\n")
    assert [(each.name, each.doubts) for each in found.people] == [
        ("Ida", ("the family name may stand behind the next one",)),
        ("Jonas Holm", ()),
    ]


@pytest.mark.parametrize(("text", "is_doubted"), [("Ida Holm (Chairman)", True), ("Ida Holm (Chairman of all)", False)])
def test_a_word_for_a_role_behind_a_name_may_be_an_office(text: str, *, is_doubted: bool) -> None:
    person = ToldPerson("Ida Holm", "", "chair", Line(text, 2))
    session = ToldSession(Told(None), Told(540), Told(None), Told("Tides"), people=(person,))
    reasons = ("the word behind the name may be an office",) if is_doubted else ()
    assert [each.doubts for each in with_odd_people(session).people] == [reasons]


def test_a_town_that_is_a_given_name_is_doubted() -> None:
    line = Line("Florian Holm, Jena", 2)
    said = tuple(ToldPerson(name, "", "speaker", line) for name in ("Florian Holm", "Jena"))
    session = ToldSession(Told(None), Told(540), Told(None), Told("Tides"), people=said)
    assert [each.doubts for each in with_odd_people(session).people] == [(), ("it may be where Florian Holm is from",)]
