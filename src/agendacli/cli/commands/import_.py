"""`agenda import`: a calendar, a schedule or a sheet as a definition."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import Force
from agendacli.formats.file_formats import read_titles

_READ = ", ".join(read_titles())
_File = Annotated[
    str, typer.Argument(metavar="FILE", help=f"A file, known by its content: {_READ}; `-` reads standard input.")
]
_Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Into this file, whole or not at all.")
]
_Zone = Annotated[str | None, typer.Option("--zone", metavar="ZONE", help="Read times without a zone on these clocks.")]
_Floating = Annotated[str | None, typer.Option("--floating", hidden=True, help="The older name of `--zone`.")]
_From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="Only what takes place from this day on.")]
_To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Only what takes place up to this day.")]
_Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Only the definition, errors and the exit code.")]


def import_(
    context: typer.Context,
    file: _File,
    output: _Output = None,
    zone: _Zone = None,
    floating: _Floating = None,
    first: _From = None,
    last: _To = None,
    quiet: _Quiet = False,
    force: Force = False,  # noqa: ARG001 (asked before the command runs)
) -> None:
    """Print a calendar, a schedule or a sheet as a definition.

    To be edited and kept. Its days stand in order, repeats as `every Tuesday from …`.

    Its ids are those of the file, and its UIDs are kept: what is exported from it is the same to who has the calendar.
    What a definition has no words for is left out or written as single items, and told.

    Example: agenda import my-events/tea.ics -o my-events/tea-times.yaml
    """
    from agendacli.cli.actions.import_ import ToImport, import_calendar

    import_calendar(
        context, ToImport(file, output=output, zone=zone, first=first, last=last, floating=floating), quiet=quiet
    )
