"""Rooms between a start and its end, hours that end a sentence of the line above, and who signs below `Yours`."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]
DAY = "14 March 2026\n\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2.40 pm, Main Hall, to 3.40 pm: Question Time", "14:40-15:40 Question Time @Main Hall"),
        ("14.40 Uhr, Saal 2, bis 15.40 Uhr: Fragestunde", "14:40-15:40 Fragestunde @Saal 2"),
        ("14h40, Salle 2, jusqu’à 15h40 : Questions", "14:40-15:40 Questions @Salle 2"),
        ("14:40, Sala 2, hasta las 15:40: Preguntas", "14:40-15:40 Preguntas @Sala 2"),
    ],
)
def test_a_room_stands_between_two_hours(line: str, expected: str, shown: Shown) -> None:
    assert shown(DAY + line) == [f"2026-03-14 {expected}"]


@pytest.mark.parametrize(
    "notice",
    [
        "Please share cars, for the car park behind the Corn Exchange shuts\nat 7 pm sharp.\n",
        "Bitte fahrt zusammen, denn der Parkplatz hinter der Halle schließt\num 19 Uhr pünktlich.\n",
        "Venez ensemble, car le parking derrière la halle ferme\nà 19h précises.\n",
        "Venid juntos, porque el aparcamiento de la plaza cierra\na las 19:00 en punto.\n",
    ],
)
def test_hours_that_end_a_sentence_are_no_session(notice: str, shown: Shown) -> None:
    assert shown(f"{DAY}{notice}\n10:00 Opening\n") == ["2026-03-14 10:00- Opening"]


@pytest.mark.parametrize("leave", ["Yours,", "Regards", "Mit Gartengruß"])
def test_who_signs_has_no_part(leave: str, shown: Shown) -> None:
    assert shown(f"{DAY}10:00 Opening\n{leave}\nMarjorie Tettenhall\n") == ["2026-03-14 10:00- Opening"]
