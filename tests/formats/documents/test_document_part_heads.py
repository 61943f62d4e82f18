"""Lines of plain text that head a part, family names that stand first, meeting points, and titles that are wrapped."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.values.told import WHOLE_PART, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
DAY = "Lichens 2026\n\nThursday, 3 September 2026   (all talks: Aurora Hall)\n\n"


def people(session: ToldSession) -> list[tuple[str, str]]:
    return [(each.role, each.name) for each in session.people]


def test_a_part_of_plain_text_is_led_by_who_stands_in_its_head(sessions: Sessions) -> None:
    text = (
        f"{DAY}09:00 Welcome\n\nSession A. Ecology           Chair: Ruth Okonkwo\n09:10 Ferns\n"
        "\nSession B. Methods\n10:10 Mosses\n11:00 Parallel\nSession 4 Trees\n12:00 Lunch\n"
    )
    found = sessions(text)
    assert [each.title.value for each in found] == ["Welcome", "Ferns", "Mosses", "Parallel", "Lunch"]
    assert [people(each) for each in found] == [[], [("chair", "Ruth Okonkwo")], [], [], []]
    assert found[1].people[0].doubts == (WHOLE_PART,)
    assert [each.room.value for each in found if each.room] == ["Aurora Hall"] * 4


def test_family_names_in_capital_letters_stand_first(sessions: Sessions) -> None:
    text = f"{DAY}09:10 [A1] LINDQVIST, Per: Clocks of glacier retreat\n09:40 MORI, Kenta & ABE, Yui: Alpine crusts\n"
    assert [people(each) for each in sessions(text)] == [
        [("speaker", "Per LINDQVIST")],
        [("speaker", "Kenta MORI"), ("speaker", "Yui ABE")],
    ]


@pytest.mark.parametrize("text", ["US EPA, Region", "EU, Un", "Lindqvist, Per", "LINDQVIST, PER"])
def test_acronyms_and_others_are_no_family_names(text: str) -> None:
    assert PeopleSense().people(text) is None


def test_a_family_name_first_has_its_place_behind_it() -> None:
    (found,) = PeopleSense().people("O’DONNELL, Fiona (Cork)") or ()
    assert (found.name, found.position) == ("Fiona O’DONNELL", "Cork")


@pytest.mark.parametrize(
    ("line", "title", "room"),
    [
        ("Walk, Treffpunkt: Parkplatz Linde", "Walk", "Parkplatz Linde"),
        ("Children’s run (Start: Kirchplatz)", "Children’s run", "Kirchplatz"),
        ("Walk to the mill; meeting point: North gate", "Walk to the mill", "North gate"),
        ("Walk, start: 10:00 sharp", "Walk, start: 10:00 sharp", None),
    ],
)
def test_where_people_meet_is_the_room(sessions: Sessions, line: str, title: str, room: str | None) -> None:
    (found,) = sessions(f"3 September 2026\n\n09:00 {line}\n")
    assert (found.title.value, found.room.value if found.room else None) == (title, room)


def test_a_title_goes_on_in_the_next_line_of_a_text(sessions: Sessions) -> None:
    text = (
        "3 September 2026\n10:40-11:10  What the roads of the north tell us all\n             about nitrogen\n"
        "11:10-12:00  The long history of the maps of the north\n             with many pictures\n"
        "12:00-13:00  Lunch\n             bring your own\n"
    )
    found = sessions(text)
    assert [each.title.value for each in found] == [
        "What the roads of the north tell us all about nitrogen",
        "The long history of the maps of the north",
        "Lunch",
    ]
    assert found[0].title.doubts == ("joined from several lines",)


def test_quotation_marks_of_german_are_closed(sessions: Sessions) -> None:
    (found,) = sessions("3. September 2026\n19:00 Vortrag „Die Rench – ein Fluss“\n")
    assert found.title.doubts == ()


def test_what_may_be_a_room_or_a_person_is_doubted(sessions: Sessions) -> None:
    text = (
        "Festival 2026\n\n3 September 2026\n9:00 Ferns (Main Hall)\n10:00 Mosses (Room 2)\n11:00 Trees (Main Hall)\n"
        "12:00 Dancing, Old Granary\n13:00 Lamps\nReserves\n14:00 Weaving with Zorvad van Benali\n"
        "15:00 Lunch\nBy the lake\n"
    )
    assert [each.title.doubts for each in sessions(text)][3:] == [
        ("`Old Granary` may be a room",),
        ("`Reserves` may be a room",),
        ("seems to name a person", "reads as if it named a person"),
        (),
    ]


def test_a_head_that_says_no_role_leaves_people_doubted(sessions: Sessions) -> None:
    text = (
        "# Theses\n\n| Date | Time | Candidate | Title | Director |\n|---|---|---|---|---|\n"
        "| 3 June 2026 | 10:00 | Lucy Ferrer | Currents of the sea | Dr. Tom Aguirre |\n"
    )
    (found,) = sessions(text, "theses.md")
    assert [(each.name, each.doubts) for each in found.people] == [
        ("Lucy Ferrer", ("the head of the column leaves the role open",)),
        ("Dr. Tom Aguirre", ("the head of the column leaves the role open",)),
    ]
