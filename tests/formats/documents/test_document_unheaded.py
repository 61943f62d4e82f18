"""Columns of a plain text that have no heads, and the year of a document that says only when it was printed."""

import pytest
from tests.formats.documents.conftest import Shown, shown_session

from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.readers.unheaded import columns_behind_times
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import Asked

COLUMNS = """Sa 12.9.
   ab 13:00    Anmeldung                       Foyer
   13:30       Begrüßung                       Lindenhalle     Jürgen Pabst
   13:45-15:15 Speerwurf mit dem Ball          Sportplatz      Timo Kraushaar
   15:15       Obstpause
   15:45-17:00 Stationenlauf in Gruppen        Sportplatz      Lena Wiesner,
                                                               Timo Kraushaar
So 13.9.
   11:00-11:30 Erste Hilfe: was tun, wenn's    Vereinsheim     Dr. Uwe Lamprecht
               knackt?
   12:30       Siegerehrung                    Lindenhalle

Fragen an Jürgen        Stand: 3. August 2026
"""


def test_columns_without_heads_hold_titles_rooms_and_people(shown: Shown) -> None:
    read = [each.partition(" ?")[0] for each in shown(COLUMNS)]
    assert read == [
        "2026-09-12 13:00- Anmeldung @Foyer",
        "2026-09-12 13:30- Begrüßung @Lindenhalle +Jürgen Pabst (speaker)",
        "2026-09-12 13:45-15:15 Speerwurf mit dem Ball @Sportplatz +Timo Kraushaar (speaker)",
        "2026-09-12 15:15- Obstpause",
        "2026-09-12 15:45-17:00 Stationenlauf in Gruppen @Sportplatz +Lena Wiesner (speaker) +Timo Kraushaar (speaker)",
        "2026-09-13 11:00-11:30 Erste Hilfe: was tun, wenn's knackt? @Vereinsheim +Dr. Uwe Lamprecht (speaker)",
        "2026-09-13 12:30- Siegerehrung @Lindenhalle",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "09:00  Tides\n09:30  Gauges\n10:00  Coffee\n",  # one column beside the times
        "09:00  Tides   Ida Holm\n09:30  Gauges     Paul Kern\n10:00  Coffee in the hall  Nora\n",  # nowhere twice
        "09:00  Tides      Ida Holm\n09:30  Gauges     Paul Kern\n",  # two rows
        "9:00 Tides      Ida Holm\n   09:30  Gauges     Paul Kern\n      10:00  Coffee     Nora\n",  # titles anywhere
        "09:00\tTides\tIda Holm\n09:30\tGauges\tPaul Kern\n10:00\tCoffee\tNora\n",  # tabs are another way
    ],
)
def test_what_does_not_line_up_is_no_column(text: str) -> None:
    assert columns_behind_times(text.split("\n")) == {}


def test_tables_that_stand_far_apart_have_columns_of_their_own() -> None:
    first = ["09:00  Tides      Room 1", "09:30  Gauges     Room 2", "10:00  Coffee     Room 3"]
    other = [
        "09:00  Tides in the north     Room 1",
        "09:30  Gauges                 Room 2",
        "10:00  Coffee in here         Foyer",
    ]
    found = columns_behind_times([*first, "a", "b", "c", "d", "e", *other])
    assert (found[0], found[8]) == ((0, 7, 18), (0, 7, 30))


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Stand: 3. August 2026", ["2026-09-12", "2026-09-13"]),
        ("Letter of 30 November 2025", ["2026-09-12", "2026-09-13"]),
        ("Stand: 3. Oktober 2026", ["None", "None"]),  # 2027 has other weekdays
        ("Copyright 2026", ["None", "None"]),  # no day, and so no time behind which it may be
    ],
)
def test_the_year_may_stand_where_the_document_says_when_it_was_printed(line: str, days: list[str]) -> None:
    text = (
        "Wochenende\n\n"
        + "\n".join(f"Zeile {n}" for n in range(30))
        + f"\n\nSa 12.9.\n10:00 Lauf\nSo 13.9.\n10:00 Spiel\n\n{line}\n"
    )
    found, _ = sessions_of(read_document(text.encode(), "x.txt"), Asked())
    assert [shown_session(each).split()[0] for each in found] == days


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("18,30 h. Acogida", "18:30- Acogida"),
        ("De 19,00 a 20,15 h. Charla", "19:00-20:15 Charla"),
        ("De las 19,00 a las 20,15 h: Charla", "19:00-20:15 Charla"),
        ("De las 19:00 a las 20:15 h: Charla", "19:00-20:15 Charla"),
        ("Desde las 19.00 hasta las 20.15 Charla", "19:00-20:15 Charla"),
        ("19,30 Uhr Probe", "19:30- Probe"),
        ("9,00-10,15 Uhr Singen", "09:00-10:15 Singen"),
        ("20,00 Uhr Konzert, Eintritt 12,50 Euro", "20:00- Konzert, Eintritt 12,50 Euro"),
    ],
)
def test_hours_are_written_with_a_comma_before_their_unit(line: str, read: str, shown: Shown) -> None:
    assert shown(f"Lunes, 9 de marzo de 2026\n{line}\n")[0].partition(" ?")[0].removeprefix("2026-03-09 ") == read
