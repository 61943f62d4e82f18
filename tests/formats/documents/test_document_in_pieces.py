"""Sessions whose time, title, room and people are parts of one line, with no sign between them."""

from collections.abc import Callable, Iterable

import pytest

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.values.in_pieces import put_pieces_apart
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import Asked, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
Word = Callable[..., bytes]
Read = list[tuple[str, str, tuple[str, ...]]]


def fields(found: Iterable[ToldSession]) -> Read:
    return [
        (each.title.value, each.room.value if each.room else "", tuple(one.name for one in each.people))
        for each in found
    ]


def items(*texts: str) -> str:
    return "<h1>Programme</h1><p>6 July 2026</p><ul>" + "".join(f"<li>{each}</li>\n" for each in texts) + "</ul>"


def read(sessions: Sessions, *texts: str) -> Read:
    return fields(sessions(items(*texts), "a.html"))


@pytest.mark.parametrize(
    ("texts", "read_as"),
    [
        (
            (
                "<b>8:30 AM</b> Check-in &amp; name tags <span>Lobby</span>",
                "<b>9:00 AM</b> (30 min) Ground rules <span>Main Lodge</span> <em>Facilitator: Ida Holm</em>",
                "<b>9:30 AM</b> (1 h) First aid <span>Meadow</span> <em>Trainers: Jonas Falk and Maria Keller</em>",
                "<b>12:30 PM</b> (60 min) Lunch <span>Dining Hall</span>",
            ),
            [
                ("Check-in & name tags", "Lobby", ()),
                ("Ground rules", "Main Lodge", ("Ida Holm",)),
                ("First aid", "Meadow", ("Jonas Falk", "Maria Keller")),
                ("Lunch", "Dining Hall", ()),
            ],
        ),
        (
            (
                "<i>9am–10am</i> Why rivers matter <i>Prof. Morwenna Tregear, Univ. of Kelsby</i> <u>Lecture Room</u>",
                "<i>10am–10.30am</i> Coffee <u>Boathouse</u>",
                "<i>10.30am–noon</i> Gauging the beck <i>Dr Yusuf Adeyinka</i> <u>meet at the Weir Hut</u>",
                "<i>1pm–2pm</i> Under the lens <i>Bethan Crowhurst, Tarnmere</i> <u>Wet Lab</u>",
                "<i>2pm</i> Certificates and taxis",
            ),
            [
                ("Why rivers matter", "Lecture Room", ("Prof. Morwenna Tregear",)),
                ("Coffee", "Boathouse", ()),
                ("Gauging the beck", "Weir Hut", ("Dr Yusuf Adeyinka",)),
                ("Under the lens", "Wet Lab", ("Bethan Crowhurst",)),
                ("Certificates and taxis", "", ()),
            ],
        ),
        (
            (
                "<span>09:00–09:30</span> <span>Ankommen und Kaffee</span> <span>Kelterhaus</span>",
                "<span>09:30</span> <span>Sorten</span> <span>Saal Boskoop</span> <span>Dr. Frauke Amelung</span>",
                "<span>10:45</span> <span>Schneiden</span> <span>Obstgarten</span> <span>Leitung: Henner Quast</span>",
                "<span>12:15–13:15</span> <span>Mittagessen</span> <span>Kelterhaus</span>",
            ),
            [
                ("Ankommen und Kaffee", "Kelterhaus", ()),
                ("Sorten", "Saal Boskoop", ("Dr. Frauke Amelung",)),
                ("Schneiden", "Obstgarten", ("Henner Quast",)),
                ("Mittagessen", "Kelterhaus", ()),
            ],
        ),
        (
            (
                "<b>9h30</b> <i>(1 h)</i> Frelons <em>Amphi Réaumur</em> <small>Intervenante : Solène Kerb</small>",
                "<b>10h45</b> <i>(45 min)</i> Lire un cadre <em>salle 3</em> <small>animé par Yves Lantier</small>",
                "<b>12h00</b> <i>(1 h 30)</i> Repas des participants <em>Hall d'entrée</em>",
            ),
            [
                ("Frelons", "Amphi Réaumur", ("Solène Kerb",)),
                ("Lire un cadre", "salle 3", ("Yves Lantier",)),
                ("Repas des participants", "Hall d'entrée", ()),
            ],
        ),
        (
            (
                "<b>10:00</b> Visita al archivo <span>salida desde el vestíbulo</span> <span>Guía: Amparo Lledó</span>",
                "<b>12:00</b> Mapas que mienten <span>sala de lectura</span> <span>Guía: Tomás Ibarrola</span>",
                "<b>13:30</b> Vino español <span>patio</span>",
            ),
            [
                ("Visita al archivo", "vestíbulo", ("Amparo Lledó",)),
                ("Mapas que mienten", "sala de lectura", ("Tomás Ibarrola",)),
                ("Vino español", "patio", ()),
            ],
        ),
    ],
)
def test_the_parts_of_a_line_are_title_room_and_people(
    sessions: Sessions, texts: tuple[str, ...], read_as: Read
) -> None:
    assert read(sessions, *texts) == read_as


