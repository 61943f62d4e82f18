"""Rooms among the other words of lines below a title, and rooms that recur behind titles."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.tokens.meeting_points import meeting_point
from agendacli.formats.documents.tokens.places import is_place
from agendacli.formats.documents.values.rooms.in_notes import BELOW_TITLE
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
DAY = "9 March 2026\n\n"


def rooms(found: tuple[ToldSession, ...]) -> list[str | None]:
    return [each.room.value if each.room else None for each in found]


@pytest.mark.parametrize(
    ("below", "room"),
    [
        ("for all of the staff, Room 4", "Room 4"),
        ("alle Fraktionen, Zimmer 4", "Zimmer 4"),
        ("Programmieren mit kleinen Robotern, von neun Jahren an, Computerraum.", "Computerraum"),
        ("Salle de réunion 2 (groupes de six)", "Salle de réunion 2"),
        ("mit Petra Ahlers, in der Werkstatt", "Werkstatt"),
        ("mit dem Chronisten; Treffpunkt Foyer", "Foyer"),
        ("Nobody is late. This lecture is in the Founders Lecture Hall, at the usual time", "Founders Lecture Hall"),
    ],
)
def test_a_room_at_the_end_of_a_line_or_in_a_sentence(sessions: Sessions, below: str, room: str) -> None:
    found = sessions(f"{DAY}9:00 Bilan\n{below}\n")
    assert rooms(found) == [room]


@pytest.mark.parametrize(
    "below",
    [
        "If it rains we stay inside, Room 4",
        "afterwards there is tea, Room 4",
        "booking is needed, see Room 4",
        "The spare keys are in Room 4, on the shelf by the door",
        "a long way to go, " * 14 + "Room 4",
    ],
)
def test_a_room_for_another_case_or_another_time_is_none(sessions: Sessions, below: str) -> None:
    assert rooms(sessions(f"{DAY}9:00 Bilan\n{below}\n")) == [None]


def test_a_line_below_a_title_goes_before_the_room_of_all(sessions: Sessions) -> None:
    above = "All sessions are held in Kay Auditorium unless noted otherwise.\n\n"
    found = sessions(
        f"{above}{DAY}9:00 Bilan\nDr. Ida Holm. This talk is in the Founders Hall.\n\n"
        "10:00 Tides\nwith Ben Weir, in the kiln shed\n"
    )
    assert rooms(found) == ["Founders Hall", "kiln shed"]
    assert all(each.room and BELOW_TITLE in each.room.doubts for each in found)


def test_brackets_are_rooms_where_most_of_them_are(sessions: Sessions) -> None:
    text = (
        f"{DAY}9:00 Voix (studio 2)\n10:00 Acte I (grand plateau)\n11:00 Acte II (grand plateau)\n"
        "12:00 Lumière (bureau de la régie)\n13:00 Notes (studio 2)\n14:00 Filage (séance publique, open to all)\n"
    )
    assert rooms(sessions(text)) == [
        "studio 2",
        "grand plateau",
        "grand plateau",
        "bureau de la régie",
        "studio 2",
        None,
    ]


def test_brackets_that_recur_are_rooms_where_one_is_a_place(sessions: Sessions) -> None:
    text = (
        f"{DAY}9:00 Sheep (Cattle ring)\n10:00 Goats (Cattle ring)\n11:00 Wine (Carpa 2)\n"
        "12:00 Bees (new)\n13:00 Ants (new)\n"
    )
    assert rooms(sessions(text)) == ["Cattle ring", "Cattle ring", "Carpa 2", None, None]


def test_brackets_behind_people_are_where_they_are_from_unless_they_are_rooms(sessions: Sessions) -> None:
    text = (
        f"{DAY}8h30 Accueil (hall d'entrée)\n9h15 Vers de terre – Ida Holm (INRAE)\n10h45 Pause (hall d'entrée)\n"
        "11h15 Profils – Marie Savary (fosse du parc)\n11h15 Insectes – Luc Martin (labo 3)\n12h30 Buffet (cafétéria)\n"
    )
    expected = ["hall d'entrée", None, "hall d'entrée", "fosse du parc", "labo 3", "cafétéria"]
    assert rooms(sessions(text)) == expected


def test_what_recurs_behind_commas_is_a_room_where_a_third_are_places(sessions: Sessions) -> None:
    text = (
        f"{DAY}9:00 Warm-up, parish hall\n10:00 Run, nave\n11:00 Lunch, parish hall\n"
        "12:00 Concert, nave\n13:00 Walk, slow\n"
    )
    assert rooms(sessions(text)) == ["parish hall", "nave", "parish hall", "nave", None]


def test_what_recurs_behind_commas_is_none_where_nothing_is_a_place(sessions: Sessions) -> None:
    assert rooms(sessions(f"{DAY}9:00 Warm-up, slow\n10:00 Run, slow\n11:00 Walk, fast\n")) == [None, None, None]


def test_a_name_of_small_words_below_a_title_is_a_room_where_others_have_theirs(sessions: Sessions) -> None:
    text = (
        f"{DAY}10h Accueil\nHalle aux grains\n\n11h Contes\nGrande salle\n\n12h Vers\nGrande salle\n\n"
        "13h Prix\nHalle aux grains\n\n14h Dictée\nDevant tout le monde\n"
    )
    assert rooms(sessions(text)) == ["Halle aux grains", "Grande salle", "Grande salle", "Halle aux grains", None]


@pytest.mark.parametrize("text", ["salle d'étude 3", "Sala de ordenadores 2", "salle de simulation 2"])
def test_rooms_of_a_kind_by_their_number(text: str) -> None:
    assert is_place(text)


def test_a_meeting_point_may_stand_without_a_sign_before_its_name() -> None:
    met = meeting_point("Walk; meeting point North Gate")
    assert met
    assert (met.before, met.place) == ("Walk", "North Gate")
    assert meeting_point("Walk; meeting point as usual") is None
