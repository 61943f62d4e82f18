"""Rooms behind a word for *in* with which titles end are rooms, whatever their name; what a title is about is none."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.rooms.behind_in import ONCE
from agendacli.formats.documents.values.title_apart import title_apart, without_stop
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
DAY = "Programme\n\n6 July 2026\n\n"


def placed(found: tuple[ToldSession, ...]) -> list[tuple[str, str | None]]:
    return [(each.title.value, each.room.value if each.room else None) for each in found]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "9:00 Coffee in the Snuggery.\n11:00 Quiz in the Snuggery.\n15:00 Talk “The Alps” in the Snuggery.\n",
            [("Coffee", "Snuggery"), ("Quiz", "Snuggery"), ("Talk “The Alps”", "Snuggery")],
        ),
        (
            "9 Uhr: Lesung „Im Regen“ im Lindwurm (Eintritt 3 €).\n11 Uhr: Quiz im Lindwurm.\n",
            [("Lesung „Im Regen“", "Lindwurm"), ("Quiz", "Lindwurm")],
        ),
        (
            "11h : Atelier « Greffes », au Grand Chêne.\n15h : Conte « La lune » à l'Écluse.\n16h : Jeux à l'Écluse.\n",
            [
                ("Atelier « Greffes »", "Grand Chêne"),
                ("Conte « La lune »", "Écluse"),
                ("Jeux", "Écluse"),
            ],
        ),
        (
            "9:00 Charla «Abonos», en la Era.\n10:00 Asamblea en la Era. Preside: Ida Holm.\n",
            [("Charla «Abonos»", "Era"), ("Asamblea", "Era")],
        ),
    ],
)
def test_one_that_recurs_and_stands_apart_once(
    lines: str, expected: list[tuple[str, str | None]], sessions: Sessions
) -> None:
    found = sessions(DAY + lines)
    assert placed(found) == expected
    assert not any(ONCE in each.room.doubts for each in found if each.room)


@pytest.mark.parametrize(
    ("line", "title", "room"),
    [
        ("Digging workshop on Plot 17.", "Digging workshop", "Plot 17"),
        ("Workshop „Baumschnitt“ auf Parzelle 44.", "Workshop „Baumschnitt“", "Parzelle 44"),
        ("Atelier compost sur la parcelle 12.", "Atelier compost", "parcelle 12"),
        ("Taller «Injertos» en la parcela 12.", "Taller «Injertos»", "parcela 12"),
    ],
)
def test_one_with_a_number(line: str, title: str, room: str, sessions: Sessions) -> None:
    found = sessions(f"{DAY}10:00 {line}\n")
    assert placed(found) == [(title, room)]
    assert found[0].room is not None
    assert found[0].room.doubts == ()


def test_numbers_behind_an_unknown_word_are_doubted_unless_there_are_several(sessions: Sessions) -> None:
    assert [each.room.doubts for each in sessions(f"{DAY}10:00 Judging on Perch 3\n") if each.room] == [(ONCE,)]
    several = sessions(f"{DAY}10:00 Judging on Perch 3\n11:00 Riding on Perch 4\n")
    assert [each.room.doubts for each in several if each.room] == [(), ()]


@pytest.mark.parametrize(
    ("line", "title", "room", "note"),
    [
        ("Paella en el Merendero (8 € por persona).", "Paella", "Merendero", "8 € por persona"),
        ("Grillen am Krähennest, 5 € pro Person.", "Grillen", "Krähennest", "5 € pro Person"),
        ("Raffle at the Bothy, £1 a ticket.", "Raffle", "Bothy", "£1 a ticket"),
        ("Loto à l'Écluse (3 € le carton)", "Loto", "Écluse", "3 € le carton"),
        ("Lampionumzug, Beginn am Haupttor.", "Lampionumzug", "Haupttor", ""),
    ],
)
def test_one_with_a_price_behind_is_doubted_where_it_is_said_once(
    line: str, title: str, room: str, note: str, sessions: Sessions
) -> None:
    (found,) = sessions(f"{DAY}10:00 {line}\n")
    assert (found.title.value, [each.text for each in found.notes]) == (title, [note] * bool(note))
    assert found.room is not None
    assert found.room.value == room
    assert found.room.doubts


@pytest.mark.parametrize(
    "title",
    [
        "Introduction to the Baroque",
        "Women in the Middle Ages",
        "Lessons in Year 6",
        "Trade in the Alps (part 2)",
        "Führung im Winter",
        "Vortrag zur Lage am Arbeitsmarkt",
        "KI in der Pflege",
        "La vie dans les Alpes",
        "Taller en el marco de la Semana Verde",
        "La vida en la Edad Media",
    ],
)
def test_what_a_title_is_about_is_none(title: str, sessions: Sessions) -> None:
    assert placed(sessions(f"{DAY}10:00 {title}.\n11:00 Quiz, {title}.\n"))[0] == (title, None)


def test_families_are_no_place_of_a_meal(sessions: Sessions) -> None:
    assert placed(sessions(f"{DAY}19.30 Uhr: Abendessen in den Familien.\n")) == [("Abendessen in den Familien", None)]


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Raffle and close.", "Raffle and close"),
        ("Coffee (bring £1).", "Coffee (bring £1)"),
        ("Führung im Haus 3.", "Führung im Haus 3"),
        ("Förderverein Linde e. V.", "Förderverein Linde e. V."),
        ("Games, songs etc.", "Games, songs etc."),
        ("Talk by Ida H.", "Talk by Ida H."),
        ("To be continued...", "To be continued..."),
    ],
)
def test_a_full_stop_is_no_part_of_a_title(title: str, short: str) -> None:
    assert without_stop(title) == short


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talk «Tides» in the Snuggery. Jury: Ida Holm.", ("Talk «Tides» in the Snuggery", "Jury: Ida Holm.")),
        ('"No dig." A talk by Ida Holm', ('"No dig." A talk by Ida Holm', "")),
        ("Talk „Tides. And more“. Bring a pen along.", ("Talk „Tides. And more“", "Bring a pen along.")),
        ("Talk “Tides. And more besides", ("Talk “Tides. And more besides", "")),
    ],
)
def test_sentences_behind_a_quotation_stand_apart(text: str, expected: tuple[str, str]) -> None:
    assert title_apart(text) == expected