MARKDOWN = """
# Taller de grabado

## Lunes 6 de julio de 2026

- **9:00–9:30** Bienvenida **Patio**
- **9:30–11:00** Linóleo para impacientes **Aula 2** *Imparte: Nieves Carrascal*
- **11:30–13:30** Tintas vegetales **Aula 3** *Imparte: Evelio Santacruz*
"""
GAPS = """
Ringing weekend, Saturday 13 June 2026

9.00 Coffee and bell ropes     Vestry
9.30 Plain hunt for the terrified     Ringing Chamber     Led by Agnes Thurlow
11.00 Handbells round the table     Parish Room     Led by Cedric Mossop
12.30 Lunch     Parish Room
"""


@pytest.mark.parametrize(
    ("text", "name", "read_as"),
    [
        (
            MARKDOWN,
            "a.md",
            [
                ("Bienvenida", "Patio", ()),
                ("Linóleo para impacientes", "Aula 2", ("Nieves Carrascal",)),
                ("Tintas vegetales", "Aula 3", ("Evelio Santacruz",)),
            ],
        ),
        (
            GAPS,
            "a.txt",
            [
                ("Coffee and bell ropes", "Vestry", ()),
                ("Plain hunt for the terrified", "Ringing Chamber", ("Agnes Thurlow",)),
                ("Handbells round the table", "Parish Room", ("Cedric Mossop",)),
                ("Lunch", "Parish Room", ()),
            ],
        ),
    ],
)
def test_emphasis_and_wide_gaps_set_apart_as_well(sessions: Sessions, text: str, name: str, read_as: Read) -> None:
    assert fields(sessions(text, name)) == read_as


TAB = "<w:r><w:tab/></w:r>"


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def word_file(word: Word, *paragraphs: str) -> Read:
    body = "".join(f"<w:p>{each}</w:p>" for each in (run("Samstag, 7. November 2026"), *paragraphs))
    return fields(sessions_of(read_document(word(body), "a.docx"), Asked())[0])


def test_bold_and_slanted_words_of_word_files_are_set_apart(word: Word) -> None:
    bold, slanted = "<w:b/>", "<w:i/>"
    assert word_file(
        word,
        run("10:00 ") + run("Ankommen ", bold) + run("Foyer", slanted),
        run("10:30 ") + run("Einsingen", bold) + run(" Leitung: Katrin Mölders ") + run("Chorsaal", slanted),
        run("14:00 ") + run("Die ") + run("ganze", slanted) + run(" Messe", bold) + run(" Chorsaal", slanted),
    ) == [
        ("Ankommen", "Foyer", ()),
        ("Einsingen", "Chorsaal", ("Katrin Mölders",)),
        ("Die ganze Messe", "Chorsaal", ()),
    ]


def test_tabs_of_word_files_set_apart(word: Word) -> None:
    assert word_file(
        word,
        TAB.join((run("9:00"), run("Check-in"), run("Lobby"))),
        TAB.join((run("9:30"), run("What the survey said"), run("Main Hall"), run("Ida Holm"))),
        TAB.join((run("10:30"), run("Safer ladders"), run("Room 2"), run("Jonas Falk"))),
    ) == [
        ("Check-in", "Lobby", ()),
        ("What the survey said", "Main Hall", ("Ida Holm",)),
        ("Safer ladders", "Room 2", ("Jonas Falk",)),
    ]


def test_letters_that_look_otherwise_do_not_part_a_word(word: Word) -> None:
    body = f"<w:p>{run('W', '<w:b/>')}{run('attenmeer')}</w:p>"
    assert [(each.text, each.pieces) for each in read_document(word(body), "a.docx").lines] == [("Wattenmeer", ())]


ROOMS = ("<b>9:00</b> Tides <i>Room 1</i>", "<b>10:00</b> Silt <i>Room 2</i>", "<b>11:00</b> Mud <i>Town Hall</i>")


