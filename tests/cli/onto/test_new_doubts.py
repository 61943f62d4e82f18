"""`import --onto`: what may be doubted of the next letter, though it changed nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

FAIRS = {
    "en": ("Spring Fair in Lisbon", "Monday, 9 March 2026", "Tuesday, 9 March 2026", "Reading", "Room 5", "Speaker: "),
    "de": ("Markt in Wien", "Montag, 9. März 2026", "Dienstag, 9. März 2026", "Lesung", "Raum 5", "Referentin: "),
    "fr": ("Foire à Lyon", "Lundi 9 mars 2026", "Mardi 9 mars 2026", "Contes du soir", "Salle 5", "Intervenante : "),
    "es": ("Feria", "Lunes, 9 de marzo de 2026", "Martes, 9 de marzo de 2026", "Lectura", "Sala 5", "Ponente: "),
}
DAY = "  2026-03-09:    # ? `{}` is printed, but that day is a Monday\n"
STRUCK = "the document has changes that nobody accepted: what is struck out is listed at the end"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def start(agenda: Agenda, text: str, name: str = "one.txt") -> str:
    Path(name).write_text(text)
    assert agenda("import", name, "-o", "mine.yaml", "--zone", "Europe/Lisbon").exit_code == 0
    return mine()


def merge(agenda: Agenda, name: str, text: str, *options: str) -> str:
    Path(name).write_text(text)
    result = agenda("import", name, "--onto", "mine.yaml", *options)
    assert result.exit_code == 0, result.output
    return mine()


def mine() -> str:
    return Path("mine.yaml").read_text()


def edit(old: str, new: str) -> None:
    assert old in mine()
    Path("mine.yaml").write_text(mine().replace(old, new))


def letter(language: str, *, wrong: bool = False, room: str = ", {}") -> str:
    fair, monday, tuesday, reading, place, speaker = FAIRS[language]
    day = tuesday if wrong else monday
    title = f"10:00 - 11:00 {reading}{room.format(place)}"
    return f"{fair}\n\n{day}\n{title}\n{speaker}Ana Reis\n11:00 - 12:00 Film\n"


@pytest.mark.parametrize("language", FAIRS)
def test_another_weekday_beside_the_same_day_is_doubted(agenda: Agenda, language: str) -> None:
    start(agenda, letter(language))
    found = merge(agenda, "two.txt", letter(language, wrong=True))
    assert DAY.format(FAIRS[language][2]) in found
    assert "file: two.txt}" in found
    assert agenda("check", "mine.yaml").stdout.count("is printed, but") == 1


@pytest.mark.parametrize("language", FAIRS)
def test_what_the_new_letter_settles_is_doubted_no_more(agenda: Agenda, language: str) -> None:
    start(agenda, letter(language, wrong=True))
    assert "is printed" not in merge(agenda, "two.txt", letter(language))
    assert f"room: {FAIRS[language][4]}\n" in merge(agenda, "three.txt", letter(language, room="\n{}"))


@pytest.mark.parametrize("language", FAIRS)
def test_the_same_value_said_otherwise_has_the_doubt_of_that(agenda: Agenda, language: str) -> None:
    assert f"room: {FAIRS[language][4]}\n" in start(agenda, letter(language, room="\n{}"))
    assert f"room: {FAIRS[language][4]}    # ? " in merge(agenda, "two.txt", letter(language))


def test_a_value_of_mine_has_no_doubt_of_another_one(agenda: Agenda) -> None:
    start(agenda, letter("en", room="\n{}"))
    edit("room: Room 5", "room: Room 9")
    edit("11:00-12:00: Film", "12:00-13:00: Film")
    edit("title: Spring Fair in Lisbon    # ? the first line that may be a title", "title: Our fair")
    found = merge(agenda, "two.txt", letter("en"))
    assert "room: Room 9\n" in found
    assert "title: Our fair\n" in found


def test_a_new_doubt_that_was_deleted_stays_away(agenda: Agenda) -> None:
    start(agenda, letter("en"))
    merge(agenda, "two.txt", letter("en", wrong=True))
    edit(DAY.format(FAIRS["en"][2]), "  2026-03-09:\n")
    once = mine()
    assert merge(agenda, "two.txt", letter("en", wrong=True)) == once
    assert merge(agenda, "two.txt", letter("en", wrong=True), "--was", "one.txt") == once
    assert "is printed" not in merge(agenda, "three.txt", "\n" + letter("en", wrong=True))


def test_a_doubt_of_what_was_taken_out_comes_nowhere(agenda: Agenda) -> None:
    start(agenda, letter("en", room="\n{}"))
    before = mine()
    edit(before[before.index("    - 10:00") : before.index("    - 11:00")], "")
    assert "read from the end" not in merge(agenda, "two.txt", letter("en"))


def test_a_person_of_whom_nothing_changed_may_be_doubted(agenda: Agenda) -> None:
    start(agenda, letter("en"))
    found = merge(
        agenda, "two.txt", letter("en").replace("Speaker: Ana Reis", "The potter Ana Reis shows how it goes.")
    )
    assert "speaker: Ana Reis    # ? named in a sentence below the title\n" in found
    assert "speaker: Ana Reis\n" in merge(agenda, "three.txt", letter("en"))


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_changes_that_nobody_accepted_are_told_of_the_new_letter(agenda: Agenda, is_confirmed: bool) -> None:  # noqa: FBT001
    page = "<h1>Spring Fair</h1><p>Monday, 9 March 2026</p><p>10:00 - 11:00 Reading</p><p>11:00 - 12:00 Film</p>"
    start(agenda, page, "one.html")
    if is_confirmed:
        Path("mine.yaml").write_text("".join(f"{each.partition('    # ?')[0]}\n" for each in mine().splitlines()))
    found = merge(agenda, "two.html", page.replace("Film", "Film <del>at night</del>"))
    assert found.splitlines()[1].startswith("title: Spring Fair    # ? ")
    assert found.splitlines()[1].endswith(STRUCK)
    assert ": at night (struck)\n" in found
    edit(STRUCK, "seen")
    once = mine()
    found = merge(agenda, "three.html", page.replace("Film", "Film <del>at noon</del>"))
    assert STRUCK in found.splitlines()[1]
    assert STRUCK not in once


def test_a_title_of_mine_still_tells_of_changes_that_nobody_accepted(agenda: Agenda) -> None:
    page = "<h1>Spring Fair</h1><p>Monday, 9 March 2026</p><p>10:00 - 11:00 Reading</p><p>11:00 - 12:00 Film</p>"
    start(agenda, page, "one.html")
    edit("title: Spring Fair", "title: Our fair")
    found = merge(agenda, "two.html", page.replace("Film", "Film <del>at night</del>"))
    assert STRUCK in found.splitlines()[1]


SPEAKERS = {
    "en": ("Spring Fair", "Monday, 9 March 2026", "Reading", "Speakers: Ida Holm, Ana Reis, Tom Leal"),
    "de": ("Markt in Wien", "Montag, 9. März 2026", "Lesung", "Referenten: Ida Holm, Ana Reis, Tom Leal"),
    "fr": ("Foire à Lyon", "Lundi 9 mars 2026", "Contes du soir", "Intervenants : Ida Holm, Ana Reis, Tom Leal"),
    "es": ("Feria", "Lunes, 9 de marzo de 2026", "Lectura", "Ponentes: Ida Holm, Ana Reis, Tom Leal"),
}


@pytest.mark.parametrize("language", SPEAKERS)
def test_a_doubt_behind_several_people_says_whom_it_means(agenda: Agenda, language: str) -> None:
    fair, day, title, people = SPEAKERS[language]
    text = f"{fair}\n\n{day}\n10:00 - 11:00 {title}\n{people}\n11:00 - 12:00 Film\nEva Brandt\n"
    assert "speakers: [Ida Holm, Ana Reis, Tom Leal]\n" in start(agenda, text)
    found = merge(agenda, "two.txt", text.replace(", Ana Reis, Tom Leal", ""))
    one, other = (f"two.txt does not name {name} any more" for name in ("Ana Reis", "Tom Leal"))
    assert f"speakers: [Ida Holm, Ana Reis, Tom Leal]    # ? {one}; {other}\n" in found
    told = agenda("check", "mine.yaml").stdout
    assert one in told


def test_who_stands_on_a_line_of_its_own_is_not_named_again(agenda: Agenda) -> None:
    fair, day, title, people = SPEAKERS["en"]
    text = f"{fair}\n\n{day}\n10:00 - 11:00 {title}\n{people}\n11:00 - 12:00 Film\nEva Brandt\n"
    start(agenda, text)
    edit(
        "speakers: [Ida Holm, Ana Reis, Tom Leal]",
        "speakers:\n        - Ida Holm\n        - Ana Reis\n        - Tom Leal",
    )
    found = merge(agenda, "two.txt", text.replace(", Ana Reis", ""))
    assert "        - Ana Reis    # ? two.txt does not say so any more\n" in found


def test_a_new_doubt_of_one_of_several_names_that_one(agenda: Agenda) -> None:
    text = "Spring Fair\n\nMonday, 9 March 2026\n10:00 - 11:00 Reading\n{}\n11:00 - 12:00 Film\n"
    start(agenda, text.format("Speakers: Ida Holm, Ana Reis"))
    found = merge(agenda, "two.txt", text.format("The potters Ida Holm and Ana Reis show how it goes."))
    said = "Ida Holm: named in a sentence below the title; Ana Reis: named in a sentence below the title"
    assert f"speakers: [Ida Holm, Ana Reis]    # ? {said}\n" in found
    assert "named in" not in merge(agenda, "three.txt", text.format("Speakers: Ida Holm, Ana Reis"))


@pytest.mark.parametrize("language", FAIRS)
def test_what_the_next_letter_says_again_is_doubted_no_more(agenda: Agenda, language: str) -> None:
    place, speaker = FAIRS[language][4:]
    full = letter(language, room="\n{}").replace(f"{speaker}Ana Reis\n", f"{speaker}Ana Reis, Ida Holm\n")
    start(agenda, f"{full}12:00 - 13:00 Radio\n{speaker}Tom Leal\n{place}\n")
    less = letter(language, room="").replace("11:00 - 12:00 Film\n", f"12:00 - 13:00 Radio\n{place}\n")
    before = mine()
    found = merge(agenda, "two.txt", f"{less}{speaker}Tom Leal\n")
    assert found.count("two.txt does not say so any more") == 1
    assert found.count("two.txt does not name Ida Holm any more") == 1
    assert found.count("two.txt no longer has it") == 1
    found = merge(agenda, "three.txt", f"{full}12:00 - 13:00 Radio\n{speaker}Tom Leal\n{place}\n")
    assert found.partition("days:")[2].replace(", one:3, one:7", "") == before.partition("days:")[2]
    assert "file: three.txt" in found


ELSEWHERE = "Film, Room 1"


def test_what_the_next_letter_says_otherwise_than_mine_is_not_doubted_as_unsaid(agenda: Agenda) -> None:
    start(agenda, letter("en"))
    edit("room: Room 5", "room: Room 9")
    unsaid = letter("en", room="").replace("Film", ELSEWHERE)
    assert "two.txt does not say so any more" in merge(agenda, "two.txt", unsaid)
    found = merge(agenda, "three.txt", letter("en", room=", Room 7").replace("Film", ELSEWHERE))
    assert "does not say so" not in found
    assert "{room: Room 7}    # ? changed here and in three.txt" in found


def test_what_one_of_several_on_a_line_leaves_open_is_still_doubted(agenda: Agenda) -> None:
    before = start(agenda, letter("en").replace("Film", ELSEWHERE))
    item = before[before.index("    - 10:00") : before.index("    - 11:00")]
    said = "10:00-11:00: Reading, id: reading, room: Room 5, speaker: Ana Reis, from: letter:4"
    edit(item, f"    - {{{said}}}    # ? old.txt does not say so any more\n")
    unsaid = letter("en", room="").replace("Film", ELSEWHERE)
    assert "old.txt does not say so" in merge(agenda, "two.txt", unsaid)
    assert "old.txt does not say so" not in merge(agenda, "three.txt", letter("en").replace("Film", ELSEWHERE))


def test_what_a_person_has_as_well_is_doubted_still(agenda: Agenda) -> None:
    before = start(agenda, letter("en"))
    edit("speaker: Ana Reis", "speaker: [Ana Reis, Ida Holm]    # ? old.txt does not name Ida Holm any more")
    assert "does not name Ida Holm" in merge(agenda, "two.txt", letter("en"))
    assert before != mine()


def test_doubts_above_all_sessions_and_of_what_is_gone_stay(agenda: Agenda) -> None:
    start(agenda, letter("en"))
    edit("from: letter:1\n", "from: letter:1    # ? old.txt does not say so any more\n")
    edit("11:00-12:00: Film", "11:00-12:00: Film    # ? old.txt no longer has it")
    found = merge(agenda, "two.txt", letter("en").replace("11:00 - 12:00 Film\n", ""))
    assert "from: letter:1    # ? old.txt does not say so any more\n" in found
    assert "Film    # ? old.txt no longer has it; two.txt no longer has it\n" in found
