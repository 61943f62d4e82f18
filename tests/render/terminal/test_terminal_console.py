"""Everything that is drawn passes through one console that depends on nothing around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.render.terminal.console import draw, encodable_in_cells
from agendacli.render.terminal.phrases import said


def test_draw_without_colour_has_no_escapes() -> None:
    assert draw(said("Plenary", "bold cyan"), width=40) == "Plenary\n"


def test_draw_in_colour() -> None:
    assert draw(said("Plenary", "bold cyan"), width=40, colour=True) == "\x1b[1;36mPlenary\x1b[0m\n"


def test_draw_shows_markup_emoji_codes_and_numbers_as_they_are() -> None:
    assert draw(said("[red]:smile: 15:00[/red]", ""), width=40, colour=True) == "[red]:smile: 15:00[/red]\n"


def test_draw_has_no_blanks_at_line_ends() -> None:
    assert draw(said("a b"), said(""), said("c"), width=40) == "a b\n\nc\n"


def test_draw_folds_what_has_no_blanks() -> None:
    assert draw(said("x" * 45), width=20) == "x" * 20 + "\n" + "x" * 20 + "\n" + "x" * 5 + "\n"


@pytest.mark.parametrize("name", ["NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"])
def test_draw_does_not_ask_the_environment(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "33")
    assert draw(said("x " * 30, "red"), width=60, colour=True).count("\n") == 1
    assert "\x1b[31m" in draw(said("x", "red"), width=60, colour=True)


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("10:15–13:00 · “Größe” ’", "ascii", '10:15-13:00 - "Grose" \''),
        ("10:15–13:00 · Größe", "latin-1", "10:15-13:00 · Größe"),
        ("┌─┬─┐│▆▂┄", "ascii", "+-+-+|#=."),
        ("Lajčák Øst Łódź", "ascii", "Lajcak Ost Lodz"),
        ("漢字", "ascii", "????"),
        ("e\u0301", "ascii", "e"),
        ("␛", "ascii", "?"),
        ("ä", "no-such-encoding", "?"),
        ("|\N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}|", "ascii", "|??|"),
        ("1\ufe0f\u20e3!", "ascii", "1?!"),
    ],
)
def test_encodable(text: str, encoding: str, shown: str) -> None:
    assert encodable_in_cells(text, encoding) == shown


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40))
def test_draw_in_ascii_is_ascii(text: str) -> None:
    assert draw(said(text), width=30, encoding="ascii").isascii()
