"""The commands by name: where each is, and its line in `agenda --help`. One is imported and built when it is asked for.

Typer builds the options of every command before it looks at the line, which would be half of the time of a quick run.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NamedTuple, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command


class Command(NamedTuple):
    """Where a command is (a module of `cli/commands` and its function), and the first line of its help."""

    module: str
    function: str
    summary: str


COMMANDS = {
    "list": Command("list", "list_events", "The events, one line each."),
    "show": Command("show", "show", "One event or session in full: people, place, sources, what other documents say."),
    "timetable": Command(
        "timetable", "timetable", "The programme by day, with rooms side by side where sessions run in parallel."
    ),
    "now": Command("now", "now", "What is on now, or at the moment of `--at`, and for how long."),
    "next": Command(
        "next", "next_up", "What comes next: all that begins soonest, or as much as `--within` and `-n` ask for."
    ),
    "people": Command(
        "people", "people", "Who has which role where: everybody in order of name, or one person's own timetable."
    ),
    "rooms": Command(
        "rooms", "rooms", "How long each room is used, and when it is free: between sessions, or within `--hours`."
    ),
    "free": Command(
        "free",
        "free",
        "The working days, or their hours, on which nothing takes place: for certain, or possibly and why.",
    ),
    "conflicts": Command(
        "conflicts",
        "conflicts",
        "What cannot both be kept, by a room, a person, a traveller or an attendee: for certain, or possibly and why.",
    ),
    "diff": Command(
        "diff",
        "diff",
        "What changed between two versions of a programme: sessions, times, rooms, people; whom it concerns.",
    ),
    "waive": Command(
        "waive",
        "waive",
        "Accept a conflict: it is not reported again until the time, room or people of either session change.",
    ),
    "pick": Command(
        "pick", "pick", "Add sessions or whole events to your schedule, which `--mine` takes; prints what was added."
    ),
    "drop": Command("drop", "drop", "Take sessions or whole events out of your schedule; prints what went."),
    "new": Command(
        "new",
        "new",
        "Write a definition to begin with, which teaches the format by examples; prints the name of its file.",
    ),
    "add": Command(
        "add", "add", "Write an item into the event's own file, under its day and in order of time; prints the new id."
    ),
    "change": Command(
        "change",
        "change",
        "Change sessions in the event's own file: time, room, title, people, status; prints their ids.",
    ),
    "edit": Command("edit", "edit", "Open the definition in VISUAL or EDITOR, at the line of the session."),
    "export": Command(
        "export",
        "export",
        "iCalendar, to standard output or into files: what calendar apps take and keep up to date.",
    ),
    "import": Command(
        "import_",
        "import_",
        "Print a calendar as a definition, to be edited and kept: its days in order, "
        "repeats as `every Tuesday from …`.",
    ),
    "check": Command("check", "check", "Every fault of the definitions, with its line and what to do."),
    "schema": Command(
        "schema",
        "schema",
        "The JSON Schema of a definition, for editors that complete and check it, or of a record.",
    ),
    "config": Command(
        "config",
        "config",
        "What is settled, and what says so: an option, the environment, the config file, or the default.",
    ),
    "cache": Command(
        "cache",
        "cache",
        "What is kept of files that were read, so that they need not be read again while they are as they were.",
    ),
}


# What Typer raises for a line that it does not take: it has no public name for that.
_USAGE = cast("type[Exception]", typer.BadParameter.__mro__[1])


@contextmanager
def _one_voice() -> Iterator[None]:
    """Tell wrong usage as everything else is told."""
    try:
        yield
    except _USAGE as fault:
        from agendacli.cli.options.misuse import told
        from agendacli.cli.run.outcome import refuse

        refuse(told(fault))


class Menu(TyperGroup):
    """The group of all commands, of which each stays a name and a line of help until it is asked for."""

    def __init__(self, **settings: Any) -> None:
        settings["commands"] = {name: Deferred(name, entry) for name, entry in COMMANDS.items()}
        super().__init__(**settings)

    def make_context(self, *line: Any, **settings: Any) -> typer.Context:
        """The context of what stands before the command."""
        with _one_voice():
            return cast("typer.Context", super().make_context(*line, **settings))

    def invoke(self, *given: Any) -> object:
        """Run the command that is meant."""
        with _one_voice():
            return super().invoke(*given)

    def resolve_command(self, *given: Any) -> tuple[Any, Any, list[str]]:
        """The command that is meant; one that there is not ends the run with what to type instead."""
        context, (name, *_) = given
        if name not in self.commands and not name.startswith("-"):
            from agendacli.cli.options.misuse import told_command
            from agendacli.cli.run.outcome import refuse

            refuse(told_command(name, tuple(self.commands), context.command_path))
        return super().resolve_command(*given)


class Deferred(TyperCommand):
    """A command that is not built yet; a line that names it is handed to the one that is."""

    def __init__(self, name: str, entry: Command) -> None:
        super().__init__(name, help=entry.summary, rich_markup_mode=None)
        self.entry = entry

    def make_context(self, *line: Any, **settings: Any) -> typer.Context:
        """The context of the command that is meant, made of the arguments of the line."""
        return cast("typer.Context", built(self.entry).make_context(*line, **settings))


def function_of(entry: Command) -> Callable[..., None]:
    """The function of a command as its module has it, with its options in groups."""
    function: Callable[..., None] = getattr(import_module(f"agendacli.cli.commands.{entry.module}"), entry.function)
    return function


def built(entry: Command) -> TyperCommand:
    """A command with all of its options."""
    from agendacli.cli.options.spread import spread

    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command()(spread(function_of(entry)))
    return cast("TyperCommand", get_command(alone))
