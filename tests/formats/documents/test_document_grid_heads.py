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
        ("Green Stage", "Start-up Studio"),
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


@pytest.mark.parametrize(
    ("first", "second"), [("Castle 1", "Burns 5"), ("Oak", "Ash"), ("Le Pressoir", "La Forge"), ("Amsel", "Fink")]
)
def test_names_beside_an_empty_corner_are_rooms(shown: Shown, first: str, second: str) -> None:
    heads = "".join(f"<td>{each}</td>" for each in ("", first, second))
    doubt = "?the head of its column, taken for a room"
    assert shown(page(heads), "x.html") == [
        f"2026-03-21 10:00-10:45 Volcanoes @{first} +Dr Ida Holm (speaker) {doubt}",
        f"2026-03-21 10:00-10:45 Vaccines @{second} +Professor Ben Ahlers (speaker) {doubt}",
        "2026-03-21 12:00-13:00 Lunch",
        f"2026-03-21 13:00-13:45 Tides @{second} {doubt}",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lead Wall", "Cave"),
        ("Cave", "Host Tent"),
        ("Event Barn", "Old Dairy"),
        ("Contact Zone", "Quiet Den"),
        ("Vortrag Eck", "Film Eck"),
        ("Conférence bulle", "Nid"),
        ("Con Arte", "Rincón"),
    ],
)
def test_names_over_sessions_with_people_may_have_a_word_for_a_column(shown: Shown, first: str, second: str) -> None:
    heads = "".join(f"<th>{each}</th>" for each in ("", first, second))
    assert [each.partition(" ?")[0] for each in shown(page(heads), "x.html")] == [
        each.format(first, second) for each in TALKS
    ]


def test_a_name_with_a_word_for_people_over_titles_is_that_of_a_room(shown: Shown) -> None:
    head = "<tr><th></th><th>Cave</th><th>Lead Wall</th></tr>"
    knots = "<tr><td>10:00–10:45</td><td>Knots</td><td>Clips</td></tr>"
    slabs = "<tr><td>11:00–11:45</td><td>Slabs</td><td>Falls</td></tr>"
    text = f"<p>Saturday 21 March 2026</p><table>{head}{knots}{head}{slabs}</table>"
    assert [each.partition(" ?")[0] for each in shown(text, "x.html")] == [
        "2026-03-21 10:00-10:45 Knots @Cave",
        "2026-03-21 10:00-10:45 Clips @Lead Wall",
        "2026-03-21 11:00-11:45 Slabs @Cave",
        "2026-03-21 11:00-11:45 Falls @Lead Wall",
    ]


@pytest.mark.parametrize("second", ["Lead partner", "Presenter from"])
def test_a_word_for_people_over_people_is_no_room(shown: Shown, second: str) -> None:
    rows = (
        "<tr><td>10:00–10:45</td><td>Volcanoes</td><td>Ida Holm</td></tr>"
        "<tr><td>11:00–11:45</td><td>Tides</td><td>Jonas Falk</td></tr>"
    )
    text = f"<p>Saturday 21 March 2026</p><table><tr><th>Time</th><th>Bit</th><th>{second}</th></tr>{rows}</table>"
    found = shown(text, "x.html")
    assert [each.partition(" ?")[0] for each in found] == [
        "2026-03-21 10:00-10:45 Volcanoes +Ida Holm (speaker)",
        "2026-03-21 11:00-11:45 Tides +Jonas Falk (speaker)",
    ]


def test_names_below_days_are_rooms(shown: Shown) -> None:
    days = "<td></td><td colspan=2>Friday 5 June 2026</td><td colspan=2>Saturday 6 June 2026</td>"
    rooms = "<td></td><td>Oak</td><td>Ash</td><td>Oak</td><td>Ash</td>"
    row = "<td>9:00-10:00</td><td>Clay</td><td>Wool</td><td>Paint</td><td></td>"
    text = f"<table><tr>{days}</tr><tr>{rooms}</tr><tr>{row}</tr></table>"
    assert [each.partition(" ?")[0] for each in shown(text, "x.html")] == [
        "2026-06-05 09:00-10:00 Clay @Oak",
        "2026-06-05 09:00-10:00 Wool @Ash",
        "2026-06-06 09:00-10:00 Paint @Oak",
    ]


def test_what_each_column_says_in_a_row_is_in_no_room_and_stands_there_once(shown: Shown) -> None:
    rows = "| 9h-10h | Rosiers | Compost |\n| 10h-10h30 | Pause | Pause |\n| 11h-12h | Semis | Semis tardifs |"
    text = f"Samedi 14 mars 2026\n\n| Horaire | Salle A | Salle B |\n|---|---|---|\n{rows}\n"
    assert shown(text, "x.md") == [
        "2026-03-14 09:00-10:00 Rosiers @Salle A",
        "2026-03-14 09:00-10:00 Compost @Salle B",
        "2026-03-14 10:00-10:30 Pause",
        "2026-03-14 11:00-12:00 Semis @Salle A",
        "2026-03-14 11:00-12:00 Semis tardifs @Salle B",
    ]


def test_a_column_with_people_is_one_of_a_grid_below_rooms(shown: Shown) -> None:
    rows = (
        "<tr><td>Zeit<td>Halle 1<td>Werkraum<td>Seminarraum 2"
        "<tr><td>9.30–10.30 Uhr<td>Dach<br>Lukas Zeller<td>Zinken<br>Mira Holm<td>Moderation: Gudrun Bopp"
        "<tr><td>10.45–11.45 Uhr<td>Abbund<br>Marek Weber<td>Wachs<br>Ida Lind<td>Vortrag: Lehm<br>Samira Weiss"
    )
    found = shown(f"<p>6. Juli 2026<table>{rows}</table>", "x.html")
    assert [each.partition("@")[2].split(" +")[0] for each in found] == ["Halle 1", "Werkraum", "Seminarraum 2"] * 2