def test_what_stands_where_others_have_their_room_is_doubted(sessions: Sessions) -> None:
    *_, last = sessions(items(*ROOMS, "<b>12:00</b> Campfire <i>Fire Ring</i>"), "a.html")
    assert last.room
    assert (last.title.value, last.room.value) == ("Campfire", "Fire Ring")
    assert last.title.doubts == ("`Fire Ring` stands where others have their room",)


def test_what_stands_there_several_times_is_not_doubted(sessions: Sessions) -> None:
    found = sessions(
        items(*ROOMS, "<b>12:00</b> Fire <i>Fell Ring</i>", "<b>13:00</b> Songs <i>Fell Ring</i>"), "a.html"
    )
    assert [(each.room and each.room.value, each.title.doubts) for each in found[3:]] == [("Fell Ring", ())] * 2


def test_names_that_recur_are_taken_for_rooms(sessions: Sessions) -> None:
    found = sessions(
        items(
            "09:00 <b>Parsing</b> Kepler <i>Ida Holm</i>",
            "10:00 <b>Queues</b> Brahe <i>Jonas Falk</i>",
            "11:00 <b>Clocks</b> Kepler <i>Maria Keller</i>",
            "12:00 <b>Goodbye</b> Brahe",
        ),
        "a.html",
    )
    assert fields(found) == [
        ("Parsing", "Kepler", ("Ida Holm",)),
        ("Queues", "Brahe", ("Jonas Falk",)),
        ("Clocks", "Kepler", ("Maria Keller",)),
        ("Goodbye", "Brahe", ()),
    ]
    assert found[0].title.doubts == ("`Kepler` stands apart behind several titles, and is taken for a room",)


@pytest.mark.parametrize(
    ("before", "rooms"),
    [(("English", "Deutsch"), ""), (("Beginners", "Advanced"), ""), (("A 12", "B 07"), "A 12 B 07 A 12")],
)
def test_languages_and_levels_that_recur_are_no_rooms(sessions: Sessions, before: tuple[str, str], rooms: str) -> None:
    one, other = before
    found = read(
        sessions,
        f"09:00 <b>Parsing</b> {one} <i>Ida Holm</i>",
        f"10:00 <b>Queues</b> {other} <i>Jonas Falk</i>",
        f"11:00 <b>Clocks</b> {one} <i>Maria Keller</i>",
        f"12:00 <b>Dates</b> {other} <i>Maria Keller</i>",
    )
    assert " ".join(room for _, room, _ in found[:3]).strip() == rooms


@pytest.mark.parametrize(
    "texts",
    [
        (
            "The moss <i>Cladonia</i> and its friends",
            "Why <i>Rhytidiadelphus</i> smells",
            "An hour with <b>lenses</b>",
            "Walk to the <b>Town Hall</b>",
        ),
        ("Reading <i>The Waves</i>", "Reading <i>The Old Library</i>", "Talk", "An <b>important</b> word"),
        ("Der <b>Garten</b> Eden", "Im <b>Rathaus</b> nachts", "Wie <i>CO2</i> wirkt", "Die <i>Aula</i> malen"),
        ("Autour de <i>La Place</i>", "Lire <i>Le Salon jaune</i> encore", "Un <b>très</b> long poème", "Rien"),
        ("La novela <i>Nada</i>", "Un <b>patio</b> andaluz", "Cine: <i>El sur</i>", "Poemas de <i>Marinero</i>"),
        ("H<b>2</b>O and ice", "The <b>Room</b>s", "Wind<i>, rain</i>", "Salt"),
    ],
)
def test_emphasis_inside_of_titles_changes_nothing(sessions: Sessions, texts: tuple[str, ...]) -> None:
    said = [f"{n}:00 {each}" for n, each in enumerate(texts, 9)]
    plain = [each.replace("<i>", "").replace("</i>", "").replace("<b>", "").replace("</b>", "") for each in said]
    assert read(sessions, *said) == read(sessions, *plain)


def test_emphasis_stays_in_a_title_whose_room_is_set_apart(sessions: Sessions) -> None:
    found = sessions(items(*ROOMS, "<b>12:00</b> Reading <i>Moby Dick</i> aloud <i>Room 1</i>"), "a.html")
    assert fields(found)[3] == ("Reading Moby Dick aloud", "Room 1", ())
    assert read(sessions, *ROOMS, "<b>12:00</b> On <i>Emma</i>", "<b>13:00</b> Tea")[3:] == [
        ("On Emma", "", ()),
        ("Tea", "", ()),
    ]


