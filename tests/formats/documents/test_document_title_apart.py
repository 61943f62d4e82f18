"""Where a title ends, and sentences, people and rooms behind it begin."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.title_apart import title_apart
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
Shown = Callable[..., list[str]]
DAY = "6 July 2026\n\n"


@pytest.mark.parametrize(
    ("text", "title", "behind"),
    [
        ("Outcast. Files of the poor and their readers", "Outcast. Files of the poor and their readers", ""),
        ("Hiking. Bring boots.", "Hiking", "Bring boots."),
        ("Shorts. Talk with Ida Holm", "Shorts", "Talk with Ida Holm"),
        ("Lunch. Soup and bread", "Lunch", "Soup and bread"),
        ("Recital: «La sal y el trigo». Teatro Ramos", "Recital: «La sal y el trigo»", "Teatro Ramos"),
        ("Lesung „Der Fluss“. Eintritt frei", "Lesung „Der Fluss“", "Eintritt frei"),
        ("Film «Uno». Charla «Dos»", "Film «Uno». Charla «Dos»", ""),
        ("Tides of the north", "Tides of the north", ""),
    ],
)
def test_titles_and_what_stands_behind_them(text: str, title: str, behind: str) -> None:
    assert title_apart(text) == (title, behind)


def test_a_time_in_a_bracket_that_began_above_begins_nothing(shown: Shown) -> None:
    text = "10:00 Tides\n\nCall us on 0999 / 55 (evenings\n18:00). Full board 245 euros.\n"
    assert [each.split()[1] for each in shown(DAY + text)] == ["10:00-"]


def test_a_line_that_asks_for_something_says_no_room_of_all(shown: Shown) -> None:
    above = "Bitte helle Sohlen tragen, der Boden im Rittersaal\nist frisch versiegelt.\n\n"
    assert shown(f"{above}{DAY}10:00 Tanz\n") == ["2026-07-06 10:00- Tanz"]


def test_the_end_of_a_sentence_below_the_day_is_no_room_of_what_follows(shown: Shown) -> None:
    assert shown(f"{DAY}Bücher gibt es\nim Lesesaal des Archivs.\n\n10:00 Tanz\n") == ["2026-07-06 10:00- Tanz"]


def test_given_names_that_are_articles_and_letters_behind_names(shown: Shown) -> None:
    rows = "| 9:00 | Maps | Dr Una Fair |\n| 10:00 | Cats | Dr Al Lee and Anna Marsh RVN |\n"
    table = f"| Time | Title | Speaker |\n|---|---|---|\n{rows}"
    assert [each.partition("+")[2].partition(" ?")[0] for each in shown(DAY + table, "letter.md")] == [
        "Dr Una Fair (speaker)",
        "Dr Al Lee (speaker) +Anna Marsh, RVN (speaker)",
    ]


@pytest.mark.parametrize(
    ("line", "title", "people"),
    [
        ("Begrüßung durch Bürgermeisterin Dr. Ida Holm", "Begrüßung", ["Dr. Ida Holm"]),
        ("Welcome by H.E. Ms Ida Holm", "Welcome", ["H.E. Ms Ida Holm"]),
        ("Opening address given by Ida Holm and Jon Lie", "Opening address", ["Ida Holm", "Jon Lie"]),
        ("Presentación a cargo de Ana Lie, directora", "Presentación", ["Ana Lie"]),
        ("An evening with Ida Holm", "An evening with Ida Holm", ["Ida Holm"]),
        ("Songs by Ida Holm for the young", "Songs by Ida Holm for the young", []),
    ],
)
def test_who_opens_or_gives_it_is_no_part_of_a_title(
    sessions: Sessions, line: str, title: str, people: list[str]
) -> None:
    (found,) = sessions(f"9 March 2026\n\n10:00 {line}\n")
    assert (found.title.value, [each.name for each in found.people]) == (title, people)


@pytest.mark.parametrize(
    ("line", "title", "room"),
    [
        ("Begrüßung in der Aula", "Begrüßung", "Aula"),
        ("Lunch in the canteen", "Lunch", "canteen"),
        ("Familiengottesdienst in der St.-Annen-Kirche", "Familiengottesdienst in der St.-Annen-Kirche", None),
        ("Life in the Library", "Life in the Library", "Library"),
        ("Lunch in the Snug", "Lunch", "Snug"),
        ("Lunch at The Harbour Café", "Lunch", "Harbour Café"),
        ("Dinner at the Thai Garden (pay for yourself)", "Dinner", "Thai Garden"),
        ("Dinner at The Ayre Hotel, self-paid", "Dinner", "Ayre Hotel"),
        ("Cena en el Mesón del Puerto, no incluida", "Cena", "Mesón del Puerto"),
        ("Mittagessen im Refektorium", "Mittagessen", "Refektorium"),
        ("Déjeuner au Lion Bleu", "Déjeuner", "Lion Bleu"),
        ("Almuerzo en la Bodega", "Almuerzo", "Bodega"),
        ("Storytime in the Mayor's Parlour", "Storytime", "Mayor's Parlour"),
    ],
)
def test_the_room_of_a_welcome_or_a_meal_is_no_part_of_its_title(
    sessions: Sessions, line: str, title: str, room: str | None
) -> None:
    (found,) = sessions(f"9 March 2026\n\n10:00 {line}\n")
    assert (found.title.value, room is None or (found.room and found.room.value)) == (title, room or True)


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (["Messe im Pfarrsaal", "Lieder im Pfarrhof", "Spiele auf dem Schulhof"], ["Messe", "Lieder", "Spiele"]),
        (["Songs in the Chapel", "Games in the Courtyard"], ["Songs in the Chapel", "Games in the Courtyard"]),
        (
            ["Songs in the barn", "Lunch in the barn", "Games in the barn"],
            ["Songs in the barn", "Lunch", "Games in the barn"],
        ),
    ],
)
def test_rooms_at_the_ends_of_titles_are_cut_where_many_titles_end_so(
    sessions: Sessions, lines: list[str], titles: list[str]
) -> None:
    found = sessions(DAY + "".join(f"{n}:00 {line}\n" for n, line in enumerate(lines, 10)))
    assert [each.title.value for each in found] == titles
    assert all(each.title.doubts and each.room for each in found)


def test_an_office_behind_by_is_no_role(sessions: Sessions) -> None:
    (found,) = sessions("9 March 2026\n\n10:00 Welcome by our President, Cllr Ida Holm\n")
    assert (found.title.value, [(each.name, each.role) for each in found.people]) == (
        "Welcome",
        [("Cllr Ida Holm", "speaker")],
    )


@pytest.mark.parametrize(
    ("line", "title", "person"),
    [
        ("Hommage à Simone Veil, par Claire Dubois", "Hommage à Simone Veil", "Claire Dubois"),
        ("Führung – von Jonas Falk", "Führung", "Jonas Falk"),
        ("Poems by Sylvia Plath read by Amy Castell", "Poems by Sylvia Plath", "Amy Castell"),
        ("Poemas de amor por la poeta Ana Gil", "Poemas de amor", "Ana Gil"),
    ],
)
def test_a_title_ends_before_the_last_by_and_its_sign(sessions: Sessions, line: str, title: str, person: str) -> None:
    (found,) = sessions(f"9 March 2026\n\n10:00 {line}\n")
    assert (found.title.value, [each.name for each in found.people]) == (title, [person])


def test_what_stands_behind_a_name_and_a_colon_may_be_a_piece(shown: Shown) -> None:
    (read,) = shown("9 March 2026\n\n18:00-19:00 Liederabend\nIda Holm: Dichterliebe\n")
    assert "?what stands behind the colon may be a piece" in read


@pytest.mark.parametrize(
    ("line", "title", "room"),
    [
        ("Swim test @ Waterfront", "Swim test", "Waterfront"),
        ("Campfire @ Council Ring (Host: Dale Erickson)", "Campfire", "Council Ring"),
        ("Games @The Den, bring shoes", "Games", "The Den"),
        ("Lunch @ noon", "Lunch @ noon", None),
        ("Chat @ Ida Holm", "Chat @ Ida Holm", None),
        ("Silt (write to a@b.example)", "Silt (write to a@b.example)", None),
    ],
)
def test_a_place_behind_its_sign(line: str, title: str, room: str | None, sessions: Sessions) -> None:
    (found,) = sessions(f"6 July 2026\n\n10:00 {line}\n")
    assert (found.title.value, found.room and found.room.value) == (title, room)


@pytest.mark.parametrize(
    ("line", "room", "who"),
    [
        ("Tides, Raum: Lehrsaal 1, Referent: Ida Holm", "Lehrsaal 1", "Ida Holm"),
        ("Tides – Room: Larch – Speaker: Ida Holm", "Larch", "Ida Holm"),
        ("Tides. Salle : Turing. Intervenante : Ida Holm", "Turing", "Ida Holm"),
        ("Tides; Lugar: Sala Goya", "Sala Goya", None),
        ("Tides, Ort: Kantine", "Kantine", None),
    ],
)
def test_a_room_behind_a_word_for_one_in_the_line(line: str, room: str, who: str | None, sessions: Sessions) -> None:
    (found,) = sessions(f"6 July 2026\n\n10:00 {line}\n")
    assert (found.title.value, found.room and found.room.value) == ("Tides", room)
    assert [each.name for each in found.people] == ([who] if who else [])


@pytest.mark.parametrize("day", ["Monday 6 July 2026: Main Hall", "Monday 6 July 2026 : Room 3"])
def test_a_room_behind_a_day_and_a_colon(day: str, sessions: Sessions) -> None:
    (found,) = sessions(f"{day}\n\n10:00 Tides\n")
    assert found.room
    assert found.room.value == day.rpartition(": ")[2]
