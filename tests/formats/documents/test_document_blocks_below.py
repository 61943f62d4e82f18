"""What stands in blocks of its own below a time: the title, the place, who takes part, how long it lasts."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]

DAY = "Saturday, 14 March 2026\n\n"


def page(*blocks: str) -> str:
    return f"<h2>Samedi 14 mars 2026</h2><p>{blocks[0]}</p><h3>{blocks[1]}</h3>" + "".join(
        f"<p>{each}</p>" for each in blocks[2:]
    )


@pytest.mark.parametrize(
    "place",
    [
        "Place du Lavoir",
        "Place de la République",
        "Grande scène",
        "Scène du Lac",
        "Escenario principal",
        "Café du Pont",
        "Gate 1",
        "Schalter 4",
        "Puerta 3",
    ],
)
def test_a_place_below_the_title_is_the_room(shown: Shown, place: str) -> None:
    assert shown(page("20h30", "Bal des enfants", place, "Gratuit."), "x.html") == [
        f"2026-03-14 20:30- Bal des enfants @{place} ~Gratuit."
    ]


@pytest.mark.parametrize(
    ("length", "end"),
    [
        ("Durée : 1h.", "21:30"),
        ("Durée : env. 1 h 15", "21:45"),
        ("Dauer: ca. 90 Minuten", "22:00"),
        ("Duración: 2 horas", "22:30"),
        ("Running time 45 min", "21:15"),
        ("(50 min)", "21:20"),
    ],
)
def test_a_length_below_the_title_gives_the_end_with_a_doubt(shown: Shown, length: str, end: str) -> None:
    (said,) = shown(page("20h30", "Bal des enfants", length), "x.html")
    assert said.startswith(f"2026-03-14 20:30-{end} Bal des enfants ?the start and the printed length, ")


def test_a_length_below_a_title_with_an_end_is_a_note(shown: Shown) -> None:
    assert shown(page("20h30 – 22h", "Bal", "Durée : 1h"), "x.html") == ["2026-03-14 20:30-22:00 Bal ~Durée : 1h"]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "Led by Mr Gethin Pryce. Limited to 16; bring a hand lens.",
            "+Mr Gethin Pryce (speaker) ~Limited to 16; bring a hand lens. ?`led by` is taken for speaker",
        ),
        (
            "Animé par Solveig Kermarrec. Inscription avant le 4 juillet.",
            "+Solveig Kermarrec (moderator) ~Inscription avant le 4 juillet.",
        ),
        (
            "Leitung: Prof. Dr. Ida Holm. Bitte Schere mitbringen.",
            "+Prof. Dr. Ida Holm (chair) ~Bitte Schere mitbringen.",
        ),
        ("A cargo de Nerea Gascón. Plazas limitadas.", "+Nerea Gascón (speaker) ~Plazas limitadas."),
        (
            "In the chair: Dr Rosalind Peverell, President. The accounts are printed overleaf.",
            "+Dr Rosalind Peverell, President (chair) ~The accounts are printed overleaf.",
        ),
        ("Led by whoever comes. Limited to 16 people.", "~Led by whoever comes. Limited to 16 people."),
    ],
)
def test_sentences_behind_people_are_notes(shown: Shown, line: str, people: str) -> None:
    text = f"{DAY}10:00-11:00 Mosses and their names\n{line}\n"
    assert shown(text) == [f"2026-03-14 10:00-11:00 Mosses and their names {people}"]


@pytest.mark.parametrize("line", ["Mr Gethin Pryce-Hughes, Hazelbury Museum", "Martin Kern, City Library"])
def test_a_person_from_a_house_is_no_room(shown: Shown, line: str) -> None:
    assert shown(f"{DAY}10:00-11:00 Sphagnum: a resurvey\n{line}\n") == [
        f"2026-03-14 10:00-11:00 Sphagnum: a resurvey +{line} (speaker)"
    ]


def test_a_house_called_after_a_person_is_a_room(shown: Shown) -> None:
    assert shown(f"{DAY}10:00-11:00 Sphagnum: a resurvey\nMartin Luther Hall, Room 2\n") == [
        "2026-03-14 10:00-11:00 Sphagnum: a resurvey @Martin Luther Hall, Room 2"
    ]


@pytest.mark.parametrize(
    ("title", "room"),
    [
        ("Reception hosted by the Chair", "VIC Restaurant"),
        ("Dinner hosted by the City of Basel", "Rathaussaal"),
        ("Débat, animé par le comité de quartier", "Salle 4"),
        ("Taller, a cargo de la comisión de fiestas", "Sala 2"),
        ("Musik, moderiert von der Klasse 7b", "Aula"),
    ],
)
def test_words_for_a_role_before_nobody_stay_in_the_title(shown: Shown, title: str, room: str) -> None:
    (said,) = shown(f"{DAY}18:30-20:00 {title}, {room}\n")
    assert said.startswith(f"2026-03-14 18:30-20:00 {title} @{room} ?a role is named in it")


def test_words_for_a_role_before_somebody_part_the_title(shown: Shown) -> None:
    assert shown(f"{DAY}18:30-20:00 Reception, hosted by the Mayor, Ms. Ida Holm\n") == [
        "2026-03-14 18:30-20:00 Reception +Ms. Ida Holm, Mayor (host)"
    ]


@pytest.mark.parametrize(
    ("sentence", "at_lunch"),
    [
        ("The session will be held in Conference Room C3.", ""),
        ("Everything takes place in Conference Room C3.", " @Conference Room C3 ?named for the whole part"),
    ],
)
def test_a_meal_is_in_the_room_that_is_said_for_everything_alone(shown: Shown, sentence: str, at_lunch: str) -> None:
    text = f"{sentence}\n\n{DAY}10:00-12:00 Waterways\n12:00-12:10 Coffee break\n13:00-14:00 Lunch\n14:00-15:00 Ports\n"
    inside = "@Conference Room C3 ?named for the whole part"
    assert shown(text) == [
        f"2026-03-14 10:00-12:00 Waterways {inside}",
        f"2026-03-14 12:00-12:10 Coffee break {inside}",
        f"2026-03-14 13:00-14:00 Lunch{at_lunch}",
        f"2026-03-14 14:00-15:00 Ports {inside}",
    ]
