"""`import letter2 --onto mine.yaml`: the next letter, and what a person made of the first one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

FIRST = """\
Spring School of Maritime Law

Monday, 9 March 2026
09.00 - 10.00 Registration
10.00 - 11.30 Opening, Main Hall
Chair: Dr. Inês Prado, Harbour Institute
11.30 - 12.30 Panel 1: Reading old ledgers
Panellists:
Mr. Tomás Leal, City Archive
Ms. Ana Reis, University of Évora
12.30 - 14.00 Lunch

Tuesday, 10 March 2026
09.00 - 10.00 Workshop on charts, Room 2
Speaker: Mr. Rui Costa
10.00 - 11.00 Visit to the harbour
14.00 - 15.00 Closing
"""


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, agenda: Agenda) -> Path:
    """A folder with the first letter and its draft, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    Path("letter1.txt").write_text(FIRST)
    assert agenda("import", "letter1.txt", "-o", "mine.yaml", "--zone", "Europe/Lisbon").exit_code == 0
    return tmp_path


def merge(agenda: Agenda, *changes: tuple[str, str], options: tuple[str, ...] = ("--was", "letter1.txt")) -> Result:
    """Merge a second letter, with texts of the first one replaced."""
    Path("letter2.txt").write_text(with_changes(FIRST, changes))
    result = agenda("import", "letter2.txt", "--onto", "mine.yaml", *options)
    assert result.exit_code == 0, result.output
    assert agenda("check", "mine.yaml").exit_code == 0
    return result


def edit(*changes: tuple[str, str]) -> str:
    """Edits mine as a person does."""
    text = with_changes(Path("mine.yaml").read_text(), changes)
    Path("mine.yaml").write_text(text)
    return text


