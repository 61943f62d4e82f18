"""Days and hours as documents say them, and what they are taken for."""

from collections.abc import Callable
from datetime import date

import pytest

from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.values.told import Asked, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
Shown = Callable[..., list[str]]

TEA = "\n\n9:00 Tea\n"
FROM = Asked(first=date(2026, 3, 9))


@pytest.mark.parametrize(
    ("heading", "shown_as"),
    [
        ("3/25/2026", ["2026-03-25 09:00- Tea"]),
        ("45/25/2026", ["None 09:00- Tea"]),
        ("12-9 March 2026", ["2026-03-12 09:00- Tea"]),
        ("30 February 2026", ["None 09:00- Tea"]),
        ("27-30 February 2026\n\n27 February", ["2026-02-27 09:00- Tea"]),
        ("9 March 2026 (Monday)", ["2026-03-09 09:00- Tea"]),
        ("9 March 2026 (Mon)", ["2026-03-09 09:00- Tea"]),
        ("Harmon 9 March 2026", ["2026-03-09 09:00- Tea"]),
        ("Monday 45", ["None 09:00- Tea"]),
        ("Day 99\n\n9 March 2026", ["2026-03-09 09:00- Tea"]),
        ("Seminar in 2025 and 2026\n\nMonday, 9 March", ["2026-03-09 09:00- Tea"]),
        ("6/7/2026", ["2026-07-06 09:00- Tea ?day and month may be the other way round"]),
        (
            "28 October to 1 November 2024\n\nTuesday",
            ["2024-10-29 09:00- Tea ?29 October 2024 fits what is printed"],
        ),
        (
            "9 March 2026 tea, 10 March 2026 cake\n\nMonday",
            ["2026-03-09 09:00- Tea ?9 March 2026 fits what is printed"],
        ),
        (
            "Monday, 10 March 2026",
            ["2026-03-10 09:00- Tea ?`Monday, 10 March 2026` is printed, but that day is a Tuesday"],
        ),
        (
            "Founded on 10 April 2025\n\nMonday, 3 March 2026",
            ["2025-03-03 09:00- Tea ?`Monday, 3 March 2026` is printed; the weekday is that of 2025"],
        ),
        (
            "Day 1, 9 March 2026\n\n8:00 Cake\n\nDay 2, 9 March 2026",
            [
                "2026-03-09 08:00- Cake",
                "2026-03-10 09:00- Tea ?`9 March 2026` is printed, which is the day before: counted from 9 March 2026",
            ],
        ),
        (
            "Day 1, 9 March 2026\n\n8:00 Cake\n\nDay 2\n\n8:00 Pie\n\nDay 1",
            [
                "2026-03-09 08:00- Cake",
                "2026-03-10 08:00- Pie ?counted from 9 March 2026",
                "2026-03-09 09:00- Tea",
            ],
        ),
        ("Day 1\n\n8:00 Cake\n\nDay 2", ["None 08:00- Cake", "None 09:00- Tea"]),
    ],
)
def test_day_of_a_heading(shown: Shown, heading: str, shown_as: list[str]) -> None:
    assert shown(heading + TEA) == shown_as


@pytest.mark.parametrize(
    ("heading", "asked", "shown_as"),
    [
        ("9 March", Asked(2026), ["2026-03-09 09:00- Tea"]),
        ("1 January", FROM, ["2027-01-01 09:00- Tea ?9 March 2026 is given as the first day"]),
        ("1 April", FROM, ["2026-04-01 09:00- Tea"]),
        ("30 February", FROM, ["None 09:00- Tea"]),
        ("Day 2", FROM, ["2026-03-10 09:00- Tea"]),
        ("Monday", FROM, ["2026-03-09 09:00- Tea"]),
        ("Wednesday", FROM, ["2026-03-11 09:00- Tea ?9 March 2026 is given as the first day"]),
        ("8:00 Cake\n\nWednesday", FROM, ["2026-03-09 08:00- Cake", "2026-03-11 09:00- Tea"]),
        ("Wednesday 11", FROM, ["2026-03-11 09:00- Tea"]),
        ("1 April", Asked(2026, date(2026, 3, 9)), ["2026-04-01 09:00- Tea"]),
        ("1 March", Asked(2026, date(2026, 3, 9)), ["2026-03-01 09:00- Tea ?9 March 2026 is given as the first day"]),
    ],
)
def test_day_of_a_heading_by_what_is_asked(shown: Shown, heading: str, asked: Asked, shown_as: list[str]) -> None:
    assert shown(heading + TEA, "letter.txt", asked) == shown_as


