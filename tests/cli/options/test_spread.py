"""A command is made with the options that the line needs, and is given the same as with all of them."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from agendacli.cli.menu import COMMANDS, built, function_of
from agendacli.cli.options.spread import spread


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ([], {"ids"}),
        (["-"], {"ids"}),
        (["--json", "vienna-session"], {"ids", "json"}),
        (["--on=2017-09-27", "-q"], {"ids", "on", "quiet"}),
        (["--month-first", "--", "--json"], {"ids", "day_first", "json"}),
        (["--on", "--json"], {"ids", "on", "json"}),
    ],
)
def test_options_that_the_line_names_are_made(words: list[str], made: set[str]) -> None:
    assert {each.name for each in built(COMMANDS["timetable"], words).params} == made


@pytest.mark.parametrize(
    "words", [["--help"], ["-qn5"], ["--jsn"], ["--sort", "-start"], ["--", "-x"], ["--=x"], ["-=x"]]
)
def test_all_options_are_made_for_a_word_that_names_none(words: list[str]) -> None:
    every = [each.name for each in built(COMMANDS["timetable"]).params]
    assert [each.name for each in built(COMMANDS["timetable"], words).params] == every


def given(name: str, line: list[str], words: list[str] | None) -> object:
    """What the function of a command is called with."""
    function: Callable[..., None] = function_of(COMMANDS[name])
    taken: list[dict[str, Any]] = []

    @wraps(function)
    def take(**values: object) -> None:
        bound = inspect.signature(function).bind(**values)
        bound.apply_defaults()
        taken.append({each: value for each, value in bound.arguments.items() if each != "context"})

    alone = typer.Typer(add_completion=False)
    alone.command()(spread(take, words))
    assert CliRunner().invoke(alone, line).exit_code == 0
    return taken


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_given_the_same(name: str) -> None:
    parameters = built(COMMANDS[name]).params
    line = [each.name or "" for each in parameters if each.param_type_name == "argument" and each.required]
    for each in parameters:
        if each.param_type_name == "option" and each.required:
            line += [max(each.opts, key=len), "text"]
    assert given(name, line, line) == given(name, line, None)
    for each in parameters:
        if getattr(each, "is_flag", False):
            more = [*line, max(each.opts, key=len)]
            assert given(name, more, more) == given(name, more, None)
