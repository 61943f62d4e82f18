"""Lengths that sentences below a title say give its end; any other length there makes one doubted."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.tokens.minutes import lengths_in
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
DAY = "6 July 2026\n\n"


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("Talk on moss. It lasts 45 minutes.", 645),
        ("Walk. Bring boots. The walk takes about two hours.", 720),
        ("Welcome. Ida Holm will speak for about a quarter of an hour.", 615),
        ("Führung. Sie dauert eine Stunde.", 660),
        ("Vortrag. Ida Holm spricht eine halbe Stunde lang.", 630),
        ("Atelier greffes, pendant une heure et demie.", 690),
        ("Visite. Elle dure trois quarts d’heure.", 645),
        ("Visita guiada, de una hora de duración.", 660),
        ("Taller. Durará hora y media en total.", 690),
    ],
)
def test_sentences_say_how_long_it_is(line: str, end: int, sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}10:00 {line}\n")
    assert found.end.value == end
    assert found.end.doubts


def test_who_speaks_so_long_has_a_part(sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}10:00 Welcome. Ida Holm speaks for an hour.\n")
    assert ([each.name for each in found.people], found.end.value) == (["Ida Holm"], 660)


@pytest.mark.parametrize(
    ("line", "length"),
    [
        ("Composting for an hour and a half with gloves", "an hour and a half"),
        ("Quiz. We have an hour for it.", "an hour"),
        ("Exposé d'une demi-heure sur les mousses", "une demi-heure"),
        ("Quiz für höchstens eine Stunde, mit Preisen", "eine Stunde"),
    ],
)
def test_other_words_for_a_length_make_an_end_doubted(line: str, length: str, sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}10:00 {line}\n")
    assert (found.end.value, found.end.doubts) == (None, (f"it may last {length}",))


@pytest.mark.parametrize(
    "line",
    [
        "Tour. The bus takes 40 minutes.",
        "Walk. It is 20 minutes on foot.",
        "Quiz. Kommt bitte eine Stunde vor Beginn.",
        "Promenade. Le trajet dure 20 minutes.",
        "Debate. Two minutes each!",
        "Debate. Lightning talks 20 minutes each",
        "Ensayo. El viaje dura una hora",
    ],
)
def test_lengths_of_something_else_do_not(line: str, sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}10:00 {line}\n")
    assert (found.end.value, found.end.doubts) == (None, ())


@pytest.mark.parametrize(
    "text", ["a quarter of an hour", "eine Viertelstunde", "un quart d'heure", "un cuarto de hora"]
)
def test_a_quarter_of_an_hour_is_a_length(text: str) -> None:
    assert [minutes for minutes, _, _ in lengths_in(f"for {text}")] == [15]
