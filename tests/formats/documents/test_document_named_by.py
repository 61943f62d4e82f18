"""People behind *by*: with an office in brackets, on the next line, with a word for the chair behind their name."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]
DAY = "Monday, 9 March 2026\n\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Welcome by Ida Holm (Chair of the branch)", "Welcome +Ida Holm, Chair of the branch (speaker)"),
        ("Begrüßung durch Ida Holm (Bezirksvorsitzende)", "Begrüßung +Ida Holm, Bezirksvorsitzende (speaker)"),
        ("Welcome by Ida Holm (Room 4)", "Welcome @Room 4 +Ida Holm (speaker)"),
    ],
)
def test_what_stands_in_brackets_behind_them_is_theirs(shown: Shown, line: str, said: str) -> None:
    assert shown(f"{DAY}9:00 {line}\n10:00 Walk\n11:00 Rest\n")[0][18:].split(" ?")[0] == said


@pytest.mark.parametrize(
    ("line", "below", "role"),
    [
        ("Open discussion of the policy, chaired by", "Ida Holm.", "chair"),
        ("Aussprache zur neuen Satzung, moderiert von", "Ida Holm.", "moderator"),
        ("Table ronde sur la rade, modérée par", "Ida Holm.", "moderator"),
        ("Table ronde sur la rade, modérée par Ida", "Holm.", "moderator"),
        ("Mesa redonda sobre el agua, moderada por", "Ida Holm.", "moderator"),
    ],
)
def test_they_may_stand_on_the_next_line(shown: Shown, line: str, below: str, role: str) -> None:
    found = shown(f"{DAY}9:00 {line}\n{below}\n10:00 Walk\n11:00 Rest\n")[0]
    assert f"{line.rpartition(',')[0]} +Ida Holm ({role})" in found


def test_a_word_for_who_leads_behind_a_name_is_doubted(shown: Shown) -> None:
    rows = "| 9:00 | Minutes | Ida Holm, Chair |\n| 9:30 | Money | Jonas Weber, Clerk |\n"
    first, second = shown(f"9 March 2026\n\n| Time | What | Who |\n|---|---|---|\n{rows}", "x.md")
    assert "?the office behind the name may be a role here" in first
    assert "may be a role" not in second


def test_brackets_behind_somebody_where_others_have_their_room_are_one(shown: Shown) -> None:
    rooms = "".join(f"1{n}:00 Tides {n} – Ida Holm (Long Barn)\n" for n in range(1, 5))
    text = f"{DAY}9:00 Coffee (Barn Kitchen)\n{rooms}19:00 Dinner and quiz, hosted by Jonas Weber (Granary)\n"
    assert "@Granary +Jonas Weber (host) ?it stands where others have their room" in shown(text)[-1]


def test_the_room_behind_the_day_in_a_sentence_is_that_of_all(shown: Shown) -> None:
    text = "Le vendredi 5 juin 2026, bâtiment Colbert, amphithéâtre 2. Entrée libre dans la limite des places.\n\n"
    assert all("@amphithéâtre 2" in each for each in shown(f"{text}9 h 15 Ouverture\n9 h 30 Le conte\n10 h Le mot\n"))


def test_brackets_behind_people_hold_rooms_where_half_of_them_are_known_as_some(shown: Shown) -> None:
    text = (
        "9:00 Coffee (Long Barn)\n10:00 Tides, speaker: Ida Holm (Long Barn)\n"
        "11:00 Caves, speaker: Jonas Weber (Quilloch)\n12:00 Lunch (Dairy)\n13:00 Walk (Dairy)\n"
    )
    assert [each.partition("@")[2].split(" +")[0].split(" ?")[0] for each in shown(f"{DAY}{text}")][1:3] == [
        "Long Barn",
        "Quilloch",
    ]
