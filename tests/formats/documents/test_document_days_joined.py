"""Cards on which a day, its hours, a title and a place have lines of their own, in one order or another."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.values.heading import head_of
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import Asked
from agendacli.words.directory import Directory

Shown = Callable[..., list[str]]

CARDS = (
    {"D": "Friday 12 March 2027", "H": "7.30pm", "T": "Ferns of the north", "R": "Green Room", "N": "All about ferns."},
    {"D": "Friday 19 March 2027", "H": "8pm", "T": "Mosses and moors", "R": "Red Room", "N": "All about moors."},
    {"D": "Friday 26 March 2027", "H": "7.30pm", "T": "Sand", "R": "Green Room", "N": "All about sand."},
)
EXPECTED = [
    "2027-03-12 19:30- Ferns of the north @Green Room",
    "2027-03-19 20:00- Mosses and moors @Red Room",
    "2027-03-26 19:30- Sand @Green Room",
]
ABOVE = "the line above its day is taken for its title"


def paragraphs(order: str) -> str:
    """The cards as paragraphs in that order."""
    return "<html><h1>Spring evenings</h1>" + "".join(f"<p>{card[each]}</p>" for card in CARDS for each in order)


@pytest.mark.parametrize("order", ["DHTR", "HDTR", "DTHR", "DHRT", "HDRT"])
def test_a_title_below_the_day(shown: Shown, order: str) -> None:
    assert shown(paragraphs(order), "x.html") == EXPECTED


@pytest.mark.parametrize("order", ["TDHR", "THDR"])
def test_a_title_above_the_day_is_doubted_where_nothing_sets_it_apart(shown: Shown, order: str) -> None:
    assert shown(paragraphs(order), "x.html") == [f"{each} ?{ABOVE}" for each in EXPECTED]


def test_a_heading_above_the_day_is_the_title(shown: Shown) -> None:
    page = "".join("<h2>{T}</h2><p>{D}</p><p>{H}</p><p>{R}</p>".format(**card) for card in CARDS)
    assert shown(f"<html><h1>Spring evenings</h1>{page}", "x.html") == EXPECTED


def test_an_item_above_the_day_is_the_title(shown: Shown) -> None:
    text = "".join("- {T}\n  {D}\n  {H}\n".format(**card) for card in CARDS)
    assert shown(f"# Spring evenings\n\n{text}", "x.md") == [each.partition(" @")[0] for each in EXPECTED]


def test_a_line_alone_above_the_day_is_the_title(shown: Shown) -> None:
    text = "\n".join("{T}\n{D}\n{H}\n{R}\n".format(**card) for card in CARDS)
    assert shown(f"Spring evenings\n\n{text}") == EXPECTED


def test_a_day_over_three_lines(shown: Shown) -> None:
    cards = ("Fri\n12\nMarch 2027\n7.30pm\nFerns of the north", "Sat\n20\nMarch 2027\n8pm\nMosses and moors")
    assert shown("Spring evenings\n\n" + "\n\n".join(cards)) == [
        "2027-03-12 19:30- Ferns of the north",
        "2027-03-20 20:00- Mosses and moors",
    ]


def test_several_times_below_each_day_are_no_cards(shown: Shown) -> None:
    days = "".join(f"<p>{day} March 2027<p>9am<p>Ferns<p>10am<p>Moors" for day in (12, 13))
    assert shown(f"<html><h1>Spring</h1>{days}", "x.html") == [
        f"2027-03-{day} {title}" for day in (12, 13) for title in ("09:00- Ferns", "10:00- Moors")
    ]


@pytest.mark.parametrize("last", ["", "<p>Red Room"])
def test_a_place_above_the_next_day_is_no_title(shown: Shown, last: str) -> None:
    cards = "<p>1 March 2027, 7pm<p>Ferns<p>Red Room<p>2 March 2027, 7pm<p>Moors<p>Red Room<p>3 March 2027, 7pm<p>Sand"
    assert [each[18:].partition(" @")[0] for each in shown(f"<html><h1>Spring</h1>{cards}{last}", "x.html")] == [
        "Ferns",
        "Moors",
        "Sand",
    ]


def test_what_stands_first_in_a_document_has_nothing_above_it(shown: Shown) -> None:
    cards = "<p>1 March 2027, 7pm<p>Ferns<p>2 March 2027, 7pm<p>Moors<p>3 March 2027, 7pm"
    assert shown(f"<html>{cards}", "x.html") == ["2027-03-01 19:00- Ferns", "2027-03-02 19:00- Moors"]


def test_a_title_of_the_whole_is_none_of_the_first_card(shown: Shown) -> None:
    cards = "<p>1 March 2027, 7pm<p>Ferns<p>2 March 2027, 8pm<p>Moors"
    assert shown(f"<html><h1>Spring evenings</h1>{cards}", "x.html") == [
        "2027-03-01 19:00- Ferns",
        "2027-03-02 20:00- Moors",
    ]


def test_the_title_of_the_whole_stands_above_the_first_card() -> None:
    text = "# Spring evenings\n\n" + "".join("**{D}**\n\n{H}\n\n**{T}**\n\n".format(**card) for card in CARDS)
    document = read_document(text.encode(), "x.md")
    head = head_of(document, sessions_of(document, Asked())[0], Directory(), (None, "UTC"))
    assert head.title.value == "Spring evenings"


def test_hours_before_their_day_in_one_line(shown: Shown) -> None:
    lines = ("19.30 Uhr, Freitag, 12. März 2027: Farne", "20 Uhr, Freitag, 19. März 2027", "Moose und Moore")
    assert shown("Vorträge\n\n" + "\n\n".join(lines)) == [
        "2027-03-12 19:30- Farne",
        "2027-03-19 20:00- Moose und Moore",
    ]


@pytest.mark.parametrize("order", ["DHRT", "HDRT", "DHT"])
def test_cards_without_an_empty_line_between_them_keep_their_titles(shown: Shown, order: str) -> None:
    text = "\n".join(card[each] for card in CARDS for each in order)
    rooms = "R" in order
    assert shown(f"Spring evenings\n\n{text}\n") == [each if rooms else each.partition(" @")[0] for each in EXPECTED]
