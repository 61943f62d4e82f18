"""`import --onto`: what a letter says otherwise than mine, cited where it stands, letter after letter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

READINGS = {
    "en": ("Spring Fair in Lisbon", "Monday, 9 March 2026", "Reading", "Room {}", "Speaker: Ms Ana Reis"),
    "de": ("Frühlingsmarkt in Wien", "Montag, 9. März 2026", "Lesung", "Raum {}", "Referentin: Ana Reis"),
    "fr": ("Foire de printemps à Lyon", "Lundi 9 mars 2026", "Contes du soir", "Salle {}", "Intervenante : Ana Reis"),
    "es": ("Feria de primavera en Madrid", "Lunes, 9 de marzo de 2026", "Lectura", "Sala {}", "Ponente: Ana Reis"),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def letter(language: str, number: int | None, *above: str) -> str:
    fair, day, reading, room, speaker = READINGS[language]
    rooms = [room.format(number)] if number else []
    lines = (*above, fair, "", day, f"11:00 - 12:00 {reading}", *rooms, speaker, "12:00 - 13:00 Tour")
    return "".join(f"{each}\n" for each in lines)


def merge(agenda: Agenda, name: str, text: str) -> str:
    Path(name).write_text(text)
    result = agenda("import", name, "--onto", "mine.yaml")
    assert result.exit_code == 0, result.output
    assert agenda("check", "mine.yaml").exit_code == 0
    return mine()


def mine() -> str:
    return Path("mine.yaml").read_text()


def edit(old: str, new: str) -> None:
    assert old in mine()
    Path("mine.yaml").write_text(mine().replace(old, new))


@pytest.fixture(params=READINGS)
def language(agenda: Agenda, request: pytest.FixtureRequest) -> str:
    """A draft of a letter with another room of mine, in each language."""
    found = str(request.param)
    Path("one.txt").write_text(letter(found, 5))
    assert agenda("import", "one.txt", "-o", "mine.yaml").exit_code == 0
    room = READINGS[found][3]
    edit(f"room: {room.format(5)}", f"room: {room.format(9)}")
    return found


def said(language: str, place: str, number: int, why: str = "    # ? changed here and in two.txt") -> str:
    return f"      elsewhere:\n        {place}: {{room: {READINGS[language][3].format(number)}}}{why}\n"


def test_the_line_of_the_value_is_cited(agenda: Agenda, language: str) -> None:
    assert said(language, "letter:5", 6) in merge(agenda, "two.txt", letter(language, 6))


def test_the_next_letter_says_it_at_its_own_line(agenda: Agenda, language: str) -> None:
    merge(agenda, "two.txt", letter(language, 6))
    assert said(language, "letter:7", 6) in merge(agenda, "three.txt", letter(language, 6, "", ""))
    assert mine().count("elsewhere") == 1


def test_a_doubt_that_was_deleted_stays_away(agenda: Agenda, language: str) -> None:
    merge(agenda, "two.txt", letter(language, 6))
    edit("    # ? changed here and in two.txt", "")
    assert said(language, "letter:6", 6, "") in merge(agenda, "three.txt", letter(language, 6, ""))


def test_what_the_letter_says_as_mine_does_is_said_nowhere_else(agenda: Agenda, language: str) -> None:
    merge(agenda, "two.txt", letter(language, 6))
    assert "elsewhere" not in merge(agenda, "three.txt", letter(language, 9, ""))


def test_what_the_letter_says_anew_takes_the_place_of_what_it_said(agenda: Agenda, language: str) -> None:
    merge(agenda, "two.txt", letter(language, 6))
    new = said(language, "letter:5", 7, "    # ? changed here and in three.txt")
    assert new in merge(agenda, "three.txt", letter(language, 7))
    assert mine().count("changed here") == 1


def test_what_only_the_letter_before_said_cites_that(agenda: Agenda, language: str) -> None:
    merge(agenda, "two.txt", letter(language, 6))
    assert said(language, "two:5", 6) in merge(agenda, "three.txt", letter(language, None, ""))
    assert "two: {" in mine()
    once = mine()
    assert merge(agenda, "three.txt", letter(language, None, "")) == once


def test_a_session_that_is_gone_says_elsewhere_what_the_letter_before_said(agenda: Agenda, language: str) -> None:
    merge(agenda, "two.txt", letter(language, 6))
    fair, day, *_ = READINGS[language]
    found = merge(agenda, "three.txt", f"{fair}\n\n{day}\n12:00 - 13:00 Tour\n")
    assert said(language, "two:5", 6) in found


BEFORE = (
    "Spring Fair in Lisbon\n\nMonday, 9 March 2026\n11.00 - 12.00 Reading, Room 5\nSpeaker: Ms Ana Reis\n12.00 - Tour\n"
)


def test_each_value_is_cited_by_itself(agenda: Agenda) -> None:
    Path("one.txt").write_text(BEFORE)
    agenda("import", "one.txt", "-o", "mine.yaml")
    edit("speaker: Ms Ana Reis", "speaker: Mr Tom Leal")
    edit("11:00-12:00: Reading", "10:00-11:00: Reading")
    changed = BEFORE.replace("Ms Ana Reis", "Dr Ida Holm").replace("11.00 - 12.00 Reading", "11.30 - 12.30 Reading")
    found = merge(agenda, "two.txt", changed)
    assert "        letter:4: {time: 2026-03-09 11:30-12:30}    # ? changed here and in two.txt\n" in found
    assert "        letter:5: {speaker: Ida Holm}    # ? changed here and in two.txt\n" in found
    edit("speaker: Mr Tom Leal", "speaker: Dr Ida Holm")
    found = merge(agenda, "three.txt", f"\n{changed}")
    assert "        letter:5: {time: 2026-03-09 11:30-12:30}    # ? changed here and in two.txt\n" in found
    assert "speaker: Ida" not in found


def test_what_a_person_says_of_other_documents_stays(agenda: Agenda) -> None:
    Path("one.txt").write_text(BEFORE)
    agenda("import", "one.txt", "-o", "mine.yaml")
    edit("sources:\n", "sources:\n  minutes: {title: Minutes}\n")
    edit("      room: Room 5    # ? read from the end of the title\n", "      room: Room 9\n")
    edit(
        "from: letter:3, letter:4, letter:5\n",
        "elsewhere: {minutes: {room: Attic}}\n      from: letter:3, letter:4, letter:5\n",
    )
    found = merge(agenda, "two.txt", BEFORE.replace("Room 5", "Room 6"))
    assert (
        "        minutes: {room: Attic}\n        letter:4: {room: Room 6}    # ? changed here and in two.txt\n" in found
    )
    edit(
        "elsewhere:\n        minutes: {room: Attic}\n        letter:4: {room: Room 6}",
        "elsewhere: {minutes: {room: Attic}, letter:4: {room: Room 6}}",
    )
    found = merge(agenda, "three.txt", BEFORE.replace("Room 5", "Room 9"))
    assert "        minutes: {room: Attic}\n      from:" in found


def test_what_a_letter_says_as_mine_does_settles_what_earlier_ones_said(agenda: Agenda, language: str) -> None:
    merge(agenda, "two.txt", letter(language, 6))
    merge(agenda, "three.txt", letter(language, None))
    found = merge(agenda, "four.txt", letter(language, 9))
    assert "elsewhere" not in found
    assert "# ?" not in found.partition("days:")[2]


def test_what_a_letter_says_anew_takes_the_place_of_what_earlier_ones_said(agenda: Agenda, language: str) -> None:
    merge(agenda, "two.txt", letter(language, 6))
    merge(agenda, "three.txt", letter(language, None))
    found = merge(agenda, "four.txt", letter(language, 7))
    assert said(language, "letter:5", 7, "    # ? changed here and in four.txt") in found
    assert found.count("changed here") == 1
    found = merge(agenda, "five.txt", letter(language, None, ""))
    assert said(language, "four:5", 7, "    # ? changed here and in four.txt") in found


def test_what_an_earlier_letter_said_is_kept_once_its_doubt_is_deleted(agenda: Agenda, language: str) -> None:
    merge(agenda, "two.txt", letter(language, 6))
    merge(agenda, "three.txt", letter(language, None))
    edit("    # ? changed here and in two.txt", "")
    assert said(language, "two:5", 6, "") in merge(agenda, "four.txt", letter(language, 9))
