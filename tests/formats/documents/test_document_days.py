"""Days in running text."""

import pytest

from agendacli.formats.documents.tokens.days import days_in


@pytest.mark.parametrize(
    ("text", "year", "month", "day", "weekday"),
    [
        ("Monday, 4 September 2017", 2017, 9, 4, 0),
        ("November, 18th 2025", 2025, 11, 18, None),
        ("26th/Feb/2018", 2018, 2, 26, None),
        ("WEDNESDAY NOVEMBER 8", None, 11, 8, 2),
        ("Mardi 22 juin", None, 6, 22, 1),
        ("Tuesday (5th of April):", None, 4, 5, 1),
        ("Di, 05.09.", None, 9, 5, 1),
        ("Jueves 06 de noviembre", None, 11, 6, 3),
        ("Wednesday/July 2nd", None, 7, 2, 2),
        ("2017-09-04", 2017, 9, 4, None),
        ("Vendredi 12", None, None, 12, 4),
        ("MONTAG", None, None, None, 0),
        ("Day 1 – Monday, 2 November 2026", 2026, 11, 2, 0),
    ],
)
def test_one_day(text: str, year: int | None, month: int | None, day: int | None, weekday: int | None) -> None:
    found = [each for each in days_in(text) if each.number is None]
    assert [(each.year, each.month, each.day, each.weekday) for each in found] == [(year, month, day, weekday)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("4-5 September 2017", 4, 5), ("March 10-13, 2015", 10, 13), ("25.-27. März 2021", 25, 27), ("27/28 mai", 27, 28)],
)
def test_a_range_within_a_month(text: str, first: int, last: int) -> None:
    assert [(each.day, each.last) for each in days_in(text)] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "Module 3 – Sunday 8 March 2026",
        "Teil 2 - 8. März 2026",
        "Session 3 – Sunday 8 March",
        "Concert of 8 March 2026",
    ],
)
def test_the_number_of_a_part_begins_no_range(text: str) -> None:
    assert [(each.month, each.day, each.last) for each in days_in(text)] == [(3, 8, None)]


def test_an_event_may_take_several_days() -> None:
    assert [(each.day, each.last) for each in days_in("Workshop 3–5 March 2026")] == [(3, 5)]


@pytest.mark.parametrize("text", ["Lunch follows at 12.30.", "Wir beginnen um 9.10.", "Lunch 12.30."])
def test_a_time_at_the_end_of_a_sentence_is_no_day(text: str) -> None:
    assert days_in(text) == ()


def test_the_number_of_a_room_is_no_day() -> None:
    assert days_in("All sessions take place in Room 2.14.") == ()


def test_numbers_may_be_either_way_round() -> None:
    assert [(each.number, each.day, each.is_either) for each in days_in("Day 2 – 6/7/2023")] == [
        (2, None, False),
        (None, 6, True),
    ]


def test_a_small_may_is_no_month() -> None:
    assert days_in("there may 5 people be") == ()


@pytest.mark.parametrize("text", ["Saturday, 2pm - 3pm", "Sat 2 pm", "Di 10 Uhr", "Di 10-12 Uhr", "Fri 9h"])
def test_an_hour_behind_a_weekday_is_no_day_of_the_month(text: str) -> None:
    assert [each.day for each in days_in(text)] in ([None], [])
