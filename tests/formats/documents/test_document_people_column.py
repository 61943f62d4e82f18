"""Columns of people: roles before names and behind them, honorifics that were wrapped, letters behind names."""

from collections.abc import Callable
from time import process_time

import pytest

from agendacli.formats.documents.tokens.people import honored_in
from agendacli.formats.documents.values.people.in_columns import UNKNOWN_ROLE
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
Shown = Callable[..., list[str]]
HEADS = "# Day\n\n9 March 2026\n\n| Time | Topic | Who |\n|---|---|---|\n| 9:00 | Opening | Dr. Anna Lenz |\n"


def people(found: tuple[ToldSession, ...]) -> list[tuple[str, str]]:
    return [(each.name, each.role) for each in found[1].people]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ida Holm, Ben Ahlers (chair: Petra Soler)", ["Ida Holm speaker", "Ben Ahlers speaker", "Petra Soler chair"]),
        ("Ida Holm (Coast Office), Ben Ahlers (Moderation: Petra Soler)", 3),
        ("Ida Holm (Basel: Coast Office)", ["Ida Holm speaker"]),
        ("Moderation: Dr. med.<br>Petra Soler", ["Dr. med. Petra Soler moderator"]),
        ("Ida Holm in conversation with Ben Ahlers", ["Ida Holm speaker", "Ben Ahlers speaker"]),
        ("Ida Holm im Gespräch mit Petra Soler", ["Ida Holm speaker", "Petra Soler speaker"]),
        ("Ida Holm MP, Dr Ben Ahlers MP", ["Ida Holm speaker", "Dr Ben Ahlers speaker"]),
        ("Ms Ida Holm KC and Mr Ben Ahlers SC", ["Ms Ida Holm speaker", "Mr Ben Ahlers speaker"]),
        ("Dr. Ida Holm, Emmanuel Ahlers", ["Dr. Ida Holm speaker", "Emmanuel Ahlers speaker"]),
        ("Dr. Ida Holm, Coast Office", ["Dr. Ida Holm speaker"]),
        ("Ana Soler, Paula Stehr. Modera Ida Holm", ["Ana Soler speaker", "Paula Stehr speaker", "Ida Holm moderator"]),
    ],
)
def test_people_of_a_cell(sessions: Sessions, cell: str, expected: list[str] | int) -> None:
    found = people(sessions(f"{HEADS}| 10:00 | Dunes and tides | {cell} |\n", "day.md"))
    assert len(found) == expected if isinstance(expected, int) else [" ".join(each) for each in found] == expected


def test_words_before_names_that_are_no_known_role_leave_a_doubt(sessions: Sessions) -> None:
    cell = "Chair: Petra Soler (Speaker) Proposing: Ida Holm<br>Opposing: Ben Ahlers"
    found = sessions(f"{HEADS}| 10:00 | This house likes buses | {cell} |\n", "day.md")
    assert people(found) == [("Petra Soler", "chair"), ("Ida Holm", "speaker"), ("Ben Ahlers", "speaker")]
    assert [UNKNOWN_ROLE in each.doubts for each in found[1].people] == [False, True, True]


def test_a_name_without_an_honorific_behind_one_that_has_some_is_doubted(sessions: Sessions) -> None:
    found = sessions(f"{HEADS}| 10:00 | Dunes and tides | Dr. Ida Holm, Emmanuel Ahlers |\n", "day.md")
    assert [bool(each.doubts) for each in found[1].people] == [False, True]


def test_a_name_with_an_honorific_ends_with_its_sentence() -> None:
    assert honored_in("We hear Dr. Ida Holm. This is in the hall.") == ("Dr. Ida Holm",)
    assert honored_in("We hear Dr. J. R. Holm today") == ("Dr. J. R. Holm",)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ida Holm, Jon Lie y<br>Ann Poe", ["Ida Holm", "Jon Lie", "Ann Poe"]),
        ("Ida Holm and<br>Ann Poe", ["Ida Holm", "Ann Poe"]),
        ("Animée par Ida Holm, avec Jon Lie et Ann Poe", ["Ida Holm", "Jon Lie", "Ann Poe"]),
    ],
)
def test_a_list_goes_on_behind_its_line_and_behind_who_leads(
    sessions: Sessions, cell: str, expected: list[str]
) -> None:
    text = f"# 9 March 2026\n\n| Time | Title | Speakers |\n|---|---|---|\n| 10:00 | Tides | {cell} |\n"
    (found,) = sessions(text, "a.md")
    assert [each.name for each in found.people] == expected


