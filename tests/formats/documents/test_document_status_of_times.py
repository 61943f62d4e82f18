"""Words that say, in the place of a time or before it, that a session does not take place."""

import pytest

from agendacli.formats.documents.door import read_draft
from agendacli.formats.draft import Draft, DraftAsked
from agendacli.formats.given import Given
from agendacli.model.programme import Status

HEADS = "| Time | What | Where |\n|---|---|---|\n"
ROWS = "| 9:00 | Opening | Hall |\n{}\n| 15:00 | Close | Hall |\n"


def drafted(text: str, name: str) -> Draft:
    found = read_draft(Given(f"9 March 2026\n\n{text}".encode(), name), DraftAsked(), "x.yaml")
    assert isinstance(found, Draft)
    return found


def told(text: str, name: str = "x.md") -> list[tuple[str, bool]]:
    """The title, and whether it is cancelled, of each session."""
    sessions = drafted(text, name).programme.sessions
    return [(each.title, each.status is Status.CANCELLED) for each in sessions]


@pytest.mark.parametrize(
    "cell",
    [
        "cancelled (was 10:00)",
        "CANCELLED 10:00",
        "ABGESAGT: 10.00 Uhr",
        "entfällt (ursprünglich 10:00 Uhr)",
        "annulé – 10h00",
        "cancelado (antes 10:00)",
        "10:00 cancelled",
    ],
)
def test_before_the_time_it_is_said_of_the_row(cell: str) -> None:
    rows = ROWS.format(f"| {cell} | Reading | Hall |")
    assert told(f"{HEADS}{rows}") == [
        ("Opening", False),
        ("Reading", True),
        ("Close", False),
    ]


def test_above_a_title_it_is_said_of_that() -> None:
    assert told("9:00 Opening\n\nCANCELLED 16:00\nTea and cake\n", "x.txt")[1] == ("Tea and cake", True)


@pytest.mark.parametrize("cell", ["cancelled", "entfällt", "verschoben", "(annulé)"])
def test_in_the_place_of_a_time_it_makes_no_session_and_no_part_of_the_one_above(cell: str) -> None:
    draft = drafted(HEADS + ROWS.format(f"| {cell} | Reading | Hall |"), "x.md")
    assert [(each.title, each.internal) for each in draft.programme.sessions] == [("Opening", ()), ("Close", ())]
    assert [each.citation.line for each in draft.left] == [6]


@pytest.mark.parametrize("heads", ["Time       What                    Where         Who\n", ""])
def test_in_columns_of_plain_text_it_is_no_head(heads: str) -> None:
    rows = (
        "18:00      Songs at dusk           Yard          Lea Brandt\n"
        "cancelled  Reading: Tides          Library       Ida Holm\n"
        "20:00      Concert                 Yard          Ute Kern\n"
        "21:00      Poems by the sea        Library       Paul Kern\n"
    )
    draft = drafted(f"{heads}{rows}", "x.txt")
    assert [each.title for each in draft.programme.sessions] == ["Songs at dusk", "Concert", "Poems by the sea"]
    assert [each.room for each in draft.programme.sessions] == ["Yard", "Yard", "Library"]
    assert [each.text for each in draft.left] == ["Ida Holm"]
