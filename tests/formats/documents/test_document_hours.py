"""HoursWords in running text."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.tokens.hours import hours_in, leading_hours


def minutes(text: str) -> list[tuple[int, int | None]]:
    return [(each.start.plain, each.end.plain if each.end else None) for each in leading_hours(text)[0]]


@pytest.mark.parametrize(
    ("text", "found", "rest"),
    [
        ("10.00-10.15 Opening", [(600, 615)], "Opening"),
        ("9h30 Accueil", [(570, None)], "Accueil"),
        ("0800-1000 Intro", [(480, 600)], "Intro"),
        ("9.:15 - 10:00 Recap", [(555, 600)], "Recap"),
        ("14:00\u00ad15:30 Talks", [(840, 930)], "Talks"),
        ("from 9 to 10am Tea", [(540, 600)], "Tea"),
        ("4.30 to 6 p.m.", [(270, 360)], ""),
        ("11Am-1PM 3PM-6PM GA Hall", [(660, 60), (180, 360)], "GA Hall"),
        ("11:00 - 12.00 Uhr: Foo", [(660, 720)], "Foo"),
        ("18:10-(19:40) Dinner", [(1090, 1180)], "Dinner"),
        ("(10:00) Coffee", [(600, None)], "Coffee"),
        ("1.00 Year group planning", [(60, None)], "Year group planning"),
        ("de 9h à 10h Café", [(540, 600)], "Café"),
        ("22:00 Hora Santa", [(1320, None)], "Hora Santa"),
        ("20:00-21:00 Hora de cuentos", [(1200, 1260)], "Hora de cuentos"),
        ("10h Heure musicale", [(600, None)], "Heure musicale"),
        ("10:00 Heures de lecture", [(600, None)], "Heures de lecture"),
        ("20:00 Hours: a reading", [(1200, None)], "Hours: a reading"),
        ("9:00 H. Weir: Tides", [(540, None)], "H. Weir: Tides"),
        ("10:00 Horas Apertura", [(600, None)], "Apertura"),
        ("10 heures Accueil", [(600, None)], "Accueil"),
        ("19:00 h. Concert", [(1140, None)], "Concert"),
    ],
)
def test_what_a_line_begins_with(text: str, found: list[tuple[int, int | None]], rest: str) -> None:
    assert (minutes(text), leading_hours(text)[1]) == (found, rest)


@pytest.mark.parametrize(
    "text", ["Room 1.04", "15 mins", "2017", "45 min", "12 %", "10:00:05", "1-2", "A 4-5 star hotel"]
)
def test_other_numbers_are_no_hours(text: str) -> None:
    assert hours_in(text) == ()


def test_a_dash_without_an_end_is_open() -> None:
    assert [each.is_open for each in hours_in("18:00 –")] == [True]


def test_four_digits_alone_may_be_a_time() -> None:
    assert [each.is_plain for each in hours_in("1600 Adjourn")] == [True]


@pytest.mark.parametrize("text", ["1900 Supper", "1900 - Supper", "1900: Supper", "1900 – Supper", "1900"])
def test_four_digits_like_a_year_may_be_a_time_at_the_beginning_of_a_line(text: str) -> None:
    assert [(each.start.plain, each.is_plain) for each in leading_hours(text)[0]] == [(1140, True)]


@pytest.mark.parametrize(
    "text", ["1900 was a year", "1900-1914 Before the war", "1933-1945 Exile", "1900-2000 in maps", "1900 - and then"]
)
def test_a_year_before_other_words_is_none(text: str) -> None:
    assert not any(each.is_plain for each in leading_hours(text)[0])


def test_a_long_line_of_digits_takes_no_time() -> None:
    assert hours_in("1" * 100_000) == ()


def test_noon_may_stand_behind_its_digits() -> None:
    hours, rest = leading_hours("12:00 noon – 1:00 p.m. Lunch")
    assert ([each.text for each in hours], rest) == (["12:00 noon – 1:00 p.m."], "Lunch")


def test_a_range_whose_end_is_no_year_is_a_time() -> None:
    (found,), rest = leading_hours("1930-2200 Dinner")
    assert (found.start.plain, found.end and found.end.plain, rest) == (1170, 1320, "Dinner")


@pytest.mark.parametrize("text", ["1930-2100", "1930 – 2100: Wide game", "1930-2100 Wide game"])
def test_a_range_that_reads_like_two_years_may_be_a_time(text: str) -> None:
    found = leading_hours(text)[0]
    assert [(each.start.plain, each.end and each.end.plain, each.is_plain) for each in found] == [(1170, 1260, True)]


@pytest.mark.parametrize(
    ("text", "found", "rest"),
    [
        ("19, 20 und 21 Uhr: Führung", [(1140, None), (1200, None), (1260, None)], "Führung"),
        ("10 et 11 h Visite", [(600, None), (660, None)], "Visite"),
        ("2, 3.30 and 4 pm Tours", [(120, None), (210, None), (240, None)], "Tours"),
        ("2 und 3 Stockwerke", [], "2 und 3 Stockwerke"),
    ],
)
def test_a_list_of_hours_with_one_word_for_all(text: str, found: list[tuple[int, int | None]], rest: str) -> None:
    assert (minutes(text), leading_hours(text)[1]) == (found, rest)


def test_am_behind_uhr_is_no_half_of_the_day() -> None:
    hours, rest = leading_hours("17 Uhr am 2. Juni")
    assert ([each.text for each in hours], rest) == (["17 Uhr"], "am 2. Juni")


def test_hours_with_their_word_are_of_the_whole_day(shown: Callable[..., list[str]]) -> None:
    for hours in ("{} Uhr", "{} h"):
        text = f"9 July 2027\n\n{hours.format('12:50')} Lunch\n{hours.format('8:00')} Walk\n"
        assert shown(text)[1].startswith("2027-07-09 08:00- Walk")
