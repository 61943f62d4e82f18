"""Agendas: items counted before their times, the next meeting among them, sentences that begin with a time."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("1. 7.00 – 7.05 p.m. Apologies", "2. 7.05 – 7.20 p.m. Minutes", "3. 7.20 p.m. Budget"),
        ("TOP 1  19:00 – 19:05 Uhr  Apologies", "TOP 2  19:05-19:20 Uhr  Minutes", "TOP 4  19:20 Uhr  Budget"),
        ("1) 19h00 – 19h05 : Apologies", "2) 19h05 – 19h20 : Minutes", "3) 19h20 : Budget"),
        ("Punto 1: 19:00-19:05 Apologies", "Punto 2: 19:05-19:20 Minutes", "Punto 3: 19:20 Budget"),
        ("1 19.00-19.05 Apologies", "2 19.05-19.20 Minutes", "3 19.20 Budget"),
    ],
)
def test_number_before_a_time_is_no_part_of_it(shown: Shown, first: str, second: str, third: str) -> None:
    assert shown(f"17 November 2026\n\n{first}\n{second}\nBreak\n{third}\n") == [
        "2026-11-17 19:00-19:05 Apologies",
        "2026-11-17 19:05-19:20 Minutes ~Break",
        "2026-11-17 19:20- Budget",
    ]


@pytest.mark.parametrize("word", ["Time:", "Uhrzeit:", "Heure :", "Hora:"])
def test_word_for_a_time_before_times_and_titles_is_no_part_of_them(shown: Shown, word: str) -> None:
    lines = f"{word} 9:00  Opening\n{word} 10:00  Coffee\n{word} 11:00  Talk\n"
    assert shown(f"9 March 2026\n\n{lines}") == [
        "2026-03-09 09:00- Opening",
        "2026-03-09 10:00- Coffee",
        "2026-03-09 11:00- Talk",
    ]


def test_hours_that_count_up_are_no_numbers_of_items(shown: Shown) -> None:
    assert shown("9 March 2026\n\n9 – 10:00 Opening\n10 – 11:00 Talk\n11 – 12:00 Panel\n") == [
        "2026-03-09 09:00-10:00 Opening",
        "2026-03-09 10:00-11:00 Talk",
        "2026-03-09 11:00-12:00 Panel",
    ]


def test_numbers_that_do_not_count_stay(shown: Shown) -> None:
    assert shown("9 March 2026\n\nTOP 4 9:00 Opening\nTOP 4 10:00 Talk\nTOP 2 11:00 Panel\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "Date of next meeting: 8 December 2026",
        "(8 December 2026, 7 p.m.)",
        "Nächste Sitzung am 8. Dezember 2026",
        "Prochaine réunion : 8 décembre 2026",
        "Próxima sesión: 8 de diciembre de 2026",
        "The lease ends on 31 March 2027.",
    ],
)
def test_other_day_among_the_lines_of_an_item_is_none_of_the_programme(shown: Shown, line: str) -> None:
    said = shown(f"17 November 2026\n\n19:00 Budget\n{line}\n20:00 Staffing\n")
    assert [each.split(" ?")[0] for each in said] == [
        f"2026-11-17 19:00- Budget ~{line}",
        "2026-11-17 20:00- Staffing",
    ]


def test_next_meeting_above_an_agenda_is_that_of_the_agenda(shown: Shown) -> None:
    assert shown("Next meeting: 8 December 2026\n\n19:00 Budget\n") == ["2026-12-08 19:00- Budget"]


@pytest.mark.parametrize(
    "line",
    [
        "Gegen 19 Uhr sind wir wieder in Lauenbeck.",
        "At 19:00 we are back in Harding.",
        "Vers 19h nous serons de retour à Lyon.",
        "Hacia las 19:00 estaremos de vuelta en Teruel.",
    ],
)
def test_sentence_behind_titles_is_a_note_though_it_begins_with_a_time(shown: Shown, line: str) -> None:
    assert shown(f"13 June 2026\n\n9:30 Tour\n12:00 Lunch\n17:15 Return\n{line}\n") == [
        "2026-06-13 09:30- Tour",
        "2026-06-13 12:00- Lunch",
        f"2026-06-13 17:15- Return ~{line}",
    ]


def test_sentences_are_titles_where_most_times_begin_one(shown: Shown) -> None:
    said = shown("13 June 2026\n\nAt 7.45 we leave from the church.\nAt 9.30 we visit the castle.\n18:00 Dinner\n")
    assert [each.split(" ?")[0] for each in said] == [
        "2026-06-13 07:45- we leave from the church",
        "2026-06-13 09:30- we visit the castle",
        "2026-06-13 18:00- Dinner",
    ]


def test_word_with_a_hyphen_ends_a_title(shown: Shown) -> None:
    assert shown("9 March 2026\n\n9:00 Check-in\n") == ["2026-03-09 09:00- Check-in"]
