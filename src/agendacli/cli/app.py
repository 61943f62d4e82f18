"""The command line: which commands there are, and what happens when a run breaks off."""

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from agendacli import __version__
from agendacli.cli.commands.add import add
from agendacli.cli.commands.check import check
from agendacli.cli.commands.config import config
from agendacli.cli.commands.conflicts import conflicts
from agendacli.cli.commands.drop import drop
from agendacli.cli.commands.edit import edit
from agendacli.cli.commands.export import export
from agendacli.cli.commands.free import free
from agendacli.cli.commands.import_ import import_
from agendacli.cli.commands.list import list_events
from agendacli.cli.commands.new import new
from agendacli.cli.commands.next import next_up
from agendacli.cli.commands.now import now
from agendacli.cli.commands.people import people
from agendacli.cli.commands.pick import pick
from agendacli.cli.commands.rooms import rooms
from agendacli.cli.commands.schema import schema
from agendacli.cli.commands.show import show
from agendacli.cli.commands.timetable import timetable
from agendacli.cli.commands.waive import waive
from agendacli.cli.completion import is_completing, lighten
from agendacli.cli.outcome import guarded, open_closed_streams, output_failed
from agendacli.cli.spread import spread
from agendacli.cli.surroundings import Surroundings

app = typer.Typer(
    name="agenda",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

COMMANDS: dict[str, Callable[..., None]] = {
    "list": list_events,
    "show": show,
    "timetable": timetable,
    "now": now,
    "next": next_up,
    "people": people,
    "rooms": rooms,
    "free": free,
    "conflicts": conflicts,
    "waive": waive,
    "pick": pick,
    "drop": drop,
    "new": new,
    "add": add,
    "edit": edit,
    "export": export,
    "import": import_,
    "check": check,
    "schema": schema,
    "config": config,
}
for _name, _command in COMMANDS.items():
    app.command(_name)(spread(_command))

_Events = Annotated[
    list[str] | None,
    typer.Option("-e", "--events", metavar="PATH", help="Where events come from; the same as after the command."),
]


def _print_version(wanted: bool) -> None:  # noqa: FBT001 (Typer hands it over so)
    if wanted:
        typer.echo(f"agendacli {__version__}")
        raise typer.Exit


_Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="The version.")]


@app.callback(invoke_without_command=True)
def overview(context: typer.Context, events: _Events = None, _version: _Version = False) -> None:
    """Timetables, conflicts and calendars for programmes that real people have to keep.

    Without a command: what is on now, what comes next, and what there is.
    """
    context.obj = Surroundings.read(tuple(events or ()))
    if context.invoked_subcommand is None:
        from agendacli.cli.overview import print_overview

        guarded(print_overview, context=context)


def main() -> None:
    """Run the command line: the console scripts `agenda` and `agendacli`, and `python -m agendacli`."""
    if is_completing():
        lighten()
    open_closed_streams()
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as fault:
        sys.exit(output_failed(fault))