def test_all_speakers_are_nobody_whom_the_document_names(sessions: Sessions) -> None:
    text = "# 9 March 2026\n\n| Time | Speaker | Subject |\n|---|---|---|\n| 10:00 | {} | Questions |\n"
    for cell, doubts in (("All speakers", ("`All speakers` appears where people are named",)), ("All", ())):
        (found,) = sessions(text.format(cell), "a.md")
        assert (found.people, found.title.doubts) == ((), doubts)


def test_who_stands_in_a_column_of_people_is_known_in_a_list(sessions: Sessions) -> None:
    text = (
        "# 9 March 2026\n\n| Time | Title | Led by |\n|---|---|---|\n| 10:00 | Tides | Saimaa Akhtarin and Ida Holm |\n"
        "| 11:00 | Panel | Dr Jon Lie, Saimaa Akhtarin, Cllr Ann Poe |\n"
    )
    assert [each.name for each in sessions(text, "a.md")[1].people] == ["Dr Jon Lie", "Saimaa Akhtarin", "Cllr Ann Poe"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ida Holm et Céline<br>Aubrée", [("Ida Holm", "speaker"), ("Céline Aubrée", "speaker")]),
        (
            "Ida Holm, Judith<br>Kessler ;<br>modération :<br>Ann Poe",
            [
                ("Ida Holm", "speaker"),
                ("Judith Kessler", "speaker"),
                ("Ann Poe", "moderator"),
            ],
        ),
        ("Ida J.<br>Holm", [("Ida J. Holm", "speaker")]),
        (
            "Chair: Ida Holm. Panel:<br>Jon Lie, Ann Poe",
            [("Ida Holm", "chair"), ("Jon Lie", "panellist"), ("Ann Poe", "panellist")],
        ),
        ("Ida Holm, Paris<br>Jon Lie, Oslo", [("Ida Holm", "speaker"), ("Jon Lie", "speaker")]),
    ],
)
def test_a_name_or_a_role_goes_on_in_the_next_line_of_a_cell(
    sessions: Sessions, cell: str, expected: list[tuple[str, str]]
) -> None:
    text = f"# 9 March 2026\n\n| Time | Title | Speakers |\n|---|---|---|\n| 10:00 | Tides | {cell} |\n"
    (found,) = sessions(text, "a.md")
    assert [(each.name, each.role) for each in found.people] == expected


def test_a_part_of_a_cell_that_names_nobody_is_told(sessions: Sessions) -> None:
    cell = "Harbour Office 7 and others. Moderator: Dr. Ida Holm"
    text = f"# 9 March 2026\n\n| Time | Title | Speakers |\n|---|---|---|\n| 10:00 | Tides | {cell} |\n"
    (found,) = sessions(text, "a.md")
    assert [(each.name, each.role) for each in found.people] == [("Dr. Ida Holm", "moderator")]
    assert found.title.doubts == ("`Harbour Office 7 and others.` appears where people are named",)


def test_a_name_that_the_document_shows_goes_on_in_the_next_line(sessions: Sessions) -> None:
    text = (
        "# 9 March 2026\n\n| Time | Title | Speakers |\n|---|---|---|\n| 10:00 | Tides | Luis Miguel Ferrero |\n"
        "| 11:00 | Sands | Carmen Abad, Luis<br>Miguel Ferrero, Pilar<br>Soler |\n"
    )
    assert [each.name for each in sessions(text, "a.md")[1].people] == [
        "Carmen Abad",
        "Luis Miguel Ferrero",
        "Pilar Soler",
    ]


def test_many_people_with_brackets_in_a_cell_are_read_at_once(shown: Shown) -> None:
    names = ", ".join(f"Ida Holm{chr(97 + n)} (Institute)" for n in range(26))
    rows = f"<tr><td>9:00<td>Tides<td>{names}<tr><td>10:00<td>Moors<td>Ben Ahlers"
    table = f"<h2>5 June 2026</h2><table><tr><th>Time<th>Title<th>Speaker{rows}</table>"
    begun = process_time()
    assert shown(table, "x.html")[1] == "2026-06-05 10:00- Moors +Ben Ahlers (speaker)"
    assert process_time() - begun < 5


@pytest.mark.parametrize("head", ["Leader", "Led by", "Guide", "Animation"])
def test_a_head_of_those_who_lead_leaves_their_role_open(sessions: Sessions, head: str) -> None:
    rows = f"<tr><th>Time<th>Session<th>{head}<tr><td>9:00<td>Knots<td>Ida Holm<tr><td>10:00<td>Ropes<td>Ben Weber"
    found = sessions(f"<p>9 March 2026</p><table>{rows}</table>", "x.html")
    assert all(each.people[0].doubts for each in found)
