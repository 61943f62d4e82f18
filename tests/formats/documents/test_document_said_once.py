"""What a document says once for all of its sessions: a room in a sentence, hours, a leader, above a list of dates."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.told import WHOLE_PART, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]


def rooms(found: tuple[ToldSession, ...]) -> list[str | None]:
    return [each.room.value if each.room else None for each in found]


@pytest.mark.parametrize(
    ("above", "room"),
    [
        (
            "Our annual meeting is on Friday\n20 March 2026 at the boathouse, upstairs in the Blue Room. We need\nyou.",
            "Blue Room",
        ),
        ("All courses take place in Jakobi 2. Unless noted otherwise we are in room 114.", "room 114"),
        ("Dear parents,\nAll evening events are in the Main Hall unless we say otherwise.", "Main Hall"),
        ("Sala Goya, Calle Mayor 7, Teruel · 4 euros", "Sala Goya"),
        ("All sessions take place in Room 2.14.", "Room 2.14"),
        ("Everything is in the village hall unless I say otherwise.", "village hall"),
        ("The talks will be held in the small lecture theatre, the rest on the roof.", "small lecture theatre"),
        ("Alle Vorträge finden im Hörsaal 3 statt.", "Hörsaal 3"),
        ("Toutes les séances ont lieu à la salle Pasteur.", "salle Pasteur"),
        ("Las charlas son en la sala 4.", "sala 4"),
        ("All sessions are held in the Customs House.", None),  # a house is no room
        ("Sauf mention contraire, tout se passe à l’amphithéâtre Curie.", "amphithéâtre Curie"),
        ("We meet in the village hall.", None),  # it is not said of everything
        ("Where: village hall", "village hall"),
        ("Room C of the Delta Centre", "Room C"),
        ("Please register in the Main Hall by 3 March 2026.", None),
        ("Main Hall, and more", None),
    ],
)
def test_a_sentence_above_the_programme_says_the_room_of_all(sessions: Sessions, above: str, room: str | None) -> None:
    found = sessions(f"Spring 2026\n\n{above}\n\nFriday, 20 March 2026\n\n19:00 Ferns\n20:00 Mosses\n")
    assert rooms(found) == [room, room]
    assert not room or [each.room.doubts for each in found if each.room] == [(WHOLE_PART,), (WHOLE_PART,)]


def test_a_paragraph_ends_at_an_empty_line(sessions: Sessions) -> None:
    found = sessions(
        "All talks are\n\nat home, in the Blue Room they drink.\n\n20 March 2026\n19:00 Ferns\n20:00 Mosses\n"
    )
    assert rooms(found) == [None, None]


def test_each_list_of_dates_has_the_hours_room_and_leader_above_it(sessions: Sessions) -> None:
    text = (
        "<h1>Kurse 2027</h1><h2>Aquarell</h2><p>Leitung: Sabine Adler</p><p>jeweils 18:30–20:00 Uhr, Raum 12</p>"
        "<ul><li>Di, 2. März 2027: Farben</li><li>Di, 9. März 2027: Himmel</li></ul>"
        "<h2>Gitarre</h2><p>Leitung: Jonas Beck</p><p>jeweils 17:00–18:00 Uhr, Saal 3</p>"
        "<ul><li>Mi, 3. März 2027: Akkorde</li><li>Mi, 10. März 2027: Rhythmus</li></ul>"
    )
    found = sessions(text, "kurse.html")
    assert [(each.start.value, each.title.value) for each in found] == [
        (1110, "Farben"),
        (1110, "Himmel"),
        (1020, "Akkorde"),
        (1020, "Rhythmus"),
    ]
    assert rooms(found) == ["Raum 12", "Raum 12", "Saal 3", "Saal 3"]
    assert [each.people[0].name for each in found] == ["Sabine Adler", "Sabine Adler", "Jonas Beck", "Jonas Beck"]


def test_hours_below_the_first_date_are_those_of_all(sessions: Sessions) -> None:
    text = "2 March 2027: Ferns\n9 March 2027: Mosses\n16 March 2027: Trees\n\nAll meetings begin at 18:30.\n"
    assert [each.start.value for each in sessions(text)] == [1110, 1110, 1110]


def test_a_table_of_day_time_and_film_is_no_grid(sessions: Sessions) -> None:
    text = (
        "# Cineclub 2026\n\n| Día | Hora | Película |\n|---|---|---|\n"
        "| jueves 1 de octubre de 2026 | 19:30 | El sur (Víctor Erice, 1983, 95 min) |\n"
        "| jueves 8 de octubre de 2026 | 20:00 | Cría cuervos (Carlos Saura, 1976). Presenta: Marisa Quílez |\n"
        "| jueves 15 de octubre de 2026 | 18:00 | Cortos. Coloquio con Nerea Gascón |\n"
    )
    found = sessions(text, "cine.md")
    assert [(each.day.value and each.day.value.day, each.start.value) for each in found] == [
        (1, 1170),
        (8, 1200),
        (15, 1080),
    ]
    assert rooms(found) == [None, None, None]
    assert [[(one.role, one.name) for one in each.people] for each in found] == [
        [],
        [("speaker", "Marisa Quílez")],
        [("speaker", "Nerea Gascón")],
    ]
    assert "named behind other words" in found[2].people[0].doubts


def test_who_made_a_film_is_no_speaker_though_set_apart(sessions: Sessions) -> None:
    text = "<h2>2 March 2027</h2><p>19:30 <b>El sur</b> <i>(Víctor Erice, 1983, 95 min)</i></p>"
    assert [each.people for each in sessions(text, "cine.html")] == [()]


def test_words_before_a_time_lead_to_it(sessions: Sessions) -> None:
    text = "2 March 2027\n* 9:00 ferry\n* after lunch, about 14:00, Hanover Point\n* then 16:00 tea\n"
    found = sessions(text)
    assert [(each.start.value, each.title.value) for each in found] == [
        (540, "ferry"),
        (840, "Hanover Point"),
        (960, "tea"),
    ]


def test_a_bracket_that_goes_on_in_the_next_line_is_one(sessions: Sessions) -> None:
    text = (
        "2 March 2027\n9:00 Groundings\n     Presented by Dr. Hanne Solberg (Institute of Marine\n"
        "     Safety, Bergen) and Mr. Tom Finlayson (Wick)\n"
    )
    assert [each.name for each in sessions(text)[0].people] == ["Dr. Hanne Solberg", "Mr. Tom Finlayson"]


def test_a_market_of_clubs_with_its_place_is_no_person_above_a_title(sessions: Sessions) -> None:
    text = (
        "<h2>6. Juni 2026</h2><p>10:00 Flohmarkt der Vereine <i>(Schulhof)</i><br><small>Standgebühr 8 Euro</small></p>"
    )
    found = sessions(text, "fest.html")
    assert [each.title.value for each in found] == ["Flohmarkt der Vereine"]
    assert rooms(found) == ["Schulhof"]


def test_callings_stand_before_names(sessions: Sessions) -> None:
    text = (
        "2 March 2027\n9:00 Opening by the Chair, the Hon. Robert Mulcahy\n10:00 Local Government\n"
        "- Cr Wendy Pascoe, President\n11:00 Prayers\nPreacher: the Rector, Rev'd Dr Simon Lyle\n"
    )
    assert [[(one.role, one.name) for one in each.people] for each in sessions(text)] == [
        [("chair", "Hon. Robert Mulcahy")],
        [("speaker", "Wendy Pascoe")],
        [("speaker", "Rev'd Dr Simon Lyle")],
    ]


def test_who_goes_along_takes_part_in_nothing(sessions: Sessions) -> None:
    text = (
        "2 March 2027\n\n| Time | Programme | Accompanied by |\n|---|---|---|\n"
        "| 9:00 | Visit | Ms. Ida Zeller |\n| 10:00 | Tour | Ms. Ida Zeller |\n"
    )
    assert [each.people for each in sessions(text, "visit.md")] == [(), ()]


@pytest.mark.parametrize(
    ("line", "room"),
    [
        ("Ort: Sportplatz am Mühlbach", "Sportplatz am Mühlbach"),
        ("Ort: Rathaus, Saal 2", "Saal 2"),
        ("Where: Orangery", "Orangery"),
        ("Where: The Foundry, Leeds", None),
        ("Location: Level 37", None),
        ("- Where: Orangery", None),
    ],
)
def test_a_label_above_the_programme_says_the_room_of_all(sessions: Sessions, line: str, room: str | None) -> None:
    found = sessions(f"Spring 2026\n\nFriday, 20 March 2026\n{line}\n\n19:00 Ferns\n20:00 Mosses\n")
    assert rooms(found) == [room, room]


def test_courts_head_the_parts_of_a_list(sessions: Sessions) -> None:
    text = (
        "Wednesday 4 March 2026\n\nCOURT 1\nBefore Judge Ida Holm\n10:00 Harlow v Dene\n14:00 Re Mason\n\n"
        "COURT 3\nBefore Judge Anita Cole\n9:30 Bracken v Osei\n\nMeeting (Room 1.04)\n10:15 Bracken v Lund\n"
    )
    assert rooms(sessions(text)) == ["COURT 1", "COURT 1", "COURT 3", "COURT 3"]


@pytest.mark.parametrize(
    ("season", "line", "day"),
    [
        ("2025-2026", "11 February", "2026-02-11"),
        ("2025/26", "14 October", "2025-10-14"),
        ("2025-2028", "11 February", "2025-02-11"),
    ],
)
def test_dates_of_a_season_are_of_its_first_or_second_year(
    sessions: Sessions, season: str, line: str, day: str
) -> None:
    (found,) = sessions(f"Lectures {season}\n\n{line}\n\n12:30 Ferns\n")
    assert str(found.day.value) == day
    assert found.day.doubts


@pytest.mark.parametrize("leave", ["With every blessing,", "Many thanks", "See you there!", "Bis bald", "Un abrazo,"])
def test_who_signs_below_a_leave_takes_part_in_nothing(sessions: Sessions, leave: str) -> None:
    (found,) = sessions(f"4 March 2026\n\n16:30 Vespers\n\n{leave}\nAgnes Moll\n")
    assert (found.people, found.notes) == ((), ())


def test_a_name_before_a_quoted_title_is_a_speaker(sessions: Sessions) -> None:
    text = (
        '4 March 2026\n12:30 Alva Requena (Zaragoza), "The price of bread in Lyon"\n'
        "14:00 Opening by Rector Ulla Brandt\n"
    )
    assert [[each.name for each in found.people] for found in sessions(text)] == [["Alva Requena"], ["Ulla Brandt"]]


def test_titles_in_small_letters_are_not_doubted_where_most_are(sessions: Sessions) -> None:
    text = "4 avril 2026\n9h : accueil\n10h : répétition\n11h : tutti, grande salle\n"
    found = sessions(text)
    assert [each.title.doubts for each in found] == [(), (), ()]
    assert rooms(found) == [None, None, "grande salle"]


def test_the_place_of_a_person_may_be_a_room(sessions: Sessions) -> None:
    text = (
        "4 March 2026\n9:00 Ferns (Main Hall)\n10:00 Mosses (Room 2)\n11:00 Trees (Main Hall)\n"
        "12:00 Question time, moderated by Owen Tate – Library\n"
    )
    assert "`Library` may be a room" in sessions(text)[3].title.doubts


def test_a_table_whose_heads_are_not_known_is_a_list_where_a_column_names_people(sessions: Sessions) -> None:
    text = (
        "# Klausur\n\n19. November 2026\n\nWir tagen im Kaminzimmer.\n\n| Uhrzeit | Punkte | Bericht |\n|---|---|---|\n"
        "| 9:00 | Haushalt 2027 | Frau Ida Thoma |\n| 10:30 | Reform | Dr. Anna Lenz |\n| 12:00 | Essen | |\n"
    )
    found = sessions(text, "klausur.md")
    assert [(each.title.value, [one.name for one in each.people]) for each in found] == [
        ("Haushalt 2027", ["Frau Ida Thoma"]),
        ("Reform", ["Dr. Anna Lenz"]),
        ("Essen", []),
    ]
    assert rooms(found) == ["Kaminzimmer"] * 3


@pytest.mark.parametrize(
    ("line", "title", "room"),
    [
        ("**7.30pm, Corn Exchange** — Ferns", "Ferns", "Corn Exchange"),
        ("**7.30pm, Ferns** and mosses", "Ferns and mosses", None),
        ("**7.30pm Ferns** — *mosses*", "Ferns — mosses", None),
        ("**7.30pm**, Ferns of the north", "Ferns of the north", None),
    ],
)
def test_a_place_set_apart_with_the_time_is_a_doubted_room(
    sessions: Sessions, line: str, title: str, room: str | None
) -> None:
    (found,) = sessions(f"## 18 September 2026\n\n{line}\n", "readings.md")
    assert (found.title.value, found.room.value if found.room else None) == (title, room)
    assert ("`Corn Exchange` beside the time is taken for a room" in found.title.doubts) == (room is not None)


def test_a_price_behind_a_chair_is_none_of_the_name(sessions: Sessions) -> None:
    text = (
        "18 September 2026\n20:00 An evening of poems. Chair: Tom Burdett. £15\n"
        "21:00 Songs (Courts 1-4)\nChair: Of the Green Valley\n"
    )
    first, second = sessions(text)
    assert [(each.role, each.name) for each in first.people] == [("chair", "Tom Burdett")]
    assert rooms((second,)) == ["Courts 1-4"]
    assert "`Chair: Of the Green Valley` below it names a role" in second.title.doubts
