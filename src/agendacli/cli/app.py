"""The command line: options before a command, and how a run is broken off."""

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


def _print_version(context: typer.Context, wanted: bool) -> None:  # noqa: FBT001 (Typer hands it over so)
    if wanted and context.params["verbose"]:
        from agendacli.cli.actions.installed import print_installed

        print_installed()
    elif wanted:
        typer.echo(f"agendacli {__version__}")
    if wanted:
        raise typer.Exit


_Verbose = Annotated[
    bool, typer.Option("--verbose", is_eager=True, help="With `--version`: all that a report of a fault needs.")
]
_Version = Annotated[bool, typer.Option("--version", callback=_print_version, help="The version.")]


@app.callback(invoke_without_command=True)
def overview(
    context: typer.Context, events: _Events = None, _version: _Version = False, verbose: _Verbose = False
) -> None:
    """Timetables, conflicts and calendars for programmes that real people have to keep.

    Without a command: what is on now, what comes next, and what there is.
    """
    from agendacli.cli.run.outcome import refuse, refuse_nameless
    from agendacli.cli.run.surroundings import Surroundings

    if verbose:
        refuse("--verbose goes with `--version`")
    refuse_nameless("-e", events)
    context.obj = surroundings = Surroundings.read(tuple(events or ()))
    context.call_on_close(surroundings.close)
    if context.invoked_subcommand is None:
        from agendacli.cli.actions.overview import print_overview
        from agendacli.cli.run.outcome import guarded

        guarded(print_overview, context=context)


def main() -> None:
    """Runs the command line."""
    from agendacli.cli.run.outcome import is_completing, is_of_output, open_closed_streams, output_failed

    if is_completing():
        _lighten()
    open_closed_streams()
    try:
        app()
    except OSError as fault:
        if not is_of_output(fault):
            raise
        sys.exit(output_failed(fault))


def _lighten() -> None:
    """Keeps Rich out of this run: Typer would load it to strip markup from texts that have none."""
    sys.modules["rich"] = cast("ModuleType", None)  # how Python documents that a module must not be found