def test_what_recurs_before_titles_is_their_kind(sessions: Sessions) -> None:
    assert read(
        sessions,
        "<b>9:00</b> <i>Workshop</i> <b>Drachen</b> <i>Raum 4</i>",
        "<b>10:00</b> <i>Vortrag</i> <b>Wind</b> <i>Aula</i>",
        "<b>11:00</b> <i>Workshop</i> <b>Knoten</b> <i>Raum 4</i>",
        "<b>12:00</b> <i>Pause</i> <i>Aula</i>",
        "<b>13:00</b> <i>Pause</i> <i>Aula</i>",
    ) == [
        ("Workshop: Drachen", "Raum 4", ()),
        ("Vortrag Wind", "Aula", ()),
        ("Workshop: Knoten", "Raum 4", ()),
        ("Pause", "Aula", ()),
        ("Pause", "Aula", ()),
    ]


def test_a_part_may_be_the_length(sessions: Sessions) -> None:
    found = sessions(
        items(
            "9:00 <i>45 min</i> <b>Tides</b> <i>Room 1</i>",
            "10:00 <b>Silt</b> <i>30 min</i> <i>Room 2</i>",
            "11:00 <i>45 min</i> <b>Mud</b> <i>Room 1</i> <i>Register</i>",
            "12:00 <i>45 min</i> <b>Sand</b>",
        ),
        "a.html",
    )
    assert fields(found) == [("Tides", "Room 1", ()), ("Silt", "Room 2", ()), ("Mud", "Room 1", ()), ("Sand", "", ())]
    assert [each.end.value for each in found] == [9 * 60 + 45, 10 * 60 + 30, 11 * 60 + 45, 12 * 60 + 45]
    assert [each.text for each in found[2].notes] == ["Register"]


def test_rooms_may_stand_first(sessions: Sessions) -> None:
    assert read(
        sessions,
        "9:00 <i>Room 1</i> <b>Tides</b> <i>Ida Holm</i>",
        "10:00 <i>Room 2</i> <b>Silt</b> <i>Jonas Falk</i>",
        "11:00 <i>Room 1</i> <b>Mud</b> <i>Maria Keller</i>",
    ) == [("Tides", "Room 1", ("Ida Holm",)), ("Silt", "Room 2", ("Jonas Falk",)), ("Mud", "Room 1", ("Maria Keller",))]


def test_titles_in_bold_letters_are_cut_off_and_yet_of_the_line(sessions: Sessions) -> None:
    table = (
        "<p>6 July 2026</p><table><tr><th>Time</th><th>Session</th></tr>\n"
        "<tr><td>9:30</td><td><b>Maps before satnav</b> <i>Room 4</i> <i>Ida Holm</i></td></tr>\n"
        "<tr><td>10:30</td><td><b>Drawing contours</b> <i>Room 5</i> <i>Jonas Falk</i></td></tr>\n"
        "<tr><td>11:30</td><td><b>Compass games</b> <i>Play Barn</i> <i>Bring a torch</i></td></tr>\n"
        "<tr><td>12:00</td><td><b>Lunch</b> <i>Old Dairy</i></td></tr>\n"
        "<tr><td>13:00</td><td><b>Long walk</b> <i>Silver Birches</i> <i>Maria Keller</i></td></tr></table>"
    )
    assert fields(sessions(table, "a.html")) == [
        ("Maps before satnav", "Room 4", ("Ida Holm",)),
        ("Drawing contours", "Room 5", ("Jonas Falk",)),
        ("Compass games", "Play Barn", ()),
        ("Lunch", "Old Dairy", ()),
        ("Long walk", "Silver Birches", ("Maria Keller",)),
    ]


def test_breaks_of_a_grid_have_their_rooms(sessions: Sessions) -> None:
    grid = (
        "<table><tr><th></th><th>6 July 2026</th><th>7 July 2026</th></tr>"
        "<tr><td>9:00</td><td><b>Maps</b> <i>Room 4</i> <i>Ida Holm</i></td><td><b>Games</b> <i>Lawn</i></td></tr>"
        "<tr><td>9:30</td><td><b>Knots</b> <i>Room 5</i></td><td></td></tr>"
        "<tr><td>10:00</td><td><b>Tea</b> <i>Old Dairy</i></td><td><b>Tea</b> <i>Old Dairy</i></td></tr></table>"
    )
    assert sorted(fields(sessions(grid, "a.html"))) == [
        ("Games", "Lawn", ()),
        ("Knots", "Room 5", ()),
        ("Maps", "Room 4", ("Ida Holm",)),
        ("Tea", "Old Dairy", ()),
        ("Tea", "Old Dairy", ()),
    ]


