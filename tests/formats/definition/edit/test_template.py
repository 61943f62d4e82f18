"""A new definition: sound as it is, and so is every example in it."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from agendacli.formats.definition.edit.template import NewDefinition, definition_text
from agendacli.model.programme import Programme

Decode = Callable[..., tuple[Programme, list[str]]]

MARCH = date(2026, 3, 9)
FULL = NewDefinition(
    "school",
    "School: of tea",
    "2026-03-09 to 2026-03-11",
    MARCH,
    "Harbour Institute, Lisbon",
    "Europe/Lisbon",
    "Friends # of tea",
)
LEAST = NewDefinition("school", "School", "2026-03", date(2026, 3, 1))
DAY = NewDefinition("school", "School", "2026-03-09", MARCH)


@pytest.mark.parametrize("new", [FULL, LEAST, DAY])
def test_new_definition_is_sound_and_says_what_is_known(decode: Decode, new: NewDefinition) -> None:
    programme, told = decode(definition_text(new), file="school.yaml")
    assert told == []
    assert (programme.id, programme.title, programme.organizer) == (new.id, new.title, new.organizer)
    assert (programme.zone, [each.id for each in programme.sessions]) == (new.zone, ["meeting"])


@pytest.mark.parametrize("new", [FULL, LEAST, DAY])
def test_examples_of_a_new_definition_are_sound(decode: Decode, new: NewDefinition) -> None:
    text = re.sub("(?m)^#(?! )", "", re.sub("(?m)^#(?=  )", "", definition_text(new)))
    programme, told = decode(text, file="school.yaml")
    assert told == []
    ids = [each.id for each in programme.sessions]
    assert ids == ["opening", "panel-1", "lunch", "reception", "tour-of-the-harbour"]
    assert [each.name for each in programme.sessions[1].participants] == ["Tomás Leal", "Ana Reis"]


def test_every_line_of_a_new_definition_fits() -> None:
    assert max(map(len, definition_text(FULL).splitlines())) <= 120