def with_changes(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def mine() -> str:
    return Path("mine.yaml").read_text()


def item(name: str) -> str:
    """The lines of an item, by its id."""
    items = mine().partition("days:")[2].replace("\n    - ", "\0").replace("\n  2026", "\0").split("\0")
    return next(each for each in items if f"id: {name}\n" in f"{each}\n")


@pytest.mark.usefixtures("there")
def test_the_same_letter_changes_no_byte(agenda: Agenda) -> None:
    before = edit(("Opening", "Opening session"), ("id: opening", "id: start"))
    assert "nothing is changed" in merge(agenda).stderr
    assert mine() == before


@pytest.mark.usefixtures("there")
def test_what_a_person_edited_stays_and_what_the_letter_changed_comes(agenda: Agenda) -> None:
    edit(
        ("id: panel-1", "id: ledgers\n      kind: workshop   # as Ana says"),
        ("room: Room 2    # ? read from the end of the title", "room: Seminar room 2"),
    )
    told = merge(
        agenda,
        ("11.30 - 12.30 Panel 1", "11.30 - 13.00 Panel 1"),
        ("12.30 - 14.00", "13.00 - 14.00"),
        ("Mr. Tomás Leal, City Archive", "Mr. Tomás Leal, City Archive\nMs. Eva Brandt, University of Bremen"),
    )
    assert item("ledgers").startswith('11:30-13:00: "Panel 1: Reading old ledgers"\n')
    assert "kind: workshop   # as Ana says\n" in item("ledgers")
    assert "        - Ms. Eva Brandt, University of Bremen\n" in item("ledgers")
    assert item("lunch").startswith("13:00-14:00: Lunch")
    assert "room: Seminar room 2\n" in item("workshop-on-charts")
    assert "elsewhere" not in mine()
    assert "ledgers: 30 min longer: 11:30–13:00 instead of 11:30–12:30" in told.stderr


@pytest.mark.usefixtures("there")
def test_citations_follow_the_new_letter(agenda: Agenda) -> None:
    merge(agenda, ("09.00 - 10.00 Registration\n", "Come early\n\n09.00 - 10.00 Registration\n"))
    assert "file: letter2.txt}" in mine()
    assert "from: letter:15, letter:18\n" in item("visit-to-the-harbour") + "\n"
    assert "letter1" not in mine()


@pytest.mark.usefixtures("there")
def test_what_both_changed_stands_elsewhere_with_a_doubt(agenda: Agenda) -> None:
    edit(("room: Main Hall    # ? read from the end of the title", "room: Aula"))
    told = merge(agenda, ("Opening, Main Hall", "Opening, Great Hall"))
    assert "      room: Aula\n" in item("opening")
    said = "      elsewhere:\n        letter:5: {room: Great Hall}    # ? changed here and in letter2.txt\n"
    assert said in item("opening")
    assert "room: “Aula” stays, “Great Hall” in letter2.txt stands under `elsewhere`" in told.stderr
    assert "changed here and in letter2.txt" in agenda("check", "mine.yaml").stdout


@pytest.mark.usefixtures("there")
def test_what_the_letter_no_longer_says_stays_with_a_doubt(agenda: Agenda) -> None:
    merge(
        agenda,
        ("10.00 - 11.00 Visit to the harbour\n", ""),
        ("Ms. Ana Reis, University of Évora\n", ""),
        ("Workshop on charts, Room 2", "Workshop on charts"),
    )
    assert item("visit-to-the-harbour").startswith(
        "10:00-11:00: Visit to the harbour    # ? letter2.txt no longer has it\n"
    )
    assert "from: letter1:13, letter1:16" in item("visit-to-the-harbour")
    assert "- Ms. Ana Reis, University of Évora    # ? letter2.txt does not say so any more\n" in item("panel-1")
    assert "room: Room 2    # ? read from the end of the title; letter2.txt does not say so any more\n" in item(
        "workshop-on-charts"
    )


@pytest.mark.usefixtures("there")
def test_a_second_run_changes_nothing(agenda: Agenda) -> None:
    changes = (
        ("10.00 - 11.00 Visit to the harbour\n", ""),
        ("Main Hall", "Great Hall"),
        ("Lunch", "Lunch in the garden"),
    )
    edit(("Main Hall    # ? read from the end of the title", "Aula"))
    merge(agenda, *changes)
    once = mine()
    assert "nothing is changed" in merge(agenda, *changes).stderr
    assert mine() == once


@pytest.mark.usefixtures("there")
def test_a_confirmed_value_that_did_not_change_gets_no_doubt_again(agenda: Agenda) -> None:
    edit(
        ("    # ? read from the end of the title", ""), ("    # ? a line above the programme that seems to name it", "")
    )
    merge(agenda, ("Workshop on charts", "Workshop on maps"), ("14.00 - 15.00 Closing", "15.00 - 16.00 Closing"))
    assert "room: Main Hall\n" in item("opening")
    assert "09:00-10:00: Workshop on maps\n" in item("workshop-on-charts")
    assert "room: Room 2\n" in item("workshop-on-charts")
    assert "# ?" not in mine()


@pytest.mark.usefixtures("there")
def test_a_changed_value_has_the_doubt_of_the_new_letter(agenda: Agenda) -> None:
    edit(("    # ? read from the end of the title", ""))
    merge(agenda, ("Main Hall", "Great Hall"))
    assert "room: Great Hall    # ? read from the end of the title\n" in item("opening")


@pytest.mark.usefixtures("there")
def test_each_end_of_a_time_is_a_value(agenda: Agenda) -> None:
    edit(("14:00-15:00: Closing", "14:00-16:00: Closing"))
    merge(agenda, ("14.00 - 15.00 Closing", "14.30 - 15.00 Closing"))
    assert item("closing").startswith("14:30-16:00: Closing\n")
    assert "nothing is changed" in merge(agenda, ("14.00 - 15.00 Closing", "14.30 - 15.00 Closing")).stderr


@pytest.mark.usefixtures("there")
def test_a_session_with_another_id_and_title_is_the_same_one(agenda: Agenda) -> None:
    edit(("Visit to the harbour", "Boat trip for all"), ("id: visit-to-the-harbour", "id: boat"))
    merge(agenda, ("10.00 - 11.00 Visit", "11.00 - 12.00 Visit"))
    assert item("boat").startswith("11:00-12:00: Boat trip for all\n")
    assert mine().count("    - ") - mine().count("        - ") == 7


@pytest.mark.usefixtures("there")
def test_new_items_stand_in_their_day_in_order_of_time(agenda: Agenda) -> None:
    added = "11.00 - 12.00 Boat tour, Room 5\nHost: Ms. Eva Brandt\n14.00 - 15.00 Closing\n\nWednesday, 11 March 2026\n"
    merge(agenda, ("14.00 - 15.00 Closing\n", f"{added}09.00 - 10.00 Breakfast\n"))
    assert mine().index("Visit to the harbour") < mine().index("Boat tour") < mine().index("Closing")
    assert "      room: Room 5    # ? read from the end of the title\n      host: Ms. Eva Brandt\n" in item("boat-tour")
    assert "  2026-03-11:\n    - 09:00-10:00: Breakfast\n" in mine()


@pytest.mark.usefixtures("there")
def test_a_day_with_another_date_is_moved_whole(agenda: Agenda) -> None:
    edit(("  2026-03-10:\n", "  2026-03-10:   # my birthday\n"))
    merge(agenda, ("Tuesday, 10 March 2026", "Thursday, 12 March 2026"))
    assert "  2026-03-12:   # my birthday\n    - 09:00-10:00: Workshop on charts\n" in mine()
    assert "2026-03-10" not in mine()


@pytest.mark.usefixtures("there")
def test_without_was_it_is_compared_with_the_letter_that_mine_cites(agenda: Agenda) -> None:
    edit(("Visit to the harbour", "Visit to the docks"))
    told = merge(agenda, ("Main Hall", "Great Hall"), options=())
    assert "letter2.txt is compared with letter1.txt, which mine.yaml was made of" in told.stderr
    assert "Visit to the docks" in mine()
    assert "Great Hall" in mine()


@pytest.mark.usefixtures("there")
def test_a_third_letter_follows_the_second(agenda: Agenda) -> None:
    merge(agenda, ("10.00 - 11.00 Visit to the harbour\n", ""))
    Path("letter3.txt").write_text(
        Path("letter2.txt").read_text().replace("Registration", "Coffee\n09.30 - 10.00 Registration")
    )
    assert agenda("import", "letter3.txt", "--onto", "mine.yaml").exit_code == 0
    assert "letter: {title: Spring School of Maritime Law, file: letter3.txt}" in mine()
    assert "letter1: {" in mine()
    assert "letter2" not in mine().replace("# ? letter2.txt", "")
    assert "09:00-09:30: Coffee" in mine() or "09:00-10:00: Coffee" in mine()


@pytest.mark.usefixtures("there")
def test_what_only_the_new_letter_names_is_left_over(agenda: Agenda) -> None:
    name = "Thanks go to H.E. Mr. Jonas Weber.\n"
    changes = ("Tuesday, 10 March 2026\n", f"Tuesday, 10 March 2026\n{name}"), ("Main Hall", "Great Hall")
    merge(agenda, *changes)
    once = mine()
    assert once.endswith(f"# Left over: what the document names and no session says.\n#   letter:14: {LEFT} (name)\n")
    merge(agenda, *changes)
    assert mine() == once


LEFT = "H.E. Mr. Jonas Weber"


@pytest.mark.usefixtures("there")
def test_a_letter_that_comes_twice_takes_nothing_back(agenda: Agenda) -> None:
    edit(("Visit to the harbour", "Walk to the harbour"))
    merge(agenda, ("Room 2", "Room 3"), ("Visit to", "Trip to"), options=())
    once = mine()
    assert "Walk to the harbour" in once
    told = merge(agenda, ("Room 2", "Room 3"), ("Visit to", "Trip to"), options=()).stderr
    assert mine() == once
    assert "mine.yaml was made of letter2.txt as it is" in told
    assert "nothing is changed" in told


@pytest.mark.usefixtures("there")
def test_the_letter_of_the_draft_takes_no_edit_back(agenda: Agenda) -> None:
    edited = edit(("Visit to the harbour", "Walk to the harbour"))
    assert agenda("import", "letter1.txt", "--onto", "mine.yaml").exit_code == 0
    assert mine() == edited


@pytest.mark.usefixtures("there")
def test_lines_of_two_letters_are_not_taken_for_one_another(agenda: Agenda) -> None:
    edit(("id: registration", "id: start"))
    other = "Spring School of Maritime Law\n\nMonday, 7 December 2026\n18.00 - 20.00 Dinner\n"
    Path("letter2.txt").write_text(other)
    assert agenda("import", "letter2.txt", "--onto", "mine.yaml").exit_code == 0
    once = mine()
    assert agenda("import", "letter2.txt", "--onto", "mine.yaml").exit_code == 0
    assert mine() == once
    assert once.count("Dinner") == 1
    assert "no longer has it" not in item("dinner")


@pytest.mark.usefixtures("there")
def test_what_the_next_letter_cancels_is_cancelled_and_comes_back(agenda: Agenda) -> None:
    done = merge(
        agenda, ("Visit to the harbour", "Visit to the harbour (cancelled)"), ("Closing", "Closing (postponed)")
    )
    assert "mine/visit-to-the-harbour: cancelled: " in done.stderr
    text = Path("mine.yaml").read_text()
    assert "10:00-11:00: Visit to the harbour\n      id: visit-to-the-harbour\n      status: cancelled\n" in text
    assert "status: cancelled    # ? `postponed` is printed with it: it may take place at another time\n" in text
    back = agenda("import", "letter1.txt", "--onto", "mine.yaml", "--was", "letter2.txt")
    assert "mine/closing: takes place after all: " in back.stderr
    assert "cancelled" not in Path("mine.yaml").read_text()


@pytest.mark.usefixtures("there")
def test_what_is_cancelled_here_stays_so_where_the_next_letter_does_not_say_it(agenda: Agenda) -> None:
    edit(("      id: closing\n", "      id: closing\n      status: cancelled\n"))
    merge(agenda, ("09.00 - 10.00 Workshop", "09.30 - 10.00 Workshop"))
    assert "status: cancelled" in Path("mine.yaml").read_text()


CANCELLED = ("id: closing", "id: closing\n      status: cancelled")


@pytest.mark.usefixtures("there")
@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_what_changes_of_a_cancelled_session_is_told(agenda: Agenda, options: tuple[str, ...]) -> None:
    edit(CANCELLED)
    told = merge(agenda, ("14.00 - 15.00 Closing", "16.00 - 17.00 Closing, Main Hall"), options=options)
    assert "closing: moved from 14:00–15:00 to 16:00–17:00 (2 h later)" in told.stderr or "moved\t" in told.stdout
    assert "closing: in Main Hall" in told.stderr or "room\t" in told.stdout


def test_rooms_and_people_of_a_letter_that_are_the_first_are_told(
    agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    letter = "Spring Fair in Lisbon\n\nMonday, 9 March 2026\n10.00 - 11.00 Opening\n11.00 - 12.00 Closing{}\n"
    Path("one.txt").write_text(letter.format(""))
    agenda("import", "one.txt", "-o", "mine.yaml")
    Path("two.txt").write_text(letter.format(", Room 7\nSpeaker: Dr Ida Holm"))
    told = agenda("import", "two.txt", "--onto", "mine.yaml").stderr
    assert "closing: in Room 7" in told
    assert "closing: Ida Holm added as speaker" in told
