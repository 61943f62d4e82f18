"""Texts become lines as Rich's own would, without Rich."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.console import Group as RichGroup
from rich.text import Text as RichText
from tests.steps import grows_evenly

from agendacli.render.terminal import styles
from agendacli.render.terminal.console import draw
from agendacli.render.terminal.drawing import Group, Indented
from agendacli.render.terminal.text import Line, Text

STYLES = sorted({each for name, each in vars(styles).items() if name.isupper()} | {"red", "blue", "default"})


def by_rich(text: RichText, width: int, *, colour: bool) -> str:
    """What Rich prints, in escapes where they are wanted."""
    console = Console(
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    with console.capture() as printed:
        console.print(RichGroup(text))  # which leaves the text as it is
    return printed.get()


Pieces = list[tuple[str, str]]
words = st.text("ab -漢e\u0301ü👩", max_size=40)
parts = st.lists(st.tuples(words, st.sampled_from(STYLES)), max_size=5)


@settings(deadline=None, max_examples=200)
@given(st.tuples(parts, st.sampled_from(STYLES), parts), st.integers(20, 60), st.booleans(), st.booleans())
def test_text_is_drawn_as_rich_draws_it(
    of: tuple[Pieces, str, Pieces],
    width: int,
    colour: bool,  # noqa: FBT001
    no_wrap: bool,  # noqa: FBT001
) -> None:
    inner, style, outer = of
    text, own = Text(no_wrap=no_wrap), Text("", style)
    rich, rich_own = RichText(no_wrap=no_wrap, overflow="fold"), RichText("", style)
    for piece, look in inner:
        own.append(piece, look)
        rich_own.append(piece, look)
    for piece, look in outer:
        text.append(piece, look)
        rich.append(piece, look)
    text.append_text(own)
    rich.append_text(rich_own)
    assert stripped(draw(text, width=width, colour=colour)) == stripped(by_rich(rich, width, colour=colour))
    assert text.__rich__() == rich


def stripped(drawn: str) -> str:
    """The lines without blanks and escapes at their ends."""
    return re.sub(r"(?: |\x1b\[[\d;]*m)+$", "", drawn, flags=re.MULTILINE)


@pytest.mark.parametrize(("overflow", "expected"), [("fold", "漢漢 "), ("ellipsis", "漢漢…")])
def test_truncated(overflow: Literal["fold", "ellipsis"], expected: str) -> None:
    text = Text("漢漢漢漢", "bold")
    text.truncate(5, overflow=overflow)
    assert text.plain == expected


def test_truncated_and_padded() -> None:
    text = Text().append("one", "bold").append(" ").append("two", "red")
    text.truncate(5, pad=True)
    assert (text.plain, text.spans) == ("one t", [(0, 3, "bold"), (4, 5, "red")])
    text.truncate(8, pad=True)
    assert text.plain == "one t   "


def test_group_and_what_stands_further_in() -> None:
    inner = Group(Text("a title that is too long for it"), Text("two"))
    assert draw(Indented(inner, 4), width=20) == "    a title that is\n    too long for it\n    two\n"


class Wide:
    """A drawing that takes more columns than it is given."""

    def drawn(self, _width: int, /) -> Iterator[Line]:
        """Its line."""
        yield [("0123456789", ""), ("", "bold"), ("012345678漢漢", "bold"), ("x", "")]


def test_line_that_is_too_wide_is_cut() -> None:
    assert draw(Wide(), width=22) == "0123456789012345678漢\n"
    assert draw(Wide(), width=21, colour=True) == "0123456789\x1b[1m012345678漢\x1b[0m\n"


def test_a_text_of_thousands_of_styled_words_is_wrapped_in_steps_that_grow_evenly() -> None:
    def wrapped(count: int) -> object:
        text = Text()
        for number in range(count):
            text.append(f"{number:>9}", "cyan")
            text.append(", ", "dim")
        return text.wrapped(60)

    assert grows_evenly(wrapped, 100)
