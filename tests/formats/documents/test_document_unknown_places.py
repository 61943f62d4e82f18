"""Places by where a document puts them, whatever they are called: in the Loft, for all of it, behind a break."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.drafting import read_as_draft
from agendacli.formats.documents.slots.said_rooms import _kinds_in
from agendacli.formats.documents.tokens.unknown_places import place_by_form, place_for_all
from agendacli.formats.documents.values.rooms.of_breaks import OF_BREAK
from agendacli.formats.documents.values.title_apart import ROOM_CUT
from agendacli.formats.documents.values.told import Asked, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
DAY = "Monday, 9 March 2026\n\n"


def rooms(found: tuple[ToldSession, ...]) -> list[str | None]:
    return [each.room.value if each.room else None for each in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Everything happens in the Loft unless it says otherwise.", "Loft"),
        ("Alle Vorträge finden im Kubus statt.", "Kubus"),
        ("Alle Sitzungen sind in der Kleinen Kuppel.", "Kleinen Kuppel"),
        ("Tout se passe à la Rotonde, sauf mention contraire.", "Rotonde"),
        ("Todo es en el Desván.", "Desván"),
        ("All events are in the Old Mill Loft of Kent.", "Old Mill Loft"),
        ("All talks take place at the University of Bradford.", None),
        ("Alles im Rahmen der Woche", None),
        ("Everything is in the morning.", None),
        ("All sessions are in the Customs House.", None),
        ("Everything is in Dunn 117 unless another place is given.", "Dunn 117"),
        ("Everything is in September 12.", None),
        ("Everything is in church unless another place is given.", "church"),
        ("Everything is in school terms.", None),
        ("Toutes les animations ont lieu sur l’Agora.", "Agora"),
        ("Sauf mention contraire, tout se passe place du Foirail.", "place du Foirail"),
    ],
)
def test_a_place_behind_a_word_for_in_the(text: str, place: str | None) -> None:
    assert place_by_form(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Tagungsraum für alle Programmpunkte: D 206.", "D 206"),
        ("Raum für alle Veranstaltungen: Saal Ostwind (auch Mahlzeiten); los geht es dort.", "Saal Ostwind"),
        ("Venue for all talks: Aurora, second floor", "Aurora"),
        ("Salle pour toutes les séances : B12", "B12"),
        ("Room for all sessions: see the board", None),
        ("Room: see all of the board", None),
    ],
)
def test_a_place_behind_a_word_for_all_and_a_colon(text: str, place: str | None) -> None:
    assert place_for_all(text) == place


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Everything happens in the Loft unless it says otherwise.", ["Loft", "Loft"]),
        ("Coffee and tea are served in the Undercroft.", [None, "Undercroft"]),
        ("Raum für alle Veranstaltungen: Saal Ostwind (auch Mahlzeiten)", ["Saal Ostwind", "Saal Ostwind"]),
        ("The days are held in lecture theatre P-01, where all sessions take place.", ["lecture theatre P-01", None]),
    ],
)
def test_sentences_put_sessions_there(sessions: Sessions, above: str, expected: list[str | None]) -> None:
    assert rooms(sessions(f"Boat days\n\n{above}\n\n{DAY}10:00 Boats\n11:00 Coffee\n")) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Monday 9 March 2026 (Retiring Room 2 unless another place is given)", "Retiring Room 2"),
        ("Monday 9 March 2026 – Court 1 all day", "Court 1"),
        ("Monday 9 March 2026. Long Room, Faculty of Law, University of Elm.", "Long Room"),
        ("Lundi 9 mars 2026 (salle Pavin sauf indication contraire)", "salle Pavin"),
        ("Montag, 9. März 2026, Hochschule Kehl. Tagungsraum für alle Beiträge: D 206.", "D 206"),
    ],
)
def test_the_heading_of_a_day_says_where_it_is(sessions: Sessions, heading: str, expected: str) -> None:
    assert rooms(sessions(f"{heading}\n\n10:00 Boats\n11:00 Nets\n")) == [expected, expected]


@pytest.mark.parametrize(
    "part",
    ["Track A – Dock 1", "Afternoon – Guild Library", "Après-midi — Bibliothèque de l’Ordre", "Tarde: Aula Magna"],
)
def test_a_heading_of_a_part_says_where_it_is(sessions: Sessions, part: str) -> None:
    found = sessions(f"# Boats on 9 March 2026\n\n10:00 Boats\n\n## {part}\n\n14:00 Nets\n", "x.md")
    assert rooms(found)[0] is None
    assert part.endswith(rooms(found)[1] or "nowhere")


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("Coffee (Buttery)", "Buttery"),
        ("Lunch – Marmion", "Marmion"),
        ("Tea, Buttery", "Buttery"),
        ("Coffee\n(Buttery)", "Buttery"),
        ("Coffee\nButtery", None),
        ("Lunch – Buffet", None),
        ("Coffee (with cake)", None),
        ("Lunch (Coffee break)", None),
        ("Talk (Buttery)", None),
        ("Lunch with Ida Holm (Buttery)", None),
        ("Coffee (Ida Holm)", None),
        ("Coffee (Room 5)", "Room 5"),
        ("Lunch\n(self du personnel)", "self du personnel"),
        ("Lunch\n(not included)", None),
        ("Lunch at the farm", "farm"),
        ("Reception at the Embassy of Denmark", "Embassy of Denmark"),
        ("Déjeuner (ferme-auberge du Moulin)", "ferme-auberge du Moulin"),
        ("Barbecue by the boathouse", "boathouse"),
        ("Coffee on the terrace", "terrace"),
        ("Lunch in the morning", None),
        ("Course dinner, Officers’ Mess", "Officers’ Mess"),
        ("Apéro – Gather Town", None),
    ],
)
def test_what_stands_behind_a_break_is_its_place(sessions: Sessions, lines: str, place: str | None) -> None:
    assert rooms(sessions(f"{DAY}10:00 Boats\n11:00 {lines}\n")) == [None, place]


def test_the_place_of_a_meal_is_cut_from_its_title_with_a_doubt(shown: Callable[..., list[str]]) -> None:
    assert shown(f"{DAY}14:00 Lunch at the farm\n") == [f"2026-03-09 14:00- Lunch @farm ?{ROOM_CUT} ?{OF_BREAK}"]


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("El almuerzo se sirve en el casino de oficiales.", ["casino de oficiales"]),
        ("Lunch is served in the officers’ mess, dinner at seven.", ["officers’ mess"]),
        ("Le déjeuner est servi au self du personnel.", ["self du personnel"]),
        ("Coffee is available in the breaks.", []),
        ("Das Mittagessen gibt es im Freien.", []),
        ("Talks are in the old mess.", []),
    ],
)
def test_meals_are_where_a_sentence_says_whatever_it_is(sentence: str, places: list[str]) -> None:
    assert [room for _, room in _kinds_in(sentence)] == places


@pytest.mark.parametrize(
    ("above", "room"),
    [
        ("Venue: Lecture Theatre B for the whole programme. Bring a pen.", "Lecture Theatre B"),
        ("Bring a pen. Raum: Elbsaal für alle Beiträge.", "Elbsaal"),
        ("Bring a pen. Where: ask at the door.", None),
        ("Friday is free. We work in the Chapter\nRoom on both days; all meals are in the Refectory.", "Chapter Room"),
    ],
)
def test_a_sentence_is_a_room_behind_a_word_for_one(sessions: Sessions, above: str, room: str | None) -> None:
    assert rooms(sessions(f"{above}\n\n{DAY}10:00 Boats\n")) == [room]


@pytest.mark.parametrize("room", ['Meeting room "Schelde"', "Raum „Elbe“", "salle « Loire »", 'Small hall "Tay"'])
def test_a_room_may_be_named_in_quotation_marks(sessions: Sessions, room: str) -> None:
    assert rooms(sessions(f"Monday, 9 March 2026 – {room}\n\n10:00 Boats\n")) == [room]


@pytest.mark.parametrize(
    ("note", "room"),
    [
        ("Flat shoes, please. – Porter’s Lodge", "Porter’s Lodge"),
        ("im Vereinsheim, solange der Vorrat reicht", "Vereinsheim"),
        ("bring a pen, solange der Vorrat reicht", None),
        ("@ Engine Shed", "Engine Shed"),
        ("Salida: puerta sur", "puerta sur"),
        ("Ambassador’s residence", "Ambassador’s residence"),
        ("Meet at the loading dock, closed shoes please.", "loading dock"),
        ("In the corridor. For people whose laptop says no.", "corridor"),
        ("At The Old Tannery, Bridge Street. Please pay for your own drinks.", "Old Tannery"),
        ("An illustrated talk by our friends. In the nave.", "nave"),
        ("In the end. Or not.", None),
        ("In the morning. Or not.", None),
        ("In pairs. Or not.", None),
    ],
)
def test_a_note_names_a_place_at_one_of_its_ends(sessions: Sessions, note: str, room: str | None) -> None:
    assert rooms(sessions(f"{DAY}10:00 Boats\n{note}\n")) == [room]


@pytest.mark.parametrize(
    ("title", "room"),
    [
        ("Choral Evensong, in the nave", "nave"),
        ("Songs, in the morning", None),
        ("Slavs of the coast. On the early graves", None),
    ],
)
def test_a_title_says_at_its_end_where_it_is(sessions: Sessions, title: str, room: str | None) -> None:
    assert rooms(sessions(f"{DAY}10:00 {title}\n")) == [room]


def test_a_list_of_people_is_no_place(sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}10:00 Boats\nIda Holm and Seo-yeon Park\n")
    assert (found.room, [each.name for each in found.people]) == (None, ["Ida Holm", "Seo-yeon Park"])


def test_what_is_in_brackets_behind_hours_may_be_the_room(shown: Callable[..., list[str]]) -> None:
    text = f"{DAY}Boats, 9–10 am (Barn)\nNets, 10–11 am (Hall)\nRopes, 11–12 am (bring boots)\n"
    assert [each.split(" ", 2)[2] for each in shown(text)] == ["Boats @Barn", "Nets @Hall", "Ropes ~bring boots"]


@pytest.mark.parametrize(
    ("below", "room"),
    [
        ("*The whole day is in the Seminar Room, first floor.*", "Seminar Room"),
        ("Please note: today we are in the Computer Lab G12.", "Computer Lab G12"),
        ("Wir sind den ganzen Tag im Hörsaal 3.", "Hörsaal 3"),
        ("Toute la journée a lieu à la Rotonde.", "Rotonde"),
        ("Todo el día es en el Desván.", "Desván"),
        ("The lab is closed today.", None),
        ("The plenary is held in the Grote Zaal.", "Grote Zaal"),
        ("Some of us will meet.", None),
    ],
)
def test_a_sentence_below_the_heading_of_a_day_says_where_it_is(
    sessions: Sessions, below: str, room: str | None
) -> None:
    text = f"## 9 March 2026\n\n**10.00** Boats\n\n## 10 March 2026\n\n{below}\n\n**10.00** Nets\n"
    assert rooms(sessions(text, "x.md")) == [None, room]


def left(text: str) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in read_as_draft(text.encode(), "x.txt", Asked()).left]


def test_a_room_of_all_that_breaks_are_not_in_is_left_over_once() -> None:
    text = f"All sessions are in Room 5.\n\n{DAY}10:00 Boats\n11:00 Coffee break\n11:30 Nets\n12:00 Coffee break\n"
    assert left(text) == [("room, but not of all", "Room 5")]
    assert left(text.replace("All sessions are", "Everything is")) == []


@pytest.mark.parametrize(
    ("said", "is_left"),
    [
        ("Main Hall, as is everything up to lunch.", True),
        ("We meet below the clock in the Marmion.", True),
        ("We meet below the clock.", False),
        ("All tickets are sold in the Loft.", False),
        ("Nets are mended in the Loft.", False),
        ("Wo: Treppe zum Kubus", False),
        ("Coats are left in the Marmion.", False),
    ],
)
def test_a_sentence_that_may_say_where_several_are_is_left_over(said: str, *, is_left: bool) -> None:
    found = left(f"{DAY}10:00 Boats\nBring a pen. {said}\n11:00 Nets\n")
    assert (("may say a room", said) in found) == is_left


def test_a_sentence_outside_of_all_sessions_that_says_where_something_is_is_left_over() -> None:
    text = f"{DAY}10:00 Boats\n11:00 Nets\n\n# Hints\n\nCoats are left in the Marmion.\n"
    left = read_as_draft(text.encode(), "x.md", Asked()).left
    assert [(each.kind, each.text) for each in left] == [("may say a room", "Coats are left in the Marmion.")]


@pytest.mark.parametrize(
    ("below", "is_left"),
    [("Dachgeschoss", True), ("Aula", False), ("please be there at noon", False), ("Halle 3b", False)],
)
def test_a_line_alone_below_the_heading_of_a_day_may_be_a_room(below: str, *, is_left: bool) -> None:
    text = f"# 9 March 2026\n\n{below}\n\n10:00 Boats\n11:00 Nets\n"
    left = read_as_draft(text.encode(), "x.md", Asked()).left
    assert [(each.kind, each.text) for each in left] == ([("may say a room", below)] if is_left else [])


@pytest.mark.parametrize(
    ("behind", "is_left"),
    [
        ("– Atelier du 2e étage", True),
        ("(Zwei Raben)", True),
        ("– Afternoon", False),
        ("– 10:00 to 12:00", False),
        ("", False),
    ],
)
def test_what_is_behind_the_heading_of_a_day_may_be_a_room(behind: str, *, is_left: bool) -> None:
    text = f"# Friday, 13 March 2026 {behind}\n\n10:00 Boats\n11:00 Nets\n"
    left = read_as_draft(text.encode(), "x.md", Asked()).left
    assert [each.text for each in left if each.kind == "may say a room"] == ([behind.strip("–() ")] if is_left else [])


def test_where_every_session_has_a_room_no_sentence_is_left_over() -> None:
    assert left(f"{DAY}10:00 Boats (Room 5)\n11:00 Nets (Room 6)\nWe meet below the clock in the Marmion.\n") == []
