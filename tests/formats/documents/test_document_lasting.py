"""Lengths behind a time or a title, a room that is said below a programme for all of it, and one as a bullet."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.lengths import LENGTH_FOR_ALL, LENGTH_OF_OTHERS
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
DAY = "Monday, 6 July 2026\n\n"


@pytest.mark.parametrize(
    ("line", "title", "end"),
    [
        ("10:00 AM (30 min): Why we are here", "Why we are here", 630),
        ("10:00 [90 min] Numbers", "Numbers", 690),
        ("10 Uhr (1 Stunde) – Lesung", "Lesung", 660),
        ("10h (1 h 30) : Atelier", "Atelier", 690),
        ("10:00 (2 horas): Taller", "Taller", 720),
        ("10:00-11:00 (60 min) Lunch", "Lunch", 660),
        ("10:00 (old hall): Songs", "old hall): Songs", None),
    ],
)
def test_a_length_behind_the_time(line: str, title: str, end: int | None, sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}{line}\n")
    assert (found.title.value, found.end.value) == (title, end)


@pytest.mark.parametrize(
    ("line", "title", "room", "end"),
    [
        ("Tour (30 min; meet at the Porter's Lodge)", "Tour", "Porter's Lodge", 630),
        ("Recital (Great Hall, 40 min)", "Recital", "Great Hall", 640),
        ("Führung (Treffpunkt: Hof; 1 Std.)", "Führung", "Hof", 660),
        ("Visite (30 min) – Salle 3", "Visite", "Salle 3", 630),
        ("Tea break in the Snug, 20 mins", "Tea break", "Snug", 620),
        ("Old maps. Ida Holm (Coast Office). 40 minutes", "Old maps", None, 640),
        ("Taller de barro – 2 horas", "Taller de barro", None, 720),
        ("Atelier (dès 8 ans, 1 h 30)", "Atelier (dès 8 ans)", None, 690),
        ("Film (OmU · 90 min · Farbe)", "Film (OmU · Farbe)", None, 690),
        ("Führung, Dauer 1 ½ Stunden, Treffpunkt am Tor", "Führung", "Tor", 690),
        ("Organ tour, meet at the west door (45 minutes, no stairs)", "Organ tour", "west door", 645),
        ("Balade (2 km, 2 heures et demie)", "Balade (2 km)", None, 750),
        ("Songs. 2 hrs.", "Songs", None, 720),
        ("Song, 20 min, Silt, 20 min", "Song, 20 min, Silt, 20 min", None, 620),
        ("Abseiling (30 m)", "Abseiling (30 m)", None, None),
        ("Tides (20 min), Silt (20 min)", "Tides (20 min), Silt (20 min)", None, 620),
    ],
)
def test_a_length_among_other_words_behind_a_title(
    line: str, title: str, room: str | None, end: int | None, sessions: Sessions
) -> None:
    (found,) = sessions(f"{DAY}10:00 – {line}\n")
    assert (found.title.value, found.room and found.room.value, found.end.value) == (title, room, end)


def test_a_length_behind_a_title_in_bold(sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}- **10:00 – Recital** (Great Hall, 40 min)\n", "letter.md")
    assert (found.title.value, found.room and found.room.value, found.end.value) == ("Recital", "Great Hall", 640)


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("Film (90 min, German)", 690),
        ("Film (OmU, about 90 min)", 690),
        ("Talk (20 min incl. questions)", 620),
        ("Talk\n20 min", 620),
        ("Film\nUK 1999, 90 min", 690),
        ("Film\n- 90 min", 690),
        ("Mill (5 min walk)", None),
        ("Tour (20 min drive)", None),
        ("Speeches (3 min each)", None),
        ("Council\n- Budget, 20 min", None),
        ("Council\nTOP 1: Bericht, 5 Min.\nTOP 2: Wahl", None),
        ("Council\n1. Budget\n   20 min\n2. Other", None),
        ("Concert\nPause, 15 min", None),
        ("Council\nAll questions are limited to 3 minutes", None),
        ("Repas\nInscriptions jusqu'au 1er juin, 18h", None),
        ("Fest\nbis 12 Uhr Frühschoppen", None),
        ("Fest\nbis 9 Uhr", None),
        ("Fest\nbis 12 Uhr", 720),
        ("Fest (bis 9 Uhr)", None),
        ("Council\nEach talk is 20 minutes long", 620),
        ("Walk\n8 miles, 4½ hours. Boots!", 870),
        ("Wanderung\nRund 1,5 Stunden, leicht", 690),
        ("Balade\n6 km, environ 2 h 30", 750),
        ("Paseo\nUna hora y media. Gratis.", 690),
        ("Tour\nHalf an hour, no lift", 630),
        ("Visite\nune heure, sans réservation", 660),
    ],
)
def test_a_length_is_that_of_the_session_and_not_of_a_way_or_an_item(
    said: str, end: int | None, sessions: Sessions
) -> None:
    assert sessions(f"{DAY}10:00 {said}\n")[0].end.value == end


@pytest.mark.parametrize(
    ("below", "room"),
    [
        ("Everything happens in the Bradman Room, Lakeside Golf Club.", "Bradman Room"),
        ("Alles findet im Raum 104 statt.", "Raum 104"),
        ("Todas las sesiones se celebran en la Sala Goya.", "Sala Goya"),
        ("The bar is in the Bradman Room.", None),
    ],
)
def test_a_room_that_is_said_below_the_programme(below: str, room: str | None, sessions: Sessions) -> None:
    table = "| Time | Topic |\n|---|---|\n| 9:00 | Opening |\n| 10:00 | Dogs |\n| 11:00 | Cats |\n"
    found = sessions(f"{DAY}{table}\nFee 10. {below}\n", "letter.md")
    assert {each.room.value if each.room else None for each in found} == {room}


def test_the_end_of_a_sentence_is_no_room_of_all(sessions: Sessions) -> None:
    above = "Wir treffen uns am Montag, dem 6. Juli 2026, in Zittau. Bücher gibt es\nim Lesesaal des Archivs.\n\n"
    assert sessions(f"{above}9:00 Eröffnung\n10:00 Ausklang\n")[0].room is None


def test_rooms_as_bullets(sessions: Sessions) -> None:
    items = (
        ("9:00 Check-in", "Atrium"),
        ("10:00 Leading", "Ida Holm", "Room 112"),
        ("11:00 Tours", "Room 1", "Room 2"),
        ("12:00 Lunch", "Cafeteria"),
    )
    lines = "\n".join(f"- {first}\n" + "\n".join(f"  - {each}" for each in more) for first, *more in items)
    found = sessions(f"{DAY}{lines}\n", "letter.md")
    assert [each.room.value if each.room else None for each in found] == ["Atrium", "Room 112", None, "Cafeteria"]
    assert not any(each.room.doubts for each in found if each.room)


def test_initials_before_family_names(sessions: Sessions) -> None:
    table = "| Time | Title | Presenter |\n|---|---|---|\n| 9:00 | Levels | A. Steinlech, F. Sy |\n"
    assert [each.name for each in sessions(f"{DAY}{table}", "letter.md")[0].people] == ["A. Steinlech", "F. Sy"]


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("Each talk has 20 minutes including discussion.", 20),
        ("All talks: 30 minutes.", 30),
        ("Papers are 20 minutes each.", 20),
        ("45 min per talk, with five for questions", 45),
        ("Every slot is half an hour.", 30),
        ("Each class is about 1.5 hours long", 90),
        ("All lectures take 45 minutes, followed by 15 minutes of questions", 45),
        ("Jeder Vortrag hat 30 Minuten.", 30),
        ("Vorträge: je 25 Minuten", 25),
        ("Alle Kurse dauern anderthalb Stunden", 90),
        ("Chaque exposé : 20 min", 20),
        ("Comptez 15 minutes pour chaque exposé.", 15),
        ("Toutes les séances durent 1 h 30.", 90),
        ("Cada ponencia dispone de 25 minutos.", 25),
        ("All talks are in Room B13 and last 45 minutes, with a quarter of an hour for questions.", 45),
        ("Alle Vorträge sind in Raum 3 und dauern 20 Minuten.", 20),
        ("All are welcome. The walk takes 30 minutes.", None),
        ("Each speaker has 15 minutes.", None),
        ("Please be at your seat 10 minutes before each talk.", None),
        ("Each room is 5 min from the hall.", None),
        ("All places are 5 min from the hall.", None),
        ("A bus runs every 20 minutes.", None),
        ("Renseignements : tous les jours de 9h à 17h.", None),
        ("Every day until 6h", None),
        ("Die Kasse hat jeden Tag 8 Stunden offen.", None),
        ("Todos los días de 10 a 18 h", None),
        ("All doors are open from 10h to 18h", None),
    ],
)
def test_a_length_that_is_said_once(said: str, minutes: int | None, sessions: Sessions) -> None:
    (found,) = sessions(f"{said}\n\n{DAY}10:00 Tides\n")
    assert found.end.value == (600 + minutes if minutes else None)
    assert (LENGTH_FOR_ALL in found.end.doubts) == (minutes is not None)


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("13:00, 1 hour: Tides", 840),
        ("1:00 pm, 2 hours – Tides", 900),
        ("13:00, 45 mins: Tides", 825),
        ("13:00 – 2 h – Tides", 900),
        ("13:00 (1 h) Tides", 840),
        ("13:00 · 1 h 30 · Tides", 870),
        ("13:00 / 90 min / Tides", 870),
        ("13 Uhr, 2 Stunden: Tides", 900),
        ("13h, 1 h : Tides", 840),
        ("13:00 Tides (one hour)", 840),
        ("13:00 Tides, three quarters of an hour", 825),
        ("13 Uhr Tides (eine Dreiviertelstunde)", 825),
        ("13h Tides (vingt minutes)", 800),
        ("13:00 Tides (cuarenta y cinco minutos)", 825),
        ("13:00 Tides (fünfzehn Minuten)", 795),
        ("13:00 – 2 pm Tides", 840),
    ],
)
def test_a_length_behind_a_start_in_hours_or_in_words(line: str, end: int, sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}{line}\n")
    assert (found.title.value, found.start.value, found.end.value) == ("Tides", 780, end)


@pytest.mark.parametrize("line", ["20 h – 2 h Tides", "20h-2h Tides", "20 Uhr – 2 Uhr Tides"])
def test_a_range_may_end_in_the_small_hours(line: str, sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}{line}\n")
    assert (found.start.value, found.end.value) == (1200, 1560)


def test_a_length_that_is_said_for_a_kind_is_that_of_the_sessions_that_say_it(sessions: Sessions) -> None:
    found = sessions(f"Every talk lasts 40 minutes.\n\n{DAY}10:00 Talk: Tides\n11:00 Tour of the quay\n12:00 Lunch\n")
    assert [(each.end.value, each.end.doubts) for each in found] == [
        (640, (LENGTH_FOR_ALL,)),
        (None, (LENGTH_OF_OTHERS,)),
        (None, (LENGTH_OF_OTHERS,)),
    ]


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("Each talk lasts 40 minutes.", [640, None]),
        ("Items are twenty minutes each unless another length is shown.", [620, 740]),
    ],
)
def test_a_break_has_the_length_of_all_items(said: str, ends: list[int | None], sessions: Sessions) -> None:
    found = sessions(f"{said}\n\n{DAY}10:00 Tides\n12:00 Lunch\n")
    assert [each.end.value for each in found] == ends
    assert all(each.end.doubts for each in found)


def test_lengths_of_all_by_a_word_for_several(sessions: Sessions) -> None:
    rows = "10:00 Lecture: Tides\n11:00 Tour of the quay\n12:00–12:15 Lecture: Silt\n"
    found = sessions(f"All lectures last 40 minutes.\n\n{DAY}{rows}")
    assert [each.end.value for each in found] == [640, None, 735]


@pytest.mark.parametrize("who", ["Ida Holm", "I. Holm, Kiel"])
def test_a_length_before_who_speaks_gives_the_end_and_stays_in_its_place(who: str, sessions: Sessions) -> None:
    line = f"Tides of the sound (30 min) — {who}"
    (found,) = sessions(f"{DAY}10:00 {line}\n")
    assert line.startswith(found.title.value)  # in one piece
    assert found.end.value == 630
    assert found.people[0].name == who.partition(",")[0]
