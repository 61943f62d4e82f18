"""Grids of rooms or days: their heads, cells with times of their own, cells over several columns and rows."""

from collections.abc import Callable

from agendacli.formats.documents.readers.html import read_html
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import Asked, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]


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


def test_lunch_alone_in_its_row_below_another_room_than_the_first_is_there() -> None:
    assert said("Time | Room 1 | Room 2", "9:00-10:00 | Harvest | Ferrymen", "10:00-11:00 | | Lunch")[2:] == [
        "09 600-660 Lunch @Room 2?"
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


def test_where_others_name_people_first_family_names_are_some() -> None:
    people = ("Paul Kern", "Ida Holm", "Nora Weiss", "Anna Berg", "Jan Berg", "Batey, Moran et al.", "Mary Ash")
    rows = "".join(f"<tr><td>{n}:00-{n}:30<td>{who}<br>Tides {n}" for n, who in enumerate(people, 9))
    found, _ = sessions_of(read_html(f"<p>9 March 2026</p><table>{rows}</table>"), Asked())
    assert [each.name for each in found[5].people] == ["Batey", "Moran"]
    assert all(each.doubts for each in found[5].people)
    assert (found[5].title.value, bool(found[5].title.doubts)) == ("Tides 14", True)


def test_times_over_the_columns_and_days_before_the_rows() -> None:
    rows = ("Mon 9 March | Harvest<br>Ida Holm | Silt", "Tue 10 March | Locks | –")
    assert said(" | 9:00–10:30 | 11:00–12:30", *rows) == ["09 540-630 Harvest", "10 540-630 Locks", "09 660-750 Silt"]


def test_times_over_the_columns_and_rooms_before_the_rows() -> None:
    assert said("Room | 9:00–10:00 | 10:00–11:00", "Hall 1 | Silt | Sand", "Hall 2 | Mud | Clay")[:2] == [
        "09 540-600 Silt @Hall 1",
        "09 540-600 Mud @Hall 2",
    ]


def test_bare_hours_in_the_first_column_are_times() -> None:
    rows = ("9–12 | Silt | Sand", "12–13 | Lunch | Lunch", "13–17 | Walk (14:00–16:00) | Clay")
    assert said(" | Mon 9 March | Tue 10 March", *rows) == [
        "09 540-720 Silt",
        "10 540-720 Sand",
        "09 720-780 Lunch",
        "10 720-780 Lunch",
        "09 840-960 Walk",
        "10 780-1020 Clay",
    ]


def test_bare_numbers_that_do_not_increase_are_no_hours() -> None:
    assert said("9–12 | Silt", "3–4 | Sand") == []


def test_the_room_stands_below_the_name_of_the_track() -> None:
    assert said("Zeit | Forum A: Praxis<br>Raum 1.05 | Forum B: Recht<br>Raum 2.12", "9:00-10:00 | Harvest | Silt") == [
        "09 540-600 Harvest @Raum 1.05",
        "09 540-600 Silt @Raum 2.12",
    ]


def test_days_stand_over_rooms() -> None:
    table = """<p>2026</p><table><tr><th rowspan=2>Time<th colspan=2>Monday 9 March<th colspan=2>Tuesday 10 March
    <tr><th>Hall<th>Room 12<th>Hall<th>Room 12<tr><td>9:00-10:00<td colspan=2>Registration<td>Silt<td>Sand
    <tr><td>10:00-11:00<td colspan=4>Break<tr><td>11:00-12:00<td>Mud<td>Clay<td colspan=2>Farewell</table>"""
    found, _ = sessions_of(read_html(table), Asked())
    told = [f"{each.day.value} {each.title.value} {each.room.value if each.room else '–'}" for each in found]
    assert [each.removeprefix("2026-03-") for each in told] == [
        "09 Registration –", "10 Silt Hall", "10 Sand Room 12", "09 Break –", "10 Break –",
        "09 Mud Hall", "09 Clay Room 12", "10 Farewell –",
    ]  # fmt: skip


def test_days_side_by_side_have_columns_of_times() -> None:
    table = """<table><tr><th colspan=2>Mon 9 March 2026<th colspan=2>Tue 10 March 2026
    <tr><td>10:00<td>Silt<td>8:30<td>Sand<tr><td>11:00<td>Mud<td>10:30<td>Clay<tr><td>18:30<td>Supper<td><td></table>"""
    found, _ = sessions_of(read_html(table), Asked())
    assert [f"{each.day.value} {each.start.value} {each.title.value}" for each in found] == [
        "2026-03-09 600 Silt", "2026-03-10 510 Sand", "2026-03-09 660 Mud", "2026-03-10 630 Clay",
        "2026-03-09 1110 Supper",
    ]  # fmt: skip


def test_the_name_of_a_part_stands_above_its_time() -> None:
    rows = ("Session 1<br>9:30-10:30 | Silt | Sand", "Midday<br>12:00-13:00 | Mud | Clay")
    assert said(" | Salle 1 | Serre", *rows)[2:] == ["09 720-780 Mud @Salle 1", "09 720-780 Clay @Serre?"]


def test_the_room_of_a_column_stays_where_a_title_names_another() -> None:
    assert said("Time | Room 1 | Room 2", "9:00-10:00 | Sensors in the Hall | Locks")[0] == (
        "09 540-600 Sensors in the Hall @Room 1"
    )


def test_minutes_of_each_are_no_length_of_all() -> None:
    assert said("9:00 | Short talks (10 minutes each)", "10:00 | Break")[0] == (
        "09 540-None Short talks (10 minutes each)"
    )


def people(*rows: str) -> list[tuple[str, list[str]]]:
    """Title and people of each session of a table, a name with a doubt marked."""
    cells = "".join(f"<tr>{''.join(f'<td>{each.strip()}</td>' for each in row.split('|'))}</tr>" for row in rows)
    found, _ = sessions_of(read_html(f"<p>Monday, 9 March 2026</p><table>{cells}</table>"), Asked())
    return [(each.title.value, [f"{one.name}{'?' * bool(one.doubts)}" for one in each.people]) for each in found]


def test_brackets_that_hold_names_everywhere_hold_people() -> None:
    rows = ("9:00 | Hinges (Taavi Rebane) | Twill (Kaisa Umbsaar)", "10:00 | Open forge | Dyes (Liis Kadarik)")
    assert people("Time | Forge | Loom", *rows) == [
        ("Hinges", ["Taavi Rebane?"]),
        ("Twill", ["Kaisa Umbsaar"]),
        ("Open forge", []),
        ("Dyes", ["Liis Kadarik"]),
    ]


def test_brackets_that_hold_other_things_as_well_hold_none() -> None:
    rows = ("9:00 | Hinges (Taavi Rebane) | Twill (Beginners Only)", "10:00 | Forge (Bring tools) | Dyes (Old barn)")
    assert [found for _, found in people("Time | Forge | Loom", *rows)] == [[], [], [], []]


def test_last_lines_of_cells_that_are_names_everywhere_are_people() -> None:
    rows = (
        "9:00 | Hinges<br>Taavi Rebane | Twill<br>Kaisa Umbsaar",
        "10:00 | Nails<br>Eerik Kadarik | Dyes<br>Liis Kadarik",
    )
    assert [found for _, found in people("Time | Forge | Loom", *rows)] == [
        ["Taavi Rebane?"], ["Kaisa Umbsaar"], ["Eerik Kadarik"], ["Liis Kadarik"],
    ]  # fmt: skip


def test_who_has_an_honorific_once_is_known_elsewhere() -> None:
    rows = ("9:00 | Talk (Dr. Zoltanka Vrbin)", "10:00 | Zoltanka Vrbin: Silt")
    assert people(*rows)[1][1] == ["Zoltanka Vrbin"]


def test_dashes_before_names_everywhere_stand_before_people() -> None:
    rows = ("9:00 | Radar – Indrek Petrauskas | Roots – Aiste Petrauskaite", "10:00 | Silt – Eerik Kadarik | Break")
    assert [found for _, found in people("Time | Room 1 | Room 2", *rows)] == [
        ["Indrek Petrauskas"], ["Aiste Petrauskaite?"], ["Eerik Kadarik"], [],
    ]  # fmt: skip


def test_what_stands_in_brackets_is_doubted_and_what_is_cancelled_no_session(sessions: Sessions) -> None:
    head = "<tr><td><th>Mon 9 March 2026<th>Tue 10 March 2026"
    rows = f"{head}<tr><td>9:00-10:00<td>(travel)<td>Swim<tr><td>10:00-11:00<td>cancelled<td>Dry land (9:45!)"
    found = sessions(f"<table>{rows}<tr><td>19:00<td>Dinner<td></table>", "x.html")
    assert [(each.start.value, each.end.value, each.title.value, each.title.doubts) for each in found] == [
        (540, 600, "(travel)", ("all of it stands in brackets",)),
        (540, 600, "Swim", ()),
        (585, None, "Dry land", ("its own time is in brackets",)),
        (1140, None, "Dinner", ()),
    ]


def test_a_cell_over_several_rooms_is_in_the_first_with_a_doubt_and_a_break_in_none(sessions: Sessions) -> None:
    head = "<tr><th>Time<th>Room 1<th>Room 2<th>Room 3"
    rows = f"{head}<tr><td>9:00<td>Tides<td colspan=2>Posters<tr><td>10:00<td>Silt<td colspan=2>Coffee"
    found = sessions(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")
    over = "its cell goes over the columns of several rooms"
    assert [(each.room.value, each.room.doubts) if each.room else None for each in found] == [
        ("Room 1", ()),
        ("Room 2", (over,)),
        ("Room 1", ()),
        None,
    ]


def test_a_day_in_a_cell_of_two_lines_is_read_as_a_whole(sessions: Sessions) -> None:
    head = "<h2>Examinations 2026</h2><table><tr><th>Date<th>Start<th>Paper<th>Length"
    rows = "<tr><td>Mon 1<br>June<td>9:00<td>Latin<td>1 h 30<tr><td>Tue 2<br>June<td>13:30<td>Physics<td>2 h"
    found = sessions(f"{head}{rows}</table>", "x.html")
    assert [(str(each.day.value), each.start.value, each.end.value) for each in found] == [
        ("2026-06-01", 540, 630),
        ("2026-06-02", 810, 930),
    ]


def test_codes_with_a_full_stop_head_columns_of_rooms(shown: Callable[..., list[str]]) -> None:
    rows = "<tr><th>Time<th>Lecture Theatre 1<th>HB 2.14<tr><th>11:00-11:30<td>Marking<td rowspan=2>Feedback"
    rows += "<tr><th>11:30-12:00<td>Groups"
    assert shown(f"<p>30 June 2027</p><table>{rows}</table>", "a.html") == [
        "2027-06-30 11:00-11:30 Marking @Lecture Theatre 1",
        "2027-06-30 11:00-12:00 Feedback @HB 2.14 ?its cell goes over several rows",
        "2027-06-30 11:30-12:00 Groups @Lecture Theatre 1",
    ]
