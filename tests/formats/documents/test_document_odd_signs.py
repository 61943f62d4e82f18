"""Signs that no definition may hold, or that end its lines: the draft of a document with them has no errors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.formats.definition.write.writer import draft_definition
from agendacli.formats.documents.door import read_draft
from agendacli.formats.draft import Draft, DraftAsked
from agendacli.formats.given import Given
from agendacli.formats.table import read_definition
from agendacli.model.diagnostic import Severity
from agendacli.words.directory import Directory

SIGNS = ("\0", "\x07", "\x0b", "\x0c", "\x1b", "\x85", "\x9f", "\u2028", "\u202e", "\ufeff", "\ufffe", "\uffff", "#")
TEXT = """Monday, 9 March 2026
9:00-8:00 Tea in the {0}garden
Speaker: Dr. Ida {0}Holm
10:00 Te{0}a and cake, Ro{0}om 3
A note, {0}and the keys are with Mr. Ben{0} Ahlers in the Long{0} Room.
"""
PLENTY = "The tide comes in, and it goes out again.\n" * 80  # of text, else it is taken for none


def errors(text: str) -> list[str]:
    """What is wrong with the draft of a text."""
    draft = read_draft(Given((text + PLENTY).encode(), "x.txt", zone="Europe/Lisbon"), DraftAsked(), "x.yaml")
    assert isinstance(draft, Draft)
    said = read_definition(draft_definition(draft).text.encode(), "x.yaml", Directory())
    return [each.message for each in said.diagnostics if each.severity is Severity.ERROR]


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_a_sign_that_no_definition_may_hold_is_shown(sign: str) -> None:
    assert errors(TEXT.format(sign)) == []


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=9))
def test_whatever_stands_in_a_document_its_draft_has_no_errors(text: str) -> None:
    assert errors(TEXT.format(text)) == []
