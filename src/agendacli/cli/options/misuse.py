"""Messages about wrong usage: what is wrong, and what to type instead."""

from collections.abc import Callable, Iterable
from typing import Any

import typer

from agendacli.cli.options.elsewhere import COMMANDS, OPTIONS
from agendacli.words.guesses import guesses
from agendacli.words.lists import listed


def told(fault: Any, placed: Callable[[str], str]) -> str:  # noqa: ANN401 (Typer has no public name for what it raises)
    """The message about a usage error of Typer; `placed` says with which command an option goes, if with any."""
    if fault.message.startswith("No such option"):
        return _misplaced(fault.option_name, fault.ctx, placed) or _told_option(fault.option_name, fault.ctx)
    parameter = getattr(fault, "param", None)
    if parameter is None:
        return _plain(fault.message)
    if not fault.message:
        return f"{parameter.make_metavar(ctx=fault.ctx)} is missing; {_help_of(fault.ctx.command_path)}"
    name = max(parameter.opts, key=len) if parameter.param_type_name == "option" else parameter.human_readable_name
    return f"{name}: {_plain(fault.message)}"


def _misplaced(name: str, context: typer.Context, placed: Callable[[str], str]) -> str:
    """What is said of an option on the wrong side of the command; nothing of any other."""
    if behind := placed(name):
        return f"`{name}` goes after the command: `{context.command_path} {behind}`"
    alone = context.parent and name not in OPTIONS and name in _names(context.parent.command.params)
    return f"`{name}` goes without a command: `{context.find_root().command_path} {name}`" if alone else ""


def _names(parameters: Iterable[Any]) -> tuple[str, ...]:
    return tuple(each for option in parameters for each in option.opts)


def _told_option(name: str, context: typer.Context) -> str:
    there = tuple(each for each in _names(context.command.params) if each.startswith("--"))
    return f"no option is called `{name}`; {_instead(name, OPTIONS, there, context.command_path)}"


def told_command(name: str, there: tuple[str, ...], path: str) -> str:
    """The message about an unknown command; `path` is what was typed before it."""
    return f"no command is called `{name}`; {_instead(name, COMMANDS, there, path)}"


def _instead(name: str, elsewhere: dict[str, str], there: tuple[str, ...], path: str) -> str:
    """What to type instead: a similar name, else the equivalent of another tool's."""
    if meant := elsewhere.get(name.casefold()):
        return f"did you mean `{meant}`?"
    near = guesses(name, there)
    return f"did you mean {listed(near, 'or')}?" if near else _help_of(path)


def _plain(message: str) -> str:
    """A message of Typer in our style: lower case, without a full stop, values between backticks."""
    return (message[:1].lower() + message[1:]).rstrip(".").replace("'", "`")


def _help_of(path: str) -> str:
    return f"see `{path} -h`"
