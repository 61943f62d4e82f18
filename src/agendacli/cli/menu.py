"""The commands by name: where each is, and its line in `agenda --help`. One is imported and built when it is asked for.

Typer builds the options of every command before it looks at the line, which would be half of the time of a quick run.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command


class Entry(NamedTuple):
    """Where a command is (a module of `cli/commands` and its function), and the first line of its help."""

    module: str
    function: str
    summary: str


COMMANDS = {
    "list": Entry("list", "list_events", "The events, one line each."),
    "show": Entry("show", "show", "One event or session in full: people, place, sources, what other documents say."),
    "timetable": Entry(
        "timetable", "timetable", "The programme by day, with rooms side by side where sessions run in parallel."
    ),
    "now": Entry("now", "now", "What is on now, or at the moment of `--at`, and for how long."),
    "next": Entry(
        "next", "next_up", "What comes next: all that begins soonest, or as much as `--within` and `-n` ask for."
    ),
    "people": Entry(
        "people", "people", "Who has which role where: everybody in order of name, or one person's own timetable."
    ),
    "rooms": Entry(
        "rooms", "rooms", "How long each room is used, and when it is free: between sessions, or within `--hours`."
    ),
    "free": Entry(
        "free",
        "free",
        "The working days, or their hours, on which nothing takes place: for certain, or possibly and why.",
    ),
    "conflicts": Entry(
        "conflicts",
        "conflicts",
        "What cannot both be kept, by one attendee, a room, a person or a traveller: for certain, or possibly and why.",
    ),
    "waive": Entry(
        "waive",
        "waive",
        "Accept a conflict: it is not reported again until the time, room or people of either session change.",
    ),
    "pick": Entry(
        "pick", "pick", "Add sessions or whole events to your schedule, which `--mine` takes; prints what was added."
    ),
    "drop": Entry("drop", "drop", "Take sessions or whole events out of your schedule; prints what went."),
    "new": Entry(
        "new",
        "new",
        "Write a definition to begin with, which teaches the format by examples; prints the name of its file.",
    ),
    "add": Entry(
        "add", "add", "Write an item into the event's own file, under its day and in order of time; prints the new id."
    ),
    "edit": Entry("edit", "edit", "Open the definition in VISUAL or EDITOR, at the line of the session."),
    "export": Entry(
        "export",
        "export",
        "iCalendar, to standard output or into files: what calendar apps take and keep up to date.",
    ),
    "import": Entry(
        "import_",
        "import_",
        "Print a calendar as a definition, to be edited and kept: its days in order, "
        "repeats as `every Tuesday from …`.",
    ),
    "check": Entry("check", "check", "Every fault of the definitions, with its line and what to do."),
    "schema": Entry(
        "schema",
        "schema",
        "The JSON Schema of a definition, for editors that complete and check it, or of a record.",
    ),
    "config": Entry(
        "config",
        "config",
        "What is settled, and what says so: an option, the environment, the config file, or the default.",
    ),
    "cache": Entry(
        "cache",
        "cache",
        "What is kept of files that were read, so that they need not be read again while they are as they were.",
    ),
}


class Menu(TyperGroup):
    """The group of all commands, of which each stays a name and a line of help until it is asked for."""

    def __init__(self, **settings: Any) -> None:
        settings["commands"] = {name: Deferred(name, entry) for name, entry in COMMANDS.items()}
        super().__init__(**settings)


class Deferred(TyperCommand):
    """A command that is not built yet; a line that names it is handed to the one that is."""

    def __init__(self, name: str, entry: Entry) -> None:
        super().__init__(name, help=entry.summary, rich_markup_mode=None)
        self.entry = entry

    def make_context(self, *line: Any, **settings: Any) -> typer.Context:
        """The context of the command that is meant, made of the arguments of the line."""
        return cast("typer.Context", built(self.entry).make_context(*line, **settings))


def function_of(entry: Entry) -> Callable[..., None]:
    """The function of a command as its module has it, with its options in groups."""
    function: Callable[..., None] = getattr(import_module(f"agendacli.cli.commands.{entry.module}"), entry.function)
    return function


def built(entry: Entry) -> TyperCommand:
    """A command with all of its options."""
    from agendacli.cli.options.spread import spread

    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command()(spread(function_of(entry)))
    return cast("TyperCommand", get_command(alone))
