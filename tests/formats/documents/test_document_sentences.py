"""People whom sentences below a title name, where nothing else says who takes part: each with a doubt."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.sentences import IN_SENTENCE
from agendacli.formats.documents.values.told import ToldSession
from agendacli.words.honorifics import name_and_honorifics

Sessions = Callable[..., tuple[ToldSession, ...]]


def named(found: tuple[ToldSession, ...]) -> list[str]:
    """The people of the first session, each with the role."""
    return [f"{each.name} ({each.role})" for each in found[0].people]


@pytest.mark.parametrize(
    ("title", "below", "expected"),
    [
        ("Wide game", "Run by Gareth Rhys. Long trousers.", ["Gareth Rhys (speaker)"]),
        ("Opening", "Opened by the County Clerk, Owen Prys. Badges on.", ["Owen Prys (speaker)"]),
        ("Tour", "See the boiler. Fireman Keith Dale lets you pull the lever.", ["Keith Dale (speaker)"]),
        ("Service", "Rev. Paul Orme. All welcome.", ["Rev. Paul Orme (speaker)"]),
        ("Kindertanz", "mit Traudl Obinger. Für Kinder ohne Eltern", ["Traudl Obinger (speaker)"]),
        ("Wanderung", "Geführt von Xaver Stein. Einkehr nicht inbegriffen.", ["Xaver Stein (speaker)"]),
        ("Podium: Ufer", "Es diskutieren Anna Berg, Ben Wald.", ["Anna Berg (panellist)", "Ben Wald (panellist)"]),
        ("Visite", "Guidée par Baptiste Courneau, luthier. Bonnes chaussures.", ["Baptiste Courneau (speaker)"]),
        ("Audience", "Des élèves, sous la présidence de M. le juge Paul Brun.", ["Paul Brun (chair)"]),
        ("Entrega", "Jurado presidido por Carolina Oyarte.", ["Carolina Oyarte (chair)"]),
        ("Cata", "Dirige la cata Esperanza Rubio.", ["Esperanza Rubio (speaker)"]),
        ("Welcome dinner", "Short remarks by our chairman, Lord Henry Ash", ["Lord Henry Ash (speaker)"]),
    ],
)  # fmt: skip
def test_who_is_named_below(title: str, below: str, expected: list[str], sessions: Sessions) -> None:
    assert named(sessions(f"Programme\n\nMonday, 6 July 2026\n\n10:00 {title}\n{below}\n\n11:00 Walk\n")) == expected


@pytest.mark.parametrize(
    "below",
    [
        "Tickets from Anna Berg at the office.",
        "Questions? Call Anna Berg. Thanks.",
        "Works by Anna Berg and others.",
        "With the Gower Skiffle Band. All ages.",
        "Bring boots and a lamp.",
        f"We saw {'the long green path along the wall ' * 9} and Anna Berg.",
    ],
)
def test_who_takes_no_part(below: str, sessions: Sessions) -> None:
    assert named(sessions(f"Programme\n\nMonday, 6 July 2026\n\n10:00 Talk\n{below}\n\n11:00 Walk\n")) == []


def test_in_a_sentence_over_two_lines(sessions: Sessions) -> None:
    text = "Urkunden werden gelesen, mit Ursel Hahn und\nArchivar Matthias Pohl. Bitte pünktlich!"
    people = sessions(f"Montag, 6. Juli 2026\n\n10:00 Sprechstunde\n{text}\n\n11:00 Rundgang\n")[0].people
    assert [(each.name, each.line.line) for each in people] == [("Ursel Hahn", 4), ("Matthias Pohl", 5)]
    assert all(IN_SENTENCE in each.doubts for each in people)


def test_beside_somebody_who_leads(sessions: Sessions) -> None:
    text = "10:00 Podium: Ufer\nModeration: Ida Holm\nEs diskutieren Anna Berg und Peter Wald.\n"
    people = sessions(f"Montag, 6. Juli 2026\n\n{text}")[0].people
    assert [(each.name, each.role) for each in people] == [
        ("Ida Holm", "moderator"),
        ("Anna Berg", "panellist"),
        ("Peter Wald", "panellist"),
    ]


def test_not_in_a_break(sessions: Sessions) -> None:
    text = "Programme\n\nMonday, 6 July 2026\n\n10:00 Coffee break\nFireman Keith Dale lets you pull the lever.\n"
    assert sessions(text)[0].people == ()


def test_who_stands_behind_the_title_of_a_work(sessions: Sessions) -> None:
    text = "Monday, 6 July 2026\n\n10:00 Short talks\nIn the yard.\n“Tides of the north” Ida Holm\n\n11:00 Walk\n"
    assert named(sessions(text)) == ["Ida Holm (speaker)"]


@pytest.mark.parametrize(
    "line", ["With the Harbour Choir", "Cuarteto Almazán. Entrada libre.", "The Domstad Youth Choir"]
)
def test_a_group_below_a_title_is_nobody_and_a_doubt(sessions: Sessions, line: str) -> None:
    (found,) = sessions(f"9 March 2026\n\n20:00 Summer concert\n{line}\n")
    assert found.people == ()
    assert [each for each in found.title.doubts if each.endswith("names a group, not a person")]


def test_who_is_named_behind_a_short_word_and_an_apostrophe_takes_part(sessions: Sessions) -> None:
    (found,) = sessions("9 March 2026\n\n10:00 Visite\nSous la conduite d’Odile Fontaine ; groupe de douze\n")
    assert [(each.name, bool(each.doubts)) for each in found.people] == [("Odile Fontaine", True)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Holm and Quilla Marsh explain what a tide is.",
        "Ida Holm und Quilla Marsh zeigen, was eine Tide ist.",
        "Ida Holm et Quilla de la Marsh racontent.",
        "Ida Holm y Quilla Marsh leen sus cuentos.",
    ],
)
def test_two_of_whom_a_sentence_tells_take_part(sessions: Sessions, sentence: str) -> None:
    (found,) = sessions(f"9 March 2026\n\n10:00 Welcome\n{sentence}\n")
    names = [(each.name.replace(" de la", ""), each.position, bool(each.doubts)) for each in found.people]
    assert names == [("Ida Holm", "", True), ("Quilla Marsh", "", True)]


@pytest.mark.parametrize(
    ("sentence", "positions"),
    [
        ("Schulleiterin Dr. Ida Holm und Hausmeister Jonas Falk begrüßen alle.", ["Schulleiterin", ""]),
        ("The headteacher Ida Holm and the organist Jonas Falk welcome you.", ["", ""]),
    ],
)
def test_two_with_their_offices_of_whom_a_sentence_tells_take_part(
    sessions: Sessions, sentence: str, positions: list[str]
) -> None:
    (found,) = sessions(f"9 March 2026\n\n10:00 Welcome\n{sentence}\n")
    assert [name_and_honorifics(each.name)[0] for each in found.people] == ["Ida Holm", "Jonas Falk"]
    assert [each.position for each in found.people] == positions
    assert all(each.doubts for each in found.people)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Ida Holm and North Sea Rescue show boats.", "what stands behind *and* may be somebody else"),
        ("Ida Holm, Coast Office", ""),
    ],
)
def test_a_position_that_may_be_none_is_doubted(sessions: Sessions, text: str, doubt: str) -> None:
    (found,) = sessions(f"9 March 2026\n\n10:00 Welcome\n{text}\n")
    assert [each.doubts for each in found.people] == [(doubt,) if doubt else ()]
