"""What the head of a document says of the whole, and what there is no draft of."""

from datetime import date, datetime

import pytest

from agendacli.formats.documents.cities import zones_by_city
from agendacli.formats.documents.door import read_draft
from agendacli.formats.draft import Draft, DraftAsked
from agendacli.formats.given import Given
from agendacli.model.asked import Refusal
from agendacli.model.places import City, Gazetteer, Venue
from agendacli.model.when import Timed
from agendacli.model.zones import zone_names
from agendacli.words.directory import Directory

LISBON = City("lisbon", "Lisbon", zone="Europe/Lisbon", aliases=("Lisboa",))
HOUSE, BARN = Venue("house", "Harbour House", "lisbon"), Venue("barn", "Old Barn", "nowhere")
PLACES = Directory(gazetteer=Gazetteer((LISBON,), (HOUSE, BARN)))
TEA = "9 March 2026\n\n9:00-10:00 Tea\n"


def draft(text: str) -> Draft:
    found = read_draft(Given(text.encode(), "x.txt", directory=lambda: PLACES), DraftAsked(), "x.yaml")
    assert isinstance(found, Draft)
    return found


@pytest.mark.parametrize(
    ("above", "place", "zone", "room"),
    [
        ("Harbour House, Room 5, Lisbon", "Harbour House, Lisbon", "Europe/Lisbon", "Room 5"),
        ("We meet in Harbour House", "Harbour House, Lisbon", "Europe/Lisbon", None),
        ("We meet in the Old Barn", "Old Barn", "UTC", None),
        ("We meet in Lisboa", "Lisbon", "Europe/Lisbon", None),
        ("We meet in Vienna", "", "Europe/Vienna", None),
        ("We meet at sea", "", "UTC", None),
    ],
)
def test_place_above_the_programme(above: str, place: str, zone: str, room: str | None) -> None:
    found = draft(f"Tides and sand\n\n{above}\n\n{TEA}")
    assert (found.place, found.programme.zone, found.programme.room) == (place, zone, room)


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("# Forum of the coasts:\n\n“Tides and\n\nsand”", "Forum of the coasts: Tides and sand"),
        ("# Forum of the coasts:\n\nTides and sand", "Forum of the coasts"),
        ("\n\n".join(f"Line {n} about the sea" for n in range(70)), "Line 0 about the sea"),
    ],
    ids=["quoted below", "not quoted below", "many lines"],
)
def test_title_above_the_programme(above: str, title: str) -> None:
    found = read_draft(Given(f"{above}\n\n{TEA}".encode(), "x.md"), DraftAsked(), "x.yaml")
    assert isinstance(found, Draft)
    assert found.programme.title == title


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("# Summer fair, Saturday 12 June 2027", "Summer fair, Saturday 12 June 2027"),
        ("# Sommerfest 12.06.2027, 10:00–18:00", "Sommerfest 12.06.2027, 10:00–18:00"),
        ("Concert on 12 June 2027", "Concert on 12 June 2027"),
        ("Agenda, Saturday 12 June 2027", "Programme"),
        ("Saturday 12 June 2027, 10:00–18:00", "Programme"),
        ("<title>Village</title>\n<p>Concert on 12 June 2027", "Village"),
    ],
)
def test_a_day_beside_the_title(above: str, title: str) -> None:
    name = "x.html" if "<" in above else "x.md"
    found = read_draft(Given(f"{above}\n\n10:00 Opening\n".encode(), name), DraftAsked(), "x.yaml")
    assert isinstance(found, Draft)
    assert found.programme.title == title


def test_session_till_midnight_ends_on_the_next_day() -> None:
    (dance,) = draft("9 March 2026\n\n20:00-00:00 Dance\n").programme.sessions
    assert dance.when == Timed(datetime(2026, 3, 9, 20), datetime(2026, 3, 10), "UTC")  # noqa: DTZ001 (as on clocks)


def test_session_on_a_day_that_is_not_in_the_calendar_is_left_over() -> None:
    found = draft(f"30 February 2026\n\n11:00 Cake\n\n{TEA}")
    assert [each.title for each in found.programme.sessions] == ["Tea"]
    assert [(each.citation.line, each.text, each.kind) for each in found.left] == [(3, "11:00 Cake", "no day")]


@pytest.mark.parametrize(
    ("data", "asked", "why"),
    [
        (b"\x89PNG\r\n", DraftAsked(), "the file is a picture; save it as PDF or docx with its text"),
        (TEA.encode(), DraftAsked(year=9), "--year: `9` is not a year of a programme"),
    ],
    ids=["picture", "year"],
)
def test_no_draft_is_made(data: bytes, asked: DraftAsked, why: str) -> None:
    assert read_draft(Given(data, "x.txt"), asked, "x.yaml") == Refusal(why)


@pytest.mark.parametrize(
    "above",
    [
        "Easter at St Columba's",
        "Christmas concert",
        "Reunion of the class of 1990",
        "Réunion du bureau",
        "Midway through the season",
        "Stanley Cup evening",
        "Davis Cup final",
        "Victoria Hall",
        "Mountain rescue day",
        "Continental breakfast",
        "East Wing",
        "Church of St Thomas",
        "Church of St Helena",
        "Noche de San Juan",
        "Knox Church fete",
        "Norfolk Broads regatta",
    ],
)
def test_a_word_that_names_a_zone_far_away_is_no_city(above: str) -> None:
    assert draft(f"Tides and sand\n\n{above}\n\n{TEA}").programme.zone == "UTC"


