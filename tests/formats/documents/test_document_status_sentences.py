"""Sentences that say of a session elsewhere in a document that it does not take place."""

import pytest

from agendacli.formats.documents.door import read_draft
from agendacli.formats.draft import Draft, DraftAsked
from agendacli.formats.given import Given
from agendacli.model.programme import Status

HEAD = "Fair in Lisbon, 14 March 2026\n"
ROWS = "10:00 Welcome\n11:00 Sack race\n12:00 Chor\n13:00 Puppet theatre for children\n"


def drafted(text: str, name: str = "letter.txt") -> Draft:
    found = read_draft(Given(text.encode(), name), DraftAsked(), "x.yaml")
    assert isinstance(found, Draft)
    return found


def doubted(text: str, name: str = "letter.txt") -> list[str]:
    """The sessions of which a sentence may say it, and the left over sentences in brackets."""
    draft = drafted(text, name)
    said = [each.session for each in draft.doubts if "` may be said of it" in each.reason]
    return [*said, *(f"({each.text})" for each in draft.left if each.kind == "may be cancelled")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The sack race is cancelled.", "sack-race"),
        ("Please note: the sack race has been cancelled.", "sack-race"),
        ("Unfortunately the sack race had to be cancelled due to the rain.", "sack-race"),
        ("The sack race will not take place.", "sack-race"),
        ("We are sorry. The sack race is\npostponed.", "sack-race"),
        ("CANCELLED: the sack race", "sack-race"),
        ("Hinweis: Der Chor entfällt.", "chor"),
        ("Leider entfällt der Chor.", "chor"),
        ("Der Chor muss leider ausfallen.", "chor"),
        ("The puppet theatre is cancelled.", "puppet-theatre-for-children"),
        ("The sack race on 14 March is cancelled.", "sack-race"),
    ],
)
def test_a_sentence_above_or_below_the_programme_is_a_doubt_of_the_session_that_it_names(
    sentence: str, found: str
) -> None:
    assert doubted(f"{HEAD}\n{ROWS}\n{sentence}\n") == [found]
    assert doubted(f"{HEAD}\n{sentence}\n\n{ROWS}") == [found]
    assert {each.status for each in drafted(f"{HEAD}\n{sentence}\n\n{ROWS}").programme.sessions} == {Status.CONFIRMED}


@pytest.mark.parametrize(
    "sentence", ["The tombola is cancelled.", "La visite est annulée.", "El taller ha sido cancelado.", "Cancelled!"]
)
def test_one_that_names_no_session_is_left_over(sentence: str) -> None:
    assert doubted(f"{HEAD}\n{sentence}\n\n{ROWS}") == [f"({sentence})"]


@pytest.mark.parametrize(
    "sentence",
    [
        "If it rains, the sack race is cancelled.",
        "The sack race is cancelled if it rains.",
        "Bei Regen entfällt der Chor.",
        "Bookings that are cancelled are not refunded.",
        "Everything is cancelled.",
    ],
)
def test_other_sentences_say_nothing_of_it(sentence: str) -> None:
    assert doubted(f"{HEAD}\n{sentence}\n\n{ROWS}") == []


def test_one_of_another_day_does_not_name_it() -> None:
    sentence = "The sack race on 15 March is cancelled."
    assert doubted(f"{HEAD}\n{ROWS}\n{sentence}\n") == [f"({sentence})"]


def test_one_below_another_session_is_not_said_of_that() -> None:
    draft = drafted(f"{HEAD}\n{ROWS}14:00 Closing\nThe sack race is cancelled.\n")
    assert [each.status for each in draft.programme.sessions] == [Status.CONFIRMED] * 5
    assert [each.session for each in draft.doubts if "may be said of it" in each.reason] == ["sack-race"]


def test_what_is_cancelled_in_its_own_line_is_doubted_no_further() -> None:
    text = f"{HEAD}\n{ROWS.replace('Sack race', 'Sack race (cancelled)')}\nThe sack race is cancelled.\n"
    assert doubted(text) == []


def test_a_meeting_that_a_sentence_calls_off_is_doubted() -> None:
    text = "From: a@b.c\nSubject: {}\n\nDear all,\n\nthe {} on Monday, 9 March 2026 at 10:00 in Lisbon is cancelled.\n"
    assert doubted(text.format("Board", "board meeting"), "x.eml") == ["board"]
    assert doubted(text.format("Change of plans", "council"), "x.eml") == ["change-of-plans"]


def test_a_cell_of_a_grid_that_says_nothing_else_is_left_over() -> None:
    rows = "| 9:00 | Opening | entfällt |\n| 10:00 | Lesung | Probe (abgesagt) |\n"
    text = f"# Fair in Lisbon\n\n| Zeit | Mo 9.3.2026 | Di 10.3.2026 |\n|--|--|--|\n{rows}"
    assert doubted(text, "x.md") == ["(entfällt)"]
