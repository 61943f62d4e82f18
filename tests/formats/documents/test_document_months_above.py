"""Months that stand as headings above days which say none."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.told import Asked

Shown = Callable[..., list[str]]

EXPECTED = ["2026-03-03 19:30- Roses", "2026-03-17 20:00- Ferns", "2026-04-07 19:00- Mosses"]
NO_YEAR = "no year is printed with it; 2026 stands elsewhere in the document"


@pytest.mark.parametrize(
    "text",
    [
        "March\n\nTuesday 3rd 7.30pm Roses\nTuesday 17th 8pm Ferns\n\nApril\n\nTuesday 7th 7pm Mosses",
        "MÄRZ\n\nDi 3. 19:30 Roses\nDi 17. 20 Uhr Ferns\n\nAPRIL:\n\nDi 7. 19:00 Mosses",
        "En mars\n\nMardi 3, 19h30 : Roses\nMardi 17, 20h : Ferns\n\nEn avril\n\nMardi 7, 19h : Mosses",
        "Marzo\n\nMartes 3, 19:30 h. Roses\nMartes 17, 20:00 h. Ferns\n\nAbril\n\nMartes 7, 19:00 h. Mosses",
    ],
)
@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_a_month_is_that_of_the_days_below_it(shown: Shown, text: str, name: str) -> None:
    assert shown(f"Garden club\n\n{text}\n", name, Asked(year=2026)) == EXPECTED


def test_the_year_stands_elsewhere_and_the_weekday_confirms_it(shown: Shown) -> None:
    march = "<h2>March</h2><p>Tuesday 3rd<p>7.30pm Roses<p>Tuesday 17th<p>8pm Ferns"
    april = "<h2>April</h2><p>Tuesday 7th<p>7pm Mosses"
    assert shown(f"<html><h1>Garden club 2026</h1>{march}{april}", "x.html") == EXPECTED


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("3 7.30pm Roses", "17 8pm Ferns", "7 7pm Mosses"),
        ("3rd: Roses, 7.30pm", "17th: Ferns, 8pm", "7th: Mosses, 7pm"),
        ("**3.** 19:30 Roses", "**17.** 20:00 Ferns", "**7.** 19:00 Mosses"),
    ],
)
def test_a_month_with_its_year_is_above_numbers(shown: Shown, first: str, second: str, third: str) -> None:
    text = f"## March 2026\n\n{first}\n\n{second}\n\n## April 2026\n\n{third}\n"
    assert shown(f"# Garden club\n\n{text}", "x.md") == EXPECTED


def test_a_month_is_a_row_of_a_table(shown: Shown) -> None:
    march = "|March|||\n|-|-|-|\n|Tuesday 3rd|7.30pm|Roses|\n|Tuesday 17th|8pm|Ferns|\n"
    assert shown(f"# Garden club 2026\n\n{march}|April|||\n|Tuesday 7th|7pm|Mosses|\n", "x.md") == EXPECTED


def test_other_numbers_below_a_month_are_no_days(shown: Shown) -> None:
    text = "March\n\n3 7.30pm Roses\n2nd floor\n12 people came\n\nApril\n\n7 7pm Mosses\n"
    assert shown(f"Garden club 2026\n\n{text}") == [
        f"2026-03-03 19:30- Roses @2nd floor ~12 people came ?{NO_YEAR}",
        f"2026-04-07 19:00- Mosses ?{NO_YEAR}",
    ]


def test_days_that_say_their_month_keep_it(shown: Shown) -> None:
    assert shown("Garden club\n\nMarch\n\n3 May 2026\n7.30pm Roses\n4 May 2026\n8pm Ferns\n") == [
        "2026-05-03 19:30- Roses",
        "2026-05-04 20:00- Ferns",
    ]


def test_a_time_below_a_month_is_no_day(shown: Shown) -> None:
    rows = "|Hora|Lunes 9|Martes 10|\n|-|-|-|\n|10:00-11:00|Cuentos|Cómic|\n"
    assert shown(f"Marzo de 2026\n\n{rows}", "x.md") == [
        "2026-03-09 10:00-11:00 Cuentos",
        "2026-03-10 10:00-11:00 Cómic",
    ]
