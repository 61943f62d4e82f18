"""The commands by name, with their lines in `agenda --help`; each is imported and built only when it is used.

Typer builds the options of every command before it looks at the line, which would be half the time of a quick run.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
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
    "show": Command("show", "show", "One event or session in full, with what other documents say."),
    "timetable": Command("timetable", "timetable", "The programme by day."),
    "now": Command("now", "now", "What is on now, and for how long."),
    "next": Command("next", "next_up", "What comes next."),
    "people": Command("people", "people", "Who has which role where, or one person's own timetable."),
    "rooms": Command("rooms", "rooms", "How long each room is used, and when it is free."),
    "free": Command(
        "free",
        "free",
        "The working days, or their hours, on which nothing takes place.",
    ),
    "conflicts": Command(
        "conflicts",
        "conflicts",
        "What cannot both be kept, for certain or possibly.",
    ),
    "cover": Command("cover", "cover", "Who of a delegation goes where, and what nobody attends."),
    "diff": Command("diff", "diff", "What changed between two versions of a programme, and for whom."),
    "waive": Command(
        "waive",
        "waive",
        "Accept a conflict, until one of its sessions changes.",
    ),
    "pick": Command("pick", "pick", "Add sessions or whole events to your schedule."),
    "drop": Command("drop", "drop", "Take sessions or whole events out of your schedule."),
    "new": Command(
        "new",
        "new",
        "Write a definition to begin with.",
    ),
    "add": Command("add", "add", "Write an item into the event's own file."),
    "change": Command("change", "change", "Change sessions in the event's own file."),
    "edit": Command("edit", "edit", "Open the definition in your editor, at the line of the session."),
    "export": Command(
        "export",
        "export",
        "Write iCalendar, or what else other programs read.",
    ),
    "publish": Command("publish", "publish", "Make a page and calendars, for any web server or none."),
    "import": Command(
        "import_",
        "import_",
        "Print a calendar, a schedule, a sheet or a letter as a definition.",
    ),
    "check": Command("check", "check", "Every fault of the definitions, with its line and what to do."),
    "schema": Command(
        "schema",
        "schema",
        "The JSON Schema of a definition, or of a record.",
    ),
    "config": Command(
        "config",
        "config",
        "What is settled, and what says so.",
    ),
    "cache": Command(
        "cache",
        "cache",
        "What is kept of files that were read.",
    ),
}


COMMAND_GROUPS = {
    "See": ("list", "show", "timetable", "now", "next", "people", "rooms", "free"),
    "Check": ("check", "conflicts", "cover", "waive", "diff"),
    "Make": ("new", "add", "change", "edit", "import"),
    "Give": ("export", "publish", "schema"),
    "Settle": ("pick", "drop", "config", "cache"),
}
OPTION_GROUPS = {
    "Loading": "What to read",
    "Selecting": "Which sessions",
    "Showing": "What is shown",
    "Keeping": "Your schedule",
    "Writing": "What is written",
}
"""The headings of help, by group of options."""

BEFORE_PATHS = ("-e", "--events")
"""The options that go before a command as well."""

_ARGUMENTS, _OWN = "Arguments", "Options"

# Raised by Typer for a line that it cannot parse; it has no public name.
_USAGE = cast("type[Exception]", typer.BadParameter.__mro__[1])


@contextmanager
def _one_voice(words: Sequence[str] = ()) -> Iterator[None]:
    """Reports wrong usage in the form of all other errors, and ends the run; `words` are a line still to be split."""
    from agendacli.cli.run.outcome import ending, refuse

    with ending():
        try:
            yield
        except _USAGE as fault:
            from agendacli.cli.options.misuse import told

            refuse(told(fault, partial(_placed, words)))


def _placed(words: Sequence[str], option: str) -> str:
    """Where an option of that name goes: `timetable --tz …`, of the command on the line, else of any; or nothing."""
    typed = command_among(words)
    for command in (typed,) if typed else ("timetable", *COMMANDS) if words else ():
        if option in (taken := options_of(command)):
            return f"{command} {option}" + (" …" if taken[option] else "")
    return ""


class Menu(TyperGroup):
    """The group of all commands; each is only a name and a line of help until it is used."""

    def __init__(self, **settings: Any) -> None:
        settings["commands"] = {name: Deferred(name, entry) for name, entry in COMMANDS.items()}
        super().__init__(**settings)

    def make_context(self, *line: Any, **settings: Any) -> typer.Context:
        """The context of the options before the command."""
        with _one_voice(tuple(line[1])):  # parsing takes the words from the list
            return cast("typer.Context", super().make_context(*line, **settings))

    def invoke(self, *given: Any) -> object:
        """Runs the command."""
        with _one_voice():
            return super().invoke(*given)

    def format_commands(self, *given: Any) -> None:
        """Writes the commands in groups, one whole line each."""
        _write_commands({name: each.summary for name, each in COMMANDS.items()}, given[1])

    def resolve_command(self, *given: Any) -> tuple[Any, Any, list[str]]:
        """The command of that name; an unknown one ends the run with a suggestion."""
        context, (name, *rest) = given
        if name == "help":
            return self._help(context, rest)
        if name not in self.commands and not name.startswith("-"):
            from agendacli.cli.options.misuse import told_command
            from agendacli.cli.run.outcome import refuse

            refuse(told_command(name, tuple(self.commands), context.command_path))
        return super().resolve_command(*given)

    def _help(self, context: Any, names: list[str]) -> tuple[Any, Any, list[str]]:  # noqa: ANN401
        """`help COMMAND` prints what `COMMAND --help` does."""
        if names:
            return self.resolve_command(context, [names[0], "--help"])
        typer.echo(context.get_help())
        raise typer.Exit


class _Command(TyperCommand):
    """A command whose help lists its options in groups."""

    def format_options(self, *given: Any) -> None:
        """Writes the options of the command in groups."""
        _write_options(self, *given)


class Deferred(TyperCommand):
    """A command that is not built yet; invoking it builds the real one."""

    def __init__(self, name: str, entry: Command) -> None:
        super().__init__(name, help=entry.summary, rich_markup_mode=None)
        self.entry = entry

    def make_context(self, *line: Any, **settings: Any) -> typer.Context:
        """The context of the real command, parsed from the arguments of the line; TAB may ask for any option."""
        words = None if settings.get("resilient_parsing") else line[1]
        return cast("typer.Context", built(self.entry, words).make_context(*line, **settings))


def function_of(entry: Command) -> Callable[..., None]:
    """The function of a command, with its groups of options spread."""
    function: Callable[..., None] = getattr(import_module(f"agendacli.cli.commands.{entry.module}"), entry.function)
    return function


def built(entry: Command, words: Sequence[str] | None = None) -> TyperCommand:
    """A command with all of its options, or those that are needed for a line with these words behind it."""
    from agendacli.cli.options.spread import spread

    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(cls=_Command)(spread(function_of(entry), words))
    return cast("TyperCommand", get_command(alone))


def command_among(words: Sequence[str]) -> str:
    """The command of a line, empty if it has none; what stands behind `-e` is a path."""
    typed = zip(("", *words), words, strict=False)
    return next((each for before, each in typed if each in COMMANDS and before not in BEFORE_PATHS), "")


def options_of(command: str) -> dict[str, bool]:
    """The names of all options of a command, and whether a value goes behind each."""
    options = (each for each in built(COMMANDS[command]).params if each.param_type_name == "option")
    return {
        name: not getattr(each, "is_flag", False) for each in options for name in (*each.opts, *each.secondary_opts)
    }


def _write_commands(summaries: dict[str, str], formatter: Any) -> None:  # noqa: ANN401 (Typer has no public name for it)
    """Every command with its whole line, under its group."""
    known = {name for names in COMMAND_GROUPS.values() for name in names}
    more = tuple(name for name in summaries if name not in known)
    width = max(map(len, summaries))
    for title, names in (*COMMAND_GROUPS.items(), ("More", more)):
        rows = [(name.ljust(width), summaries[name]) for name in names if name in summaries]
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)


def _write_options(command: TyperCommand, context: Any, formatter: Any) -> None:  # noqa: ANN401
    """The arguments of a command, its own options, then those that it shares with others, by group."""
    groups: dict[str, list[tuple[str, str]]] = {_ARGUMENTS: [], _OWN: []}
    for each in command.get_params(context):
        if record := each.get_help_record(context):
            groups.setdefault(_title(each), []).append(record)
    for title, rows in groups.items():
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)


def _title(parameter: Any) -> str:  # noqa: ANN401
    """The heading of an argument or option."""
    if parameter.param_type_name == "argument":
        return _ARGUMENTS
    return OPTION_GROUPS.get(getattr(parameter, "rich_help_panel", None) or "", _OWN)
