"""`import --onto` and `diff` where several sessions have one title: which of them is which in the next letter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

COFFEES = {
    "en": ("Spring Fair in Lisbon", "Monday, 9 March 2026", "Coffee", "Tuesday, 10 March 2026"),
    "de": ("Frühlingsmarkt in Wien", "Montag, 9. März 2026", "Kaffee", "Dienstag, 10. März 2026"),
    "fr": ("Foire de printemps à Lyon", "Lundi 9 mars 2026", "Pause", "Mardi 10 mars 2026"),
    "es": ("Feria de primavera en Madrid", "Lunes, 9 de marzo de 2026", "Café", "Martes, 10 de marzo de 2026"),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, *lines: str) -> None:
    Path(name).write_text("".join(f"{each}\n" for each in lines))


def mine() -> str:
    return Path("mine.yaml").read_text().partition("days:")[2]


def merge(agenda: Agenda, name: str) -> str:
    result = agenda("import", name, "--onto", "mine.yaml")
    assert result.exit_code == 0, result.output
    return result.stderr


def of_coffees(language: str, *hours: str) -> list[str]:
    """A letter with coffees at those hours, of which the last one is on another day."""
    fair, monday, coffee, tuesday = COFFEES[language]
    *first, last = (f"{each} {coffee}" for each in hours)
    return [fair, "", monday, *first, tuesday, last]


@pytest.mark.parametrize("language", COFFEES)
def test_what_a_person_says_of_one_coffee_stays_with_it_when_another_is_left_out(agenda: Agenda, language: str) -> None:
    write("one.txt", *of_coffees(language, "10.00 - 10.30", "15.00 - 15.30", "10.00 - 10.30"))
    write("two.txt", *of_coffees(language, "15.00 - 15.30", "10.00 - 10.30"))
    assert agenda("import", "one.txt", "-o", "mine.yaml").exit_code == 0
    text = Path("mine.yaml").read_text()
    second = next(line for line in text.splitlines() if line.strip().startswith("id: ") and line.endswith("-2"))
    Path("mine.yaml").write_text(text.replace(second, f"{second}\n      room: Annex\n      status: cancelled"))
    told = merge(agenda, "two.txt")
    assert "moved" not in told
    _, first, other, third = mine().split("    - ")
    assert first.splitlines()[0].endswith("# ? two.txt no longer has it")
    assert other.startswith("15:00-15:30")
    assert "room: Annex\n      status: cancelled\n      from: letter:3, letter:4" in other
    assert third.endswith("from: letter:5, letter:6\n")
    assert "Annex" not in third
    assert "room" not in third


def test_of_talks_in_a_row_the_others_keep_their_speakers_when_one_is_left_out(agenda: Agenda) -> None:
    head, talks = ("Spring Fair in Lisbon", "", "Monday, 9 March 2026"), ("Ms Ana Reis", "Mr Tom Leal", "Dr Ida Holm")

    def lectures(*pairs: tuple[int, str]) -> list[str]:
        return [line for hour, name in pairs for line in (f"{hour}.00 - {hour + 1}.00 Lecture", f"Speaker: {name}")]

    write("one.txt", *head, *lectures(*zip((9, 10, 11), talks, strict=True)))
    write("two.txt", *head, *lectures((10, talks[1]), (11, talks[2])))
    write("up.txt", *head, *lectures((9, talks[1]), (10, talks[2])))
    assert agenda("diff", "one.txt", "two.txt", "--fields", "change,id").stdout == "removed\tone/lecture\n"
    found = agenda("diff", "one.txt", "up.txt", "--fields", "change,minutes").stdout.splitlines()
    assert sorted(found) == ["moved\t-60", "moved\t-60", "removed\t"]
    assert agenda("import", "one.txt", "-o", "mine.yaml").exit_code == 0
    assert "conflict" not in merge(agenda, "two.txt")
    assert "speakers" not in mine()
    assert mine().count("# ?") == 1


def test_drafts_do_not_ask_for_ids_of_what_they_count(agenda: Agenda) -> None:
    write("one.txt", *of_coffees("en", "10.00 - 10.30", "15.00 - 15.30", "10.00 - 10.30"))
    write("two.txt", *of_coffees("en", "15.00 - 15.30", "10.00 - 10.30"))
    assert "is taken for" not in agenda("diff", "one.txt", "two.txt").stderr


def test_a_part_with_the_heading_of_another_is_not_taken_for_it(agenda: Agenda) -> None:
    head = "Spring Fair in Lisbon", "", "Monday, 9 March 2026"
    write("one.txt", *head, "10.00 - 11.00 Workshop: Old charts", "11.00 - 12.00 Workshop: Knots and ropes")
    write("two.txt", *head, "11.00 - 12.00 Workshop: Knots and ropes")
    assert agenda("diff", "one.txt", "two.txt", "--fields", "change,id").stdout == "removed\tone/workshop\n"


def test_what_an_older_letter_had_is_not_taken_for_what_a_person_left_out(agenda: Agenda) -> None:
    write("one.txt", *of_coffees("en", "10.00 - 10.30", "15.00 - 15.30", "10.00 - 10.30"))
    write("two.txt", *of_coffees("en", "15.00 - 15.30", "10.00 - 10.30"))
    write("three.txt", *of_coffees("en", "15.00 - 15.30", "10.00 - 11.00"))
    assert agenda("import", "one.txt", "-o", "mine.yaml").exit_code == 0
    Path("mine.yaml").write_text(Path("mine.yaml").read_text().partition("\n  2026-03-10:")[0])
    merge(agenda, "two.txt")
    before = mine()
    told = merge(agenda, "three.txt")
    assert "“Coffee” (Tue 10 March 2026, 10:00–11:00) is not in mine.yaml any more, though three.txt changed it" in told
    assert mine() == before


def test_one_that_is_new_beside_others_of_its_title_is_added(agenda: Agenda) -> None:
    write("one.txt", *of_coffees("en", "10.00 - 10.30", "15.00 - 15.30", "10.00 - 10.30"))
    write("two.txt", *of_coffees("en", "08.00 - 08.30", "10.00 - 10.30", "15.00 - 15.30", "10.00 - 10.30"))
    assert agenda("import", "one.txt", "-o", "mine.yaml").exit_code == 0
    told = merge(agenda, "two.txt")
    assert "moved" not in told
    assert "    - 08:00-08:30: Coffee\n      id: coffee-4\n" in mine()
    assert "    - 10:00-10:30: Coffee\n      id: coffee\n" in mine()


def draft(agenda: Agenda, *lines: str) -> None:
    write("one.txt", *lines)
    assert agenda("import", "one.txt", "-o", "mine.yaml").exit_code == 0


def edit(old: str, new: str) -> None:
    text = Path("mine.yaml").read_text()
    assert old in text
    Path("mine.yaml").write_text(text.replace(old, new, 1))


@pytest.mark.parametrize("language", COFFEES)
def test_the_same_letter_again_changes_nothing_and_misses_nothing(agenda: Agenda, language: str) -> None:
    fair, monday, coffee, _ = COFFEES[language]
    draft(agenda, fair, "", monday, f"9.00 - 10.00 {coffee}", f"10.00 - 11.00 {coffee}")
    write("two.txt", fair, "", monday, f"10.00 - 12.00 {coffee}")
    merge(agenda, "two.txt")
    before = mine()
    told = merge(agenda, "two.txt")
    assert "any more, though two.txt changed it" not in told
    assert told.endswith("mine.yaml says it already; nothing is changed\n")
    assert mine() == before


@pytest.mark.parametrize("language", COFFEES)
def test_what_a_letter_added_is_not_added_again_once_it_is_edited(agenda: Agenda, language: str) -> None:
    fair, monday, coffee, _ = COFFEES[language]
    draft(agenda, fair, "", monday, f"9.00 - 10.00 {coffee}", f"11.00 - 12.00 {coffee}", "13.00 - 14.00 Tour")
    write("two.txt", fair, "", monday, f"9.00 - 10.00 {coffee}", f"11.00 - 12.00 {coffee}", f"16.00 - 17.00 {coffee}")
    merge(agenda, "two.txt")
    edit("16:00-17:00", "18:00-19:00")
    before = mine()
    merge(agenda, "two.txt")
    assert mine() == before


@pytest.mark.parametrize("language", COFFEES)
@pytest.mark.parametrize("name", ["two.txt", "-"])
def test_what_a_letter_does_not_change_is_not_told_as_not_written(agenda: Agenda, language: str, name: str) -> None:
    fair, monday, coffee, _ = COFFEES[language]
    draft(agenda, *of_coffees(language, "9.00 - 10.00", "10.00 - 11.00", "9.00 - 10.00"))
    edit(f"10:00-11:00: {coffee}", "10:00-11:00: Altos")
    new = fair, "", monday, f"9.00 - 10.00 {coffee}", f"10.00 - 11.00 {coffee} (cancelled)", f"16.00 - 17.00 {coffee}"
    write("two.txt", *new)
    result = agenda("import", name, "--onto", "mine.yaml", stdin=Path("two.txt").read_text())
    assert result.exit_code == 0, result.output
    assert "could not be written" not in result.stderr
    assert "    - 10:00-11:00: Altos\n" in mine()
    assert mine().count("status: cancelled") == 1


def test_a_letter_that_was_changed_under_its_name_is_known_by_the_lines_of_the_one_before(agenda: Agenda) -> None:
    draft(agenda, *of_coffees("en", "10.00 - 10.30", "15.00 - 15.30", "10.00 - 10.30"))
    edit("15:00-15:30: Coffee", "15:00-15:30: Tea")
    Path("was.txt").write_text(Path("one.txt").read_text())
    write("one.txt", *of_coffees("en", "08.00 - 08.30", "10.00 - 10.30", "15.30 - 16.00", "10.00 - 10.30"))
    result = agenda("import", "one.txt", "--onto", "mine.yaml", "--was", "was.txt")
    assert result.exit_code == 0, result.output
    assert "    - 15:30-16:00: Tea\n" in mine()
    assert "    - 08:00-08:30: Coffee\n" in mine()
    assert mine().count(": Coffee") == 3


@pytest.mark.parametrize("language", COFFEES)
@pytest.mark.parametrize("room", ["", ", Room 4"])
def test_what_was_cancelled_is_not_taken_for_one_on_another_day(agenda: Agenda, language: str, room: str) -> None:
    fair, monday, coffee, tuesday = COFFEES[language]
    first = f"9.00 - 10.00 {coffee}{room}"
    draft(agenda, fair, "", monday, first, f"10.00 - 11.00 {coffee}{room} (cancelled)")
    write("two.txt", fair, "", monday, first, "", tuesday, f"15.00 - 16.00 {coffee}{room}")
    assert agenda("diff", "one.txt", "two.txt", "--fields", "change").stdout == "added\n"
    assert agenda("diff", "two.txt", "one.txt", "--fields", "change").stdout == "removed\n"
    told = merge(agenda, "two.txt")
    assert "moved" not in told
    assert f"    - 10:00-11:00: {coffee}    # ? two.txt no longer has it\n" in mine()
    assert mine().count("status: cancelled") == 1
    assert f"    - 15:00-16:00: {coffee}\n" in mine()


def test_what_was_cancelled_and_takes_place_later_on_that_day_is_the_same(agenda: Agenda) -> None:
    fair, monday, coffee, tuesday = COFFEES["en"]
    draft(agenda, fair, "", monday, f"9.00 - 10.00 {coffee}", f"10.00 - 11.00 {coffee} (cancelled)")
    later = f"10.30 - 11.30 {coffee}"
    write("two.txt", fair, "", monday, f"9.00 - 10.00 {coffee}", later, "", tuesday, f"9.00 - 10.00 {coffee}")
    assert agenda("diff", "one.txt", "two.txt", "--fields", "change").stdout == "restored\nadded\n"
    merge(agenda, "two.txt")
    assert f"    - 10:30-11:30: {coffee}\n      id: coffee-2\n" in mine()
    assert "cancelled" not in mine()