@pytest.mark.parametrize("words", ["Monday Tuesday", "Montag Dienstag", "Lundi Mardi", "Lunes Martes"])
@pytest.mark.parametrize(
    ("day", "days", "doubt"),
    [(9, "09 10", ""), (10, "16 17", " ?10 March 2026 is given as the first day"), (2, "02 03", "")],
)
def test_weekdays_that_pass_over_the_day_that_is_given_are_doubted(
    shown: Shown, words: str, day: int, days: str, doubt: str
) -> None:
    text = "".join(f"{each}\n9:00 Tea\n\n" for each in words.split())
    found = shown(text, "x.txt", Asked(first=date(2026, 3, day)))
    assert found == [f"2026-03-{number} 09:00- Tea{doubt}" for number in days.split()]


@pytest.mark.parametrize(
    ("line", "shown_as"),
    [
        ("9:00 - 10 km run", "09:00- 10 km run"),
        ("20:00-00:00 Dance", "20:00-00:00 Dance"),
        ("20:00-02:00 Dance", "20:00-02:00 Dance ?ends on the next day"),
        ("9:00-20:30 Tea", "09:00-20:30 Tea ?longer than ten hours"),
        ("12:30 a.m. Ghosts", "00:30- Ghosts"),
        ("11:00 am - 12:30 am Lunch", "11:00-12:30 Lunch"),
        ("2:00 pm - 3:00 am Tea", "14:00-15:00 Tea ?`2:00 pm - 3:00 am` is printed: taken for 15:00"),
        ("1:00 pm - 12:30 am Tea", "13:00-00:30 Tea ?`1:00 pm - 12:30 am` is printed: taken for 00:30"),
        ("14:00-13:00 Tea", "14:00- Tea ?`14:00-13:00` is printed, which ends before it begins"),
        ("9:00-10:00 Tea (11:00-12:00)", "09:00-10:00 Tea (11:00-12:00) ?a time stands in it"),
    ],
)
def test_hours_of_a_line(shown: Shown, line: str, shown_as: str) -> None:
    assert shown(f"9 March 2026\n\n{line}\n") == [f"2026-03-09 {shown_as}"]


def test_midnight_after_a_morning_is_noon(shown: Shown) -> None:
    assert shown("9 March 2026\n\n9:00 a.m. Tea\n12:00 a.m. Lunch\n") == [
        "2026-03-09 09:00- Tea",
        "2026-03-09 12:00- Lunch ?12 a.m. is taken for noon, after what comes before",
    ]


def test_years_are_no_times(shown: Shown) -> None:
    assert shown("9 March 2026\n\n2026 Tea\n1000 Cake\n") == []


def test_weekday_and_date_with_a_sign_between_are_one_day(shown: Shown) -> None:
    assert shown("Thursday (!), 12 March 2026, 10:00 Tea\n\nFriday, 13 March 2026, 11:00 Cake\n") == [
        "2026-03-12 10:00- Tea",
        "2026-03-13 11:00- Cake",
    ]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("Saturday 7 August & Sunday 8 August", {"2027-08-07", "2027-08-08"}),
        ("Sat 7 August to 8 August", {"2027-08-07", "2027-08-08"}),
        ("Saturday 7 August 2027 and Sunday 8 August", {"2027-08-07", "2027-08-08"}),
        ("Friday 7 August & Sunday 8 August", {"None"}),  # not in the year of the title
    ],
)
def test_days_with_the_year_of_the_title_are_those_of_weekdays(shown: Shown, said: str, days: set[str]) -> None:
    text = f"# Knots 2027\n\n{said}, The Mill\n\n## Saturday\n\n- 10:00 Ropes\n\n## Sunday\n\n- 10:00 Bends\n"
    assert {each.split()[0] for each in shown(text)} == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("se celebrará el día 24 de febrero de 2027", ["24 de febrero de 2027"]),
        ("Día 5 de marzo", ["5 de marzo"]),
        ("Día 2, 5 de marzo", ["Día 2", "5 de marzo"]),
        ("Day 2, 5 March", ["Day 2", "5 March"]),
    ],
)
def test_the_word_for_day_before_a_date_is_no_number_of_a_day(text: str, expected: list[str]) -> None:
    assert [each.text for each in days_in(text)] == expected


def test_a_day_on_which_somebody_agreed_is_none_of_the_programme(sessions: Sessions) -> None:
    head = "The meeting is on 6 March 2027. Running order agreed by the committee on 19 January:"
    text = f"{head}\n\n10.00 Tea\n11.00 Budget\n"
    assert {str(each.day.value) for each in sessions(text)} == {"2027-03-06"}
