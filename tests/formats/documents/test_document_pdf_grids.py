"""Grids without rules on a printed page: heads in the middle of their columns, times in the middle of their rows."""

import pytest
from tests.formats.documents.conftest import shown_session
from tests.formats.documents.test_document_pdf import Placed, pdf

from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import Asked

pytest.importorskip("pdfplumber")

DAY = (57, 60, "Saturday 21 March 2026")
ALONE = "?it stands alone in its row, and may be for all rooms"


def shown(*placed: Placed) -> list[str]:
    return [shown_session(each) for each in sessions_of(read_document(pdf(placed), "x.pdf"), Asked())[0]]


def test_heads_stand_in_the_middle_and_times_go_over_two_lines() -> None:
    found = shown(
        DAY,
        *((77, 100, "Time"), (193, 100, "Main Hall"), (345, 100, "Planetarium"), (462, 100, "Lecture Room B")),
        (446, 120, "How vaccines are"),
        *((61, 134, "10:00-"), (129, 134, "Volcanoes in your kitchen"), (446, 134, "counted")),
        (318, 141, "The sky tonight"),
        *((61, 148, "10:45"), (129, 148, "Dr Ida Holm"), (446, 148, "Professor Ben Ahlers")),
        *((61, 175, "11:00-"), (129, 175, "Why bridges hum"), (446, 175, "Bees by the million")),
        (318, 182, "Black holes for all"),
        *((61, 189, "11:45"), (129, 189, "Dr Ole Bergvall"), (446, 189, "Mrs Avril Haddow")),
        *((61, 215, "12:00-"), (129, 222, "Lunch"), (61, 229, "13:00")),
        *((61, 255, "14:00-"), (446, 255, "Code your own tide"), (61, 269, "15:30"), (446, 269, "table")),
    )
    head = "?the head of its column, taken for a room"
    assert found == [
        "2026-03-21 10:00-10:45 Volcanoes in your kitchen @Main Hall +Dr Ida Holm (speaker)",
        f"2026-03-21 10:00-10:45 The sky tonight @Planetarium {head}",
        "2026-03-21 10:00-10:45 How vaccines are counted @Lecture Room B +Professor Ben Ahlers (speaker)",
        "2026-03-21 11:00-11:45 Why bridges hum @Main Hall +Dr Ole Bergvall (speaker)",
        f"2026-03-21 11:00-11:45 Black holes for all @Planetarium {head}",
        "2026-03-21 11:00-11:45 Bees by the million @Lecture Room B +Mrs Avril Haddow (speaker)",
        "2026-03-21 12:00-13:00 Lunch",
        "2026-03-21 14:00-15:30 Code your own tide table @Lecture Room B",
    ]


def test_days_stand_over_several_rooms_each() -> None:
    found = shown(
        (57, 40, "Data week"),
        (57, 60, "2026"),
        *((187, 100, "Monday 5 October"), (407, 100, "Tuesday 6 October")),
        *((78, 122, "Time"), (131, 122, "Lecture Hall 1"), (233, 122, "Film Room"), (368, 122, "Lecture Hall 1")),
        (473, 122, "Film Room"),
        (349, 145, "Keynote: Rivers of"),
        (130, 152, "Opening"),
        *((61, 159, "09:00-10:00"), (349, 159, "data")),
        (130, 166, "Dr Ida Holm"),
        (349, 173, "Prof Ben Ahlers"),
        *((61, 196, "10:00-10:30"), (130, 196, "Coffee"), (349, 196, "Coffee")),
        (214, 218, "Hands-on: maps"),
        *((61, 232, "10:30-12:00"), (130, 232, "Soil"), (214, 232, "for beginners"), (349, 232, "Air")),
        (471, 232, "Hands-on: clouds"),
        (214, 246, "Dr Ana Prieto"),
    )
    assert found == [
        f"2026-10-05 09:00-10:00 Opening @Lecture Hall 1 +Dr Ida Holm (speaker) {ALONE}",
        f"2026-10-06 09:00-10:00 Keynote: Rivers of data @Lecture Hall 1 +Prof Ben Ahlers (speaker) {ALONE}",
        "2026-10-05 10:00-10:30 Coffee",
        "2026-10-06 10:00-10:30 Coffee",
        "2026-10-05 10:30-12:00 Soil @Lecture Hall 1",
        "2026-10-05 10:30-12:00 Hands-on: maps for beginners @Film Room +Dr Ana Prieto (speaker)",
        "2026-10-06 10:30-12:00 Air @Lecture Hall 1",
        "2026-10-06 10:30-12:00 Hands-on: clouds @Film Room",
    ]


def test_rooms_head_columns_beside_an_empty_corner_and_one_time_is_in_the_middle() -> None:
    found = shown(
        (157, 78, "Freitag, 6.11.2026"),
        *((157, 101, "Festsaal"), (273, 101, "Kleiner Saal"), (390, 101, "Foyer")),
        (157, 146, "Der Anfang"),
        (61, 153, "18:00-18:30"),
        (157, 160, "Dr. Jutta Weber"),
        *((61, 183, "18:30-19:30"), (157, 183, "Sterne"), (273, 183, "Das leise Meer"), (390, 183, "Farben")),
        *((61, 206, "19:30-20:00"), (157, 206, "Pause")),
        *((61, 228, "20:00-21:00"), (157, 228, "Slam")),
    )
    assert found == [
        f"2026-11-06 18:00-18:30 Der Anfang @Festsaal +Dr. Jutta Weber (speaker) {ALONE}",
        "2026-11-06 18:30-19:30 Sterne @Festsaal",
        "2026-11-06 18:30-19:30 Das leise Meer @Kleiner Saal",
        "2026-11-06 18:30-19:30 Farben @Foyer",
        "2026-11-06 19:30-20:00 Pause",
        f"2026-11-06 20:00-21:00 Slam @Festsaal {ALONE}",
    ]


def test_ends_have_a_column_and_a_room_may_be_empty() -> None:
    found = shown(
        DAY,
        *((61, 108, "Start"), (117, 108, "End"), (171, 108, "Talk Theatre"), (332, 108, "Main Hall")),
        (471, 108, "Film Room"),
        (171, 131, "Volcanoes"),
        *((61, 138, "10:00"), (117, 138, "10:45"), (332, 138, "Soap")),
        (171, 145, "Dr Ida Holm"),
        *((61, 168, "11:00"), (117, 168, "11:45"), (171, 168, "Bridges"), (332, 168, "Lego for all")),
        *((61, 191, "12:00"), (117, 191, "13:00"), (171, 191, "Lunch")),
    )
    assert found == [
        "2026-03-21 10:00-10:45 Volcanoes @Talk Theatre +Dr Ida Holm (speaker)",
        "2026-03-21 10:00-10:45 Soap @Main Hall",
        "2026-03-21 11:00-11:45 Bridges @Talk Theatre",
        "2026-03-21 11:00-11:45 Lego for all @Main Hall",
        "2026-03-21 12:00-13:00 Lunch",
    ]
