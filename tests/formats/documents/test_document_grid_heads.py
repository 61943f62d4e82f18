"""Heads of grids whose words mean something else elsewhere, cells over all rooms, and empty ones."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]

TALKS = [
    "2026-03-21 10:00-10:45 Volcanoes @{0} +Dr Ida Holm (speaker)",
    "2026-03-21 10:00-10:45 Vaccines @{1} +Professor Ben Ahlers (speaker)",
    "2026-03-21 12:00-13:00 Lunch",
    "2026-03-21 13:00-13:45 Tides @{1}",
]


def page(heads: str) -> str:
    return f"""<p>Saturday 21 March 2026</p><table><tr>{heads}</tr>
<tr><td>10:00–10:45</td><td>Volcanoes<br>Dr Ida Holm</td><td>Vaccines<br>Professor Ben Ahlers</td></tr>
<tr><td>12:00–13:00</td><td colspan="2">Lunch</td></tr>
<tr><td>13:00–13:45</td><td></td><td>Tides</td></tr></table>"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Main Hall", "Lecture Room B"),
        ("Session Room 1", "Session Room 2"),
        ("Talk Theatre", "Film Room"),
        ("Vortragssaal", "Programm-Saal"),
        ("Salle de presse", "Conférences (Salle 12)"),
        ("Sala de actos", "Conferencias (Aula Magna)"),
    ],
)
@pytest.mark.parametrize("tag", ["th", "td"])
def test_rooms_over_columns_may_begin_with_a_word_for_titles(shown: Shown, tag: str, first: str, second: str) -> None:
    heads = "".join(f"<{tag}>{each}</{tag}>" for each in ("Time", first, second))
    assert shown(page(heads), "x.html") == [each.format(first, second) for each in TALKS]


def test_a_head_of_a_column_of_rooms_may_have_a_word_more(shown: Shown) -> None:
    rows = "<tr><td>10:00–10:45</td><td>Volcanoes</td><td>4.17</td></tr>"
    heads = "<tr><th>Time</th><th>Talk title</th><th>Room number</th></tr>"
    assert shown(f"<p>Saturday 21 March 2026</p><table>{heads}{rows}</table>", "x.html") == [
        "2026-03-21 10:00-10:45 Volcanoes @4.17"
    ]


def test_days_over_rooms_and_a_cell_over_some_of_them(shown: Shown) -> None:
    text = """<table><thead><tr><th rowspan="2">Horaire</th><th colspan="2">Samedi 10 octobre 2026</th>
<th colspan="2">Dimanche 11 octobre 2026</th></tr>
<tr><th>Lecture Room</th><th>Amphi 2</th><th>Lecture Room</th><th>Amphi 2</th></tr></thead>
<tr><th>9h30 – 10h15</th><td>Volcans</td><td rowspan="2">Abeilles</td><td></td><td>Ponts</td></tr>
<tr><th>10h15 – 11h</th><td>Ciel</td><td></td><td>Lune</td></tr>
<tr><th>11h – 11h30</th><td colspan="4">Pause café</td></tr></table>"""
    assert shown(text, "x.html") == [
        "2026-10-10 09:30-10:15 Volcans @Lecture Room",
        "2026-10-10 09:30-11:00 Abeilles @Amphi 2 ?its cell goes over several rows",
        "2026-10-11 09:30-10:15 Ponts @Amphi 2",
        "2026-10-10 10:15-11:00 Ciel @Lecture Room",
        "2026-10-11 10:15-11:00 Lune @Amphi 2",
        "2026-10-10 11:00-11:30 Pause café",
        "2026-10-11 11:00-11:30 Pause café",
    ]
