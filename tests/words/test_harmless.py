import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.words.harmless import OBEYED, harmless, one_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Panel 1: Überlebende – née", "Panel 1: Überlebende – née"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x7fc", "a␀b␡c"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("\u202egnp.exe", "⟨U+202E⟩gnp.exe"),
        ("caf\udce9.yaml", "caf⟨U+DCE9⟩.yaml"),
        ("one\ntwo", "one␊two"),
        ("משה\u200f (chair)", "משה\u200f (chair)"),
    ],
)
def test_harmless_shows_what_a_terminal_would_obey(text: str, expected: str) -> None:
    assert harmless(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\r\ntwo", "one two"),
        ("one \t\n two", "one two"),
        ("  one   two ", "one two"),
        ("one\N{NO-BREAK SPACE} two", "one\N{NO-BREAK SPACE} two"),
        (" one\u2028two\n", "one two"),
        ("one\x0btwo", "one␋two"),
        ("\n", ""),
    ],
)
def test_one_line_makes_line_ends_one_space(text: str, expected: str) -> None:
    assert one_line(text) == expected


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None)))
def test_one_line_of_any_text_is_one_line_that_drives_nothing(text: str) -> None:
    shown = one_line(text)

    assert (shown.splitlines() in ([], [shown]), re.search(OBEYED, shown)) == (True, None)
