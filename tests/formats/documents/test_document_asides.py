"""Who is named and takes no part: who made a piece, whom it honours, where a group is from, and whom to ask."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]
DAY = "6 June 2026\n\n"
ODD = "?seems to name a person"


@pytest.mark.parametrize(
    "title",
    [
        "Requiem (Gabriel Fauré)",
        "Requiem by Gabriel Fauré",
        "Clara Schumann: Trio in g-Moll",
        "Piano Sonata, Clara Schumann",
        "Coro Cantabile (Santiago de Compostela)",
        "Blaskapelle Au (Martin Ahlers)",
        "Songs by Franz Schubert",
        "Festkonzert zu Ehren von Petra Ahlers",
        "Homenaje a Pedro Soler",
        "Hommage à la chanteuse Marie Savary",
        "Verabschiedung von Petra Ahlers",
        "Exhibition of paintings by Ida Holm",
        "Film: El sur (Ana Ruiz)",
    ],
)
def test_makers_towns_and_who_is_honoured_are_none_of_the_people_and_the_title_is_doubted(
    shown: Shown, title: str
) -> None:
    (found,) = shown(f"{DAY}19:00 {title}\n")
    assert found.startswith(f"2026-06-06 19:00- {title} ?")


@pytest.mark.parametrize("title", ["J. S. Bach: Magnificat", "Magnificat (J. S. Bach)"])
def test_a_maker_with_initials(shown: Shown, title: str) -> None:
    assert shown(f"{DAY}19:00 {title}\n") == [f"2026-06-06 19:00- {title}"]


def test_who_is_honoured_with_an_honorific(shown: Shown) -> None:
    assert "+" not in shown(f"{DAY}19:00 Hommage à Mme Marie Savary\n")[0]


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("How we count moss (Ida Holm)", "Ida Holm"),
        ("Requiem (Dr. Ida Holm)", "Dr. Ida Holm"),
        ("Requiem (Gabriel Fauré), with Ida Holm", "Ida Holm"),
        ("Sonata in A (César Franck), Ida Holm", "Ida Holm"),
        ("Hommage par Ida Holm", "Ida Holm"),
        ("Verabschiedung durch Ida Holm", "Ida Holm"),
        ("Film night (Ida Holm)", "Ida Holm"),
        ("Kinderchor (Dirigent: Ida Holm)", "Ida Holm"),
    ],
)
def test_who_talks_plays_or_leads_is_one(shown: Shown, title: str, who: str) -> None:
    (found,) = shown(f"{DAY}19:00 {title}\n")
    assert f"+{who} ({'chair' if 'Leitung' in title else 'speaker'})" in found
    assert found.count("+") == 1


def test_who_stands_below_a_piece_may_have_made_it(shown: Shown) -> None:
    found = shown(f"{DAY}19:00 Requiem\nGabriel Fauré\n20:00 Sonatas\nIda Holm (piano)\n")
    assert found == [
        "2026-06-06 19:00- Requiem +Gabriel Fauré (speaker) ?whoever is named with a piece may have made it",
        "2026-06-06 20:00- Sonatas +Ida Holm, piano (speaker)",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Contact: Jane Hall, 01632 960123",
        "Further enquiries: Jane Hall",
        "Ansprechpartnerin: Petra Ahlers",
        "Kontakt Petra Ahlers",
        "To honour Ida Holm",
        "zu Ehren von Petra Ahlers",
        "In memoriam Ida Holm",
    ],
)
def test_who_is_asked_or_remembered_below_a_title_is_none(shown: Shown, line: str) -> None:
    assert shown(f"{DAY}19:00 Opening\n{line}\n")[0].startswith(f"2026-06-06 19:00- Opening ~{line}")