def test_rooms_and_people_below_a_title_are_parted(sessions: Sessions) -> None:
    text = "6 July 2026\n\n9:00\nTides\nRoom 4     Ida Holm\n\n10:00\nSilt\nRoom 5     Jonas Falk\n"
    assert fields(sessions(text)) == [("Tides", "Room 4", ("Ida Holm",)), ("Silt", "Room 5", ("Jonas Falk",))]


def test_sentences_are_left_to_those_who_read_them(sessions: Sessions) -> None:
    found = read(
        sessions,
        *ROOMS,
        "<b>12:00</b> Comunicaciones. Modera <i>Ida Holm</i>",
        "<b>13:00</b> Sand. <i>Ida Holm</i>. Tickets at the door.",
        "<b>14:00</b> Taller de grabado. <i>Room 2</i>",
    )
    assert found[3:] == [
        ("Comunicaciones", "", ("Ida Holm",)),
        ("Sand", "", ("Ida Holm",)),
        ("Taller de grabado", "Room 2", ()),
    ]


def put(*lines: Line) -> list[list[str]]:
    slots = [Slot(None, leading_hours("9:00")[0][0], each, [each]) for each in lines]
    put_pieces_apart(slots, PeopleSense())
    return [[each.text for each in slot.lines] for slot in slots]


def test_a_line_of_many_pieces_is_one_text() -> None:
    texts = [" ".join(["Word"] * count) for count in (30, 3000)]
    lines = (Line(each, 1, pieces=tuple(each.split(" "))) for each in texts)
    assert put(*lines) == [[each] for each in texts]


def test_a_text_that_is_not_that_of_its_pieces_is_one() -> None:
    lines = [Line("Tides Room 1", n, pieces=("Tides", "Room", "2")) for n in range(3)]
    assert put(*lines) == [["Tides Room 1"]] * 3
    assert put(*(Line("Tides Room 1", n, pieces=("Tides", "Room 1")) for n in range(3))) == [["Tides"]] * 3


def test_what_says_nothing_known_stays_with_its_title(sessions: Sessions) -> None:
    assert read(sessions, *ROOMS, "<b>12:00</b> Tasting <i>Bring a glass for water</i>")[3:] == [
        ("Tasting Bring a glass for water", "", ())
    ]


@pytest.mark.parametrize(
    "texts",
    [
        (
            "<b>Tides</b> <i>Hall A</i> <em>Ida Holm</em> <u>09:00–10:00</u>",
            "<b>Silt</b> <i>Hall B</i> <em>Jonas Falk</em> <u>10:00–11:00</u>",
            "<b>Coffee</b> <i>Foyer</i> <u>11:00–11:30</u>",
        ),
        (
            "<b>9:00</b> Tides <i>Room:</i> Hall A <i>Speaker:</i> Ida Holm",
            "<b>10:00</b> Silt <i>Room:</i> Hall B <i>Speaker:</i> Jonas Falk",
            "<b>11:00</b> Coffee <i>Room:</i> Foyer",
        ),
        (
            "<b>9:00</b> Tides <i>Hall A</i> — Ida Holm",
            "<b>10:00</b> Silt <i>Hall B</i> · <i>Jonas Falk</i>",
            "<b>11:00</b> Coffee <i>Foyer</i>",
        ),
    ],
)
def test_times_at_the_end_words_for_the_parts_and_signs_behind_them(sessions: Sessions, texts: tuple[str, ...]) -> None:
    assert read(sessions, *texts) == [
        ("Tides", "Hall A", ("Ida Holm",)),
        ("Silt", "Hall B", ("Jonas Falk",)),
        ("Coffee", "Foyer", ()),
    ]


def test_a_word_before_a_title_does_not_make_it_doubtful(sessions: Sessions) -> None:
    found = sessions(items(*ROOMS, "12:00 <b>Lesung:</b> Die Wellen <i>Aula</i> <em>mit Ida Holm</em>"), "a.html")
    assert fields(found)[3] == ("Lesung: Die Wellen", "Aula", ("Ida Holm",))
    assert found[3].title.doubts == ()
