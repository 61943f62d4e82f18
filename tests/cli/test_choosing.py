"""What is chosen from a list: its numbers, and that nothing waits where nobody can answer."""

from collections.abc import Callable

import pytest
from typer.testing import Result

from agendacli.cli.query.choosing import read_numbers
from agendacli.model.asked import Refusal

Agenda = Callable[..., Result]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("1", (1,)), ("1 3-5", (1, 3, 4, 5)), ("5,1, 3-3", (1, 3, 5)), ("2-4 3", (2, 3, 4)), ("", ())],
)
def test_numbers_of_a_list(text: str, numbers: tuple[int, ...]) -> None:
    assert read_numbers(text, 5) == numbers


@pytest.mark.parametrize("text", ["0", "6", "4-2", "1-9", "all", "1-", "-3"])
def test_what_is_no_number_of_the_list_is_refused(text: str) -> None:
    assert read_numbers(text, 5) == Refusal(f"`{text}` is none of the numbers; write some from 1 to 5, such as `1 3-5`")


def test_pick_without_ids_never_waits_in_a_pipe(agenda: Agenda) -> None:
    result = agenda("pick", stdin="1\n")
    message = "agenda: name what to pick: `agenda pick ID`; on a terminal it is chosen from a list\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)
