"""The command line: options before a command, and how a run is broken off."""

import os
import sys
from types import ModuleType
from typing import Annotated, cast

import typer

from agendacli import __version__
from agendacli.cli.menu import COMMANDS, Menu

__all__ = ["COMMANDS", "app", "main"]

_WIDEST = 200  # columns; longer lines of help are hard to read

app = typer.Typer(
    cls=Menu,
    name="agenda",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": _WIDEST},
)

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
    from agendacli.cli.run.outcome import refuse_nameless
    from agendacli.cli.run.surroundings import Surroundings

    refuse_nameless("-e", events)
    context.obj = surroundings = Surroundings.read(tuple(events or ()))
    context.call_on_close(surroundings.close)
    if context.invoked_subcommand is None:
        from agendacli.cli.actions.overview import print_overview
        from agendacli.cli.run.outcome import guarded

        guarded(print_overview, context=context)


def main() -> None:
    """Runs the command line."""
    from agendacli.cli.run.outcome import open_closed_streams, output_failed

    if _is_completing():
        _lighten()
    open_closed_streams()
    try:
        app()
    except OSError as fault:
        sys.exit(output_failed(fault))


def _is_completing() -> bool:
    """Whether a shell requests completions in this run."""
    return any(f"_{name}_COMPLETE" in os.environ for name in ("AGENDA", "AGENDACLI"))


def _lighten() -> None:
    """Keeps Rich out of this run: Typer would load it to strip markup from texts that have none."""
    sys.modules["rich"] = cast("ModuleType", None)  # how Python documents that a module must not be found
