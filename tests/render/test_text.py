"""Text from files is shown, never obeyed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.render.text import paragraphs, text_lines
from agendacli.words.harmless import harmless, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("a\nb\tc", "a␊b␉c"),
        ("\x7f", "␡"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("\u202edrow", "⟨U+202E⟩drow"),
        ("\u2066isolated\u2069", "⟨U+2066⟩isolated⟨U+2069⟩"),
        ("\ufeffmark", "⟨U+FEFF⟩mark"),
        ("\udce9", "⟨U+DCE9⟩"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
        ("יואב \u200f(tbc)", "יואב \u200f(tbc)"),
        ("e\u0301 漢 👩‍🔬", "e\u0301 漢 👩‍🔬"),
    ],
)
def test_harmless(text: str, shown: str) -> None:
    assert harmless(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  a \n b\t\tc\r\n", "a b c"),
        ("a\u2028b", "a b"),
        ("a\u00a0b", "a\u00a0b"),
        ("a\x0bb", "a␋b"),
        ("", ""),
    ],
)
def test_one_line(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_lines_keep_their_indent() -> None:
    assert text_lines("a\n\tb \r\n\x1bc\n") == ("a", "    b", "␛c")


def test_paragraphs_end_at_blank_lines_and_list_items() -> None:
    assert paragraphs("One\nwraps.\n\nTwo\n- item\n- other\n  goes on\n") == (
        "One wraps.",
        "Two",
        "- item",
        "- other goes on",
    )


def test_paragraphs_of_nothing() -> None:
    assert paragraphs(" \n\n ") == ()


@given(st.text(st.characters(exclude_categories=[])))
def test_one_line_holds_nothing_that_acts(text: str) -> None:
    shown = one_line(text)
    assert not [each for each in shown if unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not [each for each in shown if unicodedata.bidirectional(each) in {"LRE", "RLE", "LRO", "RLO", "PDF"}]
    assert shown == one_line(shown)
