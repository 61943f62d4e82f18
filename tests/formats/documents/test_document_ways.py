"""Ways of writing a programme that several documents showed: rooms said beside it, bare hours, times in brackets."""

from collections.abc import Callable, Sequence

import pytest

from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
Shown = Callable[..., list[str]]
DAY = "Monday, 9 March 2026\n\n"


def rooms(found: Sequence[ToldSession]) -> list[str | None]:
    return [each.room.value if each.room else None for each in found]


@pytest.mark.parametrize(
    ("head", "room"),
    [
        ("Elk Ridge Lodge, Kalispell, Montana – Glacier Ballroom", "Glacier Ballroom"),
        ("University of Galway, Arts Building, Room 12", "Room 12"),
        ("Hotel Adler, Bregenz – Seezimmer", "Seezimmer"),
        ("Bewley Institute · Main Hall", "Main Hall"),
        ("Court Training, Riverside Institute, Courtroom 4", "Courtroom 4"),
    ],
)
@pytest.mark.parametrize("is_below_day", [True, False])
def test_a_room_behind_its_house_above_the_programme_is_that_of_all(
    sessions: Sessions, head: str, room: str, *, is_below_day: bool
) -> None:
    above = f"{DAY}{head}\n\n" if is_below_day else f"Update\n\n{head}\n\n{DAY}"
    found = sessions(f"{above}Morning\n\n8:00 Tides\n9:00 Break\n\nAfternoon\n\n13:00 Silt, Potting Shed\n14:00 Sand\n")
    assert rooms(found) == [room, room, "Potting Shed", room]


def test_a_line_of_names_without_a_house_is_no_room_of_all(sessions: Sessions) -> None:
    assert rooms(sessions(f"Update\n\nTides, Silt, Main Hall\n\n{DAY}8:00 Tides\n9:00 Sand\n")) == [None, None]


LETTER = (
    "Dear experts,\n\nwe are the guests of the institute, room Colijn on the first day.\n"
    "On the second day it is taken, so we move to {}.\n\n"
    "Thursday 21 May 2026\n\n10:00 Opening\n11:00 Coffee\n12:00 Lunch, Canteen\n\nFriday 22 May 2026\n\n9:00 Closing\n"
)


@pytest.mark.parametrize("room", ["room Buys", "the Ida Hall", "Raum 7", "Turnhalle 2", "Lindensaal"])
def test_rooms_that_sentences_say_of_days(sessions: Sessions, room: str) -> None:
    assert rooms(sessions(LETTER.format(room))) == [
        "room Colijn",
        None,
        "Canteen",
        room.removeprefix("the "),
    ]


@pytest.mark.parametrize("room", ["room Buys, not room Ida", "another place"])
def test_a_sentence_that_names_no_room_or_several_says_none_of_its_day(sessions: Sessions, room: str) -> None:
    assert rooms(sessions(LETTER.format(room)))[-1] is None


def test_the_room_of_a_day_may_be_parted_by_the_end_of_a_line(sessions: Sessions) -> None:
    assert rooms(sessions(LETTER.format("room\nBuys")))[-1] == "room Buys"


def test_a_day_that_is_none_of_the_programme_has_no_room(sessions: Sessions) -> None:
    text = LETTER.format("room Buys").replace("first day", "third day")
    assert rooms(sessions(text)) == [None, None, "Canteen", "room Buys"]


ITEMS = (
    "Thursday 21 May 2026\n\n1. Opening (10:00 - 10:15)\n2. Tides, clause 1 (10:20 - 12:30)\n"
    "   - lunch, canteen (12:30 - 13:30) -\n3. Silt (13:30 - 15:15)\n"
)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("   - dinner, café De Waag (19:00) -", "dinner"),
        ("4. Close of the meeting (19:00)", "Close of the meeting"),
        ("4. Close of the meeting (7 pm)", "Close of the meeting"),
    ],
)
def test_a_time_in_brackets_beside_ranges_at_the_ends_of_items(sessions: Sessions, line: str, title: str) -> None:
    found = sessions(f"{ITEMS}{line}\n")
    assert [(each.start.value, each.title.value) for each in found[4:]] == [(19 * 60, title)]


