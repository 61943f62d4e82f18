"""Rooms of parts of a day in rows and lines of their own, and the house of all, in which no session is by itself."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
ROOMS = "9:00 Opening (Foyer)\n10:00 Tides (Room 2)\n11:00 Sand\n12:00 Song (Room 3)\n"


def rooms(found: tuple[ToldSession, ...]) -> list[str | None]:
    return [each.room.value if each.room else None for each in found]


@pytest.mark.parametrize(
    ("morning", "afternoon"),
    [
        ("Matinée – salle Curie", "Après-midi – salle Monge"),
        ("Morning: Room 3", "Afternoon: Room 4"),
        ("Saal 1 (Vormittag)", "Saal 2 (Nachmittag)"),
        ("Session 1, Room 3", "Session 2, Room 4"),
    ],
)
def test_a_row_over_a_table_may_say_the_room_of_a_part(sessions: Sessions, morning: str, afternoon: str) -> None:
    text = (
        f"<p>9 March 2026</p><table><tr><th>Time<th>What<tr><td colspan=2>{morning}<tr><td>9:00<td>Tides"
        f"<tr><td>10:00<td>Sand<tr><td colspan=2>{afternoon}<tr><td>14:00<td>Wind<tr><td>15:00<td>Rain</table>"
    )
    found = rooms(sessions(text, "day.html"))
    assert found[0] == found[1] != found[2] == found[3]
    assert all(each and each in f"{morning} {afternoon}" and len(each) <= len("salle Monge") for each in found)


def test_a_line_may_say_the_room_of_a_part(sessions: Sessions) -> None:
    text = "9 March 2026\n\nMorning – Room 3\n9:00 Tides\n\nAfternoon – Room 4\n14:00 Wind\n"
    assert rooms(sessions(text)) == ["Room 3", "Room 4"]


@pytest.mark.parametrize(
    "above",
    [
        "54th Congress, Winter Gardens, Skelmouth, 9 March 2026",
        "The plan for Monday 9 March 2026 at St Oswin's.",
        "Our day takes place on 9 March 2026 in the Harbour Museum.",
    ],
)
def test_the_house_of_all_is_no_room_where_sessions_have_rooms(sessions: Sessions, above: str) -> None:
    assert rooms(sessions(f"{above}\n\n{ROOMS}")) == ["Foyer", "Room 2", None, "Room 3"]


@pytest.mark.parametrize(
    ("above", "room"),
    [
        ("Unless noted we are in Hall 7.\n\n9 March 2026", "Hall 7"),
        ("9 March 2026 – Hall 7", "Hall 7"),
        ("Wie immer in der Aula der Goetheschule.\n\n9. März 2026", "Aula der Goetheschule"),
        ("Alle Proben im Probelokal.\n\n9. März 2026", "Probelokal"),
    ],
)
def test_a_room_of_all_is_kept(sessions: Sessions, above: str, room: str) -> None:
    assert rooms(sessions(f"{above}\n\n{ROOMS}")) == ["Foyer", "Room 2", room, "Room 3"]


def test_the_house_of_all_is_kept_where_few_sessions_have_rooms(sessions: Sessions) -> None:
    text = "The plan for Monday 9 March 2026 at St Oswin's.\n\n9:00 Opening\n10:00 Tides (Room 2)\n"
    assert rooms(sessions(text)) == ["St Oswin's", "Room 2"]


def test_the_room_of_a_part_is_kept_where_sessions_have_rooms(sessions: Sessions) -> None:
    morning = "9:00 Opening (Foyer)\n10:00 Tides (Room 2)\n11:00 Song (Room 3)\n"
    text = f"9 March 2026\n\n{morning}\nAfternoon – Room 4\n14:00 Wind\n"
    assert rooms(sessions(text)) == ["Foyer", "Room 2", "Room 3", "Room 4"]


@pytest.mark.parametrize(
    ("above", "room"),
    [
        ("We are in the Glasshouse Room all day.\n\n9 March 2026", "Glasshouse Room"),
        ("The hearing will be held on Monday 9 March 2026 in Committee Room 5.", "Committee Room 5"),
        ("Saturday, 9 May, 2026. Town Hall, Market Place", "Town Hall, Market Place"),
    ],
)
def test_the_room_of_all_is_no_more_than_a_room(sessions: Sessions, above: str, room: str) -> None:
    assert rooms(sessions(f"{above}\n\n9:00 Opening\n10:00 Tides\n")) == [room, room]
