"""What a document names and no session says is listed: times, people and rooms."""

import pytest

from agendacli.formats.documents.drafting import read_as_draft
from agendacli.formats.documents.values.told import Asked

DAY = "Monday, 9 March 2026\n\n"


def left(text: str, name: str = "x.txt") -> list[tuple[str, str]]:
    """The kind and the text of what is left over."""
    return [(each.kind, each.text) for each in read_as_draft(text.encode(), name, Asked()).left]


def test_a_second_time_on_the_line_of_a_session_is_left_over() -> None:
    assert left(f"{DAY}9:00 Boats, back at 17:30\n10:00 Walk\n") == [("time", "at 17:30")]


def test_ends_in_a_column_of_their_own_are_used() -> None:
    rows = "<tr><th>Start<th>End<th>Session<tr><td>9:00<td>9:30<td>Boats<tr><td>9:30<td>10:00<td>Walk"
    assert left(f"<p>9 March 2026</p><table>{rows}</table>", "x.html") == []


def test_who_leads_on_a_line_between_the_parts_is_left_over() -> None:
    rows = "<tr><td>9:00<td>Boats<tr><td>9:30<td>Walk"
    text = f"<p>9 March 2026</p><p>Chair: Aune Hellström</p><table>{rows}</table>"
    assert left(text, "x.html") == [("name", "Aune Hellström")]


def test_names_by_their_form_alone_are_left_over_where_a_line_says_nothing_else() -> None:
    assert left(f"{DAY}9:00 Boats\nFor the tea:\nQuilla Marsh\n10:00 Walk\n") == [("name", "Quilla Marsh")]


def test_a_room_that_no_session_is_in_is_left_over_once() -> None:
    text = (
        f"{DAY}9:00 Boats\n10:00 Walk\nThe spare keys are in Room 12, too.\nThe brass ones are in Room 12, they say.\n"
    )
    assert left(text) == [("room", "Room 12")]


def test_a_room_among_other_words_is_left_over_and_the_word_for_one_is_not() -> None:
    text = f"{DAY}9:00 Boats\n10:00 Walk\n\n# Keys\n\nOur way to Vortragssaal und Turm.\n\nRoom\n"
    assert left(text, "x.md") == [("room", "Vortragssaal")]


@pytest.mark.parametrize("line", ["Room: Room 12", "10:00 Walk, Room 12"])
def test_a_room_of_a_session_is_not_left_over(line: str) -> None:
    assert left(f"{DAY}9:00 Boats\n{line}\n11:00 Rest\n") == []


def test_as_much_is_left_over_as_anybody_reads() -> None:
    rooms = "\n".join(f"The spare keys are in Room {100 + n}, too." for n in range(500))
    found = left(f"{DAY}9:00 Boats\n10:00 Walk\n\n# Keys\n\n{rooms}\n", "x.md")
    assert (len(found), found[-1]) == (400, ("room", "Room 499"))


def test_a_time_in_words_is_left_over() -> None:
    assert left(f"{DAY}Half past ten Welcome\n11:00 Boats\n12:00 Walk\n") == [("time", "Half past ten")]


def test_who_leads_and_also_speaks_is_left_over_as_who_leads() -> None:
    rows = "<tr><td>9:00<td>Boats<td>Nora Weiss<tr><td>9:30<td>Walk<td>Ida Holm"
    text = f"<p>9 March 2026</p>\n<p>Chair: Nora Weiss</p>\n<table>{rows}</table>"
    assert left(text, "x.html") == [("name", "Nora Weiss")]


def test_who_is_named_below_a_session_and_has_a_part_in_another_only_is_left_over() -> None:
    text = f"{DAY}9:00 Boats\nSpeaker: Nora Weiss\n10:00 Walk\nSigning up: Nora Weiss, tel. 555 0142\n"
    assert left(text) == [("name", "Nora Weiss")]


def test_all_rooms_of_a_sentence_are_left_over() -> None:
    text = f"{DAY}The keys are kept in Room 5, the lamps in Room 7 with the maps.\n\n9:00 Boats\n10:00 Walk\n"
    assert left(text) == [("room", "Room 5"), ("room", "Room 7")]


def test_who_is_named_beside_the_people_of_a_session_and_speaks_in_another_is_left_over() -> None:
    text = f"{DAY}9:00 Boats\nSpeaker: Nora Weiss\n10:00 Walk\nIda Holm, successor of Nora Weiss\n"
    assert left(text) == [("name", "Nora Weiss")]


def days_left(text: str, name: str) -> list[str]:
    return [each.text for each in read_as_draft(text.encode(), name, Asked()).left if each.kind == "no hours"]