def test_a_sentence_that_goes_on_with_a_time_opens_nothing(sessions: Sessions) -> None:
    found = sessions(f"{ITEMS}\nThe fire drill is on the second day\nat 15:15, we all have to leave the building.\n")
    assert len(found) == 4


def table(*rows: str) -> str:
    return "\n".join(("# Monday, 9 March 2026", "", "| Time | What |", "|---|---|", *(f"| {each} |" for each in rows)))


def test_bare_hours_among_times_are_times(shown: Shown) -> None:
    found = shown(
        table("9 – 9.30 | Tea", "9.30 – 12 | Tides", "12 – 1 | Lunch", "1.15 – 2.45 | Silt", "3 | Bus"), "a.md"
    )
    assert [each.split(" ?")[0] for each in found] == [
        "2026-03-09 09:00-09:30 Tea",
        "2026-03-09 09:30-12:00 Tides",
        "2026-03-09 12:00-13:00 Lunch",
        "2026-03-09 13:15-14:45 Silt",
        "2026-03-09 15:00- Bus",
    ]


@pytest.mark.parametrize("bare", ["30", "x"])
def test_what_is_no_hour_is_no_time(sessions: Sessions, bare: str) -> None:
    found = sessions(table("9 – 9.30 | Tea", "9.30 – 12 | Tides", "13.15 – 14.45 | Silt", f"{bare} | Bus"), "a.md")
    assert len(found) == 3


@pytest.mark.parametrize("word", ["closed", "Geschlossen", "fermé", "(cerrado)"])
def test_a_room_that_is_closed_is_no_session(sessions: Sessions, word: str) -> None:
    head = "# Monday, 9 March 2026\n\n| | Room 1 | Room 2 |\n|---|---|---|\n"
    text = f"{head}| 9:00 | Tides | {word} |\n| 10:00 | Silt | Sand |\n"
    assert [each.title.value for each in sessions(text, "a.md")] == ["Tides", "Silt", "Sand"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("RPG: The Abbey\nGM: Tilly Marsh", [("host", "Tilly Marsh")]),
        ("Wind sectional, coach: Peter Voss", [("speaker", "Peter Voss")]),
        ("Table ronde « Écrire la mer » ; modérateur : Peter Corlay", [("moderator", "Peter Corlay")]),
        ("Final\nPresident: Prof. Inga Ozola", [("chair", "Prof. Inga Ozola")]),
        ("Site tour with Dougie McBain, works manager", [("speaker", "Dougie McBain")]),
        ("Entretien avec Maryvonne Legoff", [("speaker", "Maryvonne Legoff")]),
        ("Guest speaker: Dr Lena Forsberg", [("speaker", "Dr Lena Forsberg")]),
        ("Site visit with Dougie McBain", [("speaker", "Dougie McBain")]),
        ("Visite avec les classes", []),
    ],
)
def test_people_in_roles(sessions: Sessions, text: str, people: list[tuple[str, str]]) -> None:
    found = sessions(f"{DAY}9:00 {text}\n10:00 Coffee\n")
    assert [(each.role, each.name) for each in found[0].people] == people
    assert not found[0].title.value.endswith("Guest")


@pytest.mark.parametrize(
    ("title", "room"),
    [
        ("Arrivée de l'autocar, place Carnot", "place Carnot"),
        ("Ouverture (place de l'Église)", "place de l'Église"),
        ("Fest-noz (quai)", "quai"),
        ("Dîner (café du Port)", "café du Port"),
        ("Accueil, café", None),
        ("Passwords (IT Bar)", "IT Bar"),
        ("Spaces (Portakabin 3)", "Portakabin 3"),
        ("Silt (Raum C 117)", "Raum C 117"),
        ("A place in the sun, place to be", None),
    ],
)
def test_places_behind_titles(sessions: Sessions, title: str, room: str | None) -> None:
    assert rooms(sessions(f"{DAY}9:00 {title}\n10:00 Coffee\n"))[0] == room


