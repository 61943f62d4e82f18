"""What stands in a programme and is in no value is left over: short notes, words beside values, whole lines."""

import pytest

from agendacli.formats.documents.drafting import read_as_draft
from agendacli.formats.documents.values.left.hidden import NOTED
from agendacli.formats.documents.values.told import Asked

DAY = "Monday, 9 March 2026\n\n"


def left(text: str, name: str = "x.txt") -> list[tuple[str, str]]:
    """The text and the kind of what is left over."""
    return [(each.text, each.kind) for each in read_as_draft(text.encode(), name, Asked()).left]


@pytest.mark.parametrize("line", ["Los Maquinistas", "Quarry face (by the trailer)", "Ida Quilter in the chair"])
def test_a_note_of_a_few_words_may_say_who_or_where(line: str) -> None:
    assert (line, NOTED) in left(f"{DAY}9:00 Opening of the boats\n{line}\n10:00 Walk\n11:00 Rest\n")


def test_many_short_notes_below_one_title_are_a_list() -> None:
    names = "Belarus\nGermany\nSweden\nNiger and Chad\nCuba\nVietnam\nZambia"
    assert left(f"{DAY}9:00 Statements from the floor\n{names}\n10:00 Walk\n11:00 Rest\n") == []


@pytest.mark.parametrize("line", ["Bring boots and a hat.", "sturdy shoes", "Doors open at 8:30", "Wet?"])
def test_other_notes_say_neither(line: str) -> None:
    assert NOTED not in dict(left(f"{DAY}9:00 Opening of the boats\n{line}\n10:00 Walk\n11:00 Rest\n")).values()


def test_a_name_between_signs_that_no_value_holds() -> None:
    text = f"{DAY}9:00-9:30 How glue ages (Dr. Ida Holm; Quilles)\n9:30-10:00 Walk\n10:00-10:30 Rest\n"
    assert left(text) == [("Quilles", NOTED)]


def test_a_line_of_which_nothing_is_made_and_no_head_of_columns() -> None:
    rows = "<tr><td>9:00<td>Boats<tr><td>9:30<td>Walk"
    table = f"<table><tr><th>Time<th>Session{rows}</table>"
    later = table.replace("9:", "14:")
    text = f"<p>9 March 2026</p>\n{table}\n<p>Afternoon</p>\n<h3>Ship’s Bell Society</h3>\n{later}"
    assert left(text, "x.html") == [("Ship’s Bell Society", "unread")]


def test_the_room_of_a_break_alone_in_the_first_column_is_left_over() -> None:
    rows = "9:00-10:00 | Harvest | Ferrymen\n10:00-11:00 | Lunch | "
    assert left(f"# 9 March 2026\n\nTime | Room 1 | Room 2\n---|---|---\n{rows}\n", "x.md") == [
        ("Room 1", "room, or for all rooms")
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Licences after 2028, Rukhsana Mahmood", "Rukhsana Mahmood"),
        ("Schlusswort, Junggesellin Fenja Brakhage", "Fenja Brakhage"),
        ("Apéritif, direction Quiterie Locquet", "Quiterie Locquet"),
        ("Fire engine visit with Watch Manager Devran Sarkar", "Devran Sarkar"),
    ],
)
def test_two_words_built_like_a_name_at_the_end_of_a_title(title: str, name: str) -> None:
    assert (name, "name") in left(f"{DAY}9:00 {title}\n10:00 Walk\n11:00 Rest\n")


ROOMS = "".join(f"{n}:00 Tides of {n} (Room {n})\n" for n in range(9, 13))


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ("Wreaths, monument aux morts", "monument aux morts"),
        ("Organ (75 min) – Nave central – Organista: Ida Holm", "Nave central"),
        ("Lunch: pasties from the WI, the Green", "the Green"),
        ("Tour of the stores, guided by Ida Holm (réserves)", "réserves"),
    ],
)
def test_tails_and_brackets_may_say_where_a_session_is_that_has_no_room(line: str, hidden: str) -> None:
    assert hidden in dict(left(f"{DAY}{ROOMS}14:00 {line}\n"))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Talk\nDr Ida Holm, Consultant in Old Age, with Anneka Wray, Nurse", "Anneka Wray"),
        ("Who owns a colour?\nProf. Ida Holm, Bashirah Khoury", "Bashirah Khoury"),
        ("Dance\n(caller: Dougal Starkweather)", "caller: Dougal Starkweather"),
    ],
)
def test_who_is_read_into_what_somebody_else_is(line: str, name: str) -> None:
    assert name in dict(left(f"{DAY}9:00 {line}\n10:00 Walk\n11:00 Rest\n"))


def test_who_has_a_part_is_not_hidden() -> None:
    assert left(f"{DAY}{ROOMS}14:00 Closing words, Ida Holm\n15:00 Rest\n") == []


def test_a_cell_of_a_row_whose_words_are_in_no_value() -> None:
    rows = "| 9:00 | Boats | 12 | Kilnby things | no |\n| 9:30 | Walk | 13 | 45 min | – |\n"
    found = left(f"# 9 March 2026\n\n| Time | What | ID | Link | Video |\n|---|---|---|---|---|\n{rows}", "x.md")
    assert [each for each in found if each[1] != "length"] == [("Kilnby things", "unread")]


def test_words_with_which_several_titles_end_and_brackets_behind_titles_may_be_places() -> None:
    text = "9:00 Sektempfang Bootssteg\n10:00 Start der Regatta Bootssteg\n11:00 Bal folk (la Bergerie)\n12:00 Ende\n"
    assert left(f"Montag, 9. März 2026\n\n{text}") == [
        ("Bootssteg", NOTED),
        ("Bootssteg", NOTED),
        ("la Bergerie", NOTED),
    ]
