"""Rows and stacks are drawn as they are asked for, and rows as a Rich table without lines would draw them."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Group
from rich.table import Table

from agendacli.render.terminal.console import draw, draw_lines
from agendacli.render.terminal.drawing import Drawable
from agendacli.render.terminal.phrases import joined, said
from agendacli.render.terminal.rows import Cell, Rows
from agendacli.render.terminal.stack import stack
from agendacli.render.terminal.text import Text


def test_rows_stand_in_columns() -> None:
    rows: list[Sequence[Cell]] = [
        ((said("10:00–11:00"),), (said("Hall"),), (said("Opening"), said("Chair: Mia"))),
        ((said("11:00–"),), (said(""),), (said("Lunch"),)),
        ((said("12:00–"),), (), (said("A title that is longer than what is left of it"),)),
        ((said("13:00–14:00, perhaps"),), (said("A"),), (said(""),)),
    ]
    assert draw(Rows((11, 6), 2, rows), width=40) == (
        "10:00–11:00  Hall    Opening\n"
        "                     Chair: Mia\n"
        "11:00–               Lunch\n"
        "12:00–               A title that is\n"
        "                     longer than what is\n"
        "                     left of it\n"
        "13:00–14:00  A\n"
        ", perhaps\n"
    )


def test_rows_keep_the_styles_of_texts_and_of_their_parts() -> None:
    nested = joined([said("a", "bold"), joined([said("b", "red")], "dim")])
    base = Text("c", "cyan").append("d", "bold")
    over = Text("efg")
    over.spans += [(0, 2, "red"), (1, 3, "bold")]
    cells: list[Sequence[Cell]] = [((base,), (nested, over))]
    assert draw(Rows((4,), 1, cells), width=30, colour=True) == (
        "\x1b[36mc\x1b[0m\x1b[1;36md\x1b[0m   \x1b[1ma\x1b[0m\x1b[2m · \x1b[0m\x1b[31mb\x1b[0m\n"
        "     \x1b[31me\x1b[0m\x1b[1;31mf\x1b[0m\x1b[1mg\x1b[0m\n"
    )


def unfinished(text: Drawable) -> Iterator[Drawable]:
    yield text
    raise KeyError


def test_stack_is_drawn_from_above() -> None:
    lines = draw_lines(stack(unfinished(said("one"))), width=20)
    assert next(lines) == "one\n"
    with pytest.raises(KeyError):
        list(lines)


def test_rows_are_drawn_from_above() -> None:
    def rows() -> Iterator[Sequence[Cell]]:
        yield ((said("one"),),)
        raise KeyError

    lines = draw_lines(Rows((), 2, rows()), width=20)
    assert next(lines) == "one\n"
    with pytest.raises(KeyError):
        list(lines)


words = st.text("ab -漢e\u0301ü", max_size=50).map(said)
cells = st.lists(words, min_size=1, max_size=3)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=4), st.integers(20, 70), st.booleans())
def test_rows_are_what_a_rich_table_draws(rows: list[tuple[Sequence[Text], ...]], width: int, colour: bool) -> None:  # noqa: FBT001
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    for column in (6, 5):
        table.add_column(width=column)
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*(Group(*cell) for cell in row))
    assert draw(Rows((6, 5), 2, rows), width=width, colour=colour) == draw(table, width=width, colour=colour)