def test_how_many_may_come_is_no_room_though_it_recurs(sessions: Sessions) -> None:
    found = sessions(f"{DAY}9:00 Tides (Room 1)\n10:00 Tour 1 (max. 20)\n11:00 Tour 2 (max. 20)\n")
    assert rooms(found) == ["Room 1", None, None]


def test_a_room_behind_day_and_hours(shown: Shown) -> None:
    text = (
        "Sofern nichts anderes vermerkt ist, finden sie im Hörsaal C2 statt.\n\n"
        "Dienstag, 18.11.2025, 10.00 Uhr\nFrau Miriam Eckstein\n„Polymere aus Kaffeesatz“\n\n"
        "Donnerstag, 27.11.2025, 9.30 Uhr, Raum C 117\nFrau Sabrina Völkel\n„Zur Speziation von Technetium“\n"
    )
    assert [each.split(" +")[0] for each in shown(text)] == [
        "2025-11-18 10:00- „Polymere aus Kaffeesatz“ @Hörsaal C2",
        "2025-11-27 09:30- „Zur Speziation von Technetium“ @Raum C 117",
    ]


def test_the_room_of_all_sessions_is_not_that_of_breaks(sessions: Sessions) -> None:
    head = "Comrades, please find the order of business.\nAll sessions in the Ocean Room.\n\n"
    found = sessions(f"{head}{DAY}9:00 Tides\n10:00 Tea\n20:00 Social with the Ramblers\n")
    assert rooms(found) == ["Ocean Room", None, None]


def test_columns_of_benches_and_courtrooms(shown: Shown) -> None:
    text = (
        "# Monday, 9 March 2026\n\n| Time | Event | Bench | Courtroom |\n|---|---|---|---|\n"
        "| 14:00 – 15:00 | Registration | | Main hall |\n"
        "| 16:00 – 17:00 | Round 1 | Judges: Karl Raud, Sten Laurits | Room 12 |\n"
    )
    first, second = shown(text, "a.md")
    assert first == "2026-03-09 14:00-15:00 Registration @Main hall"
    assert second.startswith(
        "2026-03-09 16:00-17:00 Round 1 @Room 12 +Karl Raud (expert) +Sten Laurits (expert) ?`judges`"
    )


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("Panel on dunes, chaired by Ida Holm (Room 3)", "Panel on dunes @Room 3 +Ida Holm (chair)"),
        (
            "Café animé par Jeanne Pochard, avec Omar Belkacem et Solène Cariou (café du Port)",
            "Café @café du Port +Jeanne Pochard (moderator) +Omar Belkacem (speaker) +Solène Cariou (speaker)",
        ),
        ("Netze – Moderation: Petra Ahlers (Aula)", "Netze @Aula +Petra Ahlers (moderator)"),
        ("Panel on dunes, chaired by Ida Holm (Coast Office)", "Panel on dunes +Ida Holm, Coast Office (chair)"),
        ("Panel on dunes, chaired by Ida Holm (Ulm Museum)", "Panel on dunes +Ida Holm, Ulm Museum (chair)"),
        ("Débat, moderateur : Ida Holm (chapiteau)", "Débat @chapiteau +Ida Holm (moderator)"),
        ("Präparieren live (Werkstatt, UG)", "Präparieren live @Werkstatt, UG"),
        ("Lunch. Bring your own plates please", "Lunch ~Bring your own plates please"),
    ],
)
def test_rooms_and_company_behind_people_with_a_role(shown: Shown, text: str, shown_as: str) -> None:
    found = shown(f"{DAY}9:00 {text}\n10:00 Coffee\n")
    assert found[0].split(" ?")[0] == f"2026-03-09 09:00- {shown_as}"


@pytest.mark.parametrize(
    ("title", "is_doubted"),
    [
        ("Quiz with Dougie McBain", True),
        ("Welcome with coffee", False),
        ("Cake avec Yaël Kerbrat (Sud)", True),
    ],
)
def test_a_name_behind_a_word_for_company_that_is_not_known_is_a_doubt(
    sessions: Sessions, title: str, *, is_doubted: bool
) -> None:
    found = sessions(f"{DAY}9:00 {title}\n10:00 Coffee\n")
    assert ("reads as if it named a person" in found[0].title.doubts) is (is_doubted and not found[0].people)
