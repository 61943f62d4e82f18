"""Grids of rooms or days: their heads, cells with times of their own, cells over several columns and rows."""

from agendacli.formats.documents.readers.html import read_html
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import Asked


def said(*rows: str) -> list[str]:
    """Day, hours, title, room with its doubts of each session of a table, whose cells `|` parts."""
    cells = "".join(f"<tr>{''.join(f'<td>{each.strip()}</td>' for each in row.split('|'))}</tr>" for row in rows)
    found, _ = sessions_of(read_html(f"<p>Monday, 9 March 2026</p><table>{cells}</table>"), Asked())
    return [
        f"{each.day.value:%d} {each.start.value}-{each.end.value} {each.title.value}"
        + (f" @{each.room.value}{'?' * bool(each.room.doubts)}" if each.room else "")
        for each in found
        if each.day.value
    ]


def test_names_over_columns_are_rooms_with_a_doubt() -> None:
    assert said("Time | Meadow | Riverbank", "9:00-10:00 | Harvest | Ferrymen") == [
        "09 540-600 Harvest @Meadow?",
        "09 540-600 Ferrymen @Riverbank?",
    ]


def test_a_name_between_rooms_is_one() -> None:
    assert said("Hora | Aula 1 | Aula 2 | Laboratorio", "9:00-10:00 | Mapas | Radio | Servidores") == [
        "09 540-600 Mapas @Aula 1",
        "09 540-600 Radio @Aula 2",
        "09 540-600 Servidores @Laboratorio?",
    ]


def test_tracks_are_no_rooms() -> None:
    assert said("Time | Track A | Track B", "9:00-10:00 | Harvest | Ferrymen") == [
        "09 540-600 Harvest",
        "09 540-600 Ferrymen",
    ]


def test_lunch_alone_in_its_row_is_in_no_room() -> None:
    assert said("Time | Room 1 | Room 2", "9:00-10:00 | Harvest | Ferrymen", "10:00-11:00 | Lunch | ")[2:] == [
        "09 600-660 Lunch"
    ]


def test_dates_in_numbers_are_no_times_of_the_head() -> None:
    assert said("Zeit | Mo<br>09.03. | Di<br>10.03.", "9:00-10:00 | Wetter | Wellen") == [
        "09 540-600 Wetter",
        "10 540-600 Wellen",
    ]


def test_a_cell_with_several_sessions() -> None:
    cell = "Session A: Carbon<br>10:30 Peat after drainage<br>11:00-11:20 Roots"
    assert said("Time | Hall A | Hall B", f"10:30-12:00 | {cell} | Water") == [
        "09 630-720 Session A: Carbon @Hall A",
        "09 630-None Peat after drainage @Hall A",
        "09 660-680 Roots @Hall A",
        "09 630-720 Water @Hall B",
    ]


def test_days_side_by_side_each_with_its_own_times() -> None:
    rows = ("15:00-16:00<br>Arrival | 9:00-12:00<br>Writing", "19:00 Supper | ")
    assert said("Monday 9 March | Tuesday 10 March", *rows) == [
        "09 900-960 Arrival",
        "10 540-720 Writing",
        "09 1140-None Supper",
    ]