@pytest.mark.parametrize(
    ("above", "zone"),
    [
        ("Wien", "Europe/Vienna"),
        ("Köln", "Europe/Berlin"),
        ("Herbsttagung in MÜNCHEN", "Europe/Berlin"),
        ("Zürich", "Europe/Zurich"),
        ("Mailand", "Europe/Rome"),
        ("Den Haag", "Europe/Amsterdam"),
        ("Frankfurt am Main", "Europe/Berlin"),
        ("St. Gallen", "Europe/Zurich"),
        ("Genève", "Europe/Zurich"),
        ("Rencontre à Londres", "Europe/London"),
        ("Clermont-Ferrand", "Europe/Paris"),
        ("Jornadas en Sevilla", "Europe/Madrid"),
        ("Nueva York", "America/New_York"),
        ("Edinburgh", "Europe/London"),
    ],
)
def test_the_clocks_are_those_of_a_city_however_its_language_calls_it_with_a_doubt(above: str, zone: str) -> None:
    found = draft(f"Tides and sand\n\n{above}\n\n{TEA}")
    assert found.programme.zone == zone
    assert any("the clocks of " in each.reason for each in found.doubts if each.field == "zone")


@pytest.mark.parametrize("above", ["Essen und Trinken", "Nice to meet you", "Reading circle", "Florence and friends"])
def test_a_city_whose_name_is_a_word_or_a_person_is_none(above: str) -> None:
    assert draft(f"Tides and sand\n\n{above}\n\n{TEA}").programme.zone == "UTC"


def test_every_city_is_in_a_zone_that_is_known() -> None:
    assert set(zones_by_city().values()) <= set(zone_names())
    assert len(zones_by_city()) > 300


DAYS = "Monday, 9 March 2026\n10:00 - 11:00 Opening\n\nTuesday, 10 March 2026\n10:00 - 11:00 Walk\n"


@pytest.mark.parametrize(
    "written",
    [
        "3 February 2026",
        "Leith, 3 February 2026",
        "Berlin, den 3. Februar 2026",
        "Lyon, le 3 février 2026",
        "Sevilla, 3 de febrero de 2026",
        "Stand: 3. Februar 2026",
        "(as of 3 February 2026)",
        "Version du 3 février 2026",
        "Actualizado el 3 de febrero de 2026",
    ],
)
def test_a_letter_is_of_the_day_at_its_head(written: str) -> None:
    for text in (
        f"{written}\n\nSpring Fair\n\n{DAYS}",
        f"Spring Fair\n{written}\n\nDear members,\n\nwe meet.\n\n{DAYS}",
    ):
        assert draft(text).programme.sources[0].issued == date(2026, 2, 3)


@pytest.mark.parametrize("above", ["Spring Fair", "3 April 2026", "9 March 2026", "9-10 March 2026", "3 February"])
def test_no_day_of_the_programme_is_that_of_the_letter(above: str) -> None:
    assert draft(f"Spring Fair of Leith\n\n{above}\n\n{DAYS}").programme.sources[0].issued is None


GREETED = [
    ("Dear members,", "Choir weekend"),
    ("Dear all", "Choir weekend"),
    ("Liebe Mitglieder,", "Chorwochenende"),
    ("Chers membres,", "Week-end de la chorale"),
    ("Estimados socios:", "Fin de semana del coro"),
]


@pytest.mark.parametrize(("greeting", "title"), GREETED)
def test_who_is_greeted_is_no_title(greeting: str, title: str) -> None:
    for between in ("", "we invite all of you to come and sing.\n\n"):
        found = draft(f"{greeting}\n\n{between}{title}\n\n{DAYS}")
        assert (found.programme.title, found.left) == (title, ())
    assert draft(f"{greeting}\n{title}\n{DAYS}").programme.title == title
    assert draft(f"{greeting}\n\n{DAYS}").programme.title == "Programme"


@pytest.mark.parametrize(
    "text",
    ["We hope to see you all\nthere on the river", "Please bring a cake.", "yours\n\nKind regards\n\nDr. Nora Weiss"],
)
def test_what_a_letter_says_below_its_salutation_is_no_title(text: str) -> None:
    assert draft(f"Harbour Choir\n\nDear members,\n\n{text}\n\n{DAYS}").programme.title == "Harbour Choir"


@pytest.mark.parametrize("label", ["Subject", "Re", "Betreff", "Betr.", "Objet ", "Asunto"])
@pytest.mark.parametrize("title", ["Choir weekend", "Spring conference of the choir"])
def test_the_subject_of_a_letter_is_its_title(label: str, title: str) -> None:
    text = f"Harbour Choir\n{label}: {title}\n\nDear members,\n\nplease bring a cake.\n\n{DAYS}"
    assert draft(text).programme.title == title


def test_a_title_may_begin_as_a_salutation_does() -> None:
    assert draft(f"Ladies choir weekend\n\nBring a cake\n\n{DAYS}").programme.title == "Ladies choir weekend"


@pytest.mark.parametrize("title", ["Village Fair", "Harbour Museum Spring School 2026", "Spring Fair, by the river"])
def test_the_title_is_not_left_over(title: str) -> None:
    assert draft(f"{title}\n\n{DAYS}").left == ()


def test_who_and_where_a_title_names_is_left_over() -> None:
    found = [each.text for each in draft(f"Spring Fair with Dr Ida Holm, Town Hall\n\n{DAYS}").left]
    assert found == ["Dr Ida Holm", "Town Hall"]
