"""Rooms as documents put them: behind a title, in brackets, between signs, in a sentence, once for all."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.tokens.places import cut_at_place, is_place, place_at_end
from agendacli.formats.documents.values.told import ToldSession

Shown = Callable[..., list[str]]
Sessions = Callable[..., tuple[ToldSession, ...]]
DAY = "9 March 2026\n"


def rooms(found: tuple[ToldSession, ...]) -> list[tuple[str, str | None]]:
    return [(each.title.value, each.room.value if each.room else None) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        *("Potting Shed", "Lower Lawn", "Jugendraum (UG)", "Platz 1 und 2", "Studios A & B", "Café", "hall d’entrée"),
        *("Main hall", "espace jeunesse", "Salón de Grados", "Vestíbulo del Aulario IV", "Restaurante La Encina"),
        *("Raum 1.02", "Level 2"),
    ],
)
def test_a_part_that_stands_apart_is_a_place_by_the_word_at_its_end_or_its_beginning(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize(
    "text", ["The case of Hyde Park", "Church leaders", "Open House", "Bring your own", "Room for improvement", "Club"]
)
def test_a_part_in_which_such_a_word_means_another_thing_is_none(text: str) -> None:
    assert not is_place(text)


def test_a_text_is_cut_at_the_last_place_behind_its_first_part() -> None:
    cut = cut_at_place("Welcome · Main hall · Priya Venkat", is_place)
    assert cut
    assert (cut.before, cut.place, cut.behind) == ("Welcome", "Main hall", "Priya Venkat")
    cut = cut_at_place("Viewing, Special Collections, Green Library", is_place)
    assert cut
    assert (cut.before, cut.place) == ("Viewing", "Special Collections, Green Library")
    assert cut_at_place("Main hall: opening", is_place) is None


def test_a_place_is_named_at_the_end_behind_a_word_for_at() -> None:
    assert place_at_end("Dinner at Trattoria Bella") == "Trattoria Bella"
    assert place_at_end("Photographs in the churchyard") == "churchyard"
    assert place_at_end("Walk (meet at the Toolshed)") == "Toolshed"
    assert place_at_end("Hike (if it rains: films in the barn)") is None


def test_the_room_stands_between_signs_before_the_people(sessions: Sessions) -> None:
    found = sessions(
        DAY + "- 09:30 Welcome · Main hall · Priya Venkat\n- 10:00 Corpora — Maria Lopez — Laboratorio 3\n"
    )
    assert rooms(found) == [("Welcome", "Main hall"), ("Corpora", "Laboratorio 3")]
    assert [[each.name for each in one.people] for one in found] == [["Priya Venkat"], ["Maria Lopez"]]


def test_what_stands_behind_the_room_is_kept(sessions: Sessions) -> None:
    found = sessions(DAY + "20 Uhr Disco, Festzelt (Einlass ab 16 Jahren)\n")
    assert rooms(found) == [("Disco", "Festzelt")]
    assert [each.text for each in found[0].notes] == ["(Einlass ab 16 Jahren)"]


def test_a_room_behind_titles_that_recurs_is_no_longer_doubted(sessions: Sessions) -> None:
    found = sessions(DAY + "9:00 Opening, Potting Shed\n10:00 Seeds, Potting Shed\n11:00 Tea, Lower Lawn\n")
    assert [bool(each.room and each.room.doubts) for each in found] == [False, False, True]


def test_minutes_of_a_meeting_are_no_length(sessions: Sessions) -> None:
    found = sessions(DAY + "14:00 Apologies\n14:05 Minutes of the last meeting\n")
    assert [each.title.value for each in found] == ["Apologies", "Minutes of the last meeting"]


@pytest.mark.parametrize(
    "line",
    [
        "4.1 Accounts to 30 June — Ida Holm",
        "Please register by 5 March",
        "Anmeldung bis zum 5. März",
        "Inscripción antes del 5 de marzo",
    ],
)
def test_a_deadline_is_no_heading_of_a_day(sessions: Sessions, line: str) -> None:
    found = sessions(f"9 March 2026\n9:00 Opening\n{line}\n10:00 Talk\n")
    assert [str(each.day.value) for each in found] == ["2026-03-09", "2026-03-09"]


def test_people_behind_a_role_without_a_sign(sessions: Sessions) -> None:
    found = sessions(
        DAY + "9:00 Yoga (Leitung Petra Ahlers)\n10:00 Podium: Netze\n"
        "mit Dr. Jan Petersen (Amt), Yasemin Aydin (Nord) und Claudia Rehm (Süd)\n"
    )
    assert [(each.role, each.name) for one in found for each in one.people] == [
        ("chair", "Petra Ahlers"),
        ("panellist", "Dr. Jan Petersen"),
        ("panellist", "Yasemin Aydin"),
        ("panellist", "Claudia Rehm"),
    ]


def test_a_room_for_all_but_what_says_otherwise_is_not_that_of_breaks(sessions: Sessions) -> None:
    head = "Monday, 9 March 2026\n\nUnless noted otherwise we are in room 114.\n\n"
    found = sessions(f"{head}9:00 Tides\n10:00 Coffee\n10:30 Silt, Room 3\n12:00 Free afternoon\n")
    assert [each.room.value if each.room else None for each in found] == ["room 114", None, "Room 3", None]


@pytest.mark.parametrize(
    ("day", "room"),
    [
        ("Freitag, den 29. Mai 2026 (Vereinsheim)", "Vereinsheim"),
        ("Friday 29 May 2026 (Clubhouse)", "Clubhouse"),
        ("Friday 29 May 2026 (postponed)", None),
    ],
)
def test_the_heading_of_a_day_may_name_a_house_in_brackets(sessions: Sessions, day: str, room: str | None) -> None:
    found = sessions(f"{day}\n\n18:00-18:30 Tides\n18:30-19:00 Sand\n")
    assert [each.room and each.room.value for each in found] == [room, room]


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("Tides. Speaker: Dr. Ida Holm (Lecture Hall)", "Lecture Hall"),
        ("Tides. Speaker: Dr. Ida Holm (Lisbon)", None),
    ],
)
def test_a_room_in_brackets_behind_people(sessions: Sessions, text: str, room: str | None) -> None:
    (found,) = sessions(f"29 May 2026\n\n18:00-18:30 {text}\n")
    assert (found.room and found.room.value) == room
    assert len(found.people) == 1


def test_a_room_in_brackets_behind_people_with_their_role_is_that_of_the_session(sessions: Sessions) -> None:
    found = sessions(
        DAY + "9:00 Riego\nPonente: Ing. Álvaro Núñez y Prieto (Salón de actos)\n"
        "10:00 Sols vivants. Animé par Zélie Roux (salle 4)\n11:00 Weirs\nSpeaker: Ida Holm (Coast Office)\n"
    )
    assert [room for _, room in rooms(found)] == ["Salón de actos", "salle 4", None]
    assert [each.name for told in found for each in told.people] == [
        "Ing. Álvaro Núñez y Prieto",
        "Zélie Roux",
        "Ida Holm",
    ]


def test_a_room_of_several_words_in_small_letters_stands_behind_a_sign(sessions: Sessions) -> None:
    found = sessions(DAY + "9:00 Supper - mess tent\n10:00 Lunch, vicarage garden\n11:00 Songs, all of you\n")
    assert rooms(found) == [("Supper", "mess tent"), ("Lunch", "vicarage garden"), ("Songs, all of you", None)]


def test_a_room_below_the_heading_of_a_session_is_its_own(shown: Shown) -> None:
    text = (
        "# 9 March 2026\n\n### 10:00–10:30 Tides\n\n**Ida Holm** · Main Hall\n\n### 10:30–11:00 Coffee\n\nFoyer\n\n"
        "### 11:00–11:30 Lightning talks\n\nMain Hall, hosted by **Ann Poe**\n\n### 11:30–12:00 Sands\n"
    )
    assert shown(text, "a.md") == [
        "2026-03-09 10:00-10:30 Tides @Main Hall +Ida Holm (speaker)",
        "2026-03-09 10:30-11:00 Coffee @Foyer",
        "2026-03-09 11:00-11:30 Lightning talks @Main Hall +Ann Poe (host)",
        "2026-03-09 11:30-12:00 Sands",
    ]


def test_brackets_are_rooms_where_half_of_them_are_also_before_a_sentence(shown: Shown) -> None:
    rows = [
        "11:00 | Hike (north meadow). Bring shoes.",
        "12:00 | Lunch (Hall 2)",
        "13:00 | Sailing (boat house), with Ida Holm",
        "14:00 | Games (Hall 2)",
        "15:00 | Songs (Hall 2)",
    ]
    text = "# 9 March 2026\n\n| Time | What |\n|---|---|\n" + "".join(f"| {each} |\n" for each in rows)
    assert [each.split(" @")[1].split(" ?")[0].split(" ~")[0].split(" +")[0] for each in shown(text, "a.md")] == [
        "north meadow",
        "Hall 2",
        "boat house",
        "Hall 2",
        "Hall 2",
    ]


def test_what_stands_behind_dashes_is_a_room_where_most_of_it_is(shown: Shown) -> None:
    rows = (
        "10:00 Hello - Room 1, with Ida Holm",
        "11:00 The desk - Room 2, with Jon Lie",
        "12:00 Lunch - Kitchen",
        "13:00 Editing - Upstairs Bay, with Ann Poe",
    )
    read = shown("9 March 2026\n\n" + "\n".join(f"* {each}" for each in rows) + "\n", "a.md")
    assert read[-1].startswith("2026-03-09 13:00- Editing @Upstairs Bay +Ann Poe")


def test_what_stands_in_brackets_below_titles_as_rooms_do_is_one(sessions: Sessions) -> None:
    text = "10:00 Boats\n(Barn)\nIda Holm\n11:00 Walk\n(Lower Weir)\nNora Weiss\n12:00 Soup\n(Dining Hall)\n"
    found = sessions(f"{DAY}{text}13:00 Silt\n(Lab)\n14:00 Gulls\n(Barn)\n")
    assert [room for _, room in rooms(found)] == ["Barn", "Lower Weir", "Dining Hall", "Lab", "Barn"]
    assert [each.name for one in found for each in one.people] == ["Ida Holm", "Nora Weiss"]


def test_somebody_with_an_honorific_is_no_room_where_others_have_theirs(sessions: Sessions) -> None:
    text = "10:00 Begrüßung (Prof. Dr. Ida Holm)\n11:00 Pause (Teeküche)\n12:00 Essen (Mensa)\n13:00 Kaffee (Mensa)\n"
    found = sessions(DAY + text)
    assert [each.name for one in found for each in one.people] == ["Prof. Dr. Ida Holm"]
    assert rooms(found)[0] == ("Begrüßung", None)


def test_rooms_stand_between_a_title_and_people_behind_dashes(sessions: Sessions) -> None:
    text = "10:00 Boats - Big Barn - Ida Holm\n11:00 Walk: the data - Hayloft - Nora Weiss\n12:00 Soup - Farmhouse\n"
    found = sessions(f"{DAY}{text}13:00 Silt - Big Barn - Ann Poe and Jon Lie\n")
    assert rooms(found) == [
        ("Boats", "Big Barn"),
        ("Walk: the data", "Hayloft"),
        ("Soup", "Farmhouse"),
        ("Silt", "Big Barn"),
    ]
    assert [each.name for one in found for each in one.people] == ["Ida Holm", "Nora Weiss", "Ann Poe", "Jon Lie"]