@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_days_without_hours_below_the_first_session(name: str) -> None:
    closed = "14 June 2027: museum closed\n\n15 June 2027, 10:00: Sand walk\n\n16 June 2027: day trip"
    text = f"11 June 2027: office closed\n\n12 June 2027, 10:00: Fern walk\n\n{closed}\n\n19–21 June 2027: summer camp"
    text = f"Museum days\n\n{text}\n\n22 June 2027\n"
    left = ["14 June 2027: museum closed", "16 June 2027: day trip", "19–21 June 2027: summer camp"]
    assert days_left(text, name) == left
    assert [each.notes for each in read_as_draft(text.encode(), name, Asked()).sessions] == [(), ()]


def test_rows_with_a_day_and_without_hours() -> None:
    rows = (
        "12 June 2027|10:00|Fern walk",
        "14 June 2027||Museum closed",
        "16 June 2027|11:00|Sand",
        "17 June 2027||Trip",
    )
    table = "".join(f"<tr><td>{row.replace('|', '<td>')}\n" for row in ("Date|Time|What", *rows))
    drafted = read_as_draft(f"<h1>Museum days</h1>\n<table>{table}</table>".encode(), "x.html", Asked())
    assert [(str(each.day.value), each.title.value, each.notes) for each in drafted.sessions] == [
        ("2027-06-12", "Fern walk", ()),
        ("2027-06-16", "Sand", ()),
    ]
    assert [each.text for each in drafted.left if each.kind == "no hours"] == [
        "14 June 2027 Museum closed",
        "17 June 2027 Trip",
    ]


def test_who_has_a_part_elsewhere_is_left_over_by_the_name_alone() -> None:
    text = f"{DAY}9:00 Boats\nModerator: Quilla Marsh\n10:00 Walk\nBring a coat, says Quilla Marsh to everybody.\n"
    assert left(text) == [("name", "Quilla Marsh")]


@pytest.mark.parametrize("word", ["Cellos", "Gebärden", "Aux percussions ", "Cuentan"])
def test_a_list_behind_a_word_that_may_be_a_role_is_left_over(word: str) -> None:
    text = f"{DAY}9:00 Boats\nThe tide is out. {word}: Nora Weiss, Quilla Marsh. Outside in summer.\n10:00 Walk\n"
    assert ("name", "Quilla Marsh") in left(text)


@pytest.mark.parametrize(
    "line", ["Remarks of Gorvan Thule, by Ida Holm", "Speaker: Ida Holm (Basel), avec Gorvan Thule en vidéo"]
)
def test_a_name_by_its_form_beside_the_people_of_a_line_is_left_over(line: str) -> None:
    assert ("name", "Gorvan Thule") in left(f"{DAY}9:00 Boats\n{line}\n10:00 Walk\n")


@pytest.mark.parametrize("line", ["Ida “Bee” Holm", "Ida (Bee) Holm", "Holm, Ida; Coyne, Ann", "mit Ida „Bee“ Holm"])
def test_names_with_nicknames_or_turned_round_are_left_over(line: str) -> None:
    assert ("name", "Ida Holm") in left(f"{DAY}9:00 Boats\n{line}\n10:00 Walk\n")


def test_names_are_not_looked_for_on_a_line_of_many_sessions() -> None:
    row = "<tr><td>{n}:00<td>Boats {n}<td>Ida Holm"
    few, many = ("".join(row.format(n=n) for n in range(9, 9 + count)) for count in (2, 12))
    names = [
        [each for each in left(f"<p>9 March 2026<table>{rows}</table><p>Quilla Marsh", "x.html") if each[0] == "name"]
        for rows in (few, many * 4)
    ]
    assert names[0] == [("name", "Quilla Marsh")]
    assert len(names[1]) <= 1


@pytest.mark.parametrize(
    "said",
    ["Please allow 20 minutes for a visit.", "Contributions of 15 min are usual.", "Dauer der Beiträge: 20 Minuten"],
)
def test_a_length_that_no_session_has_is_left_over_where_ends_are_missing(said: str) -> None:
    assert left(f"{said}\n\n{DAY}9:00 Boats\n10:00 Walk\n") == [("length", said)]
    assert left(f"{said}\n\n{DAY}9:00–10:00 Boats\n10:00-11:00 Walk\n") == []
    assert left(f"The pier is open.\n\n{DAY}9:00 Boats\n10:00 Walk\n") == []


def test_short_names_with_an_honorific_are_left_over_and_an_office_is_none() -> None:
    text = f"{DAY}9:00 Boats\n\nPlease write to Frau Kip.\n\nJon Lie, Hon. Sec.\n"
    assert [each for each in left(text) if each[0] == "name"] == [("name", "Frau Kip")]
